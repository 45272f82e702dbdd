"""A first negotiation, step by step: its name, the parties, one issue, one statement; each step is there once the one before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from parley.addresses import NEGOTIATION
from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import Dataset
from parley.editing.opening import Record, records_in
from parley.errors import BadFilesError, ParleyError
from parley.importing.beginning import as_it_would_be, begin, header_of, party_ids
from parley.importing.naming import id_of
from parley.model import NEGOTIATION_FILE
from parley.strict_yaml import Text
from parley.telling import editing as told
from parley.views import people
from parley.views.edit.draft import Kept
from parley.views.edit.fields import Fields
from parley.views.edit.preview import draw_before_and_after
from parley.views.edit.records import direction_fields, scale_fields
from parley.views.edit.saving import known_name, tell_unsaved, who_saves
from parley.views.edit.statement import DIRECTION, position_fields
from parley.views.markup import literal
from parley.views.page_list import PATHS
from parley.views.selection import Selection
from parley.views.ways import follow
from parley.words import say

_HELD = "new_negotiation"
_WHOLE_WIDTH = 520


@dataclass
class _Leading:
    """The way through a first negotiation: what is kept of it, and how often it was to be written."""

    kept: Kept
    who: str
    number: int
    pressed: int = 0

    @property
    def key(self) -> str:
        return f"new_{self.number}"

    def fields(self, step: told.NewStep) -> Fields:
        """Return the fields of a step."""
        begins = f"{step}/"
        drafted = {name.removeprefix(begins): one for name, one in self.kept.drafted.items() if name.startswith(begins)}
        return Fields({}, f"{self.key}_{step}", drafted)

    def throw_away(self) -> None:
        self.kept.discard()
        st.session_state.pop(_HELD, None)
        st.session_state[f"{_HELD}_number"] = self.number + 1


def lead_through(positions: Path) -> None:
    """Draw the steps that can be taken, and write the negotiation where that is wanted."""
    if (positions / NEGOTIATION_FILE).exists():
        st.info(say(told.ONE_ALONE))
        return
    who = known_name()
    if not who:
        who_saves()
        return
    way = _leading(positions, who)
    st.markdown(say(told.NEW_HOW))
    room = st.container()
    steps: dict[told.NewStep, Fields] = {}
    wrong, writing = _draw(way, positions, steps)
    beside = st.container(horizontal=True, vertical_alignment="center", gap="medium")
    if writing is not None or way.pressed:
        way.pressed += beside.button(say(told.button("begin")), type="primary", key=f"{way.key}_begin")
    typed = {f"{step}/{name}": one for step, fields in steps.items() for name, one in fields.drawn.items()}
    is_typed = any(fields.typed for fields in steps.values())
    way.kept.keep(typed if is_typed else {}, room if way.kept.begun else beside, f"{way.key}_discard", way.throw_away)
    if way.pressed and (wrong or writing is None):
        tell_unsaved(st.container(), wrong, f"{way.key}_{way.pressed}")
    elif writing is None:
        st.caption("  \n".join(wrong))
    elif way.pressed and writing is not None:
        _write(way, *writing, who)
    who_saves()


Writing = tuple[Path, Record, Record]


def _leading(positions: Path, who: str) -> _Leading:
    held: _Leading | None = st.session_state.get(_HELD)
    if held is None or (held.kept.folder, held.who) != (positions, who):
        number = int(st.session_state.get(f"{_HELD}_number", 1))
        held = st.session_state[_HELD] = _Leading(Kept.of(positions, PATHS["new"], who), who, number)
    return held


def _draw(way: _Leading, positions: Path, steps: dict[told.NewStep, Fields]) -> tuple[list[str], Writing | None]:
    """Draw one step after the other, as far as what they need is there; return what is missing or wrong, and what is to be written."""
    talks = steps["talks"] = _begin_step(way, "talks")
    title = talks.text("title", say(told.new_field("title")), width=_WHOLE_WIDTH)
    about = talks.text("about", say(told.new_field("about")), width=_WHOLE_WIDTH)
    if not title:
        return [talks.at("title", say(told.NEEDED), say(told.new_field_called("title")))], None
    key = id_of(title, "negotiation", {one.name for one in positions.iterdir()} if positions.is_dir() else ())
    side = steps["parties"] = _begin_step(way, "parties")
    with st.container(width=_WHOLE_WIDTH):
        parties = party_ids(side.lines("parties", (), say(told.new_field("parties"))))
    if len(parties) < 2:
        return [side.at("parties", say(told.TWO_PARTIES), say(told.new_field_called("parties")))], None
    issue = steps["issue"] = _begin_step(way, "issue")
    with st.container(horizontal=True, gap="small"):
        issue.text("name", width=300)
        issue.text("question", width=_WHOLE_WIDTH)
    with st.container(width=_WHOLE_WIDTH):
        scale_fields(issue)
    st.caption(say(told.WHAT_THEY_WANT))
    direction_fields(issue, parties)
    missing = [issue.at(one, say(told.NEEDED)) for one in ("name", "scale") if one not in issue.values]
    missing += issue.refused + ([say(told.TWO_WANT)] if len(_record(issue, "directions")) < 2 else [])
    if missing:
        return missing, None
    folder = positions / key
    header = header_of(folder, title, about, parties, issue.values, date.today())
    return _draw_statement(way, folder, header, steps)


def _draw_statement(way: _Leading, folder: Path, header: Record, steps: dict[told.NewStep, Fields]) -> tuple[list[str], Writing | None]:
    """Draw the last step, with what comes of it beside; return what is wrong, and what is to be written."""
    try:
        before = as_it_would_be(folder, header, ())
    except BadFilesError as error:
        return _told(error), None
    fields = steps["statement"] = _begin_step(way, "statement")
    left, right = st.columns([5, 6], gap="large")
    with left:
        position_fields(fields, before, "", "", is_new=True)
        fields.text("says", height=100)
    if wants := fields.values.pop(DIRECTION, None):
        header = _with_direction(header, str(fields.values["party"]), wants)
    if not fields.values.get("place"):
        return [fields.at("place", say(told.NEEDED)), *fields.refused], None
    if fields.refused:
        return fields.refused, None
    called = id_of(" ".join(str(fields.values[one]) for one in ("party", "issue", "kind")), "statement", ())
    statement = {"id": called, **fields.values}
    try:
        after: Dataset = as_it_would_be(folder, header, (statement,))
    except BadFilesError as error:
        return _told(error), None
    with right:
        at = Selection(before, date.today(), ALL_EVIDENCE, before.negotiation.parties, before.negotiation.issues[0])
        draw_before_and_after(at, before, after, called, key=f"{way.key}_would_be")
    return [], (folder, header, statement)


def _with_direction(header: Record, party: str, wants: Text) -> Record:
    (on,) = records_in(header, "issues")
    directions = on["directions"]
    assert isinstance(directions, dict)
    return {**header, "issues": [{**on, "directions": {**directions, party: wants}}]}


def _begin_step(way: _Leading, step: told.NewStep) -> Fields:
    st.header(say(told.new_step(step)), anchor=False)
    st.caption(say(told.new_step_how(step)))
    return way.fields(step)


def _record(fields: Fields, name: str) -> Mapping[str, object]:
    held = fields.values.get(name)
    return held if isinstance(held, dict) else {}


def _told(error: BadFilesError) -> list[str]:
    """Say what the reader refuses, and return it."""
    lines = [literal(" ".join(filter(None, (one.what, one.mend)))) for one in error.problems]
    for line in lines:
        st.error(line)
    return lines


def _write(way: _Leading, folder: Path, header: Record, statement: Record, who: str) -> None:
    title = str(header["title"])
    try:
        people.must_write()
        begin(folder, header, (statement,), who, say(told.begun_message(title)))
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))
        return
    way.throw_away()
    follow(f"{PATHS['overview']}?{urlencode({NEGOTIATION: folder.name})}")
