"""The command `search`: what holds some words, by issue and party."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from parley.analysis.evidence import ALL_EVIDENCE, CUTS
from parley.analysis.search import search
from parley.asking import cut_named, day_asked, one_negotiation
from parley.commands.options import one_day
from parley.exports.search import search_lines
from parley.grouping import told_by_kind


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("positions", type=Path, metavar="DIR", help="one negotiation")
    parser.add_argument("words", nargs="+", metavar="WORD", help="every word must be held; the last may be half typed")
    parser.add_argument("--as-of", type=one_day, metavar="DATE", help="the date; the last on which anything was said if left out")
    names = [cut.id for cut in CUTS]
    parser.add_argument("--evidence", choices=names, default=ALL_EVIDENCE.id, help="which evidence is admitted (default: %(default)s)")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="the records of the sources; 'seeds' beside the positions if left out")


def run(given: argparse.Namespace) -> int:
    """Print what was found; the exit status is that of having looked, whether anything was found or not."""
    dataset = one_negotiation(given.positions, given.seeds)
    for line in told_by_kind(dataset.left_out):
        print(line, file=sys.stderr)
    as_of, cut = day_asked(dataset, given.as_of, given.today), cut_named(given.evidence)
    print(*search_lines(search(dataset, " ".join(given.words), as_of, cut), dataset, as_of, cut), sep="\n")
    return 0
