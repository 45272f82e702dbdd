"""What may not have been read as it was meant: a text cut at a '#', a number of thousands, a lost or hidden letter, a party without a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from pydantic import BaseModel

from parley.agendas import Agenda
from parley.dataset import Dataset
from parley.errors import Problem, quoted
from parley.files import Document, Loc
from parley.letters import LOST, MOST_MARKS, foreign, named, overloaded, turning, unseen
from parley.model import Negotiation, PartyFile, Source, Statement
from parley.numbers import plain
from parley.reading import is_words
from parley.scales import Axis

# As many write 1200, and many others one and a fifth.
_OF_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_FINE = Fraction(1, 1000)


def texts_cut(dataset: Dataset) -> Iterator[Problem]:
    """Find texts in no quotes that end at a '#', which begins a comment."""
    for document, model in _documents(dataset):
        for cut in document.cuts:
            if is_words(model, cut.loc):
                what = f"The text ends before {quoted(cut.comment)}, which is read as a comment."
                yield _doubt(document, cut.loc, what, "Put quotes around the whole text, or the comment on a line of its own.")


def letters_lost(dataset: Dataset) -> Iterator[Problem]:
    """Find texts in which a program left a sign for a letter that it could not read."""
    for document, loc, text in _unusual_texts(dataset):
        if LOST in text:
            yield _doubt(document, loc, f"{quoted(_word_with(LOST, text))} has lost a letter: {named(LOST)} stands in its place.", "Write it again.")


def letters_astray(dataset: Dataset) -> Iterator[Problem]:
    """Find letters that cannot be seen, that only look like the letters around them, or that turn others round."""
    for document, loc, text in _unusual_texts(dataset):
        for letter, what, mend in (
            (unseen(text), "which cannot be seen", "Take it out."),
            (foreign(text), "which only looks like a Latin letter", "Write the letter it looks like."),
            (turning(text), "which turns letters round or is not closed", "Take it out, or close it."),
        ):
            if letter:
                yield _doubt(document, loc, f"{quoted(_word_with(letter, text))} holds {named(letter)}, {what}.", mend)
        letter, marks = overloaded(text)
        if marks:
            where = f"One letter, {named(letter)}, bears" if letter else "The text begins with"
            yield _doubt(document, loc, f"{where} {marks} combining marks.", f"Take out those that do not belong there; {MOST_MARKS} are the most.")


def numbers_in_doubt(dataset: Dataset) -> Iterator[Problem]:
    """Find places between the steps of their scale, and numbers whose point may stand between thousands."""
    header, _ = dataset.files[dataset.negotiation.id]
    for index, issue in enumerate(dataset.negotiation.issues):
        quantity = issue.scale.quantity
        for key in ("bottom", "top", "resolution") if quantity else ():
            if _OF_THOUSANDS.fullmatch(text := str(getattr(quantity, key))):
                yield _thousands(header, ("issues", index, "scale", "quantity", key), text)
    for one in dataset.statements:
        document, (*above, _) = dataset.files[one.id]
        for loc, text, axis in _numbers(one, dataset.axes):
            if _OF_THOUSANDS.fullmatch(text) and (axis is None or _FINE % axis.step):
                yield _thousands(document, (*above, *loc), text)
            elif axis is not None and _is_between(text, axis.bottom, axis.step):
                what = f"{text} lies between the steps of the scale, each of {axis.shown(axis.step)}."
                yield _doubt(document, (*above, *loc), what, "Round it, or give the scale a finer 'resolution'.")


def parties_without_file(dataset: Dataset) -> Iterator[Problem]:
    """Find parties of which there is no file, not even an empty one: it may have been lost."""
    for index, party in enumerate(dataset.negotiation.parties):
        if party.id in dataset.without_file:
            mend = f"Write '{party.id}.yaml', with 'statements: []' if the party has said nothing."
            yield _doubt(
                dataset.files[dataset.negotiation.id][0], ("parties", index, "id"), f"There is no file of the party {quoted(party.id)}.", mend
            )


# What is shown may be wrong for these, so pages tell of them as well.
SHOWN_DOUBTS: tuple[Callable[[Dataset], Iterable[Problem]], ...] = (texts_cut, letters_lost, numbers_in_doubt)


def doubts(dataset: Dataset) -> tuple[Problem, ...]:
    """Return all for which what is shown may not be what was meant."""
    return tuple(sorted({problem for rule in SHOWN_DOUBTS for problem in rule(dataset)}))


def _documents(dataset: Dataset) -> Iterator[tuple[Document, type[BaseModel]]]:
    """Yield each file with what it holds."""
    kinds: dict[str, type[BaseModel]] = {dataset.negotiation.id: Negotiation}
    kinds |= dict.fromkeys(dataset.sources, Source) | {one.id: Agenda for one in dataset.agendas}
    yield from {document: kinds.get(key, PartyFile) for key, (document, _) in dataset.files.items()}.items()


def _unusual_texts(dataset: Dataset) -> Iterator[tuple[Document, Loc, str]]:
    """Yield each text that holds more than the plain letters of English."""
    for document, _ in _documents(dataset):
        yield from ((document, loc, text) for loc, text in document.unusual_texts)


def _numbers(one: Statement, axes: Mapping[str, Axis]) -> Iterator[tuple[Loc, str, Axis | None]]:
    """Yield the numbers of a statement, and the scale on which they lie where they lie on one."""
    if not axes[one.issue].is_ladder:
        for key, text in (("at", one.place.at), ("from", one.place.from_), ("to", one.place.to)):
            if text is not None:
                yield ("place", key), text, axes[one.issue]
    if one.amount is not None:
        yield ("amount", "value"), str(one.amount.value), None
    condition = one.condition
    if condition and condition.issue and condition.at and not axes[condition.issue].is_ladder:
        yield ("condition", "at"), condition.at, axes[condition.issue]


# A few values are named in thousands of places.
@lru_cache(maxsize=1024)
def _is_between(text: str, bottom: Fraction, step: Fraction) -> bool:
    """Return whether a number lies between the steps of a scale, counted from zero or from the bottom."""
    return bool(Fraction(text) % step and (Fraction(text) - bottom) % step)


def _thousands(document: Document, loc: Loc, text: str) -> Problem:
    one, other = text.replace(".", ""), plain(Fraction(text))
    # Four digits after the point leave no doubt.
    small = f"{text}0" if other == text else other
    return _doubt(document, loc, f"Is {text} the number {other}, or {one}?", f"Write {small} or {one}.")


def _word_with(letter: str, text: str) -> str:
    return next(word for word in text.split(" ") if letter in word)


def _doubt(document: Document, loc: Loc, what: str, mend: str) -> Problem:
    return document.problem(loc, what, mend, severity="warning")
