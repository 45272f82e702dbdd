"""What the files hold, typed once: negotiation, issue, scale, party, event, source and statement, all frozen and closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from parley.dates import UNDATED, PartialDate
from parley.errors import quoted
from parley.fields import Address, Fingerprint, Id, Number, Text, Value, When, Whole, described

Role = Literal["principal", "third_party", "advocate"]
DirectionWord = Literal["up", "down", "target"]
Kind = Literal["demand", "red_line", "offer", "measure", "threat", "rationale"]
PlacedKind = Literal["demand", "red_line", "offer", "measure"]
Stage = Literal["announced", "in_force", "suspended", "withdrawn"]
Reading = Literal["imprecise", "acceptable"]
Attribution = Literal["on_record", "anonymous_official", "anonymous_source", "reporter", "third_party_analysis", "document", "expert_coding"]
Conveyance = Literal["stated", "reported", "enacted", "intention", "hint", "forecast", "implied"]
Basis = Literal["printed", "inferred"]
Confidence = Literal["high", "medium", "low"]
ConditionType = Literal["if", "only_if", "iff"]
DocumentType = Literal[
    "article-newspaper", "article-magazine", "article", "report", "post-weblog", "speech", "legislation", "treaty", "bill", "regulation",
    "hearing", "dataset", "webpage", "interview", "document",
]  # fmt: skip
# What the record of a document may lack, and what a statement may, unless the negotiation asks for it.
RecordTrimming = Literal["type", "issued", "date_basis", "genre", "language", "abstract", "URL", "file", "body"]
Trimming = Literal[
    "says", "speaker", "said", "date_basis", "source", "locator", "line", "paragraph", "page", "anchor", "attribution", "conveyance", "firmness",
    "confidence",
]  # fmt: skip
IN_LOCATOR: tuple[Trimming, ...] = ("line", "paragraph", "page", "anchor")

NEGOTIATION_FILE = "negotiation.yaml"
SPOKEN_KINDS: tuple[PlacedKind, ...] = ("demand", "red_line", "offer")
PLACED_KINDS: tuple[PlacedKind, ...] = ("demand", "red_line", "offer", "measure")
ANCHOR_WORDS = 8
MOST_SHOWN = 4  # parties, where the file does not say which


_FIELDS_GIVEN: dict[frozenset[str], set[str]] = {}


class Closed(BaseModel):
    """A frozen record that refuses every key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def model_post_init(self, _context: object) -> None:
        """Share with its like the set of fields that were given, which takes as much room as the record itself."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _FIELDS_GIVEN.setdefault(frozenset(given), given))


class Rung(Closed):
    """One named step of a ladder."""

    id: Id = described("The word by which statements refer to the rung.", good="small-tweaks", bad="2")
    name: Text = described("A short name, shown on axes; at most about 28 characters.", good="Very small adjustments", bad="Rung 2")
    means: Text = described("What an outcome on this rung is.", good="Very small adjustments to the plan.", bad="A bit more")
    why: Text = described("Why this rung is more than the one before it.", good="Something changes, if little.", bad="It is higher.")


class Quantity(Closed):
    """A scale in units."""

    unit: Text = described("The unit in which values are given.", good="US$ bn a year", bad="money")
    gap_unit: Text | None = described("The unit of a difference, where it has another name.", good="points", bad="%", default=None)
    bottom: Number = described("The least value that makes sense.", good="0", bad="-inf")
    top: Number = described("The greatest value that makes sense.", good="50", bad="1e99")
    resolution: Number = described("The smallest step in which outcomes differ.", good="0.1", bad="0", gt=0)

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        if not self.bottom < self.top:
            raise ValueError(f"The bottom {self.bottom} is not below the top {self.top}.")
        return self


class Scale(Closed):
    """A ladder of named rungs, lowest first, or a quantity with a unit; exactly one of the two."""

    ladder: tuple[Rung, ...] | None = described(
        "Named rungs, lowest first; higher is closer to the fullest ask, or harsher for measures.", good=[{"id": "none"}], bad=[], default=None
    )
    quantity: Quantity | None = described("A number with a unit.", good={"unit": "%", "bottom": "0"}, bad={"unit": "score"}, default=None)

    @model_validator(mode="after")
    def _one_of_two(self) -> Scale:
        if (self.ladder is None) == (self.quantity is None):
            raise ValueError("A scale is either a 'ladder' or a 'quantity'; give exactly one.")
        if self.ladder is not None:
            if len(self.ladder) < 2:
                raise ValueError("A ladder needs at least two rungs.")
            repeated = [one for one, number in Counter(rung.id for rung in self.ladder).items() if number > 1]
            if repeated:
                raise ValueError(f"The rung id '{min(repeated)}' is used twice.")
        return self

    @cached_property
    def rung_numbers(self) -> Mapping[str, int]:
        """Return the number of each rung by its id, 0 at the bottom; empty for a quantity."""
        return {rung.id: number for number, rung in enumerate(self.ladder or ())}


class Speaker(Closed):
    """A person or body that speaks inside or for a party."""

    id: Id = described("The word by which statements refer to the speaker.", good="commission", bad="Spokesperson 1")
    name: Text = described("The name as shown.", good="European Commission", bad="someone")
    commits: bool = described("Whether this speaker may commit the party.", good=True, bad="sometimes")
    note: Text | None = described("Why the speaker may or may not commit the party.", good="An adviser speaks for himself.", bad="n/a", default=None)

    @property
    def shown(self) -> str:
        """Return the name as it is cited; that nobody was named is left to the attribution, which says so."""
        return self.name.removesuffix(" (unnamed)")


class Party(Closed):
    """An actor that takes positions."""

    id: Id = described("The word by which everything refers to the party.", good="northland", bad="North Land")
    name: Text = described("The full name.", good="Northland", bad="N.")
    short: Text = described("The name used in narrow places; at most about 10 characters.", good="North", bad="The Commonwealth of Northland")
    called: Text | None = described("How sentences call it; the name if left out.", good="the US", bad="US (USA)", default=None)
    plural: bool = described("Whether sentences treat it as several: 'have' and not 'has'.", good=True, bad="many", default=False)
    role: Role = described("principal, third_party or advocate.", good="principal", bad="friend")
    speakers: tuple[Speaker, ...] = described("Everyone whose statements are held.", good=[{"id": "minister"}], bad="many", default=())

    @property
    def in_sentence(self) -> str:
        """Return the name as it stands inside a sentence."""
        return self.called or self.name

    @cached_property
    def committing(self) -> frozenset[str]:
        """Return the ids of the speakers who may commit the party; it commits itself, where nobody in particular speaks for it."""
        return frozenset(one.id for one in (*self.speakers, self._itself) if one.commits) - {one.id for one in self.speakers if not one.commits}

    def speaker(self, speaker_id: str) -> Speaker:
        """Return the speaker with this id, under its own id the party itself; raise KeyError if there is none."""
        for one in (*self.speakers, self._itself):
            if one.id == speaker_id:
                return one
        raise KeyError(speaker_id)

    @cached_property
    def _itself(self) -> Speaker:
        return Speaker(id=self.id, name=self.in_sentence, commits=True)


class Group(Closed):
    """A heading under which issues stand."""

    id: Id = described("The word by which issues refer to the group.", good="core", bad="Group A")
    name: Text = described("The heading.", good="Core issues", bad="Misc")


class Bloc(Closed):
    """Parties that belong together, and are told together where many parties are shown."""

    id: Id = described("A word for the bloc.", good="island-states", bad="Bloc 1")
    name: Text = described("Its name.", good="Island states", bad="Others")
    members: tuple[Id, ...] = described("The parties in it.", good=["northland", "southmark"], bad=[], min_length=1)


class Issue(Closed):
    """A question to be settled, with a scale."""

    id: Id = described("The word by which statements refer to the issue.", good="herring-quota", bad="issue 1")
    name: Text = described("The name.", good="Herring quota", bad="Fish etc.")
    short: Text | None = described("A shorter name for narrow places.", good="Quota", bad="Q", default=None)
    group: Id = described("The group it belongs to.", good="core", bad="important")
    question: Text = described("The question to be settled, in one sentence.", good="How much herring may Northland land?", bad="Herring")
    scale: Scale = described("The scale on which statements are placed.", good={"ladder": []}, bad={"score": "0-100"})
    directions: Mapping[Id, DirectionWord] = described(
        "What each party wants on the scale: up, down or target.", good={"northland": "up"}, bad={"northland": "more"}
    )
    headline: tuple[Id, Id] | None = described("The pair whose gap is drawn, if not the negotiation's own.", good=["a", "b"], bad=["a"], default=None)
    freshness_days: Whole | None = described("Days after which evidence is flagged stale, if not the default.", good=90, bad=0, gt=0, default=None)
    conflict_days: Whole | None = described(
        "Days within which differing statements conflict, if not the default.", good=7, bad=-1, ge=0, default=None
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


class Negotiation(Closed):
    """One process with its parties and issues; the content of `negotiation.yaml`."""

    id: Id = described("The word for the negotiation; the name of its folder.", good="fjords", bad="Negotiation 1")
    title: Text = described("The title as shown.", good="Fjord fisheries talks, 2025", bad="Talks")
    about: Text = described("What it is about, in a sentence or two.", good="Who may fish where.", bad="tbd")
    reviewed: When = described("When the coding was last reviewed.", good="2026-11-22", bad="recently")
    review_by: When | None = described("When it must be reviewed again; a check warns after it.", good="2027-11-22", bad="later", default=None)
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
    groups: tuple[Group, ...] = described("The headings of issues, in order.", good=[{"id": "core"}], bad=[], min_length=1)
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


class Place(Closed):
    """Where a statement stands on the scale: a value, a stretch, unknown, or not placeable with the reason."""

    at: Value | None = described("A rung's id, or a number.", good="small-tweaks", bad="2 or 3", default=None)
    strict: bool = described("The value itself is refused: the limit is one step short of it.", good=True, bad="rather", default=False)
    from_: Value | None = described("The lower end of a stretch.", good="25", bad="about 25", alias="from", default=None)
    to: Value | None = described("The upper end of a stretch.", good="30", bad="30ish", default=None)
    reading: Reading | None = described(
        "How a stretch is meant: imprecise (somewhere in it) or acceptable (anything in it is fine).", good="imprecise", bad="range", default=None
    )
    unknown: Text | None = described(
        "It bears on the scale, but the text does not tell where; why.", good="A number was refused, no level named.", bad="?", default=None
    )
    not_placeable: Text | None = described("It has no place on the scale; why.", good="Gives a reason, asks for nothing.", bad="n/a", default=None)

    @model_validator(mode="after")
    def _one_form(self) -> Place:
        forms = [self.at is not None, self.from_ is not None or self.to is not None, self.unknown is not None, self.not_placeable is not None]
        if sum(forms) != 1:
            raise ValueError("Give one of: 'at'; 'from' and 'to' with 'reading'; 'unknown'; 'not_placeable'.")
        stretch = (self.from_ is not None, self.to is not None, self.reading is not None)
        if any(stretch) and not all(stretch):
            raise ValueError("A stretch needs 'from', 'to' and 'reading' (imprecise or acceptable).")
        if self.strict and self.at is None:
            raise ValueError("'strict' goes with 'at'.")
        return self

    @property
    def is_placed(self) -> bool:
        """Return whether the statement has any place on the scale, be it unknown."""
        return self.not_placeable is None


class Locator(Closed):
    """Where in the source a statement is found."""

    line: Whole | None = described("The 1-based line of the text.", good=38, bad=0, ge=1, default=None)
    paragraph: Whole | None = described(
        "The 1-based paragraph of the body, boilerplate not counted; 0 for a heading.", good=13, bad=-1, ge=0, default=None
    )
    page: Text | None = described("The page, as it is printed.", good="iv", bad="near the end", default=None)
    anchor: Text | None = described(
        "Up to eight words of that line, as printed, to find the place by.", good="ready to discuss shrinking", bad="A whole sentence.", default=None
    )

    @model_validator(mode="after")
    def _few_words(self) -> Locator:
        if not self.model_fields_set:
            raise ValueError("A locator names a 'line', a 'paragraph', a 'page' or an 'anchor', or is left out.")
        count = len((self.anchor or "").split())
        if count > ANCHOR_WORDS:
            raise ValueError(f"The anchor has {count} words; at most {ANCHOR_WORDS} may be kept.")
        return self


NOWHERE = Locator.model_construct(set())


class Coding(Closed):
    """Who placed a statement on the scale by judgement, and when, where no document says it."""

    by: Text = described("Who coded it.", good="A. Berg, Bergen university", bad="us")
    on: When | None = described("When; may be partial.", good="2025-03", bad="lately", default=None)


class Amount(Closed):
    """A figure that the statement names."""

    value: Number = described("The number.", good="100", bad="about 100")
    unit: Text = described("Its unit.", good="US$ bn a year", bad="bn")
    what: Text = described("What it measures.", good="cut in the annual goods deficit", bad="deficit")


class Condition(Closed):
    """What a statement depends on."""

    type: ConditionType = described("if widens an offer; only_if limits; iff does both.", good="if", bad="when")
    says: Text = described(
        "The condition, in our words, so that it reads after 'if'.", good="the US first grants a permanent exemption", bad="exemption"
    )
    timing: Literal["first", "during", "after"] | None = described("Whether it must come first.", good="first", bad="soon", default=None)
    issue: Id | None = described("The issue on which it lies, where it lies on one.", good="steel-aluminium", bad="steel tariffs", default=None)
    at: Value | None = described("The place on that issue that meets it.", good="exempt", bad="0%", default=None)
    by: Id | None = described("The party that must meet it.", good="us", bad="Washington", default=None)


class Entry(Closed):
    """A statement as a party's file holds it."""

    id: Id = described("A word for the statement, unlike any other.", good="cn-deficit-ready-to-talk", bad="1")
    issue: Id = described("The issue it bears on.", good="trade-deficit", bad="deficit and others")
    kind: Kind = described("demand, red_line, offer, measure, threat or rationale.", good="offer", bad="claim")
    stage: Stage | None = described(
        "How far a measure, an act rather than a word, has come: announced, in_force, suspended or withdrawn.",
        good="in_force",
        bad="soon",
        default=None,
    )
    says: Text | None = described(
        "What was said, in our own neutral words.",
        good="Ready to discuss shrinking the yearly deficit.",
        bad="A sentence copied from the source.",
        default=None,
    )
    speaker: Id | None = described(
        "Who said it, a speaker of the party; the party as such if left out.", good="officials", bad="sources say", default=None
    )
    place: Place = described("Where it stands on the issue's scale.", good={"at": "ready-to-talk"}, bad={"at": "low"})
    amount: Amount | None = described("A figure it names.", good={"value": "100"}, bad="100", default=None)
    condition: Condition | None = described("What it depends on.", good={"type": "if"}, bad="maybe", default=None)
    said: When | None = described(
        "When it was said; may be partial. Without it the statement is undated, and stands until one that is dated overtakes it.",
        good="2018-04-30",
        bad="last week",
        default=None,
    )
    date_basis: Basis | None = described("Whether the source prints that date or we inferred it.", good="inferred", bad="guess", default=None)
    date_note: Text | None = described(
        "How an inferred date was found.", good="Seminar ended on the Monday before the report.", bad="obvious", default=None
    )
    source: Id | None = described(
        "The document, by the id of its record in seeds/; left out where no document says it.", good="gazette-2025-03", bad="newspaper", default=None
    )
    locator: Locator | None = described("Where in the document it stands.", good={"line": 38, "paragraph": 13}, bad="near the end", default=None)
    attribution: Attribution | None = described("On whose word it rests.", good="anonymous_official", bad="unclear", default=None)
    coded: Coding | None = described(
        "Who coded it, and when, where its attribution is expert_coding.", good={"by": "A. Berg", "on": "2025-03"}, bad="experts", default=None
    )
    conveyance: Conveyance | None = described("How it came across.", good="reported", bad="said", default=None)
    firmness: Whole | None = described("The party's own hardness in saying it, 1 (softest) to 5.", good=2, bad=9, ge=1, le=5, default=None)
    confidence: Confidence | None = described("Our confidence in this coding.", good="high", bad="100%", default=None)
    to: tuple[Id, ...] = described(
        "The parties it is addressed to, where it is not meant for all; it then counts only towards them.",
        good=["south-korea"],
        bad=["them"],
        default=(),
    )
    to_others: Text | None = described(
        "Others it is addressed to, who are not parties here.", good="Argentina and Brazil", bad="others", default=None
    )
    supersedes: tuple[Id, ...] = described(
        "Earlier statements of the same party that this one overtakes.", good=["us-reprieve-march"], bad="the old one", default=()
    )
    expires: When | None = described("The last day on which it stands by its own terms.", good="2018-05-31", bad="soon", default=None)
    withdrawn: When | None = described("The day on which it was taken back.", good="2018-05-29", bad="yes", default=None)
    repeats: Id | None = described(
        "The statement, from another passage or document, that already says the same.", good="cn-mic-no-curbs", bad="see above", default=None
    )
    note: Text | None = described("What is ambiguous, and why it was coded so.", good="'Curbs' may mean money or aims.", bad="ok", default=None)
    note_internal: bool = described("Whether the note stays inside: the shareable edition leaves it out.", good=True, bad="secret", default=False)
    internal: bool = described(
        "Whether the statement stays inside: the shareable edition is made as if it had never been found.", good=True, bad="secret", default=False
    )

    @model_validator(mode="after")
    def _act_or_word(self) -> Entry:
        if (self.kind == "measure") != (self.stage is not None):
            raise ValueError("A measure, and nothing else, has a 'stage': announced, in_force, suspended or withdrawn.")
        if self.kind == "measure" and self.condition is not None:
            raise ValueError("A measure stands under no condition. What would be done under one is an offer or a threat.")
        if self.locator is not None and self.source is None:
            raise ValueError("A 'locator' tells a place in a document: name the document under 'source'.")
        if (self.attribution == "expert_coding") != (self.coded is not None):
            raise ValueError("What was coded by an expert, and nothing else, says under 'coded' by whom, and when.")
        return self

    def lacks(self, key: Trimming) -> bool:
        """Return whether a key that may be left out is."""
        return getattr(self.locator if key in IN_LOCATOR else self, key, None) is None


