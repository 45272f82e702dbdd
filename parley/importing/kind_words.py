"""How tables write what kind of statement something is: in a cell beside the position, or at the head of a column of positions."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from parley.importing.mapping import Holds
from parley.importing.tongues import in_english

# The words of kinds in cells, without case and accents.
KINDS = {
    "demand": "demand", "ask": "demand", "position": "demand", "proposal": "demand", "offer": "offer", "concession": "offer", "red line": "red_line",
    "redline": "red_line", "limit": "red_line", "stated limit": "red_line", "reservation": "red_line", "threat": "threat", "rationale": "rationale",
    "reason": "rationale",
}  # fmt: skip
# The heads of columns that hold positions of one kind.
COLUMNS: Mapping[Holds, tuple[str, ...]] = {
    "demand": (
        "demand", "demands", "demanded", "ask", "asks", "asks for", "asked", "wants to have", "opening demand", "opening position", "initial demand",
        "first demand", "current demand",
    ),
    "offer": ("offer", "offers", "offered", "concession", "concessions", "best offer", "last offer", "latest offer", "current offer", "offer made"),
    "red_line": (
        "red line", "red lines", "redline", "redlines", "limit", "limits", "stated limit", "bottom line", "reservation", "reservation value",
        "reservation point", "walk away", "walk away point", "walkaway", "resistance point", "no further than", "at the utmost",
    ),
}  # fmt: skip
# What tells the kind within a longer head, where other columns name the party and the issue.
WITHIN: Mapping[Holds, tuple[str, ...]] = {
    "demand": ("demand", "demands", "ask", "asks", "want", "wants", "request", "requests", "opening position"),
    "offer": ("offer", "offers", "offered", "concession", "concessions"),
    "red_line": ("red line", "red lines", "bottom line", "walk away"),
}
_BY_WORDS = {word: holds for holds, several in COLUMNS.items() for word in several}
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


def kind_columns(heads: Sequence[str], within: Collection[int] = ()) -> dict[int, Holds]:
    """Return which columns hold positions of one kind by their whole heads, a unit in brackets aside; of each kind the first.

    Of the columns `within` a word among others tells it, too.
    """
    found: dict[Holds, int] = {}
    words = [in_english(_BRACKETS.sub("", head)) for head in heads]
    for number, head in enumerate(words):
        if (holds := _BY_WORDS.get(head)) is not None:
            found.setdefault(holds, number)
    for number in within:
        for one, several in WITHIN.items():
            if number not in found.values() and any(re.search(rf"\b{word}\b", words[number]) for word in several):
                found.setdefault(one, number)
    return {number: holds for holds, number in found.items()}
