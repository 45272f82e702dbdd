"""A language: its catalogue of sentences, and things said put into its words, piece by piece with what each piece is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from parley.dates import PartialDate, shown_day
from parley.model import Party
from parley.numbers import grouped
from parley.telling.said import Apart, Argument, Listed, Place, Said, Side, Stretch, Verbatim

if TYPE_CHECKING:
    from fluent.syntax.ast import Resource

Role = Literal["words", "party", "place", "apart", "date", "number", "verbatim"]
# Where an argument goes, the catalogue's sentence carries its number between two letters that no text of ours holds; a third asks for a capital.
_OPEN, _CLOSE, _CAPITAL = "\ue000", "\ue001", "\ue002"
KEPT = 8192  # forms of sentences
_SLOT = re.compile(f"({_CAPITAL}*){_OPEN}([0-9]+){_CLOSE}")


@dataclass(frozen=True)
class Piece:
    """A run of words with what it is: the catalogue's own, or a party, a place, a distance, a date, a number, words from the files."""

    text: str
    role: Role = "words"


class _Slot(NamedTuple):
    """Where in a sentence an argument goes, by its number, and whether it begins the sentence."""

    number: int
    is_capital: bool


class _Told(NamedTuple):
    """What has been said already, where it is part of a sentence."""

    pieces: Sequence[Piece]


class Language:
    """One language, by its catalogue."""

    def __init__(self, code: str) -> None:
        # What reads a catalogue is loaded for the first sentence, so that a command that says none does not wait for it.
        from fluent.runtime import FluentBundle

        self.code = code
        self._bundle = FluentBundle([code], functions={"CAP": _with_capital}, use_isolating=False)
        self._bundle.add_resource(_sentences(code))
        # A page says a thousand sentences of a few hundred forms, over and over.
        self._form = lru_cache(maxsize=KEPT)(self._made)

    def text(self, one: Argument) -> str:
        """Return a thing said in words.

        Raises LookupError for a sentence that the catalogue does not hold, ValueError for one that lacks what it is said of.
        """
        return "".join([piece.text for piece in self.pieces(one)])

    def pieces(self, one: Argument) -> Sequence[Piece]:
        """Return a thing said piece by piece; errors as `text`."""
        return self._pieces(one)

    def _pieces(self, one: Argument | _Told) -> Sequence[Piece]:
        match one:
            case _Told():
                return one.pieces
            case Said():
                return self._sentence(one.key, one.args)
            case Party():
                return (Piece(one.in_sentence, "party"),)
            case Verbatim():
                return (Piece(one.text, "verbatim"),)
            case PartialDate():
                return (Piece(one.shown(), "date"),)
            case date():
                return (Piece(shown_day(one), "date"),)
            case int() | Fraction():
                return (Piece(grouped(one), "number"),)
            case Listed():
                return self._listed(one)
            case str():
                raise ValueError(f"{one!r} chooses between forms and is never shown.")
        return (Piece("".join([piece.text for piece in self._measured(one)]), "apart" if isinstance(one, Apart) else "place"),)

    def _measured(self, one: Place | Stretch | Side | Apart) -> Sequence[Piece]:
        """Return a value, a stretch or a distance of a scale."""
        axis = one.axis
        scale = "ladder" if axis.is_ladder else "quantity"
        match one:
            case Place(value):
                if axis.is_ladder:
                    return (Piece(axis.names[int(value)]),)
                told = {"number": Verbatim(grouped(value)), "unit": Verbatim(axis.unit)}
                anchor = axis.anchor(value)
                if axis.is_calendar and not anchor:
                    return (Piece(grouped(value)),)
                return self._sentence("anchored", {**told, "means": Verbatim(anchor)}) if anchor else self._sentence("quantity", told)
            case Stretch(span):
                start, end = Place(span.low, axis), Place(span.high, axis)
                if span.is_exact:
                    return self._measured(start)
                if axis.is_ladder:
                    return self._sentence("between-steps", {"low": start, "high": end})
                return self._sentence("stretch", {"low": Verbatim(grouped(span.low)), "high": end})
            case Side(value, _, or_lower):
                if value == (axis.bottom if or_lower else axis.top):
                    return self._measured(Place(value, axis))
                return self._sentence("side", {"place": Place(value, axis), "way": "lower" if or_lower else "higher", "scale": scale})
            case Apart(distance):
                low, high = distance.low, distance.high
                is_one = "one" if low == high == 1 else "several"
                unit = Verbatim(axis.unit_apart(low, high))
                number = {"low": Verbatim(grouped(low)), "high": Verbatim(grouped(high)), "exact": "yes" if low == high else "no"}
                return self._sentence("distance", {**number, "unit": unit, "scale": scale, "steps": is_one})

    def _listed(self, one: Listed) -> Sequence[Piece]:
        """Return several things, joined two by two as the catalogue says, the last two in their own way."""
        told: Sequence[Piece] = ()
        for number, item in enumerate(one.items):
            if not number:
                told = self._pieces(item)
                continue
            is_last = number == len(one.items) - 1
            how = one.how if is_last or one.how not in ("and", "or") else "comma"
            # What has been said already is handed on piece by piece, not said anew with each thing that follows.
            told = self._sentence("joined", {"first": _Told(told), "second": item, "how": how})
        return told

    def _sentence(self, key: str, args: Mapping[str, Argument | _Told]) -> Sequence[Piece]:
        slots: list[Argument | _Told] = []
        given: list[tuple[str, str | int]] = []
        for name, one in args.items():
            if isinstance(one, str):
                given.append((name, one))
                continue
            given.append((name, f"{_OPEN}{len(slots)}{_CLOSE}"))
            slots.append(one)
            if isinstance(one, int | Party | Listed):
                given.append((f"{name}-number", how_many(one)))
        found: list[Piece] = []
        for part in self._form(key, tuple(given)):
            if isinstance(part, Piece):
                found.append(part)
                continue
            pieces = self._pieces(slots[part.number])
            if part.is_capital and pieces:
                pieces = (Piece(capital(pieces[0].text), pieces[0].role), *pieces[1:])
            found.extend(pieces)
        return found

    def _made(self, key: str, given: tuple[tuple[str, str | int], ...]) -> tuple[Piece | _Slot, ...]:
        """Return the form that a sentence takes: the catalogue's own words, and the slots in which its arguments go."""
        message = self._bundle.get_message(key)
        if message.value is None:
            raise LookupError(f"The catalogue {self.code} holds no sentence {key!r}.")
        text, errors = self._bundle.format_pattern(message.value, dict(given))
        if errors:
            raise ValueError(f"{self.code}: {key}: {'; '.join(map(str, errors))}")
        return tuple(_split(str(text)))


