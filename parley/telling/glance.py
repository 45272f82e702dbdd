"""What is said of an issue at a glance: a few words beside each mark of a party, how far apart the two are, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.analysis.gaps import DEFINITE, Gap, Pivot, Status
from parley.analysis.leading import TableGap, names_a_place, table_gap
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Distance, Span, threshold
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import Part, Position
from parley.dates import PartialDate
from parley.evidence import Evidence
from parley.model import Party
from parley.scales import Axis
from parley.telling.aside import left_out
from parley.telling.counting import counted
from parley.telling.evidence import soft_ways
from parley.telling.gap import at_a_price, status_known
from parley.telling.overview import ONE_PARTY, not_shown
from parley.telling.parties import short
from parley.telling.places import standing
from parley.telling.position import PartLine, doing_told, position_lines
from parley.telling.said import Apart, Argument, Place, Said, Verbatim, bracketed, said, together

KeyEntry = Literal["asks", "offers", "soft", "limit", "between", "sure", "possible", "stale"]
MOST_NAMED = 8  # parties that have said nothing; of more, the others are counted
NO_DISTANCE = said("no-distance-to-measure")
NOBODY_SPOKE = said("nobody-spoke")


@dataclass(frozen=True)
class GlanceLine:
    """One thing that a party does on an issue: the parts of its position that stand at `span`, and what is told of them in a few words.

    Without a part it has no place on the scale. `dated` is when, by month, `words` all of it, `is_soft` that all behind it only hints or implies,
    and `does` what the party does by the first of the parts.
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

    @property
    def told_when(self) -> Argument:
        """Return what is told, with when where that is no longer ago than evidence stays fresh."""
        return said("told-on", told=self.told, dated=self.dated) if self.dated and not self.is_stale else self.told

    @property
    def long_ago(self) -> Said | None:
        """Return when it was, where that is longer ago than evidence stays fresh; None otherwise."""
        return said("behind-on", dated=self.dated) if self.dated and self.is_stale else None


@dataclass(frozen=True)
class Answer:
    """What an issue comes to: how far apart, or why that is not told; the status where only one is possible; who is measured; what is open."""

    told: Said
    is_measured: bool
    ids: tuple[str, ...]
    status: Status | None = None
    measured: Said | None = None
    hidden: Said | None = None
    price: Said | None = None
    question: Said | None = None


def answer(row: OverviewRow, told: Sequence[tuple[GlanceLine, ...]]) -> Answer:
    """Return what an issue comes to between the pair that leads; `told` are the lines of each position."""
    gap = row.gap
    if gap is None:
        return Answer(ONE_PARTY, False, ())
    lead = table_gap(gap)
    status = gap.status if gap.status in DEFINITE else None
    return Answer(
        far_apart(lead.apart, lead.asker.axis, lead.ids) if lead else NO_DISTANCE,
        lead is not None,
        lead.ids if lead else gap.ids,
        status,
        _measured(lead, row, told) if lead else None,
        not_shown(row),
        _price(gap),
        open_in_short(row),
    )


def far_apart(distance: Distance, axis: Axis, ids: tuple[str, ...] = ()) -> Said:
    """Return how far apart two sets are, on a ladder in steps."""
    return said("no-distance", ids) if distance.high == 0 else said("apart-by", ids, distance=in_steps(distance, axis))


def in_steps(distance: Distance, axis: Axis) -> Argument:
    """Return a distance, on a ladder in steps."""
    if not axis.is_ladder:
        return Apart(distance, axis)
    low, high = distance.low, distance.high
    return said("steps", exact="yes" if low == high else "no", low=low, high=high, count="one" if low == high == 1 else "several")


def _measured(lead: TableGap, row: OverviewRow, told: Sequence[tuple[GlanceLine, ...]]) -> Said:
    """Return what is measured: what one asks for, against the best that the other has put on the table."""
    lines = {one.party.id: several for one, several in zip(row.positions, told, strict=True)}

    def asks(position: Position) -> Said:
        """Return what a party does with what it asks for: what is in force it holds."""
        found = (one.does for one in lines[position.party.id] if one.parts[:1] == ("demand",))
        return next(found, None) or doing_told("demand")

    other = lead.other
    if other.offer.is_stated:
        does = said("put-on-the-table", what="hint") if other.offer.is_hint else doing_told("offer")
    else:
        does = asks(other) if other.demand.is_stated else said("put-on-the-table", what="limit")
    return said("measured-between", lead.ids, asker=short(lead.asker.party), asks=asks(lead.asker), other=short(other.party), does=does)


