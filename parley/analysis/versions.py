"""What differs between two versions of a negotiation's files: what the coders changed, apart from what the parties said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel

from parley.analysis.evidence import EvidenceCut
from parley.analysis.leading import names_a_place, towards_of
from parley.analysis.moved import Movement
from parley.analysis.movement import movement
from parley.analysis.moves import part_of
from parley.analysis.outcomes import threshold
from parley.analysis.overview import overview_row
from parley.analysis.positions import PARTS, Part, Position, position_as_of
from parley.evidence import Evidence
from parley.model import Issue, Negotiation, Party, Source, Statement

RecordKind = Literal["statement", "negotiation", "party", "issue", "event", "edition", "group", "source"]
RecordKey = tuple[RecordKind, str]

# What the files do not write but a statement is given on loading; a changed date of a document is told once, on its record.
DERIVED = frozenset({"day", "reported"})
# What of a negotiation is compared piece by piece, and not as a field of the whole.
PIECES = ("parties", "issues", "events", "editions", "groups")


@dataclass(frozen=True)
class FieldChange:
    """One field of a record, before and after, as the files write it; None where it is left out.

    A field inside another is named by its way there: "scale.ladder.joint.name". `is_order` says that only the order of what stands there
    differs.
    """

    name: str
    before: object
    after: object
    is_order: bool = False


@dataclass(frozen=True)
class Recoded:
    """A record that both versions hold, with the fields in which they differ."""

    kind: RecordKind
    id: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Recast:
    """A part of a party's position on one and the same day, as the old version gives it and as the new one does.

    `before` is None where the old version does not know the party or the issue.
    """

    party: Party
    issue: Issue
    part: Part
    before: Position | None
    after: Position
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Versions:
    """Two versions of the same files.

    `said_since` are statements made, as the new version has it, after the last day of the old one; `found` older ones from documents
    that it did not hold; `added`, `removed` and `recoded` is what was changed in the coding of documents that it held. `records` are the
    changes of everything that is not a statement. `recast` is what coding and new documents make of the positions as of the
    old version's last day; `movement` is what the parties did since that day, as the new version tells it.
    """

    said_since: tuple[Statement, ...]
    found: tuple[Statement, ...]
    added: tuple[Statement, ...]
    removed: tuple[Statement, ...]
    recoded: tuple[Recoded, ...]
    records: tuple[Recoded, ...]
    new_records: tuple[RecordKey, ...]
    gone_records: tuple[RecordKey, ...]
    recast: tuple[Recast, ...]
    movement: Movement


@dataclass(frozen=True)
class InFiles:
    """What differs between two versions of the same files, whoever said it and when: statements, and everything that is none."""

    added: tuple[Statement, ...]
    removed: tuple[Statement, ...]
    changed: tuple[Recoded, ...]
    new_records: tuple[RecordKey, ...]
    gone_records: tuple[RecordKey, ...]

    @property
    def is_nothing(self) -> bool:
        """Return whether nothing differs."""
        return not (self.added or self.removed or self.changed or self.new_records or self.gone_records)


def in_files(old: Evidence, new: Evidence) -> InFiles:
    """Return what differs between two versions; of the documents also those that nothing cites."""
    before, after = _records(old, old.sources), _records(new, new.sources)
    changed = (*_recoded_statements(old, new), *_recoded((key, one, after[key]) for key, one in before.items() if key in after))
    return InFiles(new.beyond(old), old.beyond(new), changed, tuple(k for k in after if k not in before), tuple(k for k in before if k not in after))


def versions(old: Evidence, new: Evidence, parties: Sequence[Party], cut: EvidenceCut) -> Versions:
    """Return what differs between two versions; positions are compared as of the last day of each on which anything was said.

    Raises ValueError where either holds no statement.
    """
    if not old.days or not new.days:
        raise ValueError("A version without statements has no day to compare positions on.")
    last = old.days[-1]
    late = [one for one in new.beyond(old) if one.day <= last]
    before, after = _records(old, old.cited), _records(new, new.cited)
    return Versions(
        tuple(one for one in new.dated_between(last, max(last, new.days[-1])) if one.day > last),
        tuple(one for one in late if one.source not in old.cited),
        tuple(one for one in late if one.source in old.cited),
        old.beyond(new),
        tuple(_recoded_statements(old, new)),
        tuple(_recoded((key, one, after[key]) for key, one in before.items() if key in after)),
        tuple(key for key in after if key not in before),
        tuple(key for key in before if key not in after),
        tuple(recasts(old, new, parties, last, cut)),
        movement(new, parties, last, max(last, new.days[-1]), cut, earlier=new),
    )


def _recoded_statements(old: Evidence, new: Evidence) -> Iterator[Recoded]:
    return _recoded((("statement", one.id), one, became) for one, became in old.otherwise_in(new))


def _records(dataset: Evidence, documents: Mapping[str, Source]) -> Mapping[RecordKey, BaseModel]:
    """Return everything that is not a statement, by what it is and its id."""
    negotiation = dataset.negotiation
    found: dict[RecordKey, BaseModel] = {("negotiation", negotiation.id): _without_pieces(negotiation)}
    found |= {("party", one.id): one for one in negotiation.parties}
    found |= {("issue", one.id): one for one in negotiation.issues}
    found |= {("event", one.id): one for one in negotiation.events}
    found |= {("edition", one.name): one for one in negotiation.editions}
    found |= {("group", one.id): one for one in negotiation.groups}
    return found | {("source", key): one for key, one in documents.items()}


def _without_pieces(negotiation: Negotiation) -> Negotiation:
    return negotiation.model_copy(update=dict.fromkeys(PIECES, ()))


def _recoded(pairs: Iterable[tuple[RecordKey, BaseModel, BaseModel]]) -> Iterator[Recoded]:
    """Yield the records, given as they were and as they are, of which the files say anything else now."""
    for (kind, key), old, new in pairs:
        changes = () if old == new else tuple(_differences("", _written(old), _written(new)))
        if changes:
            yield Recoded(kind, key, changes)


def _written(record: BaseModel) -> dict[str, object]:
    """Return a record as the files write it."""
    derived = set(DERIVED) if isinstance(record, Statement) else set()  # an edition's day is its own
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=derived)


def _differences(name: str, before: object, after: object) -> Iterator[FieldChange]:
    """Yield what differs, down to the single field of a record inside a record, so that one new word is told as one."""
    old, new = _fields(before, name), _fields(after, name)
    if old is None or new is None:
        if before != after:
            yield FieldChange(name, before, after)
        return
    for key in dict.fromkeys([*old, *new]):
        yield from _differences(f"{name}.{key}".lstrip("."), old.get(key), new.get(key))
    if isinstance(before, list) and [key for key in old if key in new] != [key for key in new if key in old]:
        yield FieldChange(name, list(old), list(new), is_order=True)


def _fields(value: object, name: str) -> Mapping[str, object] | None:
    """Return the parts of a value that are compared one by one; None for what is told as a whole."""
    if isinstance(value, list) and value and all(_key(one) for one in value):
        return {str(_key(one)): one for one in value}
    if isinstance(value, dict) and (not name or _key(value) or any(_fields(one, name) for one in value.values())):
        return value
    return None


def _key(record: object) -> object:
    """Return what tells a record inside a list from the others there: its id, or a paragraph's line; None for other values."""
    return (record.get("id") or record.get("line")) if isinstance(record, dict) else None


