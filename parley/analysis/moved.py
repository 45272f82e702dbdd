"""What happened between two dates, on one issue and on all: what moved, whose doing it was, and what became of the distance."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Literal, get_args

from parley.analysis.gaps import Gap, Status, gap_between
from parley.analysis.leading import TableGap, names_a_place, table_gap
from parley.analysis.moves import Cause, Move, Narrowing, Turn, narrowing
from parley.analysis.outcomes import Distance, distance
from parley.analysis.overview import by_status
from parley.analysis.positions import Position
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


# Why it is not known which way the distance went: one party alone is shown, nothing could be measured then or can be now, what is measured is not
# of one kind on both dates, the distance is known within bounds alone, or a move may be older than the first date.
WhyUnsure = Literal["alone", "then", "now", "unlike", "bounds", "undated"]
# Why a distance stays though a party surely moved: neither place between which it is measured moved, or it is known within bounds alone.
WhySame = Literal["elsewhere", "bounds"]
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
    `led` are the gaps that lead in the overview of the first date and of the second; another pair may lead in the one than in the other.
    `sooner` is the gap on the first date with all that may have been said by then; None where that is no other. `positions` are those of all
    parties shown, on the second date.
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
    led: tuple[Gap | None, Gap | None] = (None, None)
    sooner: Gap | None = None
    positions: tuple[Position, ...] = ()

    def of(self, parties: Collection[str]) -> IssueMovement:
        """Return the same with what some parties did, by their ids, and what the pair told of did."""
        told = {*parties, *self.pair}
        return self._where(lambda key: key in told)

    def besides(self, parties: Collection[str]) -> IssueMovement:
        """Return the same with what all others did."""
        told = {*parties, *self.pair}
        return self._where(lambda key: key not in told)

    def _where(self, is_told: Callable[[str], bool]) -> IssueMovement:
        return replace(
            self,
            moves=tuple(one for one in self.moves if is_told(one.party.id)),
            conditional=tuple(one for one in self.conditional if is_told(one.party)),
            threats=tuple(one for one in self.threats if is_told(one.party.id)),
            on_the_way=tuple(one for one in self.on_the_way if is_told(one.party.id)),
            also=tuple(one for one in self.also if is_told(one.party)),
            positions=tuple(one for one in self.positions if is_told(one.party.id)),
        )

    @property
    def pair(self) -> tuple[str, ...]:
        """Return the ids of the two parties told of; none where fewer than two are shown."""
        return (self.now.a.party.id, self.now.b.party.id) if self.now else ()

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
        course = _course_of(self.lead)
        if not self.undated or self.sooner is None or course is Course.SAME:
            return course
        # A move that may be older than the first date has no say in which way the distance went.
        return course if _course_of(self._lead_from(self.sooner)) is course else Course.UNSURE

    @property
    def why_unsure(self) -> WhyUnsure | None:
        """Return why it is not known which way the distance went; None where it is, or where no party surely moved."""
        if self.course is not Course.UNSURE:
            return None
        if self.then is None or self.lasting is None:
            return "alone"
        lead, now = self.lead, table_gap(self.lasting)
        if lead is None:
            return "now" if now is None else "then" if self._measured_in(self.then, now) is None else "unlike"
        return "bounds" if _course_of(lead) is Course.UNSURE else "undated"

    @property
    def why_same(self) -> WhySame | None:
        """Return why the distance that leads stays though a party surely moved; None where it does not."""
        lead, now = self.lead, table_gap(self.lasting) if self.lasting else None
        if self.course is not Course.SAME or lead is None or now is None or self.then is None:
            return None
        asker, other = self._measured_in(self.then, now) or (now.asker, now.other)
        is_elsewhere = (asker.asked.outcomes, other.on_table.outcomes) == (now.asker.asked.outcomes, now.other.on_table.outcomes)
        return "elsewhere" if is_elsewhere else "bounds"

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
        return self._lead_from(self.then)

    def _lead_from(self, then: Gap | None) -> LeadChange | None:
        """Return how the distance that leads now changed from what it was in an earlier gap."""
        lead = table_gap(self.lasting) if self.lasting else None
        measured = self._measured_in(then, lead) if lead and then else None
        if lead is None or measured is None:
            return None
        asker, other = measured
        asked, met, asked_now, met_now = asker.asked, other.on_table, lead.asker.asked, lead.other.on_table
        if [one.stage is None for one in (asked, met)] != [one.stage is None for one in (asked_now, met_now)]:
            return None  # an act then and a word now do not measure how far anybody went
        if [one.only_hints for one in (asker, other)] != [one.only_hints for one in (lead.asker, lead.other)]:
            return None  # nor do a hint then and a word that commits now
        before = distance(asked.outcomes, met.outcomes)
        shares = narrowing(asked.outcomes, met.outcomes, asked_now.outcomes, met_now.outcomes)
        ended = self._after_what_ran_out(lead.asker.party)
        now = distance(ended[0].asked.outcomes, ended[1].on_table.outcomes) if ended else None
        ids = {*asked.ids, *met.ids, *lead.ids, *((*ended[0].asked.ids, *ended[1].on_table.ids) if ended else ())}
        return LeadChange(lead.asker.party, lead.other.party, before, lead.apart, now, shares, tuple(sorted(ids)))

    def _measured_in(self, then: Gap, lead: TableGap) -> tuple[Position, Position] | None:
        """Return, in an earlier gap, the one that asks now and the other; None where there was nothing to measure between them."""
        asker, other = (then.a, then.b) if lead.asker.party is then.a.party else (then.b, then.a)
        return (asker, other) if then.possible and asker.asked.is_stated and names_a_place(asker.asked, asker) else None

    def _after_what_ran_out(self, by: Party) -> tuple[Position, Position] | None:
        """Return the positions now of the one that asks and of the other; None where nobody asks any more, or one is silent."""
        if self.now is None or not self.now.possible:
            return None
        asker, other = (self.now.a, self.now.b) if self.now.a.party is by else (self.now.b, self.now.a)
        return (asker, other) if asker.asked.is_stated else None

    @property
    def alone(self) -> tuple[Party, ...]:
        """Return the parties whose own words alone would have changed the possible statuses as they did change."""
        if self.then is None or self.lasting is None or self.then.possible == self.lasting.possible:
            return ()
        by_one = ((self.then.a.party, gap_between(self.lasting.a, self.then.b)), (self.then.b.party, gap_between(self.then.a, self.lasting.b)))
        return tuple(party for party, gap in by_one if gap.possible == self.lasting.possible)


def _course_of(lead: LeadChange | None) -> Course:
    """Return what became of a distance: closer and further apart is what neither of its bounds speaks against."""
    if lead is None:
        return Course.UNSURE
    low, high = lead.after.low - lead.before.low, lead.after.high - lead.before.high
    if low == high == 0:
        return Course.SAME
    if low <= 0 and high <= 0:
        return Course.TOWARDS
    return Course.AWAY if low >= 0 and high >= 0 else Course.UNSURE


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

    @cached_property
    def by_status(self) -> tuple[Mapping[Status, tuple[IssueMovement, ...]], Mapping[Status, tuple[IssueMovement, ...]]]:
        """Return the issues by the status that the overview of the first date shows, and by the one that the overview of the second does."""
        then, now = (by_status((one, one.led[number]) for one in self.issues) for number in (0, 1))
        return then, now

    def counts(self, status: Status) -> tuple[int, int]:
        """Return on how many issues the overview shows this status, then and now."""
        then, now = (len(shown.get(status, ())) for shown in self.by_status)
        return then, now
