"""Hypothesis strategies for small invented negotiations on one issue, kept as plain numbers so that laws can transform them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from parley.analysis.evidence import CUTS, EvidenceCut
from parley.analysis.gaps import Gap, gap_as_of
from parley.analysis.outcomes import Outcomes, Span
from parley.analysis.positions import Position, position_as_of
from parley.dataset import Dataset
from tests.making import Words, ladder, quota, statement

FIRST_DAY = date(2025, 1, 1)
LAST_DAY = 90
PARTIES = ("a", "b", "c", "d")
WORDS = ("demand", "red_line", "offer")
KINDS = (*WORDS, "measure")
FLIPPED = {"up": "down", "down": "up", "target": "target"}


def day(number: int) -> date:
    """Return the day so many days after the first."""
    return FIRST_DAY + timedelta(number)


@dataclass(frozen=True)
class Said:
    """One statement: where it stands as grid numbers from `low` to `high`, and everything that decides whether it counts.

    `form` is exact, strict, imprecise, acceptable or unknown; a strict one refuses the value `low` itself.
    """

    id: str
    party: str
    kind: str
    form: str
    low: int
    high: int
    day: int
    speaker: str = "minister"
    attribution: str = "on_record"
    conveyance: str = "stated"
    is_conditional: bool = False
    supersedes: tuple[str, ...] = ()
    repeats: str | None = None
    expires: int | None = None
    withdrawn: int | None = None
    to: tuple[str, ...] = ()

    def closed(self, direction: str) -> Said:
        """Return a strict statement as the exact one that it amounts to: one step short."""
        if self.form != "strict":
            return self
        at = self.low + (1 if direction == "up" else -1)
        return replace(self, form="exact", low=at, high=at)


@dataclass(frozen=True)
class Talks:
    """A negotiation on one issue over a grid from 0 to `steps`: rungs, or `bottom` plus so many times `unit`."""

    steps: int
    directions: Mapping[str, str]
    said: tuple[Said, ...]
    as_of: int
    cut: EvidenceCut
    is_ladder: bool = True
    bottom: Decimal = Decimal(0)
    unit: Decimal = Decimal(1)
    conflict_days: int = 7
    freshness_days: int = 30

    def dataset(self, more: Sequence[Words] = ()) -> Dataset:
        """Return the dataset; `more` are statements in words, on any issue."""
        words = [self._words(one) for one in self.said]
        return quota(self._scale(), self.directions, *words, *more, conflict_days=self.conflict_days, freshness_days=self.freshness_days)

    def positions(self) -> tuple[Position, ...]:
        """Return the position of every party."""
        data = self.dataset()
        return tuple(position_as_of(data, party, "quota", day(self.as_of), self.cut) for party in self.directions)

    def gap(self) -> Gap:
        """Return the gap between the first two parties."""
        return gap_in(self.dataset(), self)

    def changed(self, old: Said, new: Said) -> Talks:
        """Return the talks with one statement in another's place."""
        return replace(self, said=tuple(new if one is old else one for one in self.said))

    def with_said(self, *new: Said) -> Talks:
        """Return the talks with further statements."""
        return replace(self, said=(*self.said, *new))

    def _scale(self) -> Words:
        if self.is_ladder:
            return ladder(self.steps + 1)
        ends = {"bottom": str(self.bottom), "top": str(self.bottom + self.steps * self.unit), "resolution": str(self.unit)}
        return {"quantity": {"unit": "%", "gap_unit": "points", **ends}}

    def _value(self, number: int) -> str:
        return f"r{number}" if self.is_ladder else str(self.bottom + number * self.unit)

    def _words(self, one: Said) -> Words:
        place: dict[str, Any] = {"at": self._value(one.low)}
        if one.form == "strict":
            place["strict"] = True
        elif one.form == "unknown":
            place = {"unknown": "No place named."}
        elif one.form != "exact":
            place = {"from": self._value(one.low), "to": self._value(one.high), "reading": one.form}
        return statement(
            one.party, one.kind, place, id=one.id, said=day(one.day).isoformat(), speaker=one.speaker, attribution=one.attribution,
            conveyance=one.conveyance, condition={"type": "if", "says": "the herring return"} if one.is_conditional else None,
            supersedes=one.supersedes, repeats=one.repeats, to=one.to,
            expires=None if one.expires is None else day(one.expires).isoformat(),
            withdrawn=None if one.withdrawn is None else day(one.withdrawn).isoformat(),
        )  # fmt: skip


def gap_in(data: Dataset, talks: Talks, pair: tuple[str, str] = ("a", "b")) -> Gap:
    """Return the gap of a pair in a dataset, on the day and under the cut of the talks."""
    return gap_as_of(data, pair, "quota", day(talks.as_of), talks.cut)


@st.composite
def places(draw: st.DrawFn, low: int, high: int, steps: int, direction: str, forms: Sequence[str]) -> tuple[str, int, int]:
    """Return a form and its two numbers; what it amounts to lies between `low` and `high`."""
    form = draw(st.sampled_from(forms))
    first, second = sorted((draw(st.integers(low, high)), draw(st.integers(low, high))))
    if form in ("imprecise", "acceptable"):
        return form, first, second
    refused = first - 1 if direction == "up" else first + 1
    if form == "strict" and direction != "target" and 0 <= refused <= steps:
        return form, refused, refused
    return ("unknown", 0, steps) if form == "unknown" else ("exact", first, first)


