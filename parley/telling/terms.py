"""What the parts of a position and the kinds of statements are called."""

from __future__ import annotations

from parley.analysis.positions import Part
from parley.model import Kind
from parley.telling.said import Said, said


def part_name(part: Part) -> Said:
    """Return what a part of a position is called inside a sentence."""
    return said("part", part=part)


def kind_name(kind: Kind) -> Said:
    """Return what a statement of this kind is called inside a sentence."""
    return said("kind", kind=kind)
