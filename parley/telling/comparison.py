"""What is said of columns side by side: how a column is called, and line by line how each two of them stand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis.comparison import ComparedIssue, PartyAt, Related, Relation
from parley.telling.gap import further_told, leading_distance
from parley.telling.parties import short
from parley.telling.said import Argument, Said, bracketed, said, together
from parley.telling.terms import part_name

_AT_A_DISTANCE = frozenset({Relation.DIFFER, Relation.MAY_DIFFER, Relation.EXCLUDE})


@dataclass(frozen=True)
class RelationLine:
    """How two columns stand to each other, or who takes no position: what is told, of which columns, what stands in brackets, the statements' ids."""

    kind: Relation
    told: Said
    ids: tuple[str, ...] = ()
    label: Argument | None = None
    aside: Said | None = None

    @property
    def labelled(self) -> Argument:
        """Return what is told after the two columns, without what stands in brackets."""
        return said("labelled", label=self.label, told=self.told) if self.label else self.told


def column_name(one: PartyAt) -> Said:
    """Return how a column is called: by party and date."""
    return said("party-at", party=short(one.party), day=one.as_of)


def relation_cell(row: ComparedIssue, *, names_columns: bool) -> tuple[RelationLine, ...]:
    """Return how each two columns stand to each other on an issue, then which parties take no position; `names_columns` says which two."""
    lines = []
    for one in row.related:
        if one.relation is not Relation.SILENT:
            label = together(column_name(one.one), column_name(one.other)) if names_columns else None
            detail = _detail(one)
            lines.append(RelationLine(one.relation, _relation(one.relation), one.ids, label, bracketed(detail) if detail else None))
    silent = dict.fromkeys(short(position.party) for position in row.positions if not position.is_evidenced)
    if silent:
        lines.append(RelationLine(Relation.SILENT, _relation(Relation.SILENT), aside=bracketed(together(*silent, how="comma"))))
    return tuple(lines)


def _relation(relation: Relation) -> Said:
    """Return how two columns stand to each other."""
    return said("relation", relation=relation.value)


def _detail(one: Related) -> Said | None:
    """Return how far apart two parties are, or which parts of a party's position are not the same; None where neither tells more."""
    if one.changed:
        return said("not-the-same", parts=together(*map(part_name, one.changed), how="comma"))
    if one.gap and one.relation is Relation.SAME_WAY:
        return further_told(one.gap)
    return leading_distance(one.gap) if one.gap and one.relation in _AT_A_DISTANCE else None
