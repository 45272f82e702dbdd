"""A briefing as typed tables: the matrix, the statements, the gaps, what moved and the documents, for spreadsheets and programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeVar

from parley.analysis.bounds import DISTANCES, gap_bounds, keys_of
from parley.analysis.calendar import is_told_of
from parley.analysis.comparison import pair_statuses
from parley.analysis.gaps import Gap, Status
from parley.analysis.moves import NOTHING, Move
from parley.analysis.positions import Position
from parley.dataset import Dataset
from parley.model import Party, Source, Statement
from parley.numbers import plain
from parley.telling.aside import why_aside
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.conditions import condition_of
from parley.telling.evidence import attribution_of, conveyance_of
from parley.telling.gap import at_a_price, conditions_told, leading_distance, pivots_told, possible_statuses, status_label
from parley.telling.movement import also_told, conditional_told, threat_told
from parley.telling.moves import cause_name, move_told, place_now, place_then, step_told, turn_name
from parley.telling.overview import not_shown
from parley.telling.parties import pair_of
from parley.telling.places import place_of
from parley.telling.said import Said, begun
from parley.telling.terms import kind_name, part_name
from parley.words import say

Type = Literal["text", "number", "date", "flag"]
# A number without a finite decimal is text ("1/3"); what is not known is None.
Cell = str | int | Decimal | date | bool | None
Row = tuple[Cell, ...]
Kept = TypeVar("Kept")

MATRIX = "A row for each issue: where every party stands, and the distance that leads."
STATEMENTS = "A row for each statement, with its source, its dates, and whether it counts in the position now."
GAPS = (
    "A row for each issue and pair of parties. Where nothing bounds a distance short of the whole scale, both bounds are empty. "
    "Where both bounds are the same, the distance is known. The zone is negative where the limits exclude each other."
)
MOVEMENT = "A row for each change since the earlier date. How far is negative where a party moved away; empty where it is not known."
STILL = "No earlier date is compared, so there is nothing to tell of movement."
SOURCES = "A row for each document cited, with how many of these statements it holds."


@dataclass(frozen=True)
class Column:
    """One column: its key for programs, its title for readers, and the type of its cells."""

    key: str
    title: str
    type: Type = "text"


@dataclass(frozen=True)
class Table:
    """A table: its name, title, columns and rows, each as long as there are columns; `about` says in a sentence what it holds."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    about: str = ""


_ISSUE = (Column("number", "No.", "number"), Column("issue_id", "Issue id"), Column("issue", "Issue"))


def position_key(party: Party) -> str:
    """Return the key of the matrix's column that holds a party's positions: "position_us"."""
    return f"position_{party.id}"


def matrix_table(briefing: Briefing) -> Table:
    """Return a row per issue: where every party stands in words, the status, and the distance that leads."""
    columns = (
        *_ISSUE,
        Column("question", "Question"),
        *(Column(position_key(one), one.name) for one in briefing.parties),
        Column("status", "Status"),
        Column("possible", "Still possible"),
        Column("pair", "Parties told of"),
        Column("apart", "Distance that leads"),
        Column("at_a_price", "At a price: with what stands under a condition"),
        Column("first_pair", "Parties compared first, where others are told of"),
        Column("statements", "Statement ids"),
    )
    return _table("matrix", "Positions", columns, map(_matrix_row, briefing.issues), MATRIX)


def _matrix_row(one: BriefedIssue) -> Row:
    gap, first = one.row.gap, one.row.stands_in_for
    positions = ("\n".join(say(line.whole) for line in lines) for lines in one.lines)
    first_words = f"{say(pair_of(first))}: {_status(first.status)}" if first else say(not_shown(one.row))
    distance, price = (say(leading_distance(gap)), say(at_a_price(gap))) if gap else ("", "")
    ids = dict.fromkeys(key for lines in one.lines for line in lines for key in line.ids)
    ending = (_status(one.row.status), _possible(gap), say(pair_of(gap)) if gap else "", distance, price, first_words, ", ".join(ids))
    return (*_issue_cells(one), one.issue.question, *positions, *ending)


