"""Broken, locked, endless and forged documents: each is told in a sentence, nothing in it is run, and the program goes on."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from pypdf import PdfWriter

from parley.documents import apart
from parley.documents.apart import read_apart
from parley.documents.errors import DocumentError
from parley.documents.reading import MOST_BYTES, read_document
from tests.documents.test_readers import SENTENCE, pdf, word


def told(data: bytes, name: str) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(data, name)
    return str(caught.value)


def locked(algorithm: str) -> bytes:
    writer = PdfWriter()
    writer.append(io.BytesIO(pdf("Hello")))
    writer.encrypt("secret", algorithm=algorithm)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def archive(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return held.getvalue()


BROKEN = "cannot be read: it is broken, or was cut short. Open it in the program that made it and save it anew."
NO_DOCUMENT = "is no document that can be read here. Take text, HTML, Word (docx) or PDF."


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"", "empty.txt", "holds no words."),
        (b" \n\t\n", "blank.txt", "holds no words."),
        (b"<html><body><script>alert(1)</script></body></html>", "script.html", "holds no words."),
        (b"%PDF-1.7\nrubbish", "rubbish.pdf", BROKEN),
        (pdf(SENTENCE * 50)[:2000], "cut.pdf", BROKEN),
        (word("One.")[:900], "cut.docx", BROKEN),
        (archive(**{"hello.txt": b"x"}), "other.zip", NO_DOCUMENT),
        (archive(**{"[Content_Types].xml": b"<Types>"}), "forged.docx", BROKEN),
        (word(), "nothing.docx", "holds no words."),
        (bytes(range(256)) * 8, "noise.bin", NO_DOCUMENT),
        (b"{\\rtf1 hello}", "old.rtf", NO_DOCUMENT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc", "is in an old format, or protected by a password. Save it as docx, without one."),
        (locked("RC4-128"), "locked.pdf", "is protected by a password. Save it without one."),
    ],
    ids=lambda one: one if isinstance(one, str) and "." in one[-5:] and " " not in one else "",
)
def test_what_is_no_document_is_told(data: bytes, name: str, what: str) -> None:
    """In one sentence, with what to do."""
    assert told(data, name) == f"'{name}' {what}"


def test_pages_that_are_pictures_are_told() -> None:
    """There is nothing to be coded in them before somebody has their text recognised."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    assert told(written(writer), "scan.pdf") == "'scan.pdf' holds pages and no words: it may be a scan. Let a program recognise its text first."


def test_a_file_that_is_too_large_is_not_read() -> None:
    """Whatever is in it."""
    assert told(b"x" * (MOST_BYTES + 1), "large.txt") == "'large.txt' is too large: 30 MB. At most 30 MB are read. Take the part that is needed."


def test_an_archive_that_unpacks_without_end_is_not_unpacked() -> None:
    """Its own list says how large it is."""
    bomb = archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"0" * 210_000_000})
    assert len(bomb) < 1_000_000
    assert told(bomb, "bomb.docx") == "'bomb.docx' is too large: 210 MB unpacked. At most 200 MB are read. Take the part that is needed."


def test_entities_within_entities_are_not_unfolded() -> None:
    """Ten lines of XML would be gigabytes of text."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    whole = io.BytesIO(word("One."))
    parts = {one.filename: zipfile.ZipFile(whole).read(one) for one in zipfile.ZipFile(whole).infolist()}
    body = parts["word/document.xml"].decode()
    head, _, rest = body.partition("?>")
    parts["word/document.xml"] = f"{head}?><!DOCTYPE x [{entities}]>{rest.replace('One.', '&e9;')}".encode()
    data = archive(**parts)
    assert told(data, "ha.docx") == f"'ha.docx' {BROKEN}"


def test_a_page_nested_without_end_is_read_or_told() -> None:
    """No recursion takes the program down."""
    assert [one.text for one in read_document(b"<html>" + b"<div>" * 200 + b"deep", "deep.html").blocks] == ["deep"]
    assert told(b"<html>" + b"<div>" * 100_000 + b"deep", "deep.html") == "'deep.html' holds no words."


def test_a_stream_that_unpacks_without_end_takes_no_more_than_its_share() -> None:
    """Two gigabytes of blanks in a page of a PDF."""
    stream = zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter[/FlateDecode/FlateDecode]/Length " + str(len(stream)).encode() + b">>stream\n" + stream + b"\nendstream",
    ]  # fmt: skip
    data = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1)) + b"trailer<</Root 1 0 R>>"
    assert told(data, "bomb.pdf").startswith("'bomb.pdf' ")


def test_a_reader_that_ends_without_a_word_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As one that the system has ended for taking too much."""
    ended = tmp_path / "ended"
    ended.write_text("#!/bin/sh\nexit 137\n", encoding="utf-8")
    ended.chmod(0o700)
    monkeypatch.setattr(apart.sys, "executable", str(ended))
    with pytest.raises(DocumentError, match=r"^'a\.pdf' takes more time or room to read than a document should\."):
        read_apart("pdf", b"%PDF-", "a.pdf")


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """A page that names pictures, frames and entities of elsewhere is read from its own bytes."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY s SYSTEM "{secret.as_uri()}">]><html><body><p>Before &s; after</p><img src="http://127.0.0.1:9/x.png"></body></html>'
    assert all("secret" not in one.text for one in read_document(page.encode(), "p.html").blocks)