class Statement(Entry):
    """One sourced observation: "on this issue, this speaker of this party said this, on this day, says this document"."""

    party: Id = described("The party that says it.", good="northland", bad="North Land")
    speaker: Id = described("Who said it: a speaker of the party, or the party itself by its own id.", good="officials", bad="sources say")
    said: When = described("When it was said.", good="2018-04-30", bad="2018")
    locator: Locator = described("Where in the document it stands; names nothing where that is not known.", good={"line": 38}, bad="near the end")
    day: date = described(
        "The last day on which it can have been said; undated, the first of the calendar.",
        good="2018-04-30",
        bad="2018",
    )
    reported: When | None = described("When its source was published; None without one.", good="2018-05-02", bad="later", default=None)

    @classmethod
    def of(cls, entry: Entry, party: str, day: date, reported: PartialDate | None) -> Statement:
        """Return a statement of an entry, as `model_construct` would: the entry has been read strictly already, and there are many of them."""
        made = cls.__new__(cls)
        own = {"party": party, "speaker": entry.speaker or party, "said": entry.said or UNDATED, "day": day, "reported": reported}
        own["locator"] = entry.locator or NOWHERE
        object.__setattr__(made, "__dict__", {**entry.__dict__, **own})
        # One set for all of them; each of its own would take as much room as the statement.
        object.__setattr__(made, "__pydantic_fields_set__", _ALL_FIELDS)
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made

    @property
    def is_dated(self) -> bool:
        """Return whether anything is known of the day on which it was said."""
        return self.day > date.min

    def is_addressed_to(self, party: str | None) -> bool:
        """Return whether the statement is meant for this party: for all, or for it by name; None stands for anyone."""
        return not (self.to or self.to_others) or party in self.to


