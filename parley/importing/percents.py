"""Which cells of a workbook are shown as percent: a program keeps 0.15 in them and shows 15%, and what is shown is what its reader means."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import unescape

Place = tuple[int, int]  # row and column, counted from 0
_BUILT_IN = frozenset({9, 10})  # the formats 0% and 0.00%, which no workbook lists
# What a format shows as it stands: in quotes, behind a backslash, and colours and conditions in brackets.
_AS_IT_STANDS = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_TAG = re.compile(r"<(?:\w+:)?(\w+)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_CELL = re.compile(rb"<(?:\w+:)?(row|c)\b([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CELL_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']""")
_CELL_STYLE = re.compile(rb"""\bs\s*=\s*["']([0-9]{1,6})["']""")


def percents_in(data: bytes) -> Mapping[str, frozenset[Place]]:
    """Return by the name of each sheet which of its cells are shown as percent; none where the file is no workbook of the usual kind."""
    if data[:2] != b"PK":
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = set(archive.namelist())
        if not {"xl/workbook.xml", "xl/styles.xml"} <= held:
            return {}
        styles = _percent_styles(archive.read("xl/styles.xml").decode(errors="replace"))
        if not styles:
            return {}
        files = _files_of_sheets(archive)
        return {name: frozenset(_places(archive.read(file), styles)) for name, file in files.items() if file in held}


def write_as_shown(held: Sequence[Sequence[object]], cells: list[list[str]], places: Iterable[Place]) -> int:
    """Write the numbers that are shown as percent as they are shown, to the last digit that is held; return how many these are."""
    count = 0
    for row, column in places:
        number = held[row][column] if row < len(held) and column < len(held[row]) else None
        if isinstance(number, float | int) and not isinstance(number, bool) and cells[row][column]:
            cells[row][column] = f"{(100 * Decimal(cells[row][column])).normalize():f}%"
            count += 1
    return count


def is_percent(form: str) -> bool:
    """Return whether a number format shows a number times a hundred: a sign of percent stands in it that is not merely written out."""
    return "%" in _AS_IT_STANDS.sub("", form)


def _percent_styles(styles: str) -> frozenset[int]:
    """Return the numbers of the cell styles whose format is one of percent."""
    formats = {int(one["numFmtId"]): is_percent(one.get("formatCode", "")) for tag, one in _tags(styles) if tag == "numFmt" and "numFmtId" in one}
    found: list[int] = []
    is_inside = False
    count = 0
    for tag, one in _tags(styles):
        if tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            is_inside = tag == "cellXfs"
        elif tag == "xf" and is_inside:
            key = int(one.get("numFmtId", "0"))
            if formats.get(key, key in _BUILT_IN):
                found.append(count)
            count += 1
    return frozenset(found)


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


def _places(sheet: bytes, styles: frozenset[int]) -> Iterator[Place]:
    """Yield the cells of a sheet in certain styles; a cell that does not say where it stands is the next of its row."""
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
        if style and int(style[1]) in styles:
            yield row, column


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number - 1
