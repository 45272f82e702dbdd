"""The sheet in which a reader puts a party elsewhere: cells for other places, and formulas for the distances as the method defines them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell

from parley.analysis import aside
from parley.analysis.bounds import DISTANCES, gap_bounds
from parley.analysis.gaps import Gap, want_the_same_way
from parley.analysis.outcomes import Span, threshold
from parley.analysis.parts import Part, PositionSet
from parley.analysis.positions import Position
from parley.exports.column_list import COLUMNS
from parley.telling import what_if as told
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.places import standing
from parley.telling.said import Said
from parley.words import say

PLACED: tuple[Part, ...] = ("demand", "offer", "limit")
MEASURED: Mapping[str, tuple[int, int]] = {"headline": (0, 0), "table_a": (0, 1), "table_b": (1, 0), "bid": (1, 1), "limit": (2, 2)}
"""Of each distance, which part of the first party lies against which of the second."""
SIDES = 2
OWN, TYPED = 4, 10  # the columns in which held places begin, and with them those in which the reader puts others, one beside the other
DISTANCES_AT, UNIT, REASON, IDS = 16, 26, 27, 28
HIDDEN = 30  # where the sheet works out what the visible cells show
STEPS = HIDDEN + 32  # where the steps of each ladder stand, which the reader chooses from
_STANDING_FOR_OTHERS = "~?*"  # signs that a spreadsheet takes for any others when it looks for a text
LONGEST_STEP = 255  # letters that a spreadsheet looks for
_DIGITS = 9  # to which a difference of decimals is rounded, as spreadsheets do not count in fractions


Formulas = dict[int, tuple[str, float | str]]


@dataclass(frozen=True)
class Row:
    """The row of one issue: its words, the formulas by column with what they come to as long as nothing is changed, and the steps to choose from."""

    number: int
    name: str
    parties: tuple[str, ...]
    held: tuple[str, ...]
    formulas: Formulas
    steps: tuple[str, ...]
    ends: tuple[float, float]
    unit: str
    reason: str
    ids: tuple[str, ...]


def heads() -> dict[int, str]:
    """Return the titles of the columns that are seen."""
    titles = {one.key: one.title for one in COLUMNS["gaps"]}
    found = {0: titles["issue_number"], 1: titles["issue_name"], 2: titles["party_a_name"], 3: titles["party_b_name"]}
    for side in range(SIDES):
        for at, part in enumerate(PLACED):
            place = OWN + 2 * (side * len(PLACED) + at)
            found |= {place: say(told.held(part, side)), place + 1: say(told.instead(part, side))}
    for at, name in enumerate(MEASURED):
        found |= {DISTANCES_AT + 2 * at: titles[f"{name}_low"], DISTANCES_AT + 2 * at + 1: titles[f"{name}_high"]}
    return found | {UNIT: titles["unit"], REASON: say(told.WHY_NOT), IDS: titles["statements"]}


def typed_at(side: int, part: int) -> int:
    """Return the column in which the reader puts another place for a part of one of the two."""
    return OWN + 2 * (side * len(PLACED) + part) + 1


def rows_of(briefing: Briefing, first: int) -> Iterator[Row]:
    """Yield the row of each issue for the pair that is told of; the first stands in row `first`, counted from 0."""
    for at, one in enumerate(briefing.issues):
        yield _row(one, first + at)


def _row(one: BriefedIssue, at: int) -> Row:
    gap = one.row.gap
    why = _why_not(gap)
    if gap is None or why:
        names = (gap.a.party.name, gap.b.party.name) if gap else ("", "")
        return Row(one.number, one.issue.name, names, (), {}, (), (0, 0), "", say(why), gap.ids if gap else ())
    axis, sides, names = gap.a.axis, (gap.a, gap.b), (gap.a.party.name, gap.b.party.name)
    formulas = _Formulas(gap, at).all()
    if formulas is None:
        return Row(one.number, one.issue.name, names, (), {}, (), (0, 0), "", say(told.TIED), gap.ids)
    held = tuple(say(standing(own := _part(side, part), side, "measure" if own.stage else part)) for side in sides for part in PLACED)
    return Row(
        one.number,
        one.issue.name,
        names,
        held,
        formulas,
        tuple(one[:LONGEST_STEP] for one in axis.names),
        (float(axis.bottom), float(axis.top)),
        axis.gap_unit,
        "",
        gap.ids,
    )


def _why_not(gap: Gap | None) -> Said | None:
    """Return why no place can be put in another's stead on an issue; None where it can."""
    if gap is None:
        return told.NO_PAIR
    sides = (gap.a, gap.b)
    if any(one.direction is None for one in sides):
        return told.NO_DIRECTION
    if any(one.direction == "target" for one in sides):
        return told.TARGET
    if want_the_same_way(sides):
        return told.SAME_WAY
    if any(flag.kind == "incoherent" for one in sides for flag in one.flags):
        return told.CROSSED
    return told.OUTDONE if any(map(_is_outdone, sides)) else None


