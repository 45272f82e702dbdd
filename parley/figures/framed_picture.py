"""A picture with its issue's name above and what it is made of beneath, so that it can be passed on by itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from parley.figures.lettering import lines_of
from parley.figures.picture import Item, Label, Layer, Picture
from parley.figures.sheet import part_moved

EDGE, TITLE, FOOT = 22.0, 24.0, 12.5  # pixels: the room around, and the height of letters
LINE = 1.3  # of the height of letters, from line to line
FRAME = "frame"


def framed(picture: Picture, title: str, under: str, foot: Sequence[str]) -> Picture:
    """Return the picture on a larger sheet: `title` and `under` above it, the `foot` lines beneath."""
    inside = picture.width
    heads = [(line, TITLE, True) for line in lines_of(title, inside, TITLE, bold=True)]
    heads += [(line, FOOT + 2, False) for line in lines_of(under, inside, FOOT + 2)]
    feet = list(chain.from_iterable(lines_of(line, inside, FOOT) for line in foot))
    y, items = float(EDGE), list[Item]()
    for text, size, is_bold in heads:
        items.append(Label(EDGE, y + size, text, size, is_bold=is_bold))
        y += size * LINE
    top = y + 12
    y = top + picture.height + 10
    for text in feet:
        items.append(Label(EDGE, y + FOOT, text, FOOT))
        y += FOOT * LINE
    layers = tuple(Layer(one.id, tuple(part_moved(part, EDGE, top) for part in one.parts)) for one in picture.layers)
    return Picture(inside + 2 * EDGE, y + EDGE / 2, (Layer(FRAME, tuple(items)), *layers), f"{title}. {picture.alt}")
