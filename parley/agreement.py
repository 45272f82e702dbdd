"""How far two people who coded the same documents apart from each other agree, before they settled their differences."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal, cast, get_args

from parley.errors import BadFilesError, Problem, quoted
from parley.files import content_of, shown_path
from parley.model import Kind, Negotiation, Place
from parley.numbers import so_many
from parley.scales import Axis
from parley.suggestions import did_you_mean

CODING_FILE = "double-coding.csv"
COLUMNS = ("source", "line", "party", "issue", "kind_first", "kind_second", "place_first", "place_second", "settled_as")
# What a coder wrote instead of a place: none on the scale (whatever a rung may be called), or one that the text does not tell.
NO_PLACE = ("", "none", "unknown")

Level = Literal["nominal", "ordinal"]


@dataclass(frozen=True)
class Coding:
    """What one coder made of a unit: a kind, and the number of a rung where one was named."""

    kind: Kind
    rung: Fraction | None


@dataclass(frozen=True)
class Unit:
    """What at least one of two coders found: on this line of this source, this party says something on this issue."""

    source: str
    line: str
    party: str
    issue: str
    first: Coding | None
    second: Coding | None
    settled_as: str


@dataclass(frozen=True)
class Measure:
    """The agreement on one property: units compared, share coded alike, and Krippendorff's alpha.

    The share is None without units, alpha where everything compared was given one and the same value.
    """

    units: int
    share: Fraction | None
    alpha: float | None


@dataclass(frozen=True)
class Agreement:
    """The units coded by both, by the first and by the second coder only, and the agreement on those coded by both."""

    both: tuple[Unit, ...]
    first_only: tuple[Unit, ...]
    second_only: tuple[Unit, ...]
    kind: Measure
    rung: Measure


def agreement_in(folder: Path, negotiation: Negotiation) -> Agreement:
    """Return the agreement in the negotiation's `double-coding.csv`; raise `BadFilesError` with every wrong value."""
    return agreement_of(read_units(folder / CODING_FILE, negotiation))


def coding_of(kind: Kind, place: Place, axis: Axis, direction: str | None) -> Coding:
    """Return what somebody made of a unit, from a statement: its kind, and the rung on which it stands where it names one on a ladder."""
    written = place_written(place, axis, direction)
    try:
        return Coding(kind, rung_named(written, axis, direction) if axis.is_ladder and written not in NO_PLACE else None)
    except ValueError:
        return Coding(kind, None)


def place_written(place: Place, axis: Axis, direction: str | None) -> str:
    """Return a place as a coder writes it; a limit short of a rung is that rung where the party wants neither way."""
    if place.from_ is not None:
        return f"{place.from_}..{place.to}"
    if place.at is None:
        return "unknown" if place.is_placed else "none"
    if place.strict and (not axis.is_ladder or _is_rung(f"beyond {place.at}", axis, direction)):
        return f"beyond {place.at}"
    return f"{place.at}..{place.at}" if str(place.at) in NO_PLACE else str(place.at)


def _is_rung(place: str, axis: Axis, direction: str | None) -> bool:
    try:
        return rung_named(place, axis, direction) is not None
    except ValueError:
        return False


def agreement_of(units: Sequence[Unit]) -> Agreement:
    """Return the agreement between the two coders of these units.

    Alpha on kind is nominal, over all units coded by both. Alpha on rung is ordinal, over those of them in which both
    named a place on a ladder. It treats the rung numbers of all issues as *one* ordinal variable: rung 2 of one ladder
    counts as equal to rung 2 of another, and the ranks come from all ladders together. Krippendorff (2004), chapter 11.
    """
    both = tuple(unit for unit in units if unit.first and unit.second)
    pairs = [(unit.first, unit.second) for unit in both if unit.first and unit.second]
    kinds = [(str(first.kind), str(second.kind)) for first, second in pairs]
    rungs = [(float(first.rung), float(second.rung)) for first, second in pairs if first.rung is not None and second.rung is not None]
    return Agreement(
        both,
        tuple(unit for unit in units if unit.second is None),
        tuple(unit for unit in units if unit.first is None),
        _measure(kinds, "nominal"),
        _measure(rungs, "ordinal"),
    )


def _measure(pairs: Sequence[tuple[str, str]] | Sequence[tuple[float, float]], level: Level) -> Measure:
    import krippendorff  # which loads numpy, for which no page waits that shows no agreement

    values = {value for pair in pairs for value in pair}
    if not pairs:
        return Measure(0, None, None)
    share = Fraction(sum(one == other for one, other in pairs), len(pairs))
    # With a single value there is no disagreement to be expected by chance, and alpha divides by it.
    alpha = float(krippendorff.alpha(list(zip(*pairs, strict=True)), level_of_measurement=level)) if len(values) > 1 else None
    return Measure(len(pairs), share, alpha)


