"""How well the evidence carries what is found, and which cells are empty, as typed tables."""

from __future__ import annotations

from parley.analysis.coverage import coverage
from parley.analysis.robustness import Recomputed, weakest_first
from parley.exports.tables import Column, Row, Table
from parley.telling.briefing import Briefing
from parley.telling.gap import leading_distance, status_label
from parley.telling.parties import pair_of
from parley.telling.robustness import on_less_evidence, rests_on
from parley.telling.terms import kind_name
from parley.words import say

ROBUSTNESS = "A row for each finding, the weakest first: what it becomes on less evidence, recomputed exactly."
COVERAGE = "A row for each issue, party and kind: how many statements are held by the date shown, whatever the evidence cut. Nought is an empty cell."


def robustness_table(briefing: Briefing) -> Table:
    """Return a row per finding of the agenda, the weakest first: status and distance on record only, on fresh evidence only, and what carries it."""
    columns = (
        Column("issue_id", "Issue id"),
        Column("issue", "Issue"),
        Column("pair", "Pair"),
        Column("status", "Status"),
        Column("on_record", "On record only"),
        Column("fresh", "On fresh evidence only"),
        Column("carriers", "Single statements that carry the status", "number"),
        Column("rests_on", "Rests on"),
        Column("less", "On less evidence"),
        Column("statements", "Statements"),
    )
    rows: list[Row] = []
    for found in weakest_first(briefing.dataset, [one.row for one in briefing.issues], briefing.as_of, briefing.cut):
        issue, gap = found.row.issue, found.gap
        tests = (_becomes(found.on_record), _becomes(found.fresh))
        told = (say(rests_on(found)), say(on_less_evidence(found)))
        status, ids = say(status_label(gap.status)), ", ".join(found.ids)
        rows.append((issue.id, issue.name, say(pair_of(gap)), status, *tests, len(found.carriers), *told, ids))
    return Table("robustness", "Robustness", columns, tuple(rows), ROBUSTNESS)


def _becomes(then: Recomputed | None) -> str:
    """Return status and distance on less evidence; "as shown" where the evidence cut is that already."""
    if then is None:
        return "as shown"
    return ", ".join(filter(None, (say(status_label(then.status)), say(leading_distance(then.gap)))))


def coverage_table(briefing: Briefing) -> Table:
    """Return a row per issue of the agenda, party and kind that makes positions, with the number of statements said by then."""
    columns = (
        Column("issue_id", "Issue id"),
        Column("issue", "Issue"),
        Column("party", "Party"),
        Column("kind", "Kind"),
        Column("statements", "Statements held", "number"),
        Column("ids", "Statements"),
    )
    rows: list[Row] = []
    for one in coverage(briefing.dataset, [each.issue for each in briefing.issues], briefing.parties, briefing.as_of):
        ids = ", ".join(each.id for each in one.statements) or None
        rows.append((one.issue.id, one.issue.name, one.party.name, say(kind_name(one.kind)), len(one.statements), ids))
    return Table("coverage", "Coverage", columns, tuple(rows), COVERAGE)
