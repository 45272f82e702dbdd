"""All that was said on an issue, each statement in one place: it counts, is set aside, is a threat or a reason, or is by a party told with others."""

from __future__ import annotations

from dataclasses import dataclass, fields

from parley.analysis.clusters import Gathered
from parley.analysis.parts import united
from parley.evidence import Evidence
from parley.model import PLACED_KINDS


@dataclass(frozen=True)
class SaidOn:
    """The ids of the statements on an issue by then, in parts that do not overlap; `others` are by parties not shown by themselves."""

    counted: tuple[str, ...]
    aside: tuple[str, ...]
    threats: tuple[str, ...]
    reasons: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all parts."""
        return united(*(getattr(self, one.name) for one in fields(self)))


def said_on(dataset: Evidence, found: Gathered) -> SaidOn:
    """Return what was said on an issue, as known on the day of its positions, sorted by what becomes of it on its page."""
    focus = {one.id for one in found.focus}
    counted, aside, threats, reasons, others = (list[str]() for _ in range(5))
    for position in found.row.positions:
        for one in dataset.statements_of(position.party.id, found.row.issue.id):
            if one.day > position.as_of:
                continue
            if position.party.id not in focus:
                others.append(one.id)
            elif one.kind in PLACED_KINDS:
                (aside if one.id in position.set_aside else counted).append(one.id)
            else:
                (threats if one.kind == "threat" else reasons).append(one.id)
    return SaidOn(*map(tuple, (counted, aside, threats, reasons, others)))
