"""What is said on a drawing and of it: labels, what stands beside a mark, entries of a legend, and all of it in words for those who cannot see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from parley.analysis.leading import TableGap
from parley.analysis.outcomes import Distance, Span
from parley.analysis.positions import Part
from parley.scales import Axis
from parley.telling.counting import counted
from parley.telling.gap import apart
from parley.telling.parties import of_pair
from parley.telling.said import Apart, Argument, Said, Verbatim, said, together
from parley.telling.terms import part_of_position

LegendEntry = Literal["hinted", "teeth", "voice", "threat", "refused", "strokes", "between", "since", "stale", "days", "broken", "statement"]
WhyNoLimit = Literal["unstated", "conditional", "either"]
Turn = tuple[date, date, Argument]  # from when until when, and what held


def legend(entry: LegendEntry, fresh: int = 0) -> Said:
    """Return an entry of a legend that names more than a part of a position; evidence older than `fresh` days is stale."""
    return said("legend", entry=entry, days=counted(fresh, "days"))


def no_limit(why: WhyNoLimit) -> Said:
    """Return why a limit is drawn with a question mark."""
    return said("no-limit", why=why)


def part_of_party(name: str, part: Argument, place: Argument) -> Said:
    """Return whose part it is, which, and where it stands; `name` is the party's as the drawing has room for it."""
    return said("part-of-party", party=Verbatim(name), part=part, place=place)


def offer_hinted() -> Said:
    """Return the name of a best offer that was only hinted at."""
    return said("offer-hinted")


def grown_stale(told: Argument, *, is_stale: bool) -> Argument:
    """Return what is told, and that it is stale where it is."""
    return said("grown-stale", told=told) if is_stale else told


def pair_apart(lead: TableGap, names: tuple[str, str]) -> Said:
    """Return the distance that leads, with the names of the two between whom it lies."""
    return of_pair(_pair(names), apart(lead.apart, lead.asker.axis), lead.ids)


def pair_and_unit(names: tuple[str, str], axis: Axis) -> Said:
    """Return between whom a distance lies that is drawn over time, and in what it is measured."""
    return said("pair-and-unit", pair=_pair(names), unit=Verbatim(axis.gap_unit), scale="ladder" if axis.is_ladder else "quantity")


def distance_now(distance: Distance | None, axis: Axis) -> Said:
    """Return what the distance is on the date shown."""
    return said("distance-unknown-now") if distance is None else said("distance-now", distance=Apart(distance, axis))


def never_known(pair: Argument) -> Said:
    """Return that the distance is not known at any time that is drawn."""
    return of_pair(pair, said("not-known-in-this-time"))


def zone(certain: Span | None, possible: Span, *, exists: bool) -> Said:
    """Return what is known of the zone: where it is for sure, where it may be, and whether there is one at all."""
    if certain is None:
        return said("zone", known="somewhere" if exists else "possible")
    return said("zone", known="certain" if certain == possible else "partly")


def silence(first: date, last: date, *, is_sure: bool) -> Said:
    """Return how many days passed without a word, or, where one may have been said in them, without one whose day is known."""
    return said("silence", days=counted((last - first).days, "days"), sure="yes" if is_sure else "no")


def date_shown() -> Said:
    """Return the name of the line on the date shown."""
    return said("date-shown")


def end_label(name: str, part: Part) -> Said:
    """Return which line of which party has come to a value."""
    return said("end-label", party=Verbatim(name), part=part)


def nothing_placed() -> Said:
    """Return that there was nothing to draw."""
    return said("nothing-placed")


def not_drawn() -> Said:
    """Return why no drawing of an issue's positions is there."""
    return said("not-drawn")


def others_not_drawn(count: int) -> Said:
    """Return how many other parties that have spoken are left out of a drawing."""
    return said("others-not-drawn", parties=count)


def positions_on(axis: Axis) -> Said:
    """Return on what kind of scale positions are drawn."""
    if axis.is_ladder:
        return said("positions-on", scale=said("ladder-scale"))
    return said("positions-on", scale=said("quantity-scale", unit=Verbatim(axis.unit), low=axis.bottom, high=axis.top))


def over_time(issue: str) -> Said:
    """Return which issue is drawn over time."""
    return said("over-time", issue=Verbatim(issue))


def sentence(told: Argument) -> Said:
    """Return what is told as a sentence that ends."""
    return said("sentence", told=told)


def distances_in_turn(pair: Argument, turns: Sequence[tuple[date, date, Distance | None]], axis: Axis) -> Said:
    """Return the distances of a pair, one after the other."""
    known = [(start, end, said("not-known") if one is None else Apart(one, axis)) for start, end, one in turns]
    return sentence(of_pair(pair, in_turn(known, None)))


def part_in_words(part: Part, place: Argument) -> Said:
    """Return a part with its place."""
    return said("part-in-words", part=part_of_position(part), place=place)


def none_without_condition(part: Part) -> Said:
    """Return that a part was stated only under a condition."""
    return said("none-without-condition", part=part)


def row_in_words(name: str, newest: Argument, parts: Sequence[Argument], voices: Sequence[Argument]) -> Said:
    """Return a party's row: the newest date, what is known of each part, and its speakers' words."""
    row = said("row-in-words", party=Verbatim(name), newest=newest, parts=together(*parts, how="semicolon"))
    spoken = together(*map(sentence, voices), how="sentences")
    return said("row-with-voices", row=row, voices=spoken) if voices else row


def event_in_words(label: str, first: date, last: date) -> Said:
    """Return an event with its day or days."""
    days = _day(first) if first == last else said("days-between", first=_day(first), last=_day(last))
    return said("event-in-words", event=Verbatim(label.rstrip(".")), days=days)


def silence_in_words(told: Argument, first: date, last: date) -> Said:
    """Return a silence with its days."""
    return said("silence-in-words", silence=told, first=_day(first), last=_day(last))


def in_turn(turns: Sequence[Turn], until: date | None) -> Argument:
    """Return what held from when, one after the other, with the end of each that nothing follows; the last ends on `until` if given."""
    runs: list[tuple[date, date | None, Argument]] = []
    for number, (start, end, what) in enumerate(turns):
        before = turns[number - 1] if number else None
        if before is None or what != before[2] or start > before[1]:
            runs.append((start, None, what))
        following = turns[number + 1][0] if number + 1 < len(turns) else None
        if following > end if following else until is not None:
            runs[-1] = (runs[-1][0], end, what)
    return together(*(_held(*one) for one in runs), how="then")


def _held(start: date, end: date | None, what: Argument) -> Said:
    if end is None:
        return said("held-from", what=what, first=_day(start))
    return said("held-until", what=what, first=_day(start), last=_day(end))


def _pair(names: tuple[str, str]) -> Said:
    return said("pair", one=Verbatim(names[0]), other=Verbatim(names[1]))


def _day(day: date) -> Verbatim:
    # In a list of many days the short form is heard sooner.
    return Verbatim(day.isoformat())
