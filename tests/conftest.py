"""What holds for every test: how many examples a property is tried on and from which seed, and which files are run first."""

from __future__ import annotations

import gc
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, core, settings

SEED = 0
# An example is a whole negotiation: slow to draw, and often set aside because it does not show what a law is about. None is failed by a slow machine.
QUIET: dict[str, Any] = {
    "deadline": None,
    "database": None,
    "print_blob": True,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much],
}

settings.register_profile("few", max_examples=20, **QUIET)
settings.register_profile("thousands", max_examples=3000, **QUIET)
settings.load_profile("few")

# Each file runs in one process, so the longest begin first: otherwise the others wait for them at the end.
LONGEST = (
    "browser/test_present.py",
    "browser/test_pages.py",
    "browser/test_scrubber.py",
    "browser/test_addresses.py",
    "exports/test_slides.py",
    "browser/test_glances.py",
    "test_loading.py",
    "browser/test_header.py",
    "browser/test_read.py",
    "browser/test_bring_in.py",
    "browser/test_edit.py",
    "exports/test_leaks.py",
    "views/test_pages.py",
    "browser/test_base_path.py",
    "browser/test_login.py",
    "exports/test_long_words.py",
    "browser/test_server.py",
    "browser/test_panel.py",
    "browser/test_chart.py",
    "browser/test_reconnecting.py",
    "views/test_edit_page.py",
    "views/test_interface.py",
    "analysis/test_laws.py",
    "test_command_line.py",
    "exports/test_files.py",
    "exports/test_handout.py",
    "exports/test_table_schemas.py",
    "figures/test_glance_laws.py",
    "analysis/test_movement_laws.py",
    "editing/test_saving.py",
)


def pytest_configure(config: pytest.Config) -> None:
    """The same seed each time, unless `--hypothesis-seed` names another."""
    if config.getoption("--hypothesis-seed") is None:
        core.global_force_seed = SEED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda one: rank(one.path))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while collecting, nor afterwards in what was collected, and rarely in the rest: that took a tenth of the time of all tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(200_000, 20, 20)
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Look for no garbage at the end in what goes as a whole."""
    gc.freeze()


def rank(path: Path) -> int:
    """Return where among the files one stands: the longest by name, then all others as they came."""
    name = path.relative_to(Path(__file__).parent).as_posix()
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what is needed to draw the same examples again."""
    seed = config.getoption("--hypothesis-seed")
    terminalreporter.write_line(f"Laws: {settings.default.max_examples} examples each, drawn with --hypothesis-seed={SEED if seed is None else seed}")
