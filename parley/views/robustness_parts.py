"""The parts of the robustness page: each finding, and what it becomes on less evidence."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.robustness import Recomputed, Robustness
from parley.telling import pages
from parley.telling.evidence import statements_behind
from parley.telling.gap_cell import measured_lines, status_line
from parley.telling.headings import ISSUE
from parley.telling.pages import head
from parley.telling.robustness import SHOWN_ALREADY, changed_distance, evidence_from, without
from parley.views.cells import cell_items, opens_statements, status_item
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.words import say


def robustness_sheet(found: Sequence[Robustness]) -> Sheet:
    """Return the findings in the order given, with what each becomes on record only, on fresh evidence only, and without one statement."""
    columns = [
        Column(say(ISSUE), width="15%"),
        Column(say(head("finding")), width="22%"),
        Column(say(head("on_record")), width="18%"),
        Column(say(head("fresh")), width="18%"),
        Column(say(head("without_one"))),
    ]
    return Sheet(say(pages.caption("findings")), columns, [_line(one) for one in found])


def _line(found: Robustness) -> Line:
    issue = (Item(found.row.issue.label, opens=f"issue:{found.row.issue.id}"),)
    already = (Item(say(SHOWN_ALREADY), quiet=True, opens=opens_statements(found.ids)),)
    on_record = _recomputed_items(found.on_record) if found.on_record else already
    return Line((issue, _finding_items(found), on_record, _recomputed_items(found.fresh), _without_items(found)))


def _finding_items(found: Robustness) -> tuple[Item, ...]:
    behind = opens_statements(found.ids)
    return (
        *cell_items(measured_lines(found.gap)),
        Item(say(statements_behind(found.statements)), quiet=True, opens=behind),
        Item(say(pages.weakest_evidence(found.weaker_grade)), quiet=True),
    )


def _recomputed_items(one: Recomputed) -> tuple[Item, ...]:
    """Return the status as it becomes, or that it holds, and the leading distance where it is another."""
    opens = opens_statements(one.ids)
    distance = say(changed_distance(one))
    changed = (Item(distance, quiet=True, opens=opens),) if distance else ()
    return (_holds(one.ids) if one.status_holds else _status(one, one.ids), *changed)


def _without_items(found: Robustness) -> tuple[Item, ...]:
    """Return what status and distance become without single statements, the status's carriers first; those that leave the same put together."""
    items = [] if found.carriers else [_holds(found.ids)]
    alike: dict[tuple[object, ...], list[Recomputed]] = {}
    for one in found.without_one:
        alike.setdefault((one.gap.possible, one.apart, tuple(each.party.id for each in one.gap.silent)), []).append(one)
    for group in alike.values():
        first, left_out = group[0], [statement for one in group for statement in one.left_out]
        if not first.status_holds:
            items.append(_status(first, sorted({key for one in group for key in one.ids})))
        items.append(Item(say(without(group)), quiet=True, opens=opens_statements([one.id for one in left_out])))
    return tuple(items)


def _holds(ids: Sequence[str]) -> Item:
    return Item(say(pages.HOLDS), mark="same", strong=True, opens=opens_statements(ids))


def _status(one: Recomputed, ids: Sequence[str]) -> Item:
    """Return the status it becomes, with the statuses it could be or the parties left with nothing."""
    if not one.gap.possible:
        return status_item(one.status, opens_statements(ids), say(evidence_from(one.gap)))
    return status_item(one.status, opens_statements(ids), say(status_line(one.gap).aside))
