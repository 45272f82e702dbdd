"""What of a text is searched for, what a search finds, and where the words stand in a text: each is taken literally, whatever its script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal

from parley.model import Statement

LetsIn = Callable[[Statement], bool]
FindKind = Literal["party", "issue", "speaker", "document", "step", "event"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile("['’]s$")
_ACCENTS_FROM = 10  # classes of marks that are accents, and no letters
_TATWEEL = "\u0640"  # only draws a word out


@cache
def _close() -> re.Pattern[str]:
    """Return what finds a letter of a script that sets no blanks between words, or joins small words to them: each is found by itself.

    To make it of so many letters takes longer than most modules take to load.
    """
    return re.compile(
        "[\u0590-\u08ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
    )


class _Folding(dict[int, str]):
    """Each letter as it is searched for: small, and without accents; it is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = (one for one in unicodedata.normalize("NFKD", letter) if unicodedata.combining(one) < _ACCENTS_FROM and one != _TATWEEL)
        self[code] = unicodedata.normalize("NFC", "".join(parts)).casefold()
        return self[code]


_FOLDED = _Folding()


@dataclass(frozen=True)
class Term:
    """A word searched for: the words of the files that count as it, and, where it may be half typed, what they may begin with.

    `rows` are rows of letters in scripts that set no blanks between words; they count wherever they stand. `related` are those of them that the
    negotiation names as related.
    """

    forms: frozenset[str] = frozenset()
    begins: str = ""
    rows: frozenset[str] = frozenset()
    related: tuple[str, ...] = ()

    def counts(self, word: str) -> bool:
        """Return whether a word of the files is one of those searched for."""
        return word in self.forms or bool(self.begins and word.startswith(self.begins))


@dataclass(frozen=True)
class Find:
    """Something other than a statement that holds the words: its kind, and the ids by which it is known, such as those of a party and its speaker.

    `behind` are the ids of the statements that a party, a speaker or a document found brings with it.
    """

    kind: FindKind
    ids: tuple[str, ...]
    behind: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finds:
    """What holds every word of a search: the ids of statements by issue, on each by party, and of each party the newest first; and all else.

    Of a party, a speaker or a document that is found, all statements are. `later` and `left_out` count the statements that hold the words, too, and
    were said later than asked for, or are not let in.
    `mended` names each word that stands nowhere, with the nearest that was searched for in its place; `unknown` is the first that none is near to.
    `related` are the words that the negotiation names as related to one of them, and that stand somewhere.
    """

    issues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    others: tuple[Find, ...] = ()
    later: int = 0
    left_out: int = 0
    terms: tuple[Term, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()
    unknown: str = ""

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of all statements found."""
        return tuple(chain.from_iterable(ids for _, ids in self.issues))


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are searched for, without accents, capitals and possessive endings."""
    return [_plain(one) for one in _WORD.findall(_folded(text))]


def pieces(text: str, terms: Iterable[Term]) -> list[tuple[str, bool]]:
    """Return a text cut where words that were searched for begin and end, each piece with whether it is one of them."""
    found = list(terms)
    spans = sorted(_spans(text, found)) if found else []
    cut, at = [], 0
    for start, end in spans:
        if end <= at:
            continue
        start = max(start, at)
        cut += [(text[at:start], False)] if start > at else []
        cut.append((text[start:end], True))
        at = end
    return [*cut, (text[at:], False)] if at < len(text) else cut


def _spans(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    folded, places = "", []
    for place, letter in enumerate(text):
        made = letter.translate(_FOLDED)
        folded += made
        places += [place] * len(made)
    for found in _WORD.finditer(folded):
        if any(one.counts(_plain(found[0])) for one in terms):
            yield places[found.start()], places[found.end() - 1] + 1
    for row in (row for one in terms for row in one.rows):
        for found in re.finditer(re.escape(row), folded):
            yield places[found.start()], places[found.end() - 1] + 1


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", text).translate(_FOLDED)


def _plain(word: str) -> str:
    return re.sub("['’]", "", _POSSESSIVE.sub("", word)) if not word.isalnum() else word


def spaced(word: str) -> str:
    """Return a word with blanks between the letters of scripts that set none between words, so that each is found by itself."""
    return word if word.isascii() else " ".join(_close().sub(r" \g<0> ", word).split())


def is_row(word: str) -> bool:
    """Return whether a word is written in a script that sets no blanks between words, so that it is a row of letters."""
    return _close().search(word) is not None
