"""The record of a document as it may be: numbered paragraphs with their fingerprints, and the text to be kept where the documents' texts lie."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from parley.documents.blocks import Read
from parley.documents.errors import DocumentError
from parley.documents.proposing import FoundDate, Skip, dates_of, heading_of, language_of, skipped
from parley.documents.reading import read_document
from parley.editing.edits import Add
from parley.importing.naming import id_of
from parley.model import DocumentType, Source
from parley.texts import fingerprint
from parley.writing import write_whole

_PAGE = "\f"  # begins a line of a kept text that names the page from there on, as programs that print text part pages
_TYPES: Mapping[str, DocumentType] = {"html": "webpage"}
_MATCHING = 0.8  # of the paragraphs that a record names, so many stand in a text that is its own


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with the line of the kept text on which it stands, and why it may be skipped."""

    line: int
    text: str
    is_heading: bool
    page: str
    skip: Skip


@dataclass(frozen=True)
class Draft:
    """A document as it was read, with all that is proposed for its record; `kept` is the text to be kept."""

    name: str
    read: Read
    paragraphs: Sequence[Paragraph]
    kept: str
    title: str
    language: str
    dates: Sequence[FoundDate]
    type: DocumentType

    @property
    def proposed_skips(self) -> frozenset[int]:
        """Return the lines of the paragraphs proposed for skipping."""
        return frozenset(one.line for one in self.paragraphs if one.skip)


@dataclass(frozen=True)
class Chosen:
    """What somebody took of a draft for the record."""

    title: str
    skips: Collection[int]
    more: Mapping[str, object] = field(default_factory=dict)


def drafted(data: bytes, name: str) -> Draft:
    """Return a draft of the record of a document; raise `DocumentError` where it cannot be read."""
    read = read_document(data, name)
    title = read.title or heading_of(read.blocks)
    language = language_of(read)
    paragraphs, kept = _numbered(read, title)
    return Draft(name, read, paragraphs, kept, title, language, dates_of(read, language), _TYPES.get(read.format, "document"))


def _numbered(read: Read, title: str) -> tuple[list[Paragraph], str]:
    """Return the paragraphs with their lines in the text to be kept, and that text."""
    found: list[Paragraph] = []
    lines: list[str] = []
    page = ""
    has_title = False
    for block in read.blocks:
        if block.page and block.page != page:
            page = block.page
            lines.append(f"{_PAGE}{page}")
        lines.append(block.text)
        is_title = not has_title and block.text.casefold() == title.casefold()
        has_title = has_title or is_title
        found.append(Paragraph(block.line or len(lines), block.text, block.is_heading or is_title, block.page, skipped(block, title)))
    return found, (read.content or "\n".join(lines)).rstrip("\n") + "\n"


def record_of(draft: Draft, chosen: Chosen, taken: Collection[str]) -> Add:
    """Return the change that adds the record of a document, with an id unlike those taken and the fingerprints of what is not skipped."""
    key = id_of(chosen.title, "document", taken)
    kept = [one for one in draft.paragraphs if one.line not in chosen.skips]
    body = [{"line": str(one.line), "fingerprint": fingerprint(one.text)} for one in kept if not one.is_heading]
    headings = [{"line": str(one.line), "fingerprint": fingerprint(one.text)} for one in kept if one.is_heading]
    if not kept:
        raise DocumentError.unchosen(draft.name)
    values = {"id": key, "title": chosen.title, **chosen.more, "file": f"{key}.txt", "headings": headings, "body": body}
    return Add("source", {name: value for name, value in values.items() if value})


def keep_text(folder: Path, file: str, text: str) -> None:
    """Keep the text of a document where the documents' texts lie, outside of what is shared."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / Path(file).name, text.encode())


def known_as(draft: Draft, sources: Mapping[str, Source]) -> Source | None:
    """Return the document of which this is the text, by the fingerprints of its paragraphs; None where it is none that is known."""
    lines = draft.kept.split("\n")
    for one in sources.values():
        recorded = [*one.headings, *one.body]
        there = sum(each.line <= len(lines) and fingerprint(lines[each.line - 1]) == each.fingerprint for each in recorded)
        if one.file and recorded and there >= _MATCHING * len(recorded):
            return one
    return None


def page_of(lines: Sequence[str], line: int) -> str:
    """Return the page on which a line of a kept text stands; "" where the text names none."""
    return next((one.removeprefix(_PAGE).strip() for one in reversed(lines[: line - 1]) if one.startswith(_PAGE)), "")
