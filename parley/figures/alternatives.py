"""What a figure shows, in words, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from parley.figures.gap_geometry import GapDrawing, Row
from parley.figures.timeline_geometry import Line, TimelineDrawing
from parley.telling.drawings import (
    distances_in_turn,
    event_in_words,
    grown_stale,
    in_turn,
    no_limit,
    none_without_condition,
    over_time,
    part_in_words,
    part_of_party,
    positions_on,
    row_in_words,
    sentence,
    silence_in_words,
)
from parley.telling.said import Argument, Said, begun, together
from parley.telling.terms import part_of_position
from parley.words import say


def gap_alt(drawing: GapDrawing, status: str, cut: str = "") -> str:
    """Return the positions and the distance between them, and at the end `status`.

    `cut` says under which evidence cut the figure was made; empty under the default.
    """
    told: list[Argument] = [positions_on(drawing.axis), *map(_row, drawing.rows)]
    if drawing.measure:
        told.append(sentence(begun(drawing.measure.told)))
    return _told(cut, told, status)


def timeline_alt(drawing: TimelineDrawing, issue: str, cut: str = "") -> str:
    """Return each line's places with their dates, the silences, the events and the gap; `cut` as in `gap_alt`."""
    told: list[Argument] = [over_time(issue), *(sentence(_line(line, drawing)) for line in drawing.lines)]
    told += [silence_in_words(one.told, one.first, one.last) for one in drawing.silences]
    told += [event_in_words(one.label, one.first, one.last) for one in drawing.verticals]
    if drawing.gaps and drawing.pair:
        told.append(distances_in_turn(drawing.pair, [(one.start, one.end, one.apart) for one in drawing.gaps], drawing.axis))
    return _told(cut, told)


def _row(row: Row) -> Said:
    limits = [part_in_words("limit", one.place) for one in row.barriers if one.is_stated]
    parts: list[Argument] = [part_in_words(mark.part, mark.place) for mark in row.marks]
    parts += [none_without_condition(part) for part in row.conditional if part != "limit"]
    # A target's limit is one barrier on either side.
    parts += [no_limit(row.why_no_limit)] if row.why_no_limit else limits[:1]
    parts += [row.unplaced] if row.unplaced else []
    return row_in_words(row.name, row.newest, parts, [one.told for one in row.voices])


def _line(line: Line, drawing: TimelineDrawing) -> Said:
    turns = [(one.start, one.end, grown_stale(line.place(one.span, drawing.axis), is_stale=one.is_stale)) for one in line.stretches]
    return part_of_party(line.name, part_of_position(line.part), in_turn(turns, None if line.is_held else line.stretches[-1].end))


def _told(cut: str, told: Sequence[Argument], status: str = "") -> str:
    return " ".join(filter(None, (f"{cut}." if cut else "", say(together(*told, how="sentences")), status)))
