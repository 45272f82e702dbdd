# Places on scales, and distances between them.

rung = { $marks ->
    [quoted] “{ $name }”
   *[bare] { $name }
}
quantity = { $number } { $unit }
stretch = { $low } to { $high }
side = { $place } or { $way ->
    [lower] lower
   *[higher] higher
}
distance = { $exact ->
    [yes] { $low }
   *[no] { $low } to { $high }
} { $scale ->
    [ladder] { $rungs ->
        [one] rung
       *[several] rungs
    }
   *[quantity] { $unit }
}
beyond = { $way ->
    [higher] above
   *[lower] below
} { $place }
anything-between = { $stretch } (anything between)
before-and-now = { $before } before, { $now } now
no-place-named = no place named
not-stated = not stated
stated-without-a-place = stated, but no place named
