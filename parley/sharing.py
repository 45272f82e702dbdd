"""The shareable edition of a dataset: as if nothing that is marked internal had ever been found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parley.agendas import Agenda, AgendaItem
from parley.dataset import Dataset
from parley.model import Closed, Negotiation, Party, Source, Statement


def internal_sources(dataset: Dataset) -> tuple[Source, ...]:
    """Return the documents that stay inside."""
    return tuple(one for one in dataset.sources.values() if one.internal)


def internal_statements(dataset: Dataset) -> tuple[Statement, ...]:
    """Return the statements that stay inside: marked so, or taken from a document that is."""
    return tuple(one for one in dataset.statements if dataset.is_internal(one))


def holds_internal(dataset: Dataset) -> bool:
    """Return whether the shareable edition leaves out anything at all, speaker notes aside.

    Records on which nothing of this negotiation rests do not count: the folder may hold those of other negotiations.
    """
    has_notes = any(one.note_internal and one.note for one in dataset.statements)
    return has_notes or bool(internal_statements(dataset)) or any(one.internal for one in dataset.cited.values())


def shareable(dataset: Dataset) -> Dataset:
    """Return the dataset without internal statements, notes and documents, and without whatever rests on them.

    What an internal statement superseded stands again, and no reference to one is left. Speaker notes always stay inside, and so do the
    places in the files, whose lines count what is left out. The version is a hash of what is left, so that even it tells nothing of the rest.
    """
    gone = {one.id for one in internal_statements(dataset)}
    sources = {key: one for key, one in dataset.sources.items() if not one.internal}
    statements = tuple(_without_references(one, gone) for one in dataset.statements if one.id not in gone)
    agendas = tuple(shareable_agenda(one) for one in dataset.agendas)
    negotiation = _negotiation(dataset, statements, sources)
    # Made of named parts alone: whatever else the dataset may come to hold is not handed on unseen.
    made = Dataset(negotiation, statements, sources, version="", files={}, agendas=agendas)
    return replace(made, version=_version(made))


def shareable_agenda(agenda: Agenda) -> Agenda:
    """Return the agenda without its speaker notes and its audience, under the handling mark of what may be passed on."""
    items = tuple(AgendaItem(issue=one.issue) for one in agenda.items)
    handling = agenda.handling_of(is_shareable=True) or None
    return Agenda(id=agenda.id, title=agenda.title, handling=handling, items=items)


def _without_references(one: Statement, gone: set[str]) -> Statement:
    """Return the statement without its internal note, and without the ids of statements that stay inside."""
    changes: dict[str, object] = {"note_internal": False}
    if one.note_internal:
        changes["note"] = None
    if gone.intersection(one.supersedes):
        changes["supersedes"] = tuple(key for key in one.supersedes if key not in gone)
    if one.repeats in gone:
        changes["repeats"] = None
    return one.model_copy(update=changes)


def _negotiation(dataset: Dataset, statements: Iterable[Statement], sources: Iterable[str]) -> Negotiation:
    """Return the negotiation without events told only by an internal document, and without speakers of whom nothing is left."""
    heard = {(one.party, one.speaker) for one in statements}
    kept = set(sources)
    parties = tuple(_with_speakers(one, heard) for one in dataset.negotiation.parties)
    events = tuple(one for one in dataset.negotiation.events if one.source in kept)
    # How many statements the files are to hold at least is a rule for the files, and counts the internal ones too.
    # No file holds the related words, and one of them may tell what only an internal statement says.
    changes = {"parties": parties, "events": events, "expect_statements": 0, "related_words": ()}
    # Constructed anew: a copy would hand on what was already worked out of the whole.
    return Negotiation.model_construct(**{**dict(dataset.negotiation), **changes})


def _with_speakers(party: Party, heard: set[tuple[str, str]]) -> Party:
    speakers = tuple(one for one in party.speakers if (party.id, one.id) in heard)
    return party.model_copy(update={"speakers": speakers})


def _version(dataset: Dataset) -> str:
    digest = hashlib.sha256()
    for record in _records(dataset):
        digest.update(json.dumps(record.model_dump(mode="json"), sort_keys=True).encode())
    return digest.hexdigest()[:10]


def _records(dataset: Dataset) -> Iterator[Closed]:
    """Yield all that is shown, in an order that does not hang on the files'."""
    yield dataset.negotiation
    yield from sorted(dataset.statements, key=lambda one: one.id)
    yield from (one for _, one in sorted(dataset.cited.items()))
