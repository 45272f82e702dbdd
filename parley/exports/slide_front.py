"""The slide that is read first: its lines, and beneath them the issues drawn at a glance, two abreast, as large as they have room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from parley.exports.shapes import draw
from parley.exports.slide_boxes import text_box
from parley.exports.slide_text import ACCENT, MUTED, Paragraph, Words, cut_to, height_of, plainly
from parley.exports.slide_ways import Ways
from parley.figures.issue_pictures import glance_picture_of
from parley.figures.picture import Layer, Picture
from parley.figures.sheet import BASE
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.front import open_beneath
from parley.words import say

ABREAST, GUTTER, BETWEEN = 2, 16.0, 10.0  # drawings beside each other; points between them, and between their rows
SIDE = 8.0  # points left and right of a drawing, for letters that are wider than measured
PIXELS = range(560, 1001, 40)  # across a drawing: the fewer, the larger its letters


@dataclass(frozen=True)
class Drawn:
    """One issue as it stands on the slide: its name, its drawing, and what is open."""

    head: Paragraph
    picture: Picture
    asked: tuple[Paragraph, ...]
    wide: float

    @property
    def scale(self) -> float:
        """Return how many points a pixel of the drawing has."""
        return (self.wide - 2 * SIDE) / self.picture.width

    @property
    def height(self) -> float:
        """Return the height in points of all three."""
        return self.head.height(self.wide) + self.picture.height * self.scale + height_of(self.asked, self.wide)


def drawn_in(
    briefing: Briefing, issues: Sequence[BriefedIssue], inner: float, room: float, colours: Mapping[str, str], ways: Ways
) -> tuple[Drawn, ...]:
    """Return the issues in the largest letters with which all find room in a width and height; in the smallest where none do."""
    wide = (inner - GUTTER * (ABREAST - 1)) / ABREAST
    found: tuple[Drawn, ...] = ()
    for pixels in PIXELS:
        found = tuple(_drawn(briefing, one, pixels, wide, colours, ways) for one in issues)
        if sum(height + BETWEEN for _, height in _rows(found)) <= room + BETWEEN:
            break
    return found


def add_drawn(slide: Any, drawn: Sequence[Drawn], start: float, top: float, ways: Ways) -> None:
    """Add the drawings to a slide, from so many points on."""
    for row, height in _rows(drawn):
        for place, one in enumerate(row):
            left, high = start + place * (one.wide + GUTTER), one.head.height(one.wide)
            text_box(slide, one.head.text, (left, top, one.wide, high), [one.head])
            draw(slide.shapes, one.picture, left + SIDE, top + high, one.scale, {BASE: (one.head.text, one.picture.alt)}, ways)
            beneath = top + high + one.picture.height * one.scale
            for each in one.asked:
                text_box(slide, each.text, (left, beneath, one.wide, each.height(one.wide)), [each])
        top += height + BETWEEN


def _drawn(briefing: Briefing, issue: BriefedIssue, pixels: float, wide: float, colours: Mapping[str, str], ways: Ways) -> Drawn:
    picture, asked = glance_picture_of(briefing, issue, pixels, colours), open_beneath(issue)
    # All of it is looked at together.
    picture = replace(picture, layers=(Layer(BASE, tuple(part for one in picture.layers for part in one.parts)),))
    told: tuple[Paragraph, ...] = ()
    if asked:
        way = ways.behind(asked.ids)
        cut = cut_to(plainly(say(asked), 11, colour=MUTED, after=0), wide - 11 * len(way), 2)
        told = (replace(cut, words=(*cut.words, *way)),)
    return Drawn(Paragraph((Words(say(issue.heading), is_bold=True, colour=ACCENT),), 13, 2), picture, told, wide)


def _rows(drawn: Sequence[Drawn]) -> list[tuple[Sequence[Drawn], float]]:
    """Return the drawings in rows, with the height of each row."""
    rows = [drawn[at : at + ABREAST] for at in range(0, len(drawn), ABREAST)]
    return [(row, max(one.height for one in row)) for row in rows]
