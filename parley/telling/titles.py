"""What the title of a slide says of an issue: its name, and what it comes to; between whom where that is not plain."""

from __future__ import annotations

from parley.analysis.gaps import DEFINITE, Gap, Status
from parley.analysis.leading import table_gap
from parley.analysis.overview import OverviewRow
from parley.telling.gap import leading_distance, status_name
from parley.telling.parties import pair_of
from parley.telling.said import Argument, Said, said, together

_PLAIN = 2  # principals that have taken a position, of whom it is plain who is meant


def title_answer(row: OverviewRow) -> Said | None:
    """Return status and distance between the pair that leads, as they end a title; None where there is no pair.

    The pair is named where it stands in for another or where there are others.
    """
    gap = row.gap
    if gap is None:
        return None
    principals = sum(one.is_evidenced and one.party.role == "principal" for one in row.positions)
    is_plain = row.stands_in_for is None and principals <= _PLAIN
    return said("title-answer", gap.ids, pair="" if is_plain else pair_of(gap), who="plain" if is_plain else "named", told=status_and_distance(gap))


def status_and_distance(gap: Gap) -> Argument:
    """Return the status where only one is possible, and the distance where it can be measured; one that rests on a hint says so."""
    lead, distance = table_gap(gap), leading_distance(gap)
    told: list[Argument] = [status_name(gap.status)] if gap.status in DEFINITE or lead is None else []
    if lead and distance and gap.status is not Status.AGREED:
        is_hint = lead.other.offer.is_stated and lead.other.offer.is_hint
        told.append(said("by-a-hint", lead.ids, told=distance) if is_hint else distance)
    return together(*told, how="comma")
