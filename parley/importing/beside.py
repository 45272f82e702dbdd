"""Signs that stand beside a number and are no unit: ">= 40", "ca. 20", "10*". What they mean is for somebody to say, once for the table."""

from __future__ import annotations

import re
from typing import NamedTuple

_THAN = r"(?:(?:no|not) )?(?:more|less|fewer) than|at (?:the )?(?:least|most)|up to|over|under|above|below|(?:min|max)(?:\.|imum)?"
_COMPARES = rf"(?:>=|=>|≥|≧|<=|=<|≤|≦|>|<|(?:{_THAN})(?=[\s\d]))"
_ABOUT = r"(?:[~≈≅±]|(?:ca|approx|c)\.|(?:ca|circa|approx|approximately|about|around|roughly)(?=[\s\d]))"
_FOOTNOTE = r"\*{1,3}|[†‡§+]|(?<=[\d%])[¹²³⁰⁴-⁹]+|[(\[][a-z\d][)\]]"
_BESIDE = re.compile(rf"(?P<before>{_COMPARES}|{_ABOUT})?\s*(?P<number>[-+−]?[^\s\d<>~≈]{{0,3}}\s?\d.*?)\s*(?P<after>{_FOOTNOTE})?", re.IGNORECASE)
_IS_COMPARED = re.compile(_COMPARES, re.IGNORECASE)


class Beside(NamedTuple):
    """A sign, or one before and one behind, and the cell without them."""

    sign: str
    number: str


def beside(cell: str) -> Beside | None:
    """Return what stands beside the number in a cell; None where nothing does that could be such a sign."""
    found = _BESIDE.fullmatch(cell)
    if found is None or not (found["before"] or found["after"]):
        return None
    return Beside(" ".join(filter(None, (found["before"], found["after"]))), found["number"])


def is_compared(cell: str) -> bool:
    """Return whether a cell begins with a sign of more or less, as the steps of a scale in words do, too."""
    return _IS_COMPARED.match(cell) is not None
