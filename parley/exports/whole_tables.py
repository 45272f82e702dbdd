"""All parties of an issue together, as typed tables for programs: where they stand, how their pairs stand, and who is told with whom."""

from __future__ import annotations

from collections.abc import Iterator

from parley.analysis.clusters import Cluster
from parley.analysis.extent import End, extent
from parley.analysis.gaps import Gap
from parley.analysis.leading import table_gap
from parley.analysis.parts import united
from parley.analysis.whole import Whole, whole
from parley.exports.cells import Cells, Table, bound_cells, issue_cells, place_cells, status_cells, table_of
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.cluster import cluster_told
from parley.telling.gap import leading_distance
from parley.telling.parties import short
from parley.telling.said import Stretch, begun, together
from parley.telling.terms import part_name
from parley.words import say


def whole_table(briefing: Briefing) -> Table:
    """Return a row per issue: how many parties have spoken, from where to where they stand, who stands at the ends, and who is widest apart."""
    return table_of("whole", briefing, (_whole_cells(one, _whole(briefing, one)) for one in briefing.issues))


def _whole(briefing: Briefing, one: BriefedIssue) -> Whole:
    return whole(briefing.dataset, one.issue, briefing.parties, briefing.as_of, briefing.cut)


def _whole_cells(one: BriefedIssue, found: Whole) -> Cells:
    spoken = [each for each in one.row.positions if each.has_spoken]
    reach = extent(spoken)
    axis = one.row.positions[0].axis
    return {
        **issue_cells(one.issue, one.number),
        "party_count": len(one.row.positions),
        "spoken": tuple(each.party.id for each in spoken),
        "spoken_count": len(spoken),
        "placed_count": reach.count if reach else 0,
        **place_cells("", reach.span if reach else None, axis),
        "unit": axis.unit or axis.gap_unit,
        "place_words": say(Stretch(reach.span, axis)) if reach else None,
        **(_end_cells("low", reach.low) if reach else {}),
        **(_end_cells("high", reach.high) if reach else {}),
        "pair_count": found.count,
        **(_widest_cells(found.widest) if found.widest else {}),
        "statements": united(*(each.spoken for each in spoken)),
    }


def _end_cells(name: str, end: End) -> Cells:
    return {
        f"{name}_parties": tuple(each.id for each in end.parties),
        f"{name}_words": say(together(*map(short, end.parties), how="comma")),
        f"{name}_statements": end.ids,
    }


def _widest_cells(gap: Gap) -> Cells:
    lead = table_gap(gap)
    return {
        "widest_party_a_id": gap.a.party.id,
        "widest_party_b_id": gap.b.party.id,
        **bound_cells("widest", lead.apart if lead else None),
        "widest_unit": gap.a.axis.gap_unit,
        "widest_words": say(leading_distance(gap)),
        "widest_statements": lead.ids if lead else (),
    }


def pairs_table(briefing: Briefing) -> Table:
    """Return a row per issue and status that any pair of all parties has: how many pairs, and the statements behind them."""
    rows = (
        {**issue_cells(one.issue), **status_cells(status), "pair_count": pairs.count, "statements": pairs.ids}
        for one in briefing.issues
        for status, pairs in _whole(briefing, one).pairs.items()
    )
    return table_of("pairs", briefing, rows)


def clusters_table(briefing: Briefing) -> Table:
    """Return a row per issue, cluster and part of the positions in it: those in focus by themselves, then all others that have spoken together."""
    return table_of("clusters", briefing, (cells for one in briefing.issues for cells in _clusters(one)))


def _clusters(one: BriefedIssue) -> Iterator[Cells]:
    focus = {each.id for each in one.gathered.focus}
    alone = [Cluster(None, (each,)) for each in one.row.positions if each.party.id in focus and each.has_spoken]
    for number, cluster in enumerate((*alone, *one.gathered.clusters), 1):
        told = {
            **issue_cells(one.issue),
            "cluster_number": number,
            "is_in_focus": number <= len(alone),
            "bloc_id": cluster.bloc.id if cluster.bloc else None,
            "bloc_name": cluster.bloc.name if cluster.bloc else None,
            "parties": tuple(each.id for each in cluster.parties),
            "party_count": len(cluster.parties),
            "unit": cluster.positions[0].axis.unit or cluster.positions[0].axis.gap_unit,
            "sentence_words": say(cluster_told(cluster)),
        }
        yield from (told | cells for cells in _spreads(cluster))


def _spreads(cluster: Cluster) -> Iterator[Cells]:
    """Yield where the members stand, part by part; of those who have named no place only what they said."""
    axis = cluster.positions[0].axis
    for part, spread in cluster.spreads.items():
        yield {
            "part": part,
            "part_words": say(begun(part_name(part))),
            "stated_count": spread.count,
            **place_cells("", spread.span, axis),
            "place_words": say(Stretch(spread.span, axis)),
            "statements": spread.ids,
        }
    if not cluster.spreads:
        yield {"stated_count": 0, "statements": cluster.ids}
