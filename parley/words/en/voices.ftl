# What each speaker of a party says, and the rule that makes one position of it.

voice = { $speaker }: { $place }
voice-cited = { $day }, { $grade }
voice-dated = { $speaker }, { $day }
voice-lettered = { $letter } { $voice }
whole-voice = { $letter }) { $voice } ({ $aside })
voices-at = { $party }, { $part }: { $place } ({ $who })
not-counted = not counted

## Which rule decides

offers-add-up = Counted: the furthest { $who-number ->
    [one] offer
   *[other] offers
} ({ $who }).
offers-add-nothing = Offers add up; none of these goes beyond the demand.
kept-apart = { $which ->
    [both] Both
    [all] All
   *[counting] Those that count
} { $sure ->
    [yes] were
   *[no] are taken as
} said { $when } and none replaces another, so the { $part } is { $where }.
within-days-of = within { $days } of { $word }
on-the-day-of = on the day of { $word }
newest-word = { $official ->
    [yes] the newest official word
   *[no] the newest word
}
newest-official-counts = The newest by a speaker who may commit { $party } counts: { $who }.
newest-counts = None of these speakers may commit { $party }, so the newest counts: { $who }.
official-word-stays = A speaker who may not commit { $party } does not replace { $party-number ->
    [one] its
   *[other] their
} official line.
with-other-parts = Together with the other parts of the position, the { $part } is { $place }.
