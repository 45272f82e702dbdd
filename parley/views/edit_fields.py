"""Fields of a form, each with room beneath it for what is wrong with it; what they hold is gathered as the files would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.editing.emitting import Bare
from parley.editing.errors import Fault
from parley.editing.opening import Record
from parley.strict_yaml import Text
from parley.telling import editing as told
from parley.views.markup import literal
from parley.words import say

NONE = ""
_NUMBERS = frozenset(("firmness", "line", "paragraph", "at", "from", "to", "bottom", "top", "resolution"))  # which files write without quotes


class Fields:
    """The fields of one record: `given` is what it says now, `key` begins the name of each."""

    def __init__(self, given: Mapping[str, Text], key: str) -> None:
        self.given, self.key = given, key
        self.values: Record = {}
        self._room: dict[str, DeltaGenerator] = {}
        self._told: set[tuple[str, str]] = set()

    def text(self, name: str, label: str = "", *, height: int = 0, **look: Any) -> str:
        """Draw a field for words, and return them without blanks around; `name` is the way to the value, with dots."""
        called = _called(name, label)
        first = str(self.of(name) or "")
        given = (
            st.text_area(called, first, key=self.named(name), height=height, **look)
            if height
            else st.text_input(called, first, key=self.named(name), **look)
        )
        found = (given or "").strip()
        self._put(name, found)
        return found

    def one_of(self, name: str, options: Mapping[str, str], label: str = "", *, first: str = NONE, **look: Any) -> str:
        """Draw the choice of one of `options`, ids with their names, and return the id; "" stands for none."""
        ids = list(options)
        begun = str(self.of(name) or first)
        known = ids if begun in ids or not begun else [*ids, begun]
        found: str = st.selectbox(
            _called(name, label), known, known.index(begun) if begun in known else 0, key=self.named(name),
            format_func=lambda one: options.get(one, one), **look,
        )  # fmt: skip
        self._put(name, found or "")
        return found or ""

    def radio(self, name: str, options: Mapping[str, str], label: str = "", *, first: str = NONE, is_kept: bool = True, **look: Any) -> str:
        """Draw the choice of one of a few, all in sight, and return its id; nothing is chosen before somebody does, unless `first` is given."""
        ids = list(options)
        begun = str(self.of(name) or first)
        found: str | None = st.radio(
            _called(name, label), ids, ids.index(begun) if begun in ids else None, key=self.named(name),
            format_func=lambda one: literal(options[one]), **look,
        )  # fmt: skip
        if is_kept:
            self._put(name, found or "")
        return found or ""

    def some_of(self, name: str, options: Mapping[str, str], label: str = "", **look: Any) -> list[str]:
        """Draw the choice of some of `options`, and return their ids."""
        held = self.of(name)
        begun = [str(one) for one in held] if isinstance(held, list) else []
        known = {**options, **{one: one for one in begun if one not in options}}
        called = _called(name, label)
        found = list(st.multiselect(called, list(known), begun, key=self.named(name), format_func=lambda one: known[one], **look))
        self._put(name, [*found])
        return found

    def tick(self, name: str, label: str = "") -> bool:
        """Draw a box to tick, and return whether it is."""
        found = st.checkbox(_called(name, label), self.of(name) == "true", key=self.named(name))
        self._put(name, "true" if found else "")
        return found

    def set(self, name: str, value: Text) -> None:
        """Let a value be what it is, whatever the fields say."""
        if value:
            self.values[name] = value
        else:
            self.values.pop(name, None)

    def keep_beyond(self, names: Iterable[str]) -> None:
        """Let what the record says under other keys than these stay: there is no field for it."""
        known = set(names)
        for name, value in self.given.items():
            if name not in known and name not in self.values:
                self.values[name] = value

    def keep_inside(self, name: str, *drawn: str) -> None:
        """Let what stands inside a value beside what has a field stay, as long as that says anything."""
        held, made = self.given.get(name), self.values.get(name)
        if isinstance(held, dict) and isinstance(made, dict):
            self.values[name] = {**made, **{key: one for key, one in held.items() if key not in drawn}}

    def of(self, name: str) -> Text | None:
        """Return what the record says now, at the end of a way with dots."""
        here: Any = self.given
        for step in name.split("."):
            here = here.get(step) if isinstance(here, dict) else None
        found: Text | None = here
        return found

    def room(self, name: str) -> None:
        """Leave room for what is wrong with a field that is drawn by hand."""
        self._room.setdefault(name, st.container())

    def named(self, name: str) -> str:
        """Return the key of a field."""
        return f"{self.key}_{name}"

    def tell(self, faults: Sequence[Fault]) -> list[Fault]:
        """Say beside each field what is wrong with it, and return what has no field here."""
        left = []
        for one in faults:
            ways = (".".join(map(str, one.field[:length])) for length in range(len(one.field), 0, -1))
            if not any(self.tell_at(way, one.told) for way in ways):
                left.append(one)
        return left

    def tell_at(self, name: str, words: str) -> bool:
        """Say something beside a field, once; return whether there is such a field."""
        if name not in self._room:
            return False
        if (name, words) not in self._told:
            self._told.add((name, words))
            self._room[name].markdown(f":red[:small[{literal(words)}]]")
        return True

    def _put(self, name: str, value: Text) -> None:
        self.room(name)
        owner, _, key = name.rpartition(".")
        if key in _NUMBERS and isinstance(value, str) and value.removeprefix("-").replace(".", "", 1).isdigit():
            value = Bare(value)
        if not owner:
            self.set(name, value)
            return
        held = self.values.get(owner)
        inside: Record = dict(held) if isinstance(held, dict) else {}
        if value:
            inside[key] = value
        self.set(owner, inside)


def _called(name: str, label: str) -> str:
    """Return what stands over a field; a name from the files in it becomes nothing else."""
    return literal(label or say(told.field(name.rpartition(".")[2])))
