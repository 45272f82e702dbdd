"""PDF documents, read by pypdf: the lines of each page joined to paragraphs, with the number that is printed on the page."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from parley.documents.blocks import Block, Read, flat
from parley.documents.errors import DocumentError
from parley.documents.plain import goes_on, joined

MOST_PAGES = 3_000
_NUMBER = re.compile(r"\W*(?:page\s+)?(?:[0-9]{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*[0-9]{1,4})?\W*", re.IGNORECASE)
_EDGE = 2  # lines at the top and at the foot of a page, where what stands on every page is looked for


def read_pdf(data: bytes, name: str) -> Read:
    """Return a PDF document."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    found = PdfReader(io.BytesIO(data), strict=False)
    try:
        if found.is_encrypted and found.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise DocumentError.locked(name)
        count = len(found.pages)
        if count > MOST_PAGES:
            raise DocumentError.too_large(name, f"{count:,} pages", f"{MOST_PAGES:,}")
        pages = [[flat(line) for line in (page.extract_text() or "").split("\n")] for page in found.pages]
    except (DependencyError, FileNotDecryptedError) as error:
        raise DocumentError.locked(name) from error
    if not any(any(page) for page in pages):
        raise DocumentError.only_pictures(name) if count else DocumentError.empty(name)
    about = found.metadata
    made = [one.date().isoformat() for one in (about.creation_date,) if one is not None] if about else []
    language = str(found.root_object.get("/Lang") or "")[:2].lower()
    return Read("pdf", _blocks(pages, found.page_labels), title=flat(str(about.title or "")) if about else "", language=language, dates=made)


def _blocks(pages: Sequence[Sequence[str]], labels: Sequence[str]) -> list[Block]:
    repeated = _repeated(pages)
    blocks: list[Block] = []
    for lines, label in zip(pages, labels, strict=True):
        filled = [number for number, line in enumerate(lines) if line]
        edges = {*filled[:_EDGE], *filled[-_EDGE:]}
        aside = {number for number in edges if _alike(lines[number]) in repeated}
        aside |= {number for number in (*filled[:1], *filled[-1:]) if _NUMBER.fullmatch(lines[number]) and len(filled) > 1}
        found = joined("" if number in aside else line for number, line in enumerate(lines))
        last = next((one for one in reversed(blocks) if not one.is_aside), None)
        if found and last and last.text[-1:] not in '.!?:;”"' and found[0][:1].islower():
            # A sentence that goes on over the page belongs to the page on which it began.
            blocks[blocks.index(last)] = Block(goes_on(last.text, found.pop(0)), page=last.page)
        blocks += [Block(lines[number], page=label, is_aside=True) for number in sorted(aside) if number < filled[len(filled) // 2]]
        blocks += [Block(text, page=label) for text in found]
        blocks += [Block(lines[number], page=label, is_aside=True) for number in sorted(aside) if number >= filled[len(filled) // 2]]
    return blocks


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """Return what stands at the edge of at least three pages and of half of them, whatever number is in it."""
    counts: Counter[str] = Counter()
    for lines in pages:
        filled = [_alike(line) for line in lines if line]
        counts.update({*filled[:_EDGE], *filled[-_EDGE:]})
    return {one for one, count in counts.items() if count >= 3 and count * 2 >= len(pages)}


def _alike(line: str) -> str:
    return re.sub(r"[0-9]+", "0", line)
