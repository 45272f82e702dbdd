"""What a figure shows, in words, for those who cannot see it: the gap of an issue, and the issue over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.analysis.wording import POSITION_NAMES
from parley.figures.gap_geometry import GapDrawing
from parley.figures.timeline_geometry import TimelineDrawing
from parley.numbers import grouped


def gap_alt(drawing: GapDrawing, status: str, cut: str = "") -> str:
    """Return what the figure shows, in words, for those who cannot see it; `cut` as in `gap_figure`."""
    lines = []
    for row in drawing.rows:
        parts = [f"{'demand' if mark.part == 'demand' else 'best offer'} {mark.words}" for mark in row.marks]
        limits = [one for one in row.barriers if one.is_stated]
        parts.append(f"stated limit {limits[0].words}" if limits else "limit not stated")
        spoken = f" One speaker’s word: {'. '.join(mark.words for mark in row.voices)}." if row.voices else ""
        lines.append(f"{row.name} ({row.newest}): {', '.join(parts)}.{spoken}")
    scale = (
        "a ladder of named rungs"
        if drawing.axis.is_ladder
        else f"a scale in {drawing.axis.unit} from {grouped(drawing.axis.bottom)} to {grouped(drawing.axis.top)}"
    )
    apart = f" {drawing.measure.label[:1].upper()}{drawing.measure.label[1:]}." if drawing.measure else ""
    return f"{f'{cut}. ' if cut else ''}Positions on {scale}. {' '.join(lines)}{apart} {status}".rstrip()


def timeline_alt(drawing: TimelineDrawing, issue: str, cut: str = "") -> str:
    """Return what the figure shows, in words: each line's places with their dates, the silences, the events and the gap."""
    said = []
    for line in drawing.lines:
        places = [(one.start, one.end, f"{one.words}{' (stale)' if one.is_stale else ''}") for one in line.stretches]
        said.append(f"{line.name}, {POSITION_NAMES[line.part]}: {_in_turn(places, None if line.is_held else line.stretches[-1].end)}.")
    silences = [f"{words} from {before.isoformat()} to {after.isoformat()}." for before, after, words in drawing.silences]
    events = [f"{one.label.rstrip('.')}, {_days(one.first, one.last)}." for one in drawing.verticals]
    shown = drawing.axis.shown_gap
    gaps = [(one.start, one.end, shown(one.apart.low, one.apart.high) if one.apart else "not known") for one in drawing.gaps]
    apart = [f"{drawing.gap_label}: {_in_turn(gaps, None)}."] if gaps else []
    return " ".join([*([f"{cut}."] if cut else []), f"{issue} over time.", *said, *silences, *events, *apart])


def _days(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def _in_turn(places: Sequence[tuple[date, date, str]], until: date | None) -> str:
    """Return what held from when, one after the other, with the end of each that nothing follows; the last ends on `until` if given."""
    words = []
    for number, (start, end, what) in enumerate(places):
        following = places[number + 1] if number + 1 < len(places) else None
        is_left = following[0] > end if following else until is not None
        if not number or what != places[number - 1][2] or start > places[number - 1][1]:
            words.append(f"{what} from {start.isoformat()}")
        if is_left:
            words[-1] += f" until {end.isoformat()}"
    return ", then ".join(words)
