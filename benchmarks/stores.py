"""A store of many negotiations: how long one takes to open and to be searched, and how much memory that needs.

One negotiation is written as files and loaded as anybody would; the others are copies of its rows under ids of their own, because to write and read
millions of statements as files takes hours and says nothing of the store. Each figure is the median of several, each of another negotiation.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.generate import write_negotiation
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import overview_row
from parley.analysis.search import search
from parley.dataset import load
from parley.stored.loading import write
from parley.stored.opening import Archive
from parley.stored.tables import TABLES, Tables

TIMES = 9
TOGETHER = 20  # copies made at once
SEARCHED = ("herring", "quota minister", "patr", "nothing of it", "gazette")


def fill(url: str, folder: Path, negotiations: int, statements: int, parties: int, issues: int) -> float:
    """Fill a store, and return how many statements a second are loaded from files."""
    write_negotiation(folder, parties, issues, statements, seed=1)
    dataset = load(folder)
    tables = Tables(url, writes=True)
    began = time.process_time()
    first = write(tables, dataset)
    speed = statements / (time.process_time() - began)
    for at in range(first + 1, first + negotiations, TOGETHER):
        end = min(at + TOGETHER, first + negotiations)
        for name, schema in TABLES.items():
            # The rows of a negotiation lie together, as they do where each is loaded by itself.
            own = {"number": "copy", **({"id": "concat(id, '-', copy)"} if name == "negotiations" else {})}
            columns = ", ".join(own.get(one, one) for one in schema.names)
            copies = f"SELECT {columns} FROM {name}, generate_series({at}, {end - 1}) AS copies(copy) WHERE number = {first} ORDER BY copy"
            tables.run(f"INSERT INTO {name} {copies}")
        print(f"{end - first} of {negotiations}", file=sys.stderr)
    tables.close()
    return speed


def seconds(act: Callable[[str], object], keys: list[str]) -> str:
    """Return the median and the longest of what something takes on each of some negotiations, by the processor and by the clock."""
    spent, passed = [], []
    for key in keys:
        began = time.process_time(), time.perf_counter()
        act(key)
        spent.append(time.process_time() - began[0])
        passed.append(time.perf_counter() - began[1])
    return f"{median(spent):.3f} s of the processor ({max(spent):.3f} at most), {median(passed):.3f} s by the clock"


@contextmanager
def somewhere(url: str | None) -> Iterator[tuple[str, Path]]:
    """Yield the address of a store and a folder, which go afterwards unless the store was named."""
    with tempfile.TemporaryDirectory() as folder:
        yield url or f"duckdb://{folder}/talks.duckdb", Path(folder) / "fjords"


def measure(url: str) -> None:
    """Print what it takes to open the first page of a negotiation and to search in it."""
    archive = Archive(url)
    heads = archive.heads()
    keys = Random(1).sample(sorted(heads), min(TIMES, len(heads)))

    def first_page(key: str) -> None:
        held = archive.opened(heads[key])
        as_of = held.last_day(date.max)
        for issue in held.negotiation.ordered_issues:
            overview_row(held, issue, held.negotiation.shown_first, as_of, ALL_EVIDENCE)

    opened = {key: archive.opened(heads[key]) for key in keys}
    print(f"{len(heads)} negotiations, {sum(one.count for one in heads.values())} statements")
    print(f"the list of all: {seconds(lambda _: archive.heads(), keys)}")
    print(f"a negotiation is opened: {seconds(lambda key: archive.opened(heads[key]).days, keys)}")
    print(f"one issue of it: {seconds(lambda key: archive.opened(heads[key]).statements_of('party-0', 'issue-0'), keys)}")
    print(f"all issues of it, as on its first page: {seconds(first_page, keys)}")
    print(f"the first search in it: {seconds(lambda key: search(opened[key], 'herring', date.max, ALL_EVIDENCE), keys)}")
    for words in SEARCHED:
        found = {key: partial(search, one, words, date.max, ALL_EVIDENCE) for key, one in opened.items()}
        print(f"'{words}' after that: {seconds(partial(_call, found), keys)}")
    print(f"memory at most: {most_memory():.0f} MB")


def most_memory() -> float:
    """Return the most megabytes that this process has held; what `getrusage` tells counts that of the process that began it, too."""
    (held,) = (line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(held) / 1024


def _call(acts: Mapping[str, Callable[[], object]], key: str) -> object:
    return acts[key]()


def main() -> None:
    """Fill a store, unless one that is filled is named, and measure it in a process that has not filled it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--negotiations", type=int, default=100)
    parser.add_argument("--statements", type=int, default=5000, help="of each negotiation")
    parser.add_argument("--parties", type=int, default=8)
    parser.add_argument("--issues", type=int, default=30)
    parser.add_argument("--store", metavar="URL", help="a store that stays; the one that is there is measured with --measure")
    parser.add_argument("--measure", action="store_true", help="only measure")
    given = parser.parse_args()
    if given.measure:
        measure(given.store)
        return
    with somewhere(given.store) as (url, folder):
        speed = fill(url, folder, given.negotiations, given.statements, given.parties, given.issues)
        print(f"loaded: {speed:.0f} statements a second of the processor, once the files are read")
        subprocess.run([sys.executable, "-m", "benchmarks.stores", "--measure", "--store", url], check=True)


if __name__ == "__main__":
    main()
