"""What a workbook shows of its cells and keeps beside them: it keeps 0.15 and shows 15%, or 5 and shows $5, and what is shown is meant."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from html import unescape

Place = tuple[int, int]  # row and column, counted from 0
_BUILT_IN = frozenset({9, 10})  # the formats 0% and 0.00%, which no workbook lists
# What a format shows as it stands: in quotes, behind a backslash, and colours and conditions in brackets.
_AS_IT_STANDS = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
# What a format has of a text: a currency by its place, a text in quotes, a sign behind a backslash, a sign by itself.
_IN_A_FORMAT = re.compile(r"\[\$([^\]-]+)(?:-[0-9A-Fa-f]+)?\]|\"([^\"]*)\"|\\\\(.)|([€$£¥₹])|_.|\[[^\]]*\]")
_CURRENCY = re.compile(r"[A-Z]{0,2}[€$£¥₹]|EUR|USD|GBP|CHF|JPY|CNY|SEK|NOK|DKK")
_COMMENTS = re.compile(r"xl/(?:comments|threadedComments)")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]\d]{1,20}[)\]]\W*$")
HEADS = 10  # rows among which heads are looked for
LOOKED_AT = 2_000_000  # bytes of a sheet in which colours are looked for
_TAG = re.compile(r"<(?:\w+:)?(\w+)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_CELL = re.compile(rb"<(?:\w+:)?(row|c)\b([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CELL_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']""")
_CELL_STYLE = re.compile(rb"""\bs\s*=\s*["']([0-9]{1,6})["']""")


@dataclass(frozen=True)
class Shown:
    """What a workbook shows of one sheet and keeps in no cell: by place the sign of percent or the currency, and whether colours tell cells apart."""

    units: Mapping[Place, str] = field(default_factory=dict)
    has_colours: bool = False


NOTHING_SHOWN = Shown()


@dataclass(frozen=True)
class _Styles:
    """By the number of each cell style its unit, where it has one, and its fill."""

    units: Mapping[int, str]
    fills: Sequence[str]

    @property
    def has_fills(self) -> bool:
        return len(set(self.fills)) > 1


def shown_in(data: bytes) -> tuple[Mapping[str, Shown], bool]:
    """Return by the name of each sheet what is shown of it, and whether there are comments; none where the file is no workbook of the usual kind."""
    if data[:2] != b"PK":
        return {}, False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = set(archive.namelist())
        has_comments = any(_COMMENTS.match(one) for one in held)
        if not {"xl/workbook.xml", "xl/styles.xml"} <= held:
            return {}, has_comments
        styles = _styles(archive.read("xl/styles.xml").decode(errors="replace"))
        if not styles.units and not styles.has_fills:
            return {}, has_comments
        files = _files_of_sheets(archive)
        return {name: _shown(archive.read(file), styles) for name, file in files.items() if file in held}, has_comments


def _shown(sheet: bytes, styles: _Styles) -> Shown:
    units = {(row, column): styles.units[style] for row, column, style in _places(sheet) if style in styles.units} if styles.units else {}
    return Shown(units, styles.has_fills and _tells_by_colour(sheet[:LOOKED_AT], styles))


def _tells_by_colour(sheet: bytes, styles: _Styles) -> bool:
    """Return whether some cell has another colour than most of its row and most of its column: heads, first columns and stripes have not."""
    fills = {(row, column): styles.fills[style] if style < len(styles.fills) else "0" for row, column, style in _places(sheet)}
    rows: dict[int, Counter[str]] = {}
    columns: dict[int, Counter[str]] = {}
    for (row, column), fill in fills.items():
        rows.setdefault(row, Counter())[fill] += 1
        columns.setdefault(column, Counter())[fill] += 1
    most = [{key: one.most_common(1)[0][0] for key, one in several.items()} for several in (rows, columns)]
    return any(fill not in (most[0][row], most[1][column]) for (row, column), fill in fills.items())


