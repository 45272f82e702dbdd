# Places on scales, and distances between them.

quantity = { $number } { $unit }
anchored = { $number } { $unit } ({ $means })
stretch = { $low } to { $high }
between-steps = between { $low } and { $high }
side = { $place }{ $scale ->
    [ladder] ,
   *[quantity] {""}
} or { $way ->
    [lower] less
   *[higher] more
}
distance = { $exact ->
    [yes] { $low }
   *[no] { $low } to { $high }
} { $scale ->
    [ladder] { $steps ->
        [one] step
       *[several] steps
    }
   *[quantity] { $unit }
}
beyond = { $way ->
    [higher] above
   *[lower] below
} { $place }
anything-between = { $scale ->
    [ladder] anything { $stretch }
   *[quantity] { $stretch } (anything between)
}
before-and-now = was { $before }; now { $now }
not-stated = not stated
