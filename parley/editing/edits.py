"""Changes to a negotiation as values: a record added, fields of one changed, one taken out; each knows what it is about and nothing of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from pydantic import BaseModel

from parley.model import Bloc, Edition, Entry, Event, Group, Issue, Negotiation, Party, Rating, Rung, Source, Speaker

Kind = Literal["statement", "source", "party", "speaker", "issue", "step", "event", "group", "bloc", "edition", "salience", "power", "negotiation"]
MODELS: Mapping[Kind, type[BaseModel]] = {
    "statement": Entry, "source": Source, "party": Party, "speaker": Speaker, "issue": Issue, "step": Rung, "event": Event, "group": Group,
    "bloc": Bloc, "edition": Edition, "salience": Rating, "power": Rating, "negotiation": Negotiation,
}  # fmt: skip
# In which list of the negotiation's own file, or of one of its records, they stand.
LISTS: Mapping[Kind, str] = {
    "party": "parties", "speaker": "speakers", "issue": "issues", "step": "ladder", "event": "events", "group": "groups", "bloc": "blocs",
    "edition": "editions", "salience": "salience", "power": "power",
}  # fmt: skip
# By what a record without an id is known: an edition by its name, a rating by whose it is, who judged and when.
KNOWN_BY: Mapping[Kind, tuple[str, ...]] = {"edition": ("name",), "salience": ("party", "by", "on"), "power": ("party", "by", "on")}
Values: TypeAlias = Mapping[str, object]


@dataclass(frozen=True)
class Add:
    """A record that is to be there; of a speaker `within` names the party, of a step or a rating the issue.

    `at` is its 0-based place among the others, at the end if left out. `file` is the name of the file in which a statement is to stand; that of
    its party if left out.
    """

    kind: Kind
    values: Values
    within: str = ""
    at: int | None = None
    file: str = ""

    @property
    def id(self) -> str:
        """Return the id that the record gives itself; empty where it has none."""
        return known_as(self.kind, self.values)


@dataclass(frozen=True)
class Change:
    """Fields of a record that are to say something else; None takes one out. What it does not name stays as it is.

    `at` moves the record to another 0-based place among its like.
    """

    kind: Kind
    id: str
    values: Values = field(default_factory=dict)
    within: str = ""
    at: int | None = None


@dataclass(frozen=True)
class Remove:
    """A record that is to go from its file. A statement that was taken back stays and says so: see `withdrawn`."""

    kind: Kind
    id: str
    within: str = ""


Edit = Add | Change | Remove


def withdrawn(statement: str, on: date) -> Change:
    """Return that a statement was taken back on a day; until then it stands."""
    return Change("statement", statement, {"withdrawn": on.isoformat()})


def known_as(kind: Kind, values: Values) -> str:
    """Return by what a record is known: its id, or what stands for it where it has none."""
    return ", ".join(" ".join(str(values[key]).split()) for key in KNOWN_BY.get(kind, ("id",)) if values.get(key))


def keys_of(kind: Kind) -> list[str]:
    """Return the keys of a record in the order in which files write them."""
    return [field.alias or name for name, field in MODELS[kind].model_fields.items()]
