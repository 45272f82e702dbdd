"""The parts of the sources page: documents and coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from parley.analysis.coverage import KIND_NAMES, Contribution
from parley.model import Source
from parley.numbers import counted
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.selection import Selection

MARKS = {"demand": "demand", "stated limit": "limit", "offer": "offer"}


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


def coverage_sheet(frame: pd.DataFrame, chosen: Selection, colours: Mapping[str, str]) -> Sheet:
    """Return how many statements are held by issue and party, kinds apart; a dash where none is."""
    counts = frame.set_index(["party", "issue", "kind"])["statements"].to_dict()
    columns = [Column("Issue", width="20%"), *(Column(party.short, colour=colours[party.id]) for party in chosen.parties)]
    lines = []
    for issue in chosen.dataset.negotiation.issues:
        cells = []
        for party in chosen.parties:
            held = [(kind, counts[party.name, issue.name, kind]) for kind in MARKS]
            items = tuple(Item(counted(number, kind), mark=MARKS[kind]) for kind, number in held if number)
            cells.append(items or (Item("–", quiet=True),))
        lines.append(Line(((Item(issue.label, opens=f"issue:{issue.id}"),), *cells), opens=f"issue:{issue.id}"))
    return Sheet("Statements held by issue and party", columns, lines)


def _byline(source: Source) -> str:
    authors = ", ".join(filter(None, (name.literal or f"{name.given or ''} {name.family or ''}".strip() for name in source.author)))
    return " · ".join(filter(None, (source.publication, authors, source.genre)))
