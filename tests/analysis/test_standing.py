"""How a whole negotiation stands: what can be measured and on what evidence, who has placed nothing, who moved last; and the same in words."""

from __future__ import annotations

from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.gaps import Status
from parley.analysis.overview import overview
from parley.analysis.standing import Standing, standing
from parley.dataset import Dataset
from parley.telling.standing import standing_told
from parley.words import said_all
from tests.making import TODAY, dataset, issue, ladder, statement

UP_DOWN = {"a": "up", "b": "down"}


def issues(*names: str) -> list[dict[str, Any]]:
    return [{**issue(ladder(6), UP_DOWN), "id": one, "name": one.title()} for one in names]


def on(name: str, party: str, kind: str, at: Any, **more: Any) -> dict[str, Any]:
    return {**statement(party, kind, at, **more), "issue": name}


def found_in(data: Dataset, cut: EvidenceCut = ALL_EVIDENCE) -> Standing:
    parties = data.negotiation.parties
    return standing(data, overview(data, parties, TODAY, cut), parties, TODAY, cut)


def told(data: Dataset, cut: EvidenceCut = ALL_EVIDENCE) -> list[str]:
    return said_all(standing_told(found_in(data, cut)))


MEASURED = [on("nets", "a", "demand", "r5"), on("nets", "b", "offer", "r1", attribution="anonymous_source")]


def test_what_is_measured_is_counted_again_on_record() -> None:
    """Of two issues one is measured, and with what an unnamed source said left out, none; under that cut nothing is left to compare with."""
    data = dataset(issues("nets", "boats"), MEASURED)
    found = found_in(data)
    assert ([row.issue.id for row in found.measured], found.on_record) == (["nets"], ())
    assert told(data)[0] == "The distance is known on 1 of 2 issues, which is open; on record alone, on none."
    assert found_in(data, ON_RECORD).on_record is None
    assert told(data, ON_RECORD)[0] == "The distance is known on no issue."
    on_record = dataset(issues("nets", "boats"), [on("nets", "a", "demand", "r5"), on("nets", "b", "offer", "r1")])
    assert told(on_record)[0] == "The distance is known on 1 of 2 issues, which is open; on record alone, on 1."


def test_a_status_that_is_certain_is_told_first() -> None:
    """By name of the issues; of what is still open it is said how much of what is measured it is."""
    agreed = [on("boats", "a", "demand", "r2"), on("boats", "b", "demand", "r3")]
    data = dataset(issues("nets", "boats"), [*MEASURED, *agreed])
    assert {status: [row.issue.id for row in rows] for status, rows in found_in(data).decided.items()} == {Status.AGREED: ["boats"]}
    assert told(data)[0] == "Agreed on Boats."
    assert told(data)[1].startswith("The distance is known on 2 of 2 issues, 1 of them open;")
    apart = [on(name, party, "demand", rung) for name in ("nets", "boats") for party, rung in (("a", "r5"), ("b", "r1"))]
    assert told(dataset(issues("nets", "boats"), apart))[0].startswith("The distance is known on 2 of 2 issues, all of them open;")
    assert told(dataset(issues("boats"), agreed))[1].startswith("The distance is known on the one issue;")


def test_who_has_placed_nothing_is_named_with_the_issues() -> None:
    """The party on most issues first, and more than three issues by number; reasons place nothing, and are what it rests on."""
    names = ("nets", "boats", "ice", "salt", "ports")
    said = [on(one, "b", "offer", "r1") for one in names]
    data = dataset(issues(*names), [*said, on("nets", "a", "rationale", None)])
    (found,) = found_in(data).unplaced
    assert (found.party.id, [one.id for one in found.issues]) == ("a", list(names))
    assert [one.kind for one in found.said] == ["rationale"]
    assert "A has said nothing that can be compared on Nets, Boats and 3 more." in told(data)
    both = told(dataset(issues("nets", "boats"), [on("nets", "b", "offer", "r1")]))
    assert "A has said nothing that can be compared on Nets and Boats; B nothing on Boats." in both


def test_the_newest_move_of_all_issues_is_told() -> None:
    """With its issue, who moved which way and when; without a move nothing is."""
    early = [on("nets", "a", "demand", "r5", said="2025-01-01"), on("boats", "a", "demand", "r5", said="2025-01-01")]
    faced = [on("nets", "b", "demand", "r0", said="2025-01-01"), on("boats", "b", "demand", "r0", said="2025-01-01")]
    still = dataset(issues("nets", "boats"), [*early, *faced])
    assert found_in(still).last is None
    moves = [on("nets", "a", "demand", "r3", said="2025-02-01"), on("boats", "a", "demand", "r4", said="2025-03-01")]
    data = dataset(issues("nets", "boats"), [*early, *faced, *moves])
    found = found_in(data).last
    assert found is not None
    assert (found.issue.id, [one.party.id for one in found.moves], [one.day.isoformat() for one in found.said]) == ("boats", ["a"], ["2025-03-01"])
    assert told(data)[-1] == "Last move: A moved towards B by 1 step, on Boats, 1 Mar 2025."


def test_of_two_issues_the_one_that_moved_last_is_named() -> None:
    """On boats B spoke last of all, and had moved before A moved on nets, where both were silent since."""
    said = [
        *(on("boats", "a", "demand", "r5", said="2025-03-01"), on("boats", "b", "demand", "r1", said="2025-03-01")),
        *(on("boats", "b", "demand", "r2", said="2025-03-05", supersedes=["s1"]), on("boats", "b", "rationale", None, said="2025-03-20")),
        *(on("nets", "a", "demand", "r5", said="2025-03-01"), on("nets", "b", "demand", "r1", said="2025-03-01")),
        on("nets", "a", "demand", "r4", said="2025-03-10"),
    ]
    for names in (("boats", "nets"), ("nets", "boats")):
        last = found_in(dataset(issues(*names), said)).last
        assert last
        assert (last.issue.id, [one.id for one in last.said]) == ("nets", ["s6"])
