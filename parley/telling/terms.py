"""The names of what a statement is, of the parts of a position and of a party's role."""

from __future__ import annotations

from parley.analysis.positions import Part
from parley.model import Kind, Party
from parley.telling.said import Said, said


def kind_name(kind: Kind) -> Said:
    """Return what a statement is."""
    return said("kind", kind=kind)


def part_name(part: Part) -> Said:
    """Return what a party says of a part."""
    return said("part", part=part)


def part_of_position(part: Part) -> Said:
    """Return what that makes of its position: of offers, the best."""
    return said("part-of-position", part=part)


def role_of(party: Party) -> Said:
    """Return the role of a party."""
    return said("role", role=party.role)
