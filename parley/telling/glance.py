"""What is said on an issue at a glance: a few words beside each mark of a party, who has said nothing, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from parley.analysis.aside import AsideKind
from parley.analysis.clusters import Gathered
from parley.analysis.leading import names_a_place
from parley.analysis.outcomes import Span, threshold
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import PARTS, Part, Position, PositionSet
from parley.analysis.voices import PartVoices, Voice
from parley.dates import PartialDate, grown_old
from parley.evidence import Evidence
from parley.model import Party
from parley.telling.aside import left_out
from parley.telling.counting import counted
from parley.telling.evidence import conveyed
from parley.telling.parties import MOST_NAMED, short
from parley.telling.places import at_place, standing
from parley.telling.position import PartLine, does_at, doing_told, position_lines
from parley.telling.said import Argument, Said, Verbatim, bracketed, said, together
from parley.telling.terms import part_of_position
from parley.telling.voices import not_counted, voice_place

KeyEntry = Literal["asks", "offers", "acts", "soft", "limit", "between", "sure", "possible", "stale"]
KEY_ENTRIES: tuple[KeyEntry, ...] = get_args(KeyEntry)
NOBODY_SPOKE = said("nobody-spoke")


@dataclass(frozen=True)
class GlanceLine:
    """One thing that a party does on an issue: the parts of its position that stand at `span`, and what is told of them in a few words.

    Without a part it has no place on the scale. `dated` is when, by month, `words` all of it, `is_soft` that all behind it only hints or implies,
    `does` what the party does by the first of the parts, `limit` the limit among them, as it was stated, `is_unplaced` that the party spoke and
    placed nothing, and `short` what is told where its place shows the rest: of a line that
    `is_terse` wherever it does, else where there is no room for all of it.
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
    limit: PositionSet | None = None
    is_unplaced: bool = False
    short: Argument | None = None
    is_terse: bool = False

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
    """Return what a party does on an issue, parts at one place together, what is only hinted apart; none where it has said nothing."""
    lines = [one for one in position_lines(position, dataset) if one.kind != "no_evidence"]
    placed: dict[tuple[Span, bool], list[PartLine]] = {}
    for one in lines:
        span = place_of(one, position)
        if span is not None:
            placed.setdefault((span, one.is_hinted), []).append(one)
    together_at = [_line_at(span, several, position, dataset) for (span, _), several in placed.items()]
    return (*together_at, *(_line_in_words(one, position, dataset) for one in lines if place_of(one, position) is None))


def lines_in_focus(found: Gathered, dataset: Evidence) -> list[tuple[GlanceLine, ...]]:
    """Return what each party of an issue does, line by line, in the order of its row; nothing of those told in clusters."""
    return [() if one.party.id in found.inside else glance_lines(one, dataset) for one in found.row.positions]


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
    is_soft, is_stale = all(one.is_soft for one in voices), all(one.is_stale for one in voices)
    in_full = _in_full(several.party, said("part-of-speakers", part=part_of_position(several.part), told=told), tags, days)
    return GlanceLine((several.part,), voices[0].place, told, _months(days), in_full, ids, is_soft, is_stale, short=who)


def place_of(line: PartLine, position: Position) -> Span | None:
    """Return where a line stands on the scale; None where it names no place, or stands only under a condition."""
    own = line.own
    return threshold(own.outcomes, position.direction) if own is not None and names_a_place(own, position) else None


def _part(line: PartLine) -> Part | None:
    """Return which part of its party's position a line tells of; None where it tells of none."""
    return next((part for part in PARTS if part == line.kind), None)


