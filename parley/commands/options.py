"""Options that several commands take, and how what is written after them is read."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from parley.analysis.evidence import ALL_EVIDENCE, CUTS
from parley.asking import day_named, parties_named
from parley.dataset import Dataset
from parley.errors import WrongArgumentError
from parley.model import Party

_SEEDS = "the records of the sources; 'seeds' beside the positions if left out"


def add_folders(parser: argparse.ArgumentParser) -> None:
    """Add the folders of positions and of source records, as commands take them that read every negotiation in a folder."""
    parser.add_argument("positions", nargs="?", type=Path, default=Path("positions"), metavar="DIR", help="one negotiation, or a folder of several")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help=_SEEDS)


def add_view(parser: argparse.ArgumentParser) -> None:
    """Add what chooses evidence, parties and source records, the same for every command that computes positions."""
    names = [cut.id for cut in CUTS]
    parser.add_argument("--evidence", choices=names, default=ALL_EVIDENCE.id, help="which evidence is admitted (default: %(default)s)")
    parser.add_argument("--parties", metavar="IDS", help="the parties, by id, separated by commas; those shown on screen if left out")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help=_SEEDS)


def parties_given(dataset: Dataset, text: str | None) -> tuple[Party, ...]:
    """Return the parties that a text names by id, separated by commas; by default those shown first."""
    if text is None:
        return parties_named(dataset, None)
    ids = list(filter(None, (one.strip() for one in text.split(","))))
    if not ids:
        raise WrongArgumentError.no_party(text, sorted(dataset.negotiation.party_by_id))
    return parties_named(dataset, ids)


def one_day(text: str) -> date:
    """Return the day that a text names; raise what the parser of arguments reports."""
    try:
        return day_named(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
