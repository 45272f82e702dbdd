"""Two versions of the files: what the coders changed, what new documents tell, and what the parties did, each apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.moved import Course
from parley.analysis.versions import Recoded, Versions, versions
from parley.dataset import Dataset
from parley.model import Source
from parley.telling.versions import field_name, recast_places
from parley.words import say
from tests.making import Words, dataset, issue, ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
ASKED = statement("a", "demand", "r5", id="asked")
ANSWERED = statement("b", "offer", "r1", id="answered", said="2025-03-10")


def talks(*said: Words, directions: Mapping[str, str] = UP_DOWN, scale: Words | None = None, **more: Any) -> Dataset:
    return quota(scale or ladder(6), directions, *said, **more)


def compared(old: Dataset, new: Dataset, cut: EvidenceCut = ALL_EVIDENCE) -> Versions:
    return versions(old, new, new.negotiation.parties, cut)


def with_source(data: Dataset, **fields: Any) -> Dataset:
    """Return the dataset with a record of a source added or put in place of the one with its id."""
    record = data.sources["gazette"].model_dump(by_alias=True) | fields
    typed = Source.model_validate(record)
    return replace(data, sources={**data.sources, typed.id: typed})


def with_header(data: Dataset, **fields: Any) -> Dataset:
    """Return the dataset with fields of the negotiation as given."""
    header = data.negotiation.model_dump(by_alias=True, exclude_defaults=True) | fields
    return replace(data, negotiation=data.negotiation.model_validate(header))


def fields(one: Recoded) -> list[tuple[str, object, object]]:
    return [(say(field_name(change)), change.before, change.after) for change in one.changes]


def recast(found: Versions) -> list[tuple[str, str, str, str]]:
    return [(one.party.id, one.part, *map(say, recast_places(one))) for one in found.recast]


def test_equal_versions_differ_in_nothing() -> None:
    """Every list is empty, and nothing moved."""
    found = compared(talks(ASKED, ANSWERED), talks(ASKED, ANSWERED))
    lists = (found.said_since, found.found, found.added, found.removed, found.recoded, found.records, found.new_records, found.gone_records)
    assert [list(one) for one in (*lists, found.recast)] == [[]] * 9
    assert (found.movement.since, found.movement.until) == (date(2025, 3, 10), date(2025, 3, 10))
    assert [one.course for one in found.movement.issues] == [Course.STILL]


def test_the_order_of_statements_is_no_difference() -> None:
    """A file sorted otherwise says the same."""
    found = compared(talks(ASKED, ANSWERED), talks(ANSWERED, ASKED))
    assert (found.recoded, found.recast, found.added) == ((), (), ())


def test_a_statement_added_from_a_document_that_was_held_is_the_coders_doing() -> None:
    """It was there to be read before."""
    found = compared(talks(ASKED, ANSWERED), talks(ASKED, ANSWERED, statement("a", "red_line", "r3", id="missed")))
    assert [one.id for one in found.added] == ["missed"]
    assert (found.found, found.said_since) == ((), ())
    assert recast(found) == [("a", "limit", "not stated", "at least Rung 3")]
    assert found.recast[0].ids == ("missed",)


def test_an_older_statement_from_a_new_document_was_found() -> None:
    """The coders changed nothing: a document came that they did not hold."""
    old = talks(ASKED, ANSWERED)
    new = with_source(talks(ASKED, ANSWERED, statement("b", "demand", "r0", id="older", source="memoir")), id="memoir", title="Memoir")
    found = compared(old, new)
    assert [one.id for one in found.found] == ["older"]
    assert (found.added, found.said_since) == ((), ())
    assert found.new_records == (("source", "memoir"),)
    assert recast(found) == [("b", "demand", "not stated", "Rung 0")]


def test_what_was_said_after_the_old_version_s_last_day_is_the_parties_doing() -> None:
    """It moves positions, and is no change of coding."""
    found = compared(talks(ASKED, ANSWERED), talks(ASKED, ANSWERED, statement("a", "demand", "r3", id="newer", said="2025-03-20")))
    assert [one.id for one in found.said_since] == ["newer"]
    assert (found.found, found.added, found.recast) == ((), (), ())
    assert (found.movement.since, found.movement.until) == (date(2025, 3, 10), date(2025, 3, 20))
    assert [one.course for one in found.movement.issues] == [Course.TOWARDS]


def test_what_was_said_on_the_old_version_s_last_day_was_found() -> None:
    """Like all that is older, it is no doing of the parties since; nor is what was said before and told of only later."""
    same_day = statement("a", "red_line", "r3", id="same-day", said="2025-03-10", reported="2025-03-20")
    newer = statement("b", "offer", "r2", id="newer", said="2025-03-25", reported="2025-03-25")
    found = compared(talks(ASKED, ANSWERED), talks(ASKED, ANSWERED, same_day, newer))
    assert ([one.id for one in found.added], [one.id for one in found.said_since]) == (["same-day"], ["newer"])
    assert [(move.part, move.cause.name) for one in found.movement.issues for move in one.moves] == [("offer", "SAID")]


def test_a_statement_removed_leaves_its_position() -> None:
    """What rested on it is not stated any more."""
    found = compared(talks(ASKED, ANSWERED), talks(ANSWERED))
    assert [one.id for one in found.removed] == ["asked"]
    assert recast(found) == [("a", "demand", "Rung 5", "not stated")]
    assert found.recast[0].ids == ("asked",)


def test_a_statement_placed_elsewhere_moves_its_position_though_nobody_spoke() -> None:
    """The field that changed is told, what it makes of the position, and that no party moved."""
    found = compared(talks(ASKED, ANSWERED), talks({**ASKED, "place": {"at": "r4"}}, ANSWERED))
    (one,) = found.recoded
    assert (one.kind, one.id) == ("statement", "asked")
    assert fields(one) == [("place", {"at": "r5"}, {"at": "r4"})]
    assert recast(found) == [("a", "demand", "Rung 5", "Rung 4")]
    assert [issue.course for issue in found.movement.issues] == [Course.STILL]


def test_a_stretch_is_told_as_the_files_write_it() -> None:
    """By the field's name there, which is no name in the code."""
    before, after = ({"from": "r2", "to": to, "reading": "imprecise"} for to in ("r4", "r5"))
    found = compared(talks({**ASKED, "place": before}), talks({**ASKED, "place": after}))
    assert fields(found.recoded[0]) == [("place", before, after)]


