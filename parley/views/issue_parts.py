"""The parts of the issue page: the choice of issues, the verdict, and the board of statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.analysis.court import court
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import Position
from parley.analysis.robustness import robustness
from parley.analysis.voices import PartVoices
from parley.evidence import Evidence
from parley.figures.gap_geometry import gap_drawing
from parley.figures.gap_picture import gap_picture
from parley.figures.palette import party_colours
from parley.figures.source_note import source_note
from parley.model import PLACED_KINDS, Issue, Kind
from parley.telling.cuts import cut_note
from parley.telling.evidence import soft_ways
from parley.telling.issue import VerdictPart
from parley.telling.issue_page import Field, field, issue_caption, not_heard, statements_of_kind, unplaced_held
from parley.telling.overview import status_in_words
from parley.telling.position import disputed, none_held
from parley.telling.robustness import on_less_evidence, rests_on
from parley.telling.said import Said
from parley.telling.voices import not_counted, rule_told, voice_cited, voice_told, voices_heading
from parley.views.cells import cell_items, opens_first, opens_statements, party_sub, statement_item
from parley.views.charts import Room, chart_of
from parley.views.components.chart import Chart
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.court_parts import court_items
from parley.views.selection import Selection
from parley.words import say

FIELDS = (Column("", width="17%"), Column(""))
SUPPORTING: tuple[Kind, ...] = ("threat", "rationale")


def choices(dataset: Evidence) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the issues by group, as (id, name), in the order of the overview."""
    negotiation = dataset.negotiation
    return {group.name: [(issue.id, issue.name) for issue in negotiation.issues if issue.group == group.id] for group in negotiation.groups}


def verdict_sheet(parts: Sequence[VerdictPart]) -> Sheet:
    """Return what lies between the parties, part by part: a status before its sentences, each sentence the way to its statements."""
    return Sheet(say(issue_caption("verdict")), FIELDS, list(map(_verdict_line, parts)), layout="fields")


def _verdict_line(part: VerdictPart) -> Line:
    status = cell_items((part.status,)) if part.status else ()
    return _line(say(part.heading), *status, *(_sentence(one, strong=part.kind == "apart", quiet=part.kind == "not_shown") for one in part.told))


def background_sheet(chosen: Selection, row: OverviewRow, differing: Sequence[PartVoices]) -> Sheet:
    """Return what stands behind the gap: the voices inside each party, how well the evidence carries it, and where the ball lies."""
    gap, dataset = row.gap, chosen.dataset
    assert gap is not None
    lines = []
    told = {(one.party.id, one.part) for one in differing}
    flags = [(position, flag) for position in (gap.a, gap.b) for flag in position.flags if flag.kind != "stale"]
    # Where several speakers are told apart, their rule says already that accounts differ.
    untold = [one for one in flags if one[1].kind != "conflict" or (one[0].party.id, one[1].part) not in told]
    if untold:
        lines.append(_field("disputed", *(_sentence(disputed(position, flag)) for position, flag in untold)))
    lines.extend(_voices(one) for one in differing)
    found = robustness(dataset, row, chosen.as_of, chosen.cut)
    if found is not None:
        lines.append(_field("evidence", _sentence(rests_on(found)), _sentence(on_less_evidence(found))))
    ball = court(dataset, row.issue, chosen.parties, chosen.as_of, chosen.cut)
    lines.append(_field("court", *court_items(ball, dataset)))
    return Sheet(say(issue_caption("background")), FIELDS, lines, layout="fields", is_below=True)


def gap_chart(chosen: Selection, row: OverviewRow, differing: Sequence[PartVoices], room: Room) -> Chart:
    """Return the positions of the row drawn, with the gap of its pair and the voices that differ."""
    dataset = chosen.dataset
    drawing = gap_drawing(row.gap, row.positions, dataset.statement, differing)
    cut, note = say(cut_note(chosen.cut)), source_note(chosen.words, drawing, dataset.statement)
    colours = party_colours(dataset.negotiation)
    picture = gap_picture(drawing, colours, note, say(status_in_words(row)), cut, width=room.width, explains_letters=False)
    return chart_of(picture, room.ink, dataset)


def voices_sheet(voices: Sequence[PartVoices]) -> Sheet:
    """Return the voices by themselves, for a party that stands alone."""
    return Sheet(say(issue_caption("voices")), FIELDS, [_voices(one) for one in voices], layout="fields")


def board(dataset: Evidence, issue: Issue, row: OverviewRow, kinds: Sequence[Kind]) -> Sheet:
    """Return the statements side by side: a column per party, a row per kind; what counts first, then newest first."""
    colours = party_colours(dataset.negotiation)
    positions = speaking(dataset, row)
    columns = [Column("", width="9%"), *(Column(one.party.name, party_sub(one.party), colours[one.party.id]) for one in positions)]
    lines = []
    for kind in kinds:
        cells = []
        for position in positions:
            of_kind = [one for one in reversed(dataset.statements_of(position.party.id, issue.id)) if one.kind == kind and one.day <= position.as_of]
            aside = position.set_aside if kind in PLACED_KINDS else {}
            of_kind.sort(key=lambda one: one.id in aside)
            cells.append(tuple(statement_item(one, dataset, aside.get(one.id)) for one in of_kind))
        if kind == "measure" and not any(cells):
            continue  # that nobody has acted is nothing to tell
        cells = [one or (Item(say(none_held()), quiet=True),) for one in cells]
        lines.append(Line(((Item(say(statements_of_kind(kind)), strong=True),), *cells)))
    return Sheet(say(issue_caption("board")), columns, lines, layout="wide board", is_below=True)


def speaking(dataset: Evidence, row: OverviewRow) -> tuple[Position, ...]:
    """Return the positions of the parties that had said anything on the issue by then."""
    return tuple(one for one in row.positions if any(said.day <= one.as_of for said in dataset.statements_of(one.party.id, row.issue.id)))


def silence_words(dataset: Evidence, row: OverviewRow) -> str:
    """Return who of the parties shown has said nothing on the issue; empty where all have spoken."""
    heard = {one.party.id for one in speaking(dataset, row)}
    return say(not_heard([one.party for one in row.positions if one.party.id not in heard]))


def folded_label(dataset: Evidence, issue: Issue, row: OverviewRow) -> str:
    """Return the label of the folded part: how many threats and reasons it holds."""
    said = [one for position in row.positions for one in dataset.statements_of(position.party.id, issue.id) if one.day <= position.as_of]
    threats, reasons = (sum(one.kind == kind for one in said) for kind in SUPPORTING)
    return say(unplaced_held(threats, reasons))


def _voices(several: PartVoices) -> Line:
    """Return who says what of one part of a party's position, each under the letter that the chart gives, and the rule that decides."""
    spoken = [
        Item(
            say(voice_told(one)),
            mark=several.part,
            label=f"{one.key})",
            meta=say(voice_cited(one)),
            tags=tuple(map(say, (*soft_ways(one.statements), *(() if one.counts else (not_counted(),))))),
            opens=opens_statements(one.ids),
        )
        for one in several.voices
    ]
    return _line(say(voices_heading(several.party.short, several.part)), *spoken, _sentence(rule_told(several)))


def _field(name: Field, *items: Item) -> Line:
    return _line(say(field(name)), *items)


def _line(head: str, *items: Item) -> Line:
    return Line(((Item(head),), items))


def _sentence(sentence: Said, *, strong: bool = False, quiet: bool = False) -> Item:
    return Item(say(sentence), strong=strong, quiet=quiet, opens=opens_first(sentence.ids))
