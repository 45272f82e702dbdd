"""A position told part by part: what a party asks, rules out and offers, from when, and by which statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.analysis.aside import UNHEARD, AsideKind
from parley.analysis.calendar import newest_of
from parley.analysis.leading import names_a_place
from parley.analysis.moves import part_of
from parley.analysis.outcomes import threshold
from parley.analysis.positions import KIND_OF, PARTS, Flag, Part, Position
from parley.dates import PartialDate
from parley.evidence import Evidence
from parley.model import Stage, Statement
from parley.telling.aside import left_out
from parley.telling.conditions import under_condition
from parley.telling.counting import counted
from parley.telling.evidence import newest_day, soft_ways
from parley.telling.places import place_of, standing
from parley.telling.said import Argument, Listed, Said, begun, bracketed, said, together
from parley.telling.terms import part_name, part_of_position

PartLineKind = Literal["demand", "limit", "offer", "measure", "threat", "unplaced", "no_evidence"]
Doing = Part | Stage | Literal["threat"]


@dataclass(frozen=True)
class PartLine:
    """One line of a position: of which kind, what the party does, what is told, the newest day behind it, tags, and the statements' ids.

    `unplaced` is a party that spoke and took no position, `no_evidence` one that has not spoken; neither does anything. What a party
    does with a measure depends on how far that has come.
    """

    kind: PartLineKind
    doing: Doing | None
    told: Argument
    newest: PartialDate | None
    tags: tuple[Said, ...]
    ids: tuple[str, ...]
    is_conditional: bool = False

    @property
    def label(self) -> Said | None:
        """Return what the party does; None where it does nothing."""
        return doing_told(self.doing) if self.doing else None

    @property
    def name(self) -> Said | None:
        """Return the part of the position by its name; what stands under a condition is none, and an offer under one not the best."""
        match self.kind:
            case "demand" | "limit" | "offer" | "measure":
                return part_name(self.kind) if self.is_conditional else part_of_position(self.kind)
        return None

    @property
    def heading(self) -> Said | None:
        """Return what stands over the line: the part; of a measure and of a threat what the party does; None where it does nothing."""
        named = self.name if self.name and self.kind != "measure" else self.label
        return begun(named) if named else None

    @property
    def aside(self) -> Listed | None:
        """Return the tags and the newest day; None where there is neither."""
        told: list[Argument] = [together(*self.tags, how="comma")] if self.tags else []
        told += [self.newest] if self.newest else []
        return together(*told, how="semicolon") if told else None

    @property
    def with_aside(self) -> Argument:
        """Return the line without its label: what is told, then tags and newest day in brackets."""
        return said("with-aside", place=self.told, aside=bracketed(self.aside)) if self.aside else self.told

    @property
    def labelled(self) -> Argument:
        """Return what is told after the label, without what stands in brackets."""
        return _labelled(self.label, self.told)

    @property
    def whole(self) -> Argument:
        """Return the whole line: label, what is told, and tags and newest day in brackets."""
        return _labelled(self.label, self.with_aside)


def doing_told(doing: Doing) -> Said:
    """Return what a party does with a part of its position."""
    return said("doing", doing=doing)


def tags_told(line: PartLine) -> Said | None:
    """Return the tags of a line in brackets; None where there are none."""
    return bracketed(together(*line.tags, how="comma")) if line.tags else None


def position_lines(position: Position, dataset: Evidence) -> tuple[PartLine, ...]:
    """Return a position line by line: demand, measure, stated limit, best offer, then what stands under a condition; or what is there instead."""
    order: tuple[Part, ...] = ("demand", "measure", "limit", "offer")
    found = [_part_line(position, part, dataset) for part in order if part_of(position, part).is_stated]
    found.extend(_conditional_line(part, one, position, dataset) for part in PARTS for one in position.conditional if one.kind == KIND_OF[part])
    return tuple(found) or _unplaced_lines(position, dataset)


def missing_part(part: Part, lines: Sequence[PartLine], position: Position, statements: Iterable[Statement]) -> Said | None:
    """Return what is there instead of a part that no line tells of: nothing held, why nothing of it counts, or that it counts under a condition only.

    `statements` is what anyone said on the issue; None where an unconditional line tells of the part.
    """
    own = [line for line in lines if line.kind == part]
    if any(not line.is_conditional for line in own):
        return None
    if own:
        return said("none-unconditional")
    of_part = [one for one in statements if one.party == position.party.id and one.kind == KIND_OF[part] and one.place.is_placed]
    if not of_part:
        return none_held()
    why = _left_out(position, of_part)
    return said("none-standing-because", why=why) if why else said("none-standing")


def disputed(position: Position, flag: Flag) -> Said:
    """Return whose demand, limit or offer is told in different ways, and between which places; or that an offer crosses the party's own limit."""
    if flag.kind == "incoherent":
        return said("offer-crosses-limit", flag.ids, party=position.party)
    place = standing(part_of(position, flag.part), position)
    return said("told-in-different-ways", flag.ids, part=part_name(flag.part), party=position.party, place=place)


