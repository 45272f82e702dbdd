"""A position in words, part by part: what a party asks, rules out and offers, from when, and by which statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.analysis.calendar import newest_of
from parley.analysis.overview import counted
from parley.analysis.positions import KIND_OF, Flag, Part, Position, PositionSet
from parley.analysis.telling import newest_words, soft_words
from parley.analysis.wording import bare, names_a_place, quoted_place, set_words, threshold
from parley.dataset import Dataset
from parley.model import Statement

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
    """Return a position line by line: demand, stated limit, best offer, offers under a condition; or what is there instead."""
    parts: tuple[tuple[Part, PositionSet], ...] = (("demand", position.demand), ("limit", position.limit), ("offer", position.offer))
    found = [_part_line(position, part, own, dataset) for part, own in parts if own.is_stated]
    found.extend(_conditional_line(one, dataset) for one in position.conditional)
    return tuple(found) or _unplaced_lines(position, dataset)


def _part_line(position: Position, part: Part, own: PositionSet, dataset: Dataset) -> PartLine:
    words = set_words(own, position) if names_a_place(own, position) else "extent not stated"
    if part == "limit" and names_a_place(own, position):
        direction = {"up": "at least ", "down": "at most "}.get(position.direction or "", "")
        is_exact = threshold(own.outcomes, position.direction).is_exact
        words = direction + ("from " if direction and not is_exact else "") + words
    statements = [dataset.statement_by_id[one] for one in own.ids]
    tags = (*soft_words(statements), *(FLAG_WORDS[flag.kind] for flag in _flags(position, part)))
    # A measure in force is not asked for: it stands.
    holds = part == "demand" and bool(statements) and all(one.conveyance == "enacted" for one in statements)
    return PartLine(part, "holds" if holds else PART_WORDS[part], words, newest_words(statements), tags, own.ids)


def _flags(position: Position, part: Part) -> Sequence[Flag]:
    return [flag for flag in position.flags if flag.part == part]


def _conditional_line(offer: Statement, dataset: Dataset) -> PartLine:
    assert offer.condition is not None
    words = f"{quoted_place(offer, dataset)}, if {offer.condition.says}"
    return PartLine("offer", PART_WORDS["offer"], words, newest_words([offer]), ("conditional",), (offer.id,))


def missing_words(part: Part, lines: Sequence[PartLine], said: Iterable[Statement]) -> str:
    """Return what is there instead of a part that no line tells of: nothing was said, nothing said counts, or it counts under a condition only.

    `said` is what the party said on the issue; empty where an unconditional line tells of the part.
    """
    own = [line for line in lines if line.told == part]
    if any("conditional" not in line.tags for line in own):
        return ""
    if own:
        return ONLY_CONDITIONAL
    return NOT_STANDING if any(one.kind == KIND_OF[part] and one.place.is_placed for one in said) else NOT_HELD


def _unplaced_lines(position: Position, dataset: Dataset) -> tuple[PartLine, ...]:
    said = [one for one in dataset.statements_of(position.party.id, position.issue.id) if one.day <= position.as_of]
    threats = [one for one in said if one.kind == "threat" and one.place.is_placed]
    if threats:
        # Where no day tells which is newest, all that may be are shown.
        newest = newest_of(threats)
        return tuple(PartLine("threat", "threatens", quoted_place(one, dataset), newest_words([one]), (), (one.id,)) for one in newest)
    if said:
        words = f"No position ({counted(len(said), 'statement')})"
        return (PartLine("unplaced", "", words, newest_words(said), (), tuple(one.id for one in said)),)
    return (PartLine("no_evidence", "", NO_EVIDENCE, "", (), ()),)
