"""The shareable edition of a dataset: as if nothing that is marked internal had ever been found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parley.agendas import Agenda, AgendaItem
from parley.dataset import Dataset
from parley.model import Negotiation, Party, Source, Statement


def internal_sources(dataset: Dataset) -> tuple[Source, ...]:
    """Return the documents that stay inside."""
    return tuple(one for one in dataset.sources.values() if one.internal)


def internal_statements(dataset: Dataset) -> tuple[Statement, ...]:
    """Return the statements that stay inside: marked so, or taken from a document that is."""
    return tuple(one for one in dataset.statements if one.internal or dataset.sources[one.source].internal)


def holds_internal(dataset: Dataset) -> bool:
    """Return whether the shareable edition leaves out anything at all, speaker notes aside."""
    return bool(internal_statements(dataset) or internal_sources(dataset) or any(one.note_internal and one.note for one in dataset.statements))


def shareable(dataset: Dataset) -> Dataset:
    """Return the dataset without internal statements, notes and documents, and without whatever rests on them.

    What an internal statement superseded stands again, and no reference to one is left. Speaker notes always stay inside. The version is
    a hash of what is left, so that even it tells nothing of the rest.
    """
    gone = {one.id for one in internal_statements(dataset)}
    sources = {key: one for key, one in dataset.sources.items() if not one.internal}
    statements = tuple(_without_references(one, gone) for one in dataset.statements if one.id not in gone)
    negotiation = _negotiation(dataset, statements, sources)
    files = {key: place for key, place in dataset.files.items() if key not in gone and (key in sources or key not in dataset.sources)}
    version = _version(negotiation, statements, [sources[one] for one in sorted(dataset.cited) if one in sources])
    return replace(
        dataset,
        negotiation=negotiation,
        statements=statements,
        sources=sources,
        version=version,
        files=files,
        agendas=tuple(shareable_agenda(one) for one in dataset.agendas),
    )


def shareable_agenda(agenda: Agenda) -> Agenda:
    """Return the agenda without its speaker notes, under the handling mark of what may be passed on."""
    items = tuple(AgendaItem(issue=one.issue) for one in agenda.items)
    handling = agenda.handling_of(is_shareable=True) or None
    return Agenda(id=agenda.id, title=agenda.title, audience=agenda.audience, handling=handling, items=items)


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
    """Return the negotiation without events told only by an internal document, and without speakers of whom nothing else is held."""
    heard = {(one.party, one.speaker) for one in statements}
    hidden = {(one.party, one.speaker) for one in dataset.statements} - heard
    kept = set(sources)
    parties = tuple(_without_speakers(one, hidden) for one in dataset.negotiation.parties)
    events = tuple(one for one in dataset.negotiation.events if one.source in kept)
    # Constructed anew: a copy would hand on what was already worked out of the whole.
    return Negotiation.model_construct(**{**dict(dataset.negotiation), "parties": parties, "events": events})


def _without_speakers(party: Party, hidden: set[tuple[str, str]]) -> Party:
    speakers = tuple(one for one in party.speakers if (party.id, one.id) not in hidden)
    return party.model_copy(update={"speakers": speakers})


def _version(negotiation: Negotiation, statements: Iterable[Statement], sources: Iterable[Source]) -> str:
    digest = hashlib.sha256()
    for record in _records(negotiation, statements, sources):
        digest.update(record.encode())
    return digest.hexdigest()[:10]


def _records(negotiation: Negotiation, statements: Iterable[Statement], sources: Iterable[Source]) -> Iterator[str]:
    # How many statements the files are to hold at least is a rule for the files, and counts the internal ones too.
    yield json.dumps(negotiation.model_dump(mode="json", exclude={"expect_statements"}), sort_keys=True)
    for one in sorted(statements, key=lambda each: each.id):
        yield json.dumps(one.model_dump(mode="json"), sort_keys=True)
    for source in sources:
        yield json.dumps(source.model_dump(mode="json"), sort_keys=True)
