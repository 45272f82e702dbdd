"""The fonts of everything that is drawn or printed: open, installed as packages, with Latin, Greek, Cyrillic, Chinese and Arabic letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# In the order in which a letter is looked for; each name is that of the family inside the font files.
FAMILIES: tuple[str, ...] = ("Fira Sans", "Noto Sans SC", "IBM Plex Sans Arabic")
_PACKAGES: Mapping[str, tuple[str, str]] = {
    "Fira Sans": ("fontpkg_fira_sans", "files"),
    "Noto Sans SC": ("pylopdf_fonts_zh_cn", "."),
    "IBM Plex Sans Arabic": ("fontpkg_ibm_plex_sans_arabic", "files"),
}
REGULAR, BOLD = "FiraSans-Regular.ttf", "FiraSans-SemiBold.ttf"


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders that hold the font files, in the order of `FAMILIES`; raise FileNotFoundError naming the package that is missing."""
    return tuple(_folder(family) for family in FAMILIES)


def font_file(name: str) -> Path:
    """Return the path of a font file of the first family, such as `REGULAR`."""
    return font_folders()[0] / name


def _folder(family: str) -> Path:
    package, folder = _PACKAGES[family]
    found = find_spec(package)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"The font {family} is not installed. Run 'pip install -r requirements.txt'.")
    return (Path(found.origin).parent / folder).resolve()
