"""The parts of the sources page: documents and coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd

from parley.analysis.coverage import KIND_NAMES, Contribution, Held
from parley.model import PlacedKind, Source
from parley.numbers import counted
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.selection import Selection

MARKS: Mapping[PlacedKind, str] = {"demand": "demand", "red_line": "limit", "offer": "offer"}


def documents_sheet(found: Sequence[Contribution]) -> Sheet:
    """Return the documents with their records and what each contributed."""
    columns = [Column("Document", width="26%"), Column("Date", width="22%"), Column("What it holds"), Column("Contributed", width="17%")]
    lines = []
    for one in found:
        source = one.source
        title = (Item(source.title, mark="source"), Item(_byline(source), quiet=True))
        when = (Item(source.issued.shown(), meta=f"({source.date_basis})", strong=True), Item(source.date_note or "", quiet=True))
        counts = [Item(counted(number, KIND_NAMES[kind])) for kind, number in one.by_kind]
        parties = Item(", ".join(f"{name} {number}" for name, number in one.by_party), quiet=True)
        lines.append(Line((title, when, (Item(source.abstract),), (Item(counted(one.total, "statement"), strong=True), *counts, parties))))
    return Sheet("Documents", columns, lines)


def coverage_sheet(held: Sequence[Held], chosen: Selection, colours: Mapping[str, str]) -> Sheet:
    """Return how many statements are held by issue and party, kinds apart; a dash where none is."""
    columns = [Column("Issue", width="20%"), *(Column(party.short, colour=colours[party.id]) for party in chosen.parties)]
    lines = []
    for issue, of_issue in groupby(held, key=lambda one: one.issue):
        cells = [_held_items(list(of_party)) for _, of_party in groupby(of_issue, key=lambda one: one.party)]
        lines.append(Line(((Item(issue.label, opens=f"issue:{issue.id}"),), *cells), opens=f"issue:{issue.id}"))
    return Sheet("Statements held by issue and party", columns, lines)


def _held_items(held: Sequence[Held]) -> tuple[Item, ...]:
    items = tuple(Item(counted(len(one.statements), KIND_NAMES[one.kind]), mark=MARKS[one.kind]) for one in held if one.statements)
    return items or (Item("–", quiet=True),)


def empty_frame(held: Sequence[Held]) -> pd.DataFrame:
    """Return a row for each empty cell; columns: party, issue (names), kind (words)."""
    rows = [(one.party.name, one.issue.name, KIND_NAMES[one.kind]) for one in held if not one.statements]
    return pd.DataFrame(rows, columns=["party", "issue", "kind"])


def _byline(source: Source) -> str:
    authors = ", ".join(filter(None, (name.literal or f"{name.given or ''} {name.family or ''}".strip() for name in source.author)))
    return " · ".join(filter(None, (source.publication, authors, source.genre)))
