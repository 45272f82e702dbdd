"""The command `brief-a-coder`: the coding guide as one text, to be handed to a colleague or a program."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from parley.asking import one_negotiation
from parley.exports.coding_guide import coding_guide
from parley.grouping import told_by_kind
from parley.sharing import shareable
from parley.writing import refuse_overwriting, write_whole


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("positions", type=Path, metavar="DIR", help="one negotiation")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write it; printed if left out")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="the records of the sources; 'seeds' beside the positions if left out")


def run(given: argparse.Namespace) -> int:
    """Print or write the guide; what is internal is not in it."""
    dataset = one_negotiation(given.positions, given.seeds)
    for line in told_by_kind(dataset.left_out):
        print(line, file=sys.stderr)
    text = coding_guide(shareable(dataset), f"python -m parley propose FILE.jsonl --to {given.positions.as_posix()}")
    if given.out is None:
        print(text, end="")
    else:
        refuse_overwriting(given.out, is_forced=given.force)
        write_whole(given.out, text.encode())
    return 0
