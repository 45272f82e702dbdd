# Why a statement carries no part of a position.

set-aside = { $why ->
    [future] It was said after the date shown.
    [never_own] A forecast or a third party's reading is never the party's own position.
    [conditional] It stands only under its condition, which is not known to be met.
    [no_place] It names no place on the scale, and another statement does.
    [older] A newer statement stands in its place.
    [may_not_commit] Its speaker cannot commit the party, so it does not replace an official statement.
    [not_furthest] Another statement goes further.
   *[not_positional] Threats and reasons are shown but never placed in a gap.
}
not-placed = Not placed: { $reason }
addressed-to = It is addressed to { $whom }.
was-withdrawn = It was withdrawn ({ $day }).
ran-out = It ran out ({ $day }).
cut-out = The evidence shown ({ $cut }) leaves it out.
replaced = A later statement replaces it: { $by }.
left-out = { $count } { $why ->
    [cut] { $count-number ->
        [one] statement
       *[other] statements
    } left out by the evidence shown
    [never_own] { $count-number ->
        [one] forecast or reading by others
       *[other] forecasts or readings by others
    }
    [withdrawn] withdrawn
    [expired] run out
   *[to_others] addressed to others
}
