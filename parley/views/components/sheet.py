"""A table of cells with marks and words, each of which may open an issue or a statement, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import streamlit as st

from parley.directions import isolated
from parley.searching import Term, pieces
from parley.views.address_bar import link_to_issues
from parley.views.components import sent
from parley.views.components.opening import GOING, noting
from parley.views.served_files import loader, plotly_address

_sheet = st.components.v2.component(
    "parley_sheet", html='<div class="sheet"></div>', js=loader(*GOING, "table.js", "plotly.js", "sheet.js", styles=("sheet.css",))
)


@dataclass(frozen=True)
class Item:
    """One line of a cell: an optional mark, words, tags, a date or other detail, and what it opens ("statement:id", "issue:id").

    `rail` is a scale in one line, drawn in place of words. Words that were searched for, `found`, stand out in the text and the detail.
    """

    text: str
    mark: str = ""
    label: str = ""
    meta: str = ""
    tags: tuple[str, ...] = ()
    opens: str = ""
    status: str = ""
    colour: str = ""
    strong: bool = False
    quiet: bool = False
    rail: Mapping[str, Any] = field(default_factory=dict)
    found: Sequence[Term] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the fields that are set, under the names the browser side reads."""
        fields = {
            "text": isolated(self.text), "mark": self.mark, "label": isolated(self.label), "meta": isolated(self.meta),
            "tags": [isolated(one) for one in self.tags], "open": self.opens,
            "status": self.status, "colour": self.colour, "strong": self.strong, "quiet": self.quiet, "rail": dict(self.rail),
            "pieces": self._pieces(self.text), "metaPieces": self._pieces(self.meta),
        }  # fmt: skip
        return {name: value for name, value in fields.items() if value or name == "text"}

    def _pieces(self, text: str) -> list[tuple[str, bool]]:
        """Return the text in pieces, each with whether it was searched for; nothing where no word of it was."""
        cut = pieces(isolated(text), self.found) if self.found else []
        return cut if any(is_found for _, is_found in cut) else []


@dataclass(frozen=True)
class Column:
    """The head of a column; `colour` is the party's, `width` a CSS length."""

    label: str
    sub: str = ""
    colour: str = ""
    width: str = ""

    def as_data(self) -> dict[str, Any]:
        """Return the fields under the names the browser side reads."""
        return {"label": isolated(self.label), "sub": isolated(self.sub), "colour": self.colour, "width": self.width}


@dataclass(frozen=True)
class Fold:
    """What stands at first: so many items of a cell or lines of a table, and under what words the others are.

    `is_low` folds items only where the window is low.
    """

    kept: int
    words: str
    is_low: bool = False


@dataclass(frozen=True)
class Line:
    """A row of cells, or a heading across the table; the first cell heads the row. `folds` are those of cells, by their number."""

    cells: tuple[tuple[Item, ...], ...] = ()
    heading: str = ""
    opens: str = ""
    folds: Mapping[int, Fold] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """Return the row under the names the browser side reads."""
        if self.heading:
            return {"heading": isolated(self.heading)}
        return {"cells": [self._cell(number) for number in range(len(self.cells))], "open": self.opens}

    def _cell(self, number: int) -> dict[str, Any]:
        items, fold = self.cells[number], self.folds.get(number)
        told = {"kept": fold.kept, "more": isolated(fold.words), "isLow": fold.is_low} if fold and len(items) > fold.kept else {}
        return {"items": [item.as_data() for item in items], **told}


@dataclass(frozen=True)
class Sheet:
    """A whole table; `layout` is "wide", "wide board" (cards under one another) "wide columns" (short ones), "wide list" (low rows),
    "fields" (two columns, names and values), "sentence" (one item) or "answer" (the first item of it large).

    One that is below a chart, or beneath slides, lets them be painted first.
    """

    caption: str
    columns: Sequence[Column]
    lines: Sequence[Line] = field(default_factory=tuple)
    layout: Literal["wide", "wide board", "wide columns", "wide list", "fields", "sentence", "answer"] = "wide"
    is_below: bool = False
    fold: Fold | None = None

    def as_data(self) -> dict[str, Any]:
        """Return the table under the names the browser side reads."""
        folded = {"kept": self.fold.kept, "more": isolated(self.fold.words)} if self.fold else {}
        return {
            **folded,
            "caption": isolated(self.caption), "layout": self.layout, "below": self.is_below, "columns": [one.as_data() for one in self.columns],
            "rows": [one.as_data() for one in self.lines],
        }  # fmt: skip


def draw_sheet(sheet: Sheet, key: str) -> None:
    """Draw the table; what is opened in it is opened before the next run."""
    data = {**sheet.as_data(), "issues": link_to_issues(), "plotly": plotly_address()}
    _sheet(key=key, data=sent(data), on_open_change=noting(key))