def _split(text: str) -> Iterator[Piece | _Slot]:
    at = 0
    for slot in _SLOT.finditer(text):
        if slot.start() > at:
            yield Piece(text[at : slot.start()])
        yield _Slot(int(slot[2]), bool(slot[1]))
        at = slot.end()
    if at < len(text):
        yield Piece(text[at:])


def _with_capital(text: Any) -> Any:
    # The library's types know no function that returns text, though it takes one.
    return f"{_CAPITAL}{text}"


def capital(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def how_many(one: int | Party | Listed) -> int:
    """Return the number that chooses the form of a word: how many there are, and two for what is spoken of in the plural."""
    match one:
        case Party():
            return 2 if one.plural else 1
        case Listed():
            return 1 if len(one.items) == 1 and not isinstance(one.items[0], Party) else max(len(one.items), 1)
    return one


def catalogue(code: str, without: Collection[str] = ()) -> str:
    """Return the text of a language's catalogue: a file for each thing that is told of; those named in `without` are left out.

    What a sentence is said of stands there in braces; `-number` after its name chooses the form of the word beside it, and `CAP` begins a
    sentence with it.
    """
    return "\n".join(one.read_text(encoding="utf-8") for one in sorted((Path(__file__).parent / code).glob("*.ftl")) if one.stem not in without)


@cache
def _sentences(code: str) -> Resource:
    """Return the sentences of a language's catalogue, parsed."""
    from fluent.runtime import FluentResource

    return FluentResource(catalogue(code))


@cache
def english() -> Language:
    """Return English, the same each time."""
    return Language("en")


def say(one: Argument | None) -> str:
    """Return a thing said in words; empty where nothing is said."""
    return "" if one is None else english().text(one)


def said_all(several: Iterable[Argument]) -> tuple[str, ...]:
    """Return things said in words, one after the other."""
    return tuple(map(say, several))
