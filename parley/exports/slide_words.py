"""What stands on the slides of a briefing, in paragraphs: cells, sentences and evidence, all of it in the briefing's own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from parley.analysis.overview import OverviewRow
from parley.analysis.positions import Position
from parley.exports.cited import Sources
from parley.exports.slide_tables import Cell, Row, Table
from parley.exports.slide_text import MUTED, SMALLEST, Paragraph, Words, plainly
from parley.exports.slide_ways import Ways
from parley.telling import documents, headings
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.evidence import words_of
from parley.telling.issue import BlockKind
from parley.telling.matrix import Between
from parley.telling.matrix import Cell as GridCell
from parley.telling.position import PartLine
from parley.telling.said import begun, bracketed
from parley.telling.side_by_side import parts_told
from parley.telling.terms import part_of_position
from parley.words import say

NOT_SAID = "–"
MOST_PARTIES = 5  # columns of parties in one table
_NAME_WIDE, _GAP_WIDE, _PART_WIDE = 122.0, 164.0, 104.0


def blocks_of(count: int) -> list[range]:
    """Return the numbers below `count` in blocks, each of the parties that one table shows; one empty block where there are none."""
    blocks = max(1, -(-count // MOST_PARTIES))
    each = -(-count // blocks)
    return [range(start, min(start + each, count)) for start in range(0, max(count, 1), max(each, 1))]


def shares_of(row: OverviewRow) -> Iterator[list[Sequence[Position]]]:
    """Yield the positions to be drawn: all on one slide, then, the pair compared first, on two slides, on three, and so on."""
    yield [row.positions]
    pair = {row.gap.a.party.id, row.gap.b.party.id} if row.gap else set()
    drawn = sorted((one for one in row.positions if one.is_evidenced), key=lambda one: one.party.id not in pair)
    for count in range(2, len(drawn) // 2 + 1):
        each = -(-len(drawn) // count)
        yield [drawn[start : start + each] for start in range(0, len(drawn), each)]


def overview_table(briefing: Briefing, parties: Sequence[int], wide: float, colours: Mapping[str, str], ways: Ways) -> Table:
    """Return the matrix with the columns of these parties, each under its colour, and that of the gap; so many points wide."""
    grid = briefing.matrix
    columns = [*parties, len(grid.columns) - 1]
    each = (wide - _NAME_WIDE - _GAP_WIDE) / max(1, len(parties))
    heads = [grid.columns[at] for at in columns]
    rows = [
        ((plainly(say(row.heading), SMALLEST, is_bold=True),), *(_cell(row.cells[at], say(row.status), ways) for at in columns)) for row in grid.rows
    ]
    header = tuple(_head(say(one)) for one in (grid.corner, *(one.heading for one in heads)))
    shades = ("", *(colours[one.party.id] if one.party else "" for one in heads))
    return Table(header, tuple(rows), (_NAME_WIDE, *(each for _ in parties), _GAP_WIDE), shades)


def positions_table(briefing: Briefing, issue: BriefedIssue, columns: Sequence[int], wide: float, colours: Mapping[str, str], ways: Ways) -> Table:
    """Return the positions side by side in the smallest letters: a column for each of these parties, a row for each part."""
    parties = [briefing.parties[one] for one in columns]
    cells = [issue.cells[one] for one in columns]
    each = (wide - _PART_WIDE) / max(1, len(parties))
    rows: list[Row] = []
    for part in parts_told(cells):
        name = plainly(say(begun(part_of_position(part))), SMALLEST, is_bold=True)
        rows.append(((name,), *(_part_told(one.of(part), ways) for one in cells)))
    also = [[line for line in one.also if line.ids] for one in cells]
    if any(also):
        rows.append(((plainly(say(headings.ALSO_SAID), SMALLEST, is_bold=True),), *(_part_told(lines, ways) for lines in also)))
    header = (_head(say(headings.POSITION)), *(_head(one.name) for one in parties))
    return Table(header, tuple(rows), (_PART_WIDE, *(each for _ in parties)), ("", *(colours[one.id] for one in parties)))


def meaning(issue: BriefedIssue, wide: float, most: int, ways: Ways) -> Paragraph:
    """Return the status and the sentences of its meaning that find room in so many lines; the slide "side by side" holds all."""
    status = (Words(f"{say(issue.settled)}.  ", is_bold=True),) if issue.settled else ()
    shown, onward = Paragraph(status, 14, 4), Words(say(documents.CONTINUED_BELOW), colour=MUTED)
    for one in issue.told("gap"):
        longer = replace(shown, words=(*shown.words, Words(say(one.told)), *ways.behind(one.ids), Words(" ")))
        if len(replace(longer, words=(*longer.words, onward)).lines(wide)) > most:
            return replace(shown, words=(*shown.words, onward))
        shown = longer
    return shown


def sentences(issue: BriefedIssue, kinds: Collection[BlockKind], ways: Ways) -> list[list[Paragraph]]:
    """Return what lies between the parties, what would change it and what moved, each a heading with its sentences; one that is empty is left out."""
    return [
        [
            plainly(say(block.heading), SMALLEST, is_bold=True, after=4),
            *(Paragraph((Words(say(line.told)), *ways.behind(line.ids)), SMALLEST, 5) for line in block.lines),
        ]
        for block in issue.blocks
        if block.kind in kinds
    ]


def silent(issue: BriefedIssue, ways: Ways) -> Iterator[Paragraph]:
    """Yield what is known of the parties where none took a position."""
    for step in issue.presented:
        if step.kind in ("party", "silent"):
            heading = f"{say(step.heading)}: " if step.kind == "party" else ""
            for one in step.lines:
                cite = (Words(f"  {say(one.cite)}", colour=MUTED),) if one.cite else ()
                yield Paragraph((Words(heading, is_bold=True), Words(say(one.told)), *cite, *ways.behind(one.ids)), 16, 6)


def layers_told(issue: BriefedIssue) -> dict[str, str]:
    """Return by layer of the drawing what it shows, in the words of the step with which it appears; on slides no single speaker's word is drawn."""
    told = {step.layer: [_ended(say(line.told)) for line in step.lines if not line.is_voice] for step in issue.presented if step.layer}
    return {step.layer: f"{say(step.heading)}: {' '.join(told[step.layer])}" for step in issue.presented if step.layer}


