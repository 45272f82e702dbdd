"""How long it takes to bring in a table: read, guessed, drafted, tried by the strict reader, written, and brought in again unchanged."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.timing import print_table
from parley.importing.drafting import draft
from parley.importing.folder import bring_in, change_of, tried
from parley.importing.guessing import guess
from parley.importing.sheets import read_sheets

SIZES = (4_000, 35_000)
PARTIES, ISSUES, RUNS = 198, 17, 3
TODAY = date(2026, 1, 1)


def table(rows: int, seed: int) -> bytes:
    """Return a table with a row per statement, as text: a party, an issue, one of three levels, a day and a comment."""
    draw = random.Random(seed)
    lines = ["Country,Issue,Position,Date,Comment"]
    for number in range(rows):
        level, day = draw.choice(("1 - none", "2 - some", "3 - all")), f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
        lines.append(f"Country {number % PARTIES:03},Issue {number % ISSUES},{level},{day},Row {number}")
    return "\n".join(lines).encode()


def processor_seconds(rows: int, seed: int) -> tuple[float, float, float]:
    """Return the seconds of processor time until all would be known, until all is written, and until the same table again is known to change nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder, data = Path(name) / "positions" / "talks", table(rows, seed)
        begun = time.process_time()
        for is_new in (True, False):
            (sheet,) = read_sheets(data, "table.csv")
            drafted = draft(sheet, guess(sheet, "Talks"))
            assert len(drafted.entries) == rows
            change = change_of(folder, drafted, TODAY)
            if is_new:
                tried(folder, change)
                known = time.process_time()
                bring_in(folder, change, "", "A table")
                written = time.process_time()
        assert not change.added
        assert not change.altered
        return known - begun, written - begun, time.process_time() - written


def main() -> None:
    """Print the median of a few runs for each size."""
    found = {rows: [processor_seconds(rows, seed) for seed in range(RUNS)] for rows in SIZES}
    lines = [[f"{rows:,}", *(f"{statistics.median(times):.1f} s" for times in zip(*several, strict=True))] for rows, several in found.items()]
    print_table("Bringing in a table", ("rows", "known what it comes to", "written", "the same again"), lines)


if __name__ == "__main__":
    main()