def test_a_longer_scale_leaves_a_position_where_it_stands() -> None:
    """A demand of 30 is one of 30, whatever else might be asked for."""
    asked = {**ASKED, "place": {"at": "30"}}
    found = compared(talks(asked, scale=percent()), talks(asked, scale=percent("60")))
    assert ([(one.kind, one.id) for one in found.records], found.recast) == ([("issue", "quota")], ())


def test_what_is_said_to_one_party_alone_is_recast_towards_it() -> None:
    """In both versions the position is the one shown towards the other of the leading pair."""
    old, new = (talks(ASKED, ANSWERED, statement("a", "offer", at, id="granted", to=["b"])) for at in ("r3", "r2"))
    assert recast(compared(old, new)) == [("a", "offer", "Rung 3", "Rung 2")]


def test_a_statement_of_another_kind_moves_two_parts() -> None:
    """A demand read as a limit is no demand any more."""
    found = compared(talks(ASKED, ANSWERED), talks({**ASKED, "kind": "red_line"}, ANSWERED))
    assert fields(found.recoded[0]) == [("kind", "demand", "red_line")]
    assert recast(found) == [("a", "demand", "Rung 5", "not stated"), ("a", "limit", "not stated", "at least Rung 5")]


def test_a_statement_given_to_another_party_moves_both() -> None:
    """Its party is told like any field."""
    found = compared(talks(ASKED), talks({**ASKED, "party": "b"}))
    assert fields(found.recoded[0]) == [("party", "a", "b")]
    assert recast(found) == [("a", "demand", "Rung 5", "not stated"), ("b", "demand", "not stated", "Rung 5")]


def test_new_words_change_no_position() -> None:
    """What was said is told in other words; a field left out before is told as such."""
    found = compared(talks(ASKED, ANSWERED), talks({**ASKED, "says": "All of it.", "note": "Read again."}, ANSWERED))
    assert fields(found.recoded[0]) == [("says", "a demand", "All of it."), ("note", None, "Read again.")]
    assert found.recast == ()


