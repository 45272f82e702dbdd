# Who said something, on whose word, in which document and when, and what of it is admitted.

attribution = { $grade ->
    [on_record] on record
    [document] in a document
    [anonymous_official] unnamed official
    [anonymous_source] unnamed source
    [reporter] reporter's account
    [expert_coding] expert coding
    [unstated] nobody's stated word
   *[third_party_analysis] third party's analysis
}
coded-by = coded by { $by }
coded-by-on = coded by { $by }, { $on }
says-where = { CAP($kind) }: { $place }
own-word = { $speaker }
conveyance = { $way ->
    [stated] stated
    [reported] reported
    [enacted] enacted
    [intention] stated intention
    [hint] hint
    [forecast] forecast
   *[implied] implied
}
stays-inside = internal
whose-word = { $speaker }, { $grade }
according-to-reporter = { $speaker }, according to the reporter
third-party-word = { $grade }, on { $speaker }
source = { $publication }, { $day }
paragraph = paragraph { $number }
heading = heading
on-page = page { $number }
on-line = line { $number }
citation = { $whose }, { $day }; { $found }
numbered-document = [{ $number }] { $document }
document-by-number = [{ $number }]
paragraphs = { $count-number ->
    [one] paragraph { $numbers }
   *[other] paragraphs { $numbers }
}
cited-in-short = Rests on { $documents }.
citation-without-document = { $whose }, { $day }; { no-document }
no-document = no document
found-at = { $address }
copy-at = copy kept at { $address }
looked-up = looked up { $day }
date-printed = date printed
date-inferred = date inferred
prints-its-date = The document prints its date.
date-was-inferred = The date was inferred.
date-was-inferred-from = The date was inferred: { $note }
all-held = { $documents }, { $statements }.
no-statements = No statements
statements-with-oldest = { $statements }, the oldest { $oldest }

## The evidence cut

cut = { $cut ->
    [on-record] on record only
    [officials] officials, named or not
   *[all] all evidence
}
cut-note = Evidence: { $cut }
cut-leaves-nothing = { $note }. It leaves out nothing that was said by then.
cut-leaves-out = { $note }. { $left } of { $count } { $count-number ->
    [one] demand, stated limit, offer or measure
   *[other] demands, stated limits, offers and measures
} { $left-number ->
    [one] is
   *[other] are
} left out.
