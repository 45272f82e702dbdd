"""The parts of the page of saves: the list, what one of them changed in words and in positions, and the way back to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from parley.addresses import VERSION
from parley.analysis.versions import FieldChange, InFiles
from parley.dataset import Dataset
from parley.editing import history
from parley.editing.history import Version
from parley.editing.opening import opened
from parley.errors import ParleyError
from parley.telling import editing as told
from parley.telling.records import Naming, field_at, record_named, value_told
from parley.telling.said import Argument, said
from parley.telling.versions import recast_places, recast_whose
from parley.views import address_bar, people
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.edit.saving import tell_outcome, who_saves, write
from parley.views.markup import literal
from parley.views.page_list import PATHS
from parley.views.recent import Recent
from parley.words import say

MOST = 100  # saves that are listed
_HEADS: dict[told.HistoryHead, str] = {"when": "13rem", "who": "24%", "message": ""}
_COMPARED: dict[told.HistoryHead, str] = {"field": "24%", "before": "38%", "after": "38%"}

_versions: Recent[tuple[Path, str], tuple[Version, ...]] = Recent(8)
_datasets: Recent[tuple[Path, str], Dataset] = Recent(4)


def draw_history(folder: Path, now: Dataset) -> None:
    """Draw the saves of a negotiation, and what the one chosen changed."""
    try:
        found = _versions.get((folder, history.newest(folder)), lambda: history.versions(folder, most=MOST))
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))
        return
    if not found:
        st.info(say(told.NO_HISTORY))
        return
    asked = "".join(address_bar.asked(VERSION)[:1])
    chosen = next((place for place, one in enumerate(found) if one.id == asked), 0)
    tell_outcome(st.container(), is_over=False)
    draw_sheet(_listed(found, chosen), key="history")
    address_bar.show(VERSION, (found[chosen].id,))
    _draw_one(folder, now, found, chosen)


def _as_of(folder: Path, version: Version) -> Dataset:
    """Return the negotiation as a version had it, which is for ever the same."""
    return _datasets.get((folder, version.id), lambda: history.dataset_of(folder, version.id))


def _listed(found: Sequence[Version], chosen: int) -> Sheet:
    columns = [Column(say(told.history_head(head)), width=width) for head, width in _HEADS.items()]
    lines = []
    for place, one in enumerate(found):
        opens = f"way:{PATHS['history']}?{urlencode({VERSION: one.id})}"
        cells = (say(told.moment(one.when)), say(told.writer(one.who)), _message(one))
        items = (Item(text, strong=place == chosen, opens=opens if number == 2 else "") for number, text in enumerate(cells))
        lines.append(Line(tuple((item,) for item in items), opens=opens))
    return Sheet(say(told.HISTORY), columns, lines)


def _message(version: Version) -> str:
    return version.message.partition("\n")[0]


def _draw_one(folder: Path, now: Dataset, found: Sequence[Version], chosen: int) -> None:
    """Draw what a save changed, and the button that restores it; of the newest there is nothing to restore."""
    version = found[chosen]
    st.header(literal(_message(version)), anchor=False)
    st.caption(literal(say(told.in_which_files(version.files))))
    try:
        this = _as_of(folder, version)
        if chosen + 1 < len(found):
            _draw_differing(say(told.WHAT_IT_CHANGED), _as_of(folder, found[chosen + 1]), this, "changed")
        if chosen:
            _draw_differing(say(told.WHAT_CHANGED_SINCE), this, now, "since")
    except (ParleyError, UnicodeDecodeError):
        st.warning(say(told.UNREAD_VERSION))
        return
    if not people.may_write() or not chosen:
        return
    who = who_saves()
    if st.button(say(told.button("restore")), key="history_restore", disabled=not who):
        try:
            work = history.restored(opened(folder), version.id)
        except ParleyError as error:
            st.error(literal(str(error)))
            return
        write(work, who, say(told.restored(version.when, _message(version))))


def _draw_differing(heading: str, old: Dataset, new: Dataset, key: str) -> None:
    """Draw what differs between two versions: field by field in the words of the form, and what that makes of positions."""
    st.subheader(heading, anchor=False)
    found = history.changed(old, new)
    if found.in_files.is_nothing:
        st.markdown(say(told.NOTHING_DIFFERS))
        return
    draw_sheet(Sheet(heading, _columns(), [*_in_files(found.in_files, old, new)]), key=f"history_{key}")
    if found.positions and found.day:
        told_of = say(told.positions_as_of(found.day))
        st.markdown(f"**{told_of}**")
        lines = []
        for one in found.positions:
            places = (Item(say(place), opens=f"statement:{','.join(one.ids)}" if one.ids else "") for place in recast_places(one))
            lines.append(Line(((Item(say(recast_whose(one))),), *((place,) for place in places))))
        draw_sheet(Sheet(told_of, _columns(), lines), key=f"history_positions_{key}")


def _columns() -> list[Column]:
    return [Column(say(told.history_head(head)), width=width) for head, width in _COMPARED.items()]


def _in_files(found: InFiles, old: Dataset, new: Dataset) -> Iterator[Line]:
    """Yield the rows of what differs: each record as a heading, of one that changed each field before and after."""
    then, now = Naming((old, new)), Naming((new, old))
    for one in found.added:
        yield _heading(record_named("statement", one.id, now), "added")
        yield _row(FieldChange("says", None, one.says), then, now, one.issue)
    for one in found.removed:
        yield _heading(record_named("statement", one.id, then), "removed")
        yield _row(FieldChange("says", one.says, None), then, now, one.issue)
    for record in found.changed:
        yield _heading(record_named(record.kind, record.id, now), "changed")
        issue = new.statement(record.id).issue if record.kind == "statement" else ""
        for change in record.changes:
            yield _row(change, then, now, issue)
    for kind, key in found.new_records:
        yield _heading(record_named(kind, key, now), "added")
    for kind, key in found.gone_records:
        yield _heading(record_named(kind, key, then), "removed")


def _heading(named: Argument, what: told.What) -> Line:
    return Line(heading=say(said("labelled", label=named, told=told.became(what))))


def _row(change: FieldChange, then: Naming, now: Naming, issue: str) -> Line:
    key = change.name.rpartition(".")[2]
    named = field_at(change.name, now)
    field = said("order-of-field", field=named) if change.is_order else named
    told_values = (value_told(key, value, naming, issue) for value, naming in ((change.before, then), (change.after, now)))
    return Line(((Item(say(field)),), *((Item(say(one)),) for one in told_values)))
