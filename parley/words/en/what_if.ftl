# The sheet in which a reader puts a party elsewhere.

what-if = What if
what-if-holds = Your own places: what the distances would be if a party stood elsewhere. A row for each issue and the pair told of.
what-if-is-yours = Your own places, said by nobody: what is typed into the coloured cells changes the distances on this sheet and nothing else.
what-if-how = Choose a step, or type a number of the scale; an empty cell leaves a party where it stands. As long as nothing is typed, the distances are those of the sheet Gaps. What is offered never lies short of what is asked, and bounds a limit that was not stated; what stands under a condition is left out. No status is told.
what-if-why-not = Why nothing can be put here
what-if-held = { $side ->
    [a] Party A
   *[b] Party B
} { $part ->
    [demand] asks, or does
    [offer] offers
   *[limit] states as limit
}
what-if-instead = { $side ->
    [a] Party A
   *[b] Party B
}, { $part ->
    [demand] your demand
    [offer] your offer
   *[limit] your limit
}
not-measured = not measured
places-do-not-fit = offer beyond limit
what-if-no-pair = There is no pair of parties to measure.
what-if-no-direction = It is not known which way one of the two wants.
what-if-target = One of the two wants a value of its own, neither more nor less: a single place does not tell what it would take.
what-if-same-way = Both want the same way: there is no gap between them.
what-if-crossed = An offer crosses the party's own stated limit: which of the two holds is not known.
what-if-outdone = An offer goes less far than the party's own demand: with another demand it would count again.
what-if-tied = The parts of a position hang together in ways that a single place does not follow.
