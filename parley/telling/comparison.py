"""What is said of columns side by side: how a column is called, and line by line how each two of them stand to each other, and on all issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.analysis.comparison import ComparedIssue, PartyAt, Related, Relation
from parley.model import Issue
from parley.telling.counting import counted
from parley.telling.gap import further_told, leading_distance
from parley.telling.parties import short
from parley.telling.said import Argument, Said, bracketed, said, together
from parley.telling.standing import issues_named
from parley.telling.terms import part_name

_IN_TURN = (
    Relation.AGREE, Relation.EXCLUDE, Relation.DIFFER, Relation.MAY_DIFFER, Relation.SAME_WAY, Relation.CHANGED, Relation.UNCHANGED,
    Relation.NOTHING_NEWER, Relation.SILENT,
)  # fmt: skip
_ACROSS = _IN_TURN[:5]  # between two parties
FEW = 2  # parties that are named where all are meant
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
        if one.threats:
            lines.append(RelationLine(Relation.CHANGED, said("new-threats", count=len(one.threats)), one.threats))
    silent = [position for position in row.positions if not position.is_evidenced]
    spoken = dict.fromkeys(short(position.party) for position in silent if position.has_spoken)
    unheard = [one for one in dict.fromkeys(short(position.party) for position in silent) if one not in spoken]
    for relation, parties in ((Relation.SILENT.value, list(spoken)), ("unheard", unheard)):
        if parties:
            lines.append(RelationLine(Relation.SILENT, said("relation", relation=relation), aside=bracketed(together(*parties, how="comma"))))
    return tuple(lines)


def in_all(rows: Sequence[ComparedIssue]) -> tuple[Said, ...]:
    """Return how each two columns stand to each other on all issues, in a sentence with the statements it rests on."""
    pairs = zip(*(row.related for row in rows), strict=True)
    return tuple(_in_all([*zip((row.issue for row in rows), several, strict=True)]) for several in pairs)


def in_one_sentence(rows: Sequence[ComparedIssue]) -> Said:
    """Return in one sentence how all columns stand to each other: of two as `in_all` tells it, of more how many issues on which."""
    pairs = [*zip(*(row.related for row in rows), strict=True)]
    if len(pairs) == 1:
        return in_all(rows)[0]
    parties = tuple(dict.fromkeys(position.party for position in rows[0].positions))
    across = [several for several in pairs if several[0].one.party != several[0].other.party]
    told: list[Argument] = []
    if across:
        stand = [_on_so_many(relation, across) for relation in _ACROSS]
        found = [one for one in stand if one] or [said("relation-on-none")]
        who: Argument = together(*parties) if len(parties) == FEW else said("two-of-them")
        told.append(said("who-stand", who=who, how=together(*found, how="comma")))
    for party in parties:
        own = [several for several in pairs if several[0].one.party == several[0].other.party == party]
        if own:
            told.append(_on_so_many(Relation.CHANGED, own, party) or said("party-unchanged", party=party))
    ids = tuple(dict.fromkeys(key for several in pairs for one in several for key in one.ids))
    return said("of-issues-told", ids, of=counted(len(rows), "issues"), told=together(*told, how="semicolon"))


def pair_by_pair(pairs: int) -> Said:
    """Return what stands over the sentences of so many pairs of columns."""
    return said("pair-by-pair", count=pairs)


def nothing_to_tell_on(issues: int) -> Said:
    """Return over issues on which nothing is new, or nothing can be compared, how many they are."""
    return said("nothing-to-tell-on", issues=counted(issues, "issues"))


def _on_so_many(relation: Relation, pairs: Sequence[Sequence[Related]], party: Argument | None = None) -> Said | None:
    """Return on how many issues any of the pairs stand in this relation; None where none does."""
    count = sum(any(one.relation is relation for one in on_issue) for on_issue in zip(*pairs, strict=True))
    if not count:
        return None
    return said("party-changed-on", party=party, count=count) if party else said("relation-on-so-many", relation=relation.value, count=count)


def _in_all(found: Sequence[tuple[Issue, Related]]) -> Said:
    told = []
    for relation in _IN_TURN:
        issues = [issue for issue, one in found if one.relation is relation]
        if issues:
            count, of = len(issues), counted(len(found), "issues")
            told.append(said("relation-on", relation=relation.value, issues=issues_named(issues), count=count, of=of))
        threatened = [issue for issue, one in found if one.threats] if relation is Relation.CHANGED else []
        if threatened:
            told.append(said("new-threats-on", count=sum(len(one.threats) for _, one in found), issues=issues_named(threatened)))
    first = found[0][1]
    ids = tuple(dict.fromkeys(key for _, one in found for key in (*one.ids, *one.threats)))
    columns = together(column_name(first.one), column_name(first.other))
    return said("as-a-sentence", ids, what=said("labelled", label=columns, told=together(*told, how="semicolon")))


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
