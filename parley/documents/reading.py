"""A file of whatever format as a document, told by its first bytes and not by its name."""

from __future__ import annotations

import codecs
import re

from parley.documents.apart import read_apart
from parley.documents.blocks import Read
from parley.documents.errors import DocumentError
from parley.documents.plain import read_text
from parley.handed_in import megabytes

MOST_BYTES = 30_000_000
ENDINGS = ("txt", "md", "html", "htm", "docx", "pdf")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)\b", re.IGNORECASE)


def read_document(data: bytes, name: str) -> Read:
    """Return the document in a file; raise `DocumentError` where it cannot be read."""
    if len(data) > MOST_BYTES:
        raise DocumentError.too_large(name, megabytes(len(data)), megabytes(MOST_BYTES))
    if not data.strip():
        raise DocumentError.empty(name)
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        data = data.decode("utf-16", errors="replace").encode()
    start = data[:2048].lstrip()
    if start.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        return read_apart("pdf", data, name)
    if data.startswith(b"PK"):
        return read_apart("word", data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError.old_or_locked(name)
    if start.startswith(b"{\\rtf"):
        raise DocumentError.no_document(name)
    # A text may quote a tag; a page begins with one.
    if _HTML.match(re.sub(rb"^(?:\xef\xbb\xbf|<\?xml[^>]*>|<!--.*?-->|\s)+", b"", start, flags=re.DOTALL)):
        return read_apart("html", data, name)
    return read_text(data, name)
