"""Whether a record may be taken out of the files: what refers to it, and whether a statement has been shown to anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from parley.dataset import Dataset
from parley.editing.edits import Kind
from parley.editing.history import since_when
from parley.model import Edition, Issue


class Reference(NamedTuple):
    """A record that refers to another."""

    kind: Kind | Literal["agenda"]
    id: str


def references(dataset: Dataset, kind: Kind, key: str) -> tuple[Reference, ...]:
    """Return all that refers to a record, each once, statements last: without it they would lead nowhere."""
    return tuple(dict.fromkeys((*_in_header(dataset, kind, key), *(Reference("statement", one) for one in _statements(dataset, kind, key)))))


def _in_header(dataset: Dataset, kind: Kind, key: str) -> Iterator[Reference]:
    negotiation = dataset.negotiation
    match kind:
        case "party":
            if key in (*negotiation.shown, *(negotiation.headline or ())):
                yield Reference("negotiation", negotiation.id)
            yield from (Reference("party", one.id) for one in negotiation.parties if one.merged_into == key)
            yield from (Reference("bloc", one.id) for one in negotiation.blocs if any(each.party == key for each in one.memberships))
            yield from (Reference("issue", one.id) for one in negotiation.issues if key in _parties_of(one))
        case "issue":
            yield from (Reference("event", one.id) for one in negotiation.events if key in one.issues)
            yield from (Reference("agenda", one.id) for one in dataset.agendas if any(each.issue == key for each in one.items))
        case "group":
            yield from (Reference("issue", one.id) for one in negotiation.issues if one.group == key)
        case "source":
            yield from (Reference("event", one.id) for one in negotiation.events if one.source == key)


def _parties_of(issue: Issue) -> set[str]:
    return {*issue.directions, *(issue.headline or ()), *(one.party for one in (*issue.salience, *issue.power))}


def _statements(dataset: Dataset, kind: Kind, key: str) -> Iterator[str]:
    for one in dataset.about():
        condition = one.condition
        named: dict[Kind, tuple[str | None, ...]] = {
            "party": (one.party, *one.to, condition.by if condition else None),
            "issue": (one.issue, condition.issue if condition else None),
            "bloc": (one.bloc,),
            "source": (one.source,),
            "statement": (*one.supersedes, one.repeats),
        }
        if key in named.get(kind, ()):
            yield one.id


def shown_in(folder: Path, file: Path, dataset: Dataset, statement: str, today: date) -> Edition | None:
    """Return the first edition in which a statement has been shown.

    That is one since it stands in the files; where nobody can tell since when it does, one since it was said.
    """
    held = dataset.statement(statement)
    editions = sorted((one for one in dataset.negotiation.editions if one.on <= today), key=lambda one: one.on)
    if not editions:
        return None
    since = since_when(folder, file, statement) or held.day
    return next((one for one in editions if one.on >= since), None)
