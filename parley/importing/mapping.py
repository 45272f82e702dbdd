"""How a table is read, kept beside the data so that its next edition comes in the same way: what each column holds, names, and scales."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pydantic import model_validator

from parley.dates import PartialDate
from parley.fields import Id, Text, When, Whole, described
from parley.importing.naming import id_of, plain
from parley.model import Attribution, Basis, Closed, Coding, Confidence, Conveyance, DirectionWord, PlacedKind, Quantity

Holds = Literal[
    "party", "issue", "kind", "place", "demand", "offer", "red_line", "says", "speaker", "said", "source", "page", "paragraph", "line", "anchor",
    "confidence", "firmness", "note", "salience", "power", "id", "wants", "nothing",
]  # fmt: skip
# Columns of a long table that hold positions, and the kind of statement that one is by its column alone.
PLACES: Mapping[Holds, PlacedKind | None] = {"place": None, "demand": "demand", "offer": "offer", "red_line": "red_line"}
# What a sheet lists beside the statements, and what its columns hold.
Part = Literal["parties", "sources", "issues", "levels", "events", "links"]
PartHolds = Literal[
    "id", "name", "short", "bloc", "party", "issue", "statement", "source", "number", "means", "question", "unit", "bottom", "top", "title",
    "issued", "url", "author", "publisher", "date", "what", "wants", "levels", "nothing",
]  # fmt: skip
# What parties want where nothing else tells it: a certain place, or more above the middle of what all ask for and less below it.
Wants = Literal["up", "down", "target", "middle"]
BlankKinds = Literal["taken", "left_out"]
Signs = Literal["read", "left_out"]
# A row per statement; a row per party with a column per issue; a row per issue with a column per party.
Shape = Literal["long", "parties_down", "issues_down"]


class ColumnMeaning(Closed):
    """What one column of the table holds."""

    head: Text = described("The column's head, as the table has it.", good="Country", bad="A")
    holds: Holds = described("What stands in it; 'nothing' leaves it out.", good="party", bad="country")


class PartColumn(Closed):
    """What one column of a list holds."""

    head: Text = described("The column's head, as the sheet has it.", good="Code", bad="A")
    holds: PartHolds = described("What stands in it; 'nothing' leaves it out.", good="id", bad="code")


class PartTable(Closed):
    """A sheet that is joined to the statements: it lists parties, sources, issues, their levels, events, or who says which statement."""

    sheet: Text = described("The sheet, or the file without its ending.", good="Parties", bad="2")
    lists: Part = described("What it lists.", good="parties", bad="countries")
    head_row: Whole = described("The row of the heads; 1 is the first, 0 stands for none.", good=1, bad=-1, ge=0)
    columns: tuple[PartColumn, ...] = described("What each column holds.", good=[], bad="all", default=())


class Named(Closed):
    """A party, and how the table writes it."""

    id: Id = described("Its id in the negotiation.", good="cote-divoire", bad="Côte d'Ivoire")
    name: Text = described("Its name.", good="Côte d'Ivoire", bad="CI")
    cells: tuple[Text, ...] = described("How the table writes it.", good=["Côte d'Ivoire", "Cote d'Ivoire"], bad=[], min_length=1)
    short: Text | None = described("Its name for narrow places.", good="CI", bad="The Republic of Côte d'Ivoire", default=None)
    bloc: Text | None = described("The bloc that it belongs to.", good="African Group", bad="some", default=None)
    wants: DirectionWord | None = described("What it wants on every scale, where that is known.", good="up", bad="more", default=None)


class Level(Closed):
    """One step of a scale that the table gives in words."""

    id: Id = described("Its id.", good="partial-ban", bad="2")
    name: Text = described("Its name.", good="Partial ban", bad="2")
    cells: tuple[Text, ...] = described("How the table writes it.", good=["partial ban", "2"], bad=[], min_length=1)
    means: Text | None = described("What an outcome on it is, where that is said.", good="Some may be sold.", bad="2", default=None)


class IssueMeaning(Closed):
    """An issue, how the table writes it, and its scale: levels, lowest first, or a quantity."""

    id: Id = described("Its id in the negotiation.", good="plastics-ban", bad="Issue 1")
    name: Text = described("Its name.", good="Ban on single-use plastics", bad="Q1")
    cells: tuple[Text, ...] = described("How the table writes it, in a cell or as a head.", good=["Plastics ban"], bad=[], min_length=1)
    group: Text | None = described("The heading that it stands under.", good="Trade", bad="1", default=None)
    question: Text | None = described("The question, where the name is short for it.", good="Should it be banned?", bad="Ban", default=None)
    levels: tuple[Level, ...] = described("Its levels, lowest first, where it is given in words.", good=[{"id": "none"}], bad="low, high", default=())
    quantity: Quantity | None = described("Its unit and ends, where it is given in numbers.", good={"unit": "%"}, bad="percent", default=None)
    wants: DirectionWord | None = described("What all parties want on it of whom nothing else is said.", good="up", bad="all", default=None)
    directions: Mapping[Id, DirectionWord] = described(
        "What single parties want on it, whatever the table says.", good={"ghana": "up"}, bad={"ghana": "more"}, default_factory=dict
    )

    @model_validator(mode="after")
    def _one_scale(self) -> IssueMeaning:
        if bool(self.levels) and self.quantity is not None:
            raise ValueError("An issue has 'levels' or a 'quantity'; give one of the two, or neither where it is left out.")
        return self

    def in_order(self, names: Sequence[str]) -> IssueMeaning:
        """Return the issue with these levels, lowest first; as it is where they are fewer than two or are its levels already."""
        known = {one.name: one for one in self.levels}
        if len(names) < 2 or names == [one.name for one in self.levels]:
            return self
        made: list[Level] = []
        for name in dict.fromkeys(names):
            made.append(known.get(name) or Level(id=id_of(name, "level", {one.id for one in made}), name=name, cells=(name,)))
        return self.model_copy(update={"levels": tuple(made), "quantity": None})


class Defaults(Closed):
    """What holds of every statement of which the table says nothing else."""

    kind: PlacedKind = described("What each statement is.", good="demand", bad="position", default="demand")
    said: When | None = described("When it was said.", good="2015-10-02", bad="autumn", default=None)
    date_basis: Basis | None = described("Whether the document prints that date.", good="printed", bad="yes", default=None)
    source: Id | None = described("The document, by the id of its record.", good="survey-2015", bad="the survey", default=None)
    attribution: Attribution | None = described("On whose word it rests.", good="expert_coding", bad="experts", default=None)
    coded: Coding | None = described("Who coded it, and when.", good={"by": "A. Berg"}, bad="us", default=None)
    conveyance: Conveyance | None = described("How it came across.", good="stated", bad="said", default=None)
    confidence: Confidence | None = described("Confidence in the coding.", good="medium", bad="70%", default=None)


class TableMapping(Closed):
    """How a table is read."""

    negotiation: Id = described("The word for the negotiation.", good="plastics", bad="Plastics treaty")
    title: Text = described("Its title.", good="Plastics treaty, 2024", bad="Sheet1")
    sheet: Text | None = described("The sheet, where the file has several.", good="Positions", bad="1", default=None)
    shape: Shape = described("long, parties_down or issues_down.", good="long", bad="wide")
    head_row: Whole = described("The row of the heads; 1 is the first, 0 stands for none.", good=1, bad=-1, ge=0)
    columns: tuple[ColumnMeaning, ...] = described("What each column holds; one that is not named holds nothing.", good=[], bad="all", default=())
    parts: tuple[PartTable, ...] = described("The sheets that are joined to it.", good=[{"sheet": "Parties"}], bad="all", default=())
    parties: tuple[Named, ...] = described("The parties.", good=[{"id": "a"}], bad=[], default=())
    issues: tuple[IssueMeaning, ...] = described("The issues.", good=[{"id": "quota"}], bad=[], default=())
    defaults: Defaults = described("What holds where the table says nothing else.", good={"kind": "demand"}, bad="none", default=Defaults())
    wants: Wants = described(
        "What a party wants where nothing else tells it: up, down, a certain place (target), or by where it stands to the middle (middle).",
        good="middle",
        bad="more",
        default="target",
    )
    blank_kinds: BlankKinds = described(
        "What becomes of a row that has a column of kinds and nothing in it: it is taken as what each statement is, or left out.",
        good="left_out",
        bad="demand",
        default="taken",
    )
    signs: Signs = described(
        "What becomes of a number with a sign beside it, such as '>= 40', 'ca. 20' or '10*': it is read without the sign, or left out.",
        good="read",
        bad="40",
        default="left_out",
    )
    apart: tuple[tuple[Text, Text], ...] = described(
        "Names that are nearly alike and yet those of two parties, so that nobody is asked again.",
        good=[["Niger", "Nigeria"]],
        bad=["Niger"],
        default=(),
    )

    parties_left_out: tuple[Text, ...] = described(
        "Parties that the table names and that are not taken, so that nobody is asked again.", good=["Observers"], bad="none", default=()
    )
    issues_left_out: tuple[Text, ...] = described(
        "Issues that the table names and that are not taken, so that nobody is asked again.", good=["Remarks"], bad="none", default=()
    )

    def coded_by(self, who: str, on: PartialDate | None = None) -> TableMapping:
        """Return the mapping of a table in which an expert placed the parties by judgement."""
        defaults = self.defaults.model_copy(update={"coded": Coding(by=who, on=on), "attribution": "expert_coding"})
        return self.model_copy(update={"defaults": defaults})

    def leaves_out(self, what: Literal["parties", "issues"], cells: Iterable[str]) -> bool:
        """Return whether what the table writes in one of these ways is a party or an issue that is not taken."""
        names = self.parties_left_out if what == "parties" else self.issues_left_out
        return bool(names) and not {plain(one) for one in names}.isdisjoint(map(plain, cells))
