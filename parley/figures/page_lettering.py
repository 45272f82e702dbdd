"""Lettering of what is laid out for pages: labels, their widths and their lines in the font of pages, and the same letters in files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from parley.figures import lettering
from parley.figures.areas import width_of_label
from parley.figures.picture import Item, Label, Layer, Picture, Sign

width_of = partial(lettering.width_of, medium="page")
lines_of = partial(lettering.lines_of, medium="page")
written = partial(Label, medium="page")


def lettered_for_files(picture: Picture) -> Picture:
    """Return a picture laid out for a page in the wider font of files: all letters as much smaller as it takes for each label to keep its room."""
    labels = [one for one in picture.items if isinstance(one, Label)]
    room = [(wide, width_of_label(replace(one, medium="file"))) for one in labels if (wide := width_of_label(one))]
    by = min((one / other for one, other in room if other > one), default=1.0)

    def lettered(item: Item) -> Item:
        return replace(item, medium="file", size=item.size * by) if isinstance(item, Label) else item

    layers = (Layer(layer.id, tuple(_each(lettered, part) for part in layer.parts)) for layer in picture.layers)
    return replace(picture, layers=tuple(layers))


def _each(change: Callable[[Item], Item], part: Item | Sign) -> Item | Sign:
    return replace(part, items=tuple(map(change, part.items))) if isinstance(part, Sign) else change(part)