_ALL_FIELDS = set(Statement.model_fields)


class PartyFile(Closed):
    """The statements of one party; the content of `<party>.yaml`."""

    party: Id = described("The party, by its id in negotiation.yaml.", good="northland", bad="North Land")
    statements: tuple[Entry, ...] = described("Its statements, in any order.", good=[{"id": "no-quota"}], bad="none", default=())


class Name(Closed):
    """A name, as CSL writes it."""

    family: Text | None = described("Family name.", good="Bradsher", bad="K. Bradsher", default=None)
    given: Text | None = described("Given name.", good="Keith", bad="Mr", default=None)
    literal: Text | None = described("A name that has no parts.", good="European Commission", bad="n/a", default=None)


class Paragraph(Closed):
    """A paragraph of the body: its line, and a fingerprint by which a holder of the text can check it."""

    line: Whole = described("The 1-based line of the text.", good=10, bad=0, ge=1)
    fingerprint: Fingerprint = described("The first 16 hex digits of the SHA-256 of the normalised line.", good="0f3a5c7e9b1d2f40", bad="abc")


class Source(Closed):
    """One document, under CSL field names where CSL has one; the content of a file in `seeds/`."""

    id: Id = described("The word by which statements refer to it.", good="gazette-2025-03", bad="source 1")
    type: DocumentType = described("The CSL type.", good="article-newspaper", bad="news", default="document")
    title: Text = described("The title; a description in square brackets where none is printed.", good="Talks open in Bergen", bad="untitled")
    author: tuple[Name, ...] = described("The authors.", good=[{"family": "Berg"}], bad="A. Berg", default=())
    container_title: Text | None = described("The publication.", good="Bergen Gazette", bad="paper", alias="container-title", default=None)
    publisher: Text | None = described("The publisher, where it is not the publication.", good="GZERO Media", bad="web", default=None)
    issued: When = described(
        "When it was published; may be partial. Undated if left out.", good="2018-05-02", bad="spring", default_factory=lambda: UNDATED
    )
    date_basis: Basis | None = described("Whether the document prints its date or we inferred it.", good="inferred", bad="guess", default=None)
    date_note: Text | None = described(
        "How an inferred date was found.", good="A statement of 'Monday' is dated elsewhere.", bad="obvious", default=None
    )
    genre: Text | None = described("The kind of document.", good="news report", bad="text", default=None)
    language: Text | None = described("The language, as a two-letter code.", good="en", bad="English", default=None)
    abstract: Text | None = described(
        "What it says, in our own words.", good="Reports the opening of talks.", bad="A paragraph copied from it.", default=None
    )
    url: Address | None = described("Its address on the web.", good="https://example.org/talks", bad="example.org", alias="URL", default=None)
    archived: Address | None = described("The address of an archived copy.", good="https://example.org/copy", bad="the web archive", default=None)
    accessed: When | None = described("When it was last looked up there.", good="2018-05-03", bad="recently", default=None)
    internal: bool = described(
        "Whether the document stays inside: the shareable edition leaves it out, and all that rests on it.", good=True, bad="secret", default=False
    )
    file: Text | None = described(
        "The name of the text file that its readers may hold.", good="000_report.txt", bad="/home/me/report.txt", default=None
    )
    headings: tuple[Paragraph, ...] = described(
        "Headline, standfirst and captions, where statements refer to them.", good=[{"line": 4}], bad="title", default=()
    )
    body: tuple[Paragraph, ...] = described("The paragraphs of the body, boilerplate left out.", good=[{"line": 10}], bad="text", default=())

    def lacks(self, key: RecordTrimming) -> bool:
        """Return whether a key that may be left out is."""
        return ("url" if key == "URL" else key) not in self.model_fields_set

    @property
    def publication(self) -> str:
        """Return the publication, else the publisher, else "publisher not named"."""
        return self.container_title or self.publisher or "publisher not named"
