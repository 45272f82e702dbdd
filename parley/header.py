"""The negotiation's own file: what does not fit together in it, without which nothing can be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.dates import PartialDate
from parley.errors import Problem, quoted
from parley.files import Document, Loc
from parley.letters import seen_as
from parley.model import Member, Negotiation, Party
from parley.references import References
from parley.searching import words_of
from parley.suggestions import with_disguise


@dataclass(frozen=True)
class Header:
    """A negotiation with its document, and the references by which it is joined."""

    negotiation: Negotiation
    document: Document
    references: References

    def problems(self) -> Iterator[Problem]:
        """Yield everything that does not fit together."""
        yield from self._defined_twice()
        yield from self._leading_nowhere()
        yield from self._badly_related()

    def _defined_twice(self) -> Iterator[Problem]:
        negotiation = self.negotiation
        yield from self._defined_once("party", ("parties",), [party.id for party in negotiation.parties])
        for index, party in enumerate(negotiation.parties):
            yield from self._defined_once("speaker", ("parties", index, "speakers"), [speaker.id for speaker in party.speakers])
            yield from self._defined_once("speaker", ("parties", index, "speakers"), [speaker.name for speaker in party.speakers], key="name")
        yield from self._defined_once("group", ("groups",), [group.id for group in negotiation.groups])
        yield from self._defined_once("bloc", ("blocs",), [bloc.id for bloc in negotiation.blocs])
        yield from self._defined_once("bloc", ("blocs",), [bloc.name for bloc in negotiation.blocs], key="name")
        yield from self._defined_once("issue", ("issues",), [issue.id for issue in negotiation.issues])
        yield from self._defined_once("short party", ("parties",), [party.short for party in negotiation.parties], key="short")
        yield from self._defined_once("party", ("parties",), [party.name for party in negotiation.parties], key="name")
        for index, issue in enumerate(negotiation.issues):
            rungs = [rung.name for rung in issue.scale.ladder or ()]
            yield from self._defined_once("rung", ("issues", index, "scale", "ladder"), rungs, key="name")
        yield from self._defined_once("short issue", ("issues",), [issue.short for issue in negotiation.issues], key="short")
        yield from self._defined_once("group", ("groups",), [group.name for group in negotiation.groups], key="name")
        yield from self._defined_once("issue", ("issues",), [issue.name for issue in negotiation.issues], key="name")
        yield from self._defined_once("event", ("events",), [event.id for event in negotiation.events])
        yield from self._defined_once("edition", ("editions",), [edition.name for edition in negotiation.editions], key="name")

    def _leading_nowhere(self) -> Iterator[Problem]:
        negotiation, document = self.negotiation, self.document
        parties = negotiation.party_by_id
        groups = [group.id for group in negotiation.groups]
        for index, shown in enumerate(negotiation.shown):
            yield from self.references.problems(shown, parties, "party", document, ("shown", index))
            if shown in negotiation.shown[:index]:
                yield document.problem(("shown", index), f"The party {quoted(shown)} is shown twice.", "Name each party once.")
        yield from self._members()
        for index, party in enumerate(negotiation.parties):
            others = parties.keys() - {party.id}
            if party.merged_into is not None:
                yield from self.references.problems(party.merged_into, others, "other party", document, ("parties", index, "merged_into"))
            if _ends_first(party.joined, party.left):
                told = f"{quoted(party.id)} leaves before it joins."
                yield document.problem(("parties", index, "left"), told, "Give the days the other way round.")
        yield from self._pair(negotiation.headline, parties, ("headline",))
        for index, issue in enumerate(negotiation.issues):
            yield from self.references.problems(issue.group, groups, "group", document, ("issues", index, "group"))
            yield from self._pair(issue.headline, parties, ("issues", index, "headline"))
            for one in issue.directions:
                yield from self.references.problems(one, parties, "party", document, ("issues", index, "directions", one))
            for name in ("salience", "power"):
                for number, rating in enumerate(getattr(issue, name)):
                    yield from self.references.problems(rating.party, parties, "party", document, ("issues", index, name, number, "party"))

    def _members(self) -> Iterator[Problem]:
        """Find members of blocs that are no parties, that are in one twice at a time, or that leave it before they join."""
        for index, bloc in enumerate(self.negotiation.blocs):
            seen: dict[str, Member] = {}
            for number, member in enumerate(bloc.memberships):
                loc: Loc = ("blocs", index, "members", number)
                at: Loc = loc if isinstance(bloc.members[number], str) else (*loc, "party")
                yield from self.references.problems(member.party, self.negotiation.party_by_id, "party", self.document, at)
                before = seen.get(member.party)
                if before and not (before.left and member.joined):
                    told = f"The party {quoted(member.party)} is named twice as a member of {quoted(bloc.name)}."
                    yield self.document.problem(at, told, "Name it once, or say when it left and when it joined again.")
                seen[member.party] = member
                if _ends_first(member.joined, member.left):
                    told = f"{quoted(member.party)} leaves before it joins."
                    yield self.document.problem((*loc, "left"), told, "Give the days the other way round.")

    def _badly_related(self) -> Iterator[Problem]:
        """Find related words that a search would not take for each other as they stand."""
        for index, group in enumerate(self.negotiation.related_words):
            if len(group) < 2:
                yield self.document.problem(("related_words", index), "A group of related words needs at least two.", "Add a word, or leave it out.")
            seen: set[str] = set()
            for number, word in enumerate(group):
                loc, read = ("related_words", index, number), words_of(word)
                if len(read) != 1:
                    yield self.document.problem(loc, f"A search does not read {quoted(word)} as one word.", "Give single words, without hyphens.")
                elif read[0] in seen:
                    yield self.document.problem(loc, f"The word {quoted(word)} is named twice as related to the same.", "Name each word once.")
                seen.update(read)

    def _defined_once(self, what: str, loc: Loc, values: Sequence[str | None], key: str = "id") -> Iterator[Problem]:
        """Find a value that two of them share; names count too, and those that look alike, because on screen a name is all that tells them apart."""
        seen: dict[str, tuple[int, str]] = {}
        for index, one in enumerate(values):
            if one is None:
                continue
            number, first = seen.setdefault(one if key == "id" else seen_as(one), (index, one))
            if number < index:
                same = (
                    f"Two {what} names are {quoted(one)}." if one == first else f"The {what} names {quoted(first)} and {quoted(one)} look the same."
                )
                told = f"The {what} {quoted(one)} is defined twice." if key == "id" else same
                yield self.document.problem(
                    (*loc, index, key), told, with_disguise(one if one != first else "", f"Choose another {'id' if key == 'id' else 'name'}.")
                )

    def _pair(self, pair: tuple[str, str] | None, parties: Mapping[str, Party], loc: Loc) -> Iterator[Problem]:
        for index, party in enumerate(pair or ()):
            yield from self.references.problems(party, parties, "party", self.document, (*loc, index))
        if pair and pair[0] == pair[1]:
            yield self.document.problem(loc, "A headline pair names one party twice.", "Name two parties.")


def _ends_first(joined: PartialDate | None, left: PartialDate | None) -> bool:
    first, last = joined.earliest if joined else None, left.latest if left else None
    return first is not None and last is not None and last <= first
