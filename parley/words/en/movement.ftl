# What happened on an issue between two dates, and on all of them.

no-position-changed = No position changed.
no-party-surely-moved = No party is certain to have moved.
party-moved = { $party } { $verb ->
    [asked] asked for { $way }
    [offered] offered { $way }
   *[moved] moved { $way }
}
party-moved-both-ways = { $party } moved both ways
party-hardened = { $party } hardened by { $amount }
party-eased = { $party } eased by { $amount }
perhaps-already-earlier = { $what } (perhaps earlier)
others-changed = What each of the other parties did ({ $changes-number ->
    [one] 1 change
   *[other] { $changes } changes
}{ $also ->
    [some] ; { $statements } that changed no position
   *[none] {""}
})
not-known-whether-closer = Whether { $both } are closer is not known: { $why }.
one-party-not-measured = Whether that is closer is not known: { only-one-is-shown }.
nothing-to-measure-then = there was no distance to measure on { $day }
nothing-to-measure-now = there is no distance to measure on { $day }
not-of-one-kind = an act and a word, or a hint and a word that commits, are not measured against each other
known-within-bounds = the distance is known within bounds alone
may-be-older = a move may have been made before { $day }
distance-stays = The distance between { $both } stays { $distance }: { $why }.
measured-elsewhere = it lies between the { $asked } of { $asker } and the { $met } of { $other }, and neither moved
still-no-distance = There is still no distance between { $both }.
distance-unchanged = { CAP($moves) }: the distance is unchanged, { $distance }.
took-a-position = { $parties } took a position where none stood
took-back-a-position = { $parties } took back a position
leads-still = { CAP($both) }: still { $apart }.
leads-changed = { CAP($both) }: { $before } then, { $after } now.
leads-changed-by = { CAP($both) }: { $before } then, { $after } now ({ $shares }).
leads-still-by = { CAP($both) }: still { $apart } ({ $shares }).
share = { $party } { $way ->
    [off] took off
   *[on] added
} { $amount }
after-what-ran-out = After what ran out: { $apart }.
newest-threat = Newest threat by { $party }: { $told }. Threats are never placed in a gap.
threat-on-a-day = { $place } ({ $when })
which-threat-was-last = which came last is not known
threat-before = before it: { $threats }
also-said = Also said, changing no position: { $kinds }.
new-under-condition = New { kind } by { $party }, { $condition }: { $says } ({ $day })

## On all issues

movement-of = { $title } (data version { $version }; { $cut })
issues-by-status = Issues by status, on { $since } and on { $until }: { $statuses }.
status-counted = { $status } { $then }, then { $now }

nothing-moved = From { $since } to { $until } no position is certain to have moved on { $issues-number ->
    [one] { $issues } issue
   *[other] any of { $issues } issues
}.
positions-moved = From { $since } to { $until } positions moved on { $moved } of { $issues }: { $ways }.
moved-on = { $course ->
    [towards] closer
    [away] further apart
    [same] the distance unchanged
   *[unsure] not known whether closer
} on { $count }
on-so-many-issues = on { $count } { $count-number ->
    [one] issue
   *[other] issues
}
took-a-position-on = { on-so-many-issues } { $parties } took a position where none stood
taken-back-on = { on-so-many-issues } a position was taken back
looks-like-movement-on = { on-so-many-issues } it only looks like movement
published-later = { $count } { $count-number ->
    [one] statement said by then was
   *[other] statements said by then were
} published only after { $day }: a briefing on that day could not show them.

## The ways on which issues are filed

course = { $course ->
    [towards] closer
    [away] further apart
    [same] unchanged distance
    [unsure] moved, not known whether closer
    [new] new or taken back
    [looks] only looks like movement
   *[still] no position changed
}
filed-under = { $course ->
    [towards] Closer
    [away] Further apart
    [same] Moved, the distance unchanged
    [unsure] Moved, and not known whether closer
    [new] A position taken where none stood, or taken back: nothing to measure it against
    [looks] Only looks like movement: the evidence changed, and no party is certain to have moved
   *[still] No position changed: what was said is a threat, stands under a condition, or moves nothing
}
nothing-said-on = Nothing was said, or reasons alone, on { $issues }.

## The gap, then and now

alone-changes = What { $party } said changed the status by itself.
either-alone-changes = What { $one } said would have changed the status by itself, and so would what { $other } said.
status-before = { $issue }, { $status } before
