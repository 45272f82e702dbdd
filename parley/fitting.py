"""Whether a statement's place and condition fit the scales and parties of its negotiation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parley.errors import Problem
from parley.files import Document, Loc
from parley.model import NEGOTIATION_FILE, PLACED_KINDS, Condition, Entry, Negotiation, Party
from parley.references import References
from parley.scales import Axis


@dataclass(frozen=True)
class Fitting:
    """The scales of a negotiation, by issue, and the references by which it is joined."""

    negotiation: Negotiation
    axes: Mapping[str, Axis]
    references: References

    def misplaced(self, entry: Entry, party: Party, document: Document, loc: Loc) -> Iterator[Problem]:
        """Yield why a statement cannot stand where it is placed."""
        issue = self.negotiation.issue_by_id[entry.issue]
        place, axis = entry.place, self.axes[entry.issue]
        if entry.kind in PLACED_KINDS and place.is_placed and party.id not in issue.directions:
            what = f"The issue '{issue.id}' gives {party.name} no direction, so this cannot be placed."
            yield document.problem((*loc, "place"), what, f"Add '{party.id}' under 'directions' in {NEGOTIATION_FILE}.")
            return
        values = []
        for key, text in (("at", place.at), ("from", place.from_), ("to", place.to)):
            if text is not None:
                try:
                    values.append(axis.value(text))
                except ValueError as error:
                    yield document.problem((*loc, "place", key), str(error))
                    return
        if len(values) == 2 and values[0] > values[1]:
            yield document.problem((*loc, "place"), "'from' is higher than 'to'.", "Exchange the two.")
        if place.strict and values:
            direction = issue.directions.get(party.id, "target")
            closed = values[0] + axis.step if direction == "up" else values[0] - axis.step
            if direction == "target" or not axis.bottom <= closed <= axis.top:
                aimless = "A party with direction 'target' has no strict limit."
                what = aimless if direction == "target" else "This strict limit leaves no value on the scale."
                yield document.problem((*loc, "place"), what, "Leave 'strict' out, or choose another place.")

    def condition(self, condition: Condition, document: Document, here: Loc) -> Iterator[Problem]:
        """Yield what does not fit in the condition of a statement, which stands `here`."""
        issues = self.negotiation.issue_by_id
        if condition.by is not None:
            yield from self.references.problems(condition.by, self.negotiation.party_by_id, "party", document, (*here, "by"))
        if condition.at is not None and condition.issue is None:
            yield document.problem((*here, "at"), "A place needs the issue it lies on.", "Add 'issue'.")
        if condition.issue is not None:
            yield from self.references.problems(condition.issue, issues, "issue", document, (*here, "issue"))
        if condition.issue is not None and condition.issue in issues and condition.at:
            try:
                self.axes[condition.issue].value(condition.at)
            except ValueError as error:
                yield document.problem((*here, "at"), str(error))
