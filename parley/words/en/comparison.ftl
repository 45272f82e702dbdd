# Columns side by side, each a party at a date.

party-at = { $party }, { $day }
relation = { $relation ->
    [agree] Agree
    [differ] Differ
    [may_differ] May agree or differ
    [exclude] Exclude each other
    [same_way] Same direction
    [unchanged] Unchanged
    [nothing_newer] No newer position
    [changed] Changed
    [unheard] No evidence
   *[silent] No ask stated
}
new-threats = { $count-number ->
    [one] New threat
   *[other] { $count } new threats
}
relation-on = { $relation ->
    [agree] agree on { $issues }
    [differ] differ on { $issues }
    [may_differ] may agree or differ on { $issues }
    [exclude] exclude each other on { $issues }
    [same_way] want the same way on { $issues }
    [unchanged] said the same again on { $issues }
    [nothing_newer] no newer position on { $count } of { $of }
    [changed] changed on { $issues }
   *[silent] nothing to compare on { $count } of { $of }
}
relation-on-so-many = { $relation ->
    [agree] agree on { $count }
    [exclude] exclude each other on { $count }
    [differ] differ on { $count }
    [may_differ] may agree or differ on { $count }
   *[same_way] want the same way on { $count }
}
relation-on-none = can be compared on none
two-of-them = two or more of the parties
who-stand = { $who } { $how }
party-changed-on = { $party } changed on { $count }
party-unchanged = no position of { $party } changed
of-issues-told = Of { $of }: { $told }.
pair-by-pair = Pair by pair ({ $count })
new-threats-on = { $count-number ->
    [one] a new threat
   *[other] { $count } new threats
} on { $issues }
not-the-same = not the same: { $parts }
nothing-to-tell-on = Nothing new, or nothing to compare: { $issues }
no-pair-on = No two of the parties shown can be compared on { $issues }.
