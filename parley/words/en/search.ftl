# What is said of a search over all that a negotiation holds.

found-for = { $statements } for “{ $words }”
found-with-others = { $found }, and { $others }
nothing-holds = Nothing holds “{ $words }”.
mended = Nothing for “{ $word }”; shown: “{ $near }”.
none-near = “{ $word }” stands nowhere, and no word is near to it.
also-searched = Also searched for, as related words: { $words }.
found-later = Not shown: { $statements } said after { $day }.
found-cut = Not shown: { $statements } left out by the evidence cut ({ $cut }).
whose-kind = { $party }, { $kind }:
found-line = { $whose } { $says } ({ $cited }; { $key })
other-line = { $kind }: { $name } ({ $aside })
held-in-note = note: { $note }
held-in-anchor = in the document: “{ $anchor }”
find-kind = { $kind ->
    [party] Party
    [speaker] Speaker
    [issue] Issue
    [step] Step of a scale
    [event] Event
   *[document] Document
}
speaker-of = { $party } · { $statements }
step-of = { $issue } · { $means }
how-to-search = Type words in the search field above. They are looked for in statements, notes, conditions, speakers, parties, issues, steps of scales, documents and events. All words must stand there; the last may be half typed.
