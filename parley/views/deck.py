"""A briefing as the slides and steps that the browser shows: words, the drawing in its layers, and the speaker's notes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from parley.directions import isolated
from parley.evidence import Evidence
from parley.figures.areas import around, reachable
from parley.figures.issue_pictures import gap_picture_of
from parley.figures.palette import party_colours
from parley.figures.picture import Picture
from parley.figures.sheet import KEY
from parley.figures.spots import places_of
from parley.figures.svg import svg_of
from parley.model import Statement
from parley.telling.briefing import BriefedIssue, Briefing, standing_line
from parley.telling.documents import part_of
from parley.telling.evidence import citation
from parley.telling.gap import possible_statuses
from parley.telling.gap_cell import status_line
from parley.telling.issue import Block, BlockLine
from parley.telling.pages import short_heading
from parley.telling.parties import pair_of
from parley.telling.statement import field_name, kind_by_on, what_is_held
from parley.words import said_all, say

DRAWN_WIDTH = 640  # the narrower the sheet, the larger its letters on the wall
MOST_LINES, MOST_LETTERS = 5, 620  # on one step; what goes beyond is told on a step of its own


def deck_data(briefing: Briefing) -> dict[str, Any]:
    """Return the deck under the names the browser side reads: the title slide, then a slide for each issue with its steps."""
    slides = [_title(briefing), *(_issue(briefing, one) for one in briefing.issues)]
    shown = json.dumps([said_all(briefing.foot), slides], ensure_ascii=False)
    return {
        "dated": " · ".join(said_all([briefing.dated, briefing.data_version])),
        "handling": isolated(briefing.handling),
        "line": say(standing_line()),
        # Windows follow each other only where they show the very same slides.
        "channel": f"parley-{hashlib.sha256(shown.encode()).hexdigest()[:16]}",
        "slides": [_isolated(one) for one in slides],
        # What a mark or a line opens is sent once for each statement, not once for each mark.
        "statements": {key: _isolated(_statement(briefing.dataset.statement(key), briefing.dataset)) for key in dict.fromkeys(_ids_in(slides))},
    }


def _ids_in(value: Any) -> Iterator[str]:
    """Yield the ids of the statements that slides refer to."""
    match value:
        case list():
            for one in value:
                yield from _ids_in(one)
        case dict():
            yield from value.get("ids", ())
            for one in value.values():
                yield from _ids_in(one)


def _statement(one: Statement, dataset: Evidence) -> dict[str, Any]:
    """Return a statement as it is told beside a mark, and as it is opened."""
    return {
        "cite": say(citation(one, dataset)),
        "says": one.says,
        "whose": say(kind_by_on(one, dataset)),
        "rows": [[say(field_name(field)), say(words, quoted=False)] for field, words in what_is_held(one, dataset).items()],
    }


def _isolated(value: Any) -> Any:
    """Return what the browser side reads with every text so that what turns it about stays inside it; a drawing has been made so already."""
    match value:
        case str():
            return isolated(value)
        case list():
            return [_isolated(one) for one in value]
        case dict():
            return {key: one if key in ("svg", "ids") else _isolated(one) for key, one in value.items()}
    return value


def _title(briefing: Briefing) -> dict[str, Any]:
    agenda, negotiation = briefing.agenda, briefing.dataset.negotiation
    under = [negotiation.title if negotiation.title != agenda.title else "", agenda.audience or "", say(briefing.dated), say(briefing.moved_heading)]
    lines = [*filter(None, under), say(briefing.data_version)]
    listed = [{"name": one.issue.name, "status": _status(one)} for one in briefing.issues]
    return {"kind": "title", "title": agenda.title, "lines": lines, "handling": briefing.handling, "agenda": listed, "notes": ""}


def _issue(briefing: Briefing, one: BriefedIssue) -> dict[str, Any]:
    picture = gap_picture_of(briefing, one, DRAWN_WIDTH, with_voices=False)
    colours = party_colours(briefing.dataset.negotiation)
    shorts = {party.id: party.short for party in briefing.parties}
    drawn = {layer.id for layer in picture.layers} if picture else set()
    return {
        "kind": "issue",
        "id": one.issue.id,
        "number": one.number,
        "name": one.issue.name,
        "status": _status(one),
        "svg": svg_of(picture) if picture else "",
        "spots": _spots(picture) if picture else [],
        "alt": picture.alt if picture else "",
        "steps": [part for step in one.steps for part in _parts(step, colours, shorts, drawn)],
        "notes": one.notes,
    }


def _spots(picture: Picture) -> list[dict[str, Any]]:
    """Return what answers in a drawing, in reading order: its areas, and by layer what it says and the statements' ids."""
    found = []
    for placed in places_of(picture):
        areas = [reachable(around(sign.items), picture.width) for _, sign in placed]
        edges = [[round(edge) for edge in (one.left, one.top, one.right, one.bottom)] for one in dict.fromkeys(areas)]
        found.append({"areas": edges, "parts": [{"layer": layer, "words": sign.words, "ids": list(sign.ids)} for layer, sign in placed]})
    return found


def _status(one: BriefedIssue) -> dict[str, Any]:
    """Return the word of the status, its mark, what it could be, between whom it is, and the ids of the statements behind it."""
    gap = one.row.gap
    if gap is None:
        return {"word": say(one.status), "mark": "alone", "possible": "", "pair": "", "ids": []}
    line = status_line(gap)
    return {
        "word": say(line.told),
        "mark": gap.status.value,
        "possible": say(possible_statuses(gap)) if line.aside else "",
        "pair": say(pair_of(gap)),
        "ids": list(line.ids),
    }


def _parts(step: Block, colours: Mapping[str, str], shorts: Mapping[str, str], drawn: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield a step, in several parts where its lines are too many for one; with the first of the layers `drawn` comes what all of them mean."""
    chunks = list(_chunks(step.lines))
    short = shorts.get(step.party_id) or say(short_heading(step.kind))
    for number, lines in enumerate(chunks, 1):
        of = say(part_of(number, len(chunks)))
        yield {
            "kind": step.kind,
            "heading": f"{say(step.heading)} {of}".strip(),
            "short": f"{short} {of}".strip(),
            "lines": [{"text": say(line.told), "cite": say(line.cite), "ids": list(line.ids)} for line in lines],
            "layers": [KEY, step.layer] if step.layer in drawn else [],
            "colour": colours.get(step.party_id, ""),
        }


def _chunks(lines: Sequence[BlockLine]) -> Iterator[Sequence[BlockLine]]:
    chunk: list[BlockLine] = []
    for line in lines:
        letters = sum(len(say(one.told)) + len(say(one.cite)) for one in (*chunk, line))
        if chunk and (len(chunk) == MOST_LINES or letters > MOST_LETTERS):
            yield chunk
            chunk = []
        chunk.append(line)
    yield chunk
