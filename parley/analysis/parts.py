"""One part of a position, the demand, the best offer, the stated limit or the measure taken: what it is made of, and what its rules need to know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from math import lcm
from typing import Literal

from parley.analysis.addressing import Governments
from parley.analysis.aside import Aside
from parley.analysis.outcomes import Outcomes, Span, exactly, outcomes_of
from parley.model import DirectionWord, Party, PlacedKind, Stage, Statement
from parley.scales import Axis

FlagKind = Literal["conflict", "incoherent", "stale"]
Part = Literal["demand", "offer", "limit", "measure"]
KIND_OF: Mapping[Part, PlacedKind] = {"demand": "demand", "limit": "red_line", "offer": "offer", "measure": "measure"}
PARTS: tuple[Part, ...] = tuple(KIND_OF)
SPOKEN: tuple[Part, ...] = ("demand", "limit", "offer")  # each bounds the next, stated or not


@dataclass(frozen=True)
class Flag:
    """Something a reader must know about a position: what, about which part, by which statements."""

    kind: FlagKind
    part: Part
    ids: tuple[str, ...]


@dataclass(frozen=True)
class PositionSet:
    """A party's demand, offer, limit or measure: its outcomes, whether it was stated, and the ids of the statements behind its ends.

    Where it was not stated, `ids` are the statements that bound it, and may be empty. `is_hint` says that all behind it only hint.
    `stage` is how far the newest measure behind it has come; None for what is no measure. `asked_of` are the governments that are asked to obtain
    all of it from others (rule 1a).
    """

    outcomes: Outcomes
    is_stated: bool
    ids: tuple[str, ...]
    is_hint: bool = False
    stage: Stage | None = None
    asked_of: tuple[Party, ...] = ()


@dataclass(frozen=True)
class Made:
    """What some statements of one kind make of a part: its set, and the flag where they conflict.

    `newest` is the newest day behind it and `behind` the ids of the statements behind it, where it is stated; `why_not` tells why one of
    the statements carries no part of it, or None where it does.
    """

    own: PositionSet
    newest: date | None = None
    behind: tuple[str, ...] = ()
    flag: Flag | None = None
    why_not: Callable[[Statement], Aside | None] = field(default=lambda _: None, compare=False)


@dataclass(frozen=True)
class Rules:
    """What the rules need to know of a party on an issue: the scale, what it wants, who may commit it, when statements conflict, and whom it may ask.

    `outcomes` keeps what each placement amounts to, and `unit` is a number that makes all of them whole, so that they are compared quickly.
    """

    axis: Axis
    direction: DirectionWord | None
    committing: frozenset[str]
    conflict_days: int
    governments: Governments = field(default_factory=dict)
    unit: int = 1
    outcomes: dict[str, Outcomes] = field(default_factory=dict, compare=False)

    @classmethod
    def over(
        cls,
        statements: Iterable[Statement],
        axis: Axis,
        direction: DirectionWord | None,
        committing: frozenset[str],
        conflict_days: int,
        governments: Governments,
    ) -> Rules:
        """Return the rules for these statements and no others."""
        rules = cls(axis, direction, committing, conflict_days, governments)
        if direction is None:
            return rules
        sets = [rules.outcomes_of(one) for one in statements if one.kind == "offer" and one.place.is_placed]
        ends = {end for one in sets for span in (one.lo, one.hi) for end in (span.low.denominator, span.high.denominator)}
        return cls(axis, direction, committing, conflict_days, governments, lcm(*ends), rules.outcomes)

    def outcomes_of(self, statement: Statement) -> Outcomes:
        """Return what a statement amounts to; its party must have a direction on the issue."""
        found = self.outcomes.get(statement.id)
        if found is None:
            assert self.direction is not None
            found = self.outcomes[statement.id] = outcomes_of(statement.place, self.axis, self.direction)
        return found

    @cached_property
    def unstated(self) -> PositionSet:
        """Return the set of a part of which nothing was stated."""
        return _unstated(self.axis, self.direction)


@lru_cache(maxsize=256)
def _unstated(axis: Axis, direction: DirectionWord | None) -> PositionSet:
    anywhere = Span(axis.bottom, axis.top)
    lo = exactly(axis.bottom) if direction == "down" else anywhere
    hi = exactly(axis.top) if direction == "up" else anywhere
    return PositionSet(Outcomes(lo, hi), is_stated=False, ids=())


def united(*groups: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of several groups in order, each once; each group is in order itself."""
    first, *others = [group for group in groups if group] or [()]
    # Mostly all are behind one and the same.
    if all(one is first or one == first for one in others):
        return tuple(first)
    return tuple(dict.fromkeys(sorted(chain(first, *others))))
