"""The colours: legible on both pages, told apart with the common colour blindnesses, and the same for a party everywhere."""

from __future__ import annotations

from itertools import combinations

import pytest

from parley.figures.palette import DARK_INK, DARK_PAGE, LIGHT_INK, LIGHT_PAGE, NEUTRAL, PARTY_COLOURS, faded, party_colours
from parley.figures.picture import PALER
from parley.figures.telling_apart import BLINDNESS, SHAPES, TOLD_APART, contrast, difference, lab, told_apart
from tests.making import ladder, quota

LEAST_CONTRAST, INK_CONTRAST = 3.5, 7.0


def test_the_measures_are_right() -> None:
    """Black on white has a contrast of 21, and is 100 away in Lab; no blindness changes a grey."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert difference("#000000", "#FFFFFF", "none") == pytest.approx(100, abs=0.01)
    for blindness in BLINDNESS:
        assert lab("#808080", blindness) == pytest.approx(lab("#808080", "none"), abs=0.1)


def test_colours_are_taken_while_every_eye_tells_them_apart() -> None:
    """A pale one is lost on the page, and a red beside its green with red or green blindness; their order is kept."""
    assert told_apart(["#FFFFCC", "#2A78C8", "#C64E18", "#2A79C9"], "#FFFFFF") == ("#2A78C8", "#C64E18")
    assert told_apart(["#7C8086", "#2A78C8"], "#FFFFFF", ["#7C8086"]) == ("#2A78C8",)
    assert difference("#A87E3C", "#6C8420", "none") > TOLD_APART > difference("#A87E3C", "#6C8420", "deuteranopia")
    assert told_apart(["#A87E3C", "#6C8420"], "#FFFFFF") == ("#A87E3C",)


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