def _is_outdone(one: Position) -> bool:
    """Return whether some offer goes less far than the party's own demand, so that with another demand it would count again."""
    demand, offer = one.own["demand"], one.own["offer"]
    goes_less_far = bool(set(offer.ids) & set(demand.ids)) if offer.is_stated else aside.NOT_FURTHEST in one.set_aside.values()
    return demand.is_stated and goes_less_far


def _part(side: Position, part: Part) -> PositionSet:
    return side.asked if part == "demand" else side.own[part]


@dataclass(frozen=True)
class _Number:
    """A number as a formula has it, and what it is as long as nothing is typed."""

    text: str
    now: Fraction


def _fixed(value: Fraction) -> _Number:
    return _Number(f"{float(value):.15g}", value)


def _least(one: _Number, other: _Number) -> _Number:
    return _Number(f"MIN({one.text},{other.text})", min(one.now, other.now))


def _greatest(one: _Number, other: _Number) -> _Number:
    return _Number(f"MAX({one.text},{other.text})", max(one.now, other.now))


def _beyond(one: _Number, other: _Number) -> _Number:
    return _Number(f"ROUND(MAX(0,{one.text}-{other.text}),{_DIGITS})", max(Fraction(0), one.now - other.now))


def _unless(cell: str, number: _Number, typed: str = "") -> _Number:
    """Return the number that holds where a cell is empty; else what is typed into it, or what comes of that."""
    return _Number(f'IF({cell}="",{number.text},{typed or cell})', number.now)


_Ends = tuple[_Number, _Number]


@dataclass(frozen=True)
class _Side:
    """What one of the two asks, offers and has as its limit, each from low to high; whether it has a place at all, and whether the three fit."""

    parts: tuple[_Ends, ...]
    has_place: str
    fits: str