def recasts(old: Evidence, new: Evidence, parties: Sequence[Party], day: date, cut: EvidenceCut) -> Iterator[Recast]:
    """Yield each part of a position that the two versions give otherwise as of one day, as it stands towards the same party."""
    order = {group.id: number for number, group in enumerate(new.negotiation.groups)}
    for issue in sorted(new.negotiation.issues, key=lambda one: order[one.group]):
        row = overview_row(new, issue, parties, day, cut)
        towards = towards_of(new, issue, (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None)
        for became in row.positions:
            party = became.party
            is_known = issue.id in old.axes and party.id in old.negotiation.party_by_id
            was = position_as_of(old, party.id, issue.id, day, cut, towards=towards.get(party.id)) if is_known else None
            for part in PARTS:
                if _place(was, part) != _place(became, part):
                    ids = {*_ids(was, part), *_ids(became, part)}
                    yield Recast(party, issue, part, was, became, tuple(sorted(ids)))


def _place(position: Position | None, part: Part) -> tuple[object, ...] | None:
    """Return where a part stands, so that it compares across two versions of a scale: by the names of its rungs, or by number and unit.

    None where it is not stated, empty where it names no place.
    """
    if position is None or not part_of(position, part).is_stated:
        return None
    own, axis = part_of(position, part), position.axis
    if not names_a_place(own, position):
        return ()
    span = threshold(own.outcomes, position.direction)
    return tuple(axis.names[int(end)] if axis.is_ladder else (end, axis.unit) for end in (span.low, span.high))


def _ids(position: Position | None, part: Part) -> tuple[str, ...]:
    return part_of(position, part).ids if position and part_of(position, part).is_stated else ()
