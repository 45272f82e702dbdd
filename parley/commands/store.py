"""The command `store`: bring negotiations from their folders into a database, which the dashboard then opens with `--store`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from parley.answering import in_short_on_any_day
from parley.errors import NotInstalledError
from parley.folders import negotiation_folders
from parley.numbers import so_many

HERE = "duckdb://parley.duckdb"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("what", choices=["load"], metavar="load", help="load: write what the folders hold into the store")
    parser.add_argument("positions", type=Path, metavar="DIR", help="one negotiation, or a folder of several")
    parser.add_argument(
        "--to", default=HERE, metavar="URL", help="duckdb:///folder/talks.duckdb or postgres://user@host/database (default: %(default)s)"
    )
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="the records of the sources; 'seeds' beside the positions if left out")


def run(given: argparse.Namespace) -> int:
    """Load every negotiation that the store does not hold as it is, and say so of each."""
    folders = negotiation_folders(given.positions)
    try:
        from parley.stored.loading import load_into
        from parley.stored.tables import Tables
    except ImportError as error:
        raise NotInstalledError.extra("store", "store") from error
    tables = Tables(given.to, writes=True)
    count = written = 0
    try:
        for one in load_into(tables, folders, given.seeds, lambda dataset: in_short_on_any_day(dataset, given.today)):
            count, written = count + one.statements, written + (not one.kept)
            what = "is there already" if one.kept else "is loaded"
            print(f"{one.number} of {one.total}: {one.id} {what}, {so_many(one.statements, 'statements')}.", file=sys.stderr)
    finally:
        tables.close()
    held, were = so_many(len(folders), "negotiations"), "was" if written == 1 else "were"
    print(f"The store holds {held} of these, with {so_many(count, 'statements')}; {written} {were} written.")
    return 0
