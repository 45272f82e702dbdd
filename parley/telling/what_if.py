"""What the sheet says in which a reader puts a party elsewhere."""

from __future__ import annotations

from parley.analysis.parts import Part
from parley.telling.said import Said, said

WHAT_IF = said("what-if")
WHAT_IF_IS_YOURS = said("what-if-is-yours")
WHAT_IF_HOW = said("what-if-how")
WHAT_IF_HOLDS = said("what-if-holds")
WHY_NOT = said("what-if-why-not")
NOT_MEASURED = said("not-measured")
DO_NOT_FIT = said("places-do-not-fit")
NO_PAIR = said("what-if-no-pair")
NO_DIRECTION = said("what-if-no-direction")
TARGET = said("what-if-target")
SAME_WAY = said("what-if-same-way")
CROSSED = said("what-if-crossed")
OUTDONE = said("what-if-outdone")
TIED = said("what-if-tied")


def held(part: Part, side: int) -> Said:
    """Return the title over where a part of the first or the second party stands."""
    return said("what-if-held", part=part, side="ab"[side])


def instead(part: Part, side: int) -> Said:
    """Return the title over the cells for another place of that part."""
    return said("what-if-instead", part=part, side="ab"[side])
