"""How long reading and checking take: 1,000 position files with 5,000 statements, and smaller ones."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.generate import write_negotiation
from benchmarks.timing import print_table
from parley.checks import check
from parley.dataset import load

SIZES = ((5, 50), (100, 500), (1000, 5000))
ISSUES = 30
RUNS = 3
TODAY = date(2026, 1, 1)


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def timings(files: int, statements: int, seed: int) -> tuple[float, float, float]:
    """Return the seconds of a first load, of the check, and of a load of the same unchanged files."""
    with tempfile.TemporaryDirectory() as name:
        # A new folder each time, because unchanged files are not read again.
        folder = Path(name)
        write_negotiation(folder, files, ISSUES, statements, seed)
        first = seconds(lambda: load(folder))
        dataset = load(folder)
        assert len(dataset.statements) == statements
        return first, seconds(lambda: check(dataset, None, TODAY)), seconds(lambda: load(folder))


def main() -> None:
    """Print the median of a few runs for each size."""
    rows = []
    for files, statements in SIZES:
        first, checked, again = (statistics.median(times) for times in zip(*(timings(files, statements, run) for run in range(RUNS)), strict=True))
        rows.append([f"{files:,}", f"{statements:,}", *(f"{time:.2f} s" for time in (first, checked, first + checked, again))])
    print_table("Reading position files", ("files", "statements", "load", "check", "load and check", "load again, unchanged"), rows)


if __name__ == "__main__":
    main()
