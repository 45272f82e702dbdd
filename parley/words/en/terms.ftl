# What a statement is, and what a party's statements make of its position.

-demand = demand
-stated-limit = stated limit
-offer = offer
-best-offer = best offer
-measure = measure
-threat = threat
-reason = reason

kind = { $kind ->
    [demand] { -demand }
    [red_line] { -stated-limit }
    [offer] { -offer }
    [measure] { -measure }
    [threat] { -threat }
   *[rationale] { -reason }
}
measure-at-stage = { $stage ->
    [announced] announced { -measure }
    [suspended] suspended { -measure }
    [withdrawn] withdrawn { -measure }
   *[in_force] { -measure } in force
}
part = { $part ->
    [demand] { -demand }
    [limit] { -stated-limit }
    [measure] { -measure }
   *[offer] { -offer }
}
part-of-position = { $part ->
    [demand] { -demand }
    [limit] { -stated-limit }
    [measure] { -measure }
   *[offer] { -best-offer }
}
role = { $role ->
    [principal] principal
    [third_party] third party
    [observer] observer
   *[advocate] advocate
}
party-formerly = formerly { $names }
party-joined = joined { $day }
party-left = left { $day }
party-merged = part of { $party } now
