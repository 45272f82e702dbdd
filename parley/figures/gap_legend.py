"""What the marks of a gap's picture mean: one entry for each kind that it holds."""

from __future__ import annotations

from parley.figures.gap_geometry import GapDrawing
from parley.figures.glance_marks import ring
from parley.figures.palette import NEUTRAL
from parley.figures.picture import Box, Dot, Label
from parley.figures.sheet import Entry, teeth
from parley.telling.drawings import legend, no_limit
from parley.telling.terms import part_of_position
from parley.words import say


def gap_legend(drawing: GapDrawing) -> list[Entry]:
    """Return one entry for each kind of mark that the drawing holds, in a neutral colour: shape carries the meaning."""
    marks = {(mark.part, mark.is_soft) for row in drawing.rows for mark in row.marks}
    soft = [one.is_soft for row in drawing.rows for several in (row.marks, row.barriers, row.voices) for one in several]
    has_limit = any(one.is_stated for row in drawing.rows for one in row.barriers)
    why = drawing.why_no_limit
    entries = (
        (part_of_position("demand"), any(part == "demand" for part, _ in marks), (Dot(8, 0, 7, NEUTRAL),)),
        (part_of_position("offer"), ("offer", False) in marks, (Dot(8, 0, 7, NEUTRAL, "hollow", 2.5),)),
        (legend("hinted"), any(soft), (*ring(8, 0, 7, NEUTRAL),)),
        (part_of_position("measure"), any(part == "measure" for part, _ in marks), (Box(2, -6, 12, 12, NEUTRAL),)),
        (legend("teeth"), has_limit, (*teeth(6, 0, 9, 6, NEUTRAL),)),
        (no_limit(why) if why else None, why is not None, (Label(8, 6, "?", 17, "middle", is_bold=True, colour=NEUTRAL),)),
        (legend("voice"), any(row.voices for row in drawing.rows), (Dot(8, 0, 4, NEUTRAL),)),
    )
    return [Entry(say(name), glyph) for name, is_held, glyph in entries if is_held]