def read_units(path: Path, negotiation: Negotiation) -> tuple[Unit, ...]:
    """Return the units of a double coding in the order of its rows; raise `BadFilesError` with every wrong value."""
    content = content_of(path)
    rows = _Rows(path, negotiation)
    try:
        units = tuple(rows.units(content))
    except csv.Error as error:
        unread = Problem(shown_path(path), rows.line + 1, 1, "This row cannot be read.", "Check its quotation marks.")
        raise BadFilesError([*rows.problems, unread]) from error
    if rows.problems:
        raise BadFilesError(rows.problems)
    return units


class _Rows:
    """One reading of a table of double codings; `problems` holds what does not fit the negotiation."""

    def __init__(self, path: Path, negotiation: Negotiation) -> None:
        self.name = shown_path(path)
        self.negotiation = negotiation
        self.axes = {issue.id: Axis.of(issue.scale) for issue in negotiation.issues}
        self.problems: list[Problem] = []
        self.line = 1
        self.row: list[str] = []

    def units(self, content: str) -> Iterator[Unit]:
        """Yield a unit for each row that is sound."""
        reader = csv.reader(io.StringIO(content))
        if tuple(next(reader, ())) != COLUMNS:
            self.problems.append(Problem(self.name, 1, 1, "The columns are not those of a double coding.", f"Write {','.join(COLUMNS)}."))
            return
        for self.row in reader:
            self.line = reader.line_num
            if len(self.row) != len(COLUMNS):
                what = f"The row has {so_many(len(self.row), 'fields')}, not {len(COLUMNS)}."
                self.problems.append(Problem(self.name, self.line, 1, what, "Put quotes around a field that holds a comma."))
                continue
            unit = self._unit(dict(zip(COLUMNS, self.row, strict=True)))
            if unit:
                yield unit

    def _unit(self, given: dict[str, str]) -> Unit | None:
        before = len(self.problems)
        self._known("party", given["party"], list(self.negotiation.party_by_id))
        self._known("issue", given["issue"], list(self.negotiation.issue_by_id))
        for coder in ("first", "second"):
            if given[f"kind_{coder}"]:
                self._known(f"kind_{coder}", given[f"kind_{coder}"], get_args(Kind))
            elif given[f"place_{coder}"]:
                self._problem(f"place_{coder}", "There is a place without a kind.", f"Fill in kind_{coder}.")
        if not given["kind_first"] and not given["kind_second"]:
            self._problem("kind_first", "Neither coder gave a kind.", "Leave the row out.")
        if len(self.problems) > before:
            return None
        first, second = self._coding("first", given), self._coding("second", given)
        return Unit(given["source"], given["line"], given["party"], given["issue"], first, second, given["settled_as"])

    def _known(self, column: str, value: str, known: Sequence[str]) -> None:
        if value not in known:
            self._problem(column, f"There is no {column.partition('_')[0]} {quoted(value)}.", did_you_mean(value, known))

    def _coding(self, coder: str, given: dict[str, str]) -> Coding | None:
        kind, place = given[f"kind_{coder}"], given[f"place_{coder}"]
        axis = self.axes[given["issue"]]
        if not kind:
            return None
        rung = None
        if axis.is_ladder and place not in NO_PLACE:
            try:
                rung = rung_named(place, axis, self.negotiation.issue_by_id[given["issue"]].directions.get(given["party"]))
            except ValueError as error:
                self._problem(f"place_{coder}", str(error))
        return Coding(cast("Kind", kind), rung)

    def _problem(self, column: str, what: str, mend: str = "") -> None:
        at = COLUMNS.index(column)
        self.problems.append(Problem(self.name, self.line, sum(len(field) + 1 for field in self.row[:at]) + 1, what, mend))


def rung_named(place: str, axis: Axis, direction: str | None) -> Fraction:
    """Return the number of the rung meant by 'x', 'x..y' (its midpoint) or 'beyond x'; raise ValueError with a hint.

    'beyond x' refuses x itself, so the limit is one rung short of it: the one coder may write the last rung that is
    granted and the other the first that is refused, and mean the same.
    """
    if place.startswith("beyond "):
        refused = axis.value(place.removeprefix("beyond "))
        if direction not in ("up", "down"):
            raise ValueError("'beyond' needs a party that wants up or down on the issue.")
        limit = refused + axis.step if direction == "up" else refused - axis.step
        if not axis.bottom <= limit <= axis.top:
            raise ValueError(f"Nothing on the ladder is short of {quoted(place.removeprefix('beyond '))}.")
        return limit
    low, _, high = place.partition("..")
    return (axis.value(low) + axis.value(high or low)) / 2
