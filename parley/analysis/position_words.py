"""A position in words, part by part: what a party asks, rules out and offers, from when, and by which statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.analysis.aside import left_out_words
from parley.analysis.calendar import newest_of
from parley.analysis.conditions import under_condition
from parley.analysis.leading import names_a_place
from parley.analysis.outcomes import threshold
from parley.analysis.positions import KIND_OF, PARTS, Flag, Part, Position, PositionSet
from parley.analysis.telling import newest_words, soft_words
from parley.analysis.wording import bare, quoted_place, set_words
from parley.dataset import Dataset
from parley.model import Statement
from parley.numbers import counted

Told = Literal["demand", "limit", "offer", "threat", "unplaced", "no_evidence"]
PART_WORDS: Mapping[Part, str] = {"demand": "asks", "limit": "limit", "offer": "offers"}
FLAG_WORDS = {"conflict": "accounts differ", "incoherent": "crosses its own limit", "stale": "stale"}
NO_EVIDENCE = "No evidence"
NOT_HELD, NOT_STANDING, ONLY_CONDITIONAL = (
    "None in the sources held",
    "None standing in the evidence shown",
    "None without a condition in the evidence shown",
)


@dataclass(frozen=True)
class PartLine:
    """One line of a position: what is told, its label ("asks"), the place in words, the newest date behind it, tags, and the statements' ids.

    `quoted` is the place as it stands in a sentence, where the name of a rung needs quotation marks. `unplaced` is a party that
    spoke and took no position, `no_evidence` one that has not spoken.
    """

    told: Told
    label: str
    quoted: str
    newest: str
    tags: tuple[str, ...]
    ids: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return the place in words, as it stands by itself."""
        return bare(self.quoted)

    @property
    def text(self) -> str:
        """Return the line without its label: "“Rung 5” (hint, stale; 2 May 2018)"."""
        aside = "; ".join(filter(None, (", ".join(self.tags), self.newest)))
        return f"{self.quoted} ({aside})" if aside else self.quoted


def position_lines(position: Position, dataset: Dataset) -> tuple[PartLine, ...]:
    """Return a position line by line: demand, stated limit, best offer, then what stands under a condition; or what is there instead."""
    parts: tuple[tuple[Part, PositionSet], ...] = (("demand", position.demand), ("limit", position.limit), ("offer", position.offer))
    found = [_part_line(position, part, own, dataset) for part, own in parts if own.is_stated]
    found.extend(_conditional_line(part, one, position, dataset) for part in PARTS for one in position.conditional if one.kind == KIND_OF[part])
    return tuple(found) or _unplaced_lines(position, dataset)


def _part_line(position: Position, part: Part, own: PositionSet, dataset: Dataset) -> PartLine:
    words = set_words(own, position) if names_a_place(own, position) else "extent not stated"
    if part == "limit" and names_a_place(own, position):
        words = _limit_words(words, position, is_exact=threshold(own.outcomes, position.direction).is_exact)
    statements = [dataset.statement_by_id[one] for one in own.ids]
    tags = (*soft_words(statements), *(FLAG_WORDS[flag.kind] for flag in _flags(position, part)))
    # A measure in force is not asked for: it stands.
    holds = part == "demand" and bool(statements) and all(one.conveyance == "enacted" for one in statements)
    return PartLine(part, "holds" if holds else PART_WORDS[part], words, newest_words(statements), tags, own.ids)


def _flags(position: Position, part: Part) -> Sequence[Flag]:
    return [flag for flag in position.flags if flag.part == part]


def _limit_words(words: str, position: Position, *, is_exact: bool) -> str:
    """Return the place of a limit with the side that it refuses: "at least 15 %", "at most from 10 to 15 %"."""
    direction = {"up": "at least ", "down": "at most "}.get(position.direction or "", "")
    return direction + ("from " if direction and not is_exact else "") + words


def _conditional_line(part: Part, statement: Statement, position: Position, dataset: Dataset) -> PartLine:
    words, place = quoted_place(statement, dataset), statement.place
    if place.unknown is not None:
        words = "extent not stated"
    elif part == "limit" and not place.strict:
        words = _limit_words(words, position, is_exact=place.at is not None)
    tags = (*soft_words([statement]), "conditional")
    return PartLine(part, PART_WORDS[part], under_condition(words, statement), newest_words([statement]), tags, (statement.id,))


def missing_words(part: Part, lines: Sequence[PartLine], position: Position, said: Iterable[Statement]) -> str:
    """Return what is there instead of a part that no line tells of: nothing held, why nothing of it counts, or that it counts under a condition only.

    `said` is what anyone said on the issue; empty where an unconditional line tells of the part.
    """
    own = [line for line in lines if line.told == part]
    if any("conditional" not in line.tags for line in own):
        return ""
    if own:
        return ONLY_CONDITIONAL
    of_part = [one for one in said if one.party == position.party.id and one.kind == KIND_OF[part] and one.place.is_placed]
    if not of_part:
        return NOT_HELD
    why = _left_out_words(position, of_part)
    return f"None standing: {why}" if why else NOT_STANDING


def _left_out_words(position: Position, said: Iterable[Statement]) -> str:
    return left_out_words(position.set_aside[one.id] for one in said if one.id in position.set_aside)


def _unplaced_lines(position: Position, dataset: Dataset) -> tuple[PartLine, ...]:
    said = [one for one in dataset.statements_of(position.party.id, position.issue.id) if one.day <= position.as_of]
    threats = [one for one in said if one.kind == "threat" and one.place.is_placed]
    if threats:
        # Where no day tells which is newest, all that may be are shown.
        newest = newest_of(threats)
        places = {one.id: under_condition(quoted_place(one, dataset), one) for one in newest}
        return tuple(PartLine("threat", "threatens", places[one.id], newest_words([one]), (), (one.id,)) for one in newest)
    if said:
        why = _left_out_words(position, said)
        words = f"No position: {why}" if why else f"No position ({counted(len(said), 'statement')})"
        return (PartLine("unplaced", "", words, newest_words(said), (), tuple(one.id for one in said)),)
    return (PartLine("no_evidence", "", NO_EVIDENCE, "", (), ()),)
