"""The parts of the sources page: documents and coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.analysis.coverage import Contribution, Held
from parley.model import Source
from parley.telling.counting import counted, counted_kind
from parley.telling.headings import ISSUE
from parley.telling.pages import caption, head, party_and_count
from parley.telling.said import Verbatim, bracketed, together
from parley.telling.terms import kind_name
from parley.views.cells import mark_of
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.selection import Selection
from parley.words import say


def documents_sheet(found: Sequence[Contribution]) -> Sheet:
    """Return the documents with their records and what each contributed."""
    columns = [
        Column(say(head("document")), width="26%"),
        Column(say(head("date")), width="22%"),
        Column(say(head("holds"))),
        Column(say(head("contributed")), width="17%"),
    ]
    lines = []
    for one in found:
        source = one.source
        title = (Item(source.title, mark="source"), Item(_byline(source), quiet=True))
        when = (Item(source.issued.shown(), meta=say(bracketed(Verbatim(source.date_basis))), strong=True), Item(source.date_note or "", quiet=True))
        counts = [Item(say(counted_kind(number, kind))) for kind, number in one.by_kind]
        parties = Item(say(together(*(party_and_count(*each) for each in one.by_party), how="comma")), quiet=True)
        lines.append(Line((title, when, (Item(source.abstract),), (Item(say(counted(one.total, "statements")), strong=True), *counts, parties))))
    return Sheet(say(caption("documents")), columns, lines)


def coverage_sheet(cells: Sequence[Held], chosen: Selection, colours: Mapping[str, str]) -> Sheet:
    """Return how many statements are held by issue and party, kinds apart; a dash where none is."""
    held: dict[tuple[str, str], list[Held]] = {}
    for cell in cells:
        held.setdefault((cell.issue.id, cell.party.id), []).append(cell)
    columns = [Column(say(ISSUE), width="20%"), *(Column(party.short, colour=colours[party.id]) for party in chosen.parties)]
    lines = []
    for issue in chosen.dataset.negotiation.issues:
        shown = [_kinds_held(held[issue.id, party.id]) for party in chosen.parties]
        lines.append(Line(((Item(issue.label, opens=f"issue:{issue.id}"),), *shown), opens=f"issue:{issue.id}"))
    return Sheet(say(caption("coverage")), columns, lines)


def _kinds_held(cells: Sequence[Held]) -> tuple[Item, ...]:
    told = (Item(say(counted_kind(len(one.statements), one.kind)), mark=mark_of(one.statements[0])) for one in cells if one.statements)
    return tuple(told) or (Item("–", quiet=True),)


def empty_cells(cells: Sequence[Held]) -> dict[str, list[str]]:
    """Return the cells that hold nothing, column by column: party, issue and kind, by their names."""
    empty = [one for one in cells if not one.statements]
    return {
        "party": [one.party.name for one in empty],
        "issue": [one.issue.name for one in empty],
        "kind": [say(kind_name(one.kind)) for one in empty],
    }


def _byline(source: Source) -> str:
    authors = ", ".join(filter(None, (name.literal or f"{name.given or ''} {name.family or ''}".strip() for name in source.author)))
    return " · ".join(filter(None, (source.publication, authors, source.genre)))