@st.composite
def talks(
    draw: st.DrawFn,
    *,
    directions: Sequence[Sequence[str]] | None = None,
    parties: tuple[int, int] = (2, 3),
    coherent: bool = False,
    plain: bool = False,
    kinds: Sequence[str] = KINDS,
    ladders: bool | None = None,
    forms: Sequence[str] = ("exact", "exact", "imprecise", "acceptable", "unknown", "strict"),
    most: int = 9,
) -> Talks:
    """Return talks of two to four parties.

    `coherent` keeps every offer and demand inside every limit of its party. `plain` leaves out whatever makes a statement
    not count: leaks, weak evidence, conditions, addressees, supersession, expiry and withdrawal, dates to come.
    """
    steps = draw(st.integers(1, 7))
    is_ladder = draw(st.booleans()) if ladders is None else ladders
    count = draw(st.integers(*parties))
    words = draw(st.sampled_from(directions)) if directions else [draw(st.sampled_from(("up", "down", "up", "down", "target"))) for _ in range(count)]
    towards = dict(zip(PARTIES, words, strict=False))
    rooms = {party: sorted((draw(st.integers(0, steps)), draw(st.integers(0, steps)))) for party in towards}
    said: list[Said] = []
    for number in range(draw(st.sampled_from((0, 1, 2, *range(3, most + 1), *range(3, most + 1))))):
        party = draw(st.sampled_from(tuple(towards)))
        kind = draw(st.sampled_from(kinds))
        low, high, allowed = _room(rooms[party], kind, towards[party], steps, forms) if coherent else (0, steps, forms)
        form, first, second = draw(places(low, high, steps, towards[party], allowed))
        if coherent and form == "acceptable" and kind == "red_line" and towards[party] == "target":
            first, second = draw(st.integers(0, rooms[party][0])), draw(st.integers(rooms[party][1], steps))
        one = Said(f"s{number}", party, kind, form, first, second, draw(st.integers(0, LAST_DAY)))
        said.append(one if plain else _with_circumstances(draw, one, said, tuple(towards)))
    as_of = LAST_DAY if plain else draw(st.integers(LAST_DAY // 2, LAST_DAY))
    bottom, unit = draw(st.sampled_from(("0", "2.5", "-10"))), draw(st.sampled_from(("1", "0.5", "0.1", "7")))
    return Talks(
        steps, towards, tuple(said), as_of, CUTS[0] if plain else draw(st.sampled_from(CUTS)), is_ladder, Decimal(bottom), Decimal(unit),
        draw(st.sampled_from((0, 7, 30))), draw(st.sampled_from((1, 30, 180))),
    )  # fmt: skip


def _room(room: Sequence[int], kind: str, direction: str, steps: int, forms: Sequence[str]) -> tuple[int, int, Sequence[str]]:
    """Return between which numbers a statement of this kind must lie so that no offer crosses a limit, and the forms allowed."""
    if direction == "target":
        return (room[0], room[1], ("acceptable",) if kind == "red_line" else forms)
    beyond, this_side = ((0, room[0]), (room[0], steps)) if direction == "up" else ((room[0], steps), (0, room[0]))
    return (*(beyond if kind == "red_line" else this_side), forms)


def _with_circumstances(draw: st.DrawFn, one: Said, earlier: Sequence[Said], parties: Sequence[str]) -> Said:
    """Return the statement with what may keep it from counting; each is rare, so that most statements count."""
    # One bit for each circumstance; where bits of two or three numbers must meet, it comes up in a quarter or an eighth.
    first, second, third = (draw(st.integers(0, 511)) for _ in range(3))
    often, rarely = first & second, first & second & third

    def drawn(is_wanted: int, values: Sequence[Any], otherwise: Any) -> Any:
        return draw(st.sampled_from(values)) if is_wanted and values else otherwise

    own = [other for other in earlier if other.party == one.party]
    repeated = drawn(rarely & 1, [other for other in own if other.kind == one.kind], None)
    if repeated is not None:
        one = replace(one, form=repeated.form, low=repeated.low, high=repeated.high, repeats=repeated.repeats or repeated.id)
    return replace(
        one,
        speaker="leak" if often & 2 else "minister",
        attribution=drawn(often & 4, ("anonymous_official", "anonymous_source", "third_party_analysis", "document"), "on_record"),
        conveyance=drawn(rarely & 8, ("reported", "hint", "forecast", "implied"), "stated"),
        is_conditional=bool(rarely & 16) and one.kind != "measure",
        supersedes=drawn(often & 32, [(other.id,) for other in own if other.day <= one.day], ()),
        expires=drawn(rarely & 64, (one.day, one.day + 10, one.day + 40), None),
        withdrawn=drawn(rarely & 128, (one.day, one.day + 5, one.day + 30), None),
        to=drawn(rarely & 256, [(party,) for party in parties if party != one.party], ()),
    )


@st.composite
def spans(draw: st.DrawFn, top: int) -> Span:
    """Return a span on the whole numbers from 0 to `top`."""
    low, high = sorted((draw(st.integers(0, top)), draw(st.integers(0, top))))
    return Span(Fraction(low), Fraction(high))


@st.composite
def outcome_sets(draw: st.DrawFn, top: int = 4) -> Outcomes:
    """Return a set of outcomes on a small grid: ends uncertain or not, or a single value."""
    one, other = draw(spans(top)), draw(spans(top))
    if draw(st.booleans()):
        return Outcomes(one, one, is_point=True)
    return Outcomes(one.least(other), one.greatest(other))
