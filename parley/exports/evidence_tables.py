"""How well the evidence carries what is found, and which cells are empty, as typed tables."""

from __future__ import annotations

from parley.analysis.briefing import Briefing
from parley.analysis.coverage import KIND_NAMES, Held, coverage
from parley.analysis.robustness import Recomputed, less_evidence_sentence, rests_on_sentence, weakest_first
from parley.exports.tables import Column, Row, Table

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
        told = (rests_on_sentence(found).text, less_evidence_sentence(found).text)
        pair = f"{gap.a.party.short} – {gap.b.party.short}"
        rows.append((issue.id, issue.name, pair, gap.status.value, *tests, len(found.carriers), *told, ", ".join(found.ids)))
    return Table("robustness", "Robustness", columns, tuple(rows), ROBUSTNESS)


def _becomes(then: Recomputed | None) -> str:
    """Return status and distance on less evidence; "as shown" where the evidence cut is that already."""
    if then is None:
        return "as shown"
    return ", ".join(filter(None, (then.status.value, then.apart)))


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
    held = coverage(briefing.dataset, [one.issue for one in briefing.issues], briefing.parties, briefing.as_of)
    return Table("coverage", "Coverage", columns, tuple(map(_held_row, held)), COVERAGE)


def _held_row(one: Held) -> Row:
    ids = ", ".join(said.id for said in one.statements)
    return (one.issue.id, one.issue.name, one.party.name, KIND_NAMES[one.kind], len(one.statements), ids or None)
