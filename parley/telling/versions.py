"""What is said of two versions of the same files: the field that changed, and what that makes of a position."""

from __future__ import annotations

from parley.analysis.moves import part_of
from parley.analysis.positions import Position
from parley.analysis.versions import FieldChange, Recast
from parley.telling.places import standing
from parley.telling.said import Argument, Said, Verbatim, said


def field_name(change: FieldChange) -> Argument:
    """Return how a changed field is called: by its way there, or as the order of what stands there."""
    return said("order-of-field", field=Verbatim(change.name)) if change.is_order else Verbatim(change.name)


def recast_places(one: Recast) -> tuple[Argument, Argument]:
    """Return where the part stands by the old version, and by the new."""
    return _place(one.before, one), _place(one.after, one)


def _place(position: Position | None, one: Recast) -> Argument:
    return said("not-stated") if position is None else standing(part_of(position, one.part), position)


def recast_told(one: Recast) -> Said:
    """Return which part of whose position the two versions give otherwise, and where it stands by each."""
    before, after = recast_places(one)
    return said("recast", one.ids, issue=Verbatim(one.issue.name), party=one.party, part=one.part, before=before, after=after)
