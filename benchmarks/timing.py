"""Small helpers of the benchmarks: medians and other shares, and tables for a terminal or as Markdown."""

from __future__ import annotations

import math
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


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least a share of all values do not exceed."""
    return sorted(values)[max(math.ceil(share * len(values)), 1) - 1]


def table_lines(head: Sequence[str], rows: Sequence[Sequence[str]], *, is_markdown: bool = False) -> list[str]:
    """Return the lines of a table: columns aligned for a terminal, or Markdown."""
    if is_markdown:
        rule = ["---", *("--:" for _ in head[1:])]
        return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    every = (head, ["-" * width for width in widths], *rows)
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in every]


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, is_markdown: bool = False) -> None:
    """Print rows under a title."""
    print(f"\n{title}", *([""] if is_markdown else []), *table_lines(head, rows, is_markdown=is_markdown), sep="\n")
