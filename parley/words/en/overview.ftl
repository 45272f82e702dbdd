# What the overview says of a row and of all of them.

one-party-only = One party only
status-between = { $status } between { $parties }
status-in-words = { $status }. { $meaning }
not-shown = not shown
held = As of { $day }, { $statements } from { $documents } on { $issues }
statements-with-placed = { $statements } ({ $placed } of them demands, limits or offers)
statements-with-counting = { $statements } ({ $counting } of their { $placed } demands, limits or offers counted)
with-status = { $count } { $status }
summary = { $held }: { $statuses }.
summary-without-status = { $held }.
placed = { $count } { $count-number ->
    [one] demand, limit or offer
   *[other] demands, limits or offers
}
counting = { $count } of them counted
found-with = { $statements } with “{ $words }”
