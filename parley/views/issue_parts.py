"""The parts of the issue page: the choice of issues, the answer, the picture, three short columns, and the board of statements."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from parley.analysis.clusters import Gathered
from parley.analysis.court import Court, court
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import Position
from parley.analysis.robustness import robustness
from parley.analysis.said_on import SaidOn
from parley.analysis.voices import PartVoices
from parley.evidence import Evidence
from parley.figures.glance_geometry import Glance, full_glance_of
from parley.figures.page_picture import page_picture
from parley.figures.palette import party_colours
from parley.model import PLACED_KINDS, Kind, Negotiation
from parley.telling.cuts import cut_note
from parley.telling.drawings import nothing_placed
from parley.telling.evidence import soft_ways
from parley.telling.gap import conditions_told, pivots_told
from parley.telling.glance import lines_in_focus
from parley.telling.glance_answer import Answer
from parley.telling.issue_page import (
    NOTHING_TO_SETTLE,
    Caption,
    all_said,
    drawn_from,
    issue_caption,
    issue_number,
    none_there,
    not_heard,
    statements_of_kind,
    summary_head,
)
from parley.telling.issue_page import Summary as Summarised
from parley.telling.overview import status_in_words
from parley.telling.position import disputed
from parley.telling.robustness import on_less_evidence, rests_on
from parley.telling.said import Said, begun, said
from parley.telling.voices import not_counted, rule_told, voice_cited, voice_told, voices_heading
from parley.views.cells import drawn_as, opened_by, opens_first, opens_statements, party_sub, sentence_sheet, statement_item, status_item
from parley.views.charts import Room, chart_of
from parley.views.components.chart import Chart
from parley.views.components.navigator import Choice
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.court_parts import ball_items, waiting_items
from parley.views.recent import Recent
from parley.views.selection import Selection
from parley.words import say

FIELDS = (Column("", width="17%"), Column(""))
SUMMARIES: tuple[Summarised, ...] = ("settle", "ball", "sure")
MOST_LINES = 4  # in a short column
_HELD = 8  # data of which it is known between which issues to choose
SUPPORTING: tuple[Kind, ...] = ("threat", "rationale")


_choices: Recent[str, Mapping[str, Sequence[Choice]]] = Recent(_HELD)


def choices(dataset: Evidence) -> Mapping[str, Sequence[Choice]]:
    """Return the issues by group, in the order of the overview: put into words once for all who look at the same data."""
    return _choices.get(dataset.version, lambda: _choices_in(dataset.negotiation))


def _choices_in(negotiation: Negotiation) -> Mapping[str, Sequence[Choice]]:
    listed = [(group.name, issue) for group in negotiation.groups for issue in negotiation.issues if issue.group == group.id]
    found: dict[str, list[Choice]] = {}
    for number, (group, issue) in enumerate(listed, 1):
        found.setdefault(group, []).append(Choice(issue.id, issue.name, issue.question, say(issue_number(number, len(listed)))))
    return found


def answer_sheet(found: Answer, older: Said | None = None) -> Sheet:
    """Return what an issue comes to: how far apart, between whom, and what is open, each the way to its statements.

    `older` tells of a position that rests on an older word than its party's newest.
    """
    opens = opens_statements(found.ids)
    status = (status_item(found.status, opens),) if found.status else ()
    told = Item(say(found.told), strong=found.is_measured, quiet=not found.is_measured, opens=opens)
    measured = (_sentence(found.measured, quiet=True),) if found.measured else ()
    lines = [Line(((*status, told, *measured),))]
    more = (older, found.question, found.price, found.hidden, found.whole)
    lines += [Line(((_sentence(one, quiet=one is not found.question),),)) for one in more if one]
    return Sheet(say(issue_caption("answer")), (Column(""),), lines, layout="answer")


@dataclass(frozen=True)
class Summary:
    """What is told of an issue in three short columns, and what of it has no room there."""

    shown: Sheet
    more: Sheet
    left: int


def summary(chosen: Selection, row: OverviewRow, differing: Sequence[PartVoices], drawn: Sequence[str]) -> Summary:
    """Return what would settle an issue, where the ball lies, and how sure that is; `drawn` are the statements behind its picture."""
    ball = court(chosen.dataset, row.issue, chosen.parties, chosen.as_of, chosen.cut)
    columns = [_settling(row, ball, chosen.dataset), list(ball_items(ball, chosen.dataset)), _sure(chosen, row, differing, drawn)]
    rest = [one[MOST_LINES:] for one in columns]
    return Summary(_columns([one[:MOST_LINES] for one in columns]), _columns(rest), sum(map(len, rest)))


def _columns(cells: Sequence[Sequence[Item]]) -> Sheet:
    heads = [Column(say(summary_head(name))) for name in SUMMARIES]
    return Sheet(say(issue_caption("columns")), heads, [Line(tuple(map(tuple, cells)))], layout="wide columns")


def _settling(row: OverviewRow, ball: Court, dataset: Evidence) -> list[Item]:
    """Return what would change the status, and every condition, those that change nothing last."""
    gap = row.gap
    assert gap is not None
    told = (*pivots_told(gap), *conditions_told(gap))
    known = {key for one in told for key in one.ids}
    waiting = [one for one in waiting_items(ball, dataset) if not set(opened_by(one)) <= known]
    return [*map(_sentence, told), *waiting] or [Item(say(NOTHING_TO_SETTLE), quiet=True)]


def _sure(chosen: Selection, row: OverviewRow, differing: Sequence[PartVoices], drawn: Sequence[str]) -> list[Item]:
    """Return on how much the picture rests, what carries the finding, what becomes of it on less evidence, and where accounts differ."""
    gap, dataset = row.gap, chosen.dataset
    assert gap is not None
    told = [drawn_from([*map(dataset.statement, drawn)]) if drawn else said("sentence", told=begun(nothing_placed()))]
    found = robustness(dataset, row, chosen.as_of, chosen.cut)
    if found is not None:
        told += [rests_on(found), on_less_evidence(found)]
    several = {(one.party.id, one.part) for one in differing}
    flags = [(position, flag) for position in (gap.a, gap.b) for flag in position.flags if flag.kind != "stale"]
    # Where several speakers are told apart, their rule says already that accounts differ.
    told += [disputed(*one) for one in flags if one[1].kind != "conflict" or (one[0].party.id, one[1].part) not in several]
    return [*map(_sentence, told)]


def drawn_in_full(dataset: Evidence, found: Gathered, differing: Sequence[PartVoices]) -> Glance:
    """Return what is drawn of an issue on its page."""
    return full_glance_of(found, lines_in_focus(found, dataset), dataset.statement, differing)


def issue_chart(chosen: Selection, row: OverviewRow, glance: Glance, room: Room) -> Chart:
    """Return an issue drawn: a lane for each party, with its speakers who differ, and the distance of the pair."""
    dataset = chosen.dataset
    colours = party_colours(dataset.negotiation)
    picture = page_picture(glance, colours, room.width, say(status_in_words(row)), say(cut_note(chosen.cut)))
    return chart_of(picture, room.ink, dataset)


def voices_sheet(voices: Sequence[PartVoices]) -> Sheet:
    """Return the voices by themselves, for a party that stands alone."""
    return Sheet(say(issue_caption("voices")), FIELDS, [_voices(one) for one in voices], layout="fields")


def all_of_it(dataset: Evidence, said: SaidOn) -> Sheet:
    """Return how much was said on an issue, and how much of it stands where beneath."""
    return sentence_sheet(say(issue_caption("whole")), all_said(said), dataset)


def board(dataset: Evidence, row: OverviewRow, said: SaidOn) -> Sheet:
    """Return the statements that count side by side: a column per party, a row per kind, newest first."""
    return _board(dataset, row, PLACED_KINDS, said.counted, "board")


def supporting(dataset: Evidence, row: OverviewRow, said: SaidOn) -> Sheet:
    """Return the threats and reasons, which are no positions, side by side."""
    return _board(dataset, row, SUPPORTING, (*said.threats, *said.reasons), "reasons")


def uncounted(dataset: Evidence, row: OverviewRow, said: SaidOn) -> Sheet:
    """Return the other statements that name a kind of position."""
    return _board(dataset, row, PLACED_KINDS, said.aside, "also")


def _board(dataset: Evidence, row: OverviewRow, kinds: Sequence[Kind], ids: Sequence[str], caption: Caption) -> Sheet:
    colours = party_colours(dataset.negotiation)
    held = [*map(dataset.statement, reversed(ids))]
    positions = [one for one in row.positions if any(each.party == one.party.id for each in held)]
    columns = [
        Column("", width="9%"),
        *(Column(one.party.name, party_sub(one.party, dataset.negotiation), colours[one.party.id]) for one in positions),
    ]
    lines = []
    for kind in kinds:
        cells = []
        for position in positions:
            of_kind = [one for one in held if (one.kind, one.party) == (kind, position.party.id)]
            aside = position.set_aside if kind in PLACED_KINDS else {}
            cells.append(tuple(statement_item(one, dataset, aside.get(one.id)) for one in of_kind))
        if any(cells):
            cells = [one or (Item(say(none_there(caption)), quiet=True),) for one in cells]
            lines.append(Line(((Item(say(statements_of_kind(kind)), strong=True),), *cells)))
    return Sheet(say(issue_caption(caption)), columns, lines, layout="wide board", is_below=True)


def speaking(dataset: Evidence, row: OverviewRow) -> tuple[Position, ...]:
    """Return the positions of the parties that had said anything on the issue by then."""
    return tuple(one for one in row.positions if any(said.day <= one.as_of for said in dataset.statements_of(one.party.id, row.issue.id)))


def silence_words(dataset: Evidence, row: OverviewRow, drawn: Collection[str]) -> str:
    """Return who of the parties shown has said nothing on the issue, but those with a lane (`drawn`, by id); empty where there is nobody else."""
    heard = {one.party.id for one in speaking(dataset, row)} | {*drawn}
    return say(not_heard([one.party for one in row.positions if one.party.id not in heard]))


def _voices(several: PartVoices) -> Line:
    """Return who says what of one part of a party's position, each under a letter, and the rule that decides."""
    spoken = [
        Item(
            say(voice_told(one)),
            mark=drawn_as(several.part, is_soft=one.is_soft),
            label=f"{one.key})",
            meta=say(voice_cited(one)),
            tags=tuple(map(say, (*soft_ways(one.statements), *(() if one.counts else (not_counted(),))))),
            opens=opens_statements(one.ids),
        )
        for one in several.voices
    ]
    return _line(say(voices_heading(several.party.short, several.part)), *spoken, _sentence(rule_told(several)))


def _line(head: str, *items: Item) -> Line:
    return Line(((Item(head),), items))


def _sentence(sentence: Said, *, strong: bool = False, quiet: bool = False) -> Item:
    return Item(say(sentence), strong=strong, quiet=quiet, opens=opens_first(sentence.ids))
