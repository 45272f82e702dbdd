"""The questions that everything computed asks of the evidence on one negotiation, whatever keeps it: a folder of files, or a store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from parley.model import Negotiation, Source, Statement
from parley.scales import Axis
from parley.searching import Finds, LetsIn


class Evidence(Protocol):
    """One negotiation with what was said in it, and where. It never changes.

    Nobody outside goes through all statements: each question is answered by whoever keeps them, as quickly as it can be there. Several
    statements come in the order in which they are held, unless another is named.
    """

    @property
    def negotiation(self) -> Negotiation:
        """Return the parties, issues and events."""

    @property
    def version(self) -> str:
        """Return a short text that differs wherever anything that is held does."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Return the documents by id."""

    @property
    def cited(self) -> Mapping[str, Source]:
        """Return the documents that a statement or an event names, by id."""

    @property
    def axes(self) -> Mapping[str, Axis]:
        """Return the axis of each issue's scale by issue id."""

    @property
    def count(self) -> int:
        """Return how many statements are held."""

    def statement(self, key: str) -> Statement:
        """Return the statement with this id; raise KeyError where none is held."""

    def holds(self, key: str) -> bool:
        """Return whether a statement with this id is held."""

    def source_of(self, statement: Statement) -> Source | None:
        """Return the document that tells of a statement; None where none does."""

    def statements_of(self, party: str, issue: str) -> tuple[Statement, ...]:
        """Return what `party` said on `issue`, oldest first."""

    def about(
        self, *, issues: Collection[str] | None = None, parties: Collection[str] | None = None, until: date | None = None
    ) -> tuple[Statement, ...]:
        """Return what these parties said on these issues by a day; what is not given is not asked for."""

    def taken_from(self, source: str) -> tuple[Statement, ...]:
        """Return the statements that a document holds."""

    def found(self, words: str, until: date | None = None, lets_in: LetsIn | None = None) -> Finds:
        """Return what holds every word of a text, the last of which may be half typed: of all that was said by a day and is let in."""

    def newest(self, ids: Iterable[str], most: int) -> tuple[str, ...]:
        """Return the ids of so many of some statements, the newest first; of one day the last by id."""

    @property
    def superseding(self) -> Mapping[str, tuple[Statement, ...]]:
        """Return, by the id of each superseded statement, those that supersede it."""

    @property
    def ending(self) -> tuple[Statement, ...]:
        """Return the statements that run out or were taken back."""

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days on which something was said, oldest first."""

    @property
    def counted_by_day(self) -> Mapping[date, tuple[int, int]]:
        """Return how many statements were said on each day, and of how many it is only the last possible one, oldest day first."""

    def said_on(self, day: date) -> tuple[Statement, ...]:
        """Return what was said on a day."""

    def last_day(self, today: date) -> date:
        """Return the last day on which anything was said by `today`, else the last at all; raise ValueError where nothing ever was."""

    def dated_between(self, since: date, until: date) -> tuple[Statement, ...]:
        """Return what may have been published, taken back or in force for the last time on one of these days, or was said by one at the latest."""

    def beyond(self, other: Evidence) -> tuple[Statement, ...]:
        """Return the statements that the other does not hold."""

    def otherwise_in(self, other: Evidence) -> tuple[tuple[Statement, Statement], ...]:
        """Return the statements that the other holds, too, but not as they are here: each as it is here, and as it is there."""

    def without(self, statement_ids: Iterable[str]) -> Evidence:
        """Return the evidence as if these statements had never been found."""

    def altered(self, changes: Mapping[str, Mapping[str, object]]) -> Evidence:
        """Return the evidence with some fields of some statements, by id, as given; to ask what would hold if they were so."""

    @property
    def worked_out(self) -> dict[tuple[str, ...], Any]:
        """Return what was worked out of the evidence and is kept as long as it is; anyone may add to it.

        A key ends in the ids of a party and an issue, and what is kept rests on what that party said on that issue and nothing else said.
        """
