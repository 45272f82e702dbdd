"""What is measured in the browser, beside its goal: the table of all pages and both sizes of data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BARE, DASH, PARLEY = "bare page", "Dash", "Parley"
SHIPPED, LARGE = "shipped", "large"
SIZES = (SHIPPED, LARGE)
NONE = "–"

Measured = Mapping[str, float]  # by the key of what was measured
Results = Mapping[tuple[str, str], Measured]  # by page and size of the data


@dataclass(frozen=True)
class Measure:
    """Something that is measured: how it is told, what is aimed for, and against which measure of the bare page it is held."""

    key: str
    label: str
    goal: str
    digits: int = 0
    against: str = ""


MEASURES = (
    Measure("chooser", "another issue from the chooser, ms", "at most 0.9 / 0.7 x"),
    Measure("next p50", "next or previous issue, median, ms", "at most 60 / 60"),
    Measure("next p95", "the same, 95 of 100, ms", ""),
    Measure("row", "a row of the overview opens its issue, ms", "at most 2 x the chooser", against="chooser"),
    Measure("first row", "the same, the first of a visit, ms", "", against="chooser"),
    Measure("start", "start to first chart, s", "at most 1.1 / 1.3 x", digits=1),
    Measure("reload", "warm reload, ms", "at most 1.1 x"),
    Measure("sent", "received per choice, kB", "at most 20 / 20", digits=1),
    Measure("ahead", "travels ahead per choice, kB", "", digits=1),
    Measure("crowd p50", "twenty at once, median, s", "at most 1.1 x", digits=2),
    Measure("crowd p95", "twenty at once, 95 of 100, s", "", digits=2),
    Measure("crowd lost", "twenty at once, lost of 100", "0"),
    Measure("memory 1", "memory of the server after the first session, MB", "large: at most 300"),
    Measure("memory 20", "memory of the server with twenty sessions, MB", "large: at most 320"),
    Measure("present", "Present opens, the first time, s", "at most 1.5 / 2.5", digits=1),
    Measure("present again", "Present opens, again, s", "", digits=1),
)


def ratio(ours: float | None, theirs: float | None) -> str:
    """Return how many times as much one is as the other, or a dash where one is missing or nothing."""
    return NONE if ours is None or not theirs else f"{ours / theirs:.2f}"


def both(cells: list[str]) -> str:
    """Return the cells of both sizes as one; a dash where there is nothing in either."""
    return NONE if set(cells) == {NONE} else " / ".join(cells)


def rows_of(results: Results) -> list[list[str]]:
    """Return a row for each thing measured: the pages, both sizes in each cell, then the ratio to the bare page and the goal."""

    def value(page: str, size: str, key: str) -> float | None:
        return results.get((page, size), {}).get(key)

    def cell(page: str, one: Measure) -> str:
        found = (value(page, size, one.key) for size in sizes)
        return both([NONE if each is None else f"{each:.{one.digits}f}" for each in found])

    sizes = [size for size in SIZES if any(of == size for _, of in results)]
    rows = []
    for one in MEASURES:
        ratios = [ratio(value(PARLEY, size, one.key), value(BARE, size, one.against or one.key)) for size in sizes]
        cells = [cell(page, one) for page in (BARE, DASH, PARLEY)]
        if set(cells) != {NONE}:
            rows.append([one.label, *cells, both(ratios), one.goal or NONE])
    return rows


def head_of(results: Results) -> list[str]:
    """Return the head of that table."""
    sizes = " / ".join(size for size in SIZES if any(of == size for _, of in results))
    return [sizes, BARE, DASH, PARLEY, "ratio to the bare page", "goal"]
