"""The fonts of everything that is drawn or printed: open, installed as packages, with Latin, Greek, Cyrillic, Chinese and Arabic letters.

Pages are set in Streamlit's own font, everything else in ours.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFont

# In the order in which a letter is looked for; each name is that of the family inside the font files.
FAMILIES: tuple[str, ...] = ("Fira Sans", "Noto Sans SC", "IBM Plex Sans Arabic")
_PACKAGES: Mapping[str, tuple[str, str]] = {
    "Fira Sans": ("fontpkg_fira_sans", "files"),
    "Noto Sans SC": ("pylopdf_fonts_zh_cn", "."),
    "IBM Plex Sans Arabic": ("fontpkg_ibm_plex_sans_arabic", "files"),
}
_REGULAR_FILES: Mapping[str, str] = {
    "Fira Sans": "FiraSans-Regular.ttf",
    "Noto Sans SC": "NotoSansSC-Regular.otf",
    "IBM Plex Sans Arabic": "IBMPlexSansArabic-Regular.ttf",
}
_NO_LETTER = "\uffff"
REGULAR, BOLD = "FiraSans-Regular.ttf", "FiraSans-SemiBold.ttf"
PAGE_FAMILY = "Source Sans"
_PAGE_FILES = "static/static/media/SourceSansVF-Upright.*"


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders that hold the font files, in the order of `FAMILIES`; raise FileNotFoundError naming the package that is missing."""
    return tuple(_folder(family) for family in FAMILIES)


def font_file(name: str) -> Path:
    """Return the path of a font file of the first family, such as `REGULAR`."""
    return font_folders()[0] / name


@cache
def page_font_file() -> Path:
    """Return the path of the font in which pages set Latin letters, of every weight; raise FileNotFoundError where Streamlit has none."""
    streamlit = find_spec("streamlit")
    found = sorted(Path(streamlit.origin).parent.glob(_PAGE_FILES)) if streamlit and streamlit.origin else []
    if not found:
        raise FileNotFoundError(f"The font {PAGE_FAMILY} is not installed. Run 'pip install -r requirements.txt'.")
    return found[0]


def is_unseen(letter: str) -> bool:
    """Return whether a letter only shapes or joins its neighbours and is never drawn by itself: joiners, direction marks, variation selectors."""
    return unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


@lru_cache(maxsize=8192)
def is_covered(letter: str) -> bool:
    """Return whether one of the fonts holds a letter; a blank and what only shapes its neighbours count as held."""
    if letter.isascii() or letter.isspace() or is_unseen(letter):
        return True
    return any(_drawn(family, letter) != _drawn(family, _NO_LETTER) for family in FAMILIES)


def _drawn(family: str, letter: str) -> bytes:
    return bytes(_face(family).getmask(letter))


@cache
def _face(family: str) -> ImageFont.FreeTypeFont:
    # The commands that draw nothing need not wait for it.
    from PIL import ImageFont

    return ImageFont.truetype(str(font_folders()[FAMILIES.index(family)] / _REGULAR_FILES[family]), 40, layout_engine=ImageFont.Layout.BASIC)


def _folder(family: str) -> Path:
    package, folder = _PACKAGES[family]
    found = find_spec(package)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"The font {family} is not installed. Run 'pip install -r requirements.txt'.")
    return (Path(found.origin).parent / folder).resolve()
