"""Controls whose choice stands in the address by id: one of several, some of several, a day, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from parley.addresses import EVERYWHERE, named, named_day
from parley.views import address_bar
from parley.views.components.day_field import Range, draw_day_field
from parley.views.markup import literal

Draw = Callable[..., Any]
_READS_MARKDOWN = ("pills", "segmented_control")


def choose_one(draw: Draw, label: str, name: str, kind: str, options: Mapping[str, str], default: str, *, closing: str = "", **look: object) -> str:
    """Draw the choice of one of `options`, ids with their names, and return the id; the default where the address names none that exists.

    A choice made closes the list that `unfolding` has drawn under the key `closing`.
    """
    chosen = choice_asked(name, kind, options, default)
    _stand(name, chosen)
    # What is drawn only later, in a popover or on another page, begins with what it is given here.
    first = {"default": chosen} if _reads_markdown(draw) else {"index": list(options).index(chosen)}
    draw(label, list(options), key=name, format_func=_shown_by(draw, options), on_change=_take, args=(name, default, closing), **first, **look)
    return chosen


def choice_asked(name: str, kind: str, options: Mapping[str, str], default: str) -> str:
    """Return which of `options`, ids with their names, the address names; the default where it names none that exists."""
    found = _named(name, kind, options)
    return found[0] if found else default


def choose_some(
    draw: Draw, label: str, name: str, kind: str, options: Mapping[str, str], default: Sequence[str], *, least: str = "", **look: object
) -> tuple[str, ...]:
    """Draw the choice of some of `options`, and return the ids in the order in which they were chosen; the default for none.

    With `least` one stays chosen, whatever is turned off, and `least` tells so beneath.
    """
    chosen = some_asked(name, kind, options, default)
    _stand(name, list(chosen))
    shown = _shown_by(draw, options)
    several = {"selection_mode": "multi"} if _reads_markdown(draw) else {}
    on_change, args = (_take_some, (name, chosen[0])) if least and chosen else (_take, (name, ""))
    draw(label, list(options), default=list(chosen), key=name, format_func=shown, on_change=on_change, args=args, **several, **look)
    if st.session_state.pop(_none_left(name), False):
        st.caption(literal(least))
    return chosen


def unfolding(label: str, key: str) -> PopoverContainer:
    """Return a list of controls under a button, which a choice in it may close: another then stands in its place.

    To tell the browser to close one that it has opened meanwhile is not certain to be heard.
    """
    return st.popover(literal(label), key=f"{key}_{_times_closed(key)}")


def _times_closed(key: str) -> int:
    times: int = st.session_state.get(f"{key}_closed", 0)
    return times


def some_asked(name: str, kind: str, options: Mapping[str, str], default: Sequence[str]) -> tuple[str, ...]:
    """Return which of `options`, ids with their names, the address names; the default where it names none that exists."""
    return _named(name, kind, options) or tuple(default)


def day_asked(name: str, default: date) -> date:
    """Return the day that the address names; the default where it names none."""
    asked, gone = named_day(address_bar.asked(name))
    address_bar.say_gone(name, gone)
    chosen = asked or default
    if asked or name in EVERYWHERE:
        _note(name, [chosen.isoformat()], is_whole=not gone)
    return chosen


def choose_day(label: str, name: str, default: date, days: Range) -> date:
    """Draw the choice of a day, and return it; a day beyond those to choose from that the address names is taken as well."""
    chosen = day_asked(name, default)
    among = Range(min(days.first, chosen), max(days.last, chosen))
    draw_day_field(label, chosen, among, lambda day: address_bar.put({name: (day.isoformat(),)}), key=name)
    return chosen


def words_asked(name: str) -> str:
    """Return the words that the address holds under a name, as they were typed."""
    return " ".join(address_bar.asked(name))


def _named(name: str, kind: str, options: Mapping[str, str]) -> tuple[str, ...]:
    asked = address_bar.asked(name)
    found = named(kind, asked, options)
    address_bar.say_gone(name, found.gone)
    if asked:
        _note(name, found.ids, is_whole=not found.gone)
    return found.ids


def _note(name: str, values: Sequence[str], *, is_whole: bool) -> None:
    """Let the address say what is shown; where something is gone it keeps what was asked for, and a reload says so again."""
    if is_whole:
        address_bar.show(name, values)


def _shown_by(draw: Draw, options: Mapping[str, str]) -> Callable[[str], str]:
    return lambda one: literal(options[one]) if _reads_markdown(draw) else options[one]


def _reads_markdown(draw: Draw) -> bool:
    return getattr(draw, "__name__", "") in _READS_MARKDOWN


def _stand(name: str, value: object) -> None:
    """Put the control where the address is; one that stands there is left alone, so that no quick click is undone."""
    address_bar.chosen_in(name)
    if name not in st.session_state or st.session_state[name] != value:
        st.session_state[name] = value


def _take(name: str, default: str, closing: str = "") -> None:
    """Make the choice in a control the one that the address names; a default of one page needs no name."""
    value = st.session_state[name]
    values = value if isinstance(value, (list, tuple)) else [value]
    said = [str(one) for one in values if one]
    address_bar.put({name: () if said == [default] and name not in EVERYWHERE else said})
    if closing:
        st.session_state[f"{closing}_closed"] = _times_closed(closing) + 1


def _take_some(name: str, stays: str) -> None:
    """Make the choice in a control the one that the address names; where nothing is left, `stays` is."""
    values = list(st.session_state[name])
    st.session_state[_none_left(name)] = not values
    address_bar.put({name: values or (stays,)})


def _none_left(name: str) -> str:
    return f"{name}_none_left"
