"""Why a statement carries no part of a position: the kind of reason, and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

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


# Why a party that spoke may have nothing to show, in the words that follow a number.
_LEFT_OUT = {
    AsideKind.CUT: "left out by the evidence shown",
    AsideKind.NEVER_OWN: "only forecast, or read into it by a third party",
    AsideKind.WITHDRAWN: "withdrawn",
    AsideKind.EXPIRED: "run out",
    AsideKind.TO_OTHERS: "addressed to others",
}


@dataclass(frozen=True)
class Aside:
    """A reason for which a statement is set aside: its kind, a sentence, and the ids of what replaces it, where that is the reason."""

    kind: AsideKind
    words: str
    by: tuple[str, ...] = ()


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


CONDITIONAL = Aside(AsideKind.CONDITIONAL, "It stands only under its condition, which is not known to be met.")
FUTURE = Aside(AsideKind.FUTURE, "It was said after the date shown.")
SHOWN_ONLY = Aside(AsideKind.NOT_POSITIONAL, "Threats and reasons are shown but never placed in a gap.")
NEVER_OWN = Aside(AsideKind.NEVER_OWN, "A forecast or a third party's reading is never the party's own position.")
NO_PLACE = Aside(AsideKind.NO_PLACE, "It names no place on the scale, and another statement does.")
OLDER = Aside(AsideKind.OLDER, "A newer statement stands in its place.")
MAY_NOT_COMMIT = Aside(AsideKind.MAY_NOT_COMMIT, "Its speaker cannot commit the party, so it does not replace an official statement.")
NOT_FURTHEST = Aside(AsideKind.NOT_FURTHEST, "Another statement goes further.")


def left_out_words(reasons: Iterable[Aside]) -> str:
    """Return how many statements were left out and why: "2 left out by the evidence shown, 1 withdrawn"; empty where none was."""
    counts = Counter(one.kind for one in reasons)
    return ", ".join(f"{counts[kind]} {words}" for kind, words in _LEFT_OUT.items() if counts[kind])
