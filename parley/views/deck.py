"""A briefing as the browser steps through it: what is known of every slide from the first, and what a slide shows, which comes when it is needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from parley.analysis.parts import united
from parley.directions import isolated
from parley.evidence import Evidence
from parley.figures.areas import around, reachable
from parley.figures.gap_geometry import gap_drawing
from parley.figures.glance_geometry import Glance, glance_of
from parley.figures.glance_picture import glance_picture
from parley.figures.palette import party_colours
from parley.figures.picture import Picture
from parley.figures.sheet import BASE, ENDS, GAP
from parley.figures.small_rail import small_rail
from parley.figures.source_note import source_note
from parley.figures.spots import places_of
from parley.figures.svg import svg_of
from parley.model import Statement
from parley.telling import closing
from parley.telling.briefing import BriefedIssue, Briefing, standing_line
from parley.telling.documents import part_of
from parley.telling.evidence import bare_words_of, citation
from parley.telling.glance import lines_in_focus
from parley.telling.glance_answer import answer
from parley.telling.issue import Block, BlockLine
from parley.telling.pages import short_heading
from parley.telling.parties import pair_of, short
from parley.telling.presenting import WHOLE_PICTURE
from parley.telling.said import begun, said, together
from parley.telling.statement import field_name, kind_by_on, what_is_held
from parley.telling.steps import Step, not_presented
from parley.telling.strip import in_few_strips
from parley.telling.titles import status_and_distance
from parley.words import said_all, say

# Widths of sheets: the narrower, the larger their letters are on the wall. A phone held upright shows the narrow one.
WIDTHS = {"wide": 900, "row": 700, "narrow": 380}
MOST_LINES, MOST_LETTERS = 6, 760  # on one step; what goes beyond is counted, and opens
MOST_RAILS = 6  # on the title slide; beside more issues nobody could read whose they are
ROOM, OF_ROW, OF_LANE = 520, 46, 24  # of a slide of rows, of a row without its lanes, and of each lane, in the same measure
MOST_OPEN = 6  # questions on a closing slide
_AS_IT_IS = ("svg", "rail", "ids", "id", "key", "base")  # what is no text to be read, or has been isolated already
Data = dict[str, Any]


def deck_data(briefing: Briefing, base: str) -> Data:
    """Return the deck under the names the browser side reads.

    First come the title slide and the overview, then of each issue its name, status, steps and notes, then the closing slides. The issues that
    are not on the agenda stand behind them by name and number. What the slide of an issue shows is fetched at `base` with the issue's id.
    """
    opening = [_title(briefing), *_overview(briefing)]
    issues = [_outline(one) for one in briefing.issues]
    deck = {
        "dated": " · ".join(said_all([briefing.dated, briefing.data_version])),
        "handling": briefing.handling,
        "line": say(standing_line()),
        "base": base,
        "count": len(issues),
        "slides": [*opening, *issues, *_closing(briefing), *_rest(briefing)],
    }
    # Windows follow each other only where they show the very same slides.
    shown = json.dumps(deck, ensure_ascii=False).encode()
    return {**_isolated(deck), "channel": f"parley-{hashlib.sha256(shown).hexdigest()[:16]}"}


def slide_data(briefing: Briefing, one: BriefedIssue) -> Data:
    """Return what the slide of an issue shows beneath its name: the drawing, the words step by step, and the statements behind both."""
    dataset, row, told = briefing.dataset, one.row, one.in_focus
    glance, colours, steps = _glance(one), party_colours(dataset.negotiation), told.steps
    pictures = {name: glance_picture(glance, colours, width) for name, width in WIDTHS.items()} if glance else {}
    layers = _layers(steps, [layer.id for layer in pictures["wide"].layers] if pictures else [])
    shown = {
        "drawings": {name: {"svg": svg_of(each), "spots": _spots(each)} for name, each in pictures.items()},
        "alt": pictures["wide"].alt if pictures else "",
        "note": _note(briefing, one) if pictures else "",
        "cut": say(briefing.cut_note),
        "told": say(answer(row).told),
        "silent": say(glance.silent) if glance else "",
        "status": _status(one),
        "steps": [_step(step, colours, each, told) for step, each in zip(steps, layers, strict=True)],
        "beside": [_in_words(_block(each, colours)) for each in not_presented(told.presented)],
    }
    # What a mark or a line opens is sent once for each statement, not once for each mark.
    ids = dict.fromkeys(_ids_in(shown))
    statements = {key: _statement(dataset.statement(key), dataset) for key in ids}
    whole: Data = _isolated({**shown, "statements": statements})
    return whole


def _glance(one: BriefedIssue) -> Glance | None:
    """Return what is drawn of an issue; None where nobody has spoken."""
    dataset, together = one.dataset, one.gathered.clusters
    told = lines_in_focus(one.gathered, dataset)
    return glance_of(one.row, told, dataset.statement, together) if together or any(told) else None


def _note(briefing: Briefing, one: BriefedIssue) -> str:
    """Return date and evidence, and how many statements are drawn."""
    drawn = gap_drawing(one.row.gap, one.in_focus.row.positions, one.dataset.statement).ids
    together = [spread.ids for cluster in one.gathered.clusters for spread in cluster.spreads.values()]
    return source_note(say(briefing.dated), united(drawn, *together), one.dataset.statement)


def _ids_in(value: Any) -> Iterator[str]:
    """Yield the ids of the statements that a slide refers to."""
    match value:
        case list():
            for one in value:
                yield from _ids_in(one)
        case dict():
            yield from value.get("ids", ())
            for one in value.values():
                yield from _ids_in(one)


def _statement(one: Statement, dataset: Evidence) -> Data:
    """Return a statement as it is told beside a mark, and as it is opened."""
    return {
        "cite": say(citation(one, dataset)),
        "says": say(bare_words_of(one, dataset)),
        "whose": say(kind_by_on(one, dataset)),
        "rows": [[say(field_name(field)), say(words)] for field, words in what_is_held(one, dataset).items()],
    }


def _isolated(value: Any) -> Any:
    """Return what the browser side reads with every text so that what turns it about stays inside it."""
    match value:
        case str():
            return isolated(value)
        case list():
            return [_isolated(one) for one in value]
        case dict():
            return {key: one if key in _AS_IT_IS else _isolated(one) for key, one in value.items()}
    return value


def _title(briefing: Briefing) -> Data:
    agenda, negotiation = briefing.agenda, briefing.dataset.negotiation
    under = [negotiation.title if negotiation.title != agenda.title else "", agenda.audience or "", say(briefing.dated), say(briefing.moved_heading)]
    lines = [*filter(None, under), say(briefing.data_version)]
    has_rails = len(briefing.issues) <= MOST_RAILS
    return {
        "kind": "title",
        "key": "0",
        "title": agenda.title,
        "lines": lines,
        "agenda": [_listed(briefing, one, has_rails) for one in briefing.issues],
    }


def _listed(briefing: Briefing, one: BriefedIssue, has_rail: bool) -> Data:
    """Return an issue as the title slide lists it: with its rail and how far apart the parties are."""
    glance, found = _glance(one) if has_rail else None, answer(one.row)
    picture = small_rail(glance, party_colours(briefing.dataset.negotiation)) if glance else None
    return {
        "number": one.number,
        "name": one.issue.name,
        "rail": svg_of(picture) if picture else "",
        "told": say(found.told),
        "ids": list(found.ids),
    }


def _overview(briefing: Briefing) -> Iterator[Data]:
    """Yield the slides on which the agenda's issues stand as rows, each with as many as can be read; none for one issue alone."""
    pages: list[list[int]] = []
    room = 0
    for one in briefing.issues:
        told = one.in_focus
        high = OF_ROW + OF_LANE * (len(in_few_strips(told.clusters)) + sum(any(line.kind != "no_evidence" for line in lines) for lines in told.lines))
        if high > room:
            pages.append([])
            room = ROOM
        pages[-1].append(one.number)
        room -= high
    for number, rows in enumerate(pages, 1) if len(briefing.issues) > 1 else ():
        heading = f"{say(WHOLE_PICTURE)} {say(part_of(number, len(pages)))}".strip()
        yield {"kind": "overview", "key": f"0.{number + 1}", "heading": heading, "rows": rows}


