"""What the tests of an issue at a glance and of one on a page of its own share: how each is made and drawn, and which names it must bear."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from parley.analysis.clusters import gathered
from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.analysis.overview import overview
from parley.analysis.voices import voices_of
from parley.dataset import Dataset, load
from parley.figures.glance_geometry import Glance, full_glance_of, glance_of
from parley.figures.palette import PARTY_COLOURS
from parley.figures.picture import Picture, Sign
from parley.model import Party
from parley.telling.glance import glance_lines, lines_in_focus
from tests.briefings import ARABIC, CHINESE, GERMAN, ROOT
from tests.figures.picturing import labels

UP_DOWN = {"a": "up", "b": "down"}
COLOURS = dict(zip("abcd", PARTY_COLOURS, strict=False))
GLANCE_WIDTHS, PAGE_WIDTHS = (300, 360, 560, 720, 1160, 1800), (320, 358, 560, 720, 1204, 1844)
DAYS = [date(2018, 4, 30), date(2018, 6, 2), date(2019, 1, 23)]
# Names as long as a file may have them, and of other scripts.
NAMES = ("None", "A promise in public without any sum and without a date by which it is to be kept", GERMAN, CHINESE, ARABIC, "x" * 90, "US$200 bn")


@cache
def shipped() -> Dataset:
    return load(ROOT / "positions" / "us-china-trade")


def glances(data: Dataset, as_of: date, cut: EvidenceCut = ALL_EVIDENCE, parties: Sequence[Party] | None = None) -> list[Glance]:
    """Return every issue at a glance, all parties shown unless some are named."""
    rows = overview(data, parties or data.negotiation.parties, as_of, cut)
    return [glance_of(row, [glance_lines(one, data) for one in row.positions], data.statement) for row in rows]


def full_glances(data: Dataset, as_of: date, cut: EvidenceCut = ALL_EVIDENCE, parties: Sequence[Party] | None = None) -> list[Glance]:
    """Return every issue as its page draws it, all parties shown unless some are named."""
    found = []
    for row in overview(data, parties or data.negotiation.parties, as_of, cut):
        shown = gathered(row, data.negotiation)
        found.append(full_glance_of(shown, lines_in_focus(shown, data), data.statement, voices_of(data, shown.alone.positions)))
    return found


def texts(picture: Picture) -> list[str]:
    return [one.whole for one in labels(picture)]


def signs_with(picture: Picture, ids: tuple[str, ...]) -> list[Sign]:
    return [one for one in picture.signs if one.ids == ids]
