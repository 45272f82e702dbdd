"""The text of a document beside the statements found in it: which paragraphs are coded, read or skipped, and one of them to be coded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode
from zlib import crc32

import streamlit as st

from parley.addresses import DOCUMENT, PASSAGE
from parley.dataset import Dataset
from parley.documents.drafting import page_of
from parley.model import ANCHOR_WORDS, Locator, Source, Statement
from parley.proposing.anchors import Anchored, Passage, anchored, passages
from parley.proposing.inbox import see, seen_in
from parley.telling import document_reading as told
from parley.telling.editing import source_choice
from parley.telling.evidence import words_of
from parley.telling.proposing import anchor_found
from parley.texts import Texts
from parley.views import address_bar, store
from parley.views.cells import mark_of, opens_statements
from parley.views.components.keyed_buttons import Button, draw_keyed_buttons, take_pressed
from parley.views.components.passage import draw_passage
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.edit.filled import Filled
from parley.views.edit.saving import forget_outcome
from parley.views.edit.ways import Wanted, way_to
from parley.views.markup import literal
from parley.views.page_list import PATHS
from parley.views.selection import Selection
from parley.views.ways import follow
from parley.words import say

_DOCUMENT, _WORDS, _BUTTONS = "read_document", "read_words", "read_buttons"
_LETTERS: Mapping[told.Button, str] = {"add": "a", "read": "x", "unread": "x", "before": "p", "next": "n"}
_WIDTHS: Mapping[told.Head, str] = {"number": "3.2rem", "paragraph": "", "statements": "36%", "state": "5.5rem"}


@dataclass(frozen=True)
class Row:
    """A paragraph as the table has it: what was found in it, and whether it was coded, read or skipped."""

    passage: Passage
    found: Sequence[Statement]
    state: told.State


def draw_text(chosen: Selection, folder: Path, who: str) -> None:
    """Draw a document's paragraphs with what was found in each, and beside them the one that is read."""
    dataset = chosen.dataset
    source = _choose_document(dataset)
    if source is None:
        st.info(say(told.NO_DOCUMENTS))
        return
    own = [*passages(source, store.texts())]
    _do_if_pressed(own, source, folder, who)
    rows = rows_of(source, dataset, store.texts(), {line for key, line in seen_in(folder) if key == source.id})
    if not rows:
        st.info(literal(say(told.NO_TEXT)))
        return
    there = {one: [row for row in rows if row.state == one] for one in ("coded", "read", "unread", "skipped")}
    st.markdown(say(told.counts(*(len(several) for several in there.values()))))
    asked = "".join(address_bar.asked(PASSAGE)[:1])
    here = next((one for one in own if str(one.line) == asked), None)
    here = here or next((row.passage for row in there["unread"]), own[0])
    # Where there is room for one column alone, the paragraph that is read comes first.
    left, right = st.columns([1, 2], gap="medium")
    with left:
        _draw_passage(next(row for row in rows if row.passage == here), own, source, who)
    with right:
        draw_sheet(_sheet(rows, here, source, dataset), key="read_paragraphs")


def rows_of(source: Source, dataset: Dataset, texts: Texts, seen: set[int]) -> list[Row]:
    """Return the paragraphs of a document in their order, those between that were left out of its record among them."""
    there = {one.line: one for one in passages(source, texts)}
    if not there:
        return []
    numbered = {one.paragraph: one.line for one in there.values() if one.paragraph}
    found: dict[int, list[Statement]] = {}
    for one in dataset.taken_from(source.id):
        line = one.locator.line or numbered.get(one.locator.paragraph or 0)
        if line is not None:
            found.setdefault(line, []).append(one)
    rows = []
    for line, text in enumerate(texts.lines(source) or (), 1):
        passage = there.get(line)
        if passage is None and text.strip() and not text.startswith("\f"):
            rows.append(Row(Passage(line, 0, text.strip()), (), "skipped"))
        elif passage is not None:
            rows.append(Row(passage, found.get(line, ()), _state(passage, line in found, line in seen)))
    return rows


def _state(passage: Passage, is_coded: bool, is_seen: bool) -> told.State:
    return "coded" if is_coded else "read" if is_seen else "unread" if passage.paragraph else "heading"


def are_any_read(dataset: Dataset) -> bool:
    """Return whether any document is read in this negotiation; the records of other negotiations may lie beside its own."""
    return any(_is_read_here(one, dataset) for one in dataset.sources.values())


def _is_read_here(source: Source, dataset: Dataset) -> bool:
    return bool(dataset.taken_from(source.id)) or bool(store.texts().lines(source))