def _closing(briefing: Briefing) -> Iterator[Data]:
    """Yield the last slides: what is open, and on the first of them what comes next."""
    found = [
        {"number": one.number, "name": one.issue.name, "told": say(told), "ids": list(told.ids)} for one, told in closing.open_questions(briefing)
    ]
    pages = [found[at : at + MOST_OPEN] for at in range(0, len(found), MOST_OPEN)] or [[]]
    ahead = [{"told": say(one)} for one in closing.comes_next(briefing)]
    for number, questions in enumerate(pages, 1):
        yield {
            "kind": "closing",
            "key": "end" if number == 1 else f"end.{number}",
            "heading": f"{say(closing.OPEN_AND_NEXT)} {say(part_of(number, len(pages)))}".strip(),
            "is_open": say(closing.IS_OPEN),
            "open": questions or [{"told": say(closing.NOTHING_OPEN)}],
            "next": say(closing.COMES_NEXT),
            "ahead": (ahead or [{"told": say(closing.NOTHING_AHEAD)}]) if number == 1 else [],
        }


def _rest(briefing: Briefing) -> Iterator[Data]:
    """Yield the issues that are not on the agenda, numbered after those that are, in the order of the negotiation."""
    held = {one.issue.id for one in briefing.issues}
    rest = (one for one in briefing.dataset.negotiation.ordered_issues if one.id not in held)
    for number, one in enumerate(rest, len(held) + 1):
        yield {"kind": "issue", "id": one.id, "number": number, "name": one.name, "question": one.question, "rest": True}


