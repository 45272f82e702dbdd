"""The fields of a statement: whose it is and on what, where it stands on the scale by the words of its steps, who said it, and where."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from parley.dataset import Dataset
from parley.dates import UNDATED
from parley.model import Attribution, Basis, Condition, Confidence, Conveyance, DirectionWord, Entry, Issue, Kind, Locator, Stage
from parley.reading import guideline
from parley.telling import editing as told
from parley.telling.editing import PlaceForm
from parley.telling.evidence import attributed, conveyed
from parley.telling.said import begun
from parley.telling.terms import kind_name
from parley.views.edit.fields import NONE, Fields
from parley.views.markup import literal
from parley.words import say

# The keys of a statement for which there are fields, be they drawn or not.
WITH_FIELDS = (
    "party", "issue", "said", "kind", "stage", "place", "says", "speaker", "source", "locator", "attribution", "conveyance", "firmness", "confidence",
    "date_basis", "coded", "condition", "to", "supersedes", "repeats", "date_note", "note", "expires", "withdrawn",
)  # fmt: skip
DIRECTION = "direction"  # the field for what a party wants on an issue, which stands with the issue and not with the statement
_FIRMNESS = [str(number) for number in range(1, 6)]


def position_fields(fields: Fields, dataset: Dataset, party: str, issue: str, *, is_new: bool) -> None:
    """Draw the fields on which the picture rests, with the party and issue known so far; whose one is that is there already stays."""
    negotiation = dataset.negotiation
    with st.container(horizontal=True, gap="small"):
        fields.one_of("party", {one.id: one.name for one in negotiation.parties}, first=party, disabled=not is_new, width=140)
        issues = {one.id: one.name for one in negotiation.ordered_issues}
        on = negotiation.issue_by_id[fields.one_of("issue", issues, first=issue, width=175)]
        said = fields.day("said", help=guideline(Entry, "said"), width=165)
        document = dataset.sources.get(str(fields.of("source") or ""))
        if document and document.issued.text != UNDATED.text and not said:
            fields.hint("said", say(told.document_of(document.issued)))
    whose = str(fields.values.get("party", ""))
    kinds: dict[str, str] = {one: say(begun(kind_name(one))) for one in get_args(Kind)}
    kind = fields.radio("kind", kinds, first="demand", horizontal=True)
    if kind == "measure":
        fields.radio("stage", {one: say(told.stage_named(one)) for one in get_args(Stage)}, first="in_force", horizontal=True)
    is_placed = kind not in ("threat", "rationale")
    is_of_several = fields.given.get("party") is None and ("parties" in fields.given or "bloc" in fields.given)
    if is_placed and not is_of_several and whose in negotiation.party_by_id and whose not in on.directions:
        ways = {NONE: "", **{one: say(told.direction_named(one)) for one in get_args(DirectionWord)}}
        fields.one_of(DIRECTION, ways, say(told.field("directions", party=negotiation.party_by_id[whose].name)), width=240)
        if not fields.values.get(DIRECTION):
            fields.refuse(DIRECTION, say(told.NO_DIRECTION))
    _place(fields, on, is_placed=is_placed)


def record_fields(fields: Fields, dataset: Dataset) -> None:
    """Draw what else is known of it: its words, who said it and where that is written, how it is known, and what few statements need."""
    party, issue = str(fields.values["party"]), str(fields.values["issue"])
    words, source, known = st.columns(3, gap="medium")
    with words:
        fields.text("says", height=122, help=guideline(Entry, "says"))
        _speaker(fields, dataset, party)
    with source:
        _document(fields, dataset)
    with known:
        _how_known(fields)
    with st.expander(say(told.section("more"))):
        _more(fields, dataset, party, dataset.negotiation.issue_by_id[issue])


def _place(fields: Fields, issue: Issue, *, is_placed: bool) -> None:
    """Draw where on the scale it stands: at a step by its words, between two, or why nobody can tell."""
    held = fields.given.get("place")
    keys = held if isinstance(held, dict) else {}
    forms: list[PlaceForm] = list(get_args(PlaceForm))
    first: PlaceForm = (
        "stretch" if "from" in keys else "unknown" if "unknown" in keys else "not_placeable" if "not_placeable" in keys or not is_placed else "at"
    )
    names: dict[str, str] = {one: say(told.place_form(one)) for one in forms}
    form = fields.radio("place_form", names, say(told.field("place")), first=first, is_kept=False, horizontal=True)
    fields.room("place")
    if form == "at":
        _value(fields, issue, "place.at")
        if is_placed:
            fields.tick("place.strict")
    elif form == "stretch":
        for end in ("place.from", "place.to"):
            _value(fields, issue, end)
        fields.radio("place.reading", {one: say(told.reading_of(one)) for one in ("imprecise", "acceptable")}, first="imprecise", horizontal=True)
    else:
        fields.text(f"place.{form}")


def _value(fields: Fields, issue: Issue, name: str) -> None:
    """Draw the choice of a step by its name, what it means beneath, or the field for a number in the unit of the scale."""
    end = name.rpartition(".")[2]
    if issue.scale.ladder is None:
        assert issue.scale.quantity is not None
        labels = {"at": "number", "from": "from_number", "to": "to_number"}
        fields.text(name, say(told.field(labels[end], issue.scale.quantity.unit)), width=240)
    elif end == "at":
        means = [literal(one.means) for one in issue.scale.ladder]
        fields.radio(name, {one.id: one.name for one in issue.scale.ladder}, captions=means)
    else:
        fields.one_of(name, {NONE: "", **{one.id: one.name for one in issue.scale.ladder}})


def _speaker(fields: Fields, dataset: Dataset, party: str) -> None:
    speakers = {one.id: say(told.speaker_choice(one)) for one in dataset.negotiation.party_by_id[party].speakers}
    is_asked = "speaker" in dataset.negotiation.requires
    fields.one_of("speaker", {NONE: say(told.NOT_STATED if is_asked else told.PARTY_ITSELF), **speakers})


def _document(fields: Fields, dataset: Dataset) -> None:
    documents = sorted(dataset.sources.values(), key=lambda one: one.issued.text, reverse=True)
    fields.one_of("source", {NONE: say(told.NOT_STATED), **{one.id: say(told.source_choice(one)) for one in documents}})
    for name, column in zip(("paragraph", "line", "page"), st.columns(3), strict=True):
        with column:
            fields.text(f"locator.{name}")
    fields.text("locator.anchor", help=guideline(Locator, "anchor"))
    fields.room("locator")


def _how_known(fields: Fields) -> None:
    """Draw on whose word it rests, how it came across, how firm it is and how sure its coding."""
    unstated = {NONE: say(told.NOT_STATED)}
    choices = {
        "attribution": {one: say(attributed(one)) for one in get_args(Attribution)},
        "conveyance": {one: say(conveyed(one)) for one in get_args(Conveyance)},
        "firmness": {one: one for one in _FIRMNESS},
        "confidence": {one: say(told.confidence_named(one)) for one in get_args(Confidence)},
        "date_basis": {one: say(told.date_basis(one)) for one in get_args(Basis)},
    }
    columns = st.columns(2)
    for number, (name, options) in enumerate(choices.items()):
        with columns[number % 2]:
            fields.one_of(name, {**unstated, **options}, help=guideline(Entry, name))
    if fields.values.get("attribution") == "expert_coding":
        with columns[1]:
            fields.text("coded.by", say(told.field("coded_by")))
            fields.keep_inside("coded", "by")


def _more(fields: Fields, dataset: Dataset, party: str, issue: Issue) -> None:
    """Draw what few statements need: a condition, to whom it is addressed, until when it stands, and how it goes with others."""
    types = {NONE: say(told.condition_type(None)), **{one: say(told.condition_type(one)) for one in ("if", "only_if", "iff")}}
    if fields.one_of("condition.type", types, say(told.field("condition_type")), width=190):
        fields.text("condition.says", say(told.field("condition_says")), help=guideline(Condition, "says"))
        fields.keep_inside("condition", "type", "says")
    others = {one.id: one.name for one in dataset.negotiation.parties if one.id != party}
    fields.some_of("to", others, say(told.field("addressed")))
    own = {one.id: say(told.statement_choice(one, dataset)) for one in reversed(dataset.statements_of(party, issue.id))}
    fields.some_of("supersedes", own)
    fields.one_of("repeats", {NONE: say(told.NOT_STATED), **own})
    left, right = st.columns(2, gap="medium")
    with left:
        fields.text("date_note")
        fields.text("note", height=68)
    with right:
        fields.day("expires")
        fields.day("withdrawn")
