"""Where a party stands on an issue on a date, as a value: demand inside offer inside limit, what it rests on, and what is kept apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from parley.analysis.aside import UNHEARD, Aside
from parley.analysis.parts import PARTS, SPOKEN, Flag, Part, PositionSet, united
from parley.model import DirectionWord, Issue, Party, Statement
from parley.scales import Axis


@dataclass(frozen=True)
class Position:
    """Where a party stands on an issue on a date: demand inside offer inside limit, and the measure taken, with what each rests on.

    `conditional` are the demands, limits and offers that stand under a condition, `hints` those by speakers who may not commit the party, where
    others count, and `counting` gives the same position with some of them. `only_hints` says that hints alone make the position (rule 4a).
    `own` holds the parts as their own statements make them, before they are fitted to each other (rule 6a).
    `set_aside` tells, by statement id, why a statement of the party on the issue carries no part of the position.
    """

    party: Party
    issue: Issue
    axis: Axis
    direction: DirectionWord | None
    as_of: date
    demand: PositionSet
    offer: PositionSet
    limit: PositionSet
    measure: PositionSet
    flags: tuple[Flag, ...] = ()
    conditional: tuple[Statement, ...] = ()
    hints: tuple[Statement, ...] = ()
    only_hints: bool = False
    own: Mapping[Part, PositionSet] = field(default_factory=dict)
    set_aside: Mapping[str, Aside] = field(default_factory=dict)
    counting: Callable[[Sequence[Statement]], Position] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def with_conditions(self) -> Position | None:
        """Return the same position counting all that stands under a condition, None where nothing does."""
        return self.counting(self.conditional) if self.counting and self.conditional else None

    @cached_property
    def with_hints(self) -> Position | None:
        """Return the same position counting what is only hinted, too, None where nothing is, or nothing else counts."""
        return self.counting(self.hints) if self.counting and self.hints else None

    @cached_property
    def with_each(self) -> tuple[Position, ...]:
        """Return, for each of the statements under a condition in turn, the position that counts it alone."""
        return tuple(self.counting((one,)) for one in self.conditional) if self.counting else ()

    @property
    def is_evidenced(self) -> bool:
        """Return whether any demand, offer or limit was stated without a condition, or a measure taken."""
        return self.demand.is_stated or self.offer.is_stated or self.limit.is_stated or self.measure.is_stated

    @cached_property
    def has_spoken(self) -> bool:
        """Return whether the party had said anything of its own on the issue by then, in the evidence shown."""
        return self.is_evidenced or any(one.kind not in UNHEARD for one in self.set_aside.values())

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Return the ids of what is behind the position; where it is nothing, of all that the party said of its own in the evidence shown."""
        return self.ids or tuple(sorted(key for key, one in self.set_aside.items() if one.kind not in UNHEARD))

    @property
    def asked(self) -> PositionSet:
        """Return what stands for the demand in a gap: a measure where the party asks for nothing, which bounds no offer and no limit."""
        return self.measure if self.measure.is_stated and not self.demand.is_stated else self.demand

    @property
    def on_table(self) -> PositionSet:
        """Return the best that the party has put on the table: its offer, and where it asks and offers nothing the measure that it has taken."""
        return self.asked if self.asked.stage is not None and not self.offer.is_stated else self.offer

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements behind the position, each once."""
        return united(self.demand.ids, self.offer.ids, self.limit.ids, self.measure.ids)

    @property
    def told(self) -> tuple[Part, ...]:
        """Return the parts of which there is something to tell: those that bound each other, stated or not, and a measure that was taken."""
        return PARTS if self.measure.is_stated else SPOKEN

    @property
    def parts(self) -> tuple[PositionSet, PositionSet, PositionSet, PositionSet, tuple[Flag, ...]]:
        """Return demand, offer, limit and measure with their flags: all on which a gap rests."""
        return self.demand, self.offer, self.limit, self.measure, self.flags

    def as_stated(self, part: Part) -> PositionSet:
        """Return a part as its own statements make it, whatever follows for it from the other parts (rule 6a)."""
        return self.own[part]

    def flags_of(self, part: Part) -> tuple[Flag, ...]:
        """Return the flags on one part."""
        return tuple(flag for flag in self.flags if flag.part == part)


def replaced_by(position: Position, statement_id: str) -> tuple[str, ...]:
    """Return the ids of the statements that replace this one in the position; none where it counts, or does not for another reason."""
    reason = position.set_aside.get(statement_id)
    return reason.by if reason else ()