def test_positions_are_compared_under_the_evidence_cut() -> None:
    """What the cut leaves out changes no position under it."""
    leak = {**ASKED, "attribution": "anonymous_source"}
    assert recast(compared(talks(leak, ANSWERED), talks(ANSWERED))) == [("a", "demand", "Rung 5", "not stated")]
    assert compared(talks(leak, ANSWERED), talks(ANSWERED), ON_RECORD).recast == ()


def test_a_document_s_corrected_date_is_told_once() -> None:
    """Its statements take their day of report from it, and are not changed themselves."""
    old = talks(ASKED, ANSWERED)
    new = with_source(old, issued="2025-04-01").altered(
        {one: {"reported": old.sources["gazette"].issued.parse("2025-04-01")} for one in ("asked", "answered")}
    )
    found = compared(old, new)
    assert found.recoded == ()
    assert [(one.kind, one.id, fields(one)) for one in found.records] == [("source", "gazette", [("issued", "2025-03-31", "2025-04-01")])]


def test_a_paragraph_of_a_document_is_told_by_its_line() -> None:
    """One fingerprint of many is one change."""
    body = [{"line": 1, "fingerprint": "0" * 16}, {"line": 3, "fingerprint": "1" * 16}]
    old = with_source(talks(ASKED), body=body)
    new = with_source(talks(ASKED), body=[body[0], {"line": 3, "fingerprint": "2" * 16}])
    assert fields(compared(old, new).records[0]) == [("body.3.fingerprint", "1" * 16, "2" * 16)]


def test_a_rung_s_new_name_is_told_alone_and_renames_the_positions_on_it() -> None:
    """Not the whole ladder twice."""
    scale = ladder(6)
    rungs = [dict(rung, name="All of it") if rung["id"] == "r5" else rung for rung in scale["ladder"]]
    found = compared(talks(ASKED), talks(ASKED, scale={"ladder": rungs}))
    assert [(one.kind, one.id, fields(one)) for one in found.records] == [("issue", "quota", [("scale.ladder.r5.name", "Rung 5", "All of it")])]
    assert recast(found) == [("a", "demand", "Rung 5", "All of it")]


def test_a_rung_put_in_is_told_as_a_whole() -> None:
    """With everything it holds; the names of the others stay."""
    old, new = talks(ASKED), talks(ASKED, scale=ladder(7))
    rung = {"id": "r6", "name": "Rung 6", "means": "Outcome 6.", "why": "More."}
    assert fields(compared(old, new).records[0]) == [("scale.ladder.r6", None, rung)]
    assert fields(compared(new, old).records[0]) == [("scale.ladder.r6", rung, None)]


def test_rungs_in_another_order_are_told() -> None:
    """The order is what a ladder says; each rung by itself is as it was."""
    rungs = ladder(3)["ladder"]
    asked = {**ASKED, "place": {"at": "r2"}}
    found = compared(talks(asked, scale=ladder(3)), talks(asked, scale={"ladder": [rungs[0], rungs[2], rungs[1]]}))
    assert fields(found.records[0]) == [("order of scale.ladder", ["r0", "r1", "r2"], ["r0", "r2", "r1"])]


def test_another_kind_of_scale_is_told_and_the_position_in_both_words() -> None:
    """A rung before, a number now: nothing is computed across the two."""
    found = compared(talks(ASKED), talks({**ASKED, "place": {"at": "30"}}, scale=percent()))
    assert [name for name, _, _ in fields(found.records[0])] == ["scale"]
    assert recast(found) == [("a", "demand", "Rung 5", "30 %")]


def test_a_changed_direction_is_told_and_what_it_makes_of_the_position() -> None:
    """Whoever wants less is placed at the other end of an imprecise demand's span."""
    fine = {"from": "r2", "to": "r4", "reading": "acceptable"}
    old = talks({**ASKED, "place": fine})
    new = talks({**ASKED, "place": fine}, directions={"a": "down", "b": "down"})
    found = compared(old, new)
    assert fields(found.records[0]) == [("directions", {"a": "up", "b": "down"}, {"a": "down", "b": "down"})]
    assert recast(found) == [("a", "demand", "Rung 2", "Rung 4")]