def write_as_shown(held: Sequence[Sequence[object]], cells: list[list[str]], units: Mapping[Place, str]) -> Counter[str]:
    """Write the numbers that are shown with a unit as they are shown, to the last digit that is held; return how many of each unit these are."""
    count = Counter[str]()
    for (row, column), unit in units.items():
        number = held[row][column] if row < len(held) and column < len(held[row]) else None
        if (
            isinstance(number, float | int)
            and not isinstance(number, bool)
            and cells[row][column]
            and (unit == "%" or not _has_unit(cells, row, column))
        ):
            kept = cells[row][column]
            cells[row][column] = f"{(100 * Decimal(kept)).normalize():f}%" if unit == "%" else f"{kept} {unit}"
            count[unit] += 1
    return count


def _has_unit(cells: Sequence[Sequence[str]], row: int, column: int) -> bool:
    """Return whether a head over a cell, or the head of its row, names a unit, which says more than a currency: "Fund (EUR m)"."""
    return any(_IN_BRACKETS.search(one) for one in (cells[row][0], *(above[column] for above in cells[: min(row, HEADS)])))


def unit_shown(form: str) -> str:
    """Return the unit in which a number format shows a number: percent, of a hundred times it, or a currency; "" for none."""
    first = form.partition(";")[0]
    if "%" in _AS_IT_STANDS.sub("", first):
        return "%"
    for found in _IN_A_FORMAT.finditer(first):
        text = (found[1] or found[2] or found[3] or found[4] or "").strip()
        if found[1] is not None or _CURRENCY.fullmatch(text):
            return text
    return ""


def _styles(styles: str) -> _Styles:
    """Return what the cell styles of a workbook show."""
    formats = {int(one["numFmtId"]): unit_shown(one.get("formatCode", "")) for tag, one in _tags(styles) if tag == "numFmt" and "numFmtId" in one}
    units: dict[int, str] = {}
    fills: list[str] = []
    is_inside = False
    for tag, one in _tags(styles):
        if tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            is_inside = tag == "cellXfs"
        elif tag == "xf" and is_inside:
            key = int(one.get("numFmtId", "0"))
            if unit := formats.get(key, "%" if key in _BUILT_IN else ""):
                units[len(fills)] = unit
            fills.append(one.get("fillId", "0"))
    return _Styles(units, fills)


def _files_of_sheets(archive: zipfile.ZipFile) -> Mapping[str, str]:
    links = "xl/_rels/workbook.xml.rels"
    if links not in archive.namelist():
        return {}
    targets = {
        one["Id"]: one.get("Target", "") for tag, one in _tags(archive.read(links).decode(errors="replace")) if tag == "Relationship" and "Id" in one
    }
    found: dict[str, str] = {}
    for tag, one in _tags(archive.read("xl/workbook.xml").decode(errors="replace")):
        target = next((targets[value] for key, value in one.items() if key.endswith(":id") and value in targets), "")
        if tag == "sheet" and target:
            found[one.get("name", "")] = posixpath.normpath(posixpath.join("xl", target)).lstrip("/") if target[0] != "/" else target[1:]
    return found


def _tags(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for found in _TAG.finditer(text):
        yield found[1], {key: unescape(one or other) for key, one, other in _ATTRIBUTE.findall(found[2])}


def _places(sheet: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the cells of a sheet, each with its style; a cell that does not say where it stands is the next of its row."""
    row, column = -1, -1
    for found in _CELL.finditer(sheet):
        place = _CELL_PLACE.search(found[2])
        if found[1] == b"row":
            row, column = int(place[2]) - 1 if place else row + 1, -1
            continue
        column += 1
        if place and place[1]:
            row, column = int(place[2]) - 1, _number(place[1])
        style = _CELL_STYLE.search(found[2])
        yield row, column, int(style[1]) if style else 0


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number - 1
