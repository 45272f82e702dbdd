"""The theme of a template: its page, its colours and its letters, and which of its colours can stand for parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from parley.figures.palette import NEUTRAL
from parley.figures.telling_apart import told_apart
from parley.model import Party

_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
# How much wider than Arial the letters of a font are; of one that is not named here a little is taken for granted.
_WIDTHS: Mapping[str, float] = {
    "arial": 1, "arial narrow": 0.82, "helvetica": 1, "liberation sans": 1, "calibri": 0.92, "calibri light": 0.92, "carlito": 0.92, "aptos": 1,
    "aptos display": 1, "cambria": 0.97, "times new roman": 0.92, "garamond": 0.87, "georgia": 1.03, "segoe ui": 1.01, "tahoma": 1.03,
    "trebuchet ms": 1.01, "verdana": 1.18, "century gothic": 1.1, "open sans": 1.08, "source sans pro": 0.93, "roboto": 1.01, "lato": 0.98,
}  # fmt: skip
_UNKNOWN = 1.08


@dataclass(frozen=True)
class Theme:
    """The page, the accents in their order, and the font of running text."""

    page: str
    accents: tuple[str, ...]
    font: str

    @property
    def letters(self) -> float:
        """Return how much wider than Arial its letters are."""
        return _WIDTHS.get(self.font.lower(), _UNKNOWN)

    @cached_property
    def colours(self) -> tuple[str, ...]:
        """Return those of its accents that stand out on its page and are told from each other."""
        return told_apart(self.accents, self.page, [NEUTRAL])

    def party_colours(self, parties: Sequence[Party]) -> Mapping[str, str] | None:
        """Return a colour of the theme for each party, by id; None where it has too few that differ enough to be told apart."""
        return {one.id: colour for one, colour in zip(parties, self.colours, strict=False)} if len(self.colours) >= len(parties) else None


def theme_of(blob: bytes, page: str = "lt1") -> Theme:
    """Return a theme as its file tells it; `page` is which of its colours lies behind everything."""
    root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    scheme = root.find(f"{_MAIN}themeElements/{_MAIN}clrScheme")
    colours = {etree.QName(one).localname: _colour(one) for one in scheme} if scheme is not None else {}
    font = root.find(f"{_MAIN}themeElements/{_MAIN}fontScheme/{_MAIN}minorFont/{_MAIN}latin")
    accents = tuple(colours[one] for one in ACCENTS if colours.get(one))
    return Theme(colours.get(page) or "#FFFFFF", accents, font.get("typeface", "") if font is not None else "")


def _colour(one: etree._Element) -> str:
    value = next((each.get("lastClr") or each.get("val", "") for each in one), "")
    return f"#{value.upper()}" if len(value) == 6 and set(value.upper()) <= set("0123456789ABCDEF") else ""
