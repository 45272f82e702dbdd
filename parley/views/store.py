"""The data behind the pages: loaded once per change of the files, and the last good load kept while they are broken."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from parley.analysis.calendar import Happening, happenings
from parley.checks import check
from parley.dataset import Dataset, files_stamp, load, negotiation_folders, seeds_folder
from parley.errors import BadFilesError, NoPositionsError, Problem
from parley.texts import Texts

POSITIONS_VARIABLE = "PARLEY_POSITIONS"
TEXTS_VARIABLE = "PARLEY_TEXTS"


@dataclass(frozen=True)
class Held:
    """What is held of one negotiation: the last good dataset, what keeps the files from being read, and the rules they break.

    `days` are those of the dataset on which something happened.
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    broken_rules: tuple[Problem, ...]
    stamp: tuple[object, ...]
    days: tuple[Happening, ...] = ()


@dataclass(frozen=True)
class Folders:
    """Where positions, source records and the documents' texts lie."""

    positions: Path
    seeds: Path
    texts: Path


def folders(arguments: tuple[str, ...], positions: str | None, texts: str | None) -> Folders:
    """Return the folders named on the command line (`-- --positions DIR --texts DIR`), by variables, or by default."""
    parser = argparse.ArgumentParser(prog="streamlit run dashboard.py --")
    parser.add_argument("--positions", default=positions or "positions", type=Path)
    parser.add_argument("--texts", default=texts, type=Path)
    given, _ = parser.parse_known_args(arguments)
    seeds = seeds_folder(given.positions)
    return Folders(given.positions, seeds, given.texts or seeds / "texts")


def here() -> Folders:
    """Return the folders of this server."""
    return folders(tuple(sys.argv[1:]), os.environ.get(POSITIONS_VARIABLE), os.environ.get(TEXTS_VARIABLE))


def texts() -> Texts:
    """Return the folder of the documents' texts; it may not exist."""
    return Texts(here().texts)


@st.cache_resource
def _kept() -> dict[Path, Held]:
    return {}


def stamp_of(folder: Path) -> tuple[object, ...]:
    """Return what changes as soon as a file of the negotiation, or a source record it may use, does."""
    return files_stamp(folder, seeds_folder(folder))


def held(folder: Path) -> Held:
    """Return what is held of the negotiation in `folder`, read again only if a file has changed."""
    kept = _kept()
    stamp = stamp_of(folder)
    last = kept.get(folder)
    if last is None or last.stamp != stamp:
        try:
            dataset = load(folder)
            if last and last.dataset and dataset.has_unread_files:
                raise BadFilesError(dataset.left_out)
            found = check(dataset, None, date.today())
            errors = tuple(one for one in found if one.severity == "error")
            last = Held(dataset, (), (*dataset.left_out, *errors), stamp, happenings(dataset))
        except BadFilesError as error:
            last = Held(last.dataset if last else None, error.problems, (), stamp, last.days if last else ())
        except NoPositionsError:
            last = Held(last.dataset if last else None, (), (), stamp, last.days if last else ())
        kept[folder] = last
    return last


def negotiations() -> tuple[Path, ...]:
    """Return the folders of all negotiations; raise `NoPositionsError` if there is none."""
    return negotiation_folders(here().positions)
