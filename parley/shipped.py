"""Where the dashboard's own files lie: its script and settings, and the shipped negotiation; in a clone above the package, installed within it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
INSTALLED = _PACKAGE / "shipped"


def home() -> Path:
    """Return the folder that holds `dashboard.py`, `.streamlit/config.toml`, `positions/` and `seeds/`."""
    return INSTALLED if INSTALLED.is_dir() else _PACKAGE.parent


def is_of_the_package(folder: Path) -> bool:
    """Return whether a folder came with an installed package, where the next update would overwrite it."""
    return folder.resolve().is_relative_to(INSTALLED)
