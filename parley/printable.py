"""Which letters no font holds, and in which texts they stand: PDF, PNG and the drawings in Word can only show empty boxes for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from parley.dataset import Dataset
from parley.errors import Problem, quoted
from parley.files import Document, Loc
from parley.fonts import is_covered
from parley.model import Negotiation, Source, Statement
from parley.places import placed_texts

EMPTY_BOX = "\u25a1"
LISTED = 4  # texts with such letters that a message names
_MARKS = ("Mn", "Me", "Mc")
# Letters are called by the first word of their Unicode names, and what is no letter by what it is.
_SYMBOLS, _CHINESE, _OTHERS = "symbols", "rare Chinese", "letters without a name"


def printable(text: str) -> str:
    """Return the text with an empty box for every letter that no font holds; a mark that only such a letter bore goes with it."""
    if text.isascii():
        return text
    found: list[str] = []
    is_lost = False
    for letter in text:
        is_mark = unicodedata.category(letter) in _MARKS
        if not (is_lost and is_mark):
            is_lost = not is_covered(letter)
            found += [EMPTY_BOX if is_lost else letter]
    return "".join(found)


def unprintable_scripts(text: str) -> tuple[str, ...]:
    """Return the names of the scripts of the letters in a text that no font holds: "Hangul", "Hebrew"; none where all can be shown."""
    return () if text.isascii() else tuple(dict.fromkeys(_script(one) for one in text if not is_covered(one)))


def unprintable_words(texts: Iterable[str]) -> str:
    """Return the sentence that names the letters which no font holds, each script with the first text it stands in; else empty."""
    first: dict[str, str] = {}
    for text in texts:
        for script in unprintable_scripts(text):
            first.setdefault(script, text)
    named = [f"{script} ({quoted(text)})" for script, text in first.items()]
    more = f" and {len(named) - LISTED} more" if len(named) > LISTED else ""
    return (
        f"PDF, PNG and the drawings in Word show empty boxes for letters that no font here holds: {', '.join(named[:LISTED])}{more}." if named else ""
    )


def texts_in(*records: BaseModel) -> Iterator[str]:
    """Yield every text of some records."""
    for record in records:
        yield from (text for _, text in placed_texts(record.model_dump(by_alias=True, mode="json"), ()))


def not_plain(dataset: Dataset, records: Iterable[Negotiation | Source | Statement]) -> Iterator[BaseModel]:
    """Yield the records that may hold more than plain letters: all but those of files that surely do not."""
    yield from (one for one in records if one.id not in dataset.files or not dataset.files[one.id][0].is_plain)


def unprintable(dataset: Dataset) -> Iterator[Problem]:
    """Yield a warning for each file and script whose letters no font holds, at the first text they stand in, with how many there are."""
    found: dict[tuple[str, str], list[tuple[Document, Loc, str]]] = {}
    for document, at, record in _records(dataset):
        for loc, text in placed_texts(record.model_dump(by_alias=True, mode="json"), at):
            for script in unprintable_scripts(text):
                found.setdefault((document.name, script), []).append((document, loc, text))
    for (_, script), places in found.items():
        document, loc, text = places[0]
        count = f"{len(places)} texts" if len(places) > 1 else "one text"
        held = f"{quoted(text)} holds letters that no font here holds ({script}; {count} in this file)."
        what = f"{held} PDF, PNG and the drawings in Word show empty boxes in their place."
        yield document.problem(loc, what, "Write the words in other letters as well, or take away Excel, PowerPoint or HTML.", severity="warning")


def _records(dataset: Dataset) -> Iterator[tuple[Document, Loc, BaseModel]]:
    """Yield each record that may hold more than plain letters, with its document and where in it it stands."""
    named: Mapping[str, BaseModel] = {
        dataset.negotiation.id: dataset.negotiation,
        **dataset.cited,
        **{one.id: one for one in dataset.statements},
    }
    for key, record in named.items():
        if key in dataset.files:
            document, loc = dataset.files[key]
            if not document.is_plain:
                yield document, loc[:-1], record


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    if name.startswith("CJK"):
        return _CHINESE
    if unicodedata.category(letter)[0] == "S":
        return _SYMBOLS
    return name.split()[0].capitalize() if name else _OTHERS
