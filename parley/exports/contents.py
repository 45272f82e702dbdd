"""What can be read in a finished file: the words of each of its parts, and everything in which an id may stand."""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote
from xml.parsers import expat

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject, TextStringObject

PNG_MARK = b"\x89PNG\r\n\x1a\n"
XML_ENDINGS = ("xml", "rels", "svg", "vml", "atom")
HTML_ENDINGS = ("html", "htm", "xhtml")
# Elements inside a paragraph: what stands before and after them may be one word.
_INLINE = "r t a b i u em strong span tspan sub sup small bdi bdo abbr mark time cite q code wbr run rPh"
# Attributes that hold words even where the value is a single one.
_WORDED = "title name descr alt author content label summary tooltip display placeholder prompt prompttitle error errortitle aria-label creator"
# Attributes that never hold words, whatever their value: they place, measure, style or join.
_SETTINGS = """class style d points transform viewbox path href src xmlns schemalocation ignorable font-family font typeface type target formatcode
    stroke-dasharray sqref spans ref panose id rel for sizes media preserveaspectratio aria-describedby aria-labelledby values keytimes"""
INLINE, WORDED, SETTINGS = (frozenset(one.split()) for one in (_INLINE, _WORDED, _SETTINGS))
_DATA_URI = re.compile(r"data:(?P<type>[\w.+/-]+)[^,\s\"']*;base64,(?P<data>[A-Za-z0-9+/=\s]+)")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_BROKEN = re.compile(r"(?<=[^\W_])[ \t]*\n(?=[^\W_])")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][ \t]*\n\s*(?=[^\W\d_])")
_ARABIC_NUMBER = re.compile(r"[\u0660-\u066c\u06f0-\u06f9]+")
# What sets the place and the font of a text in the header or footer of a sheet.
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|[0-9]+|.)')
HEADERS = tuple(f"{page}{which}" for page in ("odd", "even", "first") for which in ("Header", "Footer"))
_LONGEST_CHUNK = 1 << 24  # bytes that a compressed text of a picture may have at most


@dataclass(frozen=True)
class FilePart:
    """One part of a file: `where` it is, its words as running text, and `raw`, all in which an id may stand, settings and names too."""

    where: str
    words: str
    raw: str


def parts_of(name: str, data: bytes) -> Iterator[FilePart]:
    """Yield the readable parts of a file, those of the files inside it too; told apart by its first bytes, else by the ending of its name.

    Of pictures only the texts beside the pixels can be read, and of unknown kinds only what looks like an id. Raises `ValueError` where the
    file is not what it claims to be.
    """
    ending = name.rpartition(".")[2].lower()
    if data.startswith(b"PK\x03\x04"):
        yield from _archive_parts(name, data)
    elif data.startswith(b"%PDF"):
        yield from _pdf_parts(name, data)
    elif data.startswith(PNG_MARK):
        yield from _png_parts(name, data)
    elif ending in XML_ENDINGS:
        yield from _Words(name).of_xml(data)
    elif ending in HTML_ENDINGS:
        yield from _Words(name).of_html(data.decode("utf-8"))
    elif ending == "json":
        yield FilePart(name, json_words(data.decode("utf-8")), data.decode("utf-8"))
    else:
        yield _plain_part(name, data)


def json_words(text: str) -> str:
    """Return the keys, texts and numbers of a JSON text, a line each."""
    return "\n".join(_leaves(json.loads(text, parse_float=str, parse_int=str)))


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    elif isinstance(value, str):
        yield value


def _plain_part(name: str, data: bytes) -> FilePart:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return FilePart(name, "", data.decode("latin-1"))
    return FilePart(name, text, text)


def _archive_parts(name: str, data: bytes) -> Iterator[FilePart]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise ValueError(f"{name} is no archive.") from error
    with archive:
        names = "\n".join(archive.namelist())
        note = archive.comment.decode("utf-8", "replace")
        yield FilePart(f"{name} (names of its parts)", f"{names}\n{note}", f"{names}\n{note}")
        for member in archive.namelist():
            yield from parts_of(f"{name}, {member}", archive.read(member))


def _png_parts(name: str, data: bytes) -> Iterator[FilePart]:
    found, at = [], len(PNG_MARK)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf"):
            found.append(_chunk_text(kind, data[at + 8 : at + 8 + length]))
        at += length + 12
    if found:
        yield FilePart(f"{name} (beside the pixels)", "\n".join(found), "\n".join(found))


def _chunk_text(kind: bytes, chunk: bytes) -> str:
    key, _, rest = chunk.partition(b"\0")
    if kind == b"zTXt":
        rest = _inflated(rest[1:])
    elif kind == b"iTXt":
        is_compressed = rest[:1] == b"\1"
        *about, rest = rest[2:].split(b"\0", 2)
        key += b" " + b" ".join(about)
        rest = _inflated(rest) if is_compressed else rest
    return f"{key.decode('latin-1')}: {rest.decode('utf-8', 'replace')}"


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LONGEST_CHUNK)
    except zlib.error:
        return b""


