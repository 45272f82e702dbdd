"""Several sheets made one: what lists parties, issues, levels, documents, events and links is joined to the statements by ids or names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parley.errors import quoted
from parley.handed_in import TableError
from parley.importing.drafted import NOTHING_JOINED, NOTHING_KNOWN, Entry, Joined, Known
from parley.importing.guessing import cells_on, short_of
from parley.importing.heads import ISSUES, PARTIES, by_place, head_row_of, is_called_a_list, part_of
from parley.importing.level_columns import levels_across
from parley.importing.lists import Lists, Row, of_cells
from parley.importing.mapping import IssueMeaning, Named, PartTable, TableMapping
from parley.importing.naming import id_of, plain, readable
from parley.importing.scaling import measured, with_levels
from parley.importing.sheets import Sheet
from parley.importing.tongues import in_english
from parley.importing.values import date_of
from parley.importing.ways import way_of
from parley.model import DirectionWord
from parley.suggestions import did_you_mean


def main_sheet(sheets: Sequence[Sheet], parts: Sequence[PartTable], name: str, asked: str | None = None) -> Sheet:
    """Return the sheet of the statements: the one asked for, or the only one that lists nothing else; raise `TableError` where there is none."""
    names = [one.name for one in sheets]
    if asked and asked not in names:
        raise TableError.no_sheet(name, asked, names)
    left = [one for one in sheets if one.name == asked] if asked else perhaps_main(sheets, [one.sheet for one in parts])
    if len(left) != 1:
        raise TableError.several_sheets(name, [one.name for one in left] or names)
    return left[0]


def perhaps_main(sheets: Sequence[Sheet], listing: Collection[str]) -> list[Sheet]:
    """Return the sheets, one at best, that may be the one of the statements; those `listing` something else, by name, are not."""
    left = [one for one in sheets if one.name not in listing]
    # Notes beside a table are none, nor is what is called a list of something else, or names neither parties nor issues.
    for is_it in (_is_table, _is_no_list, _names_what_is_compared):
        if len(left) > 1:
            left = [one for one in left if is_it(one)] or left
    return left


def _is_table(sheet: Sheet) -> bool:
    try:
        head_row_of(sheet, sheet.name)
    except TableError:
        return False
    return True


def _names_what_is_compared(sheet: Sheet) -> bool:
    row = head_row_of(sheet, sheet.name)
    return row > 0 and any(in_english(head) in (*PARTIES, *ISSUES) for head in sheet.rows[row - 1])


def _is_no_list(sheet: Sheet) -> bool:
    return not is_called_a_list(sheet)


def parts_of(sheets: Sequence[Sheet]) -> tuple[PartTable, ...]:
    """Return what the sheets of a file list beside the statements; nothing where there is one sheet alone."""
    if len(sheets) < 2:
        return ()
    found = (levels_across(one, [other for other in sheets if other is not one]) or part_of(one) for one in sheets)
    return tuple(one for one in found if one is not None)


def join(mapping: TableMapping, sheets: Sequence[Sheet], known: Known = NOTHING_KNOWN, *, is_kept: bool = False) -> tuple[TableMapping, Joined]:
    """Return how a table is read with what its other sheets list, and what of them is no part of that.

    A mapping that is kept from an earlier time is only added to: names, ids and scales in it stay.
    """
    by_name = {one.name: one for one in sheets}
    parts = [one for one in mapping.parts if one.sheet in by_name]
    if not parts:
        return mapping, NOTHING_JOINED
    main = next((one for one in sheets if one.name == mapping.sheet), sheets[0])
    return _Join(mapping, main, Lists({one.lists: (one, by_name[one.sheet]) for one in parts}), known, is_kept).made()


@dataclass
class _Join:
    mapping: TableMapping
    main: Sheet
    lists: Lists
    known: Known
    is_kept: bool

    def made(self) -> tuple[TableMapping, Joined]:
        parties = self._parties() if "parties" in self.lists else self.mapping.parties
        if "links" in self.lists and "parties" not in self.lists:
            parties = self._linked(parties)
        issues = self._issues() if "issues" in self.lists else self.mapping.issues
        if "levels" in self.lists:
            cells = {one.id: cells_on(one, self.main, self.mapping) for one in issues}
            issues = with_levels(self.lists, issues, cells, is_kept=self.is_kept)
        sources = self._sources()
        parties_of, sources_of = self._links(parties, sources)
        mapping = self.mapping.model_copy(update={"parties": parties, "issues": issues})
        events = self._events(issues, sources)
        return mapping, Joined(self.lists.named(), sources, parties_of, sources_of, events, tuple(self.lists.bad))

    def _parties(self) -> tuple[Named, ...]:
        found: list[Named] = []
        for row, cells in self.lists.listed("parties", ("id", "name", "short")):
            if self.mapping.leaves_out("parties", cells):
                continue
            met = of_cells(self.mapping.parties, cells)
            every = tuple(dict.fromkeys([*(met.cells if met else ()), *cells]))
            wants = self._wants(row)
            if met and self.is_kept:
                # Two rows may be one party to whoever brings the table in.
                same = next((one for one in found if one.id == met.id), None)
                found = [one for one in found if one is not same]
                every = tuple(dict.fromkeys([*(same.cells if same else ()), *every]))
                found.append(met.model_copy(update={"cells": every, "wants": wants or (same or met).wants}))
                continue
            name = row.cell("name") or row.cell("short") or row.cell("id")
            key = id_of(row.cell("id") if readable(row.cell("id")) else name, "party", {one.id for one in (*found, *self._kept())})
            short, bloc = row.cell("short") or None, row.cell("bloc") or None
            found.append(Named(id=key, name=name, short=short, bloc=bloc, cells=every, wants=wants))
        return tuple(found)

    def _wants(self, row: Row) -> DirectionWord | None:
        """Return which way a party wants on every scale, as its row says; what says nothing that is known is noted."""
        way = way_of(row.cell("wants"))
        if way is None and row.cell("wants"):
            self.lists.refuse("parties", row, "wants", "It does not say which way a party wants.", "Write more, less or target.")
        return way

    def _kept(self) -> tuple[Named, ...]:
        return self.mapping.parties if self.is_kept else ()

    def _linked(self, parties: tuple[Named, ...]) -> tuple[Named, ...]:
        """Return the parties with those that only a list of links names."""
        found = list(parties)
        for row in self.lists.rows("links"):
            cell = row.cell("party")
            if cell and of_cells(found, [cell]) is None and not self.mapping.leaves_out("parties", [cell]):
                found.append(Named(id=id_of(cell, "party", {one.id for one in found}), name=cell, cells=(cell,)))
        return tuple(found)

    def _issues(self) -> tuple[IssueMeaning, ...]:
        found: list[IssueMeaning] = []
        for row, cells in self.lists.listed("issues", ("id", "name")):
            if self.mapping.leaves_out("issues", cells):
                continue
            met = of_cells(self.mapping.issues, cells)
            if met is None:
                self.lists.refuse("issues", row, "id" if row.cell("id") else "name", "No statement is on this issue, so it is left out.")
                continue
            every = tuple(dict.fromkeys([*met.cells, *cells]))
            quantity = measured(self.lists, row, met)
            if self.is_kept:
                found.append(met.model_copy(update={"cells": every}))
                continue
            full = row.cell("name") or row.cell("question") or row.cell("id")
            name = short_of(full, {one.name for one in found})
            key = id_of(row.cell("id") if readable(row.cell("id")) else name, "issue", {one.id for one in found})
            question = row.cell("question") or (full if name != full else None)
            scale = {"quantity": quantity, "levels": () if quantity else met.levels}
            more = {"id": key, "name": name, "cells": every, "question": question, **scale}
            found.append(met.model_copy(update=more))
        return tuple(found)

    def _sources(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        taken = {*self.known.sources.values(), self.mapping.negotiation}
        for row, cells in self.lists.listed("sources", ("id", "title")):
            title = row.cell("title") or row.cell("id")
            wanted = row.cell("id") if readable(row.cell("id")) else title
            key = self.known.sources.get(title) or id_of(wanted, "source", {*taken, *(one["id"] for one in found.values())})
            record: Entry = {"id": key, "title": title}
            if issued := row.cell("issued"):
                day = date_of(issued)
                if day is None:
                    self.lists.refuse("sources", row, "issued", "It is no date that can be read in one way.", "Write it as 2018-05-02.")
                else:
                    record["issued"] = day.text
            if author := row.cell("author"):
                record["author"] = [{"literal": author}]
            if publisher := row.cell("publisher"):
                record["publisher"] = publisher
            if url := row.cell("url"):
                if url.startswith(("http://", "https://")) and " " not in url:
                    record["URL"] = url
                else:
                    self.lists.refuse("sources", row, "url", "It is no address of a page.", "Write it as https://example.org/page.")
            found |= {plain(cell): record for cell in cells}
        return found

    def _links(self, parties: Sequence[Named], sources: Mapping[str, Entry]) -> tuple[dict[str, list[str]], dict[str, str]]:
        parties_of: dict[str, list[str]] = {}
        sources_of: dict[str, str] = {}
        known = {plain(cell) for one in parties for cell in one.cells}
        ids = self._statement_ids()
        for row in self.lists.rows("links"):
            key = row.cell("statement")
            if plain(key) not in ids:
                why = f"There is no statement {quoted(key)} in the sheet {quoted(self.main.name)}."
                self.lists.refuse("links", row, "statement", why, did_you_mean(key, sorted(ids.values())))
                continue
            if party := row.cell("party"):
                if self.mapping.leaves_out("parties", [party]):
                    parties_of.setdefault(plain(key), [])
                elif plain(party) in known:
                    parties_of.setdefault(plain(key), []).append(party)
                else:
                    names = sorted(one.name for one in parties)
                    self.lists.refuse("links", row, "party", f"There is no party {quoted(party)}.", did_you_mean(party, names))
            if source := row.cell("source"):
                if "sources" in self.lists and plain(source) not in sources:
                    self.lists.refuse("links", row, "source", f"There is no document {quoted(source)}.", did_you_mean(source, sorted(sources)))
                elif sources_of.setdefault(plain(key), source) != source:
                    self.lists.refuse("links", row, "source", "The statement has a document already.", "Give it a row among the statements.")
        return parties_of, sources_of

    def _statement_ids(self) -> dict[str, str]:
        heads = self.main.heads(self.mapping.head_row)
        column = next((number for number, one in enumerate(by_place(heads, self.mapping.columns)) if one and one.holds == "id"), None)
        return {} if column is None else {plain(row[column]): row[column] for row in self.main.rows[self.mapping.head_row :] if row[column]}

    def _events(self, issues: Sequence[IssueMeaning], sources: Mapping[str, Entry]) -> tuple[Entry, ...]:
        made: list[Any] = []
        for row in self.lists.rows("events"):
            day, what = date_of(row.cell("date")), row.cell("what")
            source = sources.get(plain(row.cell("source")), {}).get("id") or self.mapping.defaults.source
            issue = of_cells(issues, [row.cell("issue")])
            if day is None:
                self.lists.refuse("events", row, "date", "It is no date that can be read in one way.", "Write it as 2018-05-02.")
            elif not what:
                self.lists.refuse("events", row, "what", "Nothing says what happened.", "Fill the cell, or leave the row out.")
            elif row.cell("issue") and issue is None:
                asked, names = row.cell("issue"), sorted(one.name for one in issues)
                self.lists.refuse("events", row, "issue", f"No statement is on an issue {quoted(asked)}.", did_you_mean(asked, names))
            elif not source:
                mend = did_you_mean(row.cell("source"), sorted({one["title"] for one in sources.values()})) if row.cell("source") else ""
                self.lists.refuse("events", row, "source", "No document that is listed tells of it.", mend or "Name one, by its id or title.")
            else:
                key = id_of(row.cell("id") or what, "event", {one["id"] for one in made})
                on = {"issues": [issue.id]} if issue else {}
                made.append({"id": key, "date": day.text, "what": what, **on, "source": source})
        return tuple(made)
