"""What somebody did to a workbook for editing, as changes: cells written over, rows added and taken out; and what cannot be taken, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import cast

from parley.editing.applying import applied
from parley.editing.edits import KNOWN_BY, Add, Change, Edit, Kind, Remove, known_as, withdrawn
from parley.editing.emitting import as_text
from parley.editing.errors import EditError, RefusedError
from parley.editing.opening import Opened, Record
from parley.editing.trying import Tried, tried
from parley.errors import quoted
from parley.importing.drafted import BadCell
from parley.importing.naming import id_of
from parley.importing.values import date_of, same_unit
from parley.roundtrip.book import Book, Line
from parley.roundtrip.columns import ID, NUMBER, OWNERS, SHEETS, STEPS, Column, columns_of, known_in, read
from parley.roundtrip.rows import Row, all_rows, mark_of, seen, step_names
from parley.suggestions import did_you_mean

ALIKE = 0.75  # of the cells that say something, so many are the same in a row whose id was changed
ORDER: tuple[Kind, ...] = (*("group", "party", "speaker", "bloc", "issue", "step", "salience", "power", "source", "event", "edition", "statement"),)
Key = tuple[str, str]


@dataclass(frozen=True)
class Edited:
    """The changes that a workbook holds, each with the row that it stands in; rows that are gone; and what cannot be taken."""

    book: Book
    edits: tuple[tuple[Edit, Line | None], ...]
    gone: tuple[Row, ...]
    bad: tuple[BadCell, ...]

    def of(self, *types: type) -> int:
        """Return how many of the changes are of a kind."""
        return sum(isinstance(edit, types) for edit, _ in self.edits)


def edited(book: Book, talks: Opened) -> Edited:
    """Return what somebody did to a workbook, against the files as they stand: what others changed meanwhile is never written over."""
    work = _Comparing(book, talks)
    for kind in ORDER:
        if kind in book.lines:
            work.compare(kind)
        elif book.made.get(kind):
            work.refuse(kind, 1, known_in(kind), "", "The sheet is gone, so nothing of it is changed.", "Put it back to change something.")
    return Edited(book, tuple(work.edits), tuple(work.gone), book.told(work.bad))


def withdrawing(gone: Sequence[Row], on: date) -> tuple[Edit, ...]:
    """Return that the statements whose rows are gone were taken back on a day; other records stay."""
    return tuple(withdrawn(one.id, on) for one in gone if one.kind == "statement")


def removing(gone: Sequence[Row]) -> tuple[Edit, ...]:
    """Return that the records whose rows are gone are to go, too; what stands in a party or an issue goes with it."""
    whole = {one.id for one in gone if one.kind in ("party", "issue")}
    return tuple(Remove(one.kind, one.id, one.within) for one in gone if one.within not in whole)


def taken(found: Edited, talks: Opened, more: Sequence[Edit] = ()) -> tuple[Tried, tuple[Edit, ...], tuple[BadCell, ...]]:
    """Return what would come of the changes that can be made, these changes, and the cells of those that cannot.

    `more` are what becomes of the rows that are gone. Raise `RefusedError` where what is wrong lies in none of them.
    """
    edits = [*found.edits, *((one, None) for one in more)]
    bad: list[BadCell] = []
    while True:
        made = tuple(edit for edit, _ in edits)
        try:
            return tried(talks, made), made, found.book.told(bad)
        except RefusedError as error:
            wrong = {id(one.edit): one for one in error.faults if one.edit is not None}
            lines = {id(edit): line for edit, line in edits}
            told = [(wrong[key], lines[key]) for key in wrong if lines.get(key) is not None]
            if not told:
                raise
            for fault, line in told:
                assert fault.edit is not None
                assert line is not None
                named = list(fault.edit.values)[:1] if isinstance(fault.edit, Change) else []
                head = _head(fault.edit.kind, fault.field or named)
                bad.append(BadCell(line.number, head, line.shown(head), fault.problem.what, fault.problem.mend, SHEETS[fault.edit.kind]))
            edits = [one for one in edits if id(one[0]) not in wrong]
        except EditError as error:
            if not edits:
                raise
            edit, line = _first_refused(talks, edits)
            bad.append(BadCell(line.number if line else 0, known_in(edit.kind), edit.id, str(error), "", SHEETS.get(edit.kind, "")))
            edits = [one for one in edits if one[0] is not edit]


def _first_refused(talks: Opened, edits: Sequence[tuple[Edit, Line | None]]) -> tuple[Edit, Line | None]:
    """Return the change that cannot be made after those before it; found by halves, because each try reads the files."""
    fine, refused = 0, len(edits)
    while refused - fine > 1:
        middle = (fine + refused) // 2
        try:
            applied(talks, [edit for edit, _ in edits[:middle]])
            fine = middle
        except EditError:
            refused = middle
    return edits[refused - 1]


def _head(kind: Kind, way: Sequence[str | int]) -> str:
    """Return the head of the column in which a field stands; that of the id where it is that of none."""
    names = tuple(str(one) for one in way if isinstance(one, str))
    columns = columns_of(kind)
    exact = next((one.head for one in columns if one.way and one.way == names[: len(one.way)]), None)
    return exact or next((one.head for one in columns if names and one.way[:1] == names[:1]), known_in(kind))


@dataclass
class _Comparing:
    book: Book
    talks: Opened
    edits: list[tuple[Edit, Line | None]] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    bad: list[BadCell] = field(default_factory=list)
    laddered: set[str] = field(default_factory=set)  # issues that are new, with their steps

    met: set[str] = field(default_factory=set)  # ids of records that rows have added before
    given: dict[int, str] = field(default_factory=dict)  # the id of each step that is new, by its row

    def __post_init__(self) -> None:
        self.rows = all_rows(self.talks)
        self.taken = {kind: {row.id for row in rows} for kind, rows in self.rows.items()}

    def compare(self, kind: Kind) -> None:
        """Note what was done to one sheet."""
        made, heads = self.book.made.get(kind, {}), self.book.heads[kind]
        columns = {one.head: one for one in columns_of(kind)}
        for head in heads:
            if head and head not in columns:
                self.refuse(kind, 1, head, "", "There is no such column.", did_you_mean(head, self.book.heads_shown(kind, columns)))
        known = known_in(kind)
        if known not in heads:
            self.refuse(kind, 1, known, "", "The column of the ids is gone, so nothing of this sheet is taken.", "Put it back.")
            return
        now = {(row.id, row.within): row for row in self.rows[kind]}
        lines: dict[Key, Line] = {}
        new: list[Line] = []
        for line in self.book.lines[kind]:
            key = (line.cell(known), line.cell(OWNERS[kind]) if kind in OWNERS else "")
            if key in lines:
                self.refuse(kind, line.number, known, key[0], f"It stands in row {lines[key].number} already.", "Give it another id, or none.")
            elif key in made:
                lines[key] = line
            else:
                new.append(line)
        missing = [key for key in made if key not in lines and key in now]
        new, missing = self._renamed(kind, new, missing, now, lines)
        for key, line in lines.items():
            if key in now:
                self._changed(kind, now[key], line, made[key], columns)
            elif any(mark_of(line.cell(head)) != mark for head, mark in made[key].items()) and not self._is_met(kind, line, columns):
                why = "It is no longer in the files, and was changed here."
                self.refuse(kind, line.number, known, key[0], why, "Give it another id to add it anew.")
        self.gone += [now[key] for key in missing]
        for line in new:
            if kind != "step" or line.cell("issue") not in self.laddered:
                self._added(kind, line, columns)
        if kind == "step" and NUMBER in heads:
            self._ordered(lines, new, now)

    def refuse(self, kind: Kind, number: int, head: str, cell: str, why: str, mend: str = "") -> None:
        """Note what cannot be taken."""
        self.bad.append(BadCell(number, head, cell, why, mend, SHEETS[kind]))

    def _renamed(
        self, kind: Kind, new: list[Line], missing: list[Key], now: Mapping[Key, Row], lines: dict[Key, Line]
    ) -> tuple[list[Line], list[Key]]:
        """Return rows that are new, and ids of those gone, without the rows of which only the id was changed, which are noted; a name may change."""
        kept: list[Line] = []
        for line in new:
            old = next((key for key in missing if _alike(line, now[key])), None)
            if old is None:
                kept.append(line)
                continue
            missing = [key for key in missing if key != old]
            if known_in(kind) != ID:
                lines[old] = line
                continue
            why = f"The id was {quoted(old[0])}. Other records refer to it, so it stays."
            self.refuse(kind, line.number, ID, line.cell(ID), why, f"Write {quoted(old[0])} again, or leave the cell empty for a new record.")
        return kept, missing

    def _changed(self, kind: Kind, row: Row, line: Line, made: Mapping[str, str], columns: Mapping[str, Column]) -> None:
        """Note the cells of one row that somebody wrote over."""
        heads = [head for head, mark in made.items() if head in line.cells and head in columns and mark_of(line.cells[head]) != mark]
        values: dict[str, object] = {}
        before = len(self.bad)
        for head in heads:
            cell, held = line.cells[head], row.cells.get(head, "")
            if cell == held or head in (ID, NUMBER, OWNERS.get(kind)):
                continue
            if mark_of(held) != made[head]:
                if self._says_the_same(kind, line, columns[head], held):
                    continue
                shown = self.book.choices(kind, head).get(held, held)
                why = f"It was changed meanwhile, and is {quoted(shown)} now." if held else "It was taken out meanwhile."
                self.refuse(kind, line.number, head, line.shown(head), why, "Look at both, and write yours into a new workbook or into the file.")
                continue
            self._put(kind, line, columns[head], row.record, values)
        # What is written otherwise and means the same is no change.
        other = {key: value for key, value in values.items() if (None if value is None else as_text(value)) != row.record.get(key)}
        if other and len(self.bad) == before:
            self.edits.append((Change(kind, row.id, other, row.within), line))

    def _says_the_same(self, kind: Kind, line: Line, column: Column, held: str) -> bool:
        """Return whether a cell says in other words what stands in the files now, as where the workbook was brought in before."""
        count = len(self.bad)
        value = self._value(kind, line, column)
        del self.bad[count:]
        return isinstance(value, str) and value == held

    def _put(self, kind: Kind, line: Line, column: Column, record: Record, values: dict[str, object]) -> None:
        """Put what a cell says into the field of a record to which it belongs, which is given whole."""
        value = self._value(kind, line, column)
        key, *inside = column.way
        if not inside:
            values[key] = value
            return
        base = values.get(key, record.get(key))
        values[key] = _with(base if isinstance(base, dict) else {}, inside, value)

    def _value(self, kind: Kind, line: Line, column: Column) -> object:
        cell = line.cell(column.head)
        if kind == "statement" and column.head in STEPS and cell:
            ids = self._step_ids(line.cell(STEPS[column.head]))
            if not ids and cell.endswith("%") and self._is_percent(line.cell(STEPS[column.head])):
                cell = cell[:-1].rstrip()
            found = ids.get(cell) or (cell if cell in ids.values() else None)
            if ids and found is None:
                why = f"There is no such step on the scale of {quoted(line.cell(STEPS[column.head]))}."
                self.refuse(kind, line.number, column.head, cell, why, did_you_mean(cell, list(ids)))
            return found or cell
        choices = self.book.choices(kind, column.head)
        if column.allowed and choices and cell and cell not in choices:
            self.refuse(kind, line.number, column.head, cell, "It is none of what may stand here.", did_you_mean(cell, list(choices.values())))
            return cell
        if column.form == "date" and cell:
            day = date_of(cell)
            if day is None:
                self.refuse(kind, line.number, column.head, cell, "It is no date that can be read in one way.", "Write it as 2018-05-02.")
            return day.text if day else cell
        return read(cell, column.form)

    def _is_percent(self, issue: str) -> bool:
        """Return whether an issue is measured in percent, so that a cell with that sign says a number of it."""
        scale = (self.talks.record("issue", issue) or {}).get("scale")
        quantity = scale.get("quantity") if isinstance(scale, dict) else None
        return isinstance(quantity, dict) and same_unit(str(quantity.get("unit")), "%")

    def _step_ids(self, issue: str) -> Mapping[str, str]:
        """Return the ids of the steps of an issue by their names, in the files and, before these, in the workbook."""
        names = {seen(name): key for key, name in step_names(self.talks, issue).items()}
        for line in self.book.lines.get("step", ()):
            key = line.cell(ID) or self.given.get(line.number)
            if line.cell("issue") == issue and key:
                names = {name: one for name, one in names.items() if one != key}
                names[line.cell("name")] = key
        return names

    def _added(self, kind: Kind, line: Line, columns: Mapping[str, Column]) -> None:
        """Note a row that is new; where it has no id it gets one."""
        values: dict[str, object] = {}
        before = len(self.bad)
        for head, column in columns.items():
            if column.way and line.cell(head):
                self._put(kind, line, column, {}, values)
        if len(self.bad) > before or self._is_there(kind, line, values):
            return
        if kind == "issue" and "scale" not in values:
            values["scale"] = {"ladder": self._ladder(line.cell(ID))}
        if not values.get(ID) and kind not in KNOWN_BY:
            named = ("party", "parties", "issue", "kind") if kind == "statement" else ("name", "title", "what")
            words = "-".join(filter(None, map(line.cell, named))).replace("_", "-")
            values = {ID: id_of(words, kind, self.taken[kind]), **values}
        self.taken[kind].add(known_as(kind, values))
        if kind == "step":
            self.given[line.number] = str(values[ID])
        at = self._place(line) if kind == "step" else None
        self.edits.append((Add(kind, values, line.cell(OWNERS[kind]) if kind in OWNERS else "", at), line))

    def _is_met(self, kind: Kind, line: Line, columns: Mapping[str, Column]) -> bool:
        """Return whether what a row says stands in the files already, known by something else since it was brought in before."""
        if kind not in KNOWN_BY:
            return False
        values: dict[str, object] = {}
        for head, column in columns.items():
            if column.way and line.cell(head):
                self._put(kind, line, column, {}, values)
        return self._is_there(kind, line, values)

    def _is_there(self, kind: Kind, line: Line, values: Mapping[str, object]) -> bool:
        """Return whether a row that is new has come in already, when the workbook was brought in before; note one whose id another record has."""
        made, within = self.book.made.get(kind, {}), line.cell(OWNERS[kind]) if kind in OWNERS else ""
        since = [row for row in self.rows[kind] if (row.id, row.within) not in made and row.within == within]
        wanted = {key: value for key, value in cast("Record", as_text(values)).items() if key != ID}
        for row in since:
            is_called_so = values.get(ID, row.id) == row.id
            if is_called_so and row.id not in self.met and {key: row.record.get(key) for key in wanted} == wanted:
                self.met.add(row.id)
                if kind == "issue":
                    self.laddered.add(row.id)
                return True
            if values.get(ID) == row.id:
                why = "A record of this id has been added since the workbook was made."
                self.refuse(kind, line.number, ID, row.id, why, "Choose another id, or leave the cell empty.")
                return True
        return False

    def _ladder(self, issue: str) -> list[Mapping[str, object]]:
        """Return the steps of an issue that is new, lowest first."""
        self.laddered.add(issue)
        columns = [one for one in columns_of("step") if one.way]
        lines = [one for one in self.book.lines.get("step", ()) if one.cell("issue") == issue]
        ordered = sorted(lines, key=lambda one: _number(one.cell(NUMBER)) or Fraction(one.number))
        return [{one.way[0]: line.cell(one.head) for one in columns if line.cell(one.head)} for line in ordered]

    def _place(self, line: Line) -> int:
        """Return the place of a new step: before the first of its issue that has a higher number."""
        number = _number(line.cell(NUMBER))
        others = [_number(one.cell(NUMBER)) for one in self.book.lines["step"] if one is not line and one.cell("issue") == line.cell("issue")]
        return sum(one < number for one in others if one is not None) if number is not None else len(others)

    def _ordered(self, lines: Mapping[Key, Line], new: Sequence[Line], now: Mapping[Key, Row]) -> None:
        """Note steps whose numbers were changed so that they come in another order."""
        for issue in dict.fromkeys(key[1] for key in lines):
            held = [key[0] for key in now if key[1] == issue]
            of_issue = {key[0]: line for key, line in lines.items() if key[1] == issue and key in now}
            made = self.book.made.get("step", {})
            if all(mark_of(line.cell(NUMBER)) == made[key, issue].get(NUMBER) for key, line in of_issue.items()) or set(held) - set(of_issue):
                continue
            numbers = {key: _number(line.cell(NUMBER)) for key, line in of_issue.items()}
            known = [one for one in numbers.values() if one is not None]
            if len(set(known)) < len(numbers):
                line = next(iter(of_issue.values()))
                self.refuse(
                    "step",
                    line.number,
                    NUMBER,
                    line.cell(NUMBER),
                    "Each step of an issue has a number of its own.",
                    "Number them 1, 2, 3, lowest first.",
                )
                continue
            order = sorted(held, key=lambda key: cast("Fraction", numbers[key]))
            current = list(held)
            for place, key in enumerate(order):
                if current[place] != key:
                    current.remove(key)
                    current.insert(place, key)
                    self.edits.append((Change("step", key, {}, issue, place), of_issue[key]))


def _alike(line: Line, row: Row) -> bool:
    """Return whether a row is another but for its id."""
    heads = [head for head, cell in row.cells.items() if cell and head not in (known_in(row.kind), NUMBER)]
    return bool(heads) and sum(line.cell(head) == row.cells[head] for head in heads) >= ALIKE * len(heads)


def _with(record: Mapping[str, object], way: Sequence[str], value: object) -> Record | None:
    """Return a record with a value at a place in it; None where nothing is left of it."""
    key, *inside = way
    inner = record.get(key)
    made = _with(inner if isinstance(inner, dict) else {}, inside, value) if inside else value
    found = {one: held for one, held in record.items() if one != key} if made is None else {**record, key: made}
    return cast("Record", found) or None


def _number(cell: str) -> Fraction | None:
    try:
        return Fraction(cell)
    except (ValueError, ZeroDivisionError):
        return None
