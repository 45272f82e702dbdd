"""How much an issue matters to each party and how much it can do about it, as somebody judges: told with whose judgement it is, used by nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from parley.model import Issue, Rating
from parley.telling.said import Said, Verbatim, said

Name = Literal["salience", "power"]
Head = Literal["party", "salience", "power", "by"]
NAMES: tuple[Name, ...] = ("salience", "power")
HELD = said("ratings-held")


def rating_told(rating: Rating) -> Said:
    """Return how much, as a range where it is one, and out of how much where the author says so."""
    low, high = map(_number, (rating.from_, rating.to))
    amount = said("rating", amount=low) if low == high else said("rating-in-range", low=low, high=high)
    return said("rating-out-of", amount=amount, most=_number(rating.out_of)) if rating.out_of else amount


def _number(value: Decimal) -> Verbatim:
    return Verbatim(f"{value.normalize():f}")


def rated_by(rating: Rating) -> Said:
    """Return whose judgement it is, and of when."""
    return said("rated-on", by=Verbatim(rating.by), day=rating.on) if rating.on else said("rated-by", by=Verbatim(rating.by))


def rating_head(head: Head) -> Said:
    """Return the head of a column of the table of such judgements."""
    return said("rating-head", head=head)


def ratings_of(issue: Issue) -> dict[tuple[str, str], dict[Name, Rating]]:
    """Return the judgements on an issue by the id of the party and the author."""
    found: dict[tuple[str, str], dict[Name, Rating]] = {}
    for name in NAMES:
        for one in getattr(issue, name):
            found.setdefault((one.party, one.by), {})[name] = one
    return found
