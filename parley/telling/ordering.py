"""What is said of issues that stand in another order than the file's; above all which are furthest apart (method, section 4)."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.ordering import Order, Share
from parley.analysis.outcomes import Distance
from parley.telling.said import Apart, Said, Verbatim, said, together

MOST_NAMED = 4


def order_name(order: Order) -> Said:
    """Return the name of an order."""
    return said("order-name", order=order)


def furthest_told(found: Sequence[Share]) -> Said | None:
    """Return which issues are furthest apart, each by how much of its own scale lies between, and that steps of different issues are not equal.

    None where no distance is known.
    """
    if not found:
        return None
    named = found[:MOST_NAMED]
    ids = tuple(dict.fromkeys(key for one in named for key in one.ids))
    return said("furthest-apart", ids, issues=together(*map(_share, named), how="semicolon"))


def _share(one: Share) -> Said:
    issue, axis = Verbatim(one.row.issue.label), one.row.positions[0].axis
    low, high = one.apart.low, one.apart.high
    if axis.is_ladder:
        return said("share-in-steps", issue=issue, exact="yes" if low == high else "no", low=low, high=high, whole=int(one.whole))
    return said("share-in-units", issue=issue, apart=Apart(one.apart, axis), whole=Apart(Distance(one.whole, one.whole), axis))
