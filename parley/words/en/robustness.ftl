# How well the evidence carries what is found.

findings-that-hold = Of { $findings }, { $holding }.
findings-on-record-that-hold = Of { $findings }, all shown on record only, { $holding }.
hold = { $count-number ->
    [0] none hold
    [one] { $count } holds
   *[other] { $count } hold
} { $test }
hold-too = { $count-number ->
    [0] none
   *[other] { $count }
} { $test }
test = { $test ->
    [on_record] on record only
    [fresh] on fresh evidence only
   *[alone] whichever one statement is left out
}

## On which single statements a finding rests

rests-on-none = No single statement carries it: without any one, status and distance stay.
rests-on-one = Rests on one { $remark }. Without it { $becomes }.
rests-on-each = Rests on each of { $count } statements. Without the { $remark } { $becomes }.
only-distance-rests-on-one = Weakest link: the { $remark }. Without it { $becomes }; the status stays.
only-distance-rests-on-each = The distance rests on each of { $count } statements; no single one carries the status.
remark = { $known ->
    [undated] undated { $word }
    [bounded] { $word } from { $day }
   *[dated] { $word } of { $day }
}
remark-word = { $grade ->
    [on_record] on-record statement
    [document] document
    [anonymous_official] anonymous official's remark
    [anonymous_source] anonymous remark
    [reporter] reporter's account
    [expert_coding] expert coding
    [unstated] statement without attribution
   *[third_party_analysis] third party's analysis
}
without-remark = without the { $remark }
without-any-of = without any one of { $count } statements
distance-without = { $distance } { $without }

## What becomes of a finding

becomes-no-evidence = there is no evidence { $whose }
becomes-status = the status is { $status }
becomes-not-known = the distance is not known
becomes-no-distance = there is no distance
becomes-apart = the two are { $distance }
evidence-from = from { $parties }
no-evidence-from = no evidence { $whose }
unchanged = unchanged
same-status = same status, { $distance }
status-and-distance = { $status }, { $distance }
distance-not-known = distance not known
on-less-evidence = { CAP($test) }: { $becomes }.
on-either-evidence = { CAP($one) }, and { $other }: { $becomes }.
already-on-record = Already on record only.
shown-already = Shown already