def statements_table(briefing: Briefing) -> Table:
    """Return a row per statement: what was said, where and when it was found, and whether it counts in the position now."""
    columns = (
        Column("id", "Statement id"),
        Column("issue", "Issue"),
        Column("party", "Party"),
        Column("speaker", "Speaker"),
        Column("kind", "Kind"),
        Column("says", "What was said"),
        Column("place", "Place on the scale"),
        Column("amount", "Amount", "number"),
        Column("unit", "Unit of the amount"),
        Column("condition", "Condition"),
        Column("said", "Said"),
        Column("said_from", "Said from", "date"),
        Column("said_until", "Said until", "date"),
        Column("date_basis", "Date basis"),
        Column("source_id", "Source id"),
        Column("publication", "Publication"),
        Column("paragraph", "Paragraph (0: heading)", "number"),
        Column("line", "Line", "number"),
        Column("anchor", "Anchor"),
        Column("attribution", "Attribution"),
        Column("conveyance", "Conveyance"),
        Column("firmness", "Firmness (1 to 5)", "number"),
        Column("confidence", "Confidence in the coding"),
        Column("counts", "Counts in the position", "flag"),
        Column("why_not", "Why it does not count"),
        Column("note", "Note"),
        *_internal(briefing, Column("internal", "Internal", "flag"), Column("note_internal", "Note is internal", "flag")),
    )
    rows = (
        _statement_row(briefing, one, issue, {each.party.id: each for each in issue.row.positions}[one.party])
        for issue in briefing.issues
        for one in issue.statements
    )
    return _table("statements", "Statements", columns, rows, STATEMENTS)


def _statement_row(briefing: Briefing, one: Statement, issue: BriefedIssue, position: Position) -> Row:
    why_not = why_not_counted(one, position, briefing.dataset)
    at, amount, source = one.locator, one.amount, briefing.dataset.sources[one.source]
    return (
        one.id,
        issue.issue.name,
        position.party.name,
        position.party.speaker(one.speaker).shown,
        say(begun(kind_name(one.kind))),
        one.says,
        say(place_of(one, briefing.dataset), quoted=False) if one.place.is_placed else None,
        _number(Fraction(amount.value)) if amount else None,
        amount.unit if amount else None,
        say(condition_of(one.condition)) if one.condition else None,
        one.said.shown(),
        one.said.earliest,
        one.said.latest,
        one.date_basis,
        one.source,
        source.publication,
        at.paragraph,
        at.line,
        at.anchor,
        say(attribution_of(one)),
        say(conveyance_of(one)),
        one.firmness,
        one.confidence,
        not why_not,
        why_not,
        one.note,
        *_internal(briefing, one.internal or source.internal, one.note_internal),
    )


def why_not_counted(one: Statement, position: Position, dataset: Dataset) -> str:
    """Return why a statement carries no part of its party's position; empty where it carries one."""
    aside = position.set_aside.get(one.id)
    return say(why_aside(aside, one, dataset)) if aside is not None else ""


_TITLES = {
    "headline": "Demands apart",
    "table_a": "Demand of A from the best offer of B",
    "table_b": "Demand of B from the best offer of A",
    "bid": "Best offers apart",
    "limit": "Limits apart",
    "zone": "Zone between the limits",
}


def gaps_table(briefing: Briefing) -> Table:
    """Return a row per issue and pair of parties: the bounds of the four gaps and of the zone, the status, and what would change it."""
    bounds = tuple(
        Column(key, f"{_TITLES[name]}, {words}", "number")
        for name in DISTANCES
        for key, words in zip(keys_of(name), ("at least", "at most"), strict=True)
    )
    columns = (
        *_ISSUE,
        Column("party_a", "Party A"),
        Column("party_b", "Party B"),
        Column("status", "Status"),
        Column("possible", "Still possible"),
        *bounds,
        Column("unit", "Unit"),
        Column("prices", "What stands under a condition"),
        Column("pivots", "What would change it"),
        Column("statements", "Statement ids"),
    )
    rows = (
        _gap_row(one, gap)
        for one in briefing.issues
        for gap in pair_statuses(briefing.dataset, briefing.parties, one.issue, briefing.as_of, briefing.cut).values()
    )
    return _table("gaps", "Gaps", columns, rows, GAPS)


def _gap_row(one: BriefedIssue, gap: Gap) -> Row:
    bounds = [cell for span in gap_bounds(gap).values() for cell in ((_number(span.low), _number(span.high)) if span else (None, None))]
    pivots = "\n".join(map(say, pivots_told(gap)))
    prices = conditions_told(gap)
    told = "\n".join(map(say, prices))
    pair = (gap.a.party.name, gap.b.party.name)
    ids = sorted({*gap.ids, *(key for sentence in prices for key in sentence.ids)})
    return (*_issue_cells(one), *pair, _status(gap.status), _possible(gap), *bounds, gap.a.axis.gap_unit, told, pivots, ", ".join(ids))


def _status(status: Status) -> str:
    return say(status_label(status))


def movement_table(briefing: Briefing) -> Table:
    """Return a row per change since the earlier date, in its fixed sentence; none where no earlier date is compared."""
    columns = (
        *_ISSUE,
        Column("when", "Told of"),
        Column("party", "Party"),
        Column("part", "Part"),
        Column("cause", "Cause"),
        Column("turn", "What became of it"),
        Column("by_low", "Towards the other, at least", "number"),
        Column("by_high", "Towards the other, at most", "number"),
        Column("unit", "Unit"),
        Column("before", "Before"),
        Column("now", "Now"),
        Column("counts", "Counts as movement", "flag"),
        Column("sentence", "In a sentence"),
        Column("statements", "Statement ids"),
    )
    rows = ((*_issue_cells(one), *row) for one in briefing.issues for row in _movement_rows(one, briefing))
    return _table("movement", "Movement", columns, rows, MOVEMENT if briefing.movement else STILL)


