"""A workbook for editing, written by `export --for-editing` and taken back by `import`."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from parley.asking import folder_if_given
from parley.editing.opening import opened
from parley.editing.saving import Conflict, save_beside
from parley.exports.for_editing import editing_workbook
from parley.handed_in import TableError
from parley.roundtrip.book import Book, book_in
from parley.roundtrip.edits_in import edited, removing, taken, withdrawing
from parley.telling import workbook_edits as told
from parley.telling.editing import message_of
from parley.telling.records import Naming
from parley.words import say
from parley.writing import write_whole


def write_workbook(given: argparse.Namespace, folder: Path) -> int:
    """Write the workbook in which the negotiation of a folder is edited."""
    data = editing_workbook(opened(folder, folder_if_given(given.seeds)))
    write_whole(given.to, data)
    print(f"{given.to} ({len(data) / 1000:,.0f} kB)")
    return 0


def book_given(given: argparse.Namespace) -> Book | None:
    """Return the workbook for editing that was named; None where the file is another table."""
    first = given.table[0]
    return book_in(first.read_bytes(), first.name) if len(given.table) == 1 else None


def take_back(book: Book, given: argparse.Namespace) -> int:
    """Show what somebody did to a workbook, and save it if that is wanted; return 1 where nothing is written though something was changed."""
    talks = opened(given.to)
    negotiation = talks.dataset.negotiation
    if book.negotiation != negotiation.id:
        raise TableError.of_another(given.table[0].name, book.negotiation, negotiation.id)
    found = edited(book, talks)
    more = removing(found.gone) if given.remove else withdrawing(found.gone, given.withdrawn) if given.withdrawn else ()
    work, edits, refused = taken(found, talks, more)
    print(say(told.made_of(negotiation.title, book.version, is_current=book.version == talks.dataset.version)))
    before = told.Before(talks.record, Naming((work.dataset, talks.dataset)))
    for line in told.comes_to(edits, (*found.bad, *refused), () if more else found.gone, before):
        print(say(line))
    if found.gone and not more:
        print(say(told.GONE_ARE_KEPT))
    if work.is_empty:
        print(say(told.NOTHING_EDITED))
        return 1 if found.bad or refused else 0
    if not given.yes and not is_wanted():
        return 1
    done = save_beside(work, getpass.getuser(), say(message_of(edits, talks.dataset, work.dataset)))
    if isinstance(done, Conflict):
        print(say(told.met([f"{one.kind} {one.id}" for one in done.meetings])), file=sys.stderr)
        return 1
    print(say(told.saved(len(edits), done.unrecorded)))
    return 0


def is_wanted() -> bool:
    """Ask whether it is to be written; where nobody can answer it is not."""
    if not sys.stdin.isatty():
        return False
    return input("Write it? [y/N] ").strip().casefold() in ("y", "yes")
