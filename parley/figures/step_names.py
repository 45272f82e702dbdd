"""Which steps of a scale are named above it, and where: as many as have room beside each other, those first on which something stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from parley.figures.placing import Reach, spread_over

Named = tuple[Fraction, float, tuple[str, ...]]  # a value of the scale, the middle of its name, and the name line by line


def in_turn(ranked: Sequence[Fraction], ends: Sequence[Fraction], others: Sequence[Fraction] = ()) -> tuple[Fraction, ...]:
    """Return values in the order in which they are named: where something stands, in its own order, then the ends of the scale, then others."""
    return tuple(dict.fromkeys((*ranked, *ends, *others)))


def fitting(
    order: Sequence[Fraction],
    ends: Sequence[Fraction],
    lines: Callable[[Fraction], tuple[str, ...]],
    wide: Callable[[str], float],
    x: Callable[[Fraction], float],
    room: Reach,
    apart: float,
) -> list[Named]:
    """Return the names that have room, from low to high; each is given its room if those before it in the order keep theirs.

    Each lies over its own place. One that is cut off is left out, but for those of the ends.
    """
    held, middles = dict[Fraction, tuple[str, ...]](), list[float]()
    for value in order:
        name = lines(value)
        if name[-1].endswith("…") and value not in ends:
            continue
        more = dict(sorted({**held, value: name}.items()))
        across = [max(map(wide, several)) for several in more.values()]
        wanted = [(min(max(x(one), room[0] + each / 2), room[1] - each / 2), each) for one, each in zip(more, across, strict=True)]
        found = spread_over(wanted, *room, apart)
        if found is not None:
            held, middles = more, found
    return [(value, middle, name) for (value, name), middle in zip(held.items(), middles, strict=True)]