def _price(gap: Gap) -> Said | None:
    """Return distance and status counting what stands under a condition; None where that changes neither."""
    counted_all = gap.with_conditions
    if counted_all is None or at_a_price(gap) is None:
        return None
    lead = table_gap(counted_all)
    status = status_known(counted_all.possible)
    told = together(far_apart(lead.apart, lead.asker.axis), status, how="comma") if lead else status
    return said("labelled", counted_all.ids, label=said("label-price"), told=told)


def open_in_short(row: OverviewRow) -> Said | None:
    """Return what would have to be found out, first of all what the pair compared first asks for; None where nothing is."""
    gap = row.stands_in_for or row.gap
    if gap is None:
        return None
    question = _what_asked(gap) if gap.silent else _would(gap)
    return said("open-in-short", gap.ids, question=question) if question else None


def _what_asked(gap: Gap) -> Said:
    """Return what the parties ask for of whom no demand, offer or limit is known, or none that stands without a condition."""
    firmly = "no" if any(one.conditional for one in gap.silent) else "any"
    return said("what-asked", parties=together(*(one.party for one in gap.silent)), firmly=firmly)


def _would(gap: Gap) -> Said | None:
    if not gap.pivots:
        return None
    first = next((one for one in gap.pivots if one.needed is not None), gap.pivots[0])
    value = first.needed if first.needed is not None else first.enough
    if value is None:
        unstated = [one.party for one in (gap.a, gap.b) if any(each.party == one.party.id and not each.is_stated for each in gap.pivots)]
        return said("how-far", parties=together(*unstated), noun=first.part) if unstated else None
    position = _position(gap, first)
    end = position.axis.bottom if first.is_low_end else position.axis.top
    way = "there" if value == end else "lower" if first.is_low_end else "higher"
    place = Place(value, position.axis)
    return said("would-take", party=position.party, gap=first.gap, place=place, way=way, missing=_missing(first, position))


def _missing(pivot: Pivot, position: Position) -> Said:
    if pivot.is_stated:
        return said("is-not-exact", party=position.party, noun=pivot.part)
    kind = "red_line" if pivot.part == "limit" else pivot.part
    firmly = "no" if any(one.kind == kind for one in position.conditional) else "any"
    return said("has-stated-none", party=position.party, noun=pivot.part, firmly=firmly)


def _position(gap: Gap, pivot: Pivot) -> Position:
    return gap.a if gap.a.party.id == pivot.party else gap.b


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


def _span(line: PartLine, position: Position) -> Span | None:
    """Return where a line stands on the scale; None where it names no place, or stands only under a condition."""
    if line.is_conditional or line.kind not in ("demand", "offer", "limit"):
        return None
    own = part_of(position, line.kind)
    return threshold(own.outcomes, position.direction) if names_a_place(own, position) else None


def _line_at(span: Span, lines: Sequence[PartLine], position: Position, dataset: Evidence) -> GlanceLine:
    parts: tuple[Part, ...] = tuple(one.kind for one in lines if one.kind in ("demand", "offer", "limit"))
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
    place = standing(part_of(position, line.kind), position) if line.kind in ("demand", "offer") else line.told
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
    parts = together(*(said("part-in-short", part=one.kind) for one in lines if one.kind in ("demand", "offer", "limit")))
    own = next(part_of(position, one.kind) for one in lines if one.kind in ("demand", "offer", "limit"))
    return said("several-at", parts=parts, place=standing(own, position))


def _line_in_words(line: PartLine, position: Position, dataset: Evidence) -> GlanceLine:
    if line.kind == "unplaced":
        why = left_out(position.set_aside[key] for key in line.ids if key in position.set_aside)
        told = said("nothing-placed-because", why=why) if why else said("nothing-placed-in", statements=counted(len(line.ids), "statements"))
    elif line.kind == "limit" and line.is_conditional:
        told = said("limit-at", place=line.told)
    elif line.is_conditional or line.kind == "threat":
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


def drawn_at_a_glance(row: OverviewRow, lines: Iterable[GlanceLine], found: Answer) -> Said:
    """Return all that is drawn of an issue, in words."""
    return said("drawn-at-a-glance", issue=Verbatim(row.issue.name), told=together(*(one.words for one in lines), found.told, how="semicolon"))


def key_entry(entry: KeyEntry, days: Sequence[int] = ()) -> Said:
    """Return what a mark means; `days` are those after which a date is grey, from the fewest to the most of all issues."""
    most = counted(max(days, default=0), "days")
    return said("glance-key", entry=entry, days=said("stretch", low=min(days), high=most) if len(set(days)) > 1 else most)
