"""The command `schema`: the JSON Schemas that editors read."""

from __future__ import annotations

import argparse

from parley.files import shown_path
from parley.schemas import write_schemas


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add nothing: the command takes no options."""


def run(given: argparse.Namespace) -> int:
    """Write the JSON Schemas that editors read, and print where they are."""
    print(*(shown_path(path) for path in write_schemas()), sep="\n")
    return 0
