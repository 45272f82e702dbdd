# Statements that somebody outside proposes: what was put into the inbox, whether the anchor stands in the text, and what became of them.

put-in = { $proposals } put into the inbox; nothing of it counts before it is accepted.
proposals-counted = { $count } { $count-number ->
    [one] proposal
   *[other] proposals
}
put-in-also = { $put } { $there-number ->
    [one] One more was there already.
   *[other] { $there } more were there already.
}
anchor-found = { $found ->
    [found] The anchor stands in this paragraph.
    [elsewhere] The anchor stands in another paragraph.
    [nowhere] The anchor stands nowhere in this text.
    [no_anchor] No anchor is given.
    [no_paragraph] No paragraph is named.
    [no_text] The text of this document is not held, so the anchor cannot be looked for.
   *[no_source] No document is named.
}
anchors-counted = { $found ->
    [found] Anchors found where they are said to stand: { $count }.
    [elsewhere] Anchors found in another paragraph: { $count }.
    [nowhere] Anchors found nowhere in the text: { $count }.
    [no_anchor] Without an anchor: { $count }.
    [no_paragraph] Without a paragraph: { $count }.
    [no_text] Of documents whose text is not held: { $count }.
   *[no_source] Without a document: { $count }.
}
counts-of-proposer = { $proposer }: of { $settled } settled, { $accepted } accepted as proposed, { $mended } mended, { $refused } refused; { $open } open.
counts-of-newcomer = { $proposer }: { $open } open, none settled.
units-coded = { $both } { $both-number ->
    [one] unit
   *[other] units
} coded by both, { $first } by the first coder only, { $second } by the second only.
coded-alike = { $what ->
    [kind] Kind: { $alike } (nominal).
   *[rung] Step: { $alike } (ordinal, the steps of all issues taken as one variable).
}
units-alike = { $percent } % of { $units } { $units-number ->
    [one] unit
   *[other] units
} alike, Krippendorff's alpha { $alpha }
nothing-coded-twice = nothing to compare
no-alpha = not defined
codings-kept = double-coding.csv: { $units } { $units-number ->
    [one] unit
   *[other] units
} of this document, { $added } of them new; { $settled } more settled.
