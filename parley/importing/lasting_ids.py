"""Ids that stay: what comes in again keeps the id that it had, whatever has come before it in the table since."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import count

from parley.importing.drafted import Drafted, Entry


def kept_ids(drafted: Drafted, before: Mapping[str, Entry], others: Collection[str] = ()) -> tuple[Entry, ...]:
    """Return the entries under the ids that they had when the table was brought in before, by whose and on what they are, and in that by their order.

    What is new takes an id that none has had, nor any of `others`.
    """
    free: dict[tuple[str, ...], list[str]] = {}
    for key, old in before.items():
        free.setdefault(_what(old), []).append(key)
    # What the table itself calls by an id keeps it.
    found = {number: entry["id"] for number, entry in enumerate(drafted.entries) if entry["id"] in drafted.own_ids}
    for keys in free.values():
        keys[:] = [key for key in keys if key not in drafted.own_ids]
    # Those that say the same come first, so that a row put in between renames none.
    for is_same in (True, False):
        for number, entry in enumerate(drafted.entries):
            keys = free.get(_what(entry), [])
            same = next((one for one in keys if not is_same or before[one].get("place") == entry["place"]), None)
            if number not in found and same is not None:
                found[number] = same
                keys.remove(same)
    taken = {*before, *others, *found.values()}
    for number, entry in enumerate(drafted.entries):
        if number not in found:
            found[number] = entry["id"] if entry["id"] not in taken else next(one for n in count(2) if (one := f"{entry['id']}-{n}") not in taken)
            taken.add(found[number])
    made = _produced(drafted)
    return tuple(
        {
            **entry,
            "id": found[number],
            **{name: told for name, told in before.get(found[number], {}).items() if name not in made and name not in entry},
        }
        for number, entry in enumerate(drafted.entries)
    )


def _produced(drafted: Drafted) -> set[str]:
    """Return the keys of a statement that the table gives; what somebody has added to one by hand under others stays."""
    columns = {"locator" if one.holds in ("page", "paragraph", "line", "anchor") else one.holds for one in drafted.mapping.columns}
    given = {name for name in type(drafted.mapping.defaults).model_fields if getattr(drafted.mapping.defaults, name) is not None}
    return {"id", "party", "parties", "issue", "kind", "place", *columns, *given}


def _what(entry: Entry) -> tuple[str, ...]:
    return (
        " ".join(entry.get("parties", (str(entry.get("party", "")),))),
        str(entry.get("issue", "")),
        str(entry.get("kind", "")),
        str(entry.get("said", "")),
    )