def _outline(one: BriefedIssue) -> Data:
    """Return what is known of an issue's slide from the first: enough to step through it, whenever the rest comes."""
    return {
        "kind": "issue",
        "id": one.issue.id,
        "number": one.number,
        "name": one.issue.name,
        "question": one.issue.question,
        "status": _status(one),
        "steps": [{"kind": step.kind, "short": _short(step, one.in_focus)} for step in one.in_focus.steps],
        "notes": one.notes,
    }


def _short(step: Step, one: BriefedIssue) -> str:
    """Return what a step is called where there is little room: by its parties and how many are told together, or by its kind."""
    if step.kind not in ("party", "others"):
        return say(short_heading(step.kind))
    named = {block.party_id for block in step.blocks}
    told = [short(position.party) for position in one.row.positions if position.party.id in named]
    count = sum(len(cluster.parties) for cluster in one.clusters) if "" in named else 0
    return say(together(*told, *([said("so-many-parties", parties=count)] if count else []), how="comma"))


def _spots(picture: Picture) -> list[Data]:
    """Return what answers in a drawing, in reading order: its areas, and by layer what it says and the statements' ids."""
    found = []
    for placed in places_of(picture):
        areas = [reachable(around(sign.items), picture.width) for _, sign in placed]
        edges = [[round(edge) for edge in (one.left, one.top, one.right, one.bottom)] for one in dict.fromkeys(areas)]
        found.append({"areas": edges, "parts": [{"layer": layer, "words": sign.words, "ids": list(sign.ids)} for layer, sign in placed]})
    return found


def _status(one: BriefedIssue) -> Data:
    """Return status and distance in words, the mark of the status, between whom it is, and the ids of the statements behind it."""
    gap = one.row.gap
    if gap is None:
        return {"word": say(one.status), "mark": "alone", "pair": "", "ids": []}
    return {
        "word": say(begun(status_and_distance(gap))),
        "mark": gap.status.value,
        "pair": say(pair_of(gap)),
        "ids": list(gap.ids),
    }


def _layers(steps: Sequence[Step], drawn: Collection[str]) -> list[list[str]]:
    """Return the layers of the drawing that appear with each step; with the first comes what is told of parties of which nothing is drawn."""
    found = [[GAP, ENDS] if step.kind == "gap" else [one.layer for one in step.blocks if one.layer] for step in steps]
    told = {BASE, *(layer for each in found for layer in each)}
    found[0] += [layer for layer in drawn if layer not in told]
    return [[layer for layer in each if layer in drawn] for each in found]


def _step(step: Step, colours: Mapping[str, str], layers: Sequence[str], one: BriefedIssue) -> Data:
    """Return a step as it is shown: its blocks beside each other, and the layers that appear with it."""
    return {"kind": step.kind, "short": _short(step, one), "blocks": [_block(each, colours) for each in step.blocks], "layers": list(layers)}


def _block(block: Block, colours: Mapping[str, str]) -> Data:
    return {"heading": say(block.heading), "colour": colours.get(block.party_id, ""), "lines": list(_lines(block.lines))}


def _in_words(block: Data) -> Data:
    """Return a block that is only read and opens nothing."""
    return {**block, "lines": [{**line, "ids": []} for line in block["lines"]]}


def _lines(lines: Sequence[BlockLine]) -> Iterator[Data]:
    """Yield as many lines as can be read from the back of a room; the others are counted, and open with their statements."""
    letters = 0
    for number, line in enumerate(lines):
        told = _line(line)
        letters += len(told["text"]) + len(told["cite"])
        if number and (number == MOST_LINES or letters > MOST_LETTERS):
            rest = lines[number:]
            yield {"text": say(said("more-besides", more=len(rest))), "cite": "", "ids": list(dict.fromkeys(key for one in rest for key in one.ids))}
            return
        yield told


def _line(line: BlockLine) -> Data:
    return {"text": say(line.told), "cite": say(line.cite), "ids": list(line.ids)}
