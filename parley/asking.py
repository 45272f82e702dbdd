"""What is asked for by name: a folder, a negotiation, a day, parties and evidence, found or refused with a hint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from parley.analysis.evidence import CUTS, EvidenceCut
from parley.dataset import Dataset, load
from parley.dates import PartialDate
from parley.errors import NoFolderError, UnreadableFolderError, WrongArgumentError, quoted
from parley.files import shown_path
from parley.folders import negotiation_folders, why_unread
from parley.model import Party

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.:-]*[a-z0-9])?")  # as browsers write it; no sign of it ends what a header says


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


def parties_named(dataset: Dataset, ids: Iterable[str] | None) -> tuple[Party, ...]:
    """Return the parties with these ids, each once; by default those shown first. Raise `WrongArgumentError` for an id that no party has."""
    known = dataset.negotiation.party_by_id
    if ids is None:
        return dataset.negotiation.shown_first
    asked = tuple(dict.fromkeys(ids))
    for one in asked:
        if one not in known:
            raise WrongArgumentError.unknown_party(one, sorted(known))
    return tuple(known[one] for one in asked)


def site_named(text: str) -> str:
    """Return a site as browsers name it, such as "https://wiki.example"; raise `WrongArgumentError` for a text that names none."""
    try:
        parts = urlsplit(text)
        is_site = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.hostname or "") and (parts.port is None or parts.port > 0)
    except ValueError:
        is_site = False
    if not is_site or parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise WrongArgumentError.not_a_site(text)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def day_named(text: str) -> date:
    """Return the day that a text such as "2018-05-02" names; raise ValueError for any other."""
    found = PartialDate.parse(text)
    if not found.is_day or found.earliest is None:
        raise ValueError(f"{quoted(text)} is not one day. Write it as 2018-05-02.")
    return found.earliest


def day_asked(dataset: Dataset, asked: date | None, today: date) -> date:
    """Return the day asked for, by default the last by `today` on which anything was said; raise `WrongArgumentError` where nothing ever was."""
    if not dataset.count:
        raise WrongArgumentError.nothing_said(dataset.negotiation.id)
    return asked or dataset.last_day(today)


def day_before(dataset: Dataset, day: date) -> date:
    """Return the last day before another on which anything was said; the other itself where there is none."""
    return max((one for one in dataset.days if one < day), default=day)


def cut_named(cut_id: str) -> EvidenceCut:
    """Return the evidence cut with this id; raise `WrongArgumentError` where there is none."""
    by_id = {one.id: one for one in CUTS}
    if cut_id not in by_id:
        raise WrongArgumentError.unknown_cut(cut_id, list(by_id))
    return by_id[cut_id]
