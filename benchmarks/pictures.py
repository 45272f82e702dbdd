"""A picture of every page as it stands, to be looked at: three sizes, light and dark, in shades of grey, with text twice as large, and as printed.

`python -m benchmarks.pictures [DIR]` writes them, by default into test-results/pictures; nothing is compared, since only a person sees what is ugly.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from benchmarks.pages import ROOT
from benchmarks.serving import served
from parley.views.page_list import PATHS
from parley.views.ways import PLACES
from tests.browser.conftest import KNOWS_THE_WAY, PATIENCE, QUIET, Visitor, chromium

SIZES = ((1920, 1080), (1280, 720), (390, 844))
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"
GREY = "document.documentElement.style.filter = 'grayscale(1)'"
PLAIN = "document.documentElement.style.fontSize = document.documentElement.style.filter = ''"
# A chart is fetched anew for other colours.
DRAWN = "scheme => !document.querySelector('.parley-chart .plot') || (window['parley-shown'] ?? '').includes(`theme=${scheme}`)"
PAPER = (718, 1040)  # pixels of an A4 sheet within its margins


@dataclass(frozen=True)
class Shot:
    """One way to look at a page: its name, the size of the window, what the page is told, and as what it is shown."""

    name: str
    size: tuple[int, int]
    told: str = PLAIN
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


SHOTS = (
    *(Shot(f"{scheme}-{size[0]}", size, scheme=scheme) for size in SIZES for scheme in ("light", "dark")),
    Shot("grey", SIZES[1], GREY),
    Shot("large-text", SIZES[1], LARGE_TEXT),
    Shot("printed", PAPER, media="print"),
)


def views() -> Iterator[tuple[str, str]]:
    """Yield every page and way to look at it: a name, and its address."""
    for ways in PLACES.values():
        for number, (file, view) in enumerate(ways):
            yield f"{file}-{view}" if view else file, PATHS[file] + (f"?view={view}" if view and number else "")
    yield "search", f"{PATHS['search']}?q=aircraft"
    yield "reading", PATHS["reading"]


def take(page: Page, address: str, folder: Path) -> None:
    """Write the pictures of every page, the whole page where it is longer than the window."""
    visitor = Visitor(page, address)
    for name, path in views():
        visitor.open(path)
        for shot in SHOTS:
            page.set_viewport_size({"width": shot.size[0], "height": shot.size[1]})
            page.emulate_media(color_scheme=shot.scheme, media=shot.media)
            page.evaluate(f"{PLAIN}; {shot.told}")
            page.wait_for_function(DRAWN, arg=shot.scheme)
            visitor.at_rest()
            page.screenshot(path=folder / f"{name}-{shot.name}.png", full_page=shot.media == "print")
        page.evaluate(PLAIN)


def main(arguments: list[str]) -> None:
    """Take the pictures of the shipped talks."""
    folder = Path(arguments[0] if arguments else ROOT / "test-results" / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        served("dashboard.py", "--positions", str(ROOT / "positions")) as (address, _),
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as profile,
    ):
        room = playwright.chromium.launch_persistent_context(profile, executable_path=chromium(), args=QUIET)
        room.set_default_timeout(PATIENCE)
        room.add_init_script(KNOWS_THE_WAY)
        take(room.pages[0], address, folder)
        room.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
