"""How the time of each analysis and file grows with days, statements, issues and parties: sizes, processor seconds, and the exponent of the growth.

An exponent of 1 means that twice as much takes twice as long. It is fitted by least squares to the logarithms of sizes and seconds, so that a
fixed cost draws it down and a cost that grows faster than the rest shows only at the larger sizes.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.generate import FIRST_DAY, write_negotiation
from benchmarks.timing import print_table
from parley.analysis.court import court
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.leading import towards_of
from parley.analysis.movement import movement
from parley.analysis.overview import OverviewRow, overview, overview_row
from parley.analysis.robustness import robustness, weakest_first
from parley.analysis.timeline import timeline
from parley.dataset import Dataset, load
from parley.dates import PartialDate
from parley.exports.slides import slides
from parley.exports.workbook import workbook
from parley.model import Place
from parley.telling.briefing import Briefing, brief


@dataclass(frozen=True)
class Sized:
    """A negotiation of some size with the date shown, a first date for what moved, and a fresh copy for every measurement, so that nothing is kept."""

    dataset: Dataset
    since: date
    as_of: date

    def fresh(self) -> Dataset:
        """Return the dataset as if it had just been read: nothing is worked out of it yet."""
        return self.dataset.without(())


Work = Callable[[Dataset, Sized], object]


def generated(parties: int, issues: int, statements: int) -> Dataset:
    """Return a random negotiation, written and read."""
    with tempfile.TemporaryDirectory() as name:
        write_negotiation(Path(name), parties, issues, statements, seed=1)
        return load(Path(name))


def spread(dataset: Dataset, days: int, *, is_still: bool = False) -> Sized:
    """Return a negotiation spread evenly over so many days, in the order in which it was said; `is_still` puts all in one place, so that nobody moves."""
    ordered = sorted(dataset.statements, key=lambda one: (one.day, one.id))
    changes: dict[str, Mapping[str, object]] = {}
    for number, one in enumerate(ordered):
        day = FIRST_DAY + timedelta(number * days // len(ordered))
        said = PartialDate.parse(day.isoformat())
        place = {"place": Place(at=_first_place(dataset, one.issue))} if is_still and one.place.is_placed else {}
        changes[one.id] = {"day": day, "said": said, "reported": said, **place}
    made = dataset.altered(changes)
    return Sized(made, made.days[0], made.days[-1])


def _first_place(dataset: Dataset, issue: str) -> str:
    ladder = dataset.negotiation.issue_by_id[issue].scale.ladder
    return ladder[0].id if ladder else "0"


def _row(data: Dataset, sized: Sized) -> OverviewRow:
    return overview_row(data, data.negotiation.issues[0], data.negotiation.parties, sized.as_of, ALL_EVIDENCE)


def _court(data: Dataset, sized: Sized) -> object:
    return [court(data, issue, data.negotiation.parties, sized.as_of, ALL_EVIDENCE) for issue in data.negotiation.issues]


def _timeline(data: Dataset, sized: Sized) -> object:
    row = _row(data, sized)
    towards = towards_of(data, row.issue, (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None)
    return timeline(data, row, sized.as_of, ALL_EVIDENCE, towards)


def _movement(data: Dataset, sized: Sized) -> object:
    return movement(data, data.negotiation.parties, sized.since, sized.as_of, ALL_EVIDENCE)


def _robustness(data: Dataset, sized: Sized) -> object:
    return robustness(data, _row(data, sized), sized.as_of, ALL_EVIDENCE)


def _weakest(data: Dataset, sized: Sized) -> object:
    return weakest_first(data, overview(data, data.negotiation.parties, sized.as_of, ALL_EVIDENCE), sized.as_of, ALL_EVIDENCE)


def _briefing(data: Dataset, sized: Sized) -> Briefing:
    return brief(data, None, data.negotiation.parties, sized.as_of, ALL_EVIDENCE, sized.since)


def _slides(data: Dataset, sized: Sized) -> object:
    return slides(_briefing(data, sized))


def _workbook(data: Dataset, sized: Sized) -> object:
    return workbook(_briefing(data, sized))


ANALYSES: Mapping[str, Work] = {
    "ball in court": _court,
    "over time": _timeline,
    "movement": _movement,
    "robustness": _robustness,
    "briefing": _briefing,
}
WHOLE: Mapping[str, Work] = {"ball in court": _court, "movement": _movement, "robustness": _weakest, "briefing": _briefing}
FILES: Mapping[str, Work] = {"slides": _slides, "workbook": _workbook}


def seconds(work: Work, sized: Sized) -> float:
    """Return the processor seconds that one piece of work takes on data of which nothing is worked out yet; the least of a few runs where they are short."""
    took: list[float] = []
    # What lies about from before is not looked through again and again.
    gc.collect()
    gc.freeze()
    while not took or (sum(took) < 0.5 and len(took) < 3):
        data = sized.fresh()
        start = time.process_time()
        work(data, sized)
        took.append(time.process_time() - start)
    return min(took)


def exponent(sizes: Sequence[int], took: Sequence[float]) -> float:
    """Return the power of the size with which the time grows, by least squares on the logarithms."""
    xs, ys = [math.log(one) for one in sizes], [math.log(one) for one in took]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((one - x) * (other - y) for one, other in zip(xs, ys, strict=True)) / sum((one - x) ** 2 for one in xs)


def table(title: str, works: Mapping[str, Work], sizes: Sequence[int], make: Callable[[int], Sized]) -> None:
    """Measure some works over several sizes, and print a row for each."""
    made = [make(size) for size in sizes]
    rows = []
    for name, work in works.items():
        took = [seconds(work, one) for one in made]
        rows.append([name, *(f"{one:.3f} s" for one in took), f"{exponent(sizes, took):.2f}"])
    print_table(title, ["", *(f"{size:,}" for size in sizes), "exponent"], rows)


def loading(sizes: Sequence[int]) -> None:
    """Measure a first load of so many statements in 60 files."""
    took = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            write_negotiation(Path(name), 60, 300, size, seed=1)
            start = time.process_time()
            load(Path(name))
            took.append(time.process_time() - start)
    row = ["load", *(f"{one:.3f} s" for one in took), f"{exponent(sizes, took):.2f}"]
    print_table("By statements, in the files of 60 parties on 300 issues", ["", *(f"{size:,}" for size in sizes), "exponent"], [row])


def main(arguments: Sequence[str] = ()) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", type=int, default=1, help="4 measures a quarter of every size, which is quicker")
    parser.add_argument("--only", choices=("days", "still", "statements", "issues", "parties", "loading"), help="one of the tables")
    args = parser.parse_args(arguments)

    def upto(largest: int) -> tuple[int, ...]:
        """Return four sizes that double up to the largest, or to the part of it that is asked for."""
        return tuple(largest // args.part >> halved for halved in (3, 2, 1, 0))

    parts: Mapping[str, Callable[[], None]] = {
        "days": lambda: table(
            "By days on which something is said: two parties on one issue, a statement a day",
            ANALYSES, upto(2500), lambda size: spread(generated(2, 1, size), size),
        ),
        "still": lambda: table(
            "By days, where nobody ever moves, so that all of them are searched",
            ANALYSES, upto(2500), lambda size: spread(generated(2, 1, size), size, is_still=True),
        ),
        "statements": lambda: table(
            "By statements: four parties on ten issues in half a year", WHOLE, upto(10_000), lambda size: spread(generated(4, 10, size), 180),
        ),
        "issues": lambda: table(
            "By issues: four parties, 20 statements on each", {**WHOLE, **FILES}, upto(80), lambda size: spread(generated(4, size, size * 20), 180),
        ),
        "parties": lambda: table(
            "By parties, all shown: 12 issues, 3 statements by each party on each", {**WHOLE, **FILES}, upto(16),
            lambda size: spread(generated(size, 12, size * 36), 180),
        ),
        "loading": lambda: loading(upto(30_000)),
    }  # fmt: skip
    for name, measure in parts.items():
        if args.only in (None, name):
            measure()


if __name__ == "__main__":
    main(sys.argv[1:])
