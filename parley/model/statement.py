"""A statement: what a party said on an issue, when, where it stands on the scale, and in which document it stands."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import model_validator

from parley.dates import UNDATED, PartialDate
from parley.fields import Id, Number, Text, Undatable, Value, When, Whole, described
from parley.model.closed import Closed

Kind = Literal["demand", "red_line", "offer", "measure", "threat", "rationale"]
PlacedKind = Literal["demand", "red_line", "offer", "measure"]
Stage = Literal["announced", "in_force", "suspended", "withdrawn"]
Reading = Literal["imprecise", "acceptable"]
Attribution = Literal["on_record", "anonymous_official", "anonymous_source", "reporter", "third_party_analysis", "document", "expert_coding"]
Conveyance = Literal["stated", "reported", "enacted", "intention", "hint", "forecast", "implied"]
Basis = Literal["printed", "inferred"]
Confidence = Literal["high", "medium", "low"]
ConditionType = Literal["if", "only_if", "iff"]
# What a statement may lack, unless the negotiation asks for it.
Trimming = Literal[
    "id", "says", "speaker", "said", "date_basis", "source", "locator", "line", "paragraph", "page", "anchor", "attribution", "conveyance",
    "firmness", "confidence",
]  # fmt: skip
IN_LOCATOR: tuple[Trimming, ...] = ("line", "paragraph", "page", "anchor")

SPOKEN_KINDS: tuple[PlacedKind, ...] = ("demand", "red_line", "offer")
PLACED_KINDS: tuple[PlacedKind, ...] = ("demand", "red_line", "offer", "measure")
ANCHOR_WORDS = 8


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

    id: Id | None = described(
        "A word for the statement, unlike any other; made of party, issue and kind if left out.",
        good="cn-deficit-ready-to-talk",
        bad="1",
        default=None,
    )
    party: Id | None = described("The party that says it, where the file is not that of one party.", good="northland", bad="North Land", default=None)
    parties: tuple[Id, ...] = described("The parties that say it together.", good=["northland", "isles"], bad="both", default=())
    bloc: Id | None = described(
        "The bloc that says it as one, for all that are its members on that day.", good="island-states", bad="the islands", default=None
    )
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
        if (self.party is not None) + bool(self.parties) + (self.bloc is not None) > 1:
            raise ValueError("A statement is that of one 'party', of several 'parties' or of a 'bloc'; give one of them.")
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

    id: str = described("A word for the statement, unlike any other; what several say has one for each.", good="cn-deficit-ready-to-talk--us", bad="")
    party: Id = described("The party that says it.", good="northland", bad="North Land")
    speaker: Id = described("Who said it: a speaker of the party, or the party itself by its own id.", good="officials", bad="sources say")
    said: Undatable = described("When it was said.", good="2018-04-30", bad="2018")
    locator: Locator = described(
        "Where in the document it stands; names nothing where that is not known.", good={"line": 38}, bad="near the end", default=NOWHERE
    )
    day: date = described(
        "The last day on which it can have been said; undated, the first of the calendar.",
        good="2018-04-30",
        bad="2018",
    )
    reported: Undatable | None = described("When its source was published; None without one.", good="2018-05-02", bad="later", default=None)

    @model_validator(mode="after")
    def _act_or_word(self) -> Statement:
        """Ask nothing more: the entry was read strictly, and has now what is made of it, such as a party where a bloc says it."""
        return self

    @classmethod
    def of(cls, entry: Entry, party: str, day: date, reported: PartialDate | None) -> Statement:
        """Return a statement of an entry, as `model_construct` would: the entry has been read strictly already, and there are many of them."""
        made = cls.__new__(cls)
        own = {"party": party, "parties": (), "speaker": entry.speaker or party, "said": entry.said or UNDATED, "day": day, "reported": reported}
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
    """The statements of one party, or of several that are named with each; the content of any other file in the folder."""

    party: Id | None = described(
        "The party, by its id in negotiation.yaml; left out where each statement names its own.", good="northland", bad="North Land", default=None
    )
    statements: tuple[Entry, ...] = described("Its statements, in any order.", good=[{"id": "no-quota"}], bad="none", default=())
