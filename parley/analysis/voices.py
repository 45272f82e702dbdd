"""Where a party's speakers differ: what each says of a demand, limit or offer, and by which rule the position is what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.analysis.evidence import EvidenceCut
from parley.analysis.moves import KINDS, PARTS, part_of
from parley.analysis.outcomes import Span
from parley.analysis.positions import NOT_ENTITLED, Part, Position, live_statements, position_as_of
from parley.analysis.wording import Sentence, capital, names_a_place, set_words, threshold
from parley.dataset import Dataset
from parley.model import Speaker, Statement


@dataclass(frozen=True)
class Voice:
    """What one speaker says of one part of a party's position, taken alone: where it lies, and by which statements.

    `counts` says whether any of them carries the position; `why_not` tells why not, where none does.
    """

    speaker: Speaker
    part: Part
    span: Span
    words: str
    newest: Statement
    ids: tuple[str, ...]
    counts: bool
    why_not: str


@dataclass(frozen=True)
class Voices:
    """The voices of one party on one part, at least two of which name different places, newest first; and the rule that decides."""

    position: Position
    part: Part
    voices: tuple[Voice, ...]
    rule: Sentence


def voices(dataset: Dataset, position: Position, cut: EvidenceCut, towards: str | None = None) -> tuple[Voices, ...]:
    """Return the parts of a position on which the party's speakers differ; none where they speak with one voice.

    `towards` is the party towards whom the position is taken. Each voice is what the position would be if nobody else had spoken.
    """
    live = live_statements(dataset, position.party, position.issue, position.as_of, cut, towards)
    found = []
    for part in PARTS:
        placed = [one for one in live if one.kind == KINDS[part] and one.place.unknown is None and (one.condition is None or part == "demand")]
        own = [_voice(dataset, position, part, said, cut, towards) for said in _by_speaker(placed).values()]
        if len({one.span for one in own}) > 1:
            own.sort(key=lambda one: (one.newest.day, one.newest.id), reverse=True)
            found.append(Voices(position, part, tuple(own), _rule(dataset, position, part, own)))
    return tuple(found)


def _by_speaker(statements: Sequence[Statement]) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for one in statements:
        found.setdefault(one.speaker, []).append(one)
    return found


def _voice(dataset: Dataset, position: Position, part: Part, said: Sequence[Statement], cut: EvidenceCut, towards: str | None) -> Voice:
    alone = position_as_of(dataset.holding(said), position.party.id, position.issue.id, position.as_of, cut, towards=towards)
    own = part_of(alone, part)
    counted = [one for one in said if one.id in part_of(position, part).ids]
    why_not = "" if counted else next((position.set_aside[one.id] for one in reversed(said) if one.id in position.set_aside), "")
    newest = max(said, key=lambda one: (one.day, one.id))
    span = threshold(own.outcomes, position.direction)
    words = set_words(own, alone) if names_a_place(own, alone) else "no named place"
    return Voice(position.party.speaker(newest.speaker), part, span, words, newest, own.ids, bool(counted), why_not)


def _rule(dataset: Dataset, position: Position, part: Part, own: Sequence[Voice]) -> Sentence:
    """Return by which rule of section 3 these voices make the position what it is."""
    ids = tuple(sorted({one for voice in own for one in voice.ids}))
    if part == "offer":
        return Sentence("Offers add up: the one that goes furthest is the best offer, whoever made it.", ids)
    party, noun = position.party.in_sentence, {"demand": "demand", "limit": "stated limit"}[part]
    where = set_words(part_of(position, part), position)
    counted = [one for one in own if one.counts]
    if any(flag.kind == "conflict" for flag in position.flags_of(part)):
        window = dataset.negotiation.conflict_window_of(position.issue)
        words = f"Said within {window} days of each other, and neither replaces the other: the {noun} is somewhere in {where}."
    elif len({one.span for one in counted}) > 1:
        words = f"They tell of one and the same {noun}, which is read as {where}."
    else:
        by, rest = counted[0], [one for one in own if not one.counts]
        entitled = f" of those who may commit {party}" if by.speaker.commits and any(not one.speaker.commits for one in rest) else ""
        words = f"The newest word{entitled} counts: {by.speaker.name}, {by.newest.said.shown()}."
    barred = _names(own, NOT_ENTITLED)
    return Sentence(f"{words} {capital(barred)} cannot commit {party}." if barred else words, ids)


def _names(own: Sequence[Voice], why: str) -> str:
    return " and ".join(dict.fromkeys(one.speaker.name for one in own if one.why_not == why))
