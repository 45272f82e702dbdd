"""A briefing as the browser steps through it: what is known of every slide from the first, and what a slide shows, which comes when it is needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

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
from parley.telling.gap import status_label
from parley.telling.issue import Block, BlockLine
from parley.telling.pages import short_heading
from parley.telling.parties import pair_of
from parley.telling.statement import field_name, kind_by_on, what_is_held
from parley.words import said_all, say

DRAWN_WIDTH = 640  # the narrower the sheet, the larger its letters on the wall
MOST_LINES, MOST_LETTERS = 5, 620  # on one step; what goes beyond is told on a step of its own
_AS_IT_IS = ("svg", "ids", "id", "base")  # what is no text to be read, or has been isolated already
Data = dict[str, Any]


class _Part(NamedTuple):
    """As much of a step as is shown at once: its lines, and which part of the step it is, where there are several."""

    step: Block
    lines: Sequence[Data]
    of: str


def deck_data(briefing: Briefing, base: str) -> Data:
    """Return the deck under the names the browser side reads: the title slide, and of each issue its name, status, steps and notes.

    What its slide shows is fetched at `base` with the issue's id.
    """
    deck = {
        "dated": " · ".join(said_all([briefing.dated, briefing.data_version])),
        "handling": briefing.handling,
        "line": say(standing_line()),
        "base": base,
        "slides": [_title(briefing), *(_outline(briefing, one) for one in briefing.issues)],
    }
    # Windows follow each other only where they show the very same slides.
    shown = json.dumps(deck, ensure_ascii=False).encode()
    return {**_isolated(deck), "channel": f"parley-{hashlib.sha256(shown).hexdigest()[:16]}"}


def slide_data(briefing: Briefing, one: BriefedIssue) -> Data:
    """Return what the slide of an issue shows beneath its name: the drawing, the words step by step, and the statements behind both."""
    picture = gap_picture_of(briefing, one, DRAWN_WIDTH, with_voices=False)
    colours = party_colours(briefing.dataset.negotiation)
    drawn = {layer.id for layer in picture.layers} if picture else set()
    shown = {
        "svg": svg_of(picture) if picture else "",
        "spots": _spots(picture) if picture else [],
        "alt": picture.alt if picture else "",
        "steps": [_step(part, colours, drawn) for step in one.steps for part in _parts(step)],
    }
    # What a mark or a line opens is sent once for each statement, not once for each mark.
    ids = dict.fromkeys([*_ids_in(shown), *_status(one)["ids"]])
    statements = {key: _statement(briefing.dataset.statement(key), briefing.dataset) for key in ids}
    whole: Data = _isolated({**shown, "statements": statements})
    return whole


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
        "says": one.says,
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
    return {"kind": "title", "title": agenda.title, "lines": [*filter(None, under), say(briefing.data_version)], "notes": ""}


def _outline(briefing: Briefing, one: BriefedIssue) -> Data:
    """Return what is known of an issue's slide from the first: enough to step through it, whenever the rest comes."""
    shorts = {party.id: party.short for party in briefing.parties}
    steps = [(step, shorts.get(step.party_id) or say(short_heading(step.kind))) for step in one.steps]
    return {
        "kind": "issue",
        "id": one.issue.id,
        "number": one.number,
        "name": one.issue.name,
        "status": _status(one),
        "steps": [{"kind": step.kind, "short": f"{short} {part.of}".strip()} for step, short in steps for part in _parts(step)],
        "notes": one.notes,
    }


def _spots(picture: Picture) -> list[Data]:
    """Return what answers in a drawing, in reading order: its areas, and by layer what it says and the statements' ids."""
    found = []
    for placed in places_of(picture):
        areas = [reachable(around(sign.items), picture.width) for _, sign in placed]
        edges = [[round(edge) for edge in (one.left, one.top, one.right, one.bottom)] for one in dict.fromkeys(areas)]
        found.append({"areas": edges, "parts": [{"layer": layer, "words": sign.words, "ids": list(sign.ids)} for layer, sign in placed]})
    return found


def _status(one: BriefedIssue) -> Data:
    """Return the word of the status, its mark, between whom it is, and the ids of the statements behind it."""
    gap = one.row.gap
    if gap is None:
        return {"word": say(one.status), "mark": "alone", "pair": "", "ids": []}
    return {
        "word": say(status_label(gap.status)),
        "mark": gap.status.value,
        "pair": say(pair_of(gap)),
        "ids": list(gap.ids),
    }


def _step(part: _Part, colours: Mapping[str, str], drawn: Collection[str]) -> Data:
    """Return a part of a step as it is shown; with the first of the layers `drawn` comes what all of them mean."""
    step = part.step
    return {
        "kind": step.kind,
        "heading": f"{say(step.heading)} {part.of}".strip(),
        "lines": list(part.lines),
        "layers": [KEY, step.layer] if step.layer in drawn else [],
        "colour": colours.get(step.party_id, ""),
    }


def _parts(step: Block) -> Iterator[_Part]:
    """Yield a step, in several parts where its lines are too many for one."""
    chunks = list(_chunks([_line(one) for one in step.lines]))
    for number, lines in enumerate(chunks, 1):
        yield _Part(step, lines, say(part_of(number, len(chunks))))


def _line(line: BlockLine) -> Data:
    return {"text": say(line.told), "cite": say(line.cite), "ids": list(line.ids)}


def _chunks(lines: Sequence[Data]) -> Iterator[Sequence[Data]]:
    chunk: list[Data] = []
    letters = 0
    for line in lines:
        own = len(line["text"]) + len(line["cite"])
        if chunk and (len(chunk) == MOST_LINES or letters + own > MOST_LETTERS):
            yield chunk
            chunk, letters = [], 0
        chunk.append(line)
        letters += own
    yield chunk
