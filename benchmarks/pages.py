"""The script time of each page: what the server spends on one run, on the shipped data and on a large generated set."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.generate import write_negotiation
from benchmarks.timing import median_ms, print_table
from parley.views.store import POSITIONS_VARIABLE

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("overview", "issue", "movement", "compare", "robustness", "sources", "search", "present", "take_away", "reading")
ASKED = {"search": {"q": "minister"}}  # what an address asks of a page; in the large set every statement holds it
LARGE = {"parties": 60, "issues": 300, "statements": 30_000}
RUNS = 9


@contextmanager
def large_set() -> Iterator[Path]:
    """Write the large negotiation into a temporary folder and yield it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "positions" / "large"
        write_negotiation(path, seed=1, **LARGE)
        yield path


def script_times(positions: Path, parameters: Mapping[str, str]) -> dict[str, float]:
    """Return the median script time of each page in milliseconds."""
    os.environ[POSITIONS_VARIABLE] = str(positions)
    found = {}
    for page in PAGES:
        app = AppTest.from_file(str(ROOT / "every_page.py"), default_timeout=120)
        for name, value in {**parameters, **ASKED.get(page, {})}.items():
            app.query_params[name] = value
        app.run()
        app.switch_page(str(ROOT / "parley" / "views" / f"page_{page}.py"))
        found[page] = median_ms(app.run, RUNS)
        if app.exception:
            raise RuntimeError(app.exception[0].value)
    return found


def main() -> None:
    """Measure and print."""
    logging.disable(logging.WARNING)
    shipped = script_times(ROOT / "positions", {"as_of": "2018-05-02"})
    with large_set() as positions:
        large = script_times(positions, {})
    rows = [[page, f"{shipped[page]:.0f} ms", f"{large[page]:.0f} ms"] for page in PAGES]
    print_table("Script time of a page, median of 9 runs (aim: 50 ms shipped, 150 ms large)", ["page", "shipped", "large"], rows)


if __name__ == "__main__":
    main()
