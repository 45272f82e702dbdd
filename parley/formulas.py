"""Texts in files for spreadsheets: none is ever taken for a formula."""

from __future__ import annotations

# What a spreadsheet takes for the beginning of a formula, in Chinese and Japanese settings also the wide forms.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD = "'"


def guarded(text: str) -> str:
    """Return a text of which no spreadsheet makes a formula: with an apostrophe before it where it begins like one, or with an apostrophe."""
    return f"{_GUARD}{text}" if text.startswith((*FORMULA_SIGNS, _GUARD)) else text


def unguarded(text: str) -> str:
    """Return a text of a CSV file as it was before it was guarded."""
    return text.removeprefix(_GUARD)
