"""From the rows of a table to statements, by a mapping: what can be taken, and what cannot, with its row, column, value, reason and remedy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import count
from typing import Any, NamedTuple

from parley.errors import TableError, quoted
from parley.importing.guessing import date_of
from parley.importing.mapping import IssueMeaning, Named, TableMapping
from parley.importing.naming import exactly, id_of, plain
from parley.importing.sheets import Sheet
from parley.importing.values import AmbiguousError, Amount, amount_of, decimal_sign, is_nothing, is_unknown, same_unit
from parley.numbers import plain as written
from parley.suggestions import did_you_mean

Entry = dict[str, Any]
# The words of kinds in tables, without case and accents.
KINDS = {
    "demand": "demand", "ask": "demand", "position": "demand", "proposal": "demand", "offer": "offer", "concession": "offer", "red line": "red_line",
    "redline": "red_line", "limit": "red_line", "stated limit": "red_line", "reservation": "red_line", "threat": "threat", "rationale": "rationale",
    "reason": "rationale",
}  # fmt: skip
CONFIDENCES = ("low", "medium", "high")
AS_TEXT = ("says", "speaker", "page", "anchor", "note")


class BadCell(NamedTuple):
    """A cell, or a row where `column` is empty, that cannot be taken: its 1-based row, the column's head, the value, the reason and a remedy."""

    row: int
    column: str
    value: str
    why: str
    mend: str = ""


@dataclass(frozen=True)
class Known:
    """What a folder calls already: its documents by title, and the speakers of each party by name."""

    sources: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


NOTHING_KNOWN = Known()


@dataclass(frozen=True)
class Drafted:
    """What a table says: entries in the order of its rows, what could not be taken, how many cells say nothing, and names without a scale."""

    mapping: TableMapping
    entries: tuple[Entry, ...]
    bad: tuple[BadCell, ...]
    empty: int
    speakers: Mapping[str, Mapping[str, str]]  # by party: the id of each by name
    sources: Mapping[str, str]
    own_ids: frozenset[str] = frozenset()  # of the entries to which the table itself gives an id


class _Spot(NamedTuple):
    """One cell that holds a position: where it stands, whose it is and on what, and the rest of its row."""

    row: int
    column: str
    cell: str
    party: str
    issue: str
    beside: Mapping[str, tuple[str, str]]  # by what it holds: the head and the cell


