"""What is said on an issue at a glance: a few words beside each mark of a party, who has said nothing, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.analysis.leading import names_a_place
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Span, threshold
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import PARTS, Part, Position
from parley.analysis.voices import PartVoices, Voice
from parley.dates import PartialDate
from parley.evidence import Evidence
from parley.model import Party
from parley.telling.aside import left_out
from parley.telling.counting import counted
from parley.telling.evidence import soft_ways
from parley.telling.parties import short
from parley.telling.places import standing
from parley.telling.position import PartLine, position_lines
from parley.telling.said import Argument, Place, Said, Verbatim, bracketed, said, together
from parley.telling.terms import part_of_position
from parley.telling.voices import not_counted, voice_place

KeyEntry = Literal["asks", "offers", "acts", "soft", "limit", "between", "sure", "possible", "stale"]
MOST_NAMED = 8  # parties that have said nothing; of more, the others are counted
NOBODY_SPOKE = said("nobody-spoke")


@dataclass(frozen=True)
class GlanceLine:
    """One thing that a party does on an issue: the parts of its position that stand at `span`, and what is told of them in a few words.

    Without a part it has no place on the scale. `dated` is when, by month, `words` all of it, `is_soft` that all behind it only hints or implies,
    `does` what the party does by the first of the parts, and `short` what is told where its place shows the rest.
    """

    parts: tuple[Part, ...]
    span: Span | None
    told: Argument
    dated: Argument | None
    words: Said
    ids: tuple[str, ...]
    is_soft: bool = False
    is_stale: bool = False
    does: Said | None = None
    short: Argument | None = None

    @property
    def told_when(self) -> Argument:
        """Return what is told, with when where that is no longer ago than evidence stays fresh."""
        return said("told-on", told=self.told, dated=self.dated) if self.dated and not self.is_stale else self.told

    @property
    def long_ago(self) -> Said | None:
        """Return when it was, where that is longer ago than evidence stays fresh; None otherwise."""
        return said("behind-on", dated=self.dated) if self.dated and self.is_stale else None


SILENT = GlanceLine((), None, said("nothing-said-by-one"), None, said("nothing-said-by-one"), ())
NO_LIMIT = GlanceLine((), None, said("no-limit-stated"), None, said("no-limit-stated"), ())


def glance_lines(position: Position, dataset: Evidence) -> tuple[GlanceLine, ...]:
    """Return what a party does on an issue, parts at one place together; none where it has said nothing."""
    lines = [one for one in position_lines(position, dataset) if one.kind != "no_evidence"]
    placed: dict[Span, list[PartLine]] = {}
    for one in lines:
        span = _span(one, position)
        if span is not None:
            placed.setdefault(span, []).append(one)
    together_at = [_line_at(span, several, position, dataset) for span, several in placed.items()]
    return (*together_at, *(_line_in_words(one, position, dataset) for one in lines if _span(one, position) is None))


def voice_lines(several: PartVoices, lines: Sequence[GlanceLine]) -> tuple[GlanceLine, ...]:
    """Return what single speakers say of one part of a position, those at one place together; `lines` are those of the position.

    Whose word counts and stands where the part does is told there already.
    """
    whole = {line.span for line in lines if several.part in line.parts}
    placed: dict[tuple[Span, bool], list[Voice]] = {}
    for one in several.voices:
        if not (one.counts and one.place in whole):
            placed.setdefault((one.place, one.counts), []).append(one)
    return tuple(_voices_line(several, voices) for voices in placed.values())


def _voices_line(several: PartVoices, voices: Sequence[Voice]) -> GlanceLine:
    who = together(*(Verbatim(one.speaker.shown) for one in voices), how="comma")
    place = voice_place(voices[0])
    told = said("speakers-say", who=who, told=said("limit-at", place=place) if several.part == "limit" else place)
    days = tuple(dict.fromkeys(one.newest.said for one in voices))
    ids = tuple(dict.fromkeys(key for one in voices for key in one.ids))
    tags = [] if voices[0].counts else [not_counted()]
    is_soft = all(one.is_hint for one in voices)
    in_full = _in_full(several.party, said("part-of-speakers", part=part_of_position(several.part), told=told), tags, days)
    return GlanceLine((several.part,), voices[0].place, told, _months(days), in_full, ids, is_soft, short=who)


def _span(line: PartLine, position: Position) -> Span | None:
    """Return where a line stands on the scale; None where it names no place, or stands only under a condition."""
    part = _part(line)
    if line.is_conditional or part is None:
        return None
    own = part_of(position, part)
    return threshold(own.outcomes, position.direction) if names_a_place(own, position) else None


def _part(line: PartLine) -> Part | None:
    """Return which part of its party's position a line tells of; None where it tells of none."""
    return next((part for part in PARTS if part == line.kind), None)


def _line_at(span: Span, lines: Sequence[PartLine], position: Position, dataset: Evidence) -> GlanceLine:
    parts: tuple[Part, ...] = tuple(filter(None, map(_part, lines)))
    ids = tuple(dict.fromkeys(key for one in lines for key in one.ids))
    statements = [*map(dataset.statement, ids)]
    tags: list[Said] = []
    for tag in (tag for one in lines for tag in one.tags):
        tags += [] if tag in tags else [tag]
    days = tuple(dict.fromkeys(one.newest for one in lines if one.newest))
    told = _does(lines[0], position) if len(lines) == 1 else _several(lines, position)
    in_full = _does(lines[0], position, in_full=True) if len(lines) == 1 else told
    is_stale = all(any(flag.kind == "stale" for flag in position.flags_of(part)) for part in parts)
    is_soft = bool(soft_ways(statements)) or all(part_of(position, part).is_hint for part in parts)
    return GlanceLine(parts, span, told, _months(days), _in_full(position.party, in_full, tags, days), ids, is_soft, is_stale, lines[0].label)


