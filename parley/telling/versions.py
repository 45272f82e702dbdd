"""What is said of two versions of the same files: the field that changed, and what that makes of a position."""

from __future__ import annotations

import json
from datetime import date
from typing import Literal

from parley.analysis.evidence import EvidenceCut
from parley.analysis.moves import part_of
from parley.analysis.positions import Position
from parley.analysis.versions import FieldChange, Recast
from parley.evidence import Evidence
from parley.model import Statement
from parley.telling.cuts import cut_name
from parley.telling.evidence import day_and_marks, words_of
from parley.telling.parties import short
from parley.telling.places import standing
from parley.telling.said import Argument, Said, Verbatim, said
from parley.telling.terms import kind_name

Differing = Literal["coded", "found", "recast", "said"]
WhatBecame = Literal["added", "removed", "changed", "found", "said"]


def field_name(change: FieldChange) -> Argument:
    """Return how a changed field is called: by its way there, or as the order of what stands there."""
    return said("order-of-field", field=Verbatim(change.name)) if change.is_order else Verbatim(change.name)


def versions_of(old: Evidence, new: Evidence, cut: EvidenceCut) -> Said:
    """Return of which negotiation which two versions are compared, and on which evidence."""
    title, versions = Verbatim(new.negotiation.title), (Verbatim(old.version), Verbatim(new.version))
    return said("versions-of", title=title, old=versions[0], new=versions[1], cut=cut_name(cut))


def version_heading(what: Differing, day: date) -> Said:
    """Return the heading over what differs; `day` is the last one of the old version."""
    return said("version-heading", what=what, day=day)


def nothing_differs() -> Said:
    """Return that there is nothing under a heading."""
    return said("version-nothing")


def statement_told(what: WhatBecame, one: Statement, dataset: Evidence) -> Said:
    """Return what became of a statement, and the statement in short."""
    negotiation = dataset.negotiation
    party, issue = short(negotiation.party_by_id[one.party]), Verbatim(negotiation.issue_by_id[one.issue].name)
    kind, says = kind_name(one.kind), words_of(one, dataset)
    return said("version-statement", (one.id,), what=what, party=party, kind=kind, issue=issue, day=day_and_marks(one, dataset), says=says)


def record_told(what: WhatBecame, kind: str, key: str) -> Said:
    """Return what became of a record of the files, with its kind and id."""
    return said("version-record", what=what, kind=Verbatim(kind), id=Verbatim(key))


def field_told(change: FieldChange) -> Said:
    """Return what a field held and holds, as the files have it."""
    return said("field-changed", field=field_name(change), before=_held(change.before), after=_held(change.after))


def _held(value: object) -> Argument:
    return said("left-out-of-file") if value is None else Verbatim(json.dumps(value, ensure_ascii=False))


def recast_places(one: Recast) -> tuple[Argument, Argument]:
    """Return where the part stands by the old version, and by the new."""
    return _place(one.before, one), _place(one.after, one)


def _place(position: Position | None, one: Recast) -> Argument:
    return said("not-stated") if position is None else standing(part_of(position, one.part), position, one.part)


def recast_whose(one: Recast) -> Said:
    """Return which part of whose position is given otherwise."""
    return said("recast-whose", one.ids, issue=Verbatim(one.issue.name), party=one.party, part=one.part)


def recast_told(one: Recast) -> Said:
    """Return which part of whose position the two versions give otherwise, and where it stands by each."""
    before, after = recast_places(one)
    return said("recast", one.ids, issue=Verbatim(one.issue.name), party=one.party, part=one.part, before=before, after=after)