def _line_at(span: Span, lines: Sequence[PartLine], position: Position, dataset: Evidence) -> GlanceLine:
    parts: tuple[Part, ...] = tuple(filter(None, map(_part, lines)))
    ids = tuple(dict.fromkeys(key for one in lines for key in one.ids))
    tags: list[Said] = []
    for tag in (tag for one in lines for tag in one.tags):
        tags += [] if tag in tags else [tag]
    days = tuple(dict.fromkeys(one.newest for one in lines if one.newest))
    told = _does(lines[0], position) if len(lines) == 1 else _several(lines, position)
    in_full = _does(lines[0], position, in_full=True) if len(lines) == 1 else told
    is_stale = all(any(flag.kind == "stale" for flag in position.flags_of(part)) for part in parts)
    if lines[0].is_hinted:
        is_stale = _is_stale(ids, position, dataset)
    is_soft = all(one.is_soft for one in lines)
    besides = [one.besides for one in lines if one.besides]
    # Where the words say that it is a hint, no tag says so once more.
    tags = [one for one in tags if not (_are_hints(lines) and one == conveyed("hint"))]
    words = _in_full(position.party, in_full, tags, days, besides)
    limit = next((one.own for one in lines if one.kind == "limit"), None)
    in_short = _between(lines, position, span, limit) if not span.is_exact and position.direction in ("up", "down") else None
    return GlanceLine(parts, span, told, _months(days), words, ids, is_soft, is_stale, lines[0].label, limit, short=in_short)


def _between(lines: Sequence[PartLine], position: Position, span: Span, limit: PositionSet | None) -> Said:
    """Return what a party does at a place that is not exact, without the ends between which it lies; of a limit alone, that it may be nearer."""
    place: Argument = said("somewhere-between")
    if limit is not None and len(lines) == 1:
        surely = span.low if position.direction == "up" else span.high
        place = said(
            "limit-within-short", way=position.direction or "", place=at_place(Span(surely, surely), position.axis, "limit", position.direction)
        )
    return _does(lines[0], position, place) if len(lines) == 1 else _several(lines, position, place)


def _are_hints(lines: Sequence[PartLine]) -> bool:
    return all(one.own is not None and one.own.is_hint for one in lines)


def _is_stale(ids: Iterable[str], position: Position, dataset: Evidence) -> bool:
    newest = max(dataset.statement(key).day for key in ids)
    return grown_old(newest, position.as_of, dataset.negotiation.freshness_of(position.issue))


def _does(line: PartLine, position: Position, place: Argument | None = None, *, in_full: bool = False) -> Said:
    """Return what a party does with one part of its position, and where it stands, or at `place`; `in_full` without whom it asks."""
    part = _part(line)
    place = place or (standing(line.own, position, part) if line.own and part else line.told)
    is_hint = line.own is not None and line.own.is_hint
    if is_hint and line.kind == "offer":
        return said("hints-at", place=place)
    if is_hint and line.kind in ("demand", "limit"):
        return said("hinted-at", parts=_in_short(line), place=place)
    if line.kind == "limit":
        return said("limit-at", place=place)
    assert line.doing is not None
    told = does_at(line.doing, () if in_full else line.asked_of, place)
    return said("only-hinted", what=told) if is_hint else told


def _several(lines: Sequence[PartLine], position: Position, place: Argument | None = None) -> Said:
    parts: tuple[Part, ...] = tuple(filter(None, map(_part, lines)))
    own = lines[0].own or position.as_stated(parts[0])
    key = "hinted-at" if _are_hints(lines) else "several-at"
    return said(key, parts=together(*map(_in_short, lines)), place=place or standing(own, position, "demand"))


def _in_short(line: PartLine) -> Said:
    """Return a part of a position that stands where others do, and of which government it is asked."""
    part = _part(line)
    assert part is not None
    return said("ask-of", parties=together(*line.asked_of, how="comma")) if line.asked_of else said("part-in-short", part=part)


def _line_in_words(line: PartLine, position: Position, dataset: Evidence) -> GlanceLine:
    told, in_full = (_told_in_words(line, position, in_full=is_full) for is_full in (False, True))
    days = (line.newest,) if line.newest else ()
    words = _in_full(position.party, in_full, line.tags, days)
    return GlanceLine(
        (), None, told, _months(days), words, line.ids, is_stale=_is_stale(line.ids, position, dataset), is_unplaced=line.kind == "unplaced"
    )


