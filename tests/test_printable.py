"""Letters that no font holds: shown as boxes, and named with their script and the text they stand in."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from parley.checks import check
from parley.dataset import load
from parley.printable import printable, texts_in, unprintable, unprintable_scripts, unprintable_words
from tests.making import percent, quota, statement

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize(
    ("text", "shown", "scripts"),
    [
        ("Northland – “été” 中国 الدَّولة Ọ̀yọ́ Жук", "Northland – “été” 中国 الدَّولة Ọ̀yọ́ Жук", ()),
        ("북부 연합", "□□ □□", ("Hangul",)),
        ("איגוד and दक्षिण", "□□□□□ and □□□□", ("Hebrew", "Devanagari")),
        ("\u26a0\ufe0f Summer", "\u26a0\ufe0f Summer", ()),
        ("Go \U0001f600\ufe0f!", "Go □!", ("symbols",)),
        ("\U00020000\ue000", "□□", ("rare Chinese", "letters without a name")),
        ("葛\U000e0100城 %\ufe0e", "葛\U000e0100城 %\ufe0e", ()),
    ],
)
def test_a_letter_that_no_font_holds_is_a_box_and_its_script_is_named(text: str, shown: str, scripts: tuple[str, ...]) -> None:
    """Every other letter stays as it is, with its marks and variation selectors."""
    assert printable(text) == shown
    assert unprintable_scripts(text) == scripts


def test_the_sentence_names_each_script_with_the_first_text() -> None:
    """Four of them, then how many more; nothing where all can be shown."""
    assert unprintable_words(["Northland", "北岸"]) == ""
    assert unprintable_words(["북부 연합", "북부", "איגוד"]) == (
        "PDF, PNG and the drawings in Word show empty boxes for letters that no font here holds: Hangul ('북부 연합'), Hebrew ('איגוד')."
    )
    many = ["북", "א", "द", "ก", "ა", "ሀ"]
    assert unprintable_words(many).endswith("Hangul ('북'), Hebrew ('א'), Devanagari ('द'), Thai ('ก') and 2 more.")


def test_the_texts_of_a_record_are_all_of_them() -> None:
    """Names in lists and fields within fields too."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), parties_as={"a": {"name": "북부"}})
    assert {"북부", "How much?", "minister"} <= set(texts_in(data.negotiation))


def test_check_warns_once_for_each_file_and_script(tmp_path: Path) -> None:
    """At the first text, with how many there are; a negotiation made in memory has no files to warn of."""
    for name in ("fjords", "seeds"):
        shutil.copytree(DATA / name, tmp_path / ("positions/fjords" if name == "fjords" else name))
    header = tmp_path / "positions" / "fjords" / "negotiation.yaml"
    header.write_text(
        header.read_text(encoding="utf-8").replace("name: Northland", "name: 북부 연합", 1).replace("short: Northland", "short: 북부", 1),
        encoding="utf-8",
    )
    told = [str(one) for one in check(load(tmp_path / "positions" / "fjords"), None, date(2025, 6, 1))]
    assert told == [
        f"{header}:11:11: warning: '북부 연합' holds letters that no font here holds (Hangul; 2 texts in this file). PDF, PNG and the drawings in Word show empty boxes in "
        "their place. Write the words in other letters as well, or take away Excel, PowerPoint or HTML."
    ]
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), parties_as={"a": {"name": "북부"}})
    assert list(unprintable(data)) == []
