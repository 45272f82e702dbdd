"""What the marks of an issue over time mean: one entry for each kind that its picture holds and no name on it explains."""

from __future__ import annotations

from parley.analysis.positions import Part
from parley.figures.palette import NEUTRAL
from parley.figures.picture import Item
from parley.figures.sheet import Entry
from parley.figures.timeline_geometry import TimelineDrawing, Toward
from parley.figures.timeline_lines import (
    KINDS,
    band,
    broken_at,
    days_of_event,
    level_line,
    sample,
    since,
    strokes_at,
    symbol,
    teeth_along,
    tick,
    upright,
)
from parley.telling.drawings import legend
from parley.telling.said import Argument
from parley.telling.terms import kind_name, part_of_position
from parley.words import say

WIDE = 18.0  # of a mark


def timeline_legend(drawing: TimelineDrawing, *, is_broken: bool) -> list[Entry]:
    """Return one entry for each kind of line and mark, in a neutral colour; `is_broken` says whether the axis is."""
    limits = [line for line in drawing.lines if line.part == "limit"]
    is_between = any(not one.span.is_exact for one in drawing.stretches) or any(one.apart and not one.apart.is_exact for one in drawing.gaps)
    is_stale = any(one.is_stale for one in drawing.stretches) or any(one.is_stale and one.apart for one in drawing.gaps)
    # The first of the parties has no strokes.
    has_strokes = len({line.party_id for line in drawing.lines} | {one.party_id for one in drawing.said if one.span}) > 1
    refused: Toward = limits[0].refused[0] if limits else "lower"
    entries: tuple[tuple[Argument, bool, tuple[Item, ...]], ...] = (
        (legend("threat"), any(one.kind == "threat" and one.span for one in drawing.said), (symbol("threat", 9, 0, NEUTRAL),)),
        (legend("refused"), bool(limits), (*_line("limit"), *teeth_along(9, 9, 0, refused, NEUTRAL))),
        (legend("strokes"), has_strokes, (*_line("demand"), *strokes_at(1, 8, 0, NEUTRAL))),
        (legend("between"), is_between, (band(0, WIDE, -6, 6, NEUTRAL), *_line("limit", -6), *_line("limit", 6))),
        (legend("since"), any(one.span and max(one.first, drawing.start) < one.day for one in drawing.said), (since(0, WIDE, 0, NEUTRAL),)),
        (legend("stale", drawing.freshness), is_stale, _line("demand", is_stale=True)),
        (
            legend("days"),
            any(one.last > one.first for one in drawing.verticals),
            (days_of_event(4, WIDE, -8, 8), upright(4, -8, 8)),
        ),
        (legend("broken"), is_broken, (*broken_at(9, 0),)),
        (legend("statement"), bool(drawing.said), (tick(9, 0, NEUTRAL),)),
    )
    return [*_unnamed(drawing), *(Entry(say(words), glyph) for words, is_held, glyph in entries if is_held)]


def _unnamed(drawing: TimelineDrawing) -> list[Entry]:
    """Return the parts of positions, and the marks of statements, that no name right of the drawing explains."""
    found = []
    named = {one.line.part for one in drawing.end_labels}
    parts = {line.part for line in drawing.lines} - named
    kinds = {one.kind for one in drawing.said if one.span is not None}
    for part, kind in KINDS:
        if part in parts:
            found.append(Entry(say(part_of_position(part)), tuple(sample(part, 0, 0, 0, NEUTRAL, wide=WIDE))))
        elif kind in kinds and part not in named:
            found.append(Entry(say(kind_name(kind)), (symbol(kind, 9, 0, NEUTRAL),)))
    return found


def _line(part: Part, y: float = 0.0, *, is_stale: bool = False) -> tuple[Item, ...]:
    return (*level_line(part, 0, WIDE, y, NEUTRAL, is_stale=is_stale),)
