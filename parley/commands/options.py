"""Options that several commands take, and how what is written after them is read."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from parley.analysis.evidence import ALL_EVIDENCE, CUTS
from parley.asking import day_named, parties_named
from parley.dataset import Dataset
from parley.errors import WrongArgumentError, quoted
from parley.model import Party

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # of no name and no address; the last are what a console could not read
HIGHEST_PORT = 65_535
_BELOW = re.compile(r"(?!\.+(?:/|$))[\w.~-]+(?:/(?!\.+(?:/|$))[\w.~-]+)*", re.ASCII)
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


def port(text: str) -> int:
    """Return the port that a text names; raise what the parser of arguments reports."""
    if not text.isascii() or not text.isdecimal() or not 0 < int(text[:6]) <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{quoted(text)} is no port. Write a number from 1 to {HIGHEST_PORT}.")
    return int(text)


def base_path(text: str) -> str:
    """Return the path below which a server answers, without strokes at its ends; raise what the parser of arguments reports."""
    path = text.strip("/")
    if path and not _BELOW.fullmatch(path):
        raise argparse.ArgumentTypeError(
            f"{quoted(text)} is no path below which a server can answer. Write letters, digits and hyphens, such as tools/talks."
        )
    return path


def web_address(text: str) -> str:
    """Return an address that a browser opens; raise what the parser of arguments reports."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if text and (parts.scheme not in ("http", "https") or not parts.netloc or _CONTROLS.search(text)):
        raise argparse.ArgumentTypeError(f"{quoted(text)} is no address. Write it as http://localhost:8501.")
    return text


def name(text: str) -> str:
    """Return somebody's name; raise what the parser of arguments reports where a file could not hold it."""
    if _CONTROLS.search(text):
        raise argparse.ArgumentTypeError(f"{quoted(text)} holds a letter that cannot be seen. Write the name anew.")
    return text
