"""How parties are named by themselves: short, and two of them as a pair."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.gaps import Gap
from parley.model import Party
from parley.telling.said import Argument, Said, Verbatim, said, together


def short(party: Party) -> Verbatim:
    """Return the short name of a party."""
    return Verbatim(party.short)


def pair(one: Party, other: Party) -> Said:
    """Return two parties as a pair, by their short names."""
    return said("pair", one=short(one), other=short(other))


def pair_of(gap: Gap) -> Said:
    """Return the two parties of a gap as a pair."""
    return pair(gap.a.party, gap.b.party)


def asked_of(parties: Sequence[Party]) -> Said:
    """Return of which governments something is asked, by name."""
    return said("asked-of", parties=together(*parties, how="comma"))


def of_pair(pair: Argument, told: Argument, ids: tuple[str, ...] = ()) -> Said:
    """Return what is told of two parties, after their names."""
    return said("of-pair", ids, pair=pair, told=told)
