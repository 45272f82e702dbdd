"""What is said of the overview: the status of a row, whom it leaves out, and the line that sums it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis.gaps import Status
from parley.analysis.overview import OverviewRow, Tally
from parley.telling.counting import counted
from parley.telling.gap import status_name, status_told
from parley.telling.parties import of_pair, pair, pair_of
from parley.telling.said import Said, begun, said, together

ONE_PARTY = said("one-party-only")


def row_status(row: OverviewRow) -> Said:
    """Return the status in a word; between whom where there are others, who may not agree."""
    gap = row.gap
    if gap is None:
        return ONE_PARTY
    status = status_name(gap.status)
    if row.status is Status.AGREED and sum(one.is_evidenced for one in row.positions) > 2:
        return begun(said("status-between", gap.ids, status=status, parties=together(gap.a.party, gap.b.party)))
    return begun(status)


def status_in_words(row: OverviewRow) -> Said | None:
    """Return the status and what it means, for those who cannot see a drawing; None where fewer than two parties are shown."""
    return said("status-in-words", row.gap.ids, status=row_status(row), meaning=status_told(row.gap)) if row.gap else None


def not_shown(row: OverviewRow) -> Said | None:
    """Return that the pair which the files compare first is not shown; None where it is."""
    return of_pair(pair(*row.not_shown), said("not-shown")) if row.not_shown else None


def compared_first(row: OverviewRow) -> Said | None:
    """Return what is known of the pair compared first where another pair's gap stands in for it; None where it leads itself."""
    first = row.stands_in_for
    return of_pair(pair_of(first), status_name(first.status), first.ids) if first else None


def summary(found: Tally) -> Said:
    """Return how many documents and statements there are on these issues, and how many of the issues have which status."""
    ids, placed = tuple(one.id for one in found.statements), len(found.placed)
    statements = counted(len(ids), "statements")
    if ids and found.counting is None:
        statements = said("statements-with-placed", statements=statements, placed=placed)
    elif ids and found.counting is not None:
        statements = said("statements-with-counting", statements=statements, counting=len(found.counting), placed=placed)
    documents, issues = counted(len(found.sources), "documents"), counted(len(found.issues), "issues")
    held = said("held", ids, day=found.as_of, statements=statements, documents=documents, issues=issues)
    if not found.statuses:
        return said("summary-without-status", ids, held=held)
    statuses = (said("with-status", behind(rows), count=len(rows), status=status_name(status)) for status, rows in found.statuses.items())
    return said("summary", ids, held=held, statuses=together(*statuses, how="comma"))


@dataclass(frozen=True)
class Count:
    """One number of the line that sums up, in words, with the ids of the statements that it counts or rests on."""

    told: Said
    ids: tuple[str, ...]


def counts_told(found: Tally) -> tuple[Count, ...]:
    """Return each number of the line that sums up by itself: statements, documents, issues, and the issues of each status."""
    ids = tuple(one.id for one in found.statements)
    placed = tuple(one.id for one in found.placed)
    counting = () if found.counting is None else (Count(said("counting", count=len(found.counting)), tuple(one.id for one in found.counting)),)
    return (
        Count(counted(len(ids), "statements"), ids),
        Count(said("placed", count=len(placed)), placed),
        *counting,
        Count(counted(len(found.sources), "documents"), ids),
        Count(counted(len(found.issues), "issues"), ids),
        *(Count(said("with-status", count=len(rows), status=status_name(status)), behind(rows)) for status, rows in found.statuses.items()),
    )


def behind(rows: Iterable[OverviewRow]) -> tuple[str, ...]:
    """Return the ids of the statements behind the gaps that lead in some rows, each once."""
    return tuple(dict.fromkeys(key for row in rows if row.gap for key in row.gap.ids))
