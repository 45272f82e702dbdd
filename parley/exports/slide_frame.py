"""Where things lie on a slide, in points: the size of slides in Parley's own look, and the room between title and foot in any look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

SlideShape = Literal["16:9", "4:3"]
SLIDE_SIZES: Mapping[SlideShape, tuple[float, float]] = {"16:9": (960.0, 540.0), "4:3": (720.0, 540.0)}
MARGIN = 42.0
TITLE_SIZE, TITLE_HIGH, FOOT_SIZE = 28.0, 40.0, 9.0
NUMBER_WIDE = 60.0  # of what is left beside the foot for the number of the slide
FRONT_TITLE = 120.0  # height of the title on the first slide
LINK_WIDE, LINK_HIGH = 84.0, 16.0
TITLE_SIZES, FRONT_TITLE_SIZES = (TITLE_SIZE, 24.0, 20.0, 16.0), (36.0, 30.0, 24.0, 20.0)


@dataclass(frozen=True)
class Frame:
    """Where the fixed parts of every slide lie: margin, handling mark, title, way to the live view, what is below them, and foot.

    `sizes` and `front_sizes` are those of titles, the largest first, and `front` is the room of the title on the first slide.
    """

    width: float
    height: float
    left: float
    inner: float
    mark: float
    title: float
    title_room: tuple[float, float]
    link: float
    body: float
    foot: float
    foot_wide: float
    sizes: tuple[float, ...] = TITLE_SIZES
    front_sizes: tuple[float, ...] = FRONT_TITLE_SIZES
    front: tuple[float, float] = (0.0, 0.0)

    @property
    def room(self) -> float:
        """Return the height between title and foot."""
        return self.foot - 8 - self.body

    @property
    def right(self) -> float:
        """Return where the room for text ends at the right."""
        return self.left + self.inner

    @property
    def half(self) -> float:
        """Return the width of one of two columns with a rule between them."""
        return self.inner / 2 - 20


def own_frame(shape: SlideShape, handling_high: float, foot_high: float) -> Frame:
    """Return the frame of Parley's own look that leaves room for a handling mark and a foot of these heights."""
    width, height = SLIDE_SIZES[shape]
    inner = width - 2 * MARGIN
    title = 14 + handling_high + (2 if handling_high else 6)
    return Frame(
        width=width,
        height=height,
        left=MARGIN,
        inner=inner,
        mark=14.0,
        title=title,
        title_room=(inner - LINK_WIDE - 6, TITLE_HIGH),
        link=title + 12,
        body=title + TITLE_HIGH + 4,
        foot=height - 12 - foot_high,
        foot_wide=inner - NUMBER_WIDE,
        front=(inner / 2 - 20, FRONT_TITLE),
    )
