"""A document as it was read: its paragraphs in their order, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Format = Literal["text", "html", "word", "pdf"]


@dataclass(frozen=True)
class Block:
    """A paragraph, on one line. `line` is that of a text which is kept as it is, 0 else; `is_aside` that it stood in a menu, a head or a foot."""

    text: str
    is_heading: bool = False
    page: str = ""
    is_aside: bool = False
    line: int = 0


@dataclass(frozen=True)
class Read:
    """A document: in which format, its paragraphs, and what the file says of itself; `content` is the text where it is kept as it is."""

    format: Format
    blocks: Sequence[Block]
    title: str = ""
    language: str = ""
    dates: Sequence[str] = ()
    url: str = ""
    publication: str = ""
    content: str = ""


def as_plain(read: Read) -> Mapping[str, Any]:
    """Return a document as plain values."""
    return asdict(read)


def from_plain(value: Mapping[str, Any]) -> Read:
    """Return the document that plain values stand for."""
    return Read(**{**value, "blocks": tuple(Block(**one) for one in value["blocks"])})


def flat(text: str) -> str:
    """Return a text on one line, with single blanks and without signs that nobody sees."""
    return " ".join("".join(one for one in text.replace("\u00ad", "") if one.isprintable() or one.isspace()).split())
