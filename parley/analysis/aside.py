"""Why a statement carries no part of a position."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from parley.analysis.evidence import EvidenceCut
from parley.model import Statement


class AsideKind(Enum):
    """The kinds of reason for which a statement is set aside."""

    FUTURE = auto()
    NOT_POSITIONAL = auto()
    TO_OTHERS = auto()
    WITHDRAWN = auto()
    EXPIRED = auto()
    NEVER_OWN = auto()
    CUT = auto()
    REPLACED = auto()
    CONDITIONAL = auto()
    NO_PLACE = auto()
    OLDER = auto()
    MAY_NOT_COMMIT = auto()
    NOT_FURTHEST = auto()


# Live, admitted and with a place; only another statement of the party counts in its stead.
OUTDONE = frozenset({AsideKind.OLDER, AsideKind.MAY_NOT_COMMIT, AsideKind.NOT_FURTHEST})


# The party's own word and in force, though it carries no part.
STILL_SAID = OUTDONE | {AsideKind.NOT_POSITIONAL, AsideKind.NO_PLACE}


# Not said by then, left out by the evidence shown, or said of the party and not by it.
UNHEARD = frozenset({AsideKind.FUTURE, AsideKind.CUT, AsideKind.NEVER_OWN})


# Why a party that spoke may have nothing to show, in the order in which it is told.
LEFT_OUT = (AsideKind.CUT, AsideKind.NEVER_OWN, AsideKind.WITHDRAWN, AsideKind.EXPIRED, AsideKind.TO_OTHERS)


@dataclass(frozen=True)
class Aside:
    """A reason for which a statement is set aside: its kind, and where that is the reason, the ids of what replaces it or the cut.

    All else that the reason turns on stands in the statement itself.
    """

    kind: AsideKind
    by: tuple[str, ...] = ()
    cut: EvidenceCut | None = None


class SetAside(Mapping[str, Aside]):
    """Why each of some statements is set aside, by id, worked out when it is asked for; one that is not set aside is not in it.

    `changed` holds what is taken as otherwise, by id, and None for what is left out.
    """

    def __init__(
        self, statements: Mapping[str, Statement], changed: Mapping[str, Statement | None], why: Callable[[Statement], Aside | None]
    ) -> None:
        self._statements, self._changed, self._why = statements, changed, why

    def __getitem__(self, key: str) -> Aside:
        one = self._changed.get(key, self._statements[key])
        reason = self._why(one) if one else None
        if reason is None:
            raise KeyError(key)
        return reason

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._statements if self.get(key) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(dict(self))


CONDITIONAL = Aside(AsideKind.CONDITIONAL)
FUTURE = Aside(AsideKind.FUTURE)
NOT_POSITIONAL = Aside(AsideKind.NOT_POSITIONAL)
TO_OTHERS = Aside(AsideKind.TO_OTHERS)
WITHDRAWN = Aside(AsideKind.WITHDRAWN)
EXPIRED = Aside(AsideKind.EXPIRED)
NEVER_OWN = Aside(AsideKind.NEVER_OWN)
NO_PLACE = Aside(AsideKind.NO_PLACE)
OLDER = Aside(AsideKind.OLDER)
MAY_NOT_COMMIT = Aside(AsideKind.MAY_NOT_COMMIT)
NOT_FURTHEST = Aside(AsideKind.NOT_FURTHEST)
