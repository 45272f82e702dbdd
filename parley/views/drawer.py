"""The evidence drawer, the same on every page: who said it, when, how it was conveyed, and where it stands."""

from __future__ import annotations

from fractions import Fraction

import streamlit as st

from parley.analysis.aside import AsideKind
from parley.analysis.positions import position_as_of
from parley.dataset import Dataset
from parley.model import Statement
from parley.numbers import grouped
from parley.telling.aside import why_aside
from parley.telling.conditions import condition_of
from parley.telling.evidence import attribution_of, conveyance_of
from parley.telling.places import place_of
from parley.telling.said import begun
from parley.telling.terms import kind_name
from parley.views import store
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.markup import literal
from parley.views.selection import Selection, asked_statements, hide_statement
from parley.words import say


def open_if_asked(selection: Selection) -> None:
    """Open the drawer on the statements named in the URL, if they exist."""
    known = [selection.dataset.statement_by_id[one] for one in asked_statements(selection.dataset)]
    if known:
        title = "Evidence" if len(known) == 1 else f"Evidence: {len(known)} statements"
        st.dialog(title, width="medium", position="right", on_dismiss=hide_statement)(_content)(known, selection)


def _content(statements: list[Statement], selection: Selection) -> None:
    for number, statement in enumerate(statements):
        if number:
            st.divider()
        _statement(statement, selection)


def _statement(one: Statement, selection: Selection) -> None:
    dataset = selection.dataset
    party = dataset.negotiation.party_by_id[one.party]
    source = dataset.sources[one.source]
    issue = dataset.negotiation.issue_by_id[one.issue]
    st.header(literal(one.says), anchor=False)
    st.markdown(f"{say(begun(kind_name(one.kind)))} by {literal(party.in_sentence)} on {literal(issue.name)}")
    rows = [
        ("Who", f"{party.speaker(one.speaker).shown} ({say(attribution_of(one))}, {say(conveyance_of(one))})"),
        ("Said", f"{one.said.shown()} ({one.date_basis}{f': {one.date_note}' if one.date_note else ''})"),
        ("Reported", f"{source.publication}, {source.issued.shown()}" + (" (date inferred)" if source.date_basis == "inferred" else "")),
        ("Document", source.title),
        (
            "Place in it",
            f"paragraph {one.locator.paragraph}, line {one.locator.line}: “{one.locator.anchor}”"
            if one.locator.paragraph
            else f"heading, line {one.locator.line}: “{one.locator.anchor}”",
        ),
        ("On the scale", say(place_of(one, dataset), quoted=False) if one.place.is_placed else f"not placed: {one.place.not_placeable}"),
        ("Figure", f"{grouped(Fraction(one.amount.value))} {one.amount.unit}, {one.amount.what}" if one.amount else ""),
        ("Condition", say(condition_of(one.condition)) if one.condition else ""),
        ("Addressed to", _addressees(one, dataset)),
        ("Replaces", _quoted(one.supersedes, dataset)),
        ("Replaced by", _quoted([new.id for new in dataset.superseding.get(one.id, ())], dataset)),
        ("Same position as", _quoted([one.repeats] if one.repeats else [], dataset)),
        ("Firmness", f"{one.firmness} of 5 (the party's own); our confidence in the coding: {one.confidence}"),
        ("Note", one.note or ""),
        ("Counted", _part_played(one, selection)),
    ]
    lines = [Line(((Item(name),), (Item(text),))) for name, text in rows if text]
    draw_sheet(Sheet("What is held of this statement", [Column("", width="22%"), Column("")], lines, layout="fields"), key=f"evidence_{one.id}")
    paragraph = store.texts().paragraph(source, one.locator.line)
    if paragraph:
        st.markdown("**The paragraph, from the text you hold**")
        st.text(paragraph)
    else:
        st.markdown("The document's text is not held here. Start with `-- --texts DIR` to read the paragraph.")


def _part_played(one: Statement, selection: Selection) -> str:
    pair = selection.dataset.negotiation.headline_of(selection.dataset.negotiation.issue_by_id[one.issue]) or ()
    towards = one.to[0] if one.to else next((other for other in pair if other != one.party), None)
    position = position_as_of(selection.dataset, one.party, one.issue, selection.as_of, selection.cut, towards=towards)
    if one.id in position.set_aside:
        why = position.set_aside[one.id]
        return f"{'apart' if why.kind is AsideKind.CONDITIONAL else 'no'}. {say(why_aside(why, one, selection.dataset))}"
    return "yes" if one.id in position.ids else "no: another statement reaches further"


def _addressees(one: Statement, dataset: Dataset) -> str:
    names = [dataset.negotiation.party_by_id[party].name for party in one.to]
    return ", ".join([*names, one.to_others] if one.to_others else names)


def _quoted(ids: tuple[str, ...] | list[str], dataset: Dataset) -> str:
    known = [dataset.statement_by_id[one] for one in ids if one in dataset.statement_by_id]
    return "; ".join(f"{one.says.rstrip('.')} ({one.said.shown()})" for one in known)
