"""What Streamlit lacks: a table whose cells open things, a fast chooser, a slider over days, a chart that stays in sight."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

_TURN, _HEARD = "turn_heard", "heard_in_controls"


def sent(data: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return what a component is told, in a list; `mounted.js` takes it out again.

    Streamlit passes a list on as it is. Of a mapping it looks at each value whether it is a table, and loads pandas to tell: a fifth of all memory.
    """
    return [data]


def choice(key: str, name: str = "chosen") -> str:
    """Return what was chosen in the control `key`, there under a name; "" where nothing was, or where it has been heard before.

    Behind the choice comes a number that is never the same, so that a value chosen a second time counts as chosen.
    """
    return _value_and_turn(key, name)[0]


def heard(key: str, name: str) -> str:
    """Return what was said under a name in the control `key`, as `choice` does, and keep the turn that came with it: the page now answers to it."""
    value, turn = _value_and_turn(key, name)
    if value:
        st.session_state[_TURN] = turn
    return value


def last_turn() -> str:
    """Return the last turn heard, by which the browser knows what the page answers to; "" where none was."""
    return str(st.session_state.get(_TURN, ""))


def _value_and_turn(key: str, name: str) -> tuple[str, str]:
    said = str(st.session_state[key].get(name) or "")
    known: dict[tuple[str, str], str] = st.session_state.setdefault(_HEARD, {})
    # A page that is left in the middle of a run may forget its controls, and the browser then says their last words again: no choice comes of that.
    if known.get((key, name)) == said:
        return "", ""
    known[key, name] = said
    value, _, turn = said.partition(" ")
    return value, turn
