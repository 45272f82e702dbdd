"""The parties of an issue that are not shown by themselves, one by one: where each of them stands, and what else it said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from parley.analysis.clusters import Gathered
from parley.analysis.positions import Position
from parley.evidence import Evidence
from parley.model import Kind, Statement
from parley.telling.cluster import cluster_told
from parley.telling.counting import counted_kind
from parley.telling.issue_page import NOT_IN_THE_EVIDENCE, issue_caption, member_head, others_one_by_one
from parley.telling.position import position_lines
from parley.telling.said import together
from parley.views.cells import cell_items, opens_statements
from parley.views.components.panel import Folded
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.words import say


@dataclass(frozen=True)
class _Member:
    """A party by its position, and all that it had said on the issue by then."""

    position: Position
    statements: tuple[Statement, ...]


def one_by_one(found: Gathered, dataset: Evidence) -> Folded | None:
    """Return a row for each party that has spoken and is not in focus, cluster by cluster; None where there is nobody else."""
    focus = {one.id for one in found.focus}
    members = {one.party.id: _member(one, dataset) for one in found.row.positions if one.party.id not in focus}
    speaking = {key: one for key, one in members.items() if one.statements}
    if not speaking:
        return None
    lines: list[Line] = []
    for cluster in found.clusters:
        lines += _under(say(cluster_told(cluster)), (speaking[one.id] for one in cluster.parties), dataset)
    rest = [one for key, one in speaking.items() if key not in found.inside]
    lines += _under(say(NOT_IN_THE_EVIDENCE), rest, dataset) if rest else []
    label = say(others_one_by_one(len(speaking), sum(len(one.statements) for one in speaking.values())))
    columns = [Column(say(member_head("party")), width="16%"), Column(say(member_head("stands")), width="54%"), Column(say(member_head("also")))]
    return Folded(label, Sheet(say(issue_caption("others")), columns, lines, is_below=True))


def _member(position: Position, dataset: Evidence) -> _Member:
    said = dataset.statements_of(position.party.id, position.issue.id)
    return _Member(position, tuple(one for one in said if one.day <= position.as_of))


def _under(heading: str, members: Iterable[_Member], dataset: Evidence) -> Iterator[Line]:
    yield Line(heading=heading)
    for one in members:
        told = position_lines(one.position, dataset)
        known = {key for line in told for key in line.ids}
        also = [each for each in one.statements if each.id not in known]
        yield Line(((Item(one.position.party.name, strong=True),), cell_items(told), (_also(also),) if also else ()))


def _also(statements: Sequence[Statement]) -> Item:
    """Return how many statements of which kind there are, as the way to them."""
    counts = [(kind, sum(one.kind == kind for one in statements)) for kind in get_args(Kind)]
    told = together(*(counted_kind(count, kind) for kind, count in counts if count), how="comma")
    return Item(say(told), opens=opens_statements([one.id for one in statements]))