def _choose_document(dataset: Dataset) -> Source | None:
    """Draw the choice of a document, and return it: the one that the address names, else the newest of those that are read here."""
    newest = sorted(dataset.sources.values(), key=lambda one: one.issued.text, reverse=True)
    documents = sorted(newest, key=lambda one: not _is_read_here(one, dataset))
    if not documents:
        return None
    ids = [one.id for one in documents]
    asked = "".join(address_bar.asked(DOCUMENT)[:1])
    shown = asked if asked in ids else ids[0]
    # Of other documents it is another choice: a browser may keep the name at the place of the one that was shown.
    held = f"{_DOCUMENT}_{crc32(chr(10).join(ids).encode())}"
    if st.session_state.get(held) != shown:
        st.session_state[held] = shown
    st.selectbox(
        say(told.field("document")), ids, key=held, format_func=lambda key: say(source_choice(dataset.sources[key])),
        on_change=lambda: address_bar.put({DOCUMENT: (st.session_state[held],), PASSAGE: ()}),
    )  # fmt: skip
    return dataset.sources[shown]


def _way(source: Source, line: int) -> str:
    return f"{PATHS['read']}?{urlencode({DOCUMENT: source.id, PASSAGE: line})}"


def _sheet(rows: Sequence[Row], here: Passage, source: Source, dataset: Dataset) -> Sheet:
    lines = []
    for row in rows:
        one, is_skipped = row.passage, row.state == "skipped"
        opens = "" if is_skipped else f"way:{_way(source, one.line)}"
        parties = dataset.negotiation.party_by_id
        found = tuple(
            Item(
                say(words_of(each, dataset)), mark=mark_of(each, parties[each.party]), label=parties[each.party].short,
                opens=opens_statements([each.id]),
            )
            for each in row.found
        )  # fmt: skip
        lines.append(
            Line(
                (
                    (Item(str(one.paragraph or ""), strong=one == here),),
                    (Item(one.text, opens=opens, strong=one == here, quiet=is_skipped),),
                    found,
                    (Item(say(told.state_named(row.state)), quiet=row.state != "unread"),),
                )
            )
        )
    return Sheet(say(told.CAPTION), [Column(say(told.head(head)), width=width) for head, width in _WIDTHS.items()], lines)


def _draw_passage(row: Row, own: Sequence[Passage], source: Source, who: str) -> None:
    """Draw the paragraph that is read, the words to find it by, and what can be done with it."""
    here = row.passage
    lines = store.texts().lines(source) or ()
    st.header(say(told.passage(here.line, here.paragraph, page_of(lines, here.line))), anchor=False)
    key = _key(source, here)
    draw_passage(here.text, lambda words: _take_words(key, words), key="read_passage")
    anchor = " ".join((st.text_input(say(told.field("anchor")), key=key) or "").split())
    if anchor:
        found = check_anchor(anchor, here, source)
        (st.caption if found.found == "found" else st.warning)(say(anchor_found(found.found)))
        if len(anchor.split()) > ANCHOR_WORDS:
            st.warning(say(told.TOO_LONG))
    place = own.index(here)
    seen: told.Button = "unread" if row.state == "read" else "read"
    offs: Mapping[told.Button, bool] = {
        "add": False, seen: not who or row.state not in ("read", "unread"), "before": place == 0, "next": place == len(own) - 1,
    }  # fmt: skip
    buttons = [Button(name, say(told.button(name)), _LETTERS[name], is_off=is_off, is_first=name == "add") for name, is_off in offs.items()]
    draw_keyed_buttons(buttons, str(here.line), say(told.CAPTION), key=_BUTTONS)


def _do_if_pressed(own: Sequence[Passage], source: Source, folder: Path, who: str) -> None:
    """Do what was pressed while a paragraph was shown: open the form on it, note that it was read, or turn to another."""
    name, line = take_pressed(_BUTTONS)
    place = next((number for number, one in enumerate(own) if str(one.line) == line), None)
    if place is None:
        return
    here = own[place]
    if name == "add":
        forget_outcome()
        anchor = " ".join(str(st.session_state.get(_key(source, here), "")).split())
        follow(way_to(Wanted(filled=Filled(source.id, here.line, here.paragraph, anchor, page_of(store.texts().lines(source) or (), here.line)))))
        return
    if name in ("read", "unread") and who:
        see(folder, source.id, [here.line], "read" if name == "read" else "unread", who, datetime.now().isoformat(timespec="minutes"))
    after = {"before": -1, "unread": 0}.get(name, 1)
    address_bar.put({DOCUMENT: (source.id,), PASSAGE: (str(own[min(max(place + after, 0), len(own) - 1)].line),)})


def check_anchor(anchor: str, here: Passage, source: Source) -> Anchored:
    """Return whether words stand in a paragraph."""
    return anchored(Locator.model_construct({"line", "anchor"}, line=here.line, anchor=anchor), source, store.texts())


def _key(source: Source, here: Passage) -> str:
    return f"{_WORDS}_{source.id}_{here.line}"


def _take_words(key: str, words: str) -> None:
    st.session_state[key] = words
