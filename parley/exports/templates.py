"""A template of the reader's own organisation: looked at whole before anything is made with it, so that whatever is wrong is told in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath, split
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
_MACROS = re.compile(r"macroEnabled|vbaProject", re.IGNORECASE)
_PROGRAMS = re.compile(r"activeX|oleObject|/embeddings/.*\.(?:bin|exe|dll|js|vbs)$", re.IGNORECASE)
_HARMLESS = re.compile(r"https?://|mailto:", re.IGNORECASE)
_ATTACHED = "attachedTemplate"  # a Word document's own template: taken out, never fetched
# What only the text of a Word document leads to is left out with it: from its main part no more than these is taken.
_OF_WORD = ("styles", "numbering", "settings", "theme", "fontTable", "webSettings", "header", "footer", "customXml")


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
    if any(_MACROS.search(one) for one in (types, *file.namelist())):
        raise TemplateError.has_macros(name)
    kinds = [_KINDS[one] for one in _MAIN.findall(types) if one in _KINDS]
    if not kinds or kinds[0] == "xlsx":
        raise TemplateError.no_template(name)
    ending: Ending = "pptx" if kinds[0] == "pptx" else "docx"
    if ENDINGS.get(name.rpartition(".")[2].lower()) not in (ending, None):
        raise TemplateError.other_kind(name, ending)
    taken = dict.fromkeys(file.namelist(), ()) if is_own else _taken(file, ending)
    if any(map(_PROGRAMS.search, taken)):
        raise TemplateError.has_macros(name)
    for relation in (one for several in taken.values() for one in several if one.get("TargetMode") == "External"):
        if relation.get("Type", "").endswith("/hyperlink"):
            is_harmless = _HARMLESS.match(relation.get("Target", ""))
        else:
            is_harmless = relation.get("Type", "").endswith(_ATTACHED)
        if not is_harmless:
            raise TemplateError.fetches(name, relation.get("Target", ""))
    if file.testzip() is not None:
        raise TemplateError.broken(name)
    return Template(name, ending, _as_document(data, file, types))


def is_taken(kind: str, ending: Ending) -> bool:
    """Return whether what the main part of a template leads to so is taken over: slides, and what only the text of a document leads to, are not."""
    name = kind.rpartition("/")[2]
    return name in _OF_WORD if ending == "docx" else name != "slide"


def _taken(file: ZipFile, ending: Ending) -> dict[str, Sequence[etree._Element]]:
    """Return the parts that are taken over, each with what it leads to."""
    there = set(file.namelist())
    found: dict[str, Sequence[etree._Element]] = {}
    waiting = [("", False)]
    while waiting:
        part, is_main = waiting.pop()
        if part in found:
            continue
        led = [one for one in _relations(file, part) if not is_main or is_taken(one.get("Type", ""), ending)]
        found[part] = led
        for one in led:
            target = normpath(join("/", dirname(part), one.get("Target", ""))).lstrip("/")
            if one.get("TargetMode") != "External" and target in there:
                waiting.append((target, not part and one.get("Type", "").endswith("/officeDocument")))
    return found


def _relations(file: ZipFile, part: str) -> Sequence[etree._Element]:
    from lxml import etree  # a command that makes no document waits for none of it

    folder, name = split(part)
    path = join(folder, "_rels", f"{name}.rels")
    safe = etree.XMLParser(resolve_entities=False, no_network=True)
    return list(etree.fromstring(file.read(path), safe)) if path in file.NameToInfo else []


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
