"""The benchmarks: each can be imported without starting anything, and what they make of what they measure is right."""

from __future__ import annotations

import random
import runpy
import subprocess
from pathlib import Path

import pytest

from benchmarks import hostile
from benchmarks.crowd import LIMIT, measured
from benchmarks.painted import NeverPaintedError, click
from benchmarks.prepared import Prepared, farthest, halfway_on, in_order, letters, run_of, texts_of, write_charts
from benchmarks.results import both, head_of, ratio, rows_of
from benchmarks.soak import figure_of, grown
from benchmarks.timing import percentile, table_lines
from benchmarks.traffic import frame_size, issue_asked_for
from benchmarks.uploads import unclear
from parley.dataset import load

ROOT = Path(__file__).parents[1]
MODULES = sorted(file.stem for file in (ROOT / "benchmarks").glob("*.py"))
FIGURE = {"data": [{"text": ["Balanced", "", "No &lt;trade&gt;"]}, {"x": [1]}]}


def issue(name: str, *, is_drawn: bool = True) -> Prepared:
    return Prepared(name, name.title(), f"How much {name}?", FIGURE if is_drawn else None)


class Answering:
    """A page that answers what it is told to measure with one and the same."""

    url = "http://localhost/issue"

    def __init__(self, answer: float | str) -> None:
        self.answer = answer

    def evaluate(self, _script: str, _told: object) -> float | str:
        return self.answer


