"""A store as the dashboard has it open: the negotiations it holds, and those of them that somebody looks at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from parley.stored.negotiation import Stored
from parley.stored.tables import Head, Tables


class Archive:
    """The negotiations of one store."""

    def __init__(self, url: str) -> None:
        self._tables = Tables(url)

    def close(self) -> None:
        """Let the database go."""
        self._tables.close()

    def heads(self) -> Mapping[str, Head]:
        """Return what is told of each negotiation without opening it, by id."""
        return {one.id: one for one in self._tables.heads()}

    def opened(self, head: Head) -> Stored:
        """Return a negotiation."""
        return Stored(self._tables, head)

    def in_short(self, today: date) -> list[dict[str, Any]]:
        """Return what other programs are told of each negotiation before they ask for more of it."""
        return [_on(one, today) for more in self._tables.all_more() if (one := more["public"])]


def _on(public: Mapping[str, Any], today: date) -> dict[str, Any]:
    days = [day for day in public["days"] if day <= today.isoformat()]
    told = {name: value for name, value in public.items() if name != "days"}
    return {**told, "last_day": days[-1]} if days else told