class _Formulas:
    """The formulas of one row: the places typed as numbers, the parts fitted to each other, and the distances between those of the two."""

    def __init__(self, gap: Gap, at: int) -> None:
        self.gap, self.at, self.axis = gap, at, gap.a.axis
        self.found: Formulas = {}
        self.next = HIDDEN

    def all(self) -> Formulas | None:
        """Return the formulas by column; None where they do not come to the gap as it stands."""
        a, b = (self._side(number, one) for number, one in enumerate((self.gap.a, self.gap.b)))
        fit, missing = (say(one).replace('"', '""') for one in (told.DO_NOT_FIT, told.NOT_MEASURED))
        known = "" if self.gap.possible else missing
        state = self._cell(f'IF(AND({a.fits},{b.fits}),IF(AND({a.has_place},{b.has_place}),"","{missing}"),"{fit}")', known)
        length, now = self.axis.top - self.axis.bottom, gap_bounds(self.gap)
        for number, (name, (of_a, of_b)) in enumerate(MEASURED.items()):
            above, below = (a.parts[of_a], b.parts[of_b]) if self.gap.a.direction == "up" else (b.parts[of_b], a.parts[of_a])
            least, most = self._put(_beyond(above[0], below[1])), self._put(_beyond(above[1], below[0]))
            exact = DISTANCES[name](self.gap)
            if (least.now, most.now) != (exact.low, exact.high):
                return None
            span = now[name]
            for place, shown in enumerate((least, most)):
                formula = f'IF({state}<>"",{state},IF(AND({least.text}=0,{most.text}={_fixed(length).text}),"{missing}",{shown.text}))'
                self.found[DISTANCES_AT + 2 * number + place] = formula, float(shown.now) if span else missing
        return self.found

    def _cell(self, formula: str, known: float | str) -> str:
        """Put a formula into the next hidden cell, and return the name of that cell."""
        self.found[self.next] = formula, known
        self.next += 1
        return self._name(self.next - 1)

    def _name(self, column: int) -> str:
        return str(xl_rowcol_to_cell(self.at, column, col_abs=True))

    def _put(self, number: _Number) -> _Number:
        return _Number(self._cell(number.text, float(number.now)), number.now)

    def _typed(self, side: int, part: int) -> str:
        """Return the cell that holds as a number what the reader has typed; empty where nothing."""
        cell = self._name(typed_at(side, part))
        if not self.axis.is_ladder:
            return cell
        steps = f"{self._name(STEPS)}:{self._name(STEPS + len(self.axis.names) - 1)}"
        sought = cell
        if any(sign in name for name in self.axis.names for sign in _STANDING_FOR_OTHERS):
            for sign in _STANDING_FOR_OTHERS:
                sought = f'SUBSTITUTE({sought},"{sign}","~{sign}")'
        return self._cell(f'IF({cell}="","",MATCH({sought},{steps},0)-1)', "")

    def _side(self, number: int, own: Position) -> _Side:
        """Return one of the two, its parts fitted to each other: what it asks inside what it offers inside its limit (rules 4 to 6).

        Of both ends of each part the nearer one comes first: nearer to what the party wants least.
        """
        is_up = own.direction == "up"
        nearer, further = (_least, _greatest) if is_up else (_greatest, _least)
        asked, offered, limit = (self._typed(number, part) for part in range(len(PLACED)))

        def ends(span: Span) -> _Ends:
            low, high = _fixed(span.low), _fixed(span.high)
            return (low, high) if is_up else (high, low)

        def held(part: Part) -> _Ends:
            stated = own.own[part].is_stated
            return ends(threshold(own.own[part].outcomes, own.direction) if stated else Span(self.axis.bottom, self.axis.top))

        demands = [_unless(asked, one) for one in held("demand")]
        # A demand that is not stated adds nothing to what is on the table.
        most = ends(Span(self.axis.bottom, self.axis.top))[1]
        hull = demands if own.own["demand"].is_stated else [_unless(asked, most)] * 2
        offers = []
        for end, lies in enumerate(held("offer")):
            if own.own["offer"].is_stated:
                offers.append(nearer(_unless(offered, lies), hull[end]))
            else:
                offers.append(_unless(offered, demands[end], nearer(_Number(offered, lies.now), hull[end]).text))
        refused, limit_far = (_unless(limit, one) for one in held("limit"))
        limits = self._put(refused), limit_far
        offered_far = self._put(nearer(offers[1], demands[1]))
        offered_near = self._put(further(offers[0], limits[0]))
        wanted: list[_Number] = [self._put(further(demands[0], offered_near)), self._put(demands[1])]
        if own.asked.stage is not None:
            taken = ends(threshold(own.asked.outcomes, own.direction))
            wanted = [self._put(_unless(asked, one, fitted.text)) for one, fitted in zip(taken, wanted, strict=True)]
        pairs = ((wanted[0], wanted[1]), (offered_near, offered_far), (limits[0], self._put(nearer(limits[1], offered_far))))
        has_place = "TRUE" if own.is_evidenced else f'OR({asked}<>"",{offered}<>"",{limit}<>"")'
        fits = f"{limits[0].text}{'<=' if is_up else '>='}{offered_far.text}"
        return _Side(tuple(pair if is_up else pair[::-1] for pair in pairs), has_place, fits)