def evidence(issue: BriefedIssue, sources: Sources) -> Iterator[str]:
    """Yield the lines of the speaker's notes: those of the agenda, then the statements with who said them and where."""
    if issue.notes:
        yield from (*issue.notes.splitlines(), "")
    yield say(documents.STATEMENTS_ON_ISSUE if issue.statements else documents.NO_STATEMENTS_ON_ISSUE)
    for one in issue.statements:
        yield f"{one.id}: {say(words_of(one, sources.dataset))} - {say(sources.citation(one))}"


def _head(text: str) -> Cell:
    return (plainly(text, SMALLEST, is_bold=True, after=0),)


def _line_told(one: PartLine, ways: Ways, *, is_labelled: bool = True) -> Paragraph:
    """Return a line of a position with its label."""
    label = (Words(f"{say(begun(one.label))}: ", colour=MUTED),) if one.label and is_labelled else ()
    return Paragraph((*label, *_worded(one), *ways.behind(one.ids)), SMALLEST)


def _worded(one: PartLine) -> tuple[Words, ...]:
    if not one.ids or one.kind == "unplaced":
        return (Words(say(one.with_aside), colour=MUTED),)
    aside = one.aside
    return (Words(say(one.told)), *((Words(f" {say(bracketed(aside))}", colour=MUTED),) if aside else ()))


def _part_told(lines: Sequence[PartLine], ways: Ways) -> Cell:
    told = [_line_told(one, ways, is_labelled=one.kind in ("threat", "last_word")) for one in lines]
    return tuple(told) or (plainly(NOT_SAID, SMALLEST, colour=MUTED),)


def _cell(lines: GridCell, status: str, ways: Ways) -> Cell:
    """Return a cell of the matrix, its status in a few words."""
    return tuple(_line_told(one, ways) if isinstance(one, PartLine) else _with_way(_gap_line(one, status), one, ways) for one in lines)


def _with_way(told: Paragraph, one: Between, ways: Ways) -> Paragraph:
    return replace(told, words=(*told.words, *ways.behind(one.ids)))


def _gap_line(one: Between, status: str) -> Paragraph:
    match one.kind:
        case "distance":
            return Paragraph((Words(f"{say(one.label)}: ", colour=MUTED), Words(say(one.told), is_bold=True)), SMALLEST)
        case "status":
            return plainly(status, SMALLEST, is_bold=True)
        case "price" | "hints" | "question":
            return plainly(say(one.labelled), SMALLEST)
    return plainly(say(one.told), SMALLEST, colour=MUTED)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
