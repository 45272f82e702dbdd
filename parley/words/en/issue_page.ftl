# What the page of an issue says around what is told of it.

field-of-issue = { $field ->
    [apart] Apart
    [status] Status
    [hints] With hints
    [change] What would change this
    [price] Under a condition
    [whole] All pairs
   *[first] Compared first
}
issue-caption = { $table ->
    [answer] What lies between the parties
    [columns] What would settle it, where the ball lies, and how sure it is
    [whole] All that was said on this issue
    [voices] Who says what within the party
    [also] Statements that are not counted, by kind and party
    [reasons] Threats and reasons by party
    [others] The other parties one by one, and where each of them stands
   *[board] Statements that are counted, by kind and party
}
said-by = What was said and what happened up to { $day }
said-head = { $head ->
    [date] Date
    [party] Party
   *[what] What
}
statements-of-kind = { $kind ->
    [demand] Demands
    [red_line] Stated limits
    [offer] Offers
    [measure] Measures
    [threat] Threats
   *[rationale] Reasons
}
summary-head = { $column ->
    [settle] What would settle it
    [ball] Where the ball lies
   *[sure] How sure
}
older-counts = The newest word by { $party } is of { $newest }; { $party-number ->
    [one] its
   *[other] their
} { $part } of { $when } still counts, because { $why ->
    [not_furthest] it goes further than the newer one
    [threat] the newer word is a threat, and threats are never placed in a gap
    [no_place] the newer word names no place on the scale
   *[other] the newer word does not replace it
}.
nothing-to-settle = Nothing uncertain would change this.
all-said = { CAP($statements) } on this issue: { $parts }.
so-many-counted = { $count } counted
so-many-aside = { $count } not counted
so-many-by-others = { $count } by the other parties
drawn-from = Drawn: { $told }; { $record-number ->
    [0] none
   *[other] { $record }
} on record.
issue-number = { $number } of { $total }
uncounted-held = Also said, not counted ({ $count })
speakers-differ = { $count-number ->
    [one] { $count } speaker who differs within a party
   *[other] { $count } speakers who differ within a party
}, and which rule decides
more-on-it = More on this ({ $count })
others-one-by-one = { $parties-number ->
    [one] The other party that has spoken
   *[other] The other { $parties } parties that have spoken, one by one
} ({ $statements })
others-not-in-the-evidence = Nothing of their own in the evidence shown
member-head = { $head ->
    [party] Party
    [stands] Where it stands
   *[also] Also said
}
none-there = { $table ->
    [board] None counted
    [also] None besides
   *[reasons] None in the sources held
}
unplaced-held = Threats ({ $threats }) and reasons ({ $reasons }), shown but never placed in a gap
not-heard = Nothing on this issue by { $parties } in the sources held.
nothing-by-then = Nothing by the parties shown on this issue by then, in the evidence shown.
cannot-be-drawn = This issue cannot be drawn. The lines in which the dashboard was started say why.
did-not-come = What is drawn of this issue did not come from the dashboard in time to be printed.
event-mark = Event
day-ahead = { $day } (ahead)
