"""A thing said: the name of its sentence, what it is said of, and the ids of the statements it rests on; the words are added at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from parley.analysis.outcomes import Distance, Span
from parley.dates import PartialDate
from parley.model import Party
from parley.scales import Axis

Joint = Literal["and", "or", "any", "ways", "comma", "semicolon", "dots", "then", "sentences"]


@dataclass(frozen=True)
class Place:
    """A value on a scale: a rung or a quantity."""

    value: Fraction
    axis: Axis


@dataclass(frozen=True)
class Stretch:
    """A stretch of a scale, from one value to another; a place where the two are one."""

    span: Span
    axis: Axis


@dataclass(frozen=True)
class Side:
    """A value of a scale and all that lies lower, or higher."""

    value: Fraction
    axis: Axis
    or_lower: bool


@dataclass(frozen=True)
class Apart:
    """How far apart two places on a scale are, in rungs or in the unit of its distances."""

    distance: Distance
    axis: Axis


@dataclass(frozen=True)
class Verbatim:
    """Words that stand in the files as they are told: what a statement says, a name, a condition."""

    text: str


@dataclass(frozen=True)
class Listed:
    """Several things told together: all of them ("and") or one of them ("or"), one or another ("any"), several ways, or as a row."""

    items: tuple[Argument, ...]
    how: Joint = "and"


@dataclass(frozen=True)
class Said:
    """One thing said: `key` names its sentence in the catalogue of words, `args` are what it is said of, `ids` the statements it rests on.

    An argument that is plain text only chooses between forms of the sentence and is never shown.
    """

    key: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    ids: tuple[str, ...] = ()


Argument = Party | Place | Stretch | Side | Apart | Verbatim | Listed | Said | PartialDate | date | Fraction | int | str


def said(key: str, ids: tuple[str, ...] = (), /, **args: Argument) -> Said:
    """Return the thing said under this key, of these arguments, resting on these statements."""
    return Said(key, args, ids)


def begun(one: Argument) -> Said:
    """Return a thing said as it begins a line or a sentence."""
    return said("begun", words=one)


def together(*items: Argument, how: Joint = "and") -> Listed:
    """Return several things told together."""
    return Listed(items, how)


def bracketed(one: Argument) -> Said:
    """Return a thing told in brackets."""
    return said("bracketed", told=one)
