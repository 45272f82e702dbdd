"""Named colours: one per party, the same everywhere, told apart with common colour blindness and legible on light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from parley.model import Negotiation

# Mid-tones: each has a contrast of at least 3.5 to 1 against both page backgrounds, so one set serves both themes; with red, green
# or blue blindness the first six stay apart (both tested).
PARTY_COLOURS: tuple[str, ...] = ("#2A78C8", "#C64E18", "#9660A8", "#127E6C", "#A87E3C", "#D25A8A", "#64798F", "#6C8420")
NEUTRAL = "#7C8086"
LIGHT_PAGE, DARK_PAGE = "#FCFBF8", "#15181D"
LIGHT_INK, DARK_INK = "#1B1F24", "#ECEAE4"  # text on the light and on the dark page
Theme = Literal["light", "dark"]
INKS: Mapping[str, str] = {"light": LIGHT_INK, "dark": DARK_INK}


def party_colours(negotiation: Negotiation) -> Mapping[str, str]:
    """Return the colour of each party by id, fixed by the order of parties in the file; colours return after the eighth."""
    return {party.id: PARTY_COLOURS[number % len(PARTY_COLOURS)] for number, party in enumerate(negotiation.parties)}


def faded(colour: str, share: float) -> str:
    """Return a "#rrggbb" colour at an opacity between 0 and 1, as plotly and CSS write it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:.2f})"
