"""How far shapes reach on their sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from parley.figures.lettering import width_of
from parley.figures.picture import Box, Dot, Item, Label, Line, Outline

SMALLEST = 26  # pixels that what answers has each way at least, for fingers
RISE, DROP = 0.75, 0.2  # of the height of letters, above and below their base line


@dataclass(frozen=True)
class Area:
    """A rectangle of a sheet, by its edges."""

    left: float
    top: float
    right: float
    bottom: float


def area_of(item: Item) -> Area:
    """Return how far one shape reaches; the width of its lines is not counted."""
    match item:
        case Line():
            return Area(min(item.x1, item.x2), min(item.y1, item.y2), max(item.x1, item.x2), max(item.y1, item.y2))
        case Dot():
            return Area(item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius)
        case Box():
            return Area(item.x, item.y, item.x + item.width, item.y + item.height)
        case Outline():
            across, down = zip(*item.points, strict=True)
            return Area(min(across), min(down), max(across), max(down))
        case Label():
            wide = width_of_label(item)
            left = item.x - {"start": 0.0, "middle": wide / 2, "end": wide}[item.anchor]
            return Area(left, item.y - RISE * item.size, left + wide, item.y + DROP * item.size)
    assert_never(item)


def width_of_label(label: Label) -> float:
    """Return how wide a label is, with what follows its text."""
    behind = f" {label.aside}" if label.text and label.aside else label.aside
    wide = width_of(label.text, label.size, bold=label.is_bold, medium=label.medium)
    return wide + (width_of(behind, label.size, medium=label.medium) if behind else 0)


def around(items: Iterable[Item]) -> Area:
    """Return the smallest area that holds some shapes, of which there is at least one."""
    areas = [area_of(item) for item in items]
    return Area(min(one.left for one in areas), min(one.top for one in areas), max(one.right for one in areas), max(one.bottom for one in areas))


def reachable(area: Area, width: float) -> Area:
    """Return an area as far as a finger reaches it, within a sheet of this width."""
    wide, high = max(area.right - area.left + 6, SMALLEST), max(area.bottom - area.top, SMALLEST)
    left = min(max((area.left + area.right - wide) / 2, 0), max(width - wide, 0))
    top = (area.top + area.bottom - high) / 2
    return Area(left, top, left + wide, top + high)
