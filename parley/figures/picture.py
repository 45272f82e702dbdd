"""A drawing as plain shapes on a sheet: laid out once, then put on a page, written as SVG, as native shapes of a slide, or in print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from parley.figures.lettering import Medium

INK = "ink"  # the colour of text, which each way of drawing sets for itself
PALER = 0.68  # how much of that colour what follows the text of a label has
Anchor = Literal["start", "middle", "end"]
Fill = Literal["solid", "hollow"]


@dataclass(frozen=True)
class Line:
    """A straight line; `dash` is the length of a dash and of the space after it, none for an unbroken line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1
    dash: tuple[float, float] | None = None
    opacity: float = 1


@dataclass(frozen=True)
class Dot:
    """A round mark: solid or hollow."""

    x: float
    y: float
    radius: float
    colour: str
    fill: Fill = "solid"
    stroke: float = 3


@dataclass(frozen=True)
class Box:
    """A rectangle: filled, or hatched; `edge` is the width of its outline, 0 for none."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    opacity: float = 1
    is_hatched: bool = False
    edge: float = 0


@dataclass(frozen=True)
class Outline:
    """A line through several points, closed and filled or open."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 2
    is_filled: bool = False
    dash: tuple[float, float] | None = None
    opacity: float = 1


@dataclass(frozen=True)
class Label:
    """A text on one line: `x` is its start, middle or end, `y` its base line, `size` the height of its letters.

    `aside` follows it, paler and never bold, such as the date of what is said. It is as wide as the font of its medium makes it.
    """

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = "start"
    is_bold: bool = False
    colour: str = INK
    opacity: float = 1
    is_italic: bool = False
    aside: str = ""
    medium: Medium = "file"

    @property
    def whole(self) -> str:
        """Return all that is read: the text, and what follows it."""
        return f"{self.text} {self.aside}" if self.text and self.aside else self.text or self.aside


Item = Line | Dot | Box | Outline | Label


@dataclass(frozen=True)
class Sign:
    """Shapes that mean one thing: what that is, in words, and the ids of the statements on which it rests.

    Signs are read by their turn, the lowest first. Those of one turn stand at one place, or are two edges of one band, and are read together.
    """

    items: tuple[Item, ...]
    words: str
    ids: tuple[str, ...]
    turn: tuple[float, ...]


@dataclass(frozen=True)
class Layer:
    """Signs and other shapes that appear together when a drawing is shown step by step.

    `id` says which: "base", "key", "party:<id>", "limits", "ends" or "gap".
    """

    id: str
    parts: tuple[Item | Sign, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Return the shapes of all its parts, the lowest first."""
        return tuple(item for part in self.parts for item in (part.items if isinstance(part, Sign) else (part,)))


@dataclass(frozen=True)
class Picture:
    """A sheet of `width` by `height` pixels with its layers, the lowest first, and in `alt` what it shows in words."""

    width: float
    height: float
    layers: tuple[Layer, ...]
    alt: str

    @property
    def items(self) -> tuple[Item, ...]:
        """Return the shapes of all layers, the lowest first."""
        return tuple(item for layer in self.layers for item in layer.items)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Return the signs of all layers, the lowest first."""
        return tuple(part for layer in self.layers for part in layer.parts if isinstance(part, Sign))


def layers_of(placed: Iterable[tuple[str, Item | Sign]]) -> tuple[Layer, ...]:
    """Return layers from parts that each come with their layer's id, in the order in which the ids first come."""
    found: dict[str, list[Item | Sign]] = {}
    for key, part in placed:
        found.setdefault(key, []).append(part)
    return tuple(Layer(key, tuple(parts)) for key, parts in found.items())


def enlarged(picture: Picture, by: float) -> Picture:
    """Return a picture with all of it larger, letters and lines too."""
    layers = tuple(Layer(one.id, tuple(_part_enlarged(part, by) for part in one.parts)) for one in picture.layers)
    return Picture(picture.width * by, picture.height * by, layers, picture.alt)


def _part_enlarged(part: Item | Sign, by: float) -> Item | Sign:
    if isinstance(part, Sign):
        return replace(part, items=tuple(_item_enlarged(one, by) for one in part.items))
    return _item_enlarged(part, by)


def _item_enlarged(item: Item, by: float) -> Item:
    match item:
        case Line():
            whole = replace(item, x1=item.x1 * by, y1=item.y1 * by, x2=item.x2 * by, y2=item.y2 * by)
            return replace(whole, width=item.width * by, dash=_dash_enlarged(item.dash, by))
        case Dot():
            return replace(item, x=item.x * by, y=item.y * by, radius=item.radius * by, stroke=item.stroke * by)
        case Box():
            return replace(item, x=item.x * by, y=item.y * by, width=item.width * by, height=item.height * by, edge=item.edge * by)
        case Outline():
            points = tuple((x * by, y * by) for x, y in item.points)
            return replace(item, points=points, width=item.width * by, dash=_dash_enlarged(item.dash, by))
        case Label():
            return replace(item, x=item.x * by, y=item.y * by, size=item.size * by)


def _dash_enlarged(dash: tuple[float, float] | None, by: float) -> tuple[float, float] | None:
    return (dash[0] * by, dash[1] * by) if dash else None