def none_held() -> Said:
    """Return that nothing of a kind is held."""
    return said("none-held")


def no_evidence() -> Said:
    """Return that nothing is held of a party."""
    return said("no-evidence")


def _labelled(label: Said | None, told: Argument) -> Argument:
    return said("labelled", label=begun(label), told=told) if label else told


def _part_line(position: Position, part: Part, dataset: Evidence) -> PartLine:
    own = part_of(position, part)
    place: Argument = said("extent-not-stated")
    if names_a_place(own, position):
        place = standing(own, position)
        if part == "limit":
            place = _limit_place(place, position, is_exact=threshold(own.outcomes, position.direction).is_exact)
    statements = [*map(dataset.statement, own.ids)]
    flags = [said("flag", kind=flag.kind) for flag in position.flags if flag.part == part]
    return PartLine(part, own.stage or part, place, newest_day(statements), (*soft_ways(statements), *flags), own.ids)


def _limit_place(place: Argument, position: Position, *, is_exact: bool) -> Argument:
    """Return the place of a limit with the side that it refuses; a target refuses both."""
    if position.direction not in ("up", "down"):
        return place
    if is_exact:
        return said("limit-place", way=position.direction, place=place)
    return said("limit-within", way=position.direction, place=place, scale="ladder" if position.axis.is_ladder else "quantity")


def _conditional_line(part: Part, statement: Statement, position: Position, dataset: Evidence) -> PartLine:
    place, at = place_of(statement, dataset), statement.place
    if at.unknown is not None:
        place = said("extent-not-stated")
    elif part == "limit" and not at.strict:
        place = _limit_place(place, position, is_exact=at.at is not None)
    tags = (*soft_ways([statement]), said("conditional"))
    return PartLine(part, part, under_condition(place, statement), statement.said, tags, (statement.id,), is_conditional=True)


def _left_out(position: Position, statements: Iterable[Statement]) -> Listed | None:
    return left_out(position.set_aside[one.id] for one in statements if one.id in position.set_aside)


def _unplaced_lines(position: Position, dataset: Evidence) -> tuple[PartLine, ...]:
    spoken = [one for one in dataset.statements_of(position.party.id, position.issue.id) if one.day <= position.as_of]
    heard = [one for one in spoken if position.set_aside[one.id].kind not in UNHEARD]
    threats = [one for one in heard if one.kind == "threat" and one.place.is_placed]
    if threats:
        # Where no day tells which is newest, all that may be are shown.
        return tuple(
            PartLine("threat", "threat", under_condition(place_of(one, dataset), one), one.said, (), (one.id,)) for one in newest_of(threats)
        )
    if spoken:
        statements = counted(len(spoken), "statements")
        why = _left_out(position, spoken)
        told = said("no-ask-because", why=why) if why else said("no-ask-stated", statements=statements)
        if why and not heard:
            is_cut = all(position.set_aside[one.id].kind is AsideKind.CUT for one in spoken)
            told = said("all-left-out", statements=statements) if is_cut else begun(why)
        return (PartLine("unplaced", None, told, newest_day(spoken), (), tuple(one.id for one in spoken)),)
    return (PartLine("no_evidence", None, no_evidence(), None, (), ()),)
