"""Positions, statements and statuses as the lines of a table's cells: one wording for every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.analysis.aside import Aside, AsideKind
from parley.analysis.gaps import Status
from parley.analysis.outcomes import Span
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import Position
from parley.dataset import Dataset
from parley.figures.rail_geometry import Rail
from parley.model import Party, Statement
from parley.telling.conditions import condition_of
from parley.telling.evidence import attribution_of, conveyance_of, source_told
from parley.telling.gap import status_label
from parley.telling.gap_cell import GapLine, gap_cell
from parley.telling.places import place_of
from parley.telling.position import doing_told, position_lines
from parley.telling.said import Place
from parley.telling.terms import role_of
from parley.telling.voices import not_counted
from parley.views.components.sheet import Column, Item
from parley.words import say


def status_item(status: Status, opens: str = "", aside: str = "") -> Item:
    """Return a status as word, icon and pattern, with what stands behind the word."""
    name = status.value
    return Item(say(status_label(status)), mark=name, status=name, opens=opens, meta=aside)


def rail_item(rail: Rail, colours: Mapping[str, str]) -> Item:
    """Return a scale in one line, with where each part of each position stood and stands now."""
    rows = []
    for row in rail.rows:
        marks = [{"part": one.part, "then": _shares(rail, one.then), "now": _shares(rail, one.now)} for one in row.marks]
        rows.append({"name": row.name, "colour": colours[row.party_id], "marks": marks})
    words = "; ".join(f"{row.name}, {say(doing_told(one.part))}: {say(one.words, quoted=False)}" for row in rail.rows for one in row.marks)
    ends = [say(Place(value, rail.axis), quoted=False) for value in (rail.axis.bottom, rail.axis.top)]
    return Item("", rail={"rungs": len(rail.axis.names), "ends": ends, "rows": rows, "words": words})


def _shares(rail: Rail, span: Span | None) -> list[float] | None:
    return None if span is None else [round(rail.share(span.low), 4), round(rail.share(span.high), 4)]


def position_items(position: Position, dataset: Dataset) -> tuple[Item, ...]:
    """Return a position as lines: demand, stated limit, best offer, what stands under a condition; or what is there instead."""
    return tuple(
        Item(
            say(one.place, quoted=False),
            mark="" if one.told == "unplaced" else one.told,
            label=say(one.label),
            meta=say(one.newest),
            tags=tuple(map(say, one.tags)),
            opens=opens_statements(one.ids),
            quiet=one.told in ("unplaced", "no_evidence"),
        )
        for one in position_lines(position, dataset)
    )


def opens_statements(ids: Sequence[str]) -> str:
    """Return what opens the evidence drawer on these statements, or nothing where there are none."""
    return f"statement:{','.join(ids)}" if ids else ""


def mark_of(statement: Statement) -> str:
    """Return the mark of a statement's kind."""
    return "limit" if statement.kind == "red_line" else statement.kind


def gap_items(row: OverviewRow, opens: str) -> tuple[Item, ...]:
    """Return a row's gap as lines: the pair, the distance that leads, the status and what it could be.

    Where another pair stands in for the one compared first, that one and its missing evidence come before it.
    """
    return tuple(_gap_item(one, row.status, opens) for one in gap_cell(row))


def _gap_item(one: GapLine, status: Status, opens: str) -> Item:
    """Return one line of a gap's cell; its status is the way to the issue, all else to the statements behind it."""
    behind = opens_statements(one.ids)
    match one.kind:
        case "status":
            return status_item(status, opens, say(one.aside or one.label))
        case "distance":
            return Item(say(one.told), label=say(one.label), strong=True, opens=behind)
        case "price" | "question":
            return Item(say(one.told), label=f"{say(one.label)}:", quiet=one.kind == "question", opens=behind)
        case "compared_first":
            return Item(say(one.told), mark="no_evidence", quiet=True)
    return Item(say(one.told), quiet=True)


def statement_item(statement: Statement, dataset: Dataset, set_aside: Aside | None = None) -> Item:
    """Return a statement as a card: what it says, where it stands, when, who, on whose word and in which document."""
    speaker = dataset.negotiation.party_by_id[statement.party].speaker(statement.speaker)
    placed = f"{say(place_of(statement, dataset), quoted=False)} · " if statement.place.is_placed else ""
    who = f"{speaker.shown}, {say(attribution_of(statement))}"
    meta = f"{placed}{statement.said.shown()} · {who} · {say(source_told(dataset.sources[statement.source]))}"
    tags = []
    if statement.condition is not None:
        tags.append(say(condition_of(statement.condition)))
    if statement.conveyance in ("hint", "forecast", "implied"):
        tags.append(say(conveyance_of(statement)))
    if set_aside:
        tags.append("counted apart" if set_aside.kind is AsideKind.CONDITIONAL else say(not_counted()))
    return Item(statement.says, mark=mark_of(statement), meta=meta, tags=tuple(tags), opens=f"statement:{statement.id}", quiet=bool(set_aside))


def party_sub(party: Party) -> str:
    """Return the role of a party as it stands under its name."""
    return say(role_of(party))


def party_columns(parties: Sequence[Party], colours: Mapping[str, str], share: int) -> list[Column]:
    """Return a column head per party; together they take `share` per cent, principals half as much again as others."""
    weights = [3 if party.role == "principal" else 2 for party in parties]
    widths = [share * weight / sum(weights) for weight in weights]
    return [Column(party.short, colour=colours[party.id], width=f"{width:.1f}%") for party, width in zip(parties, widths, strict=True)]
