"""The voices within a party's position: what each speaker says of a part, and the rule that made one position of them (method, section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal

from parley.analysis.aside import AsideKind
from parley.analysis.evidence import is_soft
from parley.analysis.leading import stated_place
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Span, threshold
from parley.analysis.positions import PARTS, Part, Position, heard, part_from
from parley.dates import grown_old
from parley.evidence import Evidence
from parley.model import DirectionWord, Party, Speaker, Statement
from parley.scales import Axis

RuleKind = Literal["adds_up", "adds_nothing", "kept_apart", "newest"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Voice:
    """What one speaker says of one part of a party's position, by that speaker's own statements alone.

    `key` is the letter by which a chart and a table name the speaker. `place` is where the part would stand if nobody else had spoken.
    `counts` says whether any of the statements carries the party's position, `is_stale` that the newest is older than evidence stays fresh.
    """

    key: str
    speaker: Speaker
    part: Part
    place: Span
    axis: Axis
    direction: DirectionWord | None
    statements: tuple[Statement, ...]
    counts: bool
    is_stale: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind the voice."""
        return tuple(sorted(one.id for one in self.statements))

    @property
    def newest(self) -> Statement:
        """Return the newest statement behind the voice."""
        return max(self.statements, key=lambda one: (one.day, one.id))

    @property
    def is_soft(self) -> bool:
        """Return whether all behind the voice only hints or implies."""
        committing = {self.speaker.id} if self.speaker.commits else set[str]()
        return all(is_soft(one, committing) for one in self.statements)


@dataclass(frozen=True)
class Rule:
    """The rule that made a part what it is: offers add up, the newest counts, or what was said at about one time is kept apart (rules 2 and 3).

    `together` is where the voices that count place the part, `fitted` where the other parts of the position move it, None where they do not;
    `window` counts the days that are about one time. `keeps_official` says that a voice which may not commit the party was set aside for that.
    """

    kind: RuleKind
    ids: tuple[str, ...]
    window: int
    together: Span
    fitted: Span | None
    keeps_official: bool


@dataclass(frozen=True)
class PartVoices:
    """The voices on one part of a position, where they name different places, and the rule that made the position what it is."""

    party: Party
    part: Part
    voices: tuple[Voice, ...]
    rule: Rule

    @property
    def is_official(self) -> bool:
        """Return whether any of the voices may commit the party."""
        return any(one.speaker.commits for one in self.voices)

    @property
    def is_surely_near(self) -> bool:
        """Return whether all that counts was surely said within the window.

        Of a statement known only to precede its report, nobody can say how long it had stood.
        """
        days = [statement.said for one in self.voices if one.counts for statement in one.statements]
        return all(one.earliest is not None and one.latest is not None and (one.latest - one.earliest).days <= self.rule.window for one in days)


def voices_of(dataset: Evidence, positions: Iterable[Position]) -> tuple[PartVoices, ...]:
    """Return the voices on every part of these positions of which a party's speakers say different things, what counts first.

    A part has voices only where at least two speakers name different places. A speaker keeps one letter through all parts.
    """
    keys, letters = dict[tuple[str, str], str](), _letters()
    found = []
    for position in positions:
        for part in PARTS:
            voices = _voices(dataset, position, part)
            if len({one.place for one in voices}) < 2:
                continue
            for one in voices:
                if (position.party.id, one.speaker.id) not in keys:
                    keys[position.party.id, one.speaker.id] = next(letters)
            lettered = tuple(replace(one, key=keys[position.party.id, one.speaker.id]) for one in voices)
            found.append(PartVoices(position.party, part, lettered, _rule(dataset, position, part, lettered)))
    return tuple(found)


def _letters() -> Iterator[str]:
    """Yield a, b, ... z, a2, b2, ..."""
    for number in count(1):
        yield from (f"{letter}{number if number > 1 else ''}" for letter in LETTERS)


def _voices(dataset: Evidence, position: Position, part: Part) -> list[Voice]:
    """Return what each speaker says of the part, without letters: what counts first, then the newest first."""
    by_speaker: dict[str, list[Statement]] = {}
    for one in heard(dataset, position, part):
        by_speaker.setdefault(one.speaker, []).append(one)
    voices = []
    for speaker, statements in by_speaker.items():
        alone = part_from(dataset, position, part, statements)
        place = threshold(alone.outcomes, position.direction)
        behind = tuple(one for one in statements if one.id in alone.ids)
        counts = any(one.id not in position.set_aside for one in behind)
        is_stale = grown_old(max(one.day for one in behind), position.as_of, dataset.negotiation.freshness_of(position.issue))
        speaker_of = position.party.speaker(speaker)
        voices.append(Voice("", speaker_of, part, place, position.axis, position.direction, behind, counts, is_stale))
    return sorted(voices, key=lambda one: (not one.counts, -one.newest.day.toordinal(), one.speaker.id))


def _rule(dataset: Evidence, position: Position, part: Part, voices: Sequence[Voice]) -> Rule:
    """Return which rule made the part what it is."""
    counting = [one for one in voices if one.counts]
    own = part_of(position, part)
    statements = [statement for one in counting for statement in one.statements]
    together = threshold(part_from(dataset, position, part, statements).outcomes, position.direction)
    ids = {one for voice in voices for one in voice.ids}
    fitted = stated_place(own, position) or together
    if fitted != together:
        ids.update(own.ids)
    return Rule(
        _kind_of_rule(part, counting, is_stated=own.is_stated),
        tuple(sorted(ids)),
        dataset.negotiation.conflict_window_of(position.issue),
        together,
        fitted if fitted != together else None,
        any(position.set_aside[one.newest.id].kind is AsideKind.MAY_NOT_COMMIT for one in voices if not one.counts),
    )


def _kind_of_rule(part: Part, counting: Sequence[Voice], *, is_stated: bool) -> RuleKind:
    if part == "offer":
        return "adds_up" if is_stated else "adds_nothing"
    return "kept_apart" if len({one.place for one in counting}) > 1 else "newest"
