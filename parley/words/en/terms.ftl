# What the analysis calls things: each word stands once.

-demand = demand
-stated-limit = stated limit
-offer = offer
-threat = threat
-reason = reason
part = { $part ->
    [limit] { -stated-limit }
    [offer] { -offer }
   *[demand] { -demand }
}
kind = { $kind ->
    [demand] { -demand }
    [red_line] { -stated-limit }
    [offer] { -offer }
    [threat] { -threat }
   *[rationale] { -reason }
}
counted-kind = { $count } { $count-number ->
    [one] { kind }
   *[other] { kind }s
}
its = { $party-number ->
    [one] its
   *[other] their
}
