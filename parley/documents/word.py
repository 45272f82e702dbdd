"""Word documents, read by python-docx: paragraphs and tables in their order, with what was inserted and without what was deleted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from parley.documents.blocks import Block, Read, flat
from parley.documents.errors import DocumentError

MOST_UNPACKED, MOST_PARTS = 200_000_000, 5_000
_SHOWN = "not(ancestor::w:del) and not(ancestor::w:moveFrom) and not(ancestor::*[local-name()='Fallback'])"
_RUNS = f".//*[(self::w:t or self::w:tab or self::w:br or self::w:noBreakHyphen) and {_SHOWN} and not(ancestor::w:txbxContent)]"
_BOXES = f".//w:txbxContent//w:p[{_SHOWN}]"
_IN_BOX = f".//w:t[{_SHOWN}]"
_SIGNS = {"tab": " ", "br": " ", "noBreakHyphen": "-"}


def read_word(data: bytes, name: str) -> Read:
    """Return a Word document."""
    _refuse_a_bomb(data, name)
    try:
        found = Document(io.BytesIO(data))
    except ValueError as error:
        raise DocumentError.has_macros(name) if "macroEnabled" in str(error) else DocumentError.no_document(name) from error
    blocks = [one for one in _blocks(found) if one.text]
    if not blocks:
        raise DocumentError.empty(name)
    about = found.core_properties
    dates = [one.date().isoformat() for one in (about.created, about.modified) if one is not None]
    return Read("word", blocks, title=flat(about.title or ""), language=(about.language or "")[:2].lower(), dates=dates)


def _refuse_a_bomb(data: bytes, name: str) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DocumentError.broken(name) from error
    size = sum(one.file_size for one in parts)
    if size > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise DocumentError.too_large(name, f"{size / 1e6:,.0f} MB unpacked", f"{MOST_UNPACKED / 1e6:,.0f} MB")
    if any(one.flag_bits & 1 for one in parts):
        raise DocumentError.locked(name)
    if not any(one.filename == "[Content_Types].xml" for one in parts):
        raise DocumentError.no_document(name)


def _blocks(found: Any) -> Iterator[Block]:
    for one in found.iter_inner_content():
        if isinstance(one, Paragraph):
            yield Block(_words(one), is_heading=_is_heading(one))
            yield from (Block(flat("".join(str(run.text or "") for run in box.xpath(_IN_BOX)))) for box in one._p.xpath(_BOXES))
        elif isinstance(one, Table):
            yield from (Block(" | ".join(row)) for row in _rows(one))


def _words(one: Paragraph) -> str:
    return flat("".join(_SIGNS.get(run.tag.rpartition("}")[2], run.text or "") for run in one._p.xpath(_RUNS)))


def _is_heading(one: Paragraph) -> bool:
    name = (one.style.name if one.style else None) or ""
    return name.casefold().startswith(("heading", "title", "subtitle"))


def _rows(table: Table) -> Iterator[list[str]]:
    for row in table.rows:
        cells: list[str] = []
        last = None
        for cell in row.cells:
            # A cell over several columns comes once for each of them.
            if cell._tc is not last:
                cells.append(flat(" ".join(_words(one) for one in cell.paragraphs)))
            last = cell._tc
        yield [one for one in cells if one]
