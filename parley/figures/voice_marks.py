"""The small marks of the speakers who differ within a party's position: where each stands above its row, so that none meets another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from parley.analysis.outcomes import Span
from parley.analysis.positions import Part, Position
from parley.analysis.voices import PartVoices, Voice
from parley.telling.said import Said
from parley.telling.voices import voices_at_one_place
from parley.words import say

Toward = Literal["lower", "higher"]
NARROWEST = 160  # pixels that the scale has on a narrow page
MARK_ROOM, LETTER_ROOM, GAP_ROOM = 6, 8, 4  # pixels: half a mark, one letter of its label, and what keeps two marks apart


@dataclass(frozen=True)
class VoiceMark:
    """One place that speakers name for a part: the letters of those who name it, and the lane above the row in which it is drawn.

    `refused` is the side of a limit on which the teeth stand; None for a demand or an offer. `is_label_left` says on which side
    of the mark the letters stand.
    """

    part: Part
    span: Span
    label: str
    told: Said
    ids: tuple[str, ...]
    refused: Toward | None = None
    is_soft: bool = False
    is_label_left: bool = False
    lane: int = 0

    @property
    def words(self) -> str:
        """Return who names the place, in words."""
        return say(self.told)


def voice_marks(position: Position, several: Sequence[PartVoices], width: Fraction) -> tuple[VoiceMark, ...]:
    """Return the marks of a party's voices, one for each place named, in lanes in which none overlaps another on a page of any width.

    `width` is the length of the drawn scale, in its own values.
    """
    pixel = width / NARROWEST
    ends: list[Fraction] = []  # by lane, where its last mark ends
    placed = []
    for mark in sorted(_marks(position, several, width), key=lambda one: (one.span.low, one.span.high)):
        left, right = _extent(mark, pixel)
        lane = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        ends[lane : lane + 1] = [right]
        placed.append(replace(mark, lane=lane))
    return tuple(placed)


def _marks(position: Position, several: Sequence[PartVoices], width: Fraction) -> Iterator[VoiceMark]:
    for one in several:
        for place in dict.fromkeys(voice.place for voice in one.voices):
            same = [voice for voice in one.voices if voice.place == place]
            mark = _mark(one.part, same, position, width)
            if one.part != "limit":
                yield mark
                continue
            if position.direction != "down":
                yield replace(mark, refused="lower")
            if position.direction != "up":
                yield replace(mark, refused="higher")


def _mark(part: Part, same: Sequence[Voice], position: Position, width: Fraction) -> VoiceMark:
    label = ", ".join(voice.key for voice in same)
    place = same[0].place
    # Beyond the scale's upper end there is no room for more than a letter.
    at_the_edge = place.high > position.axis.top - width / 8
    told = voices_at_one_place(position.party, part, same)
    return VoiceMark(part, place, label, told, told.ids, is_soft=all(voice.is_soft for voice in same), is_label_left=at_the_edge)


def _extent(mark: VoiceMark, pixel: Fraction) -> tuple[Fraction, Fraction]:
    label = LETTER_ROOM * len(mark.label)
    left, right = (label, 0) if mark.is_label_left else (0, label)
    return mark.span.low - (MARK_ROOM + left) * pixel, mark.span.high + (MARK_ROOM + right + GAP_ROOM) * pixel
