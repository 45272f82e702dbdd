"""What all tables of a briefing have in common, in one row; and what its line that sums up counts, with the ids of all that is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.exports.cells import Cells, Table, table_of
from parley.exports.columns import Counted, Edition
from parley.model import Statement
from parley.sharing import holds_internal
from parley.telling.briefing import Briefing, standing_line
from parley.telling.cuts import cut_name
from parley.telling.overview import behind
from parley.telling.said import begun
from parley.words import said_all, say


def briefing_table(briefing: Briefing) -> Table:
    """Return what every table was made of, in one row: negotiation, data version, date, evidence, agenda, handling, edition, what is missing."""
    return table_of("briefing", briefing, [briefing_cells(briefing)])


def briefing_cells(briefing: Briefing) -> Cells:
    """Return the one row of the briefing's table."""
    negotiation, agenda = briefing.dataset.negotiation, briefing.agenda
    return {
        "negotiation_id": negotiation.id,
        "negotiation_name": negotiation.title,
        "version": briefing.dataset.version,
        "as_of": briefing.as_of,
        "since": briefing.since,
        "evidence": briefing.cut.id,
        "evidence_words": say(begun(cut_name(briefing.cut))),
        "agenda_id": agenda.id,
        "agenda_name": agenda.title,
        "issues": tuple(one.issue.id for one in briefing.issues),
        "parties": tuple(one.id for one in briefing.parties),
        "handling_words": briefing.handling,
        "edition": _edition(briefing),
        "edition_words": say(briefing.edition),
        "is_incomplete": briefing.incomplete is not None,
        "incomplete_words": say(briefing.incomplete),
        "summary_words": say(briefing.summary),
        "standing_line_words": say(standing_line()),
    }


def _edition(briefing: Briefing) -> Edition:
    if briefing.is_shareable:
        return "shareable"
    return "internal" if holds_internal(briefing.dataset) else "full"


def carried_cells(briefing: Briefing) -> Cells:
    """Return what whoever holds one table alone must not miss: date, evidence, and any handling mark, internal edition or flaw."""
    warnings = (None if briefing.is_shareable else briefing.edition, briefing.incomplete)
    notice = [briefing.handling, *said_all(one for one in warnings if one is not None)]
    return {"as_of": briefing.as_of, "evidence": briefing.cut.id, "notice_words": " ".join(filter(None, notice))}


def summary_table(briefing: Briefing) -> Table:
    """Return a row per number of the line that sums up: statements, documents, issues, and the issues of each status."""
    return table_of("summary", briefing, _summary_rows(briefing))


def _summary_rows(briefing: Briefing) -> Iterator[Cells]:
    found = briefing.tally
    issues = [one.id for one in found.issues]
    yield _counted("statements", len(found.statements), found.statements)
    yield _counted("placed", len(found.placed), found.placed)
    if found.counting is not None:
        yield _counted("counting", len(found.counting), found.counting)
    yield _counted("documents", len(found.sources), found.statements)
    yield _counted("issues", len(issues), found.statements, issues)
    for status, rows in found.statuses.items():
        on = [one.issue.id for one in rows]
        yield _counted("status", len(on), map(briefing.dataset.statement, behind(rows)), on) | {"status": status.value}


def _counted(counted: Counted, count: int, statements: Iterable[Statement], issues: Iterable[str] | None = None) -> Cells:
    """Return a number with the statements it rests on, their documents, and the issues counted, or those of the statements."""
    held = tuple(statements)
    return {
        "counted": counted,
        "count": count,
        "issues": tuple(dict.fromkeys(one.issue for one in held) if issues is None else issues),
        "sources": tuple(dict.fromkeys(one.source for one in held if one.source)),
        "statements": tuple(one.id for one in held),
    }
