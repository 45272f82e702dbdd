# Where the ball lies: who moved last, what comes next, how long it has been quiet.

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