@pytest.mark.parametrize("name", MODULES)
def test_importing_a_benchmark_starts_nothing(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A benchmark runs as a program only; the page of Dash needs its own environment only then, too."""

    def started(*_arguments: object, **_options: object) -> None:
        raise AssertionError("A process was started.")

    monkeypatch.setattr(subprocess, "Popen", started)
    runpy.run_path(str(ROOT / "benchmarks" / f"{name}.py"), run_name="imported")
    assert capsys.readouterr().out == ""


def test_a_figure_is_summed_over_its_labels() -> None:
    """And nothing else that begins alike; one that is not there yet is nought. What has shrunk has grown by less than nothing."""
    told = 'a_total{where="page"} 2.0\na_total{where="request"} 1.0\na_total_created{where="page"} 9.0\nb_total 4.0\n'
    assert [figure_of(told, one) for one in ("a_total", "b_total", "c_total")] == [3, 4, 0]
    assert [grown(200, late) for late in (210, 190)] == [5, -5]


def test_a_text_is_compared_without_what_its_place_changes() -> None:
    """Spaces and signs of direction are left out, and what plotly reads as markup is read."""
    assert letters(" No \u2068trade\u2069\n action") == "Notradeaction"
    assert texts_of(FIGURE) == "Balanced|No<trade>"
    assert texts_of(None) == ""
    assert issue("herring").wanted() == {"heading": "Herring", "question": "Howmuchherring?", "texts": "Balanced|No<trade>"}
    assert texts_of({"data": [{"text": ['asks 5 % <span style="color:grey">· May 2018</span>', "a &lt; b"]}]}) == "a<b|asks5%·May2018"


def test_issues_are_stepped_through_where_each_has_a_chart() -> None:
    """The longest run of issues with a chart is taken, up to what is needed."""
    shown = [issue("a"), issue("b", is_drawn=False), issue("c"), issue("d"), issue("e")]
    assert [one.id for one in run_of(shown, 9)] == ["c", "d", "e"]
    assert [one.id for one in run_of(shown, 2)] == ["c", "d"]


def test_the_issue_chosen_is_far_from_all_that_was_fetched() -> None:
    """Of the issues left the one farthest from any fetched is chosen, the earlier of two; none where all were fetched."""
    order = ["a", "b", "c", "d", "e", "f"]
    assert farthest(order, {"a", "b"}, set(order)) == "f"
    assert farthest(order, {"a", "f"}, set(order)) == "c"
    assert farthest(order, {"a", "b"}, {"a", "c", "d"}) == "d"
    assert farthest(order, set(order), set(order)) is None


def test_where_all_had_travelled_ahead_every_issue_has_its_turn() -> None:
    """Going on by about half of them comes to each of thirteen before the first again."""
    charted = [issue(name) for name in "abcdefghijklm"]
    seen = [charted[0]]
    for _ in range(12):
        seen.append(halfway_on(charted, seen[-1]))
    assert {one.id for one in seen} == set("abcdefghijklm")


def test_only_what_has_a_chart_is_written_for_the_bare_pages(tmp_path: Path) -> None:
    """The bare pages get name, question and figure."""
    write_charts([issue("a"), issue("b", is_drawn=False)], tmp_path / "charts.json")
    assert (tmp_path / "charts.json").read_text(encoding="utf-8") == (
        '[{"name": "A", "question": "How much a?", "figure": {"data": [{"text": ["Balanced", "", "No &lt;trade&gt;"]}, {"x": [1]}]}}]'
    )


def test_the_order_is_that_of_the_chooser() -> None:
    """Issues go by their groups."""
    dataset = load(ROOT / "positions" / "us-china-trade")
    groups = [group.id for group in dataset.negotiation.groups]
    order = in_order(dataset)
    assert len(order) == len(dataset.negotiation.issues)
    assert [groups.index(one.group) for one in order] == sorted(groups.index(one.group) for one in order)


def test_what_travels_ahead_is_told_by_its_address() -> None:
    """The address of a panel names its issue; any other names none."""
    assert issue_asked_for("http://localhost/parley/issue/12ab?as_of=2025-01-06&width=1120&issue=quota%202") == "quota 2"
    assert issue_asked_for("http://localhost/parley/plotly-7.1.0.js") is None
    assert issue_asked_for("") is None


@pytest.mark.parametrize(("opcode", "payload", "size"), [(1, "né", 3), (2, "YQ==", 1), (2, "YWI=", 2), (2, "YWJj", 3), (2, "", 0)])
def test_a_frame_is_counted_in_bytes(opcode: int, payload: str, size: int) -> None:
    """Text as UTF-8, all else as it was before the browser told it in base 64."""
    assert frame_size(opcode, payload) == size


def test_what_never_appears_ends_the_measuring_in_words() -> None:
    """A click is measured, or the message says what was waited for and where."""
    assert click(Answering(41.5), "next", issue("herring")) == 41.5  # type: ignore[arg-type]
    with pytest.raises(NeverPaintedError, match=r"^'Herring' was not painted within 30 s of 'next' at http://localhost/issue\.$"):
        click(Answering("never"), "next", issue("herring"))  # type: ignore[arg-type]
    with pytest.raises(NeverPaintedError, match=r"^'Herring' was shown already, so that 'next' could not be measured\.$"):
        click(Answering("before"), "next", issue("herring"))  # type: ignore[arg-type]


def test_a_lost_click_counts_with_the_time_it_was_waited_for() -> None:
    """Of four clicks one was lost: the slowest is the limit."""
    assert measured([1.0, None, 2.0, 3.0]) == {"crowd p50": 2.0, "crowd p95": LIMIT, "crowd lost": 25.0}


def test_an_upload_is_the_same_for_its_number_and_what_is_told_of_it_must_be_clear() -> None:
    """A trace, the name of an exception, a sign that nobody reads and a sentence without an end are not clear."""
    kinds = ("text in any code", "proposals", "web pages", "workbooks of any cells")
    first, second = ([hostile.KINDS[kind][1](random.Random(7)) for kind in kinds] for _ in range(2))
    assert first == second
    assert unclear(["'x.csv' holds no cells.", "Did you mean 'b'?"]) is None
    wrong = ["Traceback (most recent", "KeyError: 'x'.", "A\x00.", "Nothing", "It is <class 'x'>.", "The value is None."]
    assert [unclear([one]) for one in wrong] == wrong


def test_a_percentile_is_one_of_the_values() -> None:
    """The smallest that as large a share as is asked for does not exceed."""
    assert [percentile([4, 1, 3, 2], share) for share in (0, 0.5, 0.51, 0.95, 1)] == [1, 2, 3, 4, 4]


def test_a_ratio_needs_both() -> None:
    """Where one is missing, or there is nothing to divide by, there is no ratio."""
    assert [ratio(3, 4), ratio(None, 4), ratio(3, None), ratio(0, 4), ratio(3, 0)] == ["0.75", "–", "–", "0.00", "–"]
    assert both(["1", "–"]) == "1 / –"
    assert both(["–", "–"]) == "–"


def test_the_table_holds_all_pages_side_by_side() -> None:
    """Both sizes stand in each cell; a row of the overview is held against a choice on the bare page."""
    results = {
        ("bare page", "shipped"): {"chooser": 100.0},
        ("bare page", "large"): {"chooser": 200.0, "crowd p50": 2.7},
        ("Parley", "shipped"): {"chooser": 90.0, "row": 150.0},
        ("Parley", "large"): {"chooser": 130.4, "row": 500.0},
    }
    assert head_of(results) == ["shipped / large", "bare page", "Dash", "Parley", "ratio to the bare page", "goal"]
    assert rows_of(results) == [
        ["another issue from the chooser, ms", "100 / 200", "–", "90 / 130", "0.90 / 0.65", "at most 0.9 / 0.7 x"],
        ["a row of the overview opens its issue, ms", "–", "–", "150 / 500", "1.50 / 2.50", "at most 2 x the chooser"],
        ["twenty at once, median, s", "– / 2.70", "–", "–", "–", "at most 1.1 x"],
    ]


def test_a_table_is_for_a_terminal_or_for_a_document() -> None:
    """Columns are aligned, or divided as Markdown divides them."""
    assert table_lines(["page", "time"], [["bare", "4 ms"], ["dashboard", "12 ms"]]) == [
        "page       time",
        "---------  -----",
        "bare       4 ms",
        "dashboard  12 ms",
    ]
    assert table_lines(["page", "time"], [["bare", "4 ms"]], is_markdown=True) == ["| page | time |", "| --- | --: |", "| bare | 4 ms |"]
