"""What Streamlit lacks: a table whose cells open things, a fast chooser, a slider over days, a chart that stays in sight."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import streamlit as st

_TURN, _HEARD, _NOTED = "turn_heard", "heard_in_controls", "noted_in_controls"
_NUMBER = re.compile(r"\d+(\.\d+)?")


def sent(data: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return what a component is told, in a list; `mounted.js` takes it out again.

    Streamlit passes a list on as it is. Of a mapping it looks at each value whether it is a table, and loads pandas to tell: a fifth of all memory.
    """
    return [data]


def said(key: str, name: str) -> str:
    """Return what the browser side of the control `key` last said under a name; "" where it said nothing, or its page was left while it was drawn."""
    return str((st.session_state.get(key) or {}).get(name) or "")


def choice(key: str, name: str = "chosen") -> str:
    """Return what was chosen in the control `key`, there under a name; "" where nothing was, or where it has been heard before.

    Behind the choice comes a number that is never the same, so that a value chosen a second time counts as chosen.
    """
    return _value_and_turn(key, name)[0]


def note(key: str, name: str, then: Callable[[str], None]) -> None:
    """Note what was said under a name in the control `key`, as `choice` reads it; `act_on_noted` calls `then` with it.

    For what Back undoes, and for Back itself. The turn behind such a word is the time at which it was said, as `turns.js` counts it.
    """
    value, turn = _value_and_turn(key, name)
    if value:
        st.session_state.setdefault(_NOTED, []).append((turn, value, then))


def act_on_noted() -> None:
    """Do what was noted, in the order in which it was said, at the start of a run: of words that come together the server hears in any order."""
    for turn, value, then in sorted(st.session_state.pop(_NOTED, []), key=lambda one: said_at(one[0])):
        st.session_state[_TURN] = turn
        then(value)


def said_at(turn: str) -> float:
    """Return the time at which a word was said, by its turn; 0 where it has none."""
    return float(turn) if _NUMBER.fullmatch(turn) else 0


def last_turn() -> str:
    """Return the last turn acted on, by which the browser knows what the page answers to; "" where none was."""
    return str(st.session_state.get(_TURN, ""))


def _value_and_turn(key: str, name: str) -> tuple[str, str]:
    heard = said(key, name)
    known: dict[tuple[str, str], str] = st.session_state.setdefault(_HEARD, {})
    # A page that is left in the middle of a run may forget its controls, and the browser then says their last words again: no choice comes of that.
    if not heard or known.get((key, name)) == heard:
        return "", ""
    known[key, name] = heard
    value, _, turn = heard.partition(" ")
    return value, turn
