"""How long each file to take away takes to make, and all of them together, for the shipped data."""

from __future__ import annotations

import time
from functools import partial

from benchmarks.pages import ROOT
from benchmarks.timing import median_ms, print_table
from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import load
from parley.exports.files import FORMATS, Maker
from parley.telling.briefing import brief, last_edition

RUNS = 3


def main() -> None:
    """Measure and print."""
    dataset = load(ROOT / "positions" / "us-china-trade")
    parties = [dataset.negotiation.party_by_id[one] for one in dataset.negotiation.shown]
    as_of = dataset.days[-1]
    since = last_edition(dataset, as_of)
    maker = Maker(brief(dataset, None, parties, as_of, ALL_EVIDENCE, since), dataset)
    rows = [["briefing", f"{median_ms(lambda: brief(dataset, None, parties, as_of, ALL_EVIDENCE, since), RUNS):.0f} ms", ""]]
    for form in FORMATS:
        rows.append([form.name, f"{median_ms(partial(maker.document, form), RUNS):.0f} ms", f"{len(maker.document(form)) / 1000:.0f} kB"])
    start = time.perf_counter()
    data = maker.pack(lambda name, number, total: print(f"{number} of {total}: {name}", end="\r"))
    rows.append(["Everything", f"{(time.perf_counter() - start) * 1000:.0f} ms", f"{len(data) / 1000:.0f} kB"])
    print_table("Files of the shipped data, median of 3 (aim: everything in a few seconds)", ["file", "time", "size"], rows)


if __name__ == "__main__":
    main()
