"""The matrix, positions, statements and statuses as tables, cells and lines: drawn in one way on every page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from parley.analysis.addressing import government_asked
from parley.analysis.aside import Aside
from parley.analysis.comparison import Relation
from parley.analysis.evidence import is_soft
from parley.analysis.gaps import Status
from parley.analysis.outcomes import Span
from parley.analysis.positions import PARTS
from parley.evidence import Evidence
from parley.figures.rail_geometry import Rail
from parley.model import Kind, Negotiation, Party, Statement
from parley.telling.comparison import RelationLine
from parley.telling.conditions import condition_of
from parley.telling.evidence import attribution_of, bare_words_of, document_of, marks_of, speaker_of
from parley.telling.gap import status_label
from parley.telling.gap_cell import GapLine
from parley.telling.matrix import Cell, Grid, Row
from parley.telling.matrix import Line as CellLine
from parley.telling.pages import opens_the_newest
from parley.telling.parties import asked_of
from parley.telling.places import place_of
from parley.telling.position import PartLine, doing_told
from parley.telling.said import Place, Said, said
from parley.telling.statement import counted_tag
from parley.telling.tables import POSITIONS
from parley.telling.terms import role_of
from parley.views.components.sheet import Column, Fold, Item, Line, Sheet
from parley.words import said_all, say

MOST_OPENED = 30  # statements that a number opens which may count all of them
RELATION_MARKS: Mapping[Relation, str] = {
    Relation.AGREE: "agreed",
    Relation.DIFFER: "differ",
    Relation.MAY_DIFFER: "unknown",
    Relation.EXCLUDE: "blocked",
    Relation.SILENT: "no_evidence",
    Relation.SAME_WAY: "same_way",
    Relation.UNCHANGED: "same",
    Relation.NOTHING_NEWER: "same",
    Relation.CHANGED: "changed",
}


def status_item(status: Status, opens: str = "", aside: str = "") -> Item:
    """Return a status as word, icon and pattern, with what stands behind the word."""
    name = status.value
    return Item(say(status_label(status)), mark=name, status=name, opens=opens, meta=aside)


def rail_item(rail: Rail, colours: Mapping[str, str]) -> Item:
    """Return a scale in one line, with where each part of each position stood and stands now."""
    rows = []
    for row in rail.rows:
        marks = [
            {"part": one.part, "then": _shares(rail, one.then), "now": _shares(rail, one.now), "refused": one.refused, "soft": one.is_soft}
            for one in row.marks
        ]
        rows.append({"name": row.name, "colour": colours[row.party_id], "marks": marks})
    words = "; ".join(f"{row.name}, {say(doing_told(one.part))}: {say(one.words)}" for row in rail.rows for one in row.marks)
    ends = [say(Place(value, rail.axis)) for value in (rail.axis.bottom, rail.axis.top)]
    opens = opens_statements(tuple(dict.fromkeys(key for row in rail.rows for mark in row.marks for key in mark.ids)))
    return Item("", opens=opens, rail={"rungs": len(rail.axis.names), "ends": ends, "rows": rows, "words": words})


def _shares(rail: Rail, span: Span | None) -> list[float] | None:
    return None if span is None else [round(rail.share(span.low), 4), round(rail.share(span.high), 4)]


def matrix_sheet(grid: Grid, colours: Mapping[str, str], caption: Said = POSITIONS) -> Sheet:
    """Return issues by parties: every issue opens its page, every line of a cell its statements."""
    lines: list[Line] = []
    for group in grid.groups:
        lines.extend([Line(heading=say(group.heading))] if group.heading else [])
        lines.extend(map(_matrix_line, group.rows))
    return Sheet(say(caption), [Column(say(grid.corner), width="13%"), *matrix_columns(grid, colours)], lines)


def parties_sheet(grid: Grid) -> Sheet:
    """Return parties by issues, for more parties than issues: first what lies between them, then a row for each party."""
    gap = len(grid.columns) - 1
    lines = []
    for number, column in ((gap, grid.columns[gap]), *enumerate(grid.columns[:gap])):
        name = Item(column.party.name if column.party else say(column.heading), strong=True)
        lines.append(Line(((name,), *(cell_items(row.cells[number], "" if column.party else f"issue:{row.issue.id}") for row in grid.rows))))
    return Sheet(say(POSITIONS), [Column("", width="13%"), *(Column(row.issue.label) for row in grid.rows)], lines)


def matrix_columns(grid: Grid, colours: Mapping[str, str]) -> list[Column]:
    """Return the heads over the cells: principals half as wide again as others, save where every column was chosen with its day."""
    weights = {number: 3 if one.party.role == "principal" and not one.as_of else 2 for number, one in enumerate(grid.columns) if one.party}
    widths = [f"{64 * weights[number] / sum(weights.values()):.1f}%" if number in weights else "23%" for number in range(len(grid.columns))]
    return [
        Column(say(one.heading), say(one.as_of), colours[one.party.id] if one.party else "", width)
        for one, width in zip(grid.columns, widths, strict=True)
    ]


def _matrix_line(row: Row) -> Line:
    opens = f"issue:{row.issue.id}"
    return Line(((Item(row.issue.label, opens=opens),), *(cell_items(cell, opens) for cell in row.cells)), opens=opens)


def cell_items(cell: Cell, opens: str = "") -> tuple[Item, ...]:
    """Return the lines of a cell, each the way to its statements; a status is the way to what `opens` names, where it names anything."""
    return tuple(_line_item(one, opens) for one in cell)


def _line_item(one: CellLine, opens: str) -> Item:
    match one:
        case PartLine():
            return _part_item(one)
        case RelationLine():
            return _relation_item(one)
    return _gap_item(one, opens)


def _part_item(one: PartLine) -> Item:
    return Item(
        say(one.told),
        mark="" if one.kind in ("unplaced", "last_word") else drawn_as(one.kind, is_soft=one.is_soft),
        label=say(one.label),
        meta=say(one.newest),
        tags=(*map(say, one.tags), *((say(one.besides),) if one.besides else ())),
        opens=opens_statements(one.ids),
        quiet=one.kind in ("unplaced", "no_evidence", "last_word"),
    )


def opens_statements(ids: Sequence[str]) -> str:
    """Return what opens the evidence drawer on these statements, or nothing where there are none."""
    return f"statement:{','.join(ids)}" if ids else ""


def opened_by(item: Item) -> tuple[str, ...]:
    """Return the ids of the statements that an item opens."""
    return tuple(filter(None, item.opens.removeprefix("statement:").split(",")))


def opens_first(ids: Sequence[str]) -> str:
    """Return what opens the evidence drawer on statements that may be many: on the first of them."""
    return opens_statements(ids[:MOST_OPENED])


def opens_newest(ids: Collection[str], dataset: Evidence) -> str:
    """Return what opens the evidence drawer on statements that may be many: on the newest of them."""
    return opens_statements(dataset.newest(ids, MOST_OPENED))


def sentence_sheet(caption: str, told: Said, dataset: Evidence, *, mark: str = "", strong: bool = False) -> Sheet:
    """Return a sentence with numbers as a sheet of its own, which opens the statements that they count."""
    return sentences_sheet(caption, (told,), dataset, mark=mark, strong=strong)


def sentences_sheet(caption: str, told: Sequence[Said], dataset: Evidence, *, mark: str = "", strong: bool = False) -> Sheet:
    """Return sentences with numbers beside one another, each of which opens the statements that it counts."""
    items = []
    for sentence in told:
        many = say(opens_the_newest(MOST_OPENED, len(sentence.ids))) if len(sentence.ids) > MOST_OPENED else ""
        items.append(Item(say(sentence), mark=mark, meta=many, strong=strong, opens=opens_newest(sentence.ids, dataset)))
    return Sheet(caption, [Column("")], [Line((tuple(items),), folds={0: folded(items, 1, is_low=True)})], layout="sentence")


def folded(items: Sequence[Item], kept: int, *, is_low: bool = False) -> Fold:
    """Return that of the items of a cell the first ones stand at once, and how many more there are."""
    return Fold(kept, say(said("more-besides", more=len(items) - kept)), is_low)


def mark_of(statement: Statement, party: Party) -> str:
    """Return the mark of a statement's kind; dashed where it only hints or implies."""
    return drawn_as(kind_mark(statement.kind), is_soft=is_soft(statement, party.committing))


