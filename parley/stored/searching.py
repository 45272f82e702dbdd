"""A search of a negotiation in a store: the words are known here, and what holds them is found by the database."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple, cast

from parley.indexing import Index, Whose
from parley.model import Negotiation, Source, Statement
from parley.searching import Find, Finds, LetsIn, Term, words_of
from parley.stored.tables import Tables


class _Light(NamedTuple):
    """Of a statement what a search needs to tell of it."""

    place: int
    id: str
    party: str
    issue: str
    speaker: str
    source: str | None
    attribution: str | None
    conveyance: str | None
    day: date

    def shares(self) -> tuple[Whose, ...]:
        """Return what it has in common with others by which it may be found."""
        return ("party", self.party), ("speaker", self.party, self.speaker), ("issue", self.issue), ("source", self.source or "")


class StoredIndex(Index):
    """The words of one negotiation in a store, which has the rows of its statements."""

    def __init__(self, tables: Tables, number: int, negotiation: Negotiation, sources: Mapping[str, Source]) -> None:
        super().__init__(negotiation, (), sources, Counter(dict(tables.words(number))))
        self._tables, self._number = tables, number
        self._issues = {one.id: place for place, one in enumerate(negotiation.ordered_issues)}
        self._parties = {one.id: place for place, one in enumerate(negotiation.parties)}

    def found(self, text: str, until: date | None = None, lets_in: LetsIn | None = None) -> Finds:
        """Return what holds every word of a text, the last of which may be half typed: of all that was said by a day and is let in."""
        words = list(dict.fromkeys(words_of(text)))
        if not words:
            return Finds()
        with self._lock:
            sought = self._sought(words)
            if not sought.terms:
                return sought
            asked = [(term, self._whose_hold(term)) for term in sought.terms]
            rows = self._holding_all(sought.terms)
        held = [_Light(*row) for row in self._tables.holding(self._number, asked)]
        said = held if until is None else [one for one in held if one.day <= until]
        # A cut looks at nothing but attribution and conveyance.
        shown = said if lets_in is None else [one for one in said if lets_in(cast("Statement", one))]
        ordered = sorted(shown, key=lambda one: (self._issues[one.issue], self._parties[one.party], -one.day.toordinal()))
        issues = tuple((issue, tuple(one.id for one in several)) for issue, several in groupby(ordered, lambda one: one.issue))
        others = tuple(self._with_behind(rows, ordered))
        return replace(sought, issues=issues, others=others, later=len(held) - len(said), left_out=len(said) - len(shown))

    def _whose_hold(self, term: Term) -> list[Whose]:
        """Return of which statements the things hold that a term names."""
        return [self._whose[row] for row in self._holding_all([term]) if row in self._whose]

    def _with_behind(self, rows: Iterable[int], shown: Sequence[_Light]) -> Iterator[Find]:
        finds = {row: self._finds[row] for row in rows if row in self._finds}
        behind: dict[Whose, list[str]] = defaultdict(list)
        for one in shown if finds else ():
            for whose in one.shares():
                behind[whose].append(one.id)
        for row, find in finds.items():
            yield replace(find, behind=tuple(behind.get(self._whose.get(row, ()), ())))

    def _is_held(self, term: Term) -> bool:
        return super()._is_held(term) or self._tables.is_held(self._number, term)


def words_kept(index: Index) -> list[dict[str, Any]]:
    """Return the words of a negotiation as a store keeps them."""
    return [{"place": place, "word": word, "times": times} for place, (word, times) in enumerate(index.counts.items())]
