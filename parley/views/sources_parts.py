"""The parts of the sources page: documents and coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.analysis.coverage import Contribution, Held
from parley.evidence import Evidence
from parley.model import Source, Statement
from parley.telling import pages
from parley.telling.counting import counted, counted_kind
from parley.telling.evidence import found_at
from parley.telling.headings import ISSUE
from parley.telling.pages import caption, head, party_and_count
from parley.telling.said import Verbatim, bracketed
from parley.telling.terms import kind_name
from parley.views.cells import kind_mark, opens_newest
from parley.views.components.sheet import Column, Fold, Item, Line, Sheet
from parley.views.selection import Selection
from parley.words import say


def documents_sheet(found: Sequence[Contribution], dataset: Evidence) -> Sheet:
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
        title = (Item(source.title, mark="source"), Item(_byline(source), quiet=True), *(Item(say(one), quiet=True) for one in found_at(source)))
        basis = say(bracketed(Verbatim(source.date_basis))) if source.date_basis else ""
        when = (Item(source.issued.shown(), meta=basis, strong=True), Item(source.date_note or "", quiet=True))
        total = Item(say(counted(len(one.statements), "statements")), strong=True, opens=_opens(one.statements, dataset))
        counts = [Item(say(counted_kind(len(several), kind)), opens=_opens(several, dataset)) for kind, several in one.by_kind]
        counts += [Item(say(counted(len(one.apart), "readings")), quiet=True, opens=_opens(one.apart, dataset))] if one.apart else []
        parties = [Item(say(party_and_count(party, len(several))), quiet=True, opens=_opens(several, dataset)) for party, several in one.by_party]
        apart = Fold(1, say(pages.BY_KIND_AND_PARTY))
        lines.append(Line((title, when, (Item(source.abstract or ""),), (total, *counts, *parties)), folds={3: apart}))
    return Sheet(say(caption("documents")), columns, lines)


def coverage_sheet(cells: Sequence[Held], chosen: Selection, colours: Mapping[str, str]) -> Sheet:
    """Return how many statements are held by issue and party, kinds apart; a dash where none is."""
    held: dict[tuple[str, str], list[Held]] = {}
    for cell in cells:
        held.setdefault((cell.issue.id, cell.party.id), []).append(cell)
    columns = [Column(say(ISSUE), width="20%"), *(Column(party.short, colour=colours[party.id]) for party in chosen.parties)]
    lines = []
    for issue in chosen.dataset.negotiation.issues:
        shown = [_kinds_held(held[issue.id, party.id], chosen.dataset) for party in chosen.parties]
        lines.append(Line(((Item(issue.label, opens=f"issue:{issue.id}"),), *shown), opens=f"issue:{issue.id}"))
    return Sheet(say(caption("coverage")), columns, lines)


def _kinds_held(cells: Sequence[Held], dataset: Evidence) -> tuple[Item, ...]:
    held = [one for one in cells if one.statements]
    told = [Item(say(counted_kind(len(one.statements), one.kind)), kind_mark(one.kind), opens=_opens(one.statements, dataset)) for one in held]
    return tuple(told) or (Item("–", quiet=True),)


def _opens(statements: Sequence[Statement], dataset: Evidence) -> str:
    return opens_newest([one.id for one in statements], dataset)


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