def kind_mark(kind: Kind) -> str:
    """Return the mark of a kind of statement."""
    return "limit" if kind == "red_line" else kind


def drawn_as(kind: str, *, is_soft: bool) -> str:
    """Return the mark of a kind; dashed where all behind it only hints or implies, as in the drawings."""
    return f"{kind}_soft" if is_soft and kind in PARTS else kind


def _gap_item(one: GapLine, opens: str) -> Item:
    behind = opens_first(one.ids)
    if one.status is not None:
        name = one.status.value
        return Item(say(one.told), mark=name, status=name, opens=opens or behind, meta=say(one.aside or one.label))
    match one.kind:
        case "distance":
            return Item(say(one.told), label=say(one.label), strong=True, opens=behind)
        case "price":
            return Item(say(one.told), label=f"{say(one.label)}:", opens=behind)
        case "question" | "hints":
            return Item(say(one.told), opens=behind)
        case "compared_first":
            return Item(say(one.told), mark="no_evidence", quiet=True, opens=behind)
    return Item(say(one.told), quiet=True, opens=behind)


def _relation_item(one: RelationLine) -> Item:
    is_silent = one.kind is Relation.SILENT
    label = f"{say(one.label)}:" if one.label else ""
    behind = opens_statements(one.ids)
    return Item(say(one.told), mark=RELATION_MARKS[one.kind], label=label, meta=say(one.aside), strong=not is_silent, quiet=is_silent, opens=behind)


def statement_item(statement: Statement, dataset: Evidence, set_aside: Aside | None = None) -> Item:
    """Return a statement as a card: what it says, where it stands, when, who, on whose word and in which document."""
    party = dataset.negotiation.party_by_id[statement.party]
    speaker = speaker_of(statement, dataset)
    placed = f"{say(place_of(statement, dataset))} · " if statement.place.is_placed else ""
    who = ", ".join(filter(None, (speaker.shown, say(attribution_of(statement)) if statement.attribution else "")))
    meta = f"{placed}{statement.said.shown()} · {who} · {say(document_of(statement, dataset))}"
    asked = government_asked(statement, dataset.negotiation)
    tags = [say(asked_of(asked))] if asked else []
    if statement.condition is not None:
        tags.append(say(condition_of(statement.condition)))
    tags += said_all(marks_of(statement, dataset))
    if set_aside:
        tags.append(say(counted_tag(set_aside)))
    opens, mark = f"statement:{statement.id}", mark_of(statement, party)
    return Item(say(bare_words_of(statement, dataset)), mark=mark, meta=meta, tags=tuple(tags), opens=opens, quiet=bool(set_aside))


def party_sub(party: Party, negotiation: Negotiation) -> str:
    """Return what a party is in the negotiation, as it stands under its name."""
    return say(role_of(party, negotiation))