@dataclass
class _Draft:
    mapping: TableMapping
    sheet: Sheet
    known: Known = NOTHING_KNOWN
    bad: list[BadCell] = field(default_factory=list)
    empty: int = 0

    def __post_init__(self) -> None:
        self.parties = {plain(cell): one for one in self.mapping.parties for cell in one.cells}
        self.issues = {plain(cell): one for one in self.mapping.issues for cell in one.cells}
        self.heads = self.sheet.heads(self.mapping.head_row)
        self.speakers: dict[str, dict[str, str]] = {}
        self.sources: dict[str, str] = {}
        self.own_ids: set[str] = set()
        self._by_title: dict[str, str] = {}
        self._percents: set[str] = set()
        self._ids: Counter[str] = Counter()
        self._signs = self._decimal_signs()

    def made(self) -> Drafted:
        self._refuse_headless()
        entries = tuple(entry for spot in self._spots() if (entry := self._entry(spot)) is not None)
        return Drafted(self.mapping, entries, tuple(self.bad), self.empty, self.speakers, self.sources, frozenset(self.own_ids))

    def _refuse_headless(self) -> None:
        """Note columns without a head that hold something: nobody can tell what."""
        rows = self.sheet.rows[self.mapping.head_row :]
        for place, head in enumerate(self.heads):
            found = next((row[place] for row in rows if not head and not is_nothing(row[place])), None)
            if found is not None:
                self.bad.append(BadCell(self.mapping.head_row, "", found, f"Column {place + 1} has no head.", "Give it one."))

    def _spots(self) -> Iterator[_Spot]:
        rows = enumerate(self.sheet.rows[self.mapping.head_row :], self.mapping.head_row + 1)
        if self.mapping.shape == "long":
            holds = self._columns()
            for number, row in rows:
                beside = {what: (self.heads[place], row[place]) for what, place in holds.items()}
                if any(cell for _, cell in beside.values()):
                    head, cell = beside.get("place", ("", ""))
                    issue = beside["issue"][1] if "issue" in beside else self._one_issue()
                    yield _Spot(number, head, cell, beside.get("party", ("", ""))[1], issue, beside)
            return
        is_down = self.mapping.shape == "parties_down"
        for number, row in rows:
            for head, cell in zip(self.heads[1:], row[1:], strict=True):
                if head and (row[0] or not is_nothing(cell)):
                    party, issue = (row[0], head) if is_down else (head, row[0])
                    yield _Spot(number, head, cell, party, issue, {})

    def _one_issue(self) -> str:
        return self.mapping.issues[0].cells[0] if self.mapping.issues else ""

    def _columns(self) -> Mapping[str, int]:
        """Return the place of the column that holds each thing; a column is found by its head, one of two with the same head by their order."""
        places: dict[str, list[int]] = {}
        for place, head in enumerate(self.heads):
            places.setdefault(head, []).append(place)
        found: dict[str, int] = {}
        for one in self.mapping.columns:
            if places.get(one.head):
                place = places[one.head].pop(0)
                if one.holds != "nothing":
                    found[one.holds] = place
        return found

    def _decimal_signs(self) -> Mapping[str, str]:
        cells: dict[str, list[str]] = {}
        for spot in self._spots():
            cells.setdefault(plain(spot.issue), []).append(spot.cell)
        self._percents = {issue for issue, several in cells.items() if any("%" in cell for cell in several)}
        return {issue: decimal_sign(several) for issue, several in cells.items()}

    def _entry(self, spot: _Spot) -> Entry | None:
        """Return a statement of a cell; None where it says nothing, or where it cannot be taken, which is noted."""
        if is_nothing(spot.cell) and not spot.beside.get("says", ("", ""))[1]:
            self.empty += 1
            return None
        before = len(self.bad)
        party = self._known(spot, "party", spot.party, self.parties)
        issue = self._known(spot, "issue", spot.issue, self.issues)
        place = self._place(spot, issue) if issue else None
        kind = self._kind(spot)
        rest = self._rest(spot, party)
        if len(self.bad) > before or not (party and issue and place and kind):
            return None
        entry = {"party": party.id, "issue": issue.id, "kind": kind, "place": place, **rest}
        return {"id": self._id(spot, entry), **entry}

    def _known(self, spot: _Spot, what: str, name: str, known: Mapping[str, Any]) -> Any:
        if plain(name) in known and name:
            return known[plain(name)]
        head = spot.beside.get(what, (spot.column, ""))[0]
        if not name:
            self._refuse(spot, head, "", f"The row names no {what}.", "Fill the cell, or leave the row out.")
        else:
            every = sorted({one.name for one in known.values()})
            self._refuse(spot, head, name, f"There is no {what} {quoted(name)} in the mapping.", did_you_mean(name, every))
        return None

    def _refuse(self, spot: _Spot, column: str, value: str, why: str, mend: str) -> None:
        self.bad.append(BadCell(spot.row, column, value, why, mend))

    def _place(self, spot: _Spot, issue: IssueMeaning) -> Entry | None:
        if is_nothing(spot.cell):
            return {"not_placeable": "The table gives no position here."}
        if is_unknown(spot.cell):
            return {"unknown": "The table says that it is not known."}
        if issue.levels:
            return self._level(spot, issue)
        if issue.quantity is None:
            why = "Nothing tells which of the values is more than which."
            self._refuse(spot, spot.column, spot.cell, why, f"Put the levels of {quoted(issue.name)} in order, lowest first, or number them.")
            return None
        try:
            found = amount_of(spot.cell, self._signs[plain(spot.issue)])
        except AmbiguousError:
            self._refuse(spot, spot.column, spot.cell, "The number can be read in two ways.", "Write it without a sign between thousands.")
            return None
        if found is None:
            self._refuse(
                spot, spot.column, spot.cell, "It is no number, and the others on this issue are.", "Write a number, or leave the cell empty."
            )
            return None
        return self._measured(spot, issue, found)

    def _level(self, spot: _Spot, issue: IssueMeaning) -> Entry | None:
        levels = {exactly(cell): one for one in issue.levels for cell in one.cells}
        found = levels.get(exactly(spot.cell))
        if found is None:
            names = [one.name for one in issue.levels]
            self._refuse(spot, spot.column, spot.cell, f"It is no level of {quoted(issue.name)}.", did_you_mean(spot.cell, names))
            return None
        return {"at": found.id}

    def _measured(self, spot: _Spot, issue: IssueMeaning, found: Amount) -> Entry | None:
        scale = issue.quantity
        assert scale is not None
        if found.unit and not same_unit(found.unit, scale.unit):
            self._refuse(spot, spot.column, spot.cell, f"The unit is {quoted(found.unit)}, and that of the issue is {quoted(scale.unit)}.", "")
            return None
        if not found.unit and same_unit(scale.unit, "%") and 0 < found.high <= 1 and plain(spot.issue) in self._percents:
            self._refuse(spot, spot.column, spot.cell, "It may be a share of one or of a hundred.", "Write it with its unit, as the others are.")
            return None
        if not Fraction(scale.bottom) <= found.low <= found.high <= Fraction(scale.top):
            why = f"It lies outside the scale, which runs from {scale.bottom} to {scale.top}."
            self._refuse(spot, spot.column, spot.cell, why, "Mend the number, or the ends of the scale in the mapping.")
            return None
        if found.low == found.high:
            return {"at": written(found.low)}
        return {"from": written(found.low), "to": written(found.high), "reading": "imprecise"}

    def _kind(self, spot: _Spot) -> str | None:
        head, cell = spot.beside.get("kind", ("", ""))
        if not cell:
            return self.mapping.defaults.kind
        found = KINDS.get(plain(cell))
        if found is None:
            self._refuse(spot, head, cell, "It is no kind of statement.", "It is one of: demand, limit, offer, reason, threat.")
        return found

    def _rest(self, spot: _Spot, party: Named | None) -> Entry:
        """Return what else the row, or the default for all rows, says of a statement."""
        given = self.mapping.defaults
        found: Entry = {}
        for key in ("said", "date_basis", "source", "attribution", "coded", "conveyance", "confidence"):
            value = getattr(given, key)
            if value is not None:
                found[key] = value.model_dump(mode="json", exclude_none=True) if key == "coded" else value.text if key == "said" else value
        for holds, (head, cell) in spot.beside.items():
            if cell and holds not in ("party", "issue", "kind", "place"):
                self._fill(spot, party, found, holds, head, cell)
        locator = {key: found.pop(key) for key in ("page", "paragraph", "line", "anchor") if key in found}
        return {**found, **({"locator": locator} if locator and "source" in found else {})}

    def _fill(self, spot: _Spot, party: Named | None, found: Entry, holds: str, head: str, cell: str) -> None:
        """Put what one cell says into a statement, or note why it cannot be taken."""
        match holds:
            case "said":
                day = date_of(cell)
                if day is None:
                    self._refuse(spot, head, cell, "It is no date that can be read in one way.", "Write it as 2018-05-02.")
                else:
                    found["said"] = day.text
            case "speaker":
                if party is not None:
                    known = self.known.speakers.get(party.id, {})
                    of_party = self.speakers.setdefault(party.id, {})
                    taken = {*of_party.values(), *known.values()}
                    found["speaker"] = of_party.setdefault(cell, known.get(cell) or id_of(cell, "speaker", taken))
            case "source":
                taken = {*self.sources, *self.known.sources.values(), self.mapping.negotiation}
                key = self._by_title.get(cell) or self.known.sources.get(cell) or id_of(cell, "source", taken)
                found["source"], self._by_title[cell], self.sources[key] = key, key, cell
            case "confidence":
                if plain(cell) in CONFIDENCES:
                    found["confidence"] = plain(cell)
                else:
                    self._refuse(spot, head, cell, "A confidence is low, medium or high.", "")
            case "firmness" | "paragraph" | "line":
                if cell.isdecimal() and (holds != "firmness" or 1 <= int(cell) <= 5):
                    found[holds] = int(cell)
                else:
                    self._refuse(spot, head, cell, "A firmness is a number from 1 to 5." if holds == "firmness" else "It is no whole number.", "")
            case "id":
                found["id"] = cell
            case _:
                found[holds] = cell

    def _id(self, spot: _Spot, entry: Entry) -> str:
        """Return the id that a row gives itself, or one made of party, issue, kind and day; a number tells those apart that share it."""
        given = entry.pop("id", "")
        if given:
            key = id_of(given, "statement", ())
            self.own_ids.add(key)
            return key
        kind = "" if entry["kind"] == "demand" else entry["kind"].replace("_", "-")
        found = "-".join(filter(None, (entry["party"], entry["issue"], kind)))
        self._ids[found] += 1
        return found if self._ids[found] == 1 else f"{found}-{self._ids[found]}"


