# Parties told together on an issue.

so-many-parties = { $parties } { $parties-number ->
    [one] party
   *[other] parties
}
members-stand = { $members } { members-do } { $place }
so-many-stand = { $number } { members-do } { $place }
strip-name = { $number } { members-do }
so-many-name-no-place = { $number } { $number-number ->
    [one] names
   *[other] name
} no place
place-of-some = { $place } ({ $number } of { $of })
members-do = { $part ->
    [demand] { $number-number ->
        [one] asks
       *[other] ask
    }
    [measure] { $number-number ->
        [one] holds
       *[other] hold
    }
    [offer] { $number-number ->
        [one] offers
       *[other] offer
    }
   *[limit] { $number-number ->
        [one] sets a limit:
       *[other] set limits:
    }
}
members-of-whom = { $members }: { $told }
members-name-no-place = { $members } name no place
names-no-place = names no place
went-this-way = { $number } { $way ->
    [up] moved up the scale
    [down] moved down the scale
    [both] moved both ways on the scale
    [unsure] moved, which way on the scale is not known
    [new] took a position where none stood, or took one back
   *[still] not certain to have moved
}
