"""Where the rows, lanes and strips of a gap's chart lie upright, in heights of a row: the first row at 0, all others below it."""

from __future__ import annotations

from itertools import accumulate

from parley.figures.gap_geometry import GapDrawing

ROW_HEIGHT, STRIP_HEIGHT = 84, 48  # pixels
LANE_FIRST, LANE = 0.3, 0.2  # from a row's line to the first lane of its speakers, and from lane to lane
BRACKET = 0.38  # from a row's line down to the bracket of a limit that was not stated


class GapRows:
    """The heights of a drawn gap: `heights` of its rows' lines, `bottom` under the last row, and `strips` beneath for gap and zone."""

    def __init__(self, drawing: GapDrawing) -> None:
        self.strips = (drawing.measure is not None) + (drawing.zone is not None)
        # A row stands below the one before it by its own height, and by that of its speakers' lanes.
        lanes = list(accumulate(max((mark.lane + 1 for mark in row.voices), default=0) for row in drawing.rows))
        self.lanes = lanes[-1] if lanes else 0
        self.heights = tuple(-(number + LANE * above) for number, above in enumerate(lanes))
        self.bottom = (self.heights[-1] if self.heights else 0.5) - 0.5

    def strip(self, number: int) -> float:
        """Return the height of a strip, counted from the upper one."""
        return self.bottom - (number + 0.5) * STRIP_HEIGHT / ROW_HEIGHT

    def lane(self, number: int, y: float) -> float:
        """Return the height of a lane of speakers above the line of the row at `y`."""
        return y + LANE_FIRST + LANE * number
