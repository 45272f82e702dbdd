"""The internal material of a dataset as texts, ids and figures, and the texts of what everybody may read, to tell one from the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Any

from parley.dataset import Dataset
from parley.figures.sheet import round_step
from parley.model import Party, Source, Statement
from parley.sharing import internal_sources, internal_statements, shareable_agenda


@dataclass(frozen=True)
class InternalText:
    """An internal text: what it is taken from, and whether it names somebody or something, so that fewer words give it away.

    `is_spoken` says that it is a speaker's note, which may well say what the slide beside it says.
    """

    what: str
    text: str
    is_name: bool = False
    is_spoken: bool = False


def called(one: Statement) -> str:
    """Return how an internal statement is called in a message."""
    return f"internal statement '{one.id}'"


def internal_texts(dataset: Dataset, shared: Dataset) -> tuple[InternalText, ...]:
    """Return every internal text of the full dataset; `shared` is its shareable edition."""
    hidden = {one.id for one in internal_sources(dataset)}
    found = [InternalText(called(one), text) for one in internal_statements(dataset) for text in _said(one)]
    found += [InternalText(f"internal note of '{one.id}'", one.note) for one in dataset.statements if one.note_internal and one.note]
    found += [text for key in hidden for text in _record(dataset.sources[key])]
    for event in dataset.negotiation.events:
        if event.source in hidden:
            found += [InternalText(f"internal event '{event.id}'", text, is_name=True) for text in (event.what, event.short) if text]
    for party, still in zip(dataset.negotiation.parties, shared.negotiation.parties, strict=True):
        found += _unheard(party, still)
    return (*found, *_noted(dataset))


def _said(one: Statement) -> Iterator[str]:
    """Yield the texts of a statement that are its own; ids, kinds and dates are none."""
    yield from filter(None, (one.says, one.locator.anchor, one.note, one.date_note, one.to_others, one.place.unknown, one.place.not_placeable))
    if one.amount:
        yield from (one.amount.what, one.amount.unit)
    if one.condition:
        yield one.condition.says


def _record(one: Source) -> Iterator[InternalText]:
    what = f"internal document '{one.id}'"
    authors = [" ".join(filter(None, (name.given, name.family, name.literal))) for name in one.author]
    for name in (one.title, *authors, one.container_title, one.publisher, one.file, one.url, one.archived):
        if name:
            yield InternalText(what, name, is_name=True)
    for text in (one.abstract, one.date_note, one.genre):
        if text:
            yield InternalText(what, text)


def _unheard(party: Party, still: Party) -> Iterator[InternalText]:
    """Yield the names of the speakers of whom nothing shareable is held, and what is noted of them."""
    for one in party.speakers:
        if one not in still.speakers:
            what = f"speaker '{one.id}' of {party.name}, heard only inside"
            yield InternalText(what, one.name, is_name=True)
            if one.note:
                yield InternalText(what, one.note)


def _noted(dataset: Dataset) -> Iterator[InternalText]:
    for agenda in dataset.agendas:
        for item in agenda.items:
            if item.notes:
                yield InternalText(f"speaker notes of the agenda '{agenda.id}'", item.notes, is_spoken=True)
        if agenda.handling and agenda.handling != shareable_agenda(agenda).handling:
            yield InternalText(f"handling mark of the full edition of '{agenda.id}'", agenda.handling, is_name=True)


def internal_ids(dataset: Dataset, statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """Yield the id of each internal statement, document and event, and what it is."""
    hidden = {one.id for one in internal_sources(dataset)}
    yield from ((one.id, "id of an internal statement") for one in statements)
    yield from ((key, "id of an internal document") for key in sorted(hidden))
    yield from ((one.id, "id of an internal event") for one in dataset.negotiation.events if one.source in hidden)


def figures_of(dataset: Dataset, one: Statement) -> Iterator[tuple[Decimal, str]]:
    """Yield the numbers of a statement's place and amount, each with its unit; a ladder's rungs are none."""
    quantity = dataset.negotiation.issue_by_id[one.issue].scale.quantity
    if quantity:
        for text in filter(None, (one.place.at, one.place.from_, one.place.to)):
            yield Decimal(text).normalize(), quantity.unit
    if one.amount:
        yield one.amount.value.normalize(), one.amount.unit


def computable(shared: Dataset, issue_id: str) -> Iterator[Decimal]:
    """Yield the numbers that may stand in a shareable file because they are computed: places, their differences, the marks of the scale."""
    axis = shared.axes[issue_id]
    if axis.is_ladder:
        return
    said = [one.place for one in shared.about(issues=(issue_id,))]
    named = {axis.value(text) for place in said for text in (place.at, place.from_, place.to) if text}
    # A strict limit is one step short of what it names.
    strict = {axis.value(place.at) + step for place in said if place.strict and place.at for step in (-axis.step, axis.step)}
    places = {axis.bottom, axis.top, *named, *strict}
    mark = round_step((axis.top - axis.bottom) / 5)
    marks = {mark * number for number in range(int(axis.bottom // mark), int(axis.top // mark) + 1)}
    for number in (*places, *(abs(a - b) for a, b in combinations(places, 2)), *marks):
        yield (Decimal(number.numerator) / Decimal(number.denominator)).normalize()


def shown_texts(shared: Dataset) -> Iterator[str]:
    """Yield every text of what everybody may read."""
    for record in (shared.negotiation, *shared.statements, *shared.sources.values(), *shared.agendas):
        yield from _texts(record.model_dump(mode="json"))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value
