"""The fields of what is no statement: a document, an event, a party, an issue with its scale; each with the fewest fields that say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

import streamlit as st

from parley.dataset import Dataset
from parley.editing.edits import Kind
from parley.importing.naming import id_of
from parley.model import UNGROUPED, DirectionWord, DocumentType, Role
from parley.strict_yaml import Text
from parley.telling import editing as told
from parley.telling.pages import ALL_ISSUES
from parley.views.edit_fields import NONE, Fields
from parley.words import say


def source_fields(fields: Fields, _dataset: Dataset) -> None:
    """Draw the fields of a document."""
    fields.text("title")
    with st.container(horizontal=True, gap="small"):
        fields.one_of("type", {one: one for one in get_args(DocumentType)}, say(told.field("kind")), first="document", width=220)
        fields.text("issued", width=190)
        fields.one_of("date_basis", {NONE: say(told.NOT_STATED), **{one: say(told.date_basis(one)) for one in ("printed", "inferred")}}, width=150)
    fields.text("container-title", say(told.field("publication")))
    fields.text("URL", say(told.field("url")))


def event_fields(fields: Fields, dataset: Dataset) -> None:
    """Draw the fields of an event."""
    fields.text("what", say(told.field("event")))
    with st.container(horizontal=True, gap="small"):
        fields.text("date", width=240)
        fields.text("short", width=240)
    fields.one_of("source", {one.id: say(told.source_choice(one)) for one in dataset.sources.values()})
    issues = {one.id: one.name for one in dataset.negotiation.ordered_issues}
    fields.some_of("issues", issues, say(told.field("issue")), placeholder=say(ALL_ISSUES))


def party_fields(fields: Fields, _dataset: Dataset) -> None:
    """Draw the fields of a party, its speakers line by line."""
    with st.container(horizontal=True, gap="small"):
        fields.text("name", width=280)
        fields.text("short", width=190)
        fields.one_of("role", {one: say(told.role_named(one)) for one in get_args(Role)}, first="principal", width=190)
    lines = _lines(fields, "speakers")
    taken: list[str] = []
    speakers: list[Text] = []
    for line in lines:
        name = line.rstrip("* ")
        taken.append(id_of(name, "speaker", taken))
        speakers.append({"id": taken[-1], "name": name, "commits": "false" if line.endswith("*") else "true"})
    fields.set("speakers", speakers)


def issue_fields(fields: Fields, dataset: Dataset) -> None:
    """Draw the fields of an issue: its question, its scale step by step or in a unit, and what each party wants on it."""
    with st.container(horizontal=True, gap="small"):
        fields.text("name", width=300)
        fields.text("short", width=190)
    fields.text("question")
    groups = {one.id: one.name for one in dataset.negotiation.groups}
    if len(groups) > 1:
        fields.one_of("group", groups, width=300)
    elif UNGROUPED.id not in groups:
        fields.set("group", next(iter(groups)))
    kinds = {one: say(told.scale_kind(one)) for one in ("ladder", "quantity")}
    if fields.radio("scale_kind", kinds, say(told.field("scale")), first="ladder", is_kept=False, horizontal=True) == "ladder":
        fields.set("scale", {"ladder": [*_steps(_lines(fields, "steps", height=190))]})
    else:
        names = ("unit", "bottom", "top", "resolution")
        with st.container(horizontal=True, gap="small"):
            given = {name: st.text_input(say(told.field(name)), key=fields.named(name), width=150).strip() for name in names}
        fields.set("scale", {"quantity": {name: one for name, one in given.items() if one}})
    fields.room("scale")
    ways = {NONE: say(told.direction_named(None)), **{one: say(told.direction_named(one)) for one in get_args(DirectionWord)}}
    with st.container(horizontal=True, gap="small"):
        for party in dataset.negotiation.parties:
            fields.one_of(f"directions.{party.id}", ways, say(told.field("directions", party=party.short)), width=170)
    fields.room("directions")


def _steps(lines: list[str]) -> list[Text]:
    taken: list[str] = []
    made: list[Text] = []
    for line in lines:
        name, _, means = (one.strip() for one in line.partition(":"))
        taken.append(id_of(name, "step", taken))
        made.append({"id": taken[-1], "name": name, **({"means": means} if means else {})})
    return made


def _lines(fields: Fields, name: str, height: int = 110) -> list[str]:
    given = st.text_area(say(told.field(name)), key=fields.named(name), height=height)
    fields.room(name)
    return [one.strip() for one in given.splitlines() if one.strip()]


FIELDS_OF: Mapping[Kind, Callable[[Fields, Dataset], None]] = {
    "source": source_fields, "event": event_fields, "party": party_fields, "issue": issue_fields,
}  # fmt: skip
NAMED_BY: Mapping[Kind, str] = {"source": "title", "event": "what", "party": "name", "issue": "name"}
