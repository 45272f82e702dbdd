"""A template of the reader's own organisation: looked at whole before anything is made with it, so that whatever is wrong is told in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - an error, called as others are

from parley.exports.template_errors import TemplateError
from parley.handed_in import megabytes

if TYPE_CHECKING:
    from lxml import etree

Ending = Literal["pptx", "docx"]
LARGEST, MOST_UNPACKED, MOST_PARTS = 40_000_000, 200_000_000, 5_000
ENDINGS: Mapping[str, Ending] = {"pptx": "pptx", "potx": "pptx", "docx": "docx", "dotx": "docx"}
_OLD = b"\xd0\xcf\x11\xe0"  # with which old formats begin, and files with a password
_TYPES = "[Content_Types].xml"
_KINDS = {"presentationml": "pptx", "wordprocessingml": "docx", "spreadsheetml": "xlsx"}
_MAIN = re.compile(r"application/vnd\.openxmlformats-officedocument\.(\w+)\.(?:presentation|document|template|slideshow|sheet)\.main\+xml")
_AS_DOCUMENT = {  # a template proper is made the document that it is the template of, which is all that libraries read
    "presentationml.template.main": "presentationml.presentation.main",
    "presentationml.slideshow.main": "presentationml.presentation.main",
    "wordprocessingml.template.main": "wordprocessingml.document.main",
}
_PROGRAMS = re.compile(r"macroEnabled|vbaProject|activeX|oleObject|/embeddings/.*\.(?:bin|exe|dll|js|vbs)$", re.IGNORECASE)
_HARMLESS = re.compile(r"https?://|mailto:", re.IGNORECASE)
_ATTACHED = "attachedTemplate"  # a Word document's own template: taken out, never fetched


@dataclass(frozen=True)
class Template:
    """A template whose parts have been looked at: its name, what it is for, and itself.

    `lacks` names the styles that it does not have, `front` the layout that stands in for that of the first slide, and `colours` says how many of
    its theme's are told apart.
    """

    name: str
    ending: Ending
    data: bytes
    lacks: tuple[str, ...] = ()
    front: str = ""
    colours: int = 0


def unpacked(name: str, data: bytes, *, is_own: bool = False) -> Template:
    """Return a file as a template of which the parts are harmless; raise `TemplateError` where it is none, or would do more than lend its look.

    One's own deck, made before, may be larger, and may lead wherever its owner lets it lead.
    """
    most = MOST_UNPACKED if is_own else LARGEST
    if len(data) > most:
        raise TemplateError.too_large(name, megabytes(len(data)), megabytes(most))
    if data.startswith(_OLD):
        raise TemplateError.old_or_locked(name)
    if not data.startswith(b"PK"):
        raise TemplateError.no_template(name)
    try:
        with ZipFile(BytesIO(data)) as file:
            return _looked_at(name, data, file, is_own=is_own)
    except (BadZipFile, ZlibError, EOFError, ValueError, NotImplementedError, OSError, KeyError, SyntaxError) as error:
        raise TemplateError.broken(name) from error


def _looked_at(name: str, data: bytes, file: ZipFile, *, is_own: bool) -> Template:
    parts = file.infolist()
    size = sum(one.file_size for one in parts)
    if size > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise TemplateError.too_large(name, megabytes(size), megabytes(MOST_UNPACKED))
    if any(one.flag_bits & 1 for one in parts):
        raise TemplateError.old_or_locked(name)
    if _TYPES not in file.namelist():
        raise TemplateError.no_template(name)
    types = file.read(_TYPES).decode("utf-8")
    if any(_PROGRAMS.search(one) for one in (types, *file.namelist())):
        raise TemplateError.has_macros(name)
    kinds = [_KINDS[one] for one in _MAIN.findall(types) if one in _KINDS]
    if not kinds or kinds[0] == "xlsx":
        raise TemplateError.no_template(name)
    ending: Ending = "pptx" if kinds[0] == "pptx" else "docx"
    if ENDINGS.get(name.rpartition(".")[2].lower()) not in (ending, None):
        raise TemplateError.other_kind(name, ending)
    for relation in () if is_own else _leading_out(file):
        if relation.get("Type", "").endswith("/hyperlink"):
            is_harmless = _HARMLESS.match(relation.get("Target", ""))
        else:
            is_harmless = relation.get("Type", "").endswith(_ATTACHED)
        if not is_harmless:
            raise TemplateError.fetches(name, relation.get("Target", ""))
    if file.testzip() is not None:
        raise TemplateError.broken(name)
    return Template(name, ending, _as_document(data, file, types))


def _leading_out(file: ZipFile) -> Iterator[etree._Element]:
    """Yield every relation that leads out of the file."""
    from lxml import etree  # a command that makes no document waits for none of it

    safe = etree.XMLParser(resolve_entities=False, no_network=True)
    for one in file.namelist():
        if one.endswith(".rels"):
            for relation in etree.fromstring(file.read(one), safe):
                if relation.get("TargetMode") == "External":
                    yield relation


def _as_document(data: bytes, file: ZipFile, types: str) -> bytes:
    changed = types
    for template, document in _AS_DOCUMENT.items():
        changed = changed.replace(template, document)
    if changed == types:
        return data
    made = BytesIO()
    with ZipFile(made, "w") as written:
        for one in file.infolist():
            content = changed.encode() if one.filename == _TYPES else file.read(one)
            written.writestr(ZipInfo(one.filename, one.date_time), content, ZIP_DEFLATED)
    return made.getvalue()
