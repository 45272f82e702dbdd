"""The command `schema`: the JSON Schemas that editors read, and those of the tables and differences that programs read."""

from __future__ import annotations

import argparse

from parley.exports.diff_schemas import write_diff_schemas
from parley.exports.table_schemas import write_table_schemas
from parley.files import shown_path
from parley.schemas import write_schemas


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add nothing: the command takes no options."""


def run(given: argparse.Namespace) -> int:
    """Write the JSON Schemas of files to be written by hand, of tables that are taken away and of what `diff` prints, and print where they are."""
    print(*(shown_path(path) for path in (*write_schemas(), *write_table_schemas(), *write_diff_schemas())), sep="\n")
    return 0
