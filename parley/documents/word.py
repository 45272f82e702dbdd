"""Word documents, read by python-docx: paragraphs, tables and notes in their order, with what was inserted and without what was deleted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from parley.documents.blocks import Block, Read, flat
from parley.documents.errors import DocumentError
from parley.handed_in import megabytes

MOST_UNPACKED, MOST_PARTS = 200_000_000, 5_000
_SHOWN = "not(ancestor::w:del) and not(ancestor::w:moveFrom) and not(ancestor::*[local-name()='Fallback'])"
_RUNS = f".//*[(self::w:t or self::w:tab or self::w:br or self::w:noBreakHyphen) and {_SHOWN} and not(ancestor::w:txbxContent)]"
_BOXES = f".//w:txbxContent//w:p[{_SHOWN}]"
_REFERENCES = f".//*[(self::w:footnoteReference or self::w:endnoteReference) and {_SHOWN}]"
_NOTES = {"footnote": "Footnote", "endnote": "Endnote"}
_ID, _PARAGRAPH = qn("w:id"), qn("w:p")
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
        raise DocumentError.too_large(name, f"{megabytes(size)} unpacked", megabytes(MOST_UNPACKED))
    if any(one.flag_bits & 1 for one in parts):
        raise DocumentError.locked(name)
    if not any(one.filename == "[Content_Types].xml" for one in parts):
        raise DocumentError.no_document(name)


def _blocks(found: Any) -> Iterator[Block]:
    """Yield paragraphs and rows of tables with their notes behind them; what stands at the head and the foot of pages comes around them, apart."""
    notes = _Notes(found.part)
    yield from _edges(found.part, "header")
    for one in _inside(found.element.body):
        if one.tag.endswith("}tbl"):
            for row in Table(one, found).rows:
                yield Block(" | ".join(_cells(row)))
                yield from notes.of(row._tr)
        else:
            yield Block(_words(one), is_heading=_is_heading(Paragraph(one, found)))
            yield from (Block(flat("".join(str(run.text or "") for run in box.xpath(_IN_BOX)))) for box in one.xpath(_BOXES))
            yield from notes.of(one)
    yield from _edges(found.part, "footer")


def _inside(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, those within a field for content among them."""
    for one in parent:
        name = etree.QName(one).localname if isinstance(one.tag, str) else ""
        if name in ("p", "tbl"):
            yield one
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(one)


class _Notes:
    """The notes at the foot of pages and at the end, which count from 1 in the order in which the text refers to them."""

    def __init__(self, part: Any) -> None:
        self.texts = {kind: {one.get(_ID): one for one in _root(part, f"{kind}s")} for kind in _NOTES}
        self.met = dict.fromkeys(_NOTES, 0)

    def of(self, element: Any) -> Iterator[Block]:
        """Yield the notes to which an element refers, each led by what it is and its number."""
        for one in element.xpath(_REFERENCES):
            kind = etree.QName(one).localname.removesuffix("Reference")
            note = self.texts[kind].get(one.get(_ID))
            if note is not None:
                self.met[kind] += 1
                words = " ".join(filter(None, map(_words, note.iter(_PARAGRAPH))))
                yield from [Block(f"{_NOTES[kind]} {self.met[kind]}: {words}")] if words else []


def _root(part: Any, kind: str) -> Any:
    """Return the root of a part that belongs to the document; nothing where there is none."""
    parts = (one.target_part for one in part.rels.values() if not one.is_external and one.reltype.endswith(f"/{kind}"))
    return next((parse_xml(one.blob) for one in parts), ())


def _edges(part: Any, kind: str) -> Iterator[Block]:
    """Yield what stands at the head or at the foot of pages, each once."""
    parts = [one.target_part for _, one in sorted(part.rels.items()) if not one.is_external and one.reltype.endswith(f"/{kind}")]
    texts = dict.fromkeys(_words(one) for each in parts for one in each.element.iter(_PARAGRAPH))
    yield from (Block(text, is_aside=True) for text in texts)


def _words(paragraph: Any) -> str:
    return flat("".join(_SIGNS.get(run.tag.rpartition("}")[2], run.text or "") for run in paragraph.xpath(_RUNS)))


def _is_heading(one: Paragraph) -> bool:
    name = (one.style.name if one.style else None) or ""
    return name.casefold().startswith(("heading", "title", "subtitle"))


def _cells(row: Any) -> list[str]:
    """Return the cells of a row that say something; one over several columns, which comes once for each of them, is told once."""
    cells: list[str] = []
    last = None
    for cell in row.cells:
        if cell._tc is not last:
            cells.append(" ".join(filter(None, map(_words, cell._tc.iter(_PARAGRAPH)))))
        last = cell._tc
    return [one for one in cells if one]
