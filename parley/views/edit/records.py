"""The fields of what is no statement: a document, an event, a party, an issue with its scale; each with the fewest fields that say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

import streamlit as st

from parley.dataset import Dataset
from parley.editing.applying import order_in
from parley.editing.edits import Kind
from parley.editing.emitting import Bare
from parley.editing.opening import Record, records_in
from parley.importing.naming import id_of
from parley.model import UNGROUPED, DirectionWord, DocumentType, Role
from parley.strict_yaml import Text
from parley.telling import editing as told
from parley.telling.bringing_in import HIGHEST, LOWEST
from parley.telling.pages import ALL_ISSUES
from parley.telling.records import field_of_key
from parley.views.components.sortable import Entry
from parley.views.edit.fields import NONE, Fields
from parley.words import say

NOT_COMMITTING = " *"  # behind the name of a speaker
MOVED_IN = "moved_in"  # the field for the issues that are to stand in a group
IN_UNITS = ("unit", "bottom", "top", "resolution")


def source_fields(fields: Fields, _dataset: Dataset) -> None:
    """Draw the fields of a document."""
    fields.text("title")
    types = {one: say(told.document_type(one)) for one in get_args(DocumentType)}
    with st.container(horizontal=True, gap="small"):
        fields.one_of("type", types, say(told.field("kind")), first="document", width=220)
        fields.day("issued", width=190)
        fields.one_of("date_basis", {NONE: say(told.NOT_STATED), **{one: say(told.date_basis(one)) for one in ("printed", "inferred")}}, width=150)
    fields.text("container-title", say(told.field("publication")))
    fields.text("URL", say(told.field("url")))


def event_fields(fields: Fields, dataset: Dataset) -> None:
    """Draw the fields of an event."""
    fields.text("what", say(told.field("event")))
    with st.container(horizontal=True, gap="small"):
        fields.day("date", width=240)
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
    held = records_in(fields.given, "speakers")
    lines = fields.lines("speakers", [f"{one.get('name', '')}{'' if one.get('commits') == 'true' else NOT_COMMITTING}" for one in held])
    names = [line.removesuffix(NOT_COMMITTING.strip()).strip() for line in lines]
    made = _matched("speaker", names, held)
    commits = ["false" if line.endswith(NOT_COMMITTING.strip()) else "true" for line in lines]
    fields.set("speakers", [{**one, "commits": Bare(may)} for one, may in zip(made, commits, strict=True)])


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
    scale_fields(fields)
    direction_fields(fields, {one.id: one.short for one in dataset.negotiation.parties})


def direction_fields(fields: Fields, parties: Mapping[str, str]) -> None:
    """Draw what each party, by its id with its name, wants on an issue."""
    ways = {NONE: say(told.direction_named(None)), **{one: say(told.direction_named(one)) for one in get_args(DirectionWord)}}
    with st.container(horizontal=True, gap="small"):
        for key, name in parties.items():
            fields.one_of(f"directions.{key}", ways, say(told.field("directions", party=name)), width=170)
    fields.room("directions", say(field_of_key("directions")))


def scale_fields(fields: Fields) -> None:
    """Draw the scale: steps line by line, in their order, or a number in a unit; what a line has no room for stays."""
    held = fields.given.get("scale")
    given: Record = held if isinstance(held, dict) else {}
    kinds = {one: say(told.scale_kind(one)) for one in ("ladder", "quantity")}
    first = "quantity" if "quantity" in given else "ladder"
    if fields.radio("scale_kind", kinds, say(told.field("scale")), first=first, is_kept=False, horizontal=True) == "ladder":
        steps = records_in(given, "ladder")
        shown = [": ".join(filter(None, (str(one.get("name", "")), str(one.get("means", ""))))) for one in steps]
        lines = fields.lines("steps", shown, height=190)
        if len(lines) == 1:
            fields.refuse("steps", say(told.TWO_STEPS))
        parts = [line.partition(":") for line in lines]
        made = _matched("step", [name.strip() for name, _, _ in parts], steps)
        ladder = [
            {**{key: value for key, value in one.items() if key != "means"}, **_meaning(means)}
            for one, (_, _, means) in zip(made, parts, strict=True)
        ]
        if len(ladder) > 1:
            entries = [Entry(str(one["id"]), str(one["name"]), str(one.get("means", ""))) for one in ladder]
            order = fields.order("order", entries, (say(LOWEST), say(HIGHEST)))
            ladder.sort(key=lambda one: order.index(str(one["id"])))
        fields.set("scale", {"ladder": [order_in("step", one) for one in ladder]} if ladder else "")
    else:
        quantity = given.get("quantity")
        known: Record = quantity if isinstance(quantity, dict) else {}
        with st.container(horizontal=True, gap="small"):
            now = {name: fields.typed_in(name, str(known.get(name, "")), width=115).strip() for name in IN_UNITS}
        for name in IN_UNITS if any(now.values()) else ():
            if not now[name]:
                fields.refuse(name, say(told.NEEDED))
        kept: Record = {key: one for key, one in known.items() if key not in IN_UNITS}
        quantity_now = {name: one if name == "unit" else Bare(one) for name, one in now.items() if one}
        fields.set("scale", {"quantity": {**quantity_now, **kept}} if quantity_now else "")
    fields.room("scale")


def _meaning(means: str) -> Record:
    return {"means": means.strip()} if means.strip() else {}


def _matched(kind: Kind, names: Sequence[str], held: Sequence[Record]) -> list[Record]:
    """Return a record for each name: the one that has it, the one renamed where as many went as came, or a new one with an id of its own."""
    by_name = {str(one.get("name")): one for one in held}
    left = [one for one in held if str(one.get("name")) not in names]
    unknown = [name for name in names if name not in by_name]
    renamed = dict(zip(unknown, left, strict=True)) if len(unknown) == len(left) else {}
    taken = {str(one.get("id")) for one in held}
    made: list[Record] = []
    for name in names:
        one = by_name.get(name) or renamed.get(name)
        key = str(one["id"]) if one else id_of(name, kind, taken)
        taken.add(key)
        made.append({**(one or {"id": key}), "name": name})
    return made


def group_fields(fields: Fields, dataset: Dataset) -> None:
    """Draw the fields of a group, a heading under which issues stand: its name, and which others are to stand there."""
    fields.text("name", width=300)
    others = {one.id: one.name for one in dataset.negotiation.ordered_issues if one.group != fields.of("id")}
    fields.some_of(MOVED_IN, others, first=())


def bloc_fields(fields: Fields, dataset: Dataset) -> None:
    """Draw the fields of a bloc: the parties in it, and when those joined or left of whom that is known."""
    fields.text("name", width=300)
    names = {one.id: one.name for one in dataset.negotiation.parties}
    listed = fields.given.get("members")
    held: list[Record] = [one if isinstance(one, dict) else {"party": str(one)} for one in listed] if isinstance(listed, list) else []
    members = fields.some_of("members", names, first=list(dict.fromkeys(str(one.get("party", "")) for one in held)))
    fields.room("members")
    dated = fields.some_of("dated", names, first=list(dict.fromkeys(str(one.get("party", "")) for one in held if len(one) > 1)))
    made: list[Text] = []
    for party in members:
        known, *again = [one for one in held if one.get("party") == party] or [{}]
        days = _membership(fields, party, names.get(party, party), known) if party in dated else {}
        # Whoever came back belongs to it a second time, which has no field and stays.
        made += [{"party": party, **days} if days else party, *again]
    fields.set("members", made)


def _membership(fields: Fields, party: str, name: str, known: Record) -> Record:
    """Draw when a party joined a bloc and left it, and return what is said of that."""
    with st.container(horizontal=True, gap="small"):
        days = {
            way: fields.day(f"{way}.{party}", say(told.field(f"{way}_of", party=name)), first=str(known.get(way, "")), width=240)
            for way in ("joined", "left")
        }
    return {way: day for way, day in days.items() if day}


def edition_fields(fields: Fields, _dataset: Dataset) -> None:
    """Draw the fields of an edition, a day on which the comparison was presented."""
    with st.container(horizontal=True, gap="small"):
        fields.text("name", width=300)
        fields.day("day", width=190)


FIELDS_OF: Mapping[Kind, Callable[[Fields, Dataset], None]] = {
    "source": source_fields, "event": event_fields, "party": party_fields, "issue": issue_fields, "group": group_fields, "bloc": bloc_fields,
    "edition": edition_fields,
}  # fmt: skip
# The keys for which there are fields; what else a record says stays.
WITH_FIELDS: Mapping[Kind, Sequence[str]] = {
    "source": ("title", "type", "issued", "date_basis", "container-title", "URL"),
    "event": ("what", "date", "short", "source", "issues"),
    "party": ("name", "short", "role", "speakers"),
    "issue": ("name", "short", "question", "group", "scale", "directions"),
    "group": ("name",),
    "bloc": ("name", "members"),
    "edition": ("name", "day"),
}
# What a file need not say, because it holds without being said.
BY_DEFAULT: Mapping[str, str] = {"type": "document", "role": "principal"}
# Without which a record is none; by the first it is named.
NEEDED: Mapping[Kind, Sequence[str]] = {
    "source": ("title",), "event": ("what", "date", "source"), "party": ("name",), "issue": ("name", "scale", "directions"), "group": ("name",),
    "bloc": ("name", "members"), "edition": ("name", "day"),
}  # fmt: skip
NAMED_BY: Mapping[Kind, str] = {kind: keys[0] for kind, keys in NEEDED.items()}
