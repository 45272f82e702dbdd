"""What is said of all pairs of several parties: how many have which status, and who is widest apart."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.gaps import DEFINITE, NOTHING_TO_COMPARE, Status
from parley.analysis.overview import OverviewRow
from parley.analysis.parts import united
from parley.analysis.whole import AllPairs, Whole
from parley.telling.gap import leading_distance, status_name
from parley.telling.parties import pair_of
from parley.telling.said import Argument, Said, Verbatim, said, together

_TOLD = (*DEFINITE, Status.UNKNOWN)


def whole_told(row: OverviewRow) -> Said | None:
    """Return how all pairs of the principals shown stand, beside the pair told of; None of fewer than three, or where fewer than two have a status.

    The statements of the widest pair come first.
    """
    found = row.whole
    if found is None or sum(found.pairs[one].count for one in _TOLD if one in found.pairs) < 2:
        return None
    ids = tuple(dict.fromkeys((*(found.widest.ids if found.widest else ()), *united(*(one.ids for one in found.pairs.values())))))
    counts = said("pairs-by-status", pairs=found.count, statuses=together(*_counts(found), how="comma"))
    widest = found.widest
    distance = leading_distance(widest) if widest else None
    if widest is None or distance is None:
        return said("sentence", ids, told=counts)
    if row.gap is not None and {row.gap.a.party, row.gap.b.party} == {widest.a.party, widest.b.party}:
        return said("no-pair-wider", ids, counts=counts)
    return said("widest-pair", ids, counts=counts, pair=pair_of(widest), distance=distance)


def no_pair_on(on_issues: Sequence[AllPairs]) -> Said | None:
    """Return on which issues no two of some parties can be compared; None where on each some can."""
    names = [Verbatim(one.issue.label) for one in on_issues if NOTHING_TO_COMPARE.issuperset(one.whole().pairs)]
    return said("no-pair-on", issues=together(*names)) if names else None


def _counts(found: Whole) -> list[Argument]:
    told: list[Argument] = [said("with-status", count=found.pairs[one].count, status=status_name(one)) for one in _TOLD if one in found.pairs]
    without = found.count - sum(found.pairs[one].count for one in _TOLD if one in found.pairs)
    return [*told, said("pairs-without-status", count=without)] if without else told
