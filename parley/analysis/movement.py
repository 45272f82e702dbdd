"""What moved between two dates: which positions, towards or away, by whom and how far, and what only looks like movement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial
from itertools import pairwise
from typing import Literal, get_args

from parley.analysis.calendar import newest_date, newest_of
from parley.analysis.evidence import EvidenceCut, is_positional
from parley.analysis.gaps import Gap, Status, gap_as_of, gap_between
from parley.analysis.leading import names_a_place, table_gap, towards_of
from parley.analysis.live import is_over, withdrawn_from
from parley.analysis.moves import Cause, Move, Narrowing, Turn, moves_between, narrowing
from parley.analysis.outcomes import Distance, distance
from parley.analysis.overview import overview_row
from parley.analysis.positions import Position, position_as_of
from parley.analysis.steps import as_early_as_can_be, dated_moves, without_end
from parley.collecting import uncollected
from parley.evidence import Evidence
from parley.model import Issue, Party, Statement

# What a line of movement tells of: a change between the two dates, a step on the way that their comparison does not show, the newest threat,
# statements that changed no position, or one that stands under a condition.
ToldOf = Literal["between", "on_the_way", "threat", "also_said", "under_condition"]
TOLD_OF: tuple[ToldOf, ...] = get_args(ToldOf)


class Course(Enum):
    """What became of the distance on an issue between two dates, where a party surely moved; else what there is instead."""

    TOWARDS = "towards"
    AWAY = "away"
    SAME = "same"
    UNSURE = "unsure"
    NEW = "new"
    LOOKS = "looks"
    STILL = "still"


MOVED = (Course.TOWARDS, Course.AWAY, Course.SAME, Course.UNSURE)


@dataclass(frozen=True)
class LeadChange:
    """The distance that leads, then and now: what `asker` asks for against the best of `other`.

    `shares` tells whose doing the difference is (`by_a` is the asker's); None where it is not exact. `now` also counts what
    ran out; None where that took away the demand or all that was known of the other.
    """

    asker: Party
    other: Party
    before: Distance
    after: Distance
    now: Distance | None
    shares: Narrowing | None
    ids: tuple[str, ...]


@dataclass(frozen=True)
class ThreatChange:
    """The newest threats of a party, of which any was made between the dates, and the newest before; threats are shown, never placed in a gap.

    More than one where no day tells which of them came last.
    """

    party: Party
    before: tuple[Statement, ...]
    after: tuple[Statement, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all of them, each once."""
        return tuple(dict.fromkeys(one.id for one in (*self.after, *self.before)))


@dataclass(frozen=True)
class IssueMovement:
    """What happened on one issue between two dates, in three steps that follow each other without a rest.

    `known` is the gap on the first date without the documents published since, up to the second; `then` is the same with them,
    `lasting` the gap on the second date as if nothing had run out since, `now` the gap on the second date. What lies between
    `then` and `lasting` is what the parties did; the other two steps only look like movement. The gaps are those of one pair,
    None where fewer than two parties are shown.

    `moves` compare the two dates; `on_the_way` are steps from day to day between them that the comparison does not show. `also` are
    statements made between the dates that are behind none of these, nor behind a threat or a condition: they changed no position.
    """

    issue: Issue
    since: date
    until: date
    known: Gap | None
    then: Gap | None
    lasting: Gap | None
    now: Gap | None
    moves: tuple[Move, ...]
    conditional: tuple[Statement, ...]
    threats: tuple[ThreatChange, ...]
    on_the_way: tuple[Move, ...] = ()
    also: tuple[Statement, ...] = ()

    @property
    def statuses(self) -> tuple[Status, Status] | None:
        """Return the statuses of the pair told of, on both dates; None where fewer than two parties are shown."""
        return (self.then.status, self.now.status) if self.then and self.now else None

    @property
    def deciding(self) -> tuple[Move, ...]:
        """Return the sure moves: between the two dates, and on the way where a part did not surely move between them."""
        net = tuple(one for one in self.moves if one.is_movement)
        moved = {(one.party.id, one.part) for one in net}
        return net + tuple(one for one in self.on_the_way if one.is_movement and (one.party.id, one.part) not in moved)

    @property
    def undated(self) -> tuple[Move, ...]:
        """Return the moves of parts that did not surely move between the dates: they changed the distance, and may be older."""
        moved = {(one.party.id, one.part) for one in self.deciding}
        undated = (one for one in self.moves if one.cause is Cause.SAID and one.turn in (Turn.TOWARDS, Turn.AWAY) and not one.is_dated)
        return tuple(one for one in undated if (one.party.id, one.part) not in moved)

    @property
    def course(self) -> Course:
        """Return what became of the distance that leads, where a party surely moved.

        NEW where none did but a party said something on which nothing was held, or took it back; LOOKS where only the evidence changed.
        """
        if self.deciding:
            return self._course_of_the_distance()
        if any(one.is_dated and one.cause is Cause.SAID and one.turn in (Turn.FIRST, Turn.GONE) for one in self.moves):
            return Course.NEW
        return Course.LOOKS if self.moves else Course.STILL

    def _course_of_the_distance(self) -> Course:
        lead = self.lead
        if lead is None:
            return Course.UNSURE
        low, high = lead.after.low - lead.before.low, lead.after.high - lead.before.high
        if low == high == 0:
            return Course.SAME
        if low <= 0 and high <= 0:
            return Course.TOWARDS
        return Course.AWAY if low >= 0 and high >= 0 else Course.UNSURE

    @property
    def has_news(self) -> bool:
        """Return whether there is anything to tell: a change, or a demand, limit, offer or threat made between the dates."""
        return bool(self.moves or self.on_the_way or self.threats or self.conditional or self.also)

    @property
    def movers(self) -> tuple[Party, ...]:
        """Return the parties that surely moved or may have, each once."""
        return tuple({one.party.id: one.party for one in (*self.deciding, *self.undated)}.values())

    @property
    def lead(self) -> LeadChange | None:
        """Return how the distance that leads now changed by what the parties said; None where it is not known on both dates."""
        lead = table_gap(self.lasting) if self.lasting else None
        if lead is None or self.then is None or self.lasting is None or not self.then.possible:
            return None
        asker, other = (self.then.a, self.then.b) if lead.asker is self.lasting.a else (self.then.b, self.then.a)
        if not (asker.demand.is_stated and names_a_place(asker.demand, asker)):
            return None
        before = distance(asker.demand.outcomes, other.offer.outcomes)
        shares = narrowing(asker.demand.outcomes, other.offer.outcomes, lead.asker.demand.outcomes, lead.other.offer.outcomes)
        ended = self._after_what_ran_out(lead.asker.party)
        now = distance(ended[0].demand.outcomes, ended[1].offer.outcomes) if ended else None
        ids = {*asker.demand.ids, *other.offer.ids, *lead.ids, *((*ended[0].demand.ids, *ended[1].offer.ids) if ended else ())}
        return LeadChange(lead.asker.party, lead.other.party, before, lead.apart, now, shares, tuple(sorted(ids)))

    def _after_what_ran_out(self, by: Party) -> tuple[Position, Position] | None:
        """Return the positions now of the one that asks and of the other; None where nobody asks any more, or one is silent."""
        if self.now is None or not self.now.possible:
            return None
        asker, other = (self.now.a, self.now.b) if self.now.a.party is by else (self.now.b, self.now.a)
        return (asker, other) if asker.demand.is_stated else None

    @property
    def alone(self) -> tuple[Party, ...]:
        """Return the parties whose own words alone would have changed the possible statuses as they did change."""
        if self.then is None or self.lasting is None or self.then.possible == self.lasting.possible:
            return ()
        by_one = ((self.then.a.party, gap_between(self.lasting.a, self.then.b)), (self.then.b.party, gap_between(self.then.a, self.lasting.b)))
        return tuple(party for party, gap in by_one if gap.possible == self.lasting.possible)


@dataclass(frozen=True)
class Movement:
    """What happened on every issue between two dates; `published` are statements said by the first but published only between the two."""

    since: date
    until: date
    issues: tuple[IssueMovement, ...]
    published: tuple[Statement, ...]

    def with_course(self, *courses: Course) -> tuple[IssueMovement, ...]:
        """Return the issues that went one of these ways, in their order."""
        return tuple(one for one in self.issues if one.course in courses)

    def counts(self, status: Status) -> tuple[int, int]:
        """Return on how many issues the pair told of had this status, then and now."""
        statuses = [one.statuses for one in self.issues if one.statuses]
        return sum(then is status for then, _ in statuses), sum(now is status for _, now in statuses)


@uncollected
def movement(dataset: Evidence, parties: Sequence[Party], since: date, until: date, cut: EvidenceCut, earlier: Evidence | None = None) -> Movement:
    """Return what moved on every issue from `since` to `until`, under one evidence cut.

    `earlier` is what was held on the first date; if left out, all but what was published between the two. Raises ValueError where the
    dates are not in order.
    """
    if until < since:
        raise ValueError(f"The second date, {until}, is before the first, {since}.")
    window = _Window(dataset, since, until, cut, earlier)
    published = tuple(one for one in dataset.beyond(window.earlier) if one.day <= since)
    return Movement(since, until, tuple(window.issue(one, parties) for one in dataset.negotiation.ordered_issues), published)


class _Window:
    """The time between two dates, with the data as they would be if one thing had been otherwise.

    `earlier` are those held on the first date, `lasting` those in which nothing ran out in between, `sooner` those in which everything of
    which only the last possible day is known was said or taken back as early as it can have been. `stirred` holds the party and issue of every
    statement that makes any of them differ, or that was made or taken back in between: nothing else can have changed.
    """

    def __init__(self, dataset: Evidence, since: date, until: date, cut: EvidenceCut, earlier: Evidence | None) -> None:
        self.dataset, self.since, self.until, self.cut = dataset, since, until, cut
        dated = dataset.dated_between(since, until)
        endless, sooner = (changes(dated, since, until) for changes in (without_end, as_early_as_can_be))
        self.lasting = dataset.altered(endless) if endless else dataset
        self.sooner = dataset.altered(sooner) if sooner else dataset
        published = [one for one in dated if earlier is None and _was_published_between(one, since, until)]
        self.earlier = earlier or (dataset.without(one.id for one in published) if published else dataset)
        said = [one for one in dated if since < one.day <= until or one.withdrawn or one.id in endless]
        self.stirred = None if earlier else {(one.party, one.issue) for one in (*said, *published)}

    def issue(self, issue: Issue, parties: Sequence[Party]) -> IssueMovement:
        """Return what happened on one issue."""
        after = overview_row(self.dataset, issue, parties, self.until, self.cut)
        stirred = [party for party in parties if self.stirred is None or (party.id, issue.id) in self.stirred]
        if not stirred:
            # Nothing was said, found or ended, so the gap is what it was.
            return IssueMovement(issue, self.since, self.until, after.gap, after.gap, after.gap, after.gap, (), (), ())
        before = overview_row(self.dataset, issue, parties, self.since, self.cut)
        leading = next((row.gap for row in (after, before) if row.gap and row.gap.possible), after.gap)
        pair = (leading.a.party.id, leading.b.party.id) if leading else None
        towards = towards_of(self.dataset, issue, pair)
        new = [one for party in stirred for one in self.dataset.statements_of(party.id, issue.id) if self.since < one.day <= self.until]
        made = IssueMovement(
            issue, self.since, self.until, *self._gaps(issue, pair),
            tuple(move for party in stirred for move in self._moves(issue, party.id, towards)),
            tuple(one for one in new if one.condition is not None and is_positional(one) and self._stands(one, towards)),
            tuple(change for party in stirred if (change := self._threat(issue, party))),
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
        positions = [self._position(self.lasting, issue, party, towards, day) for day in (self.since, *days)]
        shown = {_told_as(one) for one in net if one.party.id == party}
        for was, became in pairwise(positions):
            for step in moves_between(self.dataset, was, became, facing, Cause.SAID):
                if step.turn in (Turn.TOWARDS, Turn.AWAY, Turn.FIRST, Turn.GONE) and _told_as(step) not in shown:
                    said = (newest_date([self.dataset.statement(one)], became.as_of).earliest for one in step.ids)
                    yield step if all(day is not None and day > was.as_of for day in said) else step.undated()

    def _said(self, issue: Issue, party: str, towards: Mapping[str, str], then: Position, facing: Position | None) -> tuple[Move, ...]:
        """Return how what a party said changed its position, each move with whether it surely happened between the dates."""
        lasting = self._position(self.lasting, issue, party, towards, self.until)
        is_sure = self.sooner is self.dataset
        sooner = None if is_sure else partial(self._position, self.sooner, issue, party, towards, self.since)
        return dated_moves(self.dataset, then, lasting, facing, sooner)

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
        if earlier is not self.dataset:
            known = self._position(earlier, issue, party, towards, self.since)
            yield from moves_between(self.dataset, known, then, facing, Cause.FOUND, earlier)
        yield from self._said(issue, party, towards, then, facing)
        if self.lasting is not self.dataset:
            lasting = self._position(self.lasting, issue, party, towards, self.until)
            now = self._position(self.dataset, issue, party, towards, self.until)
            yield from moves_between(self.dataset, lasting, now, facing, Cause.LAPSED)

    def _stands(self, one: Statement, towards: Mapping[str, str]) -> bool:
        """Return whether a statement is admitted, meant for the party that its own faces, and in force on the second date."""
        return self.cut.lets_in(one) and one.is_addressed_to(towards.get(one.party)) and not is_over(one, self.until)

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

    def _position(self, data: Evidence, issue: Issue, party: str, towards: Mapping[str, str], day: date) -> Position:
        return position_as_of(data, party, issue.id, day, self.cut, towards=towards.get(party))


def _told_as(move: Move) -> tuple[object, ...]:
    """Return what makes two moves the same for a reader: how far the part went, or, where nothing can be measured, by which statements."""
    return (move.part, move.turn, move.by if move.turn in (Turn.TOWARDS, Turn.AWAY) else move.ids)


def _was_published_between(one: Statement, since: date, until: date) -> bool:
    """Return whether its document came out after the first date and by the second, at the latest where that is not exact."""
    day = one.reported.latest or one.reported.earliest
    return day is not None and since < day <= until
