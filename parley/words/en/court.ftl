# Where the ball lies: who spoke last and who has not answered, who moved last, what comes next, how long it has been quiet.

spoke-last = { CAP($party) } spoke last ({ $when }); { $other } { $other-number ->
    [one] has
   *[other] have
} not answered in the evidence shown.
spoke-alone = Only { $party } { $party-number ->
    [one] has
   *[other] have
} spoken ({ $when }); nothing by { $other } is in the evidence shown.
spoke-unsure = Who spoke last cannot be told: { $why }.
only-one-is-shown = only one party is shown
neither-has-spoken = nothing by { $one } or { $other } is in the evidence shown
spoke-on-one-day = { $one } and { $other } both spoke on { $when }
spoke-in-either-order = the newest words of { $one } ({ $when }) and of { $other } ({ $then }) may have come in either order
waits-for = { $kind ->
    [demand] A demand
    [red_line] A limit
    [offer] An offer
   *[measure] A measure
} by { $party } waits for { $by } to act first.
last-move = { $party } { $verb ->
    [asked] asked for { $way }
    [offered] offered { $way }
   *[moved] moved { $way }
} by { $amount }
last-move-to = { $move } ({ part }: { $place })
moved-last = { $when }, { $moves }
which-came-last = Which came last is not known.
event-ahead = { CAP($what) }, { $when }
end-ahead = { CAP($what) } (runs out), { $when }
nothing-said-yet = Nothing said yet
nothing-dated = Nothing that is dated
last-word = { CAP($when) }
quiet-for = { CAP($when) }, then quiet for { $exactly ->
    [yes] { $days }
   *[no] at least { $days }
}
