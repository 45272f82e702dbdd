# What the overview says of a row and of all of them.

one-party-only = One party only
status-between = { $status } between { $parties }
status-in-words = { $status }. { $meaning }
not-shown = not shown
held = As of { $day }, { $statements } from { $documents } on { $issues }
statements-with-placed = { $statements } ({ $placed-number ->
    [one] { $placed } demand, limit, offer or measure
   *[other] { $placed } of them demands, limits, offers or measures
})
statements-with-counting = { $statements } ({ $placed-number ->
    [one] { $placed } demand, limit, offer or measure, { $counting-number ->
        [0] not counted
       *[other] counted
    }
   *[other] { $counting } of their { $placed } demands, limits, offers or measures counted
})
with-status = { $count } { $status }
summary = { $held }: { $statuses }.
summary-without-status = { $held }.
placed = { $count } { $count-number ->
    [one] demand, limit, offer or measure
   *[other] demands, limits, offers or measures
}
counting = { $count } of them counted
standing-measured = { $any ->
    [no] The distance is known on no issue
   *[yes] The distance is known on { $issues-number ->
        [one] the one issue
       *[other] { $measured } of { $issues } issues
    }{ $which ->
        [all] , all of them open
        [one] , which is open
        [some] , { $open } of them open
       *[none] {""}
    }
}{ $on_record ->
    [none] ; on record alone, on none
    [some] ; on record alone, on { $recorded }
   *[same] {""}
}.
standing-decided = { $status } on { $issues }.
standing-unplaced = { $party } { $party-number ->
    [one] has
   *[other] have
} said nothing that can be compared on { $issues }
standing-unplaced-too = { $party } nothing on { $issues }
standing-last = Last move: { $moves }, on { $issue }, { $when }.
unanswered = In the evidence shown, { $pairs }.
has-not-answered = { $other } { $other-number ->
    [one] has
   *[other] have
} not answered { $party } on { $issues }
open-on = Something is open on { $issues-number ->
    [one] the one issue
   *[other] { $count } of { $issues } issues
}{ $drawn ->
    [yes] ; beneath { $issues-number ->
        [one] its
       *[other] each
    } drawing stands what would have to be found out.
   *[no] .
}
named-and-more = { $named } and { $more } more
pairs-by-status = Of { $pairs } pairs { $statuses }
pairs-without-status = { $count } without a status
widest-pair = { $counts }; widest: { $pair }, { $distance }.
no-pair-wider = { $counts }; none is wider apart.

## The order of the issues

order-name = { $order ->
    [listed] As listed in the file
    [gap] Furthest apart first
    [newest] Newest word first
   *[moved] Newest move first
}
furthest-apart = Furthest apart, measured on each issue’s own scale: { $issues }. Steps of different issues are not equal.
share-in-steps = { $issue } { $exact ->
    [yes] { $low }
   *[no] { $low } to { $high }
} of { $whole } { $whole-number ->
    [one] step
   *[other] steps
}
share-in-units = { $issue } { $apart } of { $whole }
by-a-hint = { $told } by a hint
title-answer = { $who ->
    [named] { $pair } { $told }
   *[plain] { $told }
}
