"""The ways from slides to single statements on the dashboard: behind what is told as a small sign, and from the marks of a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from parley.exports.cited import MOST_CITED
from parley.exports.live_links import statement_link
from parley.exports.slide_text import ACCENT, Words
from parley.telling.briefing import Briefing

SIGN = "\u2060↗"  # never at the beginning of a line


class Ways:
    """Leads from what rests on statements to the newest of them; nowhere where no dashboard is named."""

    def __init__(self, briefing: Briefing, link: str) -> None:
        self.briefing, self.link = briefing, link
        self._address = cache(lambda key: statement_link(briefing, link, key))

    def newest(self, ids: Iterable[str]) -> str:
        """Return the id of the newest of some statements; empty where there is none, or where no way leads to it."""
        return max(ids, key=lambda one: self.briefing.dataset.statement(one).day, default="") if self.link else ""

    def address(self, key: str) -> str:
        """Return the address of a statement on the dashboard."""
        return self._address(key)

    def behind(self, ids: Sequence[str]) -> tuple[Words, ...]:
        """Return the sign that stands behind what rests on these statements; nothing where they are too many, or no way leads to them."""
        key = self.newest(ids) if len(ids) <= MOST_CITED else ""
        return (Words(SIGN, colour=ACCENT, link=self.address(key), tip=key),) if key else ()
