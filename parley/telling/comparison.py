"""What is said of columns side by side: how a column is called, how two of them stand to each other, and the detail of it."""

from __future__ import annotations

from parley.analysis.comparison import PartyAt, Related, Relation
from parley.telling.gap import leading_distance
from parley.telling.parties import short
from parley.telling.said import Said, said, together
from parley.telling.terms import part_name

_AT_A_DISTANCE = frozenset({Relation.DIFFER, Relation.MAY_DIFFER, Relation.EXCLUDE})


def column_name(one: PartyAt) -> Said:
    """Return how a column is called: by party and date."""
    return said("party-at", party=short(one.party), day=one.as_of)


def relation_name(relation: Relation) -> Said:
    """Return how two columns stand to each other."""
    return said("relation", relation=relation.value)


def relation_detail(one: Related) -> Said | None:
    """Return how far apart two parties are, or which parts of a party's position are not the same; None where neither tells more."""
    if one.changed:
        return said("not-the-same", parts=together(*map(part_name, one.changed), how="comma"))
    return leading_distance(one.gap) if one.gap and one.relation in _AT_A_DISTANCE else None
