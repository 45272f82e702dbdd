"""The spots of a picture: where each of its signs lies, what it is, who said it and when, and the statements that it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from parley.figures.areas import Area, around
from parley.figures.picture import Picture, Sign
from parley.model import Statement
from parley.telling.said import said
from parley.words import say

MOST_CITED = 3  # statements that are told beside a mark; the others are counted

Cite = Callable[[Statement], str]


@dataclass(frozen=True)
class Spot:
    """What answers in a picture: the areas in which it lies, its words, who said it, and the statements' ids.

    A band has the areas of its two edges.
    """

    areas: tuple[Area, ...]
    words: str
    said: tuple[str, ...]
    ids: tuple[str, ...]


class Citing:
    """How a spot tells of its statements: the newest first, at `most` so many of them, and how many there are besides.

    `statement` returns the one with an id.
    """

    def __init__(self, statement: Callable[[str], Statement], cite: Cite, most: int | None = MOST_CITED) -> None:
        self.statement, self.cite, self.most = statement, cite, most
        self._told: dict[str, str] = {}

    def newest_first(self, ids: Iterable[str]) -> list[Statement]:
        """Return the statements with these ids, the newest first."""
        return sorted(map(self.statement, ids), key=lambda one: (one.day, one.id), reverse=True)

    def lines(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return who said it, on whose word, when and in which document, a line for each statement."""
        held = self.newest_first(ids)
        told = [self._cited(one) for one in held[: self.most]]
        more = len(held) - len(told)
        return (*told, say(said("more-besides", more=more))) if more else tuple(told)

    def _cited(self, one: Statement) -> str:
        # Several marks rest on one statement.
        return self._told.get(one.id) or self._told.setdefault(one.id, self.cite(one))


def spots_of(picture: Picture, citing: Citing) -> tuple[Spot, ...]:
    """Return the spots of a picture in reading order; signs at one place are one spot, for a pointer could not tell them apart."""
    found = []
    for placed in places_of(picture):
        signs = [sign for _, sign in placed]
        ids = tuple(dict.fromkeys(key for one in signs for key in one.ids))
        words = "; ".join(dict.fromkeys(one.words for one in signs))
        found.append(Spot(tuple(around(one.items) for one in signs), words, citing.lines(ids), ids))
    return tuple(found)


def places_of(picture: Picture) -> Iterator[list[tuple[str, Sign]]]:
    """Yield the signs of a picture in reading order, those at one place together, each with the id of its layer."""
    signs = [(layer.id, part) for layer in picture.layers for part in layer.parts if isinstance(part, Sign)]
    for _, group in groupby(sorted(signs, key=lambda one: one[1].turn), key=lambda one: one[1].turn):
        yield list(group)
