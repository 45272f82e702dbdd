"""What the tests of pictures share: how far each shape reaches, and which labels meet."""

from __future__ import annotations

from itertools import combinations

from parley.figures.lettering import width_of
from parley.figures.picture import Box, Dot, Item, Label, Line, Outline, Picture

Corners = tuple[float, float, float, float]


def corners(item: Item) -> Corners:
    """Return the left, upper, right and lower edge of a shape; letters reach a fifth of their height below their base line."""
    match item:
        case Line():
            return min(item.x1, item.x2), min(item.y1, item.y2), max(item.x1, item.x2), max(item.y1, item.y2)
        case Dot():
            return item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius
        case Box():
            return item.x, item.y, item.x + item.width, item.y + item.height
        case Outline():
            across, down = zip(*item.points, strict=True)
            return min(across), min(down), max(across), max(down)
        case Label():
            behind = f" {item.aside}" if item.text and item.aside else item.aside
            wide = width_of(item.text, item.size, bold=item.is_bold, medium=item.medium) + width_of(behind, item.size, medium=item.medium)
            left = item.x - {"start": 0.0, "middle": wide / 2, "end": wide}[item.anchor]
            return left, item.y - 0.75 * item.size, left + wide, item.y + 0.2 * item.size


def labels(picture: Picture) -> list[Label]:
    return [item for item in picture.items if isinstance(item, Label)]


def outside(picture: Picture) -> list[Item]:
    """Return the shapes that do not lie on the sheet whole."""
    held = []
    for item in picture.items:
        left, top, right, bottom = corners(item)
        if left < -0.01 or top < -0.01 or right > picture.width + 0.01 or bottom > picture.height + 0.01:
            held.append(item)
    return held


def meeting(picture: Picture) -> list[tuple[str, str]]:
    """Return the pairs of labels that run into each other."""
    placed = [(one.whole, corners(one)) for one in labels(picture)]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(placed, 2)
        if a[0] < b[2] - 0.01 and b[0] < a[2] - 0.01 and a[1] < b[3] - 0.01 and b[1] < a[3] - 0.01
    ]
