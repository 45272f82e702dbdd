"""What moved between two dates: which positions, towards or away, by whom and how far, and what only looks like movement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

from parley.analysis.addressing import governments, is_meant_for
from parley.analysis.calendar import newest_date, newest_of
from parley.analysis.evidence import EvidenceCut, is_positional
from parley.analysis.gaps import Gap, gap_as_of
from parley.analysis.leading import towards_of
from parley.analysis.live import Changed, is_over, withdrawn_from
from parley.analysis.moved import IssueMovement, Movement, ThreatChange
from parley.analysis.moves import Cause, Move, Turn, moves_between
from parley.analysis.overview import leading_gap, overview_row
from parley.analysis.positions import Position, position_as_of
from parley.analysis.steps import as_early_as_can_be, dated_moves, without_end
from parley.collecting import uncollected
from parley.evidence import Evidence
from parley.model import Issue, Party, Statement


@uncollected
def movement(
    dataset: Evidence,
    parties: Sequence[Party],
    since: date,
    until: date,
    cut: EvidenceCut,
    earlier: Evidence | None = None,
    *,
    issues: Collection[str] | None = None,
) -> Movement:
    """Return what moved on every issue, or on these alone, from `since` to `until`, under one evidence cut.

    `earlier` is what was held on the first date; if left out, all but what was published between the two. Raises ValueError where the
    dates are not in order.
    """
    if until < since:
        raise ValueError(f"The second date, {until}, is before the first, {since}.")
    on = frozenset(dataset.negotiation.issue_by_id if issues is None else issues)
    window = _Window(dataset, since, until, cut, earlier, on)
    published = tuple(one for one in dataset.beyond(window.earlier) if one.day <= since and one.issue in on)
    told = tuple(window.issue(one, parties) for one in dataset.negotiation.ordered_issues if one.id in on)
    return Movement(since, until, told, published)


class _Window:
    """The time between two dates, with the data as they would be if one thing had been otherwise on the issues asked for.

    `earlier` are those held on the first date, `lasting` those in which nothing ran out in between, `sooner` those in which everything of
    which only the last possible day is known was said or taken back as early as it can have been. `stirred` holds the party and issue of every
    statement that makes any of them differ, or that was made or taken back in between: nothing else can have changed. Where none of a party on
    an issue makes data differ, its position is taken from those that there are.
    """

    def __init__(self, dataset: Evidence, since: date, until: date, cut: EvidenceCut, earlier: Evidence | None, issues: Collection[str]) -> None:
        self.dataset, self.since, self.until, self.cut = dataset, since, until, cut
        dated = [one for one in dataset.dated_between(since, until) if one.issue in issues]
        endless, sooner = (changes(dated, since, until) for changes in (without_end, as_early_as_can_be))
        self.lasting = dataset.altered(endless) if endless else dataset
        self.sooner = dataset.altered(sooner) if sooner else dataset
        published = [one for one in dated if earlier is None and _was_published_between(one, since, until)]
        self.earlier = earlier or (dataset.without(one.id for one in published) if published else dataset)
        self._ended, self._early = ({(one.party, one.issue) for one in dated if one.id in changed} for changed in (endless, sooner))
        self._found = None if earlier else {(one.party, one.issue) for one in published}
        said = [one for one in dated if since < one.day <= until or one.withdrawn or one.id in endless]
        self.stirred = None if earlier else {(one.party, one.issue) for one in (*said, *published)}

    def issue(self, issue: Issue, parties: Sequence[Party]) -> IssueMovement:
        """Return what happened on one issue."""
        after = overview_row(self.dataset, issue, parties, self.until, self.cut)
        stirred = [party for party in parties if self.stirred is None or (party.id, issue.id) in self.stirred]
        if not stirred:
            # Nothing was said, found or ended, so the gap is what it was.
            gap = after.gap
            return IssueMovement(issue, self.since, self.until, gap, gap, gap, gap, (), (), (), led=(gap, gap), positions=after.positions)
        before = leading_gap(self.dataset, issue, parties, self.since, self.cut)
        leading = next((gap for gap in (after.gap, before) if gap and gap.possible), after.gap)
        pair = (leading.a.party.id, leading.b.party.id) if leading else None
        towards = towards_of(self.dataset, issue, pair)
        new = [one for party in stirred for one in self.dataset.statements_of(party.id, issue.id) if self.since < one.day <= self.until]
        made = IssueMovement(
            issue, self.since, self.until, *self._gaps(issue, pair),
            tuple(move for party in stirred for move in self._moves(issue, party.id, towards)),
            tuple(one for one in new if one.condition is not None and is_positional(one) and self._stands(one, towards)),
            tuple(change for party in stirred if (change := self._threat(issue, party))),
            led=(before, after.gap),
            sooner=gap_as_of(self.sooner, pair, issue.id, self.since, self.cut) if pair and self.sooner is not self.dataset else None,
            positions=after.positions,
        )  # fmt: skip
        steps = tuple(step for party in stirred for step in self._on_the_way(issue, party.id, towards, made.moves))
        used = {key for move in (*made.moves, *steps) for key in move.ids} | {key for change in made.threats for key in change.ids}
        used |= {one.id for one in made.conditional}
        also = tuple(one for one in new if one.kind != "rationale" and one.id not in used and self.cut.lets_in(one))
        return replace(made, on_the_way=steps, also=also)

    def _on_the_way(self, issue: Issue, party: str, towards: Mapping[str, str], net: Sequence[Move]) -> Iterator[Move]:
        """Yield the moves from one day on which the party spoke to the next, unless the comparison of the two dates shows the same."""
        held = self.dataset.statements_of(party, issue.id)
        days = sorted(day for day in {day for one in held for day in (one.day, withdrawn_from(one))} if day and self.since < day <= self.until)
        if len(days) < 2:
            return
        other = towards.get(party)
        facing = None if other is None else self._position(self.dataset, issue, other, towards, self.until)
        positions = [self._position(self._lasting(party, issue), issue, party, towards, day) for day in (self.since, *days)]
        shown = {_told_as(one) for one in net if one.party.id == party}
        for was, became in pairwise(positions):
            for step in moves_between(self.dataset, was, became, facing, Cause.SAID):
                if step.turn in (Turn.TOWARDS, Turn.AWAY, Turn.FIRST, Turn.GONE) and _told_as(step) not in shown:
                    said = (newest_date([self.dataset.statement(one)], became.as_of).earliest for one in step.ids)
                    yield step if all(day is not None and day > was.as_of for day in said) else step.undated()

    def _said(self, issue: Issue, party: str, towards: Mapping[str, str], then: Position, facing: Position | None) -> tuple[Move, ...]:
        """Return how what a party said changed its position, each move with whether it surely happened between the dates."""
        lasting = self._position(self._lasting(party, issue), issue, party, towards, self.until)
        is_sure = (party, issue.id) not in self._early
        sooner = None if is_sure else partial(self._position, self.sooner, issue, party, towards, self.since)

        def otherwise(early: Changed) -> Position:
            data = self._lasting(party, issue)
            return position_as_of(data, party, issue.id, self.until, self.cut, towards=towards.get(party), changed=early)

        return dated_moves(self.dataset, then, lasting, facing, sooner, otherwise)

    def _gaps(self, issue: Issue, pair: tuple[str, str] | None) -> tuple[Gap | None, Gap | None, Gap | None, Gap | None]:
        """Return the gap of the pair before anything was found, on the first date, on the second as if nothing had run out, and on the second."""
        if pair is None:
            return None, None, None, None
        known = gap_as_of(self._held_earlier(issue, pair), pair, issue.id, self.since, self.cut)
        then = gap_as_of(self.dataset, pair, issue.id, self.since, self.cut)
        now = gap_as_of(self.dataset, pair, issue.id, self.until, self.cut)
        return known, then, now if self.lasting is self.dataset else gap_as_of(self.lasting, pair, issue.id, self.until, self.cut), now

    def _moves(self, issue: Issue, party: str, towards: Mapping[str, str]) -> Iterator[Move]:
        other = towards.get(party)
        facing = None if other is None else self._position(self.dataset, issue, other, towards, self.until)
        then = self._position(self.dataset, issue, party, towards, self.since)
        earlier = self._held_earlier(issue, (party,))
        if earlier is not self.dataset and (self._found is None or (party, issue.id) in self._found):
            known = self._position(earlier, issue, party, towards, self.since)
            yield from moves_between(self.dataset, known, then, facing, Cause.FOUND, earlier)
        yield from self._said(issue, party, towards, then, facing)
        if self._lasting(party, issue) is not self.dataset:
            lasting = self._position(self.lasting, issue, party, towards, self.until)
            now = self._position(self.dataset, issue, party, towards, self.until)
            yield from moves_between(self.dataset, lasting, now, facing, Cause.LAPSED)

    def _stands(self, one: Statement, towards: Mapping[str, str]) -> bool:
        """Return whether a statement is admitted, meant for the party that its own faces, and in force on the second date."""
        may_ask = governments(self.dataset.negotiation, one.party, one.issue)
        return self.cut.lets_in(one) and is_meant_for(one, towards.get(one.party), may_ask) and not is_over(one, self.until)

    def _threat(self, issue: Issue, party: Party) -> ThreatChange | None:
        """Return the newest threat that was in force on each date, where the second is a new one."""
        threats = (one for one in self.dataset.statements_of(party.id, issue.id) if one.kind == "threat")
        made = [one for one in threats if one.place.is_placed and self.cut.lets_in(one)]
        before, after = (newest_of([one for one in made if one.day <= day and not is_over(one, day)]) for day in (self.since, self.until))
        return ThreatChange(party, before, after) if any(one.day > self.since for one in after) else None

    def _held_earlier(self, issue: Issue, parties: Iterable[str]) -> Evidence:
        """Return the earlier data; today's where the earlier measured the issue otherwise or did not know the party, so that nothing compares."""
        known = self.earlier.negotiation
        is_same = known.issue_by_id.get(issue.id) == issue and all(one in known.party_by_id for one in parties)
        return self.earlier if is_same else self.dataset

    def _lasting(self, party: str, issue: Issue) -> Evidence:
        """Return the data in which nothing of a party on an issue ran out; those that there are where nothing did."""
        return self.lasting if (party, issue.id) in self._ended else self.dataset

    def _position(self, data: Evidence, issue: Issue, party: str, towards: Mapping[str, str], day: date) -> Position:
        return position_as_of(data, party, issue.id, day, self.cut, towards=towards.get(party))


def _told_as(move: Move) -> tuple[object, ...]:
    """Return what makes two moves the same for a reader: how far the part went, or, where nothing can be measured, by which statements."""
    return (move.part, move.turn, move.by if move.turn in (Turn.TOWARDS, Turn.AWAY) else move.ids)


def _was_published_between(one: Statement, since: date, until: date) -> bool:
    """Return whether its document came out after the first date and by the second, at the latest where that is not exact."""
    day = (one.reported.latest or one.reported.earliest) if one.reported else None
    return day is not None and since < day <= until
