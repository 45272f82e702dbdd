"""What a word that is not known was meant to be: the nearest of those that are, or all of them where they are few."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from parley.letters import disguised

MOST_LISTED = 14
# Of a hundred letters of both words, so many must agree. Ids that share only their first word, such as a party's, stay below.
NEAR = 62
# In a search what is near is searched for at once, and not only offered.
NEAR_IN_SEARCH = 80
# A file may hold one word of many megabytes.
_LONGEST_READ = 120


def with_suggestion(sentence: str, given: str, known: Sequence[str]) -> str:
    """Return a sentence about a word that is not known, and after it, where there is one, the suggestion."""
    return " ".join(filter(None, (sentence, did_you_mean(given, known))))


def did_you_mean(given: str, known: Sequence[str]) -> str:
    """Return "Did you mean 'x'?" for the nearest known word; the list where none is near and they are few, else nothing.

    A letter that only looks like one of those is named first.
    """
    best = nearest(given, known)
    return with_disguise(given, f"Did you mean '{_cut(best)}'?" if best else listed(known))


def with_disguise(word: str, mend: str) -> str:
    """Return how to mend a word that should hold plain letters only, after the name of the letter in it that looks like one and is none."""
    return " ".join(filter(None, (disguised(word[:_LONGEST_READ]), mend)))


def listed(known: Sequence[str]) -> str:
    """Return which words there are, where they are few enough to be read; else nothing."""
    if not known:
        return "Nothing of that kind exists yet."
    return f"There is: {', '.join(map(_cut, sorted(known)))}." if len(known) <= MOST_LISTED else ""


def _cut(word: str) -> str:
    return word if len(word) <= _LONGEST_READ else f"{word[: _LONGEST_READ - 1]}…"


def nearest(given: str, known: Sequence[str]) -> str:
    """Return the known word that is near enough to have been meant, or "".

    Near is what has most letters in common, or is the only one that holds the words given, each from its beginning.
    """
    # One wrong word may stand in a thousand places.
    return _nearest(given[:_LONGEST_READ], tuple(known))


def nearest_word(given: str, known: Sequence[str]) -> str:
    """Return the word of many that has so much in common with one given that it was surely meant, the first of those equally near, or ""."""
    return _most_like(given[:_LONGEST_READ], known, NEAR_IN_SEARCH)


@lru_cache(maxsize=256)
def _nearest(given: str, known: tuple[str, ...]) -> str:
    best = _most_like(given, known, NEAR, _plain)
    if best:
        return best
    asked = _plain(given).split()
    holding = [one for one in known if _holds(_plain(one).split(), asked)]
    return holding[0] if len(holding) == 1 and len("".join(asked)) > 1 else ""


def _most_like(given: str, known: Sequence[str], near: int, processor: Callable[[str], str] | None = None) -> str:
    from rapidfuzz import fuzz, process  # for which nobody waits who has made no mistake

    best = process.extractOne(given, known, scorer=fuzz.ratio, processor=processor, score_cutoff=near)
    return str(best[0]) if best else ""


def _holds(words: Sequence[str], asked: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in asked)


def _plain(text: str) -> str:
    """Return the words of an id, so that 'northland-2015' finds 'northland-2025-opening'."""
    return re.sub(r"[-_\s]+", " ", text.lower()).strip()
