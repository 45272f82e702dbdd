"""A file of cells, whatever program wrote it: a workbook, or text of which encoding and separator are found by looking."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from parley.errors import ParleyError
from parley.formulas import guarded, unguarded
from parley.handed_in import TableError, megabytes
from parley.importing.kinds import refuse_another_kind
from parley.importing.shown import NOTHING_SHOWN, shown_in, write_as_shown
from parley.letters import is_blank

Row = tuple[str, ...]
Unread = Literal["colours", "comments"]
WORKBOOKS = (".xlsx", ".xlsm")
_WORKBOOK = "a workbook"
MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 50_000_000, 200_000, 1_000
MOST_CELLS = 20_000_000  # of a sheet, filled or not: room is taken for each
MOST_UNPACKED = 500_000_000  # a workbook is an archive, and a hostile one unpacks without end
SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
LOOKED_AT = 50  # rows by which the separator is chosen
# The codes of old text files by the names that readers know; of two that fit alike the first is taken.
CODES = {
    "cp1252": "Windows-1252 (Western)", "cp1250": "Windows-1250 (Central European)", "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)", "cp1254": "Windows-1254 (Turkish)", "cp1257": "Windows-1257 (Baltic)", "koi8_r": "KOI8-R (Cyrillic)",
    "gb18030": "GB 18030 (Chinese)", "shift_jis": "Shift JIS (Japanese)",
}  # fmt: skip
ALL_CODES = {"utf-8": "UTF-8", "utf-16": "UTF-16", **CODES}
_BEYOND_ASCII = re.compile(b"[\x80-\xff]")
SAMPLE, FEWEST = 20_000, 3  # bytes by which a code is told, and letters beyond ASCII that must be among them
_NEVER_READ = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PLACE = re.compile(rb'<c [^>]*?r="([A-Z]{1,3})([0-9]{1,7})"')
# What is wrong with a row, by what the library says of it.
_TORN = {
    "end of data": "a quotation mark is opened and never closed", "expected after": "something stands behind a quotation mark that closes a cell",
    "field larger": "a cell is longer than any table needs", "new-line": "a line ends in the middle of a cell",
}  # fmt: skip
_SIGNATURES = ((b"\xef\xbb\xbf", "utf-8", "UTF-8"), (b"\xff\xfe", "utf-16-le", "UTF-16"), (b"\xfe\xff", "utf-16-be", "UTF-16"))


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its rows of cells as text, each as wide as the widest, and in a few words how the file was read.

    `numbers` are those of its rows in the file, where they are not simply counted from 1; `percents` tells how many of its numbers are written
    as the percent that the workbook shows, `currencies` how many with the currency. `unread` is what the file has beside its cells.
    `headings` are those of what the first column names, which stood in a column before it.
    """

    name: str
    rows: tuple[Row, ...]
    how: str
    numbers: tuple[int, ...] = ()
    percents: int = 0
    currencies: tuple[tuple[str, int], ...] = ()
    unread: tuple[Unread, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()

    @property
    def is_surely_read(self) -> bool:
        """Return whether its letters are surely those that were written: its file says in which code, or is a workbook."""
        return self.how.startswith(("UTF-", _WORKBOOK))

    def number(self, row: int) -> int:
        """Return the number that a row, counted from 1, has in the file."""
        return self.numbers[row - 1] if self.numbers else row

    def heads(self, row: int) -> Row:
        """Return the heads in a row, counted from 1; one that stands there twice has a number from the second time on.

        Where the row is 0 no row holds heads, and the columns are called by their numbers.
        """
        if row == 0:
            return tuple(f"Column {number}" for number in range(1, len(self.rows[0]) + 1))
        seen: Counter[str] = Counter()
        made = []
        for head in self.rows[row - 1]:
            seen[head] += 1
            made.append(head if seen[head] == 1 or not head else f"{head} ({seen[head]})")
        return tuple(made)


def read_files(files: Sequence[tuple[bytes, str]], code: str | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of one file or of several that belong together; a sheet without a name of its own has that of its file."""
    read = [(name, sheet) for data, name in files for sheet in read_sheets(data, name, code)]
    if len(files) == 1:
        return tuple(sheet for _, sheet in read)
    counts = Counter(sheet.name or _stem(name) for name, sheet in read)

    def called(name: str, own: str) -> str:
        return _stem(name) if not own else f"{_stem(name)} {own}" if counts[own] > 1 else own

    return tuple(replace(sheet, name=called(name, sheet.name)) for name, sheet in read)


def _stem(name: str) -> str:
    return name[: name.rfind(".")] if "." in name else name


def read_sheets(data: bytes, name: str, code: str | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of a file that hold anything; `code` is that of a text where it is known.

    Raises `TableError` where it is no table that can be read.
    """
    if len(data) > MOST_BYTES:
        raise TableError.too_large(name, megabytes(len(data)), megabytes(MOST_BYTES))
    refuse_another_kind(data, name)
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    found = _of_workbook(data, name) if ending in WORKBOOKS or data[:4] == b"PK\x03\x04" else (sheet_of_text(data, name, code),)
    held = tuple(one for one in found if one.rows)
    if not held:
        raise TableError.empty(name)
    return held


def sheet_of_text(data: bytes, name: str, code: str | None = None) -> Sheet:
    """Return the one sheet of a text file; its code is found by looking where none is named."""
    text, called = decoded(data, name) if code is None else _decoded_as(data, name, code)
    rows: list[list[str]] = []
    line = 1
    try:
        separator = _separator(text)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        for row in reader:
            rows.append([_meant(cell) for cell in row])
            line = reader.line_num + 1
    except csv.Error as error:
        why = next((why for said, why in _TORN.items() if said in str(error)), "the row cannot be taken apart")
        raise TableError.unreadable(name, f"on line {line}, {why}") from error
    return Sheet("", _even(rows, name), f"{called}, separated by {SEPARATORS[separator]}")


def _meant(cell: str) -> str:
    """Return a cell without the apostrophe by which a text is kept from being a formula."""
    own = unguarded(cell)
    return own if guarded(own) == cell else cell


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file, and the name of its code."""
    for signature, code, called in _SIGNATURES:
        if data.startswith(signature):
            return data[len(signature) :].decode(code, errors="replace"), called
    # Without a signature UTF-16 betrays itself by its empty bytes, on even places or on odd ones.
    start = data[:2000]
    for place, code in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(start) > 3 and start[place::2].count(0) > 0.4 * len(start[place::2]):
            return data.decode(code, errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        found = "" if b"\x00" in start else _likely_code(data)
        if not found:
            raise TableError.no_text(name) from error
        return _decoded_as(data, name, found)


def _decoded_as(data: bytes, name: str, code: str) -> tuple[str, str]:
    """Return the text of a file in a code that is known, and the name of the code."""
    try:
        return data.decode(code).removeprefix("\ufeff"), ALL_CODES[code]
    except UnicodeDecodeError as error:
        raise TableError.not_in_code(name, ALL_CODES[code]) from error


def _likely_code(data: bytes) -> str:
    """Return the code in which a text was probably written, by its lines that hold more than ASCII; empty where nothing tells."""
    from charset_normalizer import from_bytes

    lines = [line for line in data[: 100 * SAMPLE].splitlines() if _BEYOND_ASCII.search(line)]
    sample = b"\n".join(lines)[:SAMPLE]
    found = list(from_bytes(sample, cp_isolation=list(CODES)))
    best = min((one.chaos for one in found), default=0)
    fitting = {code for one in found if one.chaos == best for code in one.could_be_from_charset}
    likely = [code for code in CODES if code in fitting and _decodes(data, code)]
    return likely[0] if likely and (likely[0] == "cp1252" or len(_BEYOND_ASCII.findall(sample)) >= FEWEST) else ""


def _decodes(data: bytes, code: str) -> bool:
    try:
        data.decode(code)
    except UnicodeDecodeError:
        return False
    return True


def _separator(text: str) -> str:
    """Return the sign that parts the first rows most evenly into most columns."""
    lines = text.splitlines()[: 4 * LOOKED_AT]

    def evenness(sign: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=sign) if row][:LOOKED_AT]
        except csv.Error:
            return 0.0, 0  # on which line is told by whoever reads the rows
        if not widths:
            return 0.0, 0
        width, count = Counter(widths).most_common(1)[0]
        return (count / len(widths) if width > 1 else 0.0), width

    return max(SEPARATORS, key=evenness)


def _of_workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    from python_calamine import CalamineWorkbook, PasswordError

    _refuse_a_bomb(data, name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown, has_comments = shown_in(data)
        found = []
        for called in book.sheet_names:
            sheet = book.get_sheet_by_name(called)
            if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
                raise TableError.too_large(name, f"{sheet.total_height:,} rows, {sheet.total_width:,} columns", _most())
            held = sheet.to_python(skip_empty_area=False)
            cells = [[_text(cell) for cell in row] for row in held]
            own = shown.get(called, NOTHING_SHOWN)
            units = write_as_shown(held, cells, own.units)
            percents = units.pop("%", 0)
            beside: Mapping[Unread, bool] = {"colours": own.has_colours, "comments": has_comments}
            unread = tuple(one for one, is_there in beside.items() if is_there)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
                _fill(cells, top, left, bottom, right)
            found.append(Sheet(cleared(called), _even(cells, name), _WORKBOOK, (), percents, tuple(sorted(units.items())), unread))
    except PasswordError as error:
        raise TableError.locked(name) from error
    except ParleyError:
        raise
    except Exception as error:  # whatever a damaged file makes the library do, its reader is told in words
        raise TableError.unreadable(name, "the workbook is damaged, or is none") from error
    return tuple(found)


def _refuse_a_bomb(data: bytes, name: str) -> None:
    if data[:2] == b"PK":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                unpacked = sum(one.file_size for one in archive.infolist())
                if unpacked > MOST_UNPACKED:
                    raise TableError.too_large(name, f"{megabytes(unpacked)} unpacked", megabytes(MOST_UNPACKED))
                for one in archive.namelist():
                    if one.startswith("xl/worksheets/") and one.endswith(".xml"):
                        _refuse_a_far_cell(archive.read(one), name)
        except ParleyError:
            raise
        except Exception as error:  # a damaged archive fails in many ways
            raise TableError.unreadable(name, "the file is cut short or damaged") from error


def _refuse_a_far_cell(sheet: bytes, name: str) -> None:
    """Refuse a sheet of which one cell lies so far out that the room up to it would fill the memory."""
    rows = columns = 0
    for letters, number in _PLACE.findall(sheet):
        rows = max(rows, int(number))
        column = 0
        for letter in letters:
            column = 26 * column + letter - 64
        columns = max(columns, column)
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise TableError.too_large(name, f"{rows:,} rows, {columns:,} columns", _most())


def _fill(cells: list[list[str]], top: int, left: int, bottom: int, right: int) -> None:
    """Write into each of several cells shown as one what stands in the first of them."""
    for row in range(top, min(bottom + 1, len(cells))):
        for column in range(left, min(right + 1, len(cells[row]))):
            cells[row][column] = cells[top][left]


def _text(cell: object) -> str:
    """Return a cell as its reader sees it, a date as files write it, and a number without needless digits."""
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float() | int():
            # What a program adds up in binary has digits behind the last that anybody meant.
            return format(Decimal(f"{cell:.12g}" if isinstance(cell, float) else cell).normalize(), "f") if abs(cell) < float("inf") else ""
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
    return str(cell)


def cleared(text: str) -> str:
    """Return a text without what nobody can read, and with single blanks; empty where nothing of it can be seen."""
    found = " ".join(_NEVER_READ.sub("", text).split())
    return "" if not found.isascii() and is_blank(found) else found


def _even(rows: Iterable[Sequence[str]], name: str) -> tuple[Row, ...]:
    """Return rows of one width without those that are empty at the end; raise `TableError` where there are too many."""
    clean = [[cleared(cell) for cell in row] for row in rows]
    while clean and not any(clean[-1]):
        clean.pop()
    width = max((max((place + 1 for place, cell in enumerate(row) if cell), default=0) for row in clean), default=0)
    if len(clean) > MOST_ROWS or width > MOST_COLUMNS:
        raise TableError.too_large(name, f"{len(clean):,} rows, {width:,} columns", _most())
    return tuple(tuple((row + [""] * width)[:width]) for row in clean)


def _most() -> str:
    return f"{MOST_ROWS:,} rows and {MOST_COLUMNS:,} columns"