def _does(line: PartLine, position: Position, *, in_full: bool = False) -> Said:
    """Return what a party does with one part of its position, and where it stands; `in_full` also what a limit perhaps refuses."""
    if line.kind == "limit":
        return said("limit-at", place=_limit_place(line, position, in_full=in_full))
    part = _part(line)
    place = standing(part_of(position, part), position) if part else line.told
    if line.kind == "offer" and position.offer.is_hint:
        return said("hints-at", place=place)
    return said("does-place", does=_doing(line), place=place)


def _doing(line: PartLine) -> Said:
    """Return what a line's party does; a line of no position has no such word."""
    assert line.label is not None
    return line.label


def _limit_place(line: PartLine, position: Position, *, in_full: bool) -> Argument:
    """Return the outcomes that a limit surely refuses, by the last that it does not."""
    span = threshold(position.limit.outcomes, position.direction)
    if span.is_exact or position.direction not in ("up", "down"):
        return line.told
    place = Place(span.low if position.direction == "up" else span.high, position.axis)
    return said("limit-perhaps" if in_full else "limit-surely", way=position.direction, place=place)


def _several(lines: Sequence[PartLine], position: Position) -> Said:
    parts: tuple[Part, ...] = tuple(filter(None, map(_part, lines)))
    told = together(*(said("part-in-short", part=one) for one in parts))
    return said("several-at", parts=told, place=standing(part_of(position, parts[0]), position))


def _line_in_words(line: PartLine, position: Position, dataset: Evidence) -> GlanceLine:
    if line.kind == "unplaced":
        why = left_out(position.set_aside[key] for key in line.ids if key in position.set_aside)
        told = said("nothing-placed-because", why=why) if why else said("nothing-placed-in", statements=counted(len(line.ids), "statements"))
    elif line.kind == "limit" and line.is_conditional:
        told = said("limit-at", place=line.told)
    elif line.kind == "threat":
        told = said("threat-of", place=line.told)
    elif line.is_conditional:
        told = said("does-place", does=_doing(line), place=line.told)
    else:
        told = said("does-without-extent", does=_doing(line), told=line.told)
    days = (line.newest,) if line.newest else ()
    newest = max(dataset.statement(key).day for key in line.ids)
    is_stale = (position.as_of - newest).days > dataset.negotiation.freshness_of(position.issue)
    return GlanceLine((), None, told, _months(days), _in_full(position.party, told, line.tags, days), line.ids, is_stale=is_stale)


def _in_full(party: Party, told: Argument, tags: Sequence[Said], days: Sequence[PartialDate]) -> Said:
    """Return whose line it is, what is told, and behind it in brackets its tags and its days."""
    behind: list[Argument] = [together(*tags, how="comma")] if tags else []
    behind += [together(*days, how="comma")] if days else []
    if not behind:
        return said("mark-in-full", party=short(party), told=told)
    return said("mark-in-full-with", party=short(party), told=told, aside=bracketed(together(*behind, how="semicolon")))


def _months(days: Iterable[PartialDate]) -> Argument | None:
    """Return when, by month: from the first to the last where all are known."""
    found = tuple(dict.fromkeys(by_month(one) for one in days))
    ends = [(one.earliest, one.latest) for one in found]
    known = [(first, last) for first, last in ends if first and last]
    if len(found) > 1 and len(known) == len(found):
        first, last = min(first for first, _ in known), max(last for _, last in known)
        return by_month(PartialDate.parse(f"{first}/{last}"))
    return together(*found, how="comma") if found else None


def by_month(day: PartialDate) -> PartialDate:
    """Return a date without its day, where both of its ends are known; the day tells little beside a mark."""
    first, last = day.earliest, day.latest
    if first is None or last is None or len(day.text) == len("2018"):
        return day
    months = [f"{one.year:04}-{one.month:02}" for one in (first, last)]
    return PartialDate.parse("/".join(dict.fromkeys(months)))


def nothing_said(row: OverviewRow, speaking: Iterable[Party]) -> Said | None:
    """Return which of the parties shown have said nothing on an issue; None where all have spoken."""
    heard = {one.id for one in speaking}
    silent = [one.party for one in row.positions if one.party.id not in heard]
    if not silent:
        return None
    if not heard:
        return NOBODY_SPOKE
    named = together(*map(short, silent[:MOST_NAMED]), how="comma")
    more = len(silent) - MOST_NAMED
    return said("nothing-said", parties=said("and-more", first=named, more=more) if more > 0 else named)


def key_entry(entry: KeyEntry, days: Sequence[int] = ()) -> Said:
    """Return what a mark means; `days` are those after which a date is grey, from the fewest to the most of all issues."""
    most = counted(max(days, default=0), "days")
    return said("glance-key", entry=entry, days=said("stretch", low=min(days), high=most) if len(set(days)) > 1 else most)
