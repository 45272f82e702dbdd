"""Whether colours can be told from each other and from their page, also with the common colour blindnesses."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Three = tuple[float, float, float]
Matrix = tuple[Three, Three, Three]

# Full severity, on linear RGB: Machado, Oliveira & Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency".
BLINDNESS: Mapping[str, Matrix] = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TOLD_APART = 10.0  # four times the least difference that an eye sees
SHAPES = 3.0  # the contrast that WCAG 2.2 asks of shapes
LETTERS = 4.5  # and of small letters
_TO_XYZ: Matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE: Three = (0.95047, 1.0, 1.08883)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG defines it."""
    lights = sorted(sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), _linear(colour), strict=True)) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def difference(one: str, other: str, blindness: str) -> float:
    """Return the distance of two "#rrggbb" colours in CIE Lab, as an eye with this blindness sees them."""
    return math.dist(lab(one, blindness), lab(other, blindness))


def lab(colour: str, blindness: str) -> Three:
    """Return a colour, as an eye with this blindness sees it, in CIE Lab."""
    red, green, blue = _times(BLINDNESS[blindness], _linear(colour))
    xyz = _times(_TO_XYZ, (_within(red), _within(green), _within(blue)))
    fx, fy, fz = (one ** (1 / 3) if one > 216 / 24389 else (24389 / 27 * one + 16) / 116 for one in map(_share, xyz, _WHITE))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def told_apart(colours: Sequence[str], page: str, others: Sequence[str] = ()) -> tuple[str, ...]:
    """Return, in their order, those colours that stand out on a page, and that every eye tells from each other and from the `others`."""
    found: list[str] = []
    for one in colours:
        near = (difference(one, each, blindness) < TOLD_APART for each in (*others, *found) for blindness in BLINDNESS)
        if contrast(one, page) >= SHAPES and not any(near):
            found.append(one)
    return tuple(found)


def _linear(colour: str) -> Three:
    """Return a "#rrggbb" colour as linear red, green and blue between 0 and 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _within(part: float) -> float:
    return min(max(part, 0.0), 1.0)


def _share(part: float, white: float) -> float:
    return part / white


def _times(matrix: Matrix, vector: Three) -> Three:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
