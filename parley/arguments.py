"""What the commands are given: folders, days, parties and evidence, read and refused with a hint."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.dataset import Dataset, load, negotiation_folders, why_unread
from parley.dates import PartialDate
from parley.errors import NoFolderError, UnreadableFolderError, WrongArgumentError, quoted
from parley.files import shown_path
from parley.model import Party
from parley.suggestions import with_suggestion


class Parser(argparse.ArgumentParser):
    """Reads a command line, and answers a wrong word with what may have been meant; no option may be cut short."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Return what is known; end with a hint where anything else stands on the command line."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            options = [word for action in self._actions for word in action.option_strings if word.startswith("--")]
            self.error(str(WrongArgumentError.unknown_word(unknown[0].partition("=")[0], options)))
        return found, unknown

    def error(self, message: str) -> NoReturn:
        """End with the usage and one sentence that begins and ends like all others."""
        super().error(f"{message[:1].upper()}{message[1:]}{'' if message.endswith(('.', '?')) else '.'}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        known = None if action.choices is None else list(action.choices)
        if known is None or value in known:
            return
        if isinstance(action, argparse._SubParsersAction):
            self.error(str(WrongArgumentError.unknown_command(value, known)))
        raise argparse.ArgumentError(action, with_suggestion(f"It cannot be {quoted(str(value))}.", str(value), known))


def existing_folder(path: Path) -> Path:
    """Return the folder; raise `NoFolderError` where there is none."""
    if not path.is_dir():
        raise NoFolderError.at(str(path))
    return path


def folder_if_given(path: Path | None) -> Path | None:
    """Return the folder, or None where none was named; raise `NoFolderError` where it is not there."""
    return None if path is None else existing_folder(path)


def one_negotiation(positions: Path, seeds: Path | None) -> Dataset:
    """Return the one negotiation in a folder; raise where it holds several, because their days cannot be compared.

    A folder in it that may not be looked into may be another one.
    """
    folders = negotiation_folders(existing_folder(positions))
    for folder in folders:
        if why := why_unread(folder):
            raise UnreadableFolderError.of(shown_path(folder), why)
    if len(folders) > 1:
        raise WrongArgumentError.several_negotiations(str(positions), [one.name for one in folders])
    return load(folders[0], folder_if_given(seeds))


def parties_named(dataset: Dataset, asked: str | None) -> list[Party]:
    """Return the parties asked for by id, separated by commas; by default those shown first."""
    known = dataset.negotiation.party_by_id
    if asked is None:
        return list(dataset.negotiation.shown_first)
    ids = list(dict.fromkeys(filter(None, (one.strip() for one in asked.split(",")))))
    if not ids:
        raise WrongArgumentError.no_party(asked, sorted(known))
    for one in ids:
        if one not in known:
            raise WrongArgumentError.unknown_party(one, sorted(known))
    return [known[one] for one in ids]


def one_day(text: str) -> date:
    """Return the day that a text names; raise what the parser of arguments reports."""
    try:
        found = PartialDate.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not found.is_day or found.earliest is None:
        raise argparse.ArgumentTypeError(f"{quoted(text)} is not one day. Write it as 2018-05-02.")
    return found.earliest


def cut_named(cut_id: str) -> EvidenceCut:
    """Return the evidence cut with this id, which the parser has already found among those there are."""
    return next(one for one in CUTS if one.id == cut_id)


def add_view(parser: argparse.ArgumentParser) -> None:
    """Add what chooses evidence, parties and source records, the same for every command that computes positions."""
    names = [cut.id for cut in CUTS]
    parser.add_argument("--evidence", choices=names, default=ALL_EVIDENCE.id, help="which evidence is admitted (default: %(default)s)")
    parser.add_argument("--parties", metavar="IDS", help="the parties, by id, separated by commas; those shown on screen if left out")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="the records of the sources; 'seeds' beside the positions if left out")
