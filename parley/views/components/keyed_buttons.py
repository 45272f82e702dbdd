"""Buttons that answer to a letter as well, and say of what they were pressed: nothing is done to what had not been seen yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from parley.views.components import choice, sent
from parley.views.served_files import loader

_buttons = st.components.v2.component(
    "parley_keyed_buttons",
    html='<div class="keyed" role="group"></div>',
    js=loader("keys.js", "served.js", "turns.js", "keyed_buttons.js", styles=("keyed_buttons.css",)),
)
_PRESSED = "pressed"


@dataclass(frozen=True)
class Button:
    """A button: what it is known by, what stands on it, and its letter."""

    name: str
    label: str
    letter: str
    is_off: bool = False
    is_first: bool = False


def draw_keyed_buttons(buttons: Sequence[Button], about: str, label: str, key: str) -> None:
    """Draw buttons about one thing, known by a word; the next run finds the one pressed by `take_pressed`."""

    def note() -> None:
        pressed = choice(key)
        if pressed:
            st.session_state[f"{_PRESSED}_{key}"] = pressed

    data = {
        "buttons": [{"name": one.name, "label": one.label, "letter": one.letter, "off": one.is_off, "first": one.is_first} for one in buttons],
        "about": about,
        "label": label,
    }
    _buttons(key=key, data=sent(data), default={"chosen": None}, on_chosen_change=note)


def take_pressed(key: str) -> tuple[str, str]:
    """Return which of the buttons drawn under a key was pressed, and about what; two empty texts where none was."""
    name, _, about = str(st.session_state.pop(f"{_PRESSED}_{key}", "")).partition(":")
    return name, about
