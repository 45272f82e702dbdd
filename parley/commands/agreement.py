"""The command `agreement`: how far the codings of two people agree, in the table of double codings or in what somebody proposed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from parley.agreement import CODING_FILE, Agreement, agreement_in
from parley.asking import existing_folder, folder_if_given
from parley.commands.options import add_folders
from parley.dataset import load
from parley.errors import NoFolderError
from parley.folders import negotiation_folders, why_unread
from parley.proposing.codings import keep, rows_of
from parley.proposing.inbox import inbox_of
from parley.proposing.second import NoReaderError, agreement_on, readers_of, second_reading
from parley.telling.agreement import agreement_told
from parley.telling.proposing import codings_kept
from parley.words import said_all, say


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    add_folders(parser)
    parser.add_argument("--reader", metavar="WHO", help="what this proposer found in each document, beside what is held of it")
    parser.add_argument("--write", action="store_true", help=f"with --reader: keep both readings in '{CODING_FILE}'")


def run(given: argparse.Namespace) -> int:
    """Print how far the two coders of each double-coded negotiation agree."""
    found = negotiation_folders(existing_folder(given.positions))
    if given.reader is not None:
        return _of_reader(given, found)
    if given.write:
        raise NoReaderError.unnamed()
    folders = [folder for folder in found if why_unread(folder) or (folder / CODING_FILE).exists()]
    if not folders:
        raise NoFolderError(f"No '{CODING_FILE}' in '{given.positions}'.")
    for folder in folders:
        negotiation = load(folder, folder_if_given(given.seeds)).negotiation
        print(f"{negotiation.id}:", *_lines(agreement_in(folder, negotiation)), sep="\n")
    return 0


def _lines(found: Agreement) -> list[str]:
    return [f"  {line}" for line in said_all(agreement_told(found))]


def _of_reader(given: argparse.Namespace, folders: Sequence[Path]) -> int:
    """Print how far what a reader proposed agrees with what is held, and keep both readings where that is asked for."""
    readers: set[str] = set()
    is_there = False
    for folder in folders:
        for source, told, of in _readings(folder, given):
            readers |= of
            is_there = is_there or bool(told)
            if told:
                print(f"{source}:", *told, sep="\n")
    if not is_there:
        raise NoReaderError.unknown(given.reader, sorted(readers))
    return 0


def _readings(folder: Path, given: argparse.Namespace) -> Iterator[tuple[str, list[str], set[str]]]:
    """Yield each document with what is told of its second reading, nothing where it has none, and who has read it."""
    dataset, inbox = load(folder, folder_if_given(given.seeds)), inbox_of(folder)
    for key, source in dataset.sources.items():
        readers = set(readers_of(key, inbox))
        told: list[str] = []
        if given.reader in readers:
            pairs = second_reading(source, given.reader, inbox, dataset)
            told += _lines(agreement_on(pairs, source, dataset))
            if given.write:
                told.append(f"  {say(codings_kept(keep(folder, [*rows_of(pairs, source, inbox, dataset)], dataset)))}")
        yield f"{dataset.negotiation.id}, {key}", told, readers
