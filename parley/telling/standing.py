"""What is said first of a whole negotiation: on what a gap can be measured, who has placed nothing, who moved last (method, section 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.analysis.calendar import newest_date
from parley.analysis.standing import LastMoves, Standing, Unplaced
from parley.model import Issue
from parley.telling.court import last_move
from parley.telling.gap import status_label
from parley.telling.overview import behind
from parley.telling.said import Said, Verbatim, said, together

MOST_NAMED = 2  # issues that are named before the others are counted
MOST_PARTIES = 2  # of which it is told that they placed nothing


def standing_told(found: Standing) -> tuple[Said, ...]:
    """Return how the issues stand in sentences, each with the statements it rests on, the most telling first."""
    return tuple(_told(found))


def _told(found: Standing) -> Iterator[Said]:
    yield from decided_told(found)
    yield measured_told(found, open_too=True)
    if found.unplaced:
        first, *others = found.unplaced[:MOST_PARTIES]
        told = [said("standing-unplaced", _ids(first), party=first.party, issues=issues_named(first.issues))]
        told += [said("standing-unplaced-too", _ids(one), party=one.party, issues=_few(one.issues)) for one in others]
        yield said("as-a-sentence", tuple(key for one in told for key in one.ids), what=together(*told, how="semicolon"))
    if found.last:
        yield last_told(found.last)


def decided_told(found: Standing) -> Iterator[Said]:
    """Yield on which issues only one status is possible, a sentence for each status."""
    for status, rows in found.decided.items():
        yield said("standing-decided", behind(rows), status=status_label(status), issues=issues_named([row.issue for row in rows]))


def measured_told(found: Standing, *, open_too: bool = False) -> Said:
    """Return on how many issues the distance is known, on how many from words on record alone and, if wanted, how many of them are open."""
    measured, is_open, of_all = len(found.measured), len(found.open) if open_too else 0, len(found.rows)
    on_record = "same" if found.on_record is None or not measured else "none" if not found.on_record else "some"
    return said(
        "standing-measured",
        behind(found.measured),
        any="yes" if measured else "no",
        measured=measured,
        issues=of_all,
        on_record=on_record,
        recorded=len(found.on_record or ()),
        which="none" if not is_open else "some" if is_open < measured else "one" if measured == 1 else "all",
        open=is_open,
    )


def issues_named(issues: Sequence[Issue]) -> Said:
    """Return some issues by name, and how many more there are."""
    names = [Verbatim(one.label) for one in issues]
    if len(names) <= MOST_NAMED + 1:
        return said("told-together", all=together(*names))
    return said("named-and-more", named=together(*names[:MOST_NAMED], how="comma"), more=len(names) - MOST_NAMED)


def _few(issues: Sequence[Issue]) -> Said | int:
    """Return some issues by name, or how many there are."""
    return issues_named(issues) if len(issues) <= MOST_NAMED else len(issues)


def _ids(one: Unplaced) -> tuple[str, ...]:
    return tuple(each.id for each in one.said)


def last_told(found: LastMoves) -> Said:
    """Return who moved last, which way, on which issue and when."""
    when = newest_date(found.said, max(one.day for one in found.said))
    moves = together(*map(last_move, found.moves), how="semicolon")
    return said("standing-last", tuple(one.id for one in found.said), when=when, issue=Verbatim(found.issue.label), moves=moves)
