"""The colours: legible on both pages, told apart with the common colour blindnesses, and the same for a party everywhere."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from parley.figures.palette import DARK_INK, DARK_PAGE, LIGHT_INK, LIGHT_PAGE, NEUTRAL, PARTY_COLOURS, faded, party_colours
from parley.figures.picture import PALER
from tests.making import ladder, quota

Three = tuple[float, float, float]
Matrix = tuple[Three, Three, Three]

# Full severity, on linear RGB: Machado, Oliveira & Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency".
BLINDNESS: dict[str, Matrix] = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ: Matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE: Three = (0.95047, 1.0, 1.08883)
TOLD_APART = 10.0  # four times the least difference that an eye sees
LEAST_CONTRAST, INK_CONTRAST = 3.5, 7.0
SHAPES = 3.0  # what WCAG 2.2 asks of shapes


def linear(colour: str) -> Three:
    """Return a "#rrggbb" colour as linear red, green and blue between 0 and 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in (red, green, blue))  # type: ignore[return-value]


def times(matrix: Matrix, vector: Three) -> Three:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)  # type: ignore[return-value]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG defines it."""
    lights = sorted(sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True)) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(colour: str, blindness: str) -> Three:
    """Return a colour, as an eye with this blindness sees it, in CIE Lab."""
    seen = tuple(min(max(one, 0.0), 1.0) for one in times(BLINDNESS[blindness], linear(colour)))
    x, y, z = (part / white for part, white in zip(times(TO_XYZ, seen), WHITE, strict=True))  # type: ignore[arg-type]
    fx, fy, fz = (one ** (1 / 3) if one > 216 / 24389 else (24389 / 27 * one + 16) / 116 for one in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: str, other: str, blindness: str) -> float:
    """Return the distance of two colours in CIE Lab."""
    return math.dist(lab(one, blindness), lab(other, blindness))


def test_the_measures_are_right() -> None:
    """Black on white has a contrast of 21, and is 100 away in Lab; no blindness changes a grey."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert difference("#000000", "#FFFFFF", "none") == pytest.approx(100, abs=0.01)
    for blindness in BLINDNESS:
        assert lab("#808080", blindness) == pytest.approx(lab("#808080", "none"), abs=0.1)


@pytest.mark.parametrize("page", [LIGHT_PAGE, DARK_PAGE])
@pytest.mark.parametrize("colour", PARTY_COLOURS)
def test_party_colours_stand_out_on_both_pages(colour: str, page: str) -> None:
    """One set serves the light and the dark page."""
    assert contrast(colour, page) >= LEAST_CONTRAST


@pytest.mark.parametrize("page", [LIGHT_PAGE, DARK_PAGE])
def test_the_neutral_grey_stands_out_on_both_pages(page: str) -> None:
    """The marks that belong to no party are seen as well."""
    assert contrast(NEUTRAL, page) >= SHAPES


def test_text_is_read_on_its_page() -> None:
    """Ink has the contrast that WCAG asks of text at its stricter level."""
    assert contrast(LIGHT_INK, LIGHT_PAGE) >= INK_CONTRAST
    assert contrast(DARK_INK, DARK_PAGE) >= INK_CONTRAST


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_first_six_parties_are_told_apart(blindness: str) -> None:
    """No two of the first six colours fall together, also with red, green or blue blindness; labels tell them apart besides."""
    closest = min(combinations(PARTY_COLOURS[:6], 2), key=lambda pair: difference(pair[0], pair[1], blindness))
    assert difference(closest[0], closest[1], blindness) >= TOLD_APART, closest


def test_a_party_s_colour_is_fixed_by_its_place_in_the_file() -> None:
    """The first party has the first colour; after the eighth the colours return."""
    names = [f"p{number}" for number in range(9)]
    colours = party_colours(quota(ladder(2), dict.fromkeys(names, "up")).negotiation)
    assert [colours[name] for name in names] == [*PARTY_COLOURS, PARTY_COLOURS[0]]
    assert len(set(PARTY_COLOURS)) == 8


def test_a_colour_fades_to_an_opacity() -> None:
    """Plotly and CSS both read the form."""
    assert faded("#2A78C8", 0.5) == "rgba(42,120,200,0.50)"


@pytest.mark.parametrize(("ink", "page"), [(LIGHT_INK, LIGHT_PAGE), (DARK_INK, DARK_PAGE)])
def test_a_paler_date_can_still_be_read(ink: str, page: str) -> None:
    """On either page it has the contrast that WCAG asks of small letters, and less than what stands before it."""
    mixed = (round(PALER * int(ink[at : at + 2], 16) + (1 - PALER) * int(page[at : at + 2], 16)) for at in (1, 3, 5))
    pale = contrast("#" + "".join(f"{one:02X}" for one in mixed), page)
    assert 4.5 < pale < contrast(ink, page)