def draft(sheet: Sheet, mapping: TableMapping, known: Known = NOTHING_KNOWN) -> Drafted:
    """Return what a table says by a mapping, under the ids that a folder has already; raise `TableError` where the heads are in no row of it."""
    if mapping.head_row >= len(sheet.rows):
        raise TableError.no_shape(mapping.title)
    return _Draft(mapping, sheet, known).made()


def kept_ids(drafted: Drafted, before: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Return the entries under the ids that they had when the table was brought in before, by whose and on what they are, and in that by their order.

    What is new takes an id that none has had.
    """
    free: dict[tuple[str, ...], list[str]] = {}
    for key, old in before.items():
        free.setdefault(_what(old), []).append(key)
    # What the table itself calls by an id keeps it.
    found = {number: entry["id"] for number, entry in enumerate(drafted.entries) if entry["id"] in drafted.own_ids}
    for keys in free.values():
        keys[:] = [key for key in keys if key not in drafted.own_ids]
    # Those that say the same come first, so that a row put in between renames none.
    for is_same in (True, False):
        for number, entry in enumerate(drafted.entries):
            keys = free.get(_what(entry), [])
            same = next((one for one in keys if not is_same or before[one].get("place") == entry["place"]), None)
            if number not in found and same is not None:
                found[number] = same
                keys.remove(same)
    taken = {*before, *found.values()}
    for number, entry in enumerate(drafted.entries):
        if number not in found:
            found[number] = entry["id"] if entry["id"] not in taken else next(one for n in count(2) if (one := f"{entry['id']}-{n}") not in taken)
            taken.add(found[number])
    made = _produced(drafted)
    return tuple(
        {**{name: told for name, told in before.get(found[number], {}).items() if name not in made}, **entry, "id": found[number]}
        for number, entry in enumerate(drafted.entries)
    )


def _produced(drafted: Drafted) -> set[str]:
    """Return the keys of a statement that the table gives; what somebody has added to one by hand under others stays."""
    columns = {"locator" if one.holds in ("page", "paragraph", "line", "anchor") else one.holds for one in drafted.mapping.columns}
    given = {name for name in type(drafted.mapping.defaults).model_fields if getattr(drafted.mapping.defaults, name) is not None}
    return {"id", "party", "issue", "kind", "place", *columns, *given}


def _what(entry: Entry) -> tuple[str, ...]:
    return str(entry.get("party", "")), str(entry.get("issue", "")), str(entry.get("kind", "")), str(entry.get("said", ""))
