"""What all figures share: the font, the bare template, and text from the files made safe for a chart."""

from __future__ import annotations

import textwrap
from html import escape
from typing import Any

from parley.directions import names_isolated
from parley.figures.lettering import shortened
from parley.figures.palette import NEUTRAL

Part = dict[str, Any]  # one trace, shape or annotation, as plotly's JSON has it
Figure = dict[str, Any]  # traces and layout, under "data" and "layout", as plotly's JSON has them

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
TEMPLATE: Part = {"layout": {"colorway": [NEUTRAL], "hoverlabel": {"font": {"size": 14}}}}
CUT_HEIGHT = 26
NOTE_WIDTH = 42  # characters that a narrow page holds
TICK_LETTERS, HOVER_LETTERS, EVENT_LETTERS = 40, 60, 60  # that a line holds beside a scale, under the pointer, and above the drawing


def literal(text: str) -> str:
    """Return text from the files for a chart, which would read a "<" in it as markup and a "%{" as the name of a value."""
    return escape(names_isolated(text), quote=False).replace("%{", "&#37;{")


def two_lines(name: str) -> str:
    """Return a name on at most two lines, so that it can still be turned upright where the page is narrow.

    A word that is longer than a line is broken, and what two lines do not hold is cut off.
    """
    name = shortened(name, 2 * TICK_LETTERS)
    wide = max(10, len(name) // 2)
    while len(lines := textwrap.wrap(name, wide, break_long_words=False)) > 2:
        wide += 1
    if any(len(line) > TICK_LETTERS for line in lines):
        lines = [name[: len(name) // 2], name[len(name) // 2 :]]
    return "<br>".join(literal(line) for line in lines)


def hovered(text: str) -> str:
    """Return what stands beside a mark under the pointer, on lines that a page holds."""
    return "<br>".join(literal(line) for line in textwrap.wrap(text, HOVER_LETTERS)) + "<extra></extra>"


def cut_title(cut: str) -> Part:
    """Return the evidence cut in bold as the legend's title, where nothing can run into it however often the legend wraps."""
    return {"title": {"text": f"<b>{literal(cut)}</b>", "side": "top", "font": {"size": 16}}} if cut else {}
