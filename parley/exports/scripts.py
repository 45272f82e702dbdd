"""In which script a text is written, so that documents can mark it as such."""

from __future__ import annotations

import unicodedata
from typing import Literal

Script = Literal["latin", "chinese", "arabic"]
_RIGHT_TO_LEFT = {"R", "AL"}
_STRONG = {"L", *_RIGHT_TO_LEFT}
# Signs used with Chinese begin here; everything before that is written with the Latin font or with the Arabic one.
_CHINESE = "\u2e80"


def script_of(text: str) -> Script:
    """Return the script of the first letter that is one of a script; Latin where there is none."""
    first = next((letter for letter in text if unicodedata.bidirectional(letter) in _STRONG), "")
    if first >= _CHINESE:
        return "chinese" if unicodedata.bidirectional(first) == "L" else "arabic"
    return "arabic" if first and unicodedata.bidirectional(first) in _RIGHT_TO_LEFT else "latin"
