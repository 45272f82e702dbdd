# What a statement is, and what a party's statements make of its position.

-demand = demand
-stated-limit = stated limit
-offer = offer
-best-offer = best offer
-threat = threat
-reason = reason

kind = { $kind ->
    [demand] { -demand }
    [red_line] { -stated-limit }
    [offer] { -offer }
    [threat] { -threat }
   *[rationale] { -reason }
}
part = { $part ->
    [demand] { -demand }
    [limit] { -stated-limit }
   *[offer] { -offer }
}
part-of-position = { $part ->
    [demand] { -demand }
    [limit] { -stated-limit }
   *[offer] { -best-offer }
}
role = { $role ->
    [principal] principal
    [third_party] third party
   *[advocate] advocate
}
