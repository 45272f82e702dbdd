"""The parts of the page of saves: the list, what one of them changed in words and in positions, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from parley.addresses import VERSION
from parley.dataset import Dataset
from parley.editing import history
from parley.editing.history import Version
from parley.editing.opening import opened
from parley.errors import ParleyError
from parley.exports.movement import differing_lines
from parley.telling import editing as told
from parley.telling.versions import version_heading
from parley.views import address_bar, people
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.edit_saving import tell_outcome, who_saves, write
from parley.views.markup import literal
from parley.views.page_list import PATHS
from parley.words import say

MOST = 100  # saves that are listed
_HEADS: dict[told.HistoryHead, str] = {"when": "13rem", "who": "18%", "message": "", "files": "24%"}


def draw_history(folder: Path, now: Dataset) -> None:
    """Draw the saves of a negotiation, and what the one chosen changed."""
    try:
        found = history.versions(folder, most=MOST)
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))
        return
    if not found:
        st.info(say(told.NO_HISTORY))
        return
    asked = "".join(address_bar.asked(VERSION)[:1])
    chosen = next((place for place, one in enumerate(found) if one.id == asked), 0)
    draw_sheet(_listed(found, chosen), key="history")
    address_bar.show(VERSION, (found[chosen].id,))
    _draw_one(folder, now, found, chosen)
    tell_outcome(st.container(), is_over=False)


def _listed(found: Sequence[Version], chosen: int) -> Sheet:
    columns = [Column(say(told.history_head(head)), width=width) for head, width in _HEADS.items()]
    lines = []
    for place, one in enumerate(found):
        opens = f"way:{PATHS['history']}?{urlencode({VERSION: one.id})}"
        is_shown = place == chosen
        cells = (f"{one.when.astimezone():%Y-%m-%d %H:%M}", one.who, one.message.partition("\n")[0], say(told.files_told(one.files)))
        lines.append(
            Line(tuple((Item(text, strong=is_shown, opens=opens if number == 2 else ""),) for number, text in enumerate(cells)), opens=opens)
        )
    return Sheet(say(told.HISTORY), columns, lines)


def _draw_one(folder: Path, now: Dataset, found: Sequence[Version], chosen: int) -> None:
    """Draw what a save changed, and the button that restores it; of the newest there is nothing to restore."""
    version = found[chosen]
    st.header(literal(version.message.partition("\n")[0]), anchor=False)
    try:
        this = history.dataset_of(folder, version.id)
        if chosen + 1 < len(found):
            _draw_differing(say(told.WHAT_IT_CHANGED), history.dataset_of(folder, found[chosen + 1].id), this)
        if chosen:
            _draw_differing(say(told.WHAT_CHANGED_SINCE), this, now)
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
        write(work, who, say(told.restored(version.when)))


def _draw_differing(heading: str, old: Dataset, new: Dataset) -> None:
    st.subheader(heading, anchor=False)
    found = history.changed(old, new)
    if found is None:
        st.markdown(say(told.NOTHING_DIFFERS))
        return
    told_of = {what: lines for what, lines in differing_lines(found, old, new).items() if lines}
    if not told_of:
        st.markdown(say(told.NOTHING_DIFFERS))
    for what, lines in told_of.items():
        st.markdown(f"**{say(version_heading(what, found.movement.since))}**")
        st.markdown("\n".join(f"{'  ' if line.startswith(' ') else ''}- {literal(line.strip())}" for line in lines))
