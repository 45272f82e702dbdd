# What depends on something.

condition = { $link ->
    [only_if] only if
    [iff] if and only if
   *[if] if
} { $what }
under-condition = { $place }, { $condition }
stands-under-condition = This { $kind ->
    [demand] demand
    [red_line] limit
    [offer] offer
    [measure] measure
    [threat] threat
   *[rationale] reason
} by { $party } stands { $condition }
one-stands-under-condition = { $kind ->
    [demand] A demand
    [red_line] A limit
    [offer] An offer
    [measure] A measure
    [threat] A threat
   *[rationale] A reason
} by { $party } stands { $condition }
