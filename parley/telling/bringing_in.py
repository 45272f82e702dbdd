"""What is said while a table is brought in: how it is read, what cannot be taken, and what would come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal

from parley.analysis.overview import OverviewRow
from parley.importing.asking import What, perhaps_one
from parley.importing.drafted import BadCell, Drafted, Entry
from parley.importing.folder import BAD_FILE, OWN_FOLDER, Change
from parley.importing.mapping import BlankKinds, Holds, IssueMeaning, Named, Part, PartHolds, PartTable, Shape, Signs, TableMapping
from parley.importing.newcomers import Newcomers
from parley.importing.sheets import Sheet
from parley.model import Negotiation, PlacedKind
from parley.telling.counting import counted
from parley.telling.editing import since
from parley.telling.glance_answer import answer
from parley.telling.said import Argument, Said, Verbatim, said, together

Field = Literal[
    "file", "cells", "name", "code", "head_row", "shape", "ordered", "said", "coded_by", "coded_on", "write", "update", "open", "stop", "go_on"
]  # fmt: skip
Section = Literal["new", "not_taken", "sheets", "columns", "scales", "names", "ways", "all", "left_out", "table"]
LeftOutHead = Literal["row", "column", "value", "why", "mend", "sheet"]
MOST_NAMES, EXAMPLES, LONGEST_NAME = 12, 3, 80
AS_IT_WOULD_LOOK = said("as-it-would-look")
NOTHING_CHANGED = said("nothing-changed")
NOTHING_WRITTEN = said("nothing-written")
HOW_TO_BRING_IN = said("bring-in-how")
ONLY_SHOWS = said("bring-in-off")
ONE_SHEET_OF_STATEMENTS = said("one-sheet-of-statements")
READING = said("bring-in-reading")
STOPPED = said("bring-in-stopped")
NOBODY_NEW = Newcomers()
LOWEST, HIGHEST = said("levels-end", end="low"), said("levels-end", end="high")


def read_as_kept(title: str, file: str) -> Said:
    """Return that a table is read as it was before, by which file, and what comes of that."""
    return said("read-as-kept", title=Verbatim(title), file=Verbatim(file))


def given_before(names: Sequence[str]) -> Said:
    """Return which files were handed in before the page was loaded anew."""
    return said("given-before", names=names_in_short(names))


def kept_from(when: datetime) -> Said:
    """Return since when all that stands on the page is kept."""
    return said("brought-kept", when=since(when))


def shown_first(negotiation: Negotiation) -> Iterator[Said]:
    """Yield which of all parties are seen first, where not all are."""
    shown = [one.name for one in negotiation.shown_first]
    if len(shown) < len(negotiation.parties):
        yield said("shown-first", count=len(shown), whole=len(negotiation.parties), names=names_in_short(shown))


def field_label(field: Field) -> Said:
    """Return what a field of the page is for."""
    return said("bring-in-field", field=field)


def levels_of(issues: Sequence[str]) -> Said:
    """Return what stands over levels that are put into order, which some issues share."""
    return said("levels-of", issues=names_in_short(issues))


def too_many_levels(count: int) -> Said:
    """Return that so many texts are no scale."""
    return said("too-many-levels", count=count)


def code_as_found(code: str) -> Said:
    """Return that the code of a text is the one that was found by looking."""
    return said("code-as-found", code=Verbatim(code)) if code else said("code-not-found")


def steps_of(issue: str) -> Said:
    """Return what a field is for that names the steps of an issue on which the table has no position."""
    return said("steps-of", issue=Verbatim(issue))


def section_of(section: Section) -> Said:
    """Return the heading over a part of the page."""
    return said("bring-in-section", section=section)


def left_out_head(head: LeftOutHead) -> Said:
    """Return the head of a column of what is left out."""
    return said("left-out-head", head=head)


def part_told(part: PartTable) -> Said:
    """Return what a sheet lists beside the statements, and by which of its columns."""
    columns = [said("part-column", head=Verbatim(one.head), holds=part_holds(one.holds)) for one in part.columns if one.holds != "nothing"]
    return said("part-told", sheet=Verbatim(part.sheet), lists=lists_what(part.lists), columns=together(*columns, how="comma"))


def not_taken(sheets: Sequence[Sheet], mapping: TableMapping, main: Sheet) -> Iterator[Said]:
    """Yield which sheets are not taken, where there are any."""
    taken = {main.name, *(one.sheet for one in mapping.parts)}
    names = [one.name for one in sheets if one.name not in taken]
    if names:
        yield said("sheets-not-taken", names=names_in_short(names))


def sheet_lists(part: PartTable) -> Said:
    """Return what a sheet lists beside the statements."""
    return said("sheet-lists", sheet=Verbatim(part.sheet), lists=lists_what(part.lists))


def lists_what(part: Part | Literal["statements", "nothing"]) -> Said:
    """Return what a sheet lists."""
    return said("lists-what", part=part)


def part_holds(holds: PartHolds) -> Said:
    """Return what a column of a list holds."""
    return said("part-holds", holds=holds)


def shape_told(shape: Shape) -> Said:
    """Return how a table is laid out."""
    return said("table-shape", shape=shape)


def holds_what(holds: Holds) -> Said:
    """Return what a column holds."""
    return said("holds-what", holds=holds)


def read_as(sheet: Sheet, drafted: Drafted) -> Said:
    """Return how the file was read, and how many rows it has."""
    head_row = drafted.mapping.head_row
    rows = counted(len(sheet.rows) - head_row, "rows")
    if head_row == 0:
        return said("table-read-without-heads", how=Verbatim(sheet.how), rows=rows)
    return said("table-read", how=Verbatim(sheet.how), rows=rows, number=Verbatim(str(sheet.number(head_row))))


def names_told(drafted: Drafted) -> Iterator[Said]:
    """Yield the parties, those with several spellings, and how issues and parties belong together."""
    parties = drafted.mapping.parties
    is_listed = any(one.lists == "parties" for one in drafted.mapping.parts)
    yield said("table-parties", count=len(parties), names=names_in_short([one.name for one in parties]))
    for party in parties:
        if len(party.cells) > 1 and not is_listed:
            yield said("name-spelled", name=_in_short(party.name), cells=together(*map(_in_short, party.cells)))
    groups: dict[str, list[str]] = {}
    for issue in drafted.mapping.issues:
        groups.setdefault(issue.group or "", []).append(issue.name)
    yield from _grouped("issues", groups)
    blocs: dict[str, list[str]] = {}
    for party in () if is_listed else parties:
        blocs.setdefault(party.bloc or "", []).append(party.name)
    yield from _grouped("parties", blocs)


def _grouped(what: What, groups: Mapping[str, Sequence[str]]) -> Iterator[Said]:
    """Yield what stands under which heading, where anything does."""
    held = [said("under-heading", heading=_in_short(name), names=names_in_short(several)) for name, several in groups.items() if name]
    if held:
        yield said("under-headings", what=what, groups=together(*held, how="semicolon"))


def perhaps_one_told(mapping: TableMapping, new: Newcomers = NOBODY_NEW) -> Iterator[Said]:
    """Yield which names may be one, and how to say whether they are; of issues only the new ones are asked about."""
    asked: list[tuple[What, tuple[str, str]]] = [("parties", one) for one in perhaps_one(mapping)]
    asked += [("issues", one) for one in perhaps_one(mapping, "issues", {one.name for one in new.issues})]
    for what, (one, other) in asked:
        yield said("perhaps-one-name", what=what, asked=asked_whether_one(one, other, what))


def asked_whether_one(one: str, other: str, what: What = "parties") -> Said:
    """Return the question whether two names are one party or issue."""
    return said("whether-one", one=Verbatim(one), other=Verbatim(other), what=what)


def one_or_two(keep: str) -> Said:
    """Return that two names are one, called by the one to keep; that they are two where none is."""
    return said("one-party", name=Verbatim(keep)) if keep else said("two-parties")


def new_told(new: Newcomers) -> Iterator[Said]:
    """Yield which parties and issues are new in this edition."""
    yield from (said("new-names", what=what, count=len(names), names=names_in_short(names)) for what, names in _names_of(new))


def new_refused(new: Newcomers) -> Iterator[Said]:
    """Yield which new parties and issues are left out as long as nobody says that they are wanted, and how to say so."""
    yield from (said("new-refused", what=what, names=names_in_short(names)) for what, names in _names_of(new))
    if new:
        yield said("new-taken-by")


def left_out_by_choice(mapping: TableMapping) -> Iterator[Said]:
    """Yield which names of the table are left out because somebody said so."""
    names = (*mapping.parties_left_out, *mapping.issues_left_out)
    if names:
        yield said("left-out-by-choice", names=names_in_short(names))


def leave_out(what: What) -> Said:
    """Return what a choice of new parties or issues is for."""
    return said("leave-out", what=what)


def _names_of(new: Newcomers) -> Iterator[tuple[What, list[str]]]:
    kinds: tuple[tuple[What, Sequence[Named | IssueMeaning]], ...] = (("parties", new.parties), ("issues", new.issues))
    yield from ((what, [one.name for one in several]) for what, several in kinds if several)


def more_pairs(count: int) -> Said:
    """Return of how many more pairs of names nobody is asked at once."""
    return said("more-pairs", count=count)


def blank_kinds_asked(head: str, rows: Sequence[int]) -> Said:
    """Return in which rows the column of kinds says nothing."""
    shown = [str(one) for one in rows]
    return said("blank-kinds", column=Verbatim(head), rows=counted(len(rows), "rows"), numbers=names_in_short(shown))


def blank_kinds_are(way: BlankKinds, kind: PlacedKind) -> Said:
    """Return what becomes of rows without a kind."""
    return said("blank-kinds-are", way=way, kind=kind)


def signs_asked(signs: Mapping[str, int]) -> Said:
    """Return in how many cells a sign stands beside the number, and which these are, the most frequent first."""
    shown = [f"{sign} ({count})" for sign, count in sorted(signs.items(), key=lambda one: (-one[1], one[0]))]
    return said("signs-beside", count=sum(signs.values()), signs=names_in_short(shown))


def signs_are(way: Signs) -> Said:
    """Return what becomes of numbers with a sign beside them."""
    return said("signs-are", way=way)


def signs_told(signs: Mapping[str, int], way: Signs) -> Iterator[Said]:
    """Yield in how many cells a sign stands beside the number, and what becomes of them, where there are any."""
    if signs:
        yield said("signs-told", asked=signs_asked(signs), are=signs_are(way))


def percents_told(sheet: Sheet) -> Iterator[Said]:
    """Yield how many numbers are read as the percent that the workbook shows, where there are any."""
    if sheet.percents:
        yield said("percents-read", count=sheet.percents)


def shown_told(sheet: Sheet) -> Iterator[Said]:
    """Yield what is read as the workbook shows it, and what of it is not read."""
    yield from percents_told(sheet)
    for unit, count in sheet.currencies:
        yield said("currency-read", count=count, unit=Verbatim(unit))
    if sheet.unread:
        yield said("not-read", what="both" if len(sheet.unread) > 1 else sheet.unread[0])


def blank_kinds_told(head: str, rows: Sequence[int], mapping: TableMapping) -> Said:
    """Return in which rows the column of kinds says nothing, and what becomes of them."""
    return said("blank-kinds-told", asked=blank_kinds_asked(head, rows), are=blank_kinds_are(mapping.blank_kinds, mapping.defaults.kind))


def names_in_short(names: Sequence[str], most: int = MOST_NAMES) -> Argument:
    """Return names, of very many the first ones and how many more there are."""
    shown = together(*map(_in_short, names[:most]), how="and" if len(names) <= most else "comma")
    return shown if len(names) <= most else said("more-names", names=shown, more=len(names) - most)


def _in_short(name: str) -> Verbatim:
    return Verbatim(name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…")


def scale_told(issue: IssueMeaning, values: Sequence[str]) -> Said:
    """Return the scale of an issue, or that nothing tells it: of its `values` in the table, or because there are none."""
    name = Verbatim(issue.name)
    if issue.quantity is not None:
        ends = (Verbatim(str(one)) for one in (issue.quantity.bottom, issue.quantity.top))
        return said("scale-in-units", issue=name, bottom=next(ends), top=next(ends), unit=Verbatim(issue.quantity.unit))
    if not issue.levels:
        return said("scale-missing" if values else "scale-of-nothing", issue=name)
    levels: Argument = _in_short(issue.levels[0].name)
    for one in issue.levels[1:]:
        levels = said("level-above", levels=levels, next=_in_short(one.name))
    return said("scale-of-levels", issue=name, levels=levels)


def left_out_told(bad: Sequence[BadCell]) -> Iterator[Said]:
    """Yield what cannot be taken, by column and reason, with the first of each."""
    kinds: dict[tuple[str, str, str, str], list[BadCell]] = {}
    for one in bad:
        kinds.setdefault((one.sheet, one.column, one.why, one.mend), []).append(one)
    for (sheet, column, why, mend), several in kinds.items():
        cells: Argument = together(
            *(said("cell-in-row", row=Verbatim(str(one.row)), value=_in_short(one.value)) for one in several[:EXAMPLES]), how="comma"
        )
        if len(several) > EXAMPLES:
            cells = said("cells-and-more", cells=cells, more=len(several) - EXAMPLES)
        where = said("column-of-sheet", sheet=Verbatim(sheet), column=Verbatim(column)) if sheet and column else Verbatim(sheet or column)
        told = {"column": where, "cells": cells, "why": Verbatim(why)}
        yield said("cells-left-out-mend", **told, mend=Verbatim(mend)) if mend else said("cells-left-out", **told)


def issue_would_be(row: OverviewRow) -> Said:
    """Return what an issue would come to: how far apart, who is measured, and how all pairs stand."""
    found = answer(row)
    told = together(*(one for one in (found.told, found.measured, found.whole) if one), how="dots")
    return said("issue-would-be", issue=Verbatim(row.issue.name), told=told)


def comes_to(change: Change, drafted: Drafted) -> Iterator[Said]:
    """Yield how much comes in, what is otherwise than before, and what the folder keeps."""
    left, empty = (said("cells-counted", count=number) for number in (len(drafted.bad), drafted.empty))
    yield said("table-comes-to", statements=counted(len(drafted.entries), "statements"), left=left, empty=empty)
    if not change.is_new:
        yield said("since-brought-in", added=len(change.added), altered=len(change.altered), removed=len(change.removed))
    names = {one.id: one.name for one in drafted.mapping.issues}
    if change.held:
        whose = {**names, **{one.id: one.name for one in drafted.mapping.parties}}
        shown = together(*(_held(key, change.entries_held.get(key, {}), whose) for key in change.held[:MOST_NAMES]), how="comma")
        told = shown if len(change.held) <= MOST_NAMES else said("more-names", names=shown, more=len(change.held) - MOST_NAMES)
        yield said("statements-held", change.held, count=len(change.held), names=told)
    yield from (said("scale-kept", issue=Verbatim(names[key])) for key in change.header.kept)
    if drafted.bad:
        yield said("left-out-listed", file=Verbatim(f"{OWN_FOLDER}/{BAD_FILE}"))


def _held(key: str, entry: Entry, names: Mapping[str, str]) -> Argument:
    """Return which statement is meant, by its parties and its issue, and where these are not known by its id."""
    if "issue" not in entry:
        return Verbatim(key)
    parties = [entry["party"]] if "party" in entry else entry.get("parties", [])
    who = together(*(_in_short(names.get(str(one), str(one))) for one in parties), how="and")
    kind = entry.get("kind", "demand")
    return said("statement-held", party=who, issue=_in_short(names.get(str(entry["issue"]), str(entry["issue"]))), kind=str(kind))


def joined_told(change: Change) -> Iterator[Said]:
    """Yield which parties of the folder are read as another now, and whether they go or what keeps them."""
    for one in change.joined:
        told = {"name": Verbatim(one.name), "now": Verbatim(one.now)}
        if one.cited:
            yield said("joined-cited", **told, cited=names_in_short(one.cited))
        elif one in change.taken_out:
            yield said("joined-goes", **told)
        else:
            yield said("joined-stays", **told)


def take_out(change: Change) -> Said | None:
    """Return the choice to take out parties that are read as another now and to which nothing refers; None where there is none."""
    free = [one.name for one in change.joined if not one.cited]
    return said("joined-take-out", names=names_in_short(free)) if free else None


def take_out_by_option() -> Said:
    """Return how a command takes them out."""
    return said("joined-take-out-by")


def written_to(folder: str, change: Change) -> Said:
    """Return which files were written."""
    return said("written-to", folder=Verbatim(folder), files=together(*map(Verbatim, sorted(change.files)), how="comma"))


def mapping_written(file: str) -> Said:
    """Return that how a table is read was written, and how to use it."""
    return said("mapping-written", file=Verbatim(file))


def brought_in(title: str, drafted: Drafted) -> Said:
    """Return that a table has come in."""
    return said("brought-in", statements=counted(len(drafted.entries), "statements"), title=Verbatim(title))


def no_date(text: str) -> Said:
    """Return that what was typed is no date that can be read in one way."""
    return said("no-date-to-read", text=Verbatim(text))


def nothing_left() -> Said:
    """Return that no row could be taken."""
    return said("nothing-to-bring-in")


def column_told(head: str, holds: Holds) -> Said:
    """Return what one column holds."""
    return said("column-holds", head=Verbatim(head), what=holds_what(holds))
