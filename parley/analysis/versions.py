"""What differs between two versions of a negotiation's files: what the coders changed, apart from what the parties said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from parley.analysis.evidence import EvidenceCut
from parley.analysis.movement import Movement, movement
from parley.analysis.moves import Cause, Move
from parley.dataset import Dataset
from parley.model import Party, Statement


@dataclass(frozen=True)
class FieldChange:
    """One field of a record, before and after, as the files write it; None where it is left out."""

    name: str
    before: object
    after: object


@dataclass(frozen=True)
class Recoded:
    """A record that both versions hold, with the fields in which they differ."""

    kind: str
    id: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Versions:
    """Two versions of the same files.

    `said_since` are new statements made after the last day of the old version; `found` older ones from documents that it did
    not hold; `added`, `removed` and `recoded` is what was changed in the coding of documents that it held. `records` are the
    changes of everything that is not a statement: `movement` is what became of the positions, in its step `known` to `then` by coding
    and new documents, in the others by the parties and by time.
    """

    said_since: tuple[Statement, ...]
    found: tuple[Statement, ...]
    added: tuple[Statement, ...]
    removed: tuple[Statement, ...]
    recoded: tuple[Recoded, ...]
    records: tuple[Recoded, ...]
    new_records: tuple[tuple[str, str], ...]
    gone_records: tuple[tuple[str, str], ...]
    movement: Movement

    @property
    def by_coding(self) -> tuple[Move, ...]:
        """Return what became of positions as of the old version's last day because of coding and new documents."""
        return tuple(move for one in self.movement.issues for move in one.moves if move.cause is Cause.FOUND)


def versions(old: Dataset, new: Dataset, parties: Sequence[Party], cut: EvidenceCut) -> Versions:
    """Return what differs between two versions; positions are compared as of the last day of each on which anything was said.

    Raises ValueError where either holds no statement.
    """
    if not old.days or not new.days:
        raise ValueError("A version without statements has no day to compare positions on.")
    last = old.days[-1]
    fresh = [one for one in new.statements if one.id not in old.statement_by_id]
    late = [one for one in fresh if one.day <= last]
    before, after = _records(old), _records(new)
    return Versions(
        tuple(one for one in fresh if one.day > last),
        tuple(one for one in late if one.source not in old.cited),
        tuple(one for one in late if one.source in old.cited),
        tuple(one for one in old.statements if one.id not in new.statement_by_id),
        tuple(
            _recoded("statement", one.id, one, new.statement_by_id[one.id]) for one in old.statements if new.statement_by_id.get(one.id, one) != one
        ),
        tuple(_recoded(kind, key, one, after[kind, key]) for (kind, key), one in before.items() if after.get((kind, key), one) != one),
        tuple(key for key in after if key not in before),
        tuple(key for key in before if key not in after),
        movement(new, parties, last, max(last, new.days[-1]), cut, earlier=old),
    )


def _records(dataset: Dataset) -> Mapping[tuple[str, str], BaseModel]:
    """Return everything that is not a statement, by what it is and its id."""
    negotiation = dataset.negotiation
    found: dict[tuple[str, str], BaseModel] = {}
    found |= {("party", one.id): one for one in negotiation.parties}
    found |= {("issue", one.id): one for one in negotiation.issues}
    found |= {("event", one.id): one for one in negotiation.events}
    found |= {("edition", one.name): one for one in negotiation.editions}
    found |= {("group", one.id): one for one in negotiation.groups}
    return found | {("source", key): one for key, one in dataset.cited.items()}


def _recoded(kind: str, key: str, before: BaseModel, after: BaseModel) -> Recoded:
    old, new = (one.model_dump(mode="json", by_alias=True, exclude_defaults=True) for one in (before, after))
    names = [name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name)]
    return Recoded(kind, key, tuple(FieldChange(name, old.get(name), new.get(name)) for name in names))
