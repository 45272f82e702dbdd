# What the page of an issue says around what is told of it.

field-of-issue = { $field ->
    [apart] Apart
    [status] Status
    [change] What would change this
    [price] Under a condition
    [first] Compared first
    [disputed] Accounts differ
    [evidence] Evidence
    [whole] All pairs
   *[court] Ball in court
}
issue-caption = { $table ->
    [verdict] What lies between the parties
    [background] What stands behind it
    [voices] Who says what within the party
   *[board] Statements by kind and party
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
unplaced-held = Threats ({ $threats }) and reasons ({ $reasons }), shown but never placed in a gap
not-heard = Nothing on this issue by { $parties } in the sources held.
nothing-by-then = Nothing by the parties shown on this issue by then, in the evidence shown.
cannot-be-drawn = This issue cannot be drawn. The lines in which the dashboard was started say why.
event-mark = Event
day-ahead = { $day } (ahead)
