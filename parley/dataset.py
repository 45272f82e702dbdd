"""Read a negotiation's folder and the source records into one dataset, and say what is left out of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from parley.agendas import Agenda
from parley.collecting import uncollected
from parley.errors import BadFilesError, NoPositionsError, Problem, named
from parley.files import Document, shown_path
from parley.folders import AGENDAS_FOLDER, files_stamp, is_folder, seeds_folder, seeds_places, unreadable, why_unread, yaml_files
from parley.joining import UNREAD_SOURCE, WHOLE_PARTY_FILE, Records, joined
from parley.journal import at_rest
from parley.keeping import Dataset as Dataset
from parley.model import NEGOTIATION_FILE as NEGOTIATION_FILE
from parley.model import Negotiation, PartyFile, Source
from parley.reading import read_entries, read_record

Read = TypeVar("Read")


# What stands in the place of files, None where one is gone: to see what would come of a change before it is written.
Instead = Mapping[Path, Document | None]
AS_IT_STANDS: Instead = {}


def load(folder: Path, seeds: Path | None = None) -> Dataset:
    """Read one negotiation as far as it is sound; `left_out` tells what is not.

    A save of several files that was broken off is brought to its end first, and one that comes while they are read is seen whole or not at all.
    Raises `BadFilesError` where the negotiation's own file, or a whole folder, cannot be read, and `NoPositionsError` where there is none.
    """
    records = seeds or seeds_folder(folder)
    return at_rest((folder, records), lambda: files_stamp(folder, records), lambda: load_instead(folder, seeds, AS_IT_STANDS))


@uncollected
def load_instead(folder: Path, seeds: Path | None, instead: Instead) -> Dataset:
    """Read one negotiation as it would be with other texts in the place of some files; raise as `load`."""
    header = folder / NEGOTIATION_FILE
    if why := why_unread(folder):
        raise BadFilesError([unreadable(folder, why)])
    if not os.path.lexists(header):
        raise NoPositionsError.in_folder(shown_path(folder))
    records, in_folder = (_listed(one, instead) for one in (seeds or seeds_folder(folder), folder))
    unread: list[Problem] = []
    sources = list(_each(records, UNREAD_SOURCE, unread, lambda path: read_record(Source, path, instead.get(path))))
    parties = [path for path in in_folder if path.name != NEGOTIATION_FILE]
    party_files = list(_each(parties, WHOLE_PARTY_FILE, unread, lambda path: read_entries(PartyFile, path, "statements", instead.get(path))))
    agendas = list(_each(_agenda_files(folder, instead, unread), "this agenda", unread, lambda path: read_record(Agenda, path, instead.get(path))))
    try:
        negotiation = read_record(Negotiation, header, instead.get(header))
    except BadFilesError as error:
        raise BadFilesError(
            [*error.problems, *unread, *(problem for read in party_files for wrong in read.wrong.values() for problem in wrong)]
        ) from error
    if not records and any(one.source for read in party_files for one in read.record.statements):
        raise BadFilesError([negotiation[1].problem((), *_without_records(folder, seeds)), *unread])
    found = joined(Records(negotiation, sources, party_files, agendas, unread))
    version = _version([negotiation[1], *(read.document for read in party_files), *(document for _, document in sources)])
    told = (found.files, found.agendas, found.left_out, found.without_file, found.never_named)
    return Dataset(found.negotiation, found.statements, found.sources, version, *told)


def _without_records(folder: Path, seeds: Path | None) -> tuple[str, str]:
    """Return that no source record was found, and how to mend it; a folder is named as empty only where it is there."""
    there = seeds or next(filter(is_folder, seeds_places(folder)), None)
    if there:
        return f"There are no source records in {named(shown_path(there))}.", "Put the documents' records into it."
    sought = " nor ".join(named(shown_path(one)) for one in seeds_places(folder))
    return (
        f"There is no folder of source records, neither {sought}.",
        "Put a folder 'seeds' with the documents' records beside the folder of positions.",
    )


def _each(paths: Iterable[Path], name: str, problems: list[Problem], read: Callable[[Path], Read]) -> Iterator[Read]:
    """Yield what is read of each file; what cannot be read goes to `problems`, with the name of what is missing for it."""
    for path in paths:
        try:
            yield read(path)
        except BadFilesError as error:
            problems.extend(problem._replace(left_out=name) for problem in error.problems)


def _listed(folder: Path, instead: Instead) -> Sequence[Path]:
    """Return the files of a folder, and those that are to be there."""
    there = {*yaml_files(folder), *(path for path in instead if path.parent == folder)}
    return sorted(path for path in there if instead.get(path, path) is not None)


def _agenda_files(folder: Path, instead: Instead, problems: list[Problem]) -> Sequence[Path]:
    try:
        return _listed(folder / AGENDAS_FOLDER, instead)
    except BadFilesError as error:
        problems.extend(problem._replace(left_out="all agendas") for problem in error.problems)
        return ()


def _version(documents: Iterable[Document]) -> str:
    # What is shown rests on the positions and their sources; an agenda only chooses among it.
    digest = hashlib.sha256()
    for document in sorted(documents, key=lambda one: one.path.name):
        digest.update(document.digest)
    return digest.hexdigest()[:10]
