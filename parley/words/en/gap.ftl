# What lies between two parties, its status, and what would change it.

no-distance = no distance
apart = { $distance } apart
not-known = not known
table-gap = { $asked }; { $table }: { $distance }.
asks-for = { $party } { $party-number ->
    [one] asks
   *[other] ask
} for { $place }
asks-government-for = { $party } { $party-number ->
    [one] asks
   *[other] ask
} { $asked } to obtain { $place }
measure-taken = { $party } { $stage ->
    [announced] { $party-number ->
        [one] announces
       *[other] announce
    }
    [suspended] { $party-number ->
        [one] has
       *[other] have
    } suspended
    [withdrawn] { $party-number ->
        [one] has
       *[other] have
    } withdrawn
   *[in_force] { $party-number ->
        [one] holds
       *[other] hold
    }
} { $place }
best-on-the-table = { $way ->
    [hinted] the most { $party } { $party-number ->
        [one] has
       *[other] have
    } hinted at is { $place }
   *[offered] the best { $party } { $party-number ->
        [one] has
       *[other] have
    } put on the table is { $place }
}
nothing-offered-beyond-demand = { $party } { $party-number ->
    [one] asks for { $place } and has offered nothing beyond it
   *[other] ask for { $place } and have offered nothing beyond it
}
no-offer-but-a-limit = { $party } { $party-number ->
    [one] has made no offer; its stated limit is { $place }
   *[other] have made no offer; their stated limit is { $place }
}
unnamed-outcome = an outcome ({ extent-not-stated })

## The status of a gap

status = { $status ->
    [agreed] agreed
    [offers_meet] offers meet
    [bridgeable] bridgeable
    [blocked] blocked
    [unknown] open
    [same_way] same direction
    [no_ask] no ask stated
   *[no_evidence] no evidence
}
status-open = open ({ $possible })
agreed = What { $both } ask for already overlaps.
same-way = { CAP($both) } want the same way, so there is nothing to bridge between them.
goes-further = { $party } { $party-number ->
    [one] asks
   *[other] ask
} for { $way ->
    [down] less
   *[up] more
}, by { $distance }
go-as-far = both ask for the same
perhaps-further = who asks for more is not known
offers-meet = The best offers already overlap; the public demands do not.
bridgeable = { $whose ->
    [stated] Stated limits overlap
   *[bounded] Limits, as far as the offers bound them, overlap
} { $where }. Best offers are still { $distance } apart.
overlap-at = at { $place }
overlap-between = between { $low } and { $high }
overlap-somewhere = somewhere between { $low } and { $high }
blocked = Stated limits exclude each other by { $distance }. No { $scale ->
    [ladder] step
   *[quantity] figure
} satisfies both as stated.
no-evidence-held = No statement by { $parties } on this issue in the sources held.
no-evidence-shown = No demand, offer, measure or stated limit { $firmly ->
    [no] without a condition by
   *[any] by
} { $parties } on this issue in the evidence shown.
no-evidence-shown-because = No demand, offer, measure or stated limit { $firmly ->
    [no] without a condition by
   *[any] by
} { $parties } on this issue in the evidence shown: { $why }.

## What would change it

possible-statuses = { CAP($possible) }.
we-do-not-know = We do not know.
short-of-that = Short of that we do not know.
neither-stated = Neither { $one } nor { $other } has stated { $noun ->
    [demand] a demand
    [offer] an offer
   *[limit] a limit
}{ $firmly ->
    [no] {" "}without a condition.
   *[any] .
}
stated-no = { CAP($party) } { $party-number ->
    [one] has
   *[other] have
} stated no { $noun ->
    [demand] demand
    [offer] offer
   *[limit] limit
}{ $firmly ->
    [no] {" "}without a condition.
   *[any] .
}
not-exact = { $parties-number ->
    [one] The { $noun ->
        [demand] demand
        [offer] offer
       *[limit] limit
    } stated by { $parties } is not exact.
   *[other] The { $noun ->
        [demand] demands
        [offer] offers
       *[limit] limits
    } stated by { $parties } are not exact.
}
outcome = { $gap ->
    [limit] an outcome fits both limits
    [bid] the best offers meet
   *[headline] the demands meet
}
would = { $party } would { $gap ->
    [limit] accept
    [bid] offer
   *[headline] ask for
} { $side }
it-would = { $party-number ->
    [one] it
   *[other] they
} would { $gap ->
    [limit] accept
    [bid] offer
   *[headline] ask for
} { $side }
pivot = { $how ->
    [surely-if] { CAP($outcome) } for certain if
   *[only-if] { CAP($outcome) } only if
} { $would }.
enough = { CAP($outcome) } if { $ways }.
price-stands = { $stands }.
price-in-distance = Without it the gap { $measured ->
    [limits] between the limits
   *[table] between demand and offer
} is { $without }, with it { $with_it }.
price-in-status = Without it: { $without }; with it: { $with_it }.
if-hints-stand = If what was hinted stands: { $told }

## Labels in the cell that sums it up

label-price = At a price