def _told_in_words(line: PartLine, position: Position, *, in_full: bool) -> Said:
    """Return a line that has no place."""
    if line.kind == "unplaced":
        why = left_out(position.set_aside[key] for key in line.ids if key in position.set_aside)
        return said("nothing-placed-because", why=why) if why else said("nothing-placed-in", statements=counted(len(line.ids), "statements"))
    if line.kind == "limit" and line.is_conditional:
        return said("limit-at", place=line.told)
    if line.kind == "threat":
        return said("threat-of", place=line.told)
    assert line.doing is not None
    asked_of = () if in_full else line.asked_of
    does = doing_told(line.doing, asked_of)
    if line.kind == "last_word":
        return said("labelled", label=does, told=line.told)
    return does_at(line.doing, asked_of, line.told) if line.is_conditional else said("does-without-extent", does=does, told=line.told)


def _in_full(party: Party, told: Argument, tags: Sequence[Said], days: Sequence[PartialDate], besides: Sequence[Said] = ()) -> Said:
    """Return whose line it is, what is told, and behind it in brackets its tags, its days, and what other words show."""
    behind: list[Argument] = [together(*tags, how="comma")] if tags else []
    behind += [together(*days, how="comma")] if days else []
    behind += besides
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


def is_unplaced(lines: Sequence[GlanceLine]) -> bool:
    """Return whether a party spoke, and placed nothing."""
    return any(one.is_unplaced for one in lines)


def keeps_lane(position: Position, lines: Sequence[GlanceLine]) -> bool:
    """Return whether a party that spoke has a lane also where it placed nothing: a principal has, unless the evidence shown leaves it out."""
    return position.party.role == "principal" and _why_no_lane(position, lines) == "no-lane-placed"


def compared(row: OverviewRow) -> tuple[Party, ...]:
    """Return the parties between whom the gap that leads lies, and those compared first."""
    return tuple(position.party for gap in (row.gap, row.headline) if gap for position in (gap.a, gap.b))


def no_lane(row: OverviewRow, told: Sequence[Sequence[GlanceLine]], drawn: Iterable[Party]) -> Said | None:
    """Return which of the parties shown have no lane: who is left out by the evidence shown, who placed nothing, who said nothing; None for none.

    It rests on all that they said.
    """
    seen = {one.id for one in drawn}
    absent = [(position, lines) for position, lines in zip(row.positions, told, strict=True) if position.party.id not in seen]
    if not seen and not any(lines for _, lines in absent):
        return NOBODY_SPOKE if absent else None
    why = {position.party: _why_no_lane(position, lines) for position, lines in absent}
    found = [(key, [party for party, own in why.items() if own == key]) for key in ("no-lane-left-out", "no-lane-placed", "nothing-said")]
    each = [said(key, parties=_short_list(parties)) for key, parties in found if parties]
    ids = tuple(key for _, lines in absent for one in lines for key in one.ids)
    return said("told-together", ids, all=together(*each, how="semicolon")) if each else None


def _why_no_lane(position: Position, lines: Sequence[GlanceLine]) -> str:
    if not lines:
        return "nothing-said"
    aside = (position.set_aside.get(key) for one in lines for key in one.ids)
    return "no-lane-left-out" if any(one is not None and one.kind is AsideKind.CUT for one in aside) else "no-lane-placed"


def _short_list(parties: Sequence[Party]) -> Argument:
    named = together(*map(short, parties[:MOST_NAMED]), how="comma")
    more = len(parties) - MOST_NAMED
    return said("and-more", first=named, more=more) if more > 0 else named


def key_entry(entry: KeyEntry, days: Sequence[int] = ()) -> Said:
    """Return what a mark means; `days` are those after which a date is grey, from the fewest to the most of all issues."""
    most = counted(max(days, default=0), "days")
    return said("glance-key", entry=entry, days=said("stretch", low=min(days), high=most) if len(set(days)) > 1 else most)
