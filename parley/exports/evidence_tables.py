"""How well the evidence carries what is found, and which cells are empty, as typed tables."""

from __future__ import annotations

from parley.analysis.coverage import Held, coverage
from parley.analysis.robustness import Recomputed, Robustness, weakest_first
from parley.exports.cells import Cells, Table, distance_cells, issue_cells, party_cells, status_cells, table_of
from parley.telling.briefing import Briefing
from parley.telling.gap import leading_distance, status_label
from parley.telling.parties import pair_of
from parley.telling.robustness import SHOWN_ALREADY, on_less_evidence, rests_on
from parley.telling.terms import kind_name
from parley.words import say


def robustness_table(briefing: Briefing) -> Table:
    """Return a row per finding of the agenda, the weakest first: status and distance on record only, on fresh evidence only, and what carries it."""
    found = weakest_first(briefing.dataset, [one.row for one in briefing.issues], briefing.as_of, briefing.cut)
    return table_of("robustness", briefing, map(_robustness_cells, found))


def _robustness_cells(found: Robustness) -> Cells:
    gap, carriers = found.gap, [said.id for one in found.carriers for said in one.left_out]
    return {
        **issue_cells(found.row.issue),
        "party_a_id": gap.a.party.id,
        "party_b_id": gap.b.party.id,
        "pair_words": say(pair_of(gap)),
        **status_cells(gap.status),
        **distance_cells("apart", gap),
        "unit": gap.a.axis.gap_unit,
        **_becomes("on_record", found.on_record),
        **_becomes("fresh", found.fresh),
        "carrier_count": len(carriers),
        "carriers": tuple(carriers),
        "rests_on_words": say(rests_on(found)),
        "less_words": say(on_less_evidence(found)),
        "statements": found.ids,
    }


def _becomes(name: str, then: Recomputed | None) -> Cells:
    """Return status and distance on less evidence; only words where the evidence cut is that already."""
    if then is None:
        return {f"{name}_words": say(SHOWN_ALREADY)}
    return {
        name: then.status.value,
        f"{name}_holds": then.status_holds,
        **distance_cells(name, then.gap),
        f"{name}_statements": then.ids,
        f"{name}_words": ", ".join(filter(None, (say(status_label(then.status)), say(leading_distance(then.gap))))),
    }


def coverage_table(briefing: Briefing) -> Table:
    """Return a row per issue of the agenda, party and kind that makes positions, with the number of statements said by then."""
    held = coverage(briefing.dataset, [one.issue for one in briefing.issues], briefing.parties, briefing.as_of)
    return table_of("coverage", briefing, map(_coverage_cells, held))


def _coverage_cells(one: Held) -> Cells:
    return {
        **issue_cells(one.issue),
        **party_cells(one.party),
        "kind": one.kind,
        "kind_words": say(kind_name(one.kind)),
        "statement_count": len(one.statements),
        "statements": tuple(said.id for said in one.statements),
    }
