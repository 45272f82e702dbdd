"""What is said of which way the parties of a table want: by what it is known, and what it means where nothing tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from parley.importing.editing import RATED
from parley.importing.folder import Change
from parley.importing.mapping import TableMapping
from parley.importing.wanting import By, Wish
from parley.model import DirectionWord
from parley.telling.bringing_in import names_in_short
from parley.telling.said import Argument, Said, Verbatim, said, together

Wishes = Mapping[str, Mapping[str, Wish]]
Groups = Mapping[DirectionWord, Mapping[By, Sequence[str]]]
Asked = Literal["rule", "issues", "parties", "way", "set"]
Rule = Literal["target", "middle"]
AS_ABOVE = said("ways-as-above")


def in_groups(wanted: Mapping[str, Wish], mapping: TableMapping) -> Groups:
    """Return the names of those who want each way on an issue, by what that is known."""
    names = {one.id: one.name for one in mapping.parties}
    found: dict[DirectionWord, dict[By, list[str]]] = {"up": {}, "down": {}, "target": {}}
    for party, (way, by) in wanted.items():
        found[way].setdefault(by, []).append(names[party])
    return found


def not_told(wanted: Wishes) -> Said | None:
    """Return of how many positions nothing tells which way the party wants, and what that means; None where all is told."""
    every = [one for its in wanted.values() for one in its.values()]
    count = sum(one.by == "nothing" for one in every)
    return said("ways-not-told", count=count, whole=len(every)) if count else None


def ways_told(wanted: Wishes, mapping: TableMapping) -> Iterator[Said]:
    """Yield who wants which way, issue by issue."""
    for issue in mapping.issues:
        if issue.id in wanted:
            groups = in_groups(wanted[issue.id], mapping)
            told = [said("ways-group", way=way, who=who(names, by)) for way, its in groups.items() for by, names in its.items()]
            yield said("ways-on", issue=Verbatim(issue.name), told=together(*told, how="semicolon"))


def who(names: Sequence[str], by: By) -> Said:
    """Return who wants one way, and by what that is known."""
    return said("ways-who", names=names_in_short(names), by=told_by(by))


def told_by(by: By) -> Said:
    """Return by what it is known which way a party wants."""
    return said("ways-by", by=by)


def way_head(way: DirectionWord) -> Said:
    """Return the head over those who want one way."""
    return said("ways-head", way=way)


def rule_named(rule: Rule) -> Said:
    """Return a rule for those of whom nothing tells which way they want."""
    return said("ways-rule", rule=rule)


def asked(what: Asked) -> Said:
    """Return what a field of the page asks for."""
    return said("ways-asked", what=what)


def way_named(way: DirectionWord) -> Said:
    """Return a way that a party may want."""
    return said("ways-way", way=way)


def on_issue(issue: str) -> Said:
    """Return what stands over the choices of an issue."""
    return said("ways-choices", issue=Verbatim(issue))


def ways_changed(change: Change, mapping: TableMapping) -> Iterator[Said]:
    """Yield who wants another way than in the last edition or is rated otherwise, and what of it stays as somebody has given it here."""
    names = {one.id: one.name for one in mapping.parties}
    for issue in mapping.issues:
        for how, pairs in (("turned", change.header.turned), ("held", change.header.held)):
            parties = [names[party] for key, party in pairs if key == issue.id]
            if parties:
                shown: Argument = names_in_short(parties)
                yield said("ways-changed", how=how, issue=Verbatim(issue.name), names=shown)
        for is_taken in (True, False):
            for name in RATED:
                rated = [names[one.party] for one in change.header.rated if (one.name, one.issue, one.is_taken) == (name, issue.id, is_taken)]
                if rated:
                    how = "turned" if is_taken else "held"
                    yield said("ratings-changed", how=how, what=name, issue=Verbatim(issue.name), names=names_in_short(rated))
