"""One process with its parties, issues, events and editions, and what it asks of those who code it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import model_validator

from parley.dates import UNDATED
from parley.errors import quoted
from parley.fields import Id, Number, Text, When, Whole, described
from parley.model.closed import Closed
from parley.model.party import Party
from parley.model.scale import Scale
from parley.model.source import RecordTrimming
from parley.model.statement import Trimming

DirectionWord = Literal["up", "down", "target"]
OnOneDay = Literal["all", "last_listed", "highest", "lowest"]
NEGOTIATION_FILE = "negotiation.yaml"
MOST_SHOWN = 4  # parties, where the file does not say which


class Group(Closed):
    """A heading under which issues stand."""

    id: Id = described("The word by which issues refer to the group.", good="core", bad="Group A")
    name: Text = described("The heading.", good="Core issues", bad="Misc")


UNGROUPED = Group(id="issues", name="Issues")


class Member(Closed):
    """A party that belongs to a bloc from one day on, or until another."""

    party: Id = described("The party.", good="northland", bad="North Land")
    joined: When | None = described("Since when it belongs to the bloc; from the first if left out.", good="2015-03", bad="later", default=None)
    left: When | None = described("Since when it belongs to it no more.", good="2015-10-05", bad="earlier", default=None)

    def is_in_on(self, day: date | None) -> bool:
        """Return whether it may have been in the bloc on a day; with None, of which nobody knows the day, whether it has never left."""
        if day is None:
            return self.left is None
        joined, left = self.joined.earliest if self.joined else None, self.left.latest if self.left else None
        return (joined is None or joined <= day) and (left is None or day < left)


class Bloc(Closed):
    """Parties that belong together: told together where many parties are shown, and able to make a statement as one."""

    id: Id = described("A word for the bloc.", good="island-states", bad="Bloc 1")
    name: Text = described("Its name.", good="Island states", bad="Others")
    members: tuple[Id | Member, ...] = described("The parties in it.", good=["northland", "southmark"], bad=[], min_length=1)

    @cached_property
    def memberships(self) -> tuple[Member, ...]:
        """Return who belongs to it, and when."""
        return tuple(Member(party=one) if isinstance(one, str) else one for one in self.members)

    def on(self, day: date | None) -> tuple[str, ...]:
        """Return the ids of its members on a day; with None, of which nobody knows the day, of those who have never left."""
        return tuple(dict.fromkeys(one.party for one in self.memberships if one.is_in_on(day)))


class Rating(Closed):
    """How much an issue matters to a party, or how much it can do about it: a judgement, with whose it is."""

    party: Id = described("The party.", good="northland", bad="North Land")
    from_: Number = described("At least so much.", good="0.6", bad="high", alias="from", ge=0)
    to: Number = described("At most so much; the same where it is no range.", good="0.8", bad="higher", ge=0)
    out_of: Number | None = described("The most that could have been given.", good="1", bad="everything", gt=0, default=None)
    by: Text = described("Whose judgement it is.", good="A. Berg, Bergen university", bad="us")
    on: When | None = described("When; may be partial.", good="2025-03", bad="lately", default=None)

    @model_validator(mode="after")
    def _ordered(self) -> Rating:
        if not self.from_ <= self.to:
            raise ValueError(f"It runs from {self.from_} to {self.to}. Give the lesser number first.")
        if self.out_of is not None and self.to > self.out_of:
            raise ValueError(f"It is {self.to} out of {self.out_of}. Give at most that.")
        return self


class Issue(Closed):
    """A question to be settled, with a scale."""

    id: Id = described("The word by which statements refer to the issue.", good="herring-quota", bad="issue 1")
    name: Text = described("The name.", good="Herring quota", bad="Fish etc.")
    short: Text | None = described("A shorter name for narrow places.", good="Quota", bad="Q", default=None)
    group: Id = described("The group it belongs to.", good="core", bad="important", default=UNGROUPED.id)
    question: Text = described("The question to be settled, in one sentence.", good="How much herring may Northland land?", bad="Herring", default="")
    scale: Scale = described("The scale on which statements are placed.", good={"ladder": []}, bad={"score": "0-100"})
    directions: Mapping[Id, DirectionWord] = described(
        "What each party wants on the scale: up, down or target.", good={"northland": "up"}, bad={"northland": "more"}
    )
    salience: tuple[Rating, ...] = described(
        "How much it matters to each party, by a named author; shown, and used by nothing.", good=[{"party": "northland"}], bad="high", default=()
    )
    power: tuple[Rating, ...] = described(
        "How much each party can do about it, by a named author; shown, and used by nothing.", good=[{"party": "northland"}], bad="all", default=()
    )
    headline: tuple[Id, Id] | None = described("The pair whose gap is drawn, if not the negotiation's own.", good=["a", "b"], bad=["a"], default=None)
    freshness_days: Whole | None = described("Days after which evidence is flagged stale, if not the default.", good=90, bad=0, gt=0, default=None)
    conflict_days: Whole | None = described(
        "Days within which differing statements conflict, if not the default.", good=7, bad=-1, ge=0, default=None
    )

    on_one_day: OnOneDay | None = described(
        "Which of several statements of one party, kind and day stand, if not the default: all, last_listed, highest or lowest.",
        good="last_listed",
        bad="newest",
        default=None,
    )

    @property
    def label(self) -> str:
        """Return the short name where there is one, else the name."""
        return self.short or self.name


class Event(Closed):
    """Something that happened, or is due, on a date."""

    id: Id = described("A word for the event.", good="bergen-round", bad="Event 1")
    date: When = described("When; may be partial.", good="2018-05-03/2018-05-04", bad="soon")
    what: Text = described("What happened, in a sentence.", good="Delegations meet in Bergen.", bad="Meeting")
    short: Text | None = described(
        "A short name, shown on charts; at most about 22 characters.", good="Bergen round", bad="Delegations meet in Bergen.", default=None
    )
    issues: tuple[Id, ...] = described("The issues it bears on, where it does not bear on all.", good=["herring-quota"], bad="some", default=())
    source: Id = described("The source that tells of it.", good="gazette-2025-03", bad="press")

    @property
    def label(self) -> str:
        """Return the short name where there is one, else what happened."""
        return self.short or self.what

    def bears_on(self, issue_id: str) -> bool:
        """Return whether the event bears on this issue."""
        return not self.issues or issue_id in self.issues


class Edition(Closed):
    """A day on which the comparison was presented, so that the next can start from it."""

    name: Text = described("How it is called.", good="Briefing of 2 May", bad="Briefing")
    day: When = described("Its day.", good="2018-05-02", bad="2018")

    @model_validator(mode="after")
    def _one_day(self) -> Edition:
        if not self.day.is_day:
            raise ValueError(f"An edition has one day, and {quoted(self.day.text)} is not one. Write it as 2018-05-02.")
        return self

    @property
    def on(self) -> date:
        """Return the day as a date."""
        assert self.day.earliest is not None
        return self.day.earliest


class Defaults(Closed):
    """Rules that hold for every issue that does not set its own."""

    freshness_days: Whole = described("Days after which evidence is flagged stale.", good=180, bad=0, gt=0, default=180)
    conflict_days: Whole = described("Days within which differing statements conflict.", good=7, bad=-1, ge=0, default=7)
    on_one_day: OnOneDay = described(
        "Which of several statements of one party, kind and day stand: all, last_listed, highest or lowest.", good="all", bad="newest", default="all"
    )


class Negotiation(Closed):
    """One process with its parties and issues; the content of `negotiation.yaml`."""

    id: Id = described("The word for the negotiation; the name of its folder.", good="fjords", bad="Negotiation 1")
    title: Text = described("The title as shown.", good="Fjord fisheries talks, 2025", bad="Talks")
    about: Text = described("What it is about, in a sentence or two.", good="Who may fish where.", bad="tbd", default="")
    reviewed: When = described("When the coding was last reviewed.", good="2026-11-22", bad="recently", default_factory=lambda: UNDATED)
    review_by: When | None = described("When it must be reviewed again; a check warns after it.", good="2027-11-22", bad="later", default=None)
    prepared_by: Text | None = described(
        "Who prepares it: the author that files to take away name.", good="Unit B2, Ministry of Fisheries", bad="me", default=None
    )
    requires: tuple[Trimming, ...] = described(
        "What every statement must say beyond party, issue, kind and place; one that lacks it is left out, and told of.",
        good=["said", "source", "locator"],
        bad=["everything"],
        default=(),
    )
    requires_of_sources: tuple[RecordTrimming, ...] = described(
        "What the record of every document must say beyond its title; one that lacks it is told of.",
        good=["issued", "abstract"],
        bad=["everything"],
        default=(),
    )
    expect_statements: Whole = described("At least so many statements must be there; a check fails below.", good=100, bad=-1, ge=0, default=0)
    parties: tuple[Party, ...] = described(
        "The parties, in the order of columns; the order also fixes their colours.", good=[{"id": "a"}], bad=[], min_length=1
    )
    blocs: tuple[Bloc, ...] = described("Parties told as one where many are shown.", good=[{"id": "islands"}], bad=[["a"]], default=())
    shown: tuple[Id, ...] = described("The parties shown when nothing else is chosen.", good=["a", "b"], bad=["everyone"], default=())
    headline: tuple[Id, Id] | None = described("The pair whose gap is drawn.", good=["a", "b"], bad=["a"], default=None)
    defaults: Defaults = described("Rules for every issue.", good={"freshness_days": 180}, bad={"freshness": 1}, default=Defaults())
    groups: tuple[Group, ...] = described(
        "The headings of issues, in order.", good=[{"id": "core"}], bad=[], min_length=1, default_factory=lambda: (UNGROUPED,)
    )
    issues: tuple[Issue, ...] = described("The issues, in order.", good=[{"id": "quota"}], bad=[], min_length=1)
    related_words: tuple[tuple[Text, ...], ...] = described(
        "Words that a search takes for each other, group by group.", good=[["herring", "fish"]], bad=["herring, fish"], default=()
    )
    events: tuple[Event, ...] = described("Dated events.", good=[{"id": "round-1"}], bad="none", default=())
    editions: tuple[Edition, ...] = described(
        "Days on which it was presented, from which later movement is told.", good=[{"name": "Briefing of 2 May"}], bad="monthly", default=()
    )

    @cached_property
    def party_by_id(self) -> Mapping[str, Party]:
        """Return the parties by id."""
        return {party.id: party for party in self.parties}

    @cached_property
    def bloc_by_id(self) -> Mapping[str, Bloc]:
        """Return the blocs by id."""
        return {bloc.id: bloc for bloc in self.blocs}

    @cached_property
    def issue_by_id(self) -> Mapping[str, Issue]:
        """Return the issues by id."""
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def ordered_issues(self) -> tuple[Issue, ...]:
        """Return the issues as they are shown: groups in their order, issues in theirs."""
        order = {group.id: number for number, group in enumerate(self.groups)}
        return tuple(sorted(self.issues, key=lambda issue: order[issue.group]))

    @property
    def shown_first(self) -> tuple[Party, ...]:
        """Return the parties shown when nothing else is chosen: those the file names, else the first four."""
        return tuple(one for one in self.parties if one.id in self.shown) if self.shown else self.parties[:MOST_SHOWN]

    def headline_of(self, issue: Issue) -> tuple[str, str] | None:
        """Return the pair between which the gap of `issue` is drawn, or None where none is named."""
        return issue.headline or self.headline

    def freshness_of(self, issue: Issue) -> int:
        """Return the days after which evidence on `issue` is stale."""
        return issue.freshness_days or self.defaults.freshness_days

    def conflict_window_of(self, issue: Issue) -> int:
        """Return the days within which differing statements on `issue` conflict."""
        return self.defaults.conflict_days if issue.conflict_days is None else issue.conflict_days

    def on_one_day_of(self, issue: Issue) -> OnOneDay:
        """Return which of several statements that a party made on one day on `issue` stand."""
        return issue.on_one_day or self.defaults.on_one_day
