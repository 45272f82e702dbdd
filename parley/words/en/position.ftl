# A position line by line, and what is there instead of one.

doing = { $doing ->
    [demand] asks
    [limit] limit
    [offer] offers
    [announced] announces
    [suspended] has suspended
    [withdrawn] has withdrawn
    [measure] holds
    [in_force] holds
    [last_word] last word
   *[threat] threat
}
asks-of = asks { $parties }
asked-of = asked of { $parties }
does-somehow = { $does }, extent not stated
with-aside = { $place } { $aside }
limit-place = { $way ->
    [up] at least { $place }
   *[down] at most { $place }
}
limit-within = { limit-place }, perhaps { $way ->
    [up] even { $perhaps }
   *[down] only { $perhaps }
}
limit-within-short = { $place }, perhaps { $way ->
    [up] more
   *[down] less
}
limit-between = somewhere { $scale ->
    [ladder] { $place }
   *[quantity] from { $place }
}
extent-not-stated = extent not stated
conditional = conditional
flag = { $kind ->
    [conflict] accounts differ
    [incoherent] crosses its own limit
   *[stale] stale
}
shown-besides = { $party-number ->
    [one] its
   *[other] their
} { $words } of { $when } { $bounds }
word-of-a-part = { $part ->
    [demand] demand
    [limit] limit
   *[offer] offer
}
bound-shown = { $end ->
    [least] shows at least { $place }
   *[most] shows at most { $place }
}
told-in-different-ways = The { $part } by { $party } is told in different ways: { $place }.
own-limit-crossed = The { $part } by { $party } crosses its own stated limit.
no-evidence = No evidence
nothing-held = No statement on this issue in the sources held
no-ask-stated = No ask stated in { $statements }
no-ask-because = No ask stated: { $why }
all-left-out = Left out by the evidence shown: { $statements }
none-held = None in the sources held
none-standing = None standing in the evidence shown
none-standing-because = None standing: { $why }
none-unconditional = None without a condition in the evidence shown
none-committing = None by those who commit it in the evidence shown