def _movement_rows(one: BriefedIssue, briefing: Briefing) -> Iterator[Row]:
    if one.moved is None:
        return
    dataset = briefing.dataset
    for move in one.moved.moves:
        yield ("Between the dates", *_move_cells(move), *_told_cells(move_told(move)))
    for step in one.moved.on_the_way:
        yield ("On the way", *_move_cells(step), *_told_cells(step_told(step, dataset)))
    for change in one.moved.threats:
        yield ("Threat", change.party.name, *[None] * 8, False, *_told_cells(threat_told(change, dataset)))
    also = also_told(one.moved)
    if also is not None:
        yield ("Also said", *[None] * 9, False, *_told_cells(also))
    for offer in one.moved.conditional:
        party = dataset.negotiation.party_by_id[offer.party].name
        kind = say(kind_name(offer.kind))
        yield ("Under a condition", party, kind, *[None] * 7, False, *_told_cells(conditional_told(offer, dataset)))


def _told_cells(told: Said) -> Row:
    return (say(told), ", ".join(told.ids))


def _move_cells(move: Move) -> Row:
    low, high = (None, None) if move.by == NOTHING else tuple(map(_number, move.by))
    unit = None if low is None else move.became.axis.gap_unit
    names = (say(one) for one in (part_name(move.part), cause_name(move.cause), turn_name(move.turn)))
    places = (say(one, quoted=False) for one in (place_then(move), place_now(move)))
    return (move.party.name, *names, low, high, unit, *places, move.is_movement)


def sources_table(briefing: Briefing) -> Table:
    """Return a row per document that the statements or the events of these issues cite."""
    columns = (
        Column("id", "Source id"),
        Column("type", "Type"),
        Column("genre", "Kind of document"),
        Column("title", "Title"),
        Column("authors", "Authors"),
        Column("publication", "Publication"),
        Column("published", "Published"),
        Column("date_basis", "Date basis"),
        Column("date_note", "Date note"),
        Column("language", "Language"),
        Column("contributed", "Statements", "number"),
        Column("abstract", "Abstract"),
        *_internal(briefing, Column("internal", "Internal", "flag")),
    )
    cited = [one.source for one in briefing.statements]
    return _table(
        "sources",
        "Documents",
        columns,
        ((*_source_row(one, cited.count(one.id)), *_internal(briefing, one.internal)) for one in cited_sources(briefing)),
        SOURCES,
    )


def cited_sources(briefing: Briefing) -> tuple[Source, ...]:
    """Return the documents that the statements or the events of the briefing's issues cite, in the order of the records."""
    cited = {one.source for one in briefing.statements}
    events = [one for one in briefing.dataset.negotiation.events if any(one.bears_on(issue.issue.id) for issue in briefing.issues)]
    cited |= {one.source for one in events if is_told_of(briefing.dataset, one, briefing.as_of)}
    return tuple(one for key, one in briefing.dataset.sources.items() if key in cited)


def authors_words(source: Source) -> str:
    """Return the authors as they are written: "Kari Sund; Ministry of the Sea"."""
    return "; ".join(one.literal or " ".join(filter(None, (one.given, one.family))) for one in source.author)


def _source_row(one: Source, contributed: int) -> Row:
    when = (one.issued.shown(), one.date_basis, one.date_note)
    return (one.id, one.type, one.genre, one.title, authors_words(one), one.publication, *when, one.language, contributed, one.abstract)


def _internal(briefing: Briefing, *cells: Kept) -> tuple[Kept, ...]:
    """Return what tells internal entries from others, in the edition that holds them; none in the shareable one."""
    return () if briefing.is_shareable else cells


def _table(name: str, title: str, columns: tuple[Column, ...], rows: Iterable[Row], about: str) -> Table:
    """Return the table; a cell without words is empty."""
    return Table(name, title, columns, tuple(tuple(None if cell == "" else cell for cell in row) for row in rows), about)


def _issue_cells(one: BriefedIssue) -> Row:
    return (one.number, one.issue.id, one.issue.name)


def _possible(gap: Gap | None) -> str | None:
    return say(begun(possible_statuses(gap))) if gap and gap.status is Status.UNKNOWN else None


def _number(value: Fraction) -> int | Decimal | str:
    """Return the exact number: a whole one as such, a finite decimal, else text."""
    text = plain(value)
    return value.numerator if value.denominator == 1 else text if "/" in text else Decimal(text)
