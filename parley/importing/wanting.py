"""Which way each party wants on each issue, and what tells it: a choice, the table, its offers and limits, its side of the middle, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from parley.importing.drafted import Drafted, Entry
from parley.importing.mapping import IssueMeaning
from parley.model import DirectionWord

By = Literal["chosen", "table", "issue", "offers", "middle", "nothing"]
Ends = tuple[Fraction, Fraction]


class Wish(NamedTuple):
    """Which way a party wants on an issue, and by what that is known; a certain place where nothing tells it."""

    way: DirectionWord
    by: By


class _Stands(NamedTuple):
    """What a party asks for on an issue, and its offers and limits, each from where to where."""

    asked: list[Ends]
    beside: list[Ends]


def wishes(drafted: Drafted) -> Mapping[str, Mapping[str, Wish]]:
    """Return by issue and party which way each wants that says anything on it; parties in the order of the mapping.

    What somebody chose comes before what the table says, and that before what is guessed.
    """
    issues = {one.id: {level.id: Fraction(number) for number, level in enumerate(one.levels)} for one in drafted.mapping.issues}
    stands: dict[str, dict[str, _Stands]] = {key: {} for key in issues}
    for entry in drafted.entries:
        ends = _ends(entry["place"], issues[entry["issue"]])
        for party in entry.get("parties", (entry.get("party"),)):
            found = stands[entry["issue"]].setdefault(party, _Stands([], []))
            if ends is not None and entry["kind"] in ("demand", "offer", "red_line"):
                (found.asked if entry["kind"] == "demand" else found.beside).append(ends)
    return {one.id: _on(drafted, one, stands[one.id]) for one in drafted.mapping.issues if stands[one.id]}


def _on(drafted: Drafted, issue: IssueMeaning, stands: Mapping[str, _Stands]) -> Mapping[str, Wish]:
    middle = _middle([one for its in stands.values() for one in its.asked]) if drafted.mapping.wants == "middle" else None
    told = {one.id: _told(drafted, issue, one.id, one.wants) or _shown(stands[one.id], middle) for one in drafted.mapping.parties if one.id in stands}
    always = drafted.mapping.wants
    rest = Wish("target", "nothing") if always == "target" or always == "middle" else Wish(always, "issue")
    return {party: one or rest for party, one in told.items()}


def _told(drafted: Drafted, issue: IssueMeaning, party: str, always: DirectionWord | None) -> Wish | None:
    """Return what somebody or the table says of a party on an issue; None where nobody does."""
    if party in issue.directions:
        return Wish(issue.directions[party], "chosen")
    if (way := drafted.wants.get((issue.id, party)) or always) is not None:
        return Wish(way, "table")
    return Wish(issue.wants, "issue") if issue.wants is not None else None


def _shown(stands: _Stands, middle: Fraction | None) -> Wish | None:
    """Return what the places of a party show: where its offers and limits lie below what it asks for, or that above the middle, it wants more."""
    asked, beside = stands
    if asked and beside:
        if max(high for _, high in beside) <= min(low for low, _ in asked) and min(beside) < max(asked):
            return Wish("up", "offers")
        if min(low for low, _ in beside) >= max(high for _, high in asked) and max(beside) > min(asked):
            return Wish("down", "offers")
    if asked and middle is not None:
        if all(low > middle for low, _ in asked):
            return Wish("up", "middle")
        if all(high < middle for _, high in asked):
            return Wish("down", "middle")
    return None


def _middle(asked: Sequence[Ends]) -> Fraction | None:
    """Return the middle between the lowest and the highest place that anybody asks for; None where all ask for one."""
    if not asked:
        return None
    low, high = min(one for one, _ in asked), max(one for _, one in asked)
    return (low + high) / 2 if low < high else None


def _ends(place: Entry, steps: Mapping[str, Fraction]) -> Ends | None:
    """Return where a statement stands, steps of a scale counted from nought; None where it stands nowhere."""
    ends = [steps[place[name]] if steps else Fraction(place[name]) for name in ("at", "from", "to") if name in place]
    return (ends[0], ends[-1]) if ends else None
