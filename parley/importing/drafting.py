"""From the rows of a table to statements, by a mapping: what can be taken, and what cannot, with its row, column, value, reason and remedy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from parley.dates import UNDATED
from parley.errors import quoted
from parley.handed_in import TableError
from parley.importing.drafted import NOTHING_JOINED, NOTHING_KNOWN, BadCell, Drafted, Entry, Joined, Known, Rating, Spot
from parley.importing.heads import places_of
from parley.importing.kind_words import KINDS
from parley.importing.mapping import PLACES, IssueMeaning, Level, Named, TableMapping
from parley.importing.measuring import NotTakenError, measured
from parley.importing.naming import exactly, id_of, plain
from parley.importing.sheets import Sheet
from parley.importing.tongues import in_english
from parley.importing.values import AmbiguousError, amount_of, date_of, decimal_sign, is_nothing, is_unknown, number_beside
from parley.importing.ways import way_of
from parley.model import DirectionWord, PlacedKind
from parley.suggestions import did_you_mean

CONFIDENCES = ("low", "medium", "high")
MOST_LINES = 999_999_999
NO_TRIMMING = ("party", "issue", "kind", "salience", "power", "wants", *PLACES)
IF_NEW = "If it is new, add it to the mapping, or give '--yes' without '--map'."
Step = Callable[[float], None]
STEP = 500  # cells between one word of how far it is and the next


class _Spot(NamedTuple):
    """One cell that holds a position: where it stands, whose it is and on what, and the rest of its row."""

    row: int
    column: str
    cell: str
    party: str
    issue: str
    beside: Mapping[str, tuple[str, str]]  # by what it holds: the head and the cell
    kind: PlacedKind | None = None  # that its column alone tells


@dataclass
class _Draft:
    mapping: TableMapping
    sheet: Sheet
    known: Known = NOTHING_KNOWN
    joined: Joined = NOTHING_JOINED
    step: Step | None = None
    bad: list[BadCell] = field(default_factory=list)
    empty: int = 0

    def __post_init__(self) -> None:
        self.parties = {plain(cell): one for one in self.mapping.parties for cell in one.cells}
        self.issues = {plain(cell): one for one in self.mapping.issues for cell in one.cells}
        self.levels = {one.id: _by_spelling(one.levels) for one in self.mapping.issues}
        self.heads = self.sheet.heads(self.mapping.head_row)
        self.called = self.sheet.name if self.joined.sheets else ""
        self.speakers: dict[str, dict[str, str]] = {}
        self.sources: dict[str, Entry] = {one["id"]: one for one in self.joined.sources.values()}
        self.ratings: dict[str, dict[tuple[str, str], Rating]] = {"salience": {}, "power": {}}
        self.own_ids: set[str] = set()
        self.wants: dict[tuple[str, str], tuple[DirectionWord, int]] = {}  # by issue and party, with the row that says it
        self._by_title: dict[str, str] = {}
        self._percents: set[str] = set()
        self._ids: Counter[str] = Counter()
        self._signs: Mapping[str, str] = {}
        self._placed: set[str] = set()  # issues on which some cell has a position
        self.bad += self.joined.bad

    def made(self) -> Drafted:
        self._refuse_headless()
        spots = list(self._spots())
        self._signs = self._decimal_signs(spots)
        said = {plain(one.issue) for one in spots if not (is_nothing(one.cell) or is_unknown(one.cell))}
        self._placed = {one.id for name, one in self.issues.items() if name in said}
        entries, stands = [], []
        for number, spot in enumerate(spots):
            if self.step is not None and number % STEP == 0:
                self.step(number / len(spots))
            if (entry := self._entry(spot)) is not None:
                entries.append(entry)
                stands.append(Spot(self.called, spot.row, spot.column))
        salience, power = (tuple(one.values()) for one in self.ratings.values())
        if (salience or power) and self.mapping.defaults.coded is None:
            self._refuse_unsigned()
            salience = power = ()
        return Drafted(
            self.mapping, tuple(entries), tuple(self.bad), self.empty, self.speakers, self.sources, self.joined.events, salience, power,
            frozenset(self.own_ids), tuple(stands), {pair: way for pair, (way, _) in self.wants.items()},
        )  # fmt: skip

    def _refuse_headless(self) -> None:
        """Note columns without a head that hold something: nobody can tell what."""
        rows = self.sheet.rows[self.mapping.head_row :]
        for place, head in enumerate(self.heads):
            found = next((row[place] for row in rows if not head and not is_nothing(row[place])), None)
            if found is not None:
                row = self.sheet.number(self.mapping.head_row)
                self.bad.append(BadCell(row, "", found, f"Column {place + 1} has no head.", "Give it one.", self.called))

    def _refuse_unsigned(self) -> None:
        """Note columns of salience or power of which nobody says whose judgement they are."""
        for one in self.mapping.columns:
            if one.holds in self.ratings:
                row = self.sheet.number(max(1, self.mapping.head_row))
                why, mend = "It is somebody's judgement, and nobody is named for it.", "Say who coded the table."
                self.bad.append(BadCell(row, one.head, "", why, mend, self.called))

    def _spots(self) -> Iterator[_Spot]:
        start = self.mapping.head_row
        rows = ((self.sheet.number(number), row) for number, row in enumerate(self.sheet.rows[start:], start + 1))
        if self.mapping.shape == "long":
            holds, places = self._columns(), places_of(self.heads, self.mapping.columns)
            for number, row in rows:
                beside = {what: (self.heads[place], row[place]) for what, place in holds.items()}
                cells = [(self.heads[place], row[place], PLACES[kind]) for place, kind in places]
                if any(cell for _, cell in beside.values()) or any(cell for _, cell, _ in cells):
                    issue = beside["issue"][1] if "issue" in beside else self._one_issue()
                    # Where one column of several has a position, the empty ones beside it say nothing.
                    filled = [one for one in cells if not is_nothing(one[1])] or cells[:1] or [("", "", None)]
                    self.empty += max(0, len(cells) - len(filled))
                    for head, cell, kind in filled:
                        yield _Spot(number, head, cell, beside.get("party", ("", ""))[1], issue, beside, kind)
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
                if one.holds != "nothing" and one.holds not in PLACES:
                    found[one.holds] = place
        return found

    def _decimal_signs(self, spots: Sequence[_Spot]) -> Mapping[str, str]:
        cells: dict[str, list[str]] = {}
        for spot in spots:
            cells.setdefault(plain(spot.issue), []).append(spot.cell)
            for holds in self.ratings.keys() & spot.beside.keys():
                cells.setdefault(holds, []).append(spot.beside[holds][1])
        self._percents = {issue for issue, several in cells.items() if any("%" in cell for cell in several)}
        return {issue: decimal_sign(several) for issue, several in cells.items()}

    def _entry(self, spot: _Spot) -> Entry | None:
        """Return a statement of a cell; None where it says nothing, or where it cannot be taken, which is noted."""
        if self.mapping.leaves_out("issues", [spot.issue]) or self.mapping.leaves_out("parties", [spot.party]):
            return None
        is_rated = any(spot.beside.get(holds, ("", ""))[1] for holds in self.ratings)
        is_silent = is_nothing(spot.cell) and not spot.beside.get("says", ("", ""))[1]
        if is_silent and not is_rated:
            self.empty += 1
            return None
        before = len(self.bad)
        parties = self._parties(spot)
        issue = self._known(spot, "issue", spot.issue, self.issues)
        if is_rated and issue:
            for party in parties:
                self._rate(spot, issue, party)
        if is_silent:
            self.empty += 1
            return None
        place = self._place(spot, issue) if issue else None
        kind = self._kind(spot)
        rest = self._rest(spot, parties[0] if parties else None)
        if len(self.bad) > before or not (parties and issue and place and kind):
            return None
        whose = {"party": parties[0].id} if len(parties) == 1 else {"parties": [one.id for one in parties]}
        if issue.quantity is not None and number_beside(spot.cell, "."):
            rest["note"] = " ".join(filter(None, (rest.get("note"), f"The table has {quoted(spot.cell)}.")))
        entry = {**whose, "issue": issue.id, "kind": kind, "place": place, **rest}
        self._note_wants(spot, issue.id, parties)
        return {"id": self._id(spot, entry, parties[0].id), **entry}

    def _parties(self, spot: _Spot) -> list[Named]:
        """Return whose a cell is: of the party that its row names, or of those that a sheet of links names for the statement."""
        linked = self.joined.parties_of.get(plain(spot.beside.get("id", ("", ""))[1]))
        if linked is None and "links" in self.joined.sheets and not spot.party:
            head, key = spot.beside.get("id", ("", ""))
            self._refuse(spot, head, key, f"No row of the sheet {quoted(self.joined.sheets['links'])} says whose statement it is.", "Add one.")
            return []
        names = [spot.party] if spot.party or linked is None else []
        found = [self._known(spot, "party", one, self.parties) for one in (*names, *(linked or ()))]
        return list({one.id: one for one in found if one is not None}.values()) if all(found) else []

    def _rate(self, spot: _Spot, issue: IssueMeaning, party: Named) -> None:
        for holds, found in self.ratings.items():
            head, cell = spot.beside.get(holds, ("", ""))
            if is_nothing(cell) or is_unknown(cell):
                continue
            try:
                amount = amount_of(cell, self._signs[holds])
            except AmbiguousError:
                amount = None
            if amount is None or amount.low < 0:
                self._refuse(spot, head, cell, "It is no number from nought up.", "Write a number or a stretch, or leave the cell empty.")
                continue
            old = found.get((issue.id, party.id))
            low, high = (min(old.low, amount.low), max(old.high, amount.high)) if old else (amount.low, amount.high)
            found[issue.id, party.id] = Rating(issue.id, party.id, low, high)

    def _note_wants(self, spot: _Spot, issue: str, parties: Sequence[Named]) -> None:
        """Note which way a row says that its parties want; what cannot be taken of it leaves the statement as it is."""
        head, cell = spot.beside.get("wants", ("", ""))
        if is_nothing(cell) or is_unknown(cell):
            return
        if (way := way_of(cell)) is None:
            self._refuse(spot, head, cell, "It does not say which way a party wants.", "Write more, less or target.")
            return
        for party in parties:
            known, row = self.wants.setdefault((issue, party.id), (way, spot.row))
            if known != way:
                why = f"Row {row} says otherwise of {quoted(party.name)} on this issue."
                self._refuse(spot, head, cell, why, "A party wants one way on an issue: write the same in both rows.")

    def _known(self, spot: _Spot, what: str, name: str, known: Mapping[str, Any]) -> Any:
        key = plain(name)
        if key in known and name:
            return known[key]
        head = spot.beside.get(what, (spot.column, ""))[0]
        if not name:
            self._refuse(spot, head, "", f"The row names no {what}.", "Fill the cell, or leave the row out.")
        else:
            every = sorted({one.name for one in known.values()})
            listed = self.joined.sheets.get("parties" if what == "party" else "issues")
            where = f"the sheet {quoted(listed)}" if listed is not None else "the mapping"
            mend = " ".join(filter(None, (did_you_mean(name, every), IF_NEW if listed is None else "")))
            self._refuse(spot, head, name, f"There is no {what} {quoted(name)} in {where}.", mend)
        return None

    def _refuse(self, spot: _Spot, column: str, value: str, why: str, mend: str) -> None:
        self.bad.append(BadCell(spot.row, column, value, why, mend, self.called))

    def _place(self, spot: _Spot, issue: IssueMeaning) -> Entry | None:
        if not issue.levels and issue.quantity is None:
            self._refuse_unscaled(spot, issue)
            return None
        if is_nothing(spot.cell):
            return {"not_placeable": "The table gives no position here."}
        if is_unknown(spot.cell):
            return {"unknown": "The table says that it is not known."}
        if issue.levels:
            return self._level(spot, issue)
        assert issue.quantity is not None
        issue_key = plain(spot.issue)
        try:
            return measured(spot.cell, issue.quantity, self._signs[issue_key], self.mapping.signs, has_percents=issue_key in self._percents)
        except NotTakenError as error:
            self._refuse(spot, spot.column, spot.cell, error.why, error.mend)
            return None

    def _refuse_unscaled(self, spot: _Spot, issue: IssueMeaning) -> None:
        name = quoted(issue.name)
        if issue.id not in self._placed:
            why = f"No row has a position on {name}, so it has no scale."
            mend = f"Write in {quoted(spot.column)} where each stands, or name the steps of its scale; or leave {name} out."
        else:
            is_placed = not (is_nothing(spot.cell) or is_unknown(spot.cell))
            why = "Nothing tells which of the values is more than which." if is_placed else f"{name} has no scale."
            mend = f"Put the levels of {name} in order, lowest first, or number them."
        self._refuse(spot, spot.column, spot.cell, why, mend)

    def _level(self, spot: _Spot, issue: IssueMeaning) -> Entry | None:
        found = self.levels[issue.id].get(exactly(spot.cell))
        if found is None:
            names = [one.name for one in issue.levels]
            self._refuse(spot, spot.column, spot.cell, f"It is no level of {quoted(issue.name)}.", did_you_mean(spot.cell, names))
            return None
        return {"at": found.id}

    def _kind(self, spot: _Spot) -> str | None:
        if spot.kind is not None:
            return spot.kind
        head, cell = spot.beside.get("kind", ("", ""))
        if not cell and head and self.mapping.blank_kinds == "left_out":
            self._refuse(spot, head, "", "The row says no kind.", "Write demand, limit or offer, or let a blank be what the others are.")
            return None
        if not cell:
            return self.mapping.defaults.kind
        found = KINDS.get(in_english(cell))
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
            if cell and holds not in NO_TRIMMING:
                self._fill(spot, party, found, holds, head, cell)
        linked = self.joined.sources_of.get(plain(spot.beside.get("id", ("", ""))[1]))
        if linked and not spot.beside.get("source", ("", ""))[1]:
            self._fill(spot, party, found, "source", "id", linked)
        locator = {key: found.pop(key) for key in ("page", "paragraph", "line", "anchor") if key in found}
        return {**found, **({"locator": locator} if locator and "source" in found else {})}

    def _fill(self, spot: _Spot, party: Named | None, found: Entry, holds: str, head: str, cell: str) -> None:
        """Put what one cell says into a statement, or note why it cannot be taken."""
        match holds:
            case "said":
                day = date_of(cell)
                if cell.casefold() == UNDATED.text:
                    return
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
                if (key := self._source(spot, head, cell)) is not None:
                    found["source"] = key
            case "confidence":
                if plain(cell) in CONFIDENCES:
                    found["confidence"] = plain(cell)
                else:
                    self._refuse(spot, head, cell, "A confidence is low, medium or high.", "")
            case "firmness" | "paragraph" | "line":
                if cell.isdecimal() and 1 <= int(cell) <= (5 if holds == "firmness" else MOST_LINES):
                    found[holds] = int(cell)
                else:
                    why = "A firmness is a number from 1 to 5." if holds == "firmness" else "It is no number of a line or paragraph."
                    self._refuse(spot, head, cell, why, "" if holds == "firmness" else "They are counted from 1.")
            case "id":
                found["id"] = cell
            case _:
                found[holds] = cell

    def _source(self, spot: _Spot, head: str, cell: str) -> str | None:
        """Return the id of the document that a cell names; None where a sheet lists them and it is not there."""
        if "sources" in self.joined.sheets:
            record = self.joined.sources.get(plain(cell))
            if record is None:
                why = f"There is no document {quoted(cell)} in the sheet {quoted(self.joined.sheets['sources'])}."
                self._refuse(spot, head, cell, why, did_you_mean(cell, sorted({one["title"] for one in self.sources.values()})))
                return None
            return str(record["id"])
        taken = {*self.sources, *self.known.sources.values(), self.mapping.negotiation}
        key = self._by_title.get(cell) or self.known.sources.get(cell) or id_of(cell, "source", taken)
        self._by_title[cell], self.sources[key] = key, {"id": key, "title": cell}
        return key

    def _id(self, spot: _Spot, entry: Entry, party: str) -> str:
        """Return the id that a row gives itself, or one made of party, issue and kind; a number tells those apart that share it.

        In a row of several positions the kind tells apart what shares the row's id.
        """
        given = entry.pop("id", "")
        kind = "" if entry["kind"] == "demand" else entry["kind"].replace("_", "-")
        if given:
            key = id_of("-".join(filter(None, (given, kind if spot.kind else ""))), "statement", ())
            self.own_ids.add(key)
            return key
        found = "-".join(filter(None, (party, entry["issue"], kind)))
        self._ids[found] += 1
        return found if self._ids[found] == 1 else f"{found}-{self._ids[found]}"


def _by_spelling(levels: Sequence[Level]) -> Mapping[str, Level]:
    """Return levels by how the table writes them, and by their names, as what was brought in is written out."""
    return {exactly(one.name): one for one in levels} | {exactly(cell): one for one in levels for cell in one.cells}


def draft(sheet: Sheet, mapping: TableMapping, known: Known = NOTHING_KNOWN, joined: Joined = NOTHING_JOINED, step: Step | None = None) -> Drafted:
    """Return what a table says by a mapping, under the ids that a folder has already; raise `TableError` where the heads are in no row of it.

    `step` is told now and then which part of it is done.
    """
    if mapping.head_row >= len(sheet.rows):
        raise TableError.no_shape(mapping.title)
    return _Draft(mapping, sheet, known, joined, step).made()
