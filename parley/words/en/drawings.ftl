# What stands on a drawing, and what it shows in words.

part-of-party = { $party }, { $part }: { $place }
offer-hinted = { -best-offer }, only hinted at
grown-stale = { $told } (stale)
pair-and-unit = { $pair }, { $scale ->
    [ladder] steps
   *[quantity] { $unit }
} apart
distance-now = now { $distance }
distance-unknown-now = not known now
not-known-in-this-time = not known in this time
zone = { $known ->
    [somewhere] a zone, somewhere in here
    [possible] possible zone
    [certain] certain zone
   *[partly] zone: solid certain, hatched possible
}
silence = { $days } without a word{ $sure ->
    [yes] {""}
   *[no] {" "}of known date
}
date-shown = date shown
end-label = { $party } { $part ->
    [demand] { -demand }
    [limit] limit
    [measure] { -measure }
   *[offer] { -offer }
}
not-drawn = No demand, offer, measure or stated limit without a condition by these parties on this issue in the evidence shown, so there is nothing to draw.
others-not-drawn = { $parties } other { $parties-number ->
    [one] party that has spoken is
   *[other] parties that have spoken are
} not drawn
nothing-placed = no statement has a place on the scale

## The legend

legend = { $entry ->
    [hinted] only hinted or implied
    [teeth] { -stated-limit }, teeth on what is refused
    [voice] one speaker’s word
    [threat] { -threat }, never in a gap
    [refused] triangles: what a limit refuses
    [strokes] strokes: whose line it is
    [between] somewhere in between
    [since] said on one of these days
    [stale] dotted: older than { $days }
    [days] days of an event
    [broken] a long silence, drawn short
   *[statement] each statement, on its day
}

no-limit = { $why ->
    [unstated] limit not stated
    [conditional] no limit without a condition
   *[either] limit not stated, or not without a condition
}

## In words, for those who cannot see it

positions-on = Positions on { $scale }.
ladder-scale = a scale of named steps
quantity-scale = a scale in { $unit } from { $low } to { $high }
row-in-words = { $party } ({ $newest }): { $parts }.
row-with-voices = { $row } One speaker’s word: { $voices }
part-in-words = { $part } { $place }
none-without-condition = no { $part ->
    [demand] { -demand }
    [limit] limit
   *[offer] { -offer }
} without a condition
sentence = { $told }.
over-time = { $issue } over time.
event-in-words = { $event }, { $days }.
days-between = { $first } to { $last }
silence-in-words = { $silence } from { $first } to { $last }.
held-from = { $what } from { $first }
held-until = { $what } from { $first } until { $last }
