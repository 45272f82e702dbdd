# What is held of one statement, field by field.

field = { $field ->
    [who] Who
    [said] Said
    [reported] Reported
    [document] Document
    [locator] Place in it
    [scale] On the scale
    [figure] Figure
    [condition] Condition
    [addressed] Addressed to
    [replaces] Replaces
    [replaced] Replaced by
    [repeats] Same position as
    [firmness] How firmly said
    [note] Note
   *[counted] Counted
}
held-of-statement = What is held of this statement
evidence-opened = { $count-number ->
    [one] Evidence
   *[other] Evidence: { $count } statements
}
kind-asked-of = { $kind } { $asked }
kind-by-on = { CAP($kind) } by { $party } on { $issue }
dated-how = { $day } ({ $basis })
dated-how-because = { $day } ({ $basis }: { $note })
with-date-inferred = { $source } ({ date-inferred })
by-anchor = “{ $words }”
no-place-because = not placed: { $reason }
amount = { $number } { $unit }, { $what }
firmness-of-five = { $firmness } of 5, where 5 is the firmest
confidence-in-coding = how sure this coding is: { $confidence }
quoted-statement = { $says } ({ $day })
counted-aside = { $how ->
    [apart] apart
   *[no] no
}. { $why }
counted-or-not = { $counted ->
    [yes] yes
   *[further] no: another statement reaches further
}
counted-apart = counted apart
paragraph-held = The paragraph, from the text you hold
paragraph-not-held = The document's text is not held here.
more-held = More: { $fields }
