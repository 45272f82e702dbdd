"""The pages by file, title and path."""

from __future__ import annotations

from pathlib import Path

from parley.telling.controls import Page, page_title
from parley.words import say

_PATHS: tuple[tuple[Page, str], ...] = (
    ("overview", ""),
    ("issue", "issue"),
    ("movement", "movement"),
    ("compare", "compare"),
    ("robustness", "robustness"),
    ("sources", "sources"),
    ("search", "search"),
    ("present", "present"),
    ("take_away", "take-away"),
    ("bring_in", "bring-in"),
    ("edit", "edit"),
    ("history", "history"),
    ("read", "read"),
    ("new", "new"),
    ("reading", "how-to-read"),
)
PAGES: tuple[tuple[str, str, str], ...] = tuple((file, say(page_title(file)), path) for file, path in _PATHS)
PATHS = {file: path for file, _, path in PAGES}
FILES = {path: file for file, path in PATHS.items()}
HERE = Path(__file__).parent


def page_names() -> dict[str, str]:
    """Return the names of the pages in addresses, each with its title; the overview has none."""
    return {path: title for _, title, path in PAGES if path}


def page_file(name: str) -> str:
    """Return the file of a page, by which one page opens another."""
    return str(HERE / f"page_{name}.py")
