"""The issues of the overview, each at a glance or as a row of the matrix in words; and how to read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parley.analysis.clusters import MANY
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import OverviewRow, is_nothing_to_compare, overview, overview_row, tally
from parley.analysis.standing import standing
from parley.evidence import Evidence
from parley.figures.glance_geometry import glance_of
from parley.figures.glance_picture import glance_picture
from parley.figures.palette import party_colours
from parley.figures.picture import Picture
from parley.telling import documents
from parley.telling.glance import NOBODY_SPOKE, glance_lines
from parley.telling.matrix import agenda_matrix, matrix, matrix_row
from parley.telling.overview import summary
from parley.telling.position import position_lines
from parley.telling.reading import WAY_IN, WAY_IN_CLOSED, WAYS_IN, way_in
from parley.telling.said import Said
from parley.telling.standing import standing_told
from parley.views.cells import folded, matrix_sheet, opens_first, parties_sheet
from parley.views.components.glances import draw_glances
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.components.way_in import Width, draw_way_in
from parley.views.example import DAY, example_dataset
from parley.views.glances import base_of
from parley.views.recent import Recent
from parley.views.selection import Selection
from parley.views.ways import TABLE
from parley.words import say

EXAMPLE_WIDTHS: Mapping[Width, float] = {"broad": 600, "slim": 330}  # pixels
MOST_HELD = 4  # things said on an issue on which there is nothing to compare that stand at once
_HELD = 8  # selections of which it is known how all issues stand


@dataclass(frozen=True)
class Stand:
    """How all issues stand: their rows, what is told of them on top, what is counted of them beneath, and whether on any a distance is known."""

    rows: tuple[OverviewRow, ...]
    told: tuple[Said, ...]
    counted: Said
    is_measured: bool


_stands: Recent[str, Stand] = Recent(_HELD)


def how_all_stand(chosen: Selection) -> Stand:
    """Return how all issues stand, worked out once for all who look at the same: it takes longer than drawing the page."""
    return _stands.get(base_of(chosen), lambda: _how_all_stand(chosen))


def _how_all_stand(chosen: Selection) -> Stand:
    dataset, asked = chosen.dataset, (chosen.parties, chosen.as_of, chosen.cut)
    rows = overview(dataset, *asked)
    counted = summary(tally(dataset, rows, chosen.as_of, chosen.cut))
    found = standing(dataset, rows, *asked)
    return Stand(rows, tuple(standing_told(found)), counted, bool(found.measured))


def draw_rows(view: str, rows: Sequence[OverviewRow], chosen: Selection, heading: str = "") -> None:
    """Draw the issues: each at a glance, or as a row of the matrix in words; by group, or under one heading in another order than the file's."""
    dataset = chosen.dataset
    if view == TABLE:
        told = [matrix_row(row, [position_lines(one, dataset) for one in row.positions]) for row in rows] if heading else []
        grid = agenda_matrix(told, chosen.parties) if heading else matrix(rows, chosen.parties, dataset)
        turned = len(chosen.parties) >= MANY and len(chosen.parties) > len(rows)
        draw_sheet(parties_sheet(grid) if turned else matrix_sheet(grid, party_colours(dataset.negotiation)), key="matrix")
        return
    # Where there is nothing to compare on any issue, what there is is drawn.
    drawn = [row for row in rows if not is_nothing_to_compare(row.positions)] or rows
    groups = [(group.name, [row.issue for row in drawn if row.issue.group == group.id]) for group in dataset.negotiation.groups]
    listed = [(heading, [row.issue for row in drawn])] if heading else groups
    base = base_of(chosen, is_quiet=not how_all_stand(chosen).is_measured)
    draw_glances(base, [(words, issues) for words, issues in listed if issues], key="glances")
    quiet = [row for row in rows if row not in drawn]
    if quiet:
        draw_sheet(_quiet_sheet(quiet, dataset), key="quiet")


def _quiet_sheet(rows: Sequence[OverviewRow], dataset: Evidence) -> Sheet:
    """Return the issues on which there is nothing to compare, a line for each, with what is held of those who spoke."""
    lines = [Line(heading=say(documents.NOTHING_TO_COMPARE))]
    for row in rows:
        held = [line for one in row.positions for line in glance_lines(one, dataset)]
        items = [Item(say(one.words), opens=opens_first(one.ids)) for one in held] or [Item(say(NOBODY_SPOKE), quiet=True)]
        lines.append(Line(((Item(row.issue.label, opens=f"issue:{row.issue.id}"),), tuple(items)), folds={1: folded(items, MOST_HELD)}))
    return Sheet(say(documents.NOTHING_TO_COMPARE_MEANS), [Column("", width="16%"), Column("")], lines, layout="wide list", is_below=True)


def tell_the_way_in() -> None:
    """Tell on the first visit how to read a row, by an invented one."""
    draw_way_in(say(WAY_IN), [say(way_in(one)) for one in WAYS_IN], _example_pictures(), say(WAY_IN_CLOSED), key="way_in")


@cache
def _example_pictures() -> Mapping[Width, Picture]:
    dataset = example_dataset()
    parties = dataset.negotiation.parties
    row = overview_row(dataset, dataset.negotiation.issues[0], parties, DAY, ALL_EVIDENCE)
    found = glance_of(row, [glance_lines(position, dataset) for position in row.positions], dataset.statement)
    colours = party_colours(dataset.negotiation)
    return {width: glance_picture(found, colours, pixels) for width, pixels in EXAMPLE_WIDTHS.items()}
