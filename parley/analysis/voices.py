"""The voices within a party's position: what each speaker says of a part, and the rule that made one position of them (method, section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from parley.analysis.aside import AsideKind
from parley.analysis.leading import names_a_place
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Span, threshold
from parley.analysis.positions import PARTS, Part, Position, heard, part_from
from parley.analysis.wording import POSITION_NAMES, Sentence, set_words, span_words
from parley.dataset import Dataset
from parley.model import Party, Speaker, Statement
from parley.numbers import counted

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Voice:
    """What one speaker says of one part of a party's position, by that speaker's own statements alone.

    `key` is the letter by which a chart and a table name the speaker. `place` is where the part would stand if nobody else had spoken,
    `words` the same in the scale's words. `counts` says whether any of the statements carries the party's position.
    """

    key: str
    speaker: Speaker
    place: Span
    words: str
    statements: tuple[Statement, ...]
    counts: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind the voice."""
        return tuple(sorted(one.id for one in self.statements))

    @property
    def newest(self) -> Statement:
        """Return the newest statement behind the voice."""
        return max(self.statements, key=lambda one: (one.day, one.id))

    @property
    def is_hint(self) -> bool:
        """Return whether all behind the voice only hint."""
        return all(one.conveyance == "hint" for one in self.statements)

    @property
    def name(self) -> str:
        """Return the speaker's name; that nobody was named is left to the attribution, which says so."""
        return self.speaker.name.removesuffix(" (unnamed)")


@dataclass(frozen=True)
class PartVoices:
    """The voices on one part of a position, where they name different places, and the rule that made the position what it is."""

    party: Party
    part: Part
    voices: tuple[Voice, ...]
    rule: Sentence


def voices_of(dataset: Dataset, positions: Iterable[Position]) -> tuple[PartVoices, ...]:
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


def _voices(dataset: Dataset, position: Position, part: Part) -> list[Voice]:
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
        voices.append(Voice("", position.party.speaker(speaker), place, span_words(place, position.axis), behind, counts))
    return sorted(voices, key=lambda one: (not one.counts, -one.newest.day.toordinal(), one.speaker.id))


def _rule(dataset: Dataset, position: Position, part: Part, voices: Sequence[Voice]) -> Sentence:
    """Return which rule made the part what it is, in a fixed sentence."""
    counting = [one for one in voices if one.counts]
    own = part_of(position, part)
    statements = [said for one in counting for said in one.statements]
    together = threshold(part_from(dataset, position, part, statements).outcomes, position.direction)
    if part == "offer":
        said = "Offers add up: the furthest counts." if own.is_stated else "Offers add up; none of these goes beyond the demand."
    elif len({one.place for one in counting}) > 1:
        said = _several(dataset, position, part, voices, span_words(together, position.axis))
    else:
        said = _newest(position.party, voices)
    if any(position.set_aside[one.newest.id].kind is AsideKind.MAY_NOT_COMMIT for one in voices if not one.counts):
        whose = "their" if position.party.plural else "its"
        said += f" A speaker who may not commit {position.party.in_sentence} does not replace {whose} official line."
    ids = {one for voice in voices for one in voice.ids}
    if own.is_stated and names_a_place(own, position) and threshold(own.outcomes, position.direction) != together:
        ids.update(own.ids)
        said += f" Together with the other parts of the position, the {POSITION_NAMES[part]} is {set_words(own, position)}."
    return Sentence(said, tuple(sorted(ids)))


def _several(dataset: Dataset, position: Position, part: Part, voices: Sequence[Voice], where: str) -> str:
    """Return the rule that keeps apart what was said at about one time (rule 3)."""
    window = dataset.negotiation.conflict_window_of(position.issue)
    newest = "newest official word" if any(one.speaker.commits for one in voices) else "newest word"
    when = f"within {counted(window, 'day')} of the {newest}" if window else f"on the day of the {newest}"
    everyone = "All" if len(voices) > 2 else "Both"
    which = everyone if all(one.counts for one in voices) else "Those that count"
    said = [statement.said for one in voices if one.counts for statement in one.statements]
    is_sure = all(one.earliest is not None and one.latest is not None and (one.latest - one.earliest).days <= window for one in said)
    # Of a statement known only to precede its report, nobody can say how long it had stood.
    verb = "were" if is_sure else "are taken as"
    return f"{which} {verb} said {when} and none replaces another, so the {POSITION_NAMES[part]} is somewhere from {where}."


def _newest(party: Party, voices: Sequence[Voice]) -> str:
    """Return the rule by which the newest counts (rule 2)."""
    who = " and ".join(f"{one.name}, {one.newest.said.shown()}" for one in voices if one.counts)
    if any(one.speaker.commits for one in voices):
        return f"The newest by a speaker who may commit {party.in_sentence} counts: {who}."
    return f"None of these speakers may commit {party.in_sentence}, so the newest counts: {who}."
