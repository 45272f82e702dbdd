"""Fields of a form, each with room beneath it for what is wrong with it; what they hold is gathered as the files would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.dates import PartialDate
from parley.editing.drafts import Typed
from parley.editing.emitting import Bare
from parley.editing.errors import Fault
from parley.editing.opening import Record
from parley.importing.values import date_of
from parley.strict_yaml import Text
from parley.telling import editing as told
from parley.views.components.sortable import Entry, draw_sortable, put_in_order, was_ordered
from parley.views.markup import literal
from parley.words import say

NONE = ""
_NUMBERS = frozenset(("firmness", "line", "paragraph", "at", "from", "to", "bottom", "top", "resolution"))  # which files write without quotes
_NOTHING_DRAFTED: Mapping[str, tuple[Typed, Typed]] = {}


class Fields:
    """The fields of one record: `given` is what it says now, `key` begins the name of each, `drafted` is what was typed earlier and not saved."""

    def __init__(self, given: Mapping[str, Text], key: str, drafted: Mapping[str, tuple[Typed, Typed]] = _NOTHING_DRAFTED) -> None:
        self.given, self.key, self.drafted = given, key, drafted
        self.values: Record = {}
        self.drawn: dict[str, tuple[Typed, Typed]] = {}
        self.refused: list[str] = []  # what is said of fields that cannot be taken as they are
        self._room: dict[str, tuple[str, DeltaGenerator]] = {}
        self._told: set[tuple[str, str]] = set()
        self._first_told: dict[str, str] = {}  # what the record says in the words of the field

    @property
    def typed(self) -> Mapping[str, tuple[Typed, Typed]]:
        """Return the fields that say anything else than at first, with what they said and what they say."""
        return {name: (first, now) for name, (first, now) in self.drawn.items() if first != now}

    def text(self, name: str, label: str = "", *, height: int = 0, **look: Any) -> str:
        """Draw a field for words, and return them without blanks around; `name` is the way to the value, with dots."""
        found = self.typed_in(name, str(self.of(name) or ""), label, height=height, **look).strip()
        self._put(name, found, label)
        return found

    def day(self, name: str, label: str = "", *, first: str | None = None, **look: Any) -> str:
        """Draw a field for a day, and return it as files write it: it may be typed as 25.5.2026 or 25 May 2026; what is no day stays as it is.

        With `first`, what it says at first, nothing is gathered of it.
        """
        written = self.typed_in(name, str(self.of(name) or "") if first is None else first, label, **look).strip()
        read = date_of(written)
        if first is None:
            self._put(name, read.text if read else written, label)
        self.room(name, label)
        if read and read.text != written:
            self.hint(name, say(told.read_as(read)))
        if written and not read:
            try:
                PartialDate.parse(written)
            except ValueError as error:
                self.refuse(name, str(error))
        return read.text if read else written

    def refuse(self, name: str, words: str) -> None:
        """Say beside a field that what stands in it cannot be taken."""
        self.tell_at(name, words)
        self.refused.append(self.at(name, words))

    def lines(self, name: str, shown: Sequence[str], label: str = "", height: int = 110) -> list[str]:
        """Draw a field for several things, one to a line, and return the lines that say anything."""
        found = self.typed_in(name, "\n".join(shown), label, height=height)
        self.room(name, label)
        return [one.strip() for one in found.splitlines() if one.strip()]

    def typed_in(self, name: str, first: str, label: str = "", *, height: int = 0, **look: Any) -> str:
        """Draw a field for words that begins with some, and return what stands in it; nothing is gathered of it."""
        called, begun, key = _called(name, label), str(self._begun(name, first)), self.named(name)
        with self._box(look):
            found = (st.text_area(called, begun, key=key, height=height, **look) if height else st.text_input(called, begun, key=key, **look)) or ""
            self.room(name, label)
        self.drawn[name], self._first_told[name] = (first, found), first
        return found

    def one_of(self, name: str, options: Mapping[str, str], label: str = "", *, first: str = NONE, **look: Any) -> str:
        """Draw the choice of one of `options`, ids with their names, and return the id; "" stands for none."""
        ids = list(options)
        held = str(self.of(name) or first)
        known = ids if held in ids or not held else [*ids, held]
        start = known[0] if known and held not in known else held
        begun = self._begun(name, start)
        with self._box(look):
            found: str = st.selectbox(
                _called(name, label), known, known.index(begun if begun in known else start) if known else 0, key=self.named(name),
                format_func=lambda one: options.get(one, one), **look,
            )  # fmt: skip
            self.room(name, label)
        self.drawn[name], self._first_told[name] = (start, found or ""), options.get(start, start)
        self._put(name, found or "", label)
        return found or ""

    def radio(self, name: str, options: Mapping[str, str], label: str = "", *, first: str = NONE, is_kept: bool = True, **look: Any) -> str:
        """Draw the choice of one of a few, all in sight, and return its id; nothing is chosen before somebody does, unless `first` is given."""
        ids = list(options)
        held = str(self.of(name) or first)
        start = held if held in ids else None
        begun = self._begun(name, start)
        found: str | None = st.radio(
            _called(name, label), ids, ids.index(begun) if begun in ids else ids.index(start) if start else None, key=self.named(name),
            format_func=lambda one: literal(options[one]), **look,
        )  # fmt: skip
        self.drawn[name], self._first_told[name] = (start, found), options.get(start or "", "")
        if is_kept:
            self._put(name, found or "", label)
        return found or ""

    def some_of(self, name: str, options: Mapping[str, str], label: str = "", *, first: Sequence[str] | None = None, **look: Any) -> list[str]:
        """Draw the choice of some of `options`, and return their ids; `first` are those chosen at first, where the record does not list them so."""
        held = self.of(name)
        start = list(first) if first is not None else [str(one) for one in held] if isinstance(held, list) else []
        known = {**options, **{one: one for one in start if one not in options}}
        drafted = self._begun(name, start)
        begun = [one for one in drafted if one in known] if isinstance(drafted, list) else start
        called = _called(name, label)
        found = list(st.multiselect(called, list(known), begun, key=self.named(name), format_func=lambda one: known[one], **look))
        self.drawn[name] = start, [*found]
        if first is None:
            self._put(name, [*found], label)
        return found

    def order(self, name: str, entries: Sequence[Entry], ends: tuple[str, str], label: str = "") -> list[str]:
        """Draw entries to be put into order, by dragging or by keyboard, and return their ids in the order chosen; nothing is gathered of it."""
        key, start = self.named(name), [one.id for one in entries]
        drafted = self._begun(name, start)
        if isinstance(drafted, list) and drafted != start and not was_ordered(key):
            put_in_order(key, drafted)
        found = draw_sortable(label or say(told.field(name)), entries, ends, key)
        self.drawn[name] = start, found
        return found

    def tick(self, name: str, label: str = "") -> bool:
        """Draw a box to tick, and return whether it is."""
        start = self.of(name) == "true"
        found = st.checkbox(_called(name, label), bool(self._begun(name, start)), key=self.named(name))
        self.drawn[name] = start, found
        self._put(name, "true" if found else "", label)
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

    def room(self, name: str, label: str = "") -> None:
        """Leave room for what is wrong with a field."""
        self._room.setdefault(name, (_called(name, label), st.container(gap=None)))

    def named(self, name: str) -> str:
        """Return the key of a field."""
        return f"{self.key}_{name}"

    def tell(self, faults: Sequence[Fault]) -> tuple[list[str], list[str]]:
        """Say beside each field what is wrong with it; return the same with the fields' names, and what is wrong with no field."""
        at_fields: list[str] = []
        elsewhere: list[str] = []
        for one in faults:
            ways = (".".join(map(str, one.field[:length])) for length in range(len(one.field), 0, -1))
            way = next((way for way in ways if self.tell_at(way, one.told)), "")
            (at_fields if way else elsewhere).append(self.at(way, one.told) if way else literal(one.told))
        return at_fields, elsewhere

    def tell_at(self, name: str, words: str) -> bool:
        """Say something beside a field, once; return whether there is such a field."""
        if name not in self._room:
            return False
        if (name, words) not in self._told:
            self._told.add((name, words))
            self._room[name][1].markdown(f":red[:small[{literal(words)}]]")
        return True

    def hint(self, name: str, words: str) -> None:
        """Say something in small letters beneath a field, which helps to fill it in."""
        self._room[name][1].caption(literal(words))

    def tell_changed(self) -> None:
        """Say beside each field that was typed in earlier what somebody else has made of it since."""
        for name, (was, now) in self.drafted.items():
            if name in self.drawn and self.drawn[name][0] not in (was, now):
                self.tell_at(name, say(told.changed_since(self._first_told.get(name, ""))))

    def at(self, name: str, words: str, called: str = "") -> str:
        """Return what is said of a field where the field itself is not in sight: by its label, or as it is `called`."""
        return f"**{called or (self._room[name][0] if name in self._room else _called(name, ''))}:** {literal(words)}"

    @staticmethod
    def _box(look: dict[str, Any]) -> DeltaGenerator:
        """Return a place for a field and what is said of it, as wide as the field is to be: beside others what is said stands beneath its own."""
        return st.container(gap=None, width=look.pop("width", "stretch"))

    def _begun(self, name: str, first: Typed) -> Typed:
        """Return with what a field begins: with what was typed earlier, else with what the record says."""
        return self.drafted[name][1] if name in self.drafted else first

    def _put(self, name: str, value: Text, label: str = "") -> None:
        self.room(name, label)
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
