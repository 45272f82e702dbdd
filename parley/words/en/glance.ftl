# An issue at a glance: what stands beside its marks, and the answer in a few words.

no-distance-to-measure = No distance to measure
asks-more = { $party } asks { $distance } { $way ->
    [down] less
   *[up] more
}
ask-the-same = Both ask for the same
want-the-same = Both want the same way
measured-between = { $asker } { $asks } – { $other } { $does }
put-on-the-table = { $what ->
    [hint] hints
   *[limit] sets its limit
}

## Beside a mark

does-place = { $does } { $place }
does-of-place = { $does }: { $place }
does-without-extent = { $does }, { $told }
only-hinted = hint: { $what }
hinted-at = hinted { $parts }: { $place }
hints-at = hints at { $place }
somewhere-between = somewhere between
limit-at = limit: { $place }
told-on = { $told } · { $dated }
behind-on = · { $dated }
part-in-short = { $part ->
    [demand] ask
    [limit] limit
    [measure] measure
   *[offer] offer
}
ask-of = ask of { $parties }
threat-of = threat: { $place }
several-at = { $parts }: { $place }
nothing-placed-in = no ask stated in { $statements }
nothing-placed-because = no ask stated: { $why }
mark-in-full = { $party }: { $told }
mark-in-full-with = { $party }: { $told } { $aside }
nothing-said = { $parties }: nothing said
no-lane-left-out = { $parties }: left out
no-lane-placed = { $parties }: no ask stated
nothing-said-by-one = nothing said
no-limit-stated = ? no limit stated
speakers-say = { $who }: { $told }
part-of-speakers = { $part }, { $told }
nobody-spoke = Nothing said by the parties shown.
drawn-at-a-glance = { $issue }: { $told }.

## What is open

open-in-short = Open: { $question }
would-take = would { $party } { $gap ->
    [limit] take
    [bid] offer
   *[headline] ask for
} { $side }? { $missing }
has-stated-none = { $party-number ->
    [one] It has
   *[other] They have
} stated no { $noun ->
    [demand] demand
    [offer] offer
   *[limit] limit
}{ $firmly ->
    [no] {" "}without a condition.
   *[any] .
}
is-not-exact = { $party-number ->
    [one] Its
   *[other] Their
} { $noun ->
    [demand] demand
    [offer] offer
   *[limit] limit
} is not exact.
how-far = how far would { $parties } go? No { $noun ->
    [demand] demand
    [offer] offer
   *[limit] limit
} stated.
what-asked = what { $parties-number ->
    [one] does
   *[other] do
} { $parties } ask? No ask stated { $firmly ->
    [no] without a condition in
   *[any] in
} the evidence shown.

## What the marks mean

glance-key = { $entry ->
    [asks] asks
    [offers] offers
    [acts] holds
    [soft] hinted or implied
    [limit] { -stated-limit }
    [between] somewhere between
    [sure] distance
    [possible] possible
   *[stale] grey date: older than { $days }
}
