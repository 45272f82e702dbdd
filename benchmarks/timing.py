"""Small helpers of the benchmarks: medians, and tables that a terminal shows."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence


def median_ms(work: Callable[[], object], runs: int) -> float:
    """Return the median time of `runs` calls in milliseconds, after one that is not counted."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under a title, columns aligned."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    print(f"\n{title}")
    for row in (head, ["-" * width for width in widths], *rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))