def test_a_party_s_records_are_told_by_the_field() -> None:
    """Its names, and its speakers one by one."""
    minister, leak = ({"id": name, "name": name, "commits": name == "minister"} for name in ("minister", "leak"))
    old = talks(ASKED, parties_as={"a": {"speakers": [minister, leak]}})
    found = compared(old, talks(ASKED, parties_as={"a": {"short": "Aa", "speakers": [minister, {**leak, "commits": True}]}}))
    assert [(one.kind, one.id, fields(one)) for one in found.records] == [
        ("party", "a", [("short", "A", "Aa"), ("speakers.leak.commits", False, True)])
    ]


def test_a_party_or_an_issue_that_only_one_version_knows() -> None:
    """A new one was not stated before; one that is gone is told as gone, with its statements."""
    old = talks(ASKED)
    ports = issue(ladder(3), {"c": "up"}) | {"id": "ports", "name": "Ports"}
    said = statement("c", "demand", "r2", id="shelter", issue="ports")
    more = dataset([issue(ladder(6), UP_DOWN), ports], [ASKED, said])
    found = compared(old, more)
    assert found.new_records == (("party", "c"), ("issue", "ports"))
    assert [one.issue.id for one in found.recast] == ["ports"]
    assert recast(found) == [("c", "demand", "not stated", "Rung 2")]
    back = compared(more, old)
    assert back.gone_records == (("party", "c"), ("issue", "ports"))
    assert [one.id for one in back.removed] == ["shelter"]
    assert back.recast == ()


def test_events_editions_and_groups_are_told() -> None:
    """Changed, added and removed."""
    event = {"id": "round", "date": "2025-03-05", "what": "A round.", "source": "gazette"}
    old = with_header(talks(ASKED), events=[event], editions=[{"name": "First", "day": "2025-03-10"}])
    new = with_header(
        talks(ASKED),
        events=[{**event, "date": "2025-03-06"}],
        editions=[{"name": "Second", "day": "2025-03-10"}],
        groups=[{"id": "core", "name": "Heart"}],
    )
    found = compared(old, new)
    assert [(one.kind, one.id, fields(one)) for one in found.records] == [
        ("event", "round", [("date", "2025-03-05", "2025-03-06")]),
        ("group", "core", [("name", "Core", "Heart")]),
    ]
    assert (found.new_records, found.gone_records) == ((("edition", "Second"),), (("edition", "First"),))


def test_rules_of_the_whole_negotiation_are_told() -> None:
    """What counts as stale, and whose gap is drawn, decide on what is shown."""
    new = with_header(talks(ASKED), defaults={"freshness_days": 30, "conflict_days": 7}, headline=("b", "a"))
    (one,) = compared(talks(ASKED), new).records
    assert (one.kind, one.id) == ("negotiation", "fjords")
    assert {name: after for name, _, after in fields(one)} == {"headline": ["b", "a"], "defaults": {"freshness_days": 30}}


def test_a_newer_version_may_end_earlier() -> None:
    """Where the last statement was removed there is no time in which a party could have moved."""
    found = compared(talks(ASKED, ANSWERED), talks(ASKED))
    assert [one.id for one in found.removed] == ["answered"]
    assert (found.movement.since, found.movement.until) == (date(2025, 3, 10), date(2025, 3, 10))
    assert found.said_since == ()


@pytest.mark.parametrize("is_old", [True, False])
def test_a_version_without_statements_cannot_be_compared(is_old: bool) -> None:
    """It has no day."""
    empty, full = talks(), talks(ASKED)
    with pytest.raises(ValueError, match=r"^A version without statements has no day to compare positions on\.$"):
        compared(*((empty, full) if is_old else (full, empty)))


def test_an_edition_given_another_day_is_told() -> None:
    """An edition's day is written in the files, unlike that of a statement."""
    first, second = (with_header(talks(ASKED, ANSWERED), editions=[{"name": "May", "day": day}]) for day in ("2025-03-02", "2025-03-03"))
    (changed,) = compared(first, second).records
    assert (changed.kind, changed.id, fields(changed)) == ("edition", "May", [("day", "2025-03-02", "2025-03-03")])


def test_a_statement_dated_anew_after_the_last_day_is_among_those_said_since() -> None:
    """Else a movement that it makes would rest on nothing told."""
    found = compared(talks(ASKED, ANSWERED), talks(ASKED, {**ANSWERED, "said": "2025-03-20"}))
    assert [one.id for one in found.recoded] == ["answered"]
    assert [one.id for one in found.said_since] == ["answered"]
    assert [one.course for one in found.movement.issues] == [Course.NEW]
