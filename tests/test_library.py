"""The door for programs: what `import parley` offers, as values and as frames, and that its examples are true."""

from __future__ import annotations

import doctest
from datetime import date
from fractions import Fraction
from inspect import isfunction
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

import parley
from parley import frames, library
from parley.errors import NoFolderError, WrongArgumentError
from tests.making import dataset, issue, ladder, percent, quota, statement

ROOT = Path(__file__).parents[1]
DAY = "2025-03-31"
UP_DOWN = {"a": "up", "b": "down"}


@pytest.mark.parametrize("module", [parley, library, frames], ids=lambda one: one.__name__)
def test_the_examples_in_the_docstrings_are_true(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every function of the door shows one, and it prints what it says."""
    monkeypatch.chdir(ROOT)
    shown = {one.name.rpartition(".")[2] for one in doctest.DocTestFinder().find(module) if one.examples}
    public = {name for name, one in vars(module).items() if isfunction(one) and one.__module__ == module.__name__ and not name.startswith("_")}
    assert shown >= public
    assert shown
    found = doctest.testmod(module)
    assert found.failed == 0


def test_the_example_in_the_docs_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the docs show of the library is what comes out."""
    monkeypatch.chdir(ROOT)
    (text,) = (part.partition("```")[0] for part in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").split("```pycon\n")[1:])
    example = doctest.DocTestParser().get_doctest(text, {}, "commands.md", "commands.md", 0)
    told: list[str] = []
    found = doctest.DocTestRunner().run(example, out=told.append)
    assert found.failed == 0, "".join(told)
    assert len(example.examples) >= 5


def test_what_is_offered_is_there_and_nothing_else() -> None:
    """Each name of `__all__` is found, and a wrong one is refused as by any module."""
    assert set(parley.__all__) <= set(dir(parley))
    assert [name for name in parley.__all__ if getattr(parley, name, None) is None] == []
    with pytest.raises(AttributeError, match="module 'parley' has no attribute 'position'"):
        parley.position  # type: ignore[attr-defined]  # noqa: B018


def test_a_wrong_word_is_answered_with_what_may_have_been_meant() -> None:
    """Folders, parties, evidence and days."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"))
    with pytest.raises(NoFolderError):
        parley.load("nowhere")
    with pytest.raises(WrongArgumentError, match="no party 'c'"):
        parley.gaps(data, DAY, parties=["c"])
    with pytest.raises(WrongArgumentError, match="no evidence cut 'on-recrd'. Did you mean 'on-record'?"):
        parley.gaps(data, DAY, evidence="on-recrd")
    with pytest.raises(ValueError, match="'March' is not a date"):
        parley.gaps(data, "March")
    with pytest.raises(WrongArgumentError, match="holds no statement"):
        parley.gaps(quota(ladder(6), UP_DOWN))


def test_days_left_out_are_the_last_on_which_anything_was_said() -> None:
    """Movement is told between the last two; a date and its text are the same."""
    said = [statement("a", "demand", at, said=day, reported=day) for at, day in (("r5", "2025-01-01"), ("r4", "2025-02-01"), ("r3", "2025-03-01"))]
    data = quota(ladder(6), UP_DOWN, *said, conflict_days=1)
    found = parley.movement(data)
    assert (found.since, found.until) == (date(2025, 2, 1), date(2025, 3, 1))
    assert {one.as_of for one in parley.positions(data)} == {date(2025, 3, 1)}
    assert parley.gaps(data, date(2025, 2, 1)) == parley.gaps(data, "2025-02-01")


def two_issues() -> parley.library.Dataset:
    said = [
        statement("a", "demand", "r5", to=["b"]),
        statement("a", "red_line", "r3"),
        statement("b", "demand", "r0"),
        statement("b", "offer", ("12", "15"), issue="tariff"),
        statement("a", "demand", "25.5", issue="tariff", firmness=4),
    ]
    return dataset([issue(ladder(6), UP_DOWN), {**issue(percent(), UP_DOWN), "id": "tariff"}], said)


def test_positions_have_a_row_for_each_part_with_its_ids() -> None:
    """Where nothing tells of a place both ends are missing; what others bound is given, and marked as not stated."""
    frame = frames.positions(two_issues(), DAY)
    rows = frame[(frame["issue_id"] == "quota") & (frame["party_id"] == "a")]
    assert rows[["part", "is_stated", "low", "high", "low_rung_id", "high_rung_id", "statements"]].values.tolist() == [
        ["demand", True, 5.0, 5.0, "r5", "r5", ("s0",)],
        ["limit", True, 3.0, 3.0, "r3", "r3", ("s1",)],
        ["offer", False, 5.0, 5.0, "r5", "r5", ("s0",)],
    ]
    limit = frame[(frame["issue_id"] == "tariff") & (frame["party_id"] == "a") & (frame["part"] == "limit")].iloc[0]
    assert (limit["is_stated"], limit["low"], limit["high"], limit["unit"]) == (False, 0.0, 25.5, "%")
    assert pd.isna(limit["low_rung_id"])
    silent = frames.positions(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")), DAY, parties=["b"])
    assert silent["low"].isna().all()
    assert silent["statements"].tolist() == [(), (), ()]


def test_gaps_have_both_bounds_and_what_is_not_known_is_missing() -> None:
    """A pair of parties a row; the numbers are those of the exact values."""
    data = two_issues()
    frame = frames.gaps(data, DAY).set_index("issue_id")
    exact = {one.a.issue.id: one for one in parley.gaps(data, DAY)}
    assert exact["tariff"].table_a.low == Fraction(21, 2)
    row = frame.loc["tariff"]
    assert (row["party_a_id"], row["party_b_id"], row["table_a_low"], row["table_a_high"], row["unit"]) == ("a", "b", 10.5, 13.5, "points")
    assert row["statements"] == exact["tariff"].ids == ("s3", "s4")
    assert row["possible"] == ("bridgeable", "blocked")
    assert frame.loc["quota", ["headline_low", "headline_high"]].tolist() == [5.0, 5.0]
    furthest = frames.gaps(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0")), DAY).iloc[0]
    assert (furthest["headline_low"], furthest["headline_high"]) == (5.0, 5.0)
    assert furthest.filter(regex="^(limit|zone)_").isna().all()
    nothing = frames.gaps(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")), DAY).iloc[0]
    assert nothing["status"] == "no_evidence"
    assert nothing.filter(regex="_(low|high)$").isna().all()


def test_movement_has_a_row_for_each_change() -> None:
    """How far a part went, from where to where, and by which statements."""
    said = [statement("a", "demand", at, said=day, reported=day) for at, day in (("r5", "2025-01-01"), ("r3", "2025-03-01"))]
    frame = frames.movement(
        quota(ladder(6), UP_DOWN, *said, statement("b", "demand", "r0", said="2025-01-01", reported="2025-01-01"), conflict_days=1)
    )
    assert frame.iloc[0].drop(["since", "until"]).to_dict() == {
        "issue_id": "quota", "party_id": "a", "part": "demand", "told_of": "between", "cause": "said", "turn": "towards", "is_movement": True,
        "before_low": 5.0, "before_high": 5.0, "before_low_rung_id": "r5", "before_high_rung_id": "r5",
        "after_low": 3.0, "after_high": 3.0, "after_low_rung_id": "r3", "after_high_rung_id": "r3",
        "by_low": 2.0, "by_high": 2.0, "unit": "steps", "statements": ("s1",),
    }  # fmt: skip


def test_robustness_tells_what_becomes_of_each_finding() -> None:
    """On record and fresh evidence only, and which single statements carry it."""
    said = [statement("a", "demand", "r5", attribution="anonymous_source"), statement("b", "demand", "r0")]
    row = frames.robustness(quota(ladder(6), UP_DOWN, *said), DAY).iloc[0]
    assert (row["status"], row["on_record"], row["on_record_holds"], row["fresh_holds"]) == ("unknown", "no_evidence", False, True)
    assert row["carriers"] == ("s0", "s1")
    on_record = frames.robustness(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), said[1]), DAY, evidence="on-record").iloc[0]
    assert pd.isna(on_record["on_record"])
    assert pd.isna(on_record["on_record_holds"])


def test_statements_stand_as_the_files_hold_them() -> None:
    """A stretch by its two ends, a partial date by its first and last day, a condition with what joins it."""
    condition = {"type": "only_if", "says": "the fleet is counted first"}
    data = quota(
        percent(),
        UP_DOWN,
        statement("a", "demand", ("20", "25.5"), said="2025-02", condition=condition),
        statement("b", "threat", {"not_placeable": "None."}),
    )
    frame = frames.statements(data).set_index("statement_id")
    assert frame.loc["s0", ["place", "low", "high", "said"]].tolist() == ["imprecise", 20.0, 25.5, "2025-02"]
    assert [one.date() for one in frame.loc["s0", ["said_from", "said_until", "day"]]] == [date(2025, 2, 1), date(2025, 2, 28), date(2025, 2, 28)]
    assert frame.loc["s0", ["condition_type", "condition_says"]].tolist() == ["only_if", "the fleet is counted first"]
    assert frame.loc["s1", ["low", "high", "condition_type", "condition_says"]].isna().all()


@pytest.mark.parametrize("is_empty", [False, True])
def test_columns_keep_their_types_with_and_without_rows(is_empty: bool) -> None:
    """Categories hold every id there is, in the order of the files, so that frames of several dates can be put together."""
    data = two_issues()
    made = [
        frames.positions(data, DAY, parties=[] if is_empty else None),
        frames.gaps(data, DAY, parties=["a"] if is_empty else None),
        frames.movement(data, DAY if is_empty else "2025-01-01", DAY),
        frames.robustness(data, DAY, parties=["a"] if is_empty else None),
        frames.statements(data.without([one.id for one in data.statements]) if is_empty else data),
    ]
    assert [frame.empty for frame in made] == [is_empty] * 5
    for frame in made:
        types = {name: str(kind) for name, kind in frame.dtypes.items()}
        assert set(types.values()) <= {"category", "string", "datetime64[s]", "boolean", "Float64", "Int64", "object"}
        assert {name for name, kind in types.items() if kind == "object"} <= {"statements", "carriers", "possible", "flags", "asked_of"}
        assert list(frame["issue_id"].cat.categories) == ["quota", "tariff"]
    positions, gaps, *_, said = made
    assert str(said["firmness"].dtype) == "Int64"
    assert list(gaps["party_a_id"].cat.categories) == list(positions["party_id"].cat.categories) == ["a", "b"]
