"""The documents' own texts: compared by fingerprint, whatever their quotes and spaces, and shown only where they are the ones recorded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parley.dataset import load
from parley.model import Source
from parley.texts import Texts, fingerprint, has_anchor, normalised

DATA = Path(__file__).parent / "data"


@pytest.fixture
def opening() -> Source:
    return load(DATA / "fjords").sources["northland-2025-opening"]


def test_copies_of_one_text_compare_equal() -> None:
    """Curly quotes, no-break spaces and hyphens, composed letters and spacing make no difference."""
    curly = "  the \u201cFjo\u0308rde\u201d aren\u2019t\u00a0for\u202fsale \u2011 yet "
    assert normalised(curly) == 'the "Fj\u00f6rde" aren\'t for sale - yet'
    assert fingerprint(curly) == fingerprint('the "Fj\u00f6rde" aren\'t for sale - yet') == "69d9eced3defdc07"


def test_an_anchor_is_found_whatever_its_capitals_and_quotes() -> None:
    """The words count, and they must stand together."""
    line = "He called it \u201ca figure one can talk about\u201d."
    assert has_anchor(line, '"A figure one')
    assert not has_anchor(line, "a figure to talk about")


def test_a_paragraph_is_given_where_the_text_is_the_one_recorded(opening: Source) -> None:
    """A line of the body is returned without its line ending."""
    assert Texts(DATA / "texts").paragraph(opening, 18) == "Winters are hard and crews need shelter, the Guild added."


@pytest.mark.parametrize("line", [0, -1, 3, 20, 21, 999])
def test_a_line_that_is_no_paragraph_gives_nothing(opening: Source, line: int) -> None:
    """What the record does not name is boilerplate, and never shown as evidence."""
    assert Texts(DATA / "texts").paragraph(opening, line) is None


def test_another_text_under_the_same_name_gives_nothing(opening: Source, tmp_path: Path) -> None:
    """A paragraph that is not the one the record was made from is not shown."""
    content = (DATA / "texts" / opening.file).read_text(encoding="utf-8").replace("Winters", "Summers")
    (tmp_path / opening.file).write_text(content, encoding="utf-8")
    assert Texts(tmp_path).paragraph(opening, 18) is None
    assert Texts(tmp_path).paragraph(opening, 4) is not None


def test_line_endings_and_byte_order_marks_make_no_other_text(opening: Source, tmp_path: Path) -> None:
    """A copy saved on another system is the same text."""
    content = (DATA / "texts" / opening.file).read_text(encoding="utf-8")
    (tmp_path / opening.file).write_bytes(b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode())
    assert Texts(tmp_path).paragraph(opening, 1) == "Northland opens the herring talks with a high bid"


def test_a_changed_text_is_read_again(opening: Source, tmp_path: Path) -> None:
    """What was held is not remembered beyond its file."""
    path = tmp_path / opening.file
    shutil.copy(DATA / "texts" / opening.file, path)
    assert len(Texts(tmp_path).lines(opening) or ()) == 21
    path.unlink()
    assert Texts(tmp_path).lines(opening) is None


@pytest.mark.parametrize("file", ["nowhere.txt", "../northland-2025-opening.txt", "/etc/hostname", "..", "texts/x.txt", "x" * 5000, "a\0b"])
def test_a_name_that_leads_nowhere_or_elsewhere_is_not_held(opening: Source, tmp_path: Path, file: str) -> None:
    """Only files of the folder itself are texts."""
    shutil.copy(DATA / "texts" / opening.file, tmp_path / opening.file)
    folder = tmp_path / "texts"
    folder.mkdir()
    assert Texts(folder).lines(opening.model_copy(update={"file": file})) is None
