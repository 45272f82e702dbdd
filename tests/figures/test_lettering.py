"""Lettering: widths as the fonts have them, and lines that break where a reader of the language would break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.figures import lettering
from parley.figures.lettering import family_of, lines_of, longest, width_of
from tests.briefings import ARABIC, CHINESE


def test_a_text_is_as_wide_as_its_letters() -> None:
    """Twice the size is twice the width, bold has widths of its own, a Chinese letter is a square, and a dash or quotation mark counts."""
    assert width_of("demand", 20) == pytest.approx(2 * width_of("demand", 10))
    assert width_of("limit", 10, bold=True) > width_of("limit", 10)
    assert width_of("中国", 10) == pytest.approx(20)
    assert width_of("a–“’", 10) > width_of("a–“", 10) > width_of("a–", 10) > width_of("a", 10) > 0


def test_what_pages_draw_is_measured_in_the_font_of_pages() -> None:
    """Their letters are narrower than those of files; a line holds what it holds there, and of Chinese and Arabic both have the same."""
    assert width_of("US$200 bn, committed", 10, medium="page") == pytest.approx(95.46)
    assert width_of("US$200 bn, committed", 10) == pytest.approx(102.22)
    assert width_of("US$200 bn, committed", 10, bold=True, medium="page") == pytest.approx(98.02)
    assert lines_of("US$200 bn, committed", 96, 10, medium="page") == ("US$200 bn, committed",)
    assert lines_of("US$200 bn, committed", 96, 10) == ("US$200 bn,", "committed")
    assert all(width_of(text, 10, medium="page") == width_of(text, 10) for text in (CHINESE, ARABIC))


def test_arabic_is_never_measured_too_narrow() -> None:
    """Alone, its 17 letters drawn at 20 pixels take 139; with Chinese letters these are added."""
    assert 139 <= width_of(ARABIC, 20) <= 200
    assert width_of(f"中{ARABIC}国", 20) == pytest.approx(40 + width_of(ARABIC, 20), rel=0.01)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Größe: “été” – Ελλάς, Жук", "Fira Sans"),
        (f"Häfen {CHINESE}", "Noto Sans SC"),
        (f"Südmark {ARABIC}", "IBM Plex Sans Arabic"),
        (f"{ARABIC} 中", "Noto Sans SC"),
        ("40 %\ufe0e", "Fira Sans"),
        ("", "Fira Sans"),
    ],
)
def test_a_text_is_set_in_one_family(text: str, family: str) -> None:
    """One Chinese or Arabic letter decides for the whole text, Chinese before Arabic."""
    assert family_of(text) == family


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("The quick brown fox", 60, ("The quick", "brown fox")),
        ("  one   two ", 500, ("one   two",)),
        ("中国要求取消配额，并且开放市场。", 60, ("中国要求取", "消配额，并", "且开放市", "场。")),
        ("中国要求（取消）", 60, ("中国要求", "（取消）")),
        ("Häfen 中国要求", 60, ("Häfen 中", "国要求")),
        ("Donaudampfschifffahrt", 60, ("Donaudam", "pfschifffah", "rt")),
        ("a Donaudampfschifffahrt", 60, ("a", "Donaudam", "pfschifffah", "rt")),
        ("", 60, ("",)),
    ],
)
def test_lines_break_between_words_and_chinese_letters(text: str, width: float, lines: tuple[str, ...]) -> None:
    """A comma or closing bracket begins no line, an opening one ends none, and a word breaks only where no line holds it."""
    assert lines_of(text, width, 12) == lines


def test_what_does_not_fit_is_cut_off_with_an_ellipsis() -> None:
    """The last line allowed keeps room for it."""
    assert lines_of("one two three four five", 50, 12, most=2) == ("one two", "three…")
    assert lines_of("one two", 80, 12, most=1) == ("one two",)
    assert lines_of(CHINESE, 48, 12, most=1) == ("中国要…",)


@given(st.text(alphabet="ab ä中国，（）ع“x", max_size=40), st.integers(15, 200))
def test_no_letter_is_lost_and_no_line_too_wide(text: str, width: int) -> None:
    """All letters stand in the lines in their order, and each line fits unless it is a single letter."""
    lines = lines_of(text, width, 12)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, 12) <= width or len(line) == 1 for line in lines)


def test_a_word_of_thousands_of_letters_is_broken_at_once() -> None:
    """Every line is as long as fits, and no letter is lost."""
    found = lines_of("n" * 3000, 100, 10)
    assert "".join(found) == "n" * 3000
    assert {len(one) for one in found[:-1]} == {len(found[0])}
    assert width_of(found[0], 10) <= 100 < width_of(found[0] + "n", 10)


def test_no_mark_is_torn_from_its_letter() -> None:
    """A word breaks between letters, and what stands over or under a letter goes with it."""
    found = lines_of("o\u0323\u0300" * 40, 50, 12)
    assert len(found) > 3
    assert all(one.startswith("o") and one.endswith("\u0323\u0300") for one in found)
    assert "".join(found) == "o\u0323\u0300" * 40
    assert lines_of("a" + "\u0301" * 900 + "b", 5, 12) == ("a" + "\u0301" * 900, "b")
    assert lines_of("o\u0323\u0300" * 40, 50, 12, most=1)[0].endswith("\u0323\u0300…")


def test_what_is_not_seen_takes_no_room() -> None:
    """Direction marks, joiners and variation selectors have no width, whatever a font draws for them."""
    assert width_of("\u2068中\U000e0100\ufe0f\u2069", 10) == width_of("中", 10)
    assert width_of("a\u200db\u202e", 10) == width_of("ab", 10)


def test_a_narrow_blank_is_narrow_and_breaks_no_number() -> None:
    """It takes less than a usual one, and no line ends at it."""
    assert width_of("1\u202f000", 10) < width_of("1 000", 10)
    assert lines_of("some 1\u202f000\u202f000 t", 55, 12) == ("some", "1\u202f000\u202f000", "t")


@pytest.mark.parametrize("most", [None, 2])
def test_a_word_is_measured_a_line_at_a_time(monkeypatch: pytest.MonkeyPatch, most: int | None) -> None:
    """Of what remains of a word without a blank, no more is measured than about two lines, however long the word is."""
    measured: list[str] = []

    def measure(text: str, size: float, *, bold: bool = False, medium: lettering.Medium = "file") -> float:
        measured.append(text)
        return len(text) * size

    monkeypatch.setattr(lettering, "width_of", measure)
    lines = lines_of("ab" * 3000, 100, 10, most=most)
    assert lines == (("ababababab",) * 600 if most is None else ("ababababab", "ababababa…"))
    assert max(map(len, measured)) == 16
    assert len(measured) < (6000 if most is None else 30)


@pytest.mark.parametrize(("room", "count"), [(0, 0), (1, 1), (4, 4), (5, 5), (8, 8), (9, 9), (20, 9)])
def test_the_longest_beginning_that_fits(room: int, count: int) -> None:
    """To the letter, and none where nothing fits."""
    assert longest("abcdefghi", lambda text: len(text) <= room) == count


def test_only_a_word_that_no_line_holds_is_tried_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that fit are never cut on trial; one that is wider than a line is, once for each line."""
    tried: list[str] = []
    monkeypatch.setattr(lettering, "longest", lambda text, fits: tried.append(text) or longest(text, fits))
    assert len(lines_of("herring and lighthouses along the outer coast", 90, 12)) > 2
    assert tried == []
    assert len(lines_of("lighthouses" * 4, 90, 12)) == len(tried) + 1 > 2
