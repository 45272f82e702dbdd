"""How parties are named by themselves: short, two of them as a pair, and of many the first few."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.gaps import Gap
from parley.model import Party
from parley.telling.said import Argument, Joint, Said, Verbatim, said, together

MOST_NAMED = 8  # parties of whom one thing is told; of more, the others are counted


def short(party: Party) -> Verbatim:
    """Return the short name of a party."""
    return Verbatim(party.short)


def several(parties: Sequence[Party], how: Joint = "and") -> Argument:
    """Return some parties; of many the first few, and how many more they are."""
    more = len(parties) - MOST_NAMED
    return said("and-more", first=together(*parties[:MOST_NAMED], how="comma"), more=more) if more > 0 else together(*parties, how=how)


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
