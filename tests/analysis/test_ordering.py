"""The issues in another order than the file's, and which of them are furthest apart."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.ordering import Order, furthest_first, ordered
from parley.analysis.overview import overview
from parley.dataset import Dataset
from parley.telling.ordering import furthest_told
from parley.words import say
from tests.making import TODAY, dataset, issue, ladder, percent, statement

UP_DOWN = {"a": "up", "b": "down"}


def on(name: str, party: str, kind: str, at: Any, said: str = "2025-03-01") -> dict[str, Any]:
    return {**statement(party, kind, at, said=said), "issue": name}


def talks() -> Dataset:
    """Return four issues: nets 2 of 5 steps apart, fees 20 of 50 %, ice between 1 and 4 of 5 steps, and boats, on which one party is silent."""
    scales = {"boats": ladder(6), "ice": ladder(6), "nets": ladder(6), "fees": percent()}
    said = [
        *(on("nets", "a", "demand", "r4", "2025-03-05"), on("nets", "b", "demand", "r2")),
        *(on("fees", "a", "demand", "30", "2025-03-04"), on("fees", "b", "demand", "10")),
        *(on("ice", "a", "demand", ("r2", "r5")), on("ice", "b", "demand", "r1")),
        on("boats", "a", "demand", "r5", "2025-03-20"),
    ]
    return dataset([{**issue(scale, UP_DOWN), "id": name, "name": name.title()} for name, scale in scales.items()], said)


def names(data: Dataset, order: Order, cut: EvidenceCut = ALL_EVIDENCE) -> list[str]:
    parties = data.negotiation.parties
    rows = overview(data, parties, TODAY, cut)
    return [row.issue.id for row in ordered(data, rows, order, parties, TODAY, cut)]


def test_furthest_apart_is_what_surely_lies_between_as_part_of_each_own_scale() -> None:
    """Two of five steps are as much of their scale as 20 of 50 per cent, and stay as listed; what may lie between counts after that; silence comes last."""
    assert names(talks(), "gap") == ["nets", "fees", "ice", "boats"]
    assert names(talks(), "listed") == ["boats", "ice", "nets", "fees"]


def test_the_newest_word_and_the_newest_move_come_first() -> None:
    """By day; an issue on which nobody has moved keeps its place among those."""
    assert names(talks(), "newest") == ["boats", "nets", "fees", "ice"]
    leaked = dataset(
        [{**issue(ladder(6), UP_DOWN), "id": one, "name": one.title()} for one in ("boats", "nets")],
        [on("boats", "a", "demand", "r5"), {**on("nets", "a", "demand", "r5", "2025-03-20"), "attribution": "anonymous_source"}],
    )
    assert (names(leaked, "newest"), names(leaked, "newest", ON_RECORD)) == (["nets", "boats"], ["boats", "nets"])
    moved = dataset(
        [{**issue(ladder(6), UP_DOWN), "id": one, "name": one.title()} for one in ("boats", "nets", "ice")],
        [
            *(on(one, "a", "demand", "r5", "2025-01-01") for one in ("boats", "nets", "ice")),
            *(on(one, "b", "demand", "r0", "2025-01-01") for one in ("boats", "nets", "ice")),
            *(on("nets", "a", "demand", "r4", "2025-02-01"), on("ice", "a", "demand", "r3", "2025-02-09")),
        ],
    )
    assert names(moved, "moved") == ["ice", "nets", "boats"]


def test_the_answer_names_each_share_and_that_steps_are_not_equal() -> None:
    """In the units of each scale, never as a percentage; it rests on the statements between which is measured."""
    data = talks()
    found = furthest_first(overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE))
    told = furthest_told(found)
    assert say(told) == (
        "Furthest apart, measured on each issue’s own scale: Nets 2 of 5 steps; Fees 20 points of 50 points; "
        "Ice 1 to 4 of 5 steps. Steps of different issues are not equal."
    )
    assert told is not None
    assert len(told.ids) == 6
    assert furthest_told(()) is None


def test_a_scale_is_as_long_as_from_its_bottom_to_its_top() -> None:
    """Of 10 to 50 a distance of 20 is a half."""
    scale = {"quantity": {"unit": "%", "gap_unit": "points", "bottom": "10", "top": "50", "resolution": "1"}}
    data = dataset([{**issue(scale, UP_DOWN), "id": "fees"}], [on("fees", "a", "demand", "40"), on("fees", "b", "demand", "20")])
    (share,) = furthest_first(overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE))
    assert share.part == (Fraction(1, 2), Fraction(1, 2))