class _Words(HTMLParser):
    """Collects the words of one XML or HTML text: text, comments and attributes that hold words; files put into it are parts of their own."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.texts: list[str] = []
        self.noted: list[str] = []
        self.inside: list[FilePart] = []
        self.raw_element = ""

    def of_html(self, text: str) -> Iterator[FilePart]:
        """Yield the part of an HTML page, then those of what is put into it."""
        self.feed(text)
        self.close()
        yield self._part(text)
        yield from self.inside

    def of_xml(self, data: bytes) -> Iterator[FilePart]:
        """Yield the part of an XML text, then those of what is put into it; no entity is ever expanded."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, given: self.handle_starttag(tag, list(given.items()))
        parser.EndElementHandler = self.handle_endtag
        parser.CharacterDataHandler = self.handle_data
        parser.CommentHandler = self.handle_comment
        parser.ProcessingInstructionHandler = lambda target, said: self.handle_comment(f"{target} {said}")
        parser.EntityDeclHandler = self._refuse_entity
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise ValueError(f"{self.name} is not sound XML: {error}.") from error
        yield self._part(data.decode("utf-8", "replace"))
        yield from self.inside

    def _part(self, source: str) -> FilePart:
        words = "".join(self.texts) + "\n" + "\n".join(self.noted)
        return FilePart(self.name, words, f"{words}\n{_DATA_URI.sub('', unquote(source))}")

    def _refuse_entity(self, *_: object) -> None:
        raise ValueError(f"{self.name} defines an entity, and nothing Parley writes does.")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes that hold words."""
        tag = tag.rpartition(":")[2]
        self.raw_element = tag if tag in ("style", "script", *HEADERS) else ""
        self._break(tag)
        for key, value in attrs:
            self._attribute(key.rpartition(":")[2].lower(), value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes of an element without content, which leaves no element open."""
        self.handle_starttag(tag, attrs)
        self.raw_element = ""

    def handle_endtag(self, tag: str) -> None:
        """End the line where a paragraph ends."""
        self.raw_element = ""
        self._break(tag.rpartition(":")[2])

    def handle_data(self, data: str) -> None:
        """Take text; of a style sheet only what is put into it, and of a script its words as they are meant."""
        if self.raw_element == "style":
            self._put_in(data)
        elif self.raw_element == "script":
            self.texts.append(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), _DATA_URI.sub("", data)))
            self._put_in(data)
        else:
            self.texts.append(_HEADER_CODE.sub(" ", data) if self.raw_element in HEADERS else data)

    def handle_comment(self, data: str) -> None:
        """Take a comment, which nobody sees and everybody can read."""
        self.noted.append(data)

    def _break(self, tag: str) -> None:
        if tag not in INLINE:
            self.texts.append("\n")

    def _attribute(self, key: str, value: str) -> None:
        if "base64," in value:
            self._put_in(value)
        elif key not in SETTINGS and (key in WORDED or key.startswith("data-") or not value.isascii() or len(value.split()) > 1):
            self.noted.append(value)

    def _put_in(self, text: str) -> None:
        for number, found in enumerate(_DATA_URI.finditer(text), 1):
            kind = found["type"].rpartition("/")[2].partition("+")[0]
            try:
                data = base64.b64decode("".join(found["data"].split()), validate=True)
            except binascii.Error:
                continue
            if not found["type"].startswith(("font/", "application/font")):
                self.inside.extend(parts_of(f"{self.name}, what is put into it ({number}).{kind}", data))


def _pdf_parts(name: str, data: bytes) -> Iterator[FilePart]:
    try:
        yield from _pages_and_objects(name, data)
    except PyPdfError as error:
        raise ValueError(f"{name} is not a sound PDF: {error}.") from error


def _pages_and_objects(name: str, data: bytes) -> Iterator[FilePart]:
    reader = PdfReader(io.BytesIO(data))
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        # Words that run over the end of a line are one, with a hyphen or, if long, without; numbers in Arabic digits may be given from their end.
        variants = (text, _HYPHENATED.sub("", text), _BROKEN.sub("", text), _ARABIC_NUMBER.sub(lambda found: found[0][::-1], text))
        ids = re.sub(r"-[ \t]*\n\s*", "-", re.sub(r"\u00ad[ \t]*\n\s*", "", text))
        yield FilePart(f"{name}, page {number}", "\n".join(dict.fromkeys(variants)), f"{ids}\n{_BROKEN.sub('', ids)}")
    texts: list[str] = []
    names: list[str] = []
    inside: list[FilePart] = []
    size: Any = reader.trailer["/Size"]
    for number in range(1, int(size)):
        held = reader.get_object(IndirectObject(number, 0, reader))
        _gather(held, texts, names)
        kind = str(held.get("/Type")) if isinstance(held, StreamObject) else ""
        if isinstance(held, StreamObject) and kind in ("/Metadata", "/EmbeddedFile"):
            ending = "xml" if kind == "/Metadata" else "bin"
            inside.extend(parts_of(f"{name}, what is put into it ({number}).{ending}", held.get_data()))
    info: Mapping[str, Any] = reader.metadata or {}
    texts.extend(str(one) for one in info.values())
    yield FilePart(f"{name} (properties, outline and descriptions)", "\n".join(texts), "\n".join([*texts, *names]))
    yield from inside


def _gather(value: object, texts: list[str], names: list[str]) -> None:
    """Gather the texts and names that stand directly in an object of a PDF; what it refers to is an object of its own."""
    if isinstance(value, DictionaryObject):
        for key, one in value.items():
            names.append(str(key))
            _gather(one, texts, names)
    elif isinstance(value, ArrayObject):
        for one in value:
            _gather(one, texts, names)
    elif isinstance(value, TextStringObject):
        texts.append(str(value))
    elif isinstance(value, NameObject):
        names.append(str(value))
    elif isinstance(value, bytes):
        names.append(value.decode("latin-1"))
