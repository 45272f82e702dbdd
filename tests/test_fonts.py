"""The fonts: installed, of the families that they are called by, and with the letters of every language that the words are in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageFont

from parley import fonts
from parley.fonts import BOLD, FAMILIES, REGULAR, font_file, font_folders, is_covered

FILES = {
    "Fira Sans": (REGULAR, BOLD),
    "Noto Sans SC": ("NotoSansSC-Regular.otf",),
    "IBM Plex Sans Arabic": ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"),
}
NOT_A_LETTER = "\U0010fffd"


def faces(family: str) -> list[ImageFont.FreeTypeFont]:
    folder = font_folders()[FAMILIES.index(family)]
    return [ImageFont.truetype(str(folder / name), 40, layout_engine=ImageFont.Layout.BASIC) for name in FILES[family]]


def has(face: ImageFont.FreeTypeFont, letter: str) -> bool:
    """Return whether a face draws something else for a letter than for one that no font has."""
    return bytes(face.getmask(letter)) != bytes(face.getmask(NOT_A_LETTER))


def test_every_family_is_found_under_its_name() -> None:
    """Three folders in the order of the families, whose files say that they are of that family."""
    assert FAMILIES == ("Fira Sans", "Noto Sans SC", "IBM Plex Sans Arabic")
    for family, folder in zip(FAMILIES, font_folders(), strict=True):
        assert folder.is_dir()
        assert all((face.getname()[0] or "").startswith(family) for face in faces(family))
    assert (font_file(REGULAR).name, font_file(BOLD).name) == ("FiraSans-Regular.ttf", "FiraSans-SemiBold.ttf")


@pytest.mark.parametrize(
    ("family", "letters"),
    [("Fira Sans", "aßéüœ–“”’…·½ΩЖ"), ("Noto Sans SC", "aßéü–“”’…中国，（）「"), ("IBM Plex Sans Arabic", "aßéü–“”’…عأةىپ؟،٣")],
)
def test_every_family_has_the_letters_it_is_asked_for(family: str, letters: str) -> None:
    """Each has Latin letters with their accents and quotation marks besides its own, so that a text is set in one."""
    for face in faces(family):
        assert [one for one in letters if not has(face, one)] == []


def test_a_letter_that_is_missing_would_be_noticed() -> None:
    """The first family has neither Chinese nor Arabic letters."""
    assert not any(has(face, letter) for face in faces("Fira Sans") for letter in "中ع")


def test_a_font_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which, and how to mend it."""
    monkeypatch.setattr(fonts, "find_spec", lambda _package: None)
    font_folders.cache_clear()
    with pytest.raises(FileNotFoundError, match=r"^The font Fira Sans is not installed. Run 'pip install -r requirements.txt'.$"):
        font_folders()
    monkeypatch.undo()
    font_folders.cache_clear()
    assert all(isinstance(one, Path) for one in font_folders())


def test_a_letter_is_covered_where_a_font_draws_it() -> None:
    """Chinese and Arabic are, an emoji, Hangul and Hebrew are not."""
    assert [is_covered(one) for one in "aé中ع \U0001f1e9북א"] == [True, True, True, True, True, False, False, False]


def test_what_only_shapes_its_neighbours_counts_as_held() -> None:
    """A variation selector, a joiner and a direction mark are never drawn by themselves, and a narrow blank is a blank."""
    assert [one for one in "\ufe0f\ufe0e\U000e0100\u200d\u2067\u2069\u00ad\u202f\u2009\u0301" if not is_covered(one)] == []
