"""The command `import`: a table that somebody already has, brought in as a negotiation, after a look at what would come of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import overview
from parley.dataset import Dataset
from parley.errors import NoFolderError, quoted
from parley.grouping import told_by_kind
from parley.importing.drafting import BadCell, Drafted, draft
from parley.importing.errors import TableError
from parley.importing.folder import BAD_FILE, OWN_FOLDER, Change, bring_in, change_of, kept_mapping, mapping_text, tried
from parley.importing.guessing import guess
from parley.importing.mapping import TableMapping
from parley.importing.naming import alike
from parley.importing.sheets import Sheet, read_sheets
from parley.reading import read_record
from parley.telling.glance_answer import answer
from parley.words import say
from parley.writing import write_whole

SHAPES = {"long": "A row per statement", "parties_down": "A row per party, a column per issue", "issues_down": "A row per issue, a column per party"}
SHOWN = 20  # rows of the table
EXAMPLES = 3  # cells of one kind that cannot be taken
WIDEST = 24  # letters of a cell


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("table", type=Path, metavar="FILE", help="the table: xlsx, ods, csv or tsv")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="the folder of the negotiation, such as positions/NAME; made if it is not there"
    )
    parser.add_argument("--sheet", metavar="NAME", help="the sheet, where the workbook has several")
    parser.add_argument("--map", type=Path, metavar="FILE", help="how the table is read, as kept from an earlier time or written by hand")
    parser.add_argument(
        "--write-map", type=Path, metavar="FILE", help="write how the table would be read, to be changed and given with --map, and end"
    )
    parser.add_argument("--title", metavar="WORDS", help="the title of the negotiation; the name of the folder if left out")
    parser.add_argument("--yes", action="store_true", help="write without asking")


def run(given: argparse.Namespace) -> int:
    """Show what the table would come to, and write it if that is wanted; return 1 where nothing is written."""
    if not given.table.is_file():
        raise NoFolderError(f"There is no file {quoted(str(given.table))}.")
    sheet, mapping = _read(given)
    if given.write_map:
        write_whole(given.write_map, mapping_text(mapping).encode())
        print(f"{given.write_map}: change it, and give it back with '--map'.")
        return 0
    drafted = draft(sheet, mapping)
    print(*_looked_at(sheet, drafted), sep="\n")
    if not drafted.entries:
        raise TableError.nothing_left(given.table.name)
    change = change_of(given.to, drafted, given.today)
    seen = tried(given.to, change)
    print(*_seen(seen, given.today), *_told(change, drafted), sep="\n")
    for line in told_by_kind(seen.left_out):
        print(line, file=sys.stderr)
    if not change.files:
        print("Nothing has changed, and nothing was written.")
        return 0
    if not given.yes and not _is_wanted():
        print("Nothing was written. Add '--yes' to write it, or change how the table is read: '--write-map FILE'.")
        return 1
    bring_in(given.to, change)
    print(f"Written: {given.to} ({', '.join(sorted(change.files))})")
    return 0


def _read(given: argparse.Namespace) -> tuple[Sheet, TableMapping]:
    """Return the sheet and how it is read: as asked, as kept from the last time, or as guessed."""
    sheets = read_sheets(given.table.read_bytes(), given.table.name)
    mapping = read_record(TableMapping, given.map)[0] if given.map else kept_mapping(given.to)
    asked = given.sheet or (mapping.sheet if mapping else None)
    names = [one.name for one in sheets]
    if asked and asked not in names:
        raise TableError.no_sheet(given.table.name, asked, names)
    if not asked and len(sheets) > 1:
        raise TableError.several_sheets(given.table.name, names)
    sheet = next(one for one in sheets if not asked or one.name == asked)
    if mapping is None:
        found = guess(sheet, given.title or given.to.name.replace("-", " ").capitalize())
        mapping = found.model_copy(update={"negotiation": given.to.name})
    return sheet, mapping


def _looked_at(sheet: Sheet, drafted: Drafted) -> Iterator[str]:
    """Yield how the table is read: its first rows, what its columns hold, names and scales, and what cannot be taken."""
    mapping = drafted.mapping
    yield f"Read as {sheet.how}: {len(sheet.rows) - mapping.head_row:,} rows under the heads in row {mapping.head_row}."
    shown = sheet.rows[mapping.head_row - 1 : mapping.head_row + SHOWN]
    yield from _table(shown)
    words = {
        "long": "A row per statement",
        "parties_down": "A row per party, a column per issue",
        "issues_down": "A row per issue, a column per party",
    }
    yield f"{words[mapping.shape]}."
    for column in mapping.columns:
        yield f"  {quoted(column.head)} holds {'nothing that is taken' if column.holds == 'nothing' else column.holds}."
    yield f"{len(mapping.parties):,} parties: {_listed([one.name for one in mapping.parties])}."
    for party in mapping.parties:
        if len(party.cells) > 1:
            yield f"  {quoted(party.name)} stands for {_listed(list(map(quoted, party.cells)))}."
    for one, other in alike([party.name for party in mapping.parties]):
        yield f"  Are {quoted(one)} and {quoted(other)} one? They are two unless the mapping lists both under one party."
    for issue in mapping.issues:
        if issue.levels:
            yield f"Issue {quoted(issue.name)}: {' < '.join(level.name for level in issue.levels)}."
        elif issue.quantity:
            yield f"Issue {quoted(issue.name)}: {issue.quantity.bottom} to {issue.quantity.top} {issue.quantity.unit}."
        else:
            yield f"Issue {quoted(issue.name)} has no scale: nothing tells which of its values is more than which. It is left out."
    yield from _bad(drafted.bad)


def _bad(found: Sequence[BadCell]) -> Iterator[str]:
    """Yield what cannot be taken, grouped by column and reason, with the first of each."""
    kinds: dict[tuple[str, str, str], list[BadCell]] = {}
    for one in found:
        kinds.setdefault((one.column, one.why, one.mend), []).append(one)
    for (column, why, mend), several in kinds.items():
        places = ", ".join(f"row {one.row} {quoted(one.value)}" for one in several[:EXAMPLES])
        more = f" and {len(several) - EXAMPLES:,} more" if len(several) > EXAMPLES else ""
        yield f"Left out, {quoted(column)}: {places}{more}. {why} {mend}".rstrip()


def _seen(found: Dataset, today: date) -> Iterator[str]:
    """Yield the overview as it would look: what lies between the parties on each issue, and who is measured."""
    yield "As it would look:"
    for row in overview(found, found.negotiation.parties, found.last_day(today), ALL_EVIDENCE):
        one = answer(row)
        told = "; ".join(say(words) for words in (one.told, one.measured, one.whole) if words)
        yield f"  {row.issue.name}: {told}"


def _told(change: Change, drafted: Drafted) -> Iterator[str]:
    yield f"{_several(len(drafted.entries), 'statement')}, {_several(len(drafted.bad), 'cell')} left out, {_several(drafted.empty, 'empty cell')}."
    if not change.is_new:
        yield f"{len(change.added):,} new, {len(change.altered):,} changed, {len(change.removed):,} gone since it was brought in before."
    for key in change.kept:
        yield f"The scale of {quoted(key)} in the folder differs from that of the table, and stays as it is."
    if drafted.bad:
        yield f"What is left out is listed in {OWN_FOLDER}/{BAD_FILE}."


def _is_wanted() -> bool:
    if not sys.stdin.isatty():
        return False
    return input("Write it? [y/N] ").strip().casefold() in ("y", "yes")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    cut = [[cell if len(cell) <= WIDEST else f"{cell[: WIDEST - 1]}…" for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    for row in cut:
        yield "  | " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _several(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _listed(names: Sequence[str], most: int = 12) -> str:
    return ", ".join(names) if len(names) <= most else f"{', '.join(names[:most])} and {len(names) - most} more"
