# How one part of a position changed.

its = { $party-number ->
    [one] its
   *[other] their
}

moved = { $party } { $verb ->
    [asked] asked for { $way },
    [offered] offered { $way },
   *[moved] moved { $way }
} by { $amount }: { part } { before-and-now }
way-facing = { $way ->
    [towards] towards
   *[away] away from
} { $facing }
way-on-scale = { $way ->
    [up] up
   *[down] down
}
way-in-amount = { $way ->
    [more] more
   *[less] less
}
offer-made = { $party } made an offer { $amount } { $way ->
    [towards] beyond
   *[away] short of
} { its } { $demand ->
    [earlier] earlier demand
   *[same] demand
}: { $place }
offer-made-perhaps-beyond = { $party } made an offer, perhaps beyond { its } demand: { $place }
offer-taken-back = { $party } took back { its } offer, { $amount } beyond { its } demand: { $place }
first-held = new { part } by { $party }: { $place }
taken-back = { $party } took back { its } { part }: { $place }
said-again = { $party } said { its } { part } again: { $place }
told-otherwise = the { part } of { $party } is reported { $how ->
    [clearer] more precisely
    [vaguer] less precisely
   *[unsure] otherwise; whether it came closer is not known
}: { before-and-now }
part-ran-out = the { part } of { $party } ran out: { $place }
part-ran-out-leaving = the { part } of { $party } ran out: { $place }; left is { $rest }
found = the { part } of { $party } was said before, and published only later: { $place }
found-again = another account of the { part } of { $party }, published only later, says the same: { $place }
found-besides = { $part ->
    [limit] a { -stated-limit }
    [offer] an { -offer }
    [measure] a { -measure }
   *[demand] a { -demand }
} of { $party } was said before, and published only later: without it { $before }; with it { $now }
perhaps-earlier = { $what } (perhaps earlier, as not every date is known)
on-the-way = { CAP($what) } ({ $when }, { $dated ->
    [surely] between the two dates
   *[perhaps] perhaps before the first date
}).

## The names of what became of a part, and why

turn = { $turn ->
    [towards] towards
    [away] away
    [clearer] reported more precisely
    [vaguer] reported less precisely
    [first] first held
    [gone] no longer held
    [again] said again
   *[unsure] reported otherwise, the two overlap
}
cause = { $cause ->
    [said] said
    [found] found
   *[lapsed] lapsed
}
