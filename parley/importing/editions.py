"""The next edition of a table beside what people have done to the statements since the last: nobody's work is written over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.importing.drafted import Entry


@dataclass(frozen=True)
class Merged:
    """The statements as they stand after an edition, and the ids of those that stay as somebody has made them though the table says otherwise."""

    entries: tuple[Entry, ...]
    held: tuple[str, ...]


def merged(last: Mapping[str, Entry], now: Mapping[str, Entry], coming: Sequence[Entry]) -> Merged:
    """Return what the next edition makes of the statements, field by field.

    `last` is what the table gave the last time, by id, `now` how the statements stand, and `coming` what it gives this time. What only the table has
    changed is changed; what somebody has changed, added or taken away stays so, also where the table says otherwise.
    """
    entries: list[Entry] = []
    held: list[str] = []
    given = {one["id"]: one for one in coming}
    for key, new in given.items():
        old, own = last.get(key), now.get(key)
        if old is not None and own is None:
            held += [key] if new != old else []
            continue
        entry = new if own is None else _fields(old or own, own, new)
        held += [key] if any(entry.get(name) != told for name, told in new.items()) else []
        entries.append(entry)
    for key, own in now.items():
        if key not in given and own != last.get(key):
            entries.append(own)
            held += [key] if key in last else []
    return Merged(tuple(entries), tuple(held))


def _fields(old: Entry, own: Entry, new: Entry) -> Entry:
    """Return a statement in which each field is the table's where nobody has changed it since."""
    names = dict.fromkeys((*own, *new))
    found = {name: (new if own.get(name) == old.get(name) else own).get(name) for name in names}
    return {name: told for name, told in found.items() if told is not None}
