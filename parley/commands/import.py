"""The command `import`: a table that somebody already has, brought in as a negotiation, after a look at what would come of it."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import overview
from parley.commands.edited import book_given, is_wanted, take_back
from parley.commands.options import one_day
from parley.dataset import Dataset
from parley.errors import NoFolderError, WrongArgumentError, quoted
from parley.grouping import told_by_kind
from parley.handed_in import TableError
from parley.importing.asking import blank_kinds, signs_beside
from parley.importing.drafted import Drafted
from parley.importing.folder import MAPPING_FILE, OWN_FOLDER, bring_in, change_of, kept_mapping, known_in, mapping_text, tried
from parley.importing.guessing import values_on
from parley.importing.mapping import TableMapping
from parley.importing.naming import id_of
from parley.importing.newcomers import Newcomers, newcomers, with_newcomers, without_new_sums
from parley.importing.sheets import ALL_CODES
from parley.importing.wanting import wishes
from parley.importing.whole import Workbook, begun, sheets_of
from parley.reading import read_record
from parley.telling import bringing_in as told
from parley.telling import bringing_in_ways as told_ways
from parley.words import say
from parley.writing import write_whole

SHOWN = 20  # rows of the table
WIDEST = 24  # letters of a cell


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("table", type=Path, nargs="+", metavar="FILE", help="the table: xlsx, csv or tsv; several files that belong together")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="the folder of the negotiation, such as positions/NAME; made if it is not there"
    )
    parser.add_argument("--sheet", metavar="NAME", help="the sheet of the statements, where several could be it")
    parser.add_argument("--no-heads", action="store_true", help="the first row holds no heads")
    parser.add_argument("--encoding", choices=sorted(ALL_CODES), help="the code of a text file, where it is not the one that is found by looking")
    parser.add_argument("--coded-by", metavar="WHO", help="who placed the parties by judgement, where no document says it")
    parser.add_argument("--map", type=Path, metavar="FILE", help="how the table is read, as kept from an earlier time or written by hand")
    parser.add_argument(
        "--write-map", type=Path, metavar="FILE", help="write how the table would be read, to be changed and given with --map, and end"
    )
    parser.add_argument("--title", metavar="WORDS", help="the title of the negotiation; the name of the folder if left out")
    parser.add_argument(
        "--remove",
        action="store_true",
        help="take out what is gone: of a workbook for editing the records whose rows are gone, of a table parties that are read as another now",
    )
    parser.add_argument("--withdrawn", type=one_day, metavar="DATE", help="of the same: the statements whose rows are gone were taken back that day")
    parser.add_argument("--yes", action="store_true", help="write without asking")


def run(given: argparse.Namespace) -> int:
    """Show what the table would come to, and write it if that is wanted; return 1 where nothing is written."""
    for table in given.table:
        if not table.is_file():
            raise NoFolderError(f"There is no file {quoted(str(table))}.")
    given.to = _folder(given.to)
    if (book := book_given(given)) is not None:
        return take_back(book, given)
    read = _read(given)
    new = newcomers(read) if kept_mapping(given.to) is not None and not given.map else told.NOBODY_NEW
    read = without_new_sums(read, new)
    taken = new if given.yes or given.write_map else new.listed(read.mapping)
    read = read.with_mapping(with_newcomers(read.mapping, taken))
    if given.write_map:
        write_whole(given.write_map, mapping_text(read.mapping).encode())
        print(say(told.mapping_written(str(given.write_map))))
        return 0
    drafted = read.drafted(known_in(given.to))
    print(*_as_kept(given), *_looked_at(read, drafted, new), sep="\n")
    if not drafted.entries:
        raise TableError.nothing_left(given.table[0].name)
    change = change_of(given.to, drafted, given.today, takes_out=given.remove)
    seen, wrong = tried(given.to, change)
    print(
        *(_seen(seen, given.today) if seen.count else ()),
        *map(say, (*told.comes_to(change, drafted), *told_ways.ways_changed(change, drafted.mapping), *told.joined_told(change))),
        sep="\n",
    )
    if told.take_out(change) and not given.remove:
        print(say(told.take_out_by_option()))
    for line in (*map(say, told.left_out_told(wrong.cells)), *told_by_kind(wrong.others)):
        print(line, file=sys.stderr)
    if not change.files:
        print(say(told.NOTHING_CHANGED))
        return 0
    if not given.yes and not is_wanted():
        print(say(told.NOTHING_WRITTEN))
        return 1
    bring_in(given.to, change, getpass.getuser(), say(told.brought_in(drafted.mapping.title, drafted)))
    print(say(told.written_to(str(given.to), change)))
    return 0


def _folder(given: Path) -> Path:
    """Return the folder asked for, by its whole name, which is to be the id of the negotiation; raise `WrongArgumentError` where it cannot be."""
    found = Path(os.path.abspath(given))  # noqa: PTH100 - resolve() follows links
    key = id_of(found.name, "negotiation", ())
    if key != found.name:
        raise WrongArgumentError.no_folder_name(found.name, key)
    return found


def _read(given: argparse.Namespace) -> Workbook:
    """Return the table and how it is read: as asked, as kept from the last time, or as guessed."""
    sheets = sheets_of([(one.read_bytes(), one.name) for one in given.table], given.encoding)
    kept = read_record(TableMapping, given.map)[0] if given.map else kept_mapping(given.to)
    title = given.title or given.to.name.replace("-", " ").capitalize()
    head_row = 0 if given.no_heads else None
    found = begun(sheets, given.table[0].name, title, given.to.name, kept=kept, asked=given.sheet, head_row=head_row)
    return found.with_mapping(found.mapping.coded_by(given.coded_by)) if given.coded_by else found


def _as_kept(given: argparse.Namespace) -> Iterator[str]:
    """Yield by which file a table is read that was brought in before."""
    kept = None if given.map else kept_mapping(given.to)
    if kept is not None:
        yield say(told.read_as_kept(kept.title, str(given.to / OWN_FOLDER / MAPPING_FILE)))


def _looked_at(read: Workbook, drafted: Drafted, new: Newcomers) -> Iterator[str]:
    """Yield how the table is read: its first rows, what its columns hold, names and scales, what is new, and what cannot be taken."""
    mapping = drafted.mapping
    taken, refused = new.parted(mapping)
    yield say(told.read_as(read.sheet, drafted))
    yield from _table(read.sheet.rows[max(0, mapping.head_row - 1) : mapping.head_row + SHOWN])
    yield f"{say(told.shape_told(mapping.shape))}."
    yield from (f"  {say(told.column_told(one.head, one.holds))}" for one in mapping.columns)
    yield from (say(told.part_told(one)) for one in mapping.parts)
    yield from map(say, told.not_taken(read.sheets, mapping, read.sheet))
    head, rows = blank_kinds(read.sheet, mapping)
    if rows:
        yield say(told.blank_kinds_told(head, rows, mapping))
    yield from map(say, (*told.signs_told(signs_beside(read.sheet, mapping), mapping.signs), *told.shown_told(read.sheet)))
    yield from map(say, (*told.names_told(drafted), *told.new_told(taken), *told.new_refused(refused), *told.left_out_by_choice(mapping)))
    yield from map(say, told.perhaps_one_told(mapping, new))
    yield from (say(told.scale_told(one, values_on(one, read.sheet, mapping))) for one in mapping.issues)
    wanted = wishes(drafted)
    yield from map(say, told_ways.ways_told(wanted, mapping))
    yield from map(say, filter(None, [told_ways.not_told(wanted)]))
    yield from map(say, told.left_out_told(drafted.bad))


def _seen(found: Dataset, today: date) -> Iterator[str]:
    """Yield the overview as it would look."""
    yield f"{say(told.AS_IT_WOULD_LOOK)}:"
    yield from map(say, told.shown_first(found.negotiation))
    rows = overview(found, found.negotiation.shown_first, found.last_day(today), ALL_EVIDENCE)
    yield from (f"  {say(told.issue_would_be(row))}" for row in rows)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    cut = [[cell if len(cell) <= WIDEST else f"{cell[: WIDEST - 1]}…" for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    for row in cut:
        yield "  | " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
