"""Names in a table: readable ids, spellings that are surely one name, and others that may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, count

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Of so many letters of a name one may be mistyped, and one is in the shortest of which that can be told.
LETTERS_PER_MISTAKE, SHORTEST = 8, 4
_LATIN = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
_VERSION = re.compile(r"[\s-]+(?:v\.?\s?\d{1,3}(?:\.\d+)*|\(?(?:final|copy|draft|new|latest|rev\.?\s?\d*)\)?|\(\d{1,2}\))$", re.IGNORECASE)
LONGEST_SHORT = 6  # letters of a name that may be initials
_SMALL = ("of", "the", "and", "for", "de", "der", "die", "des", "du", "la", "und", "et", "y")
MOST_OF_ID = 48  # letters
_TELLING = "+#%$€£¥&"


@lru_cache(maxsize=20_000)  # a table says the same few names many times
def plain(name: str) -> str:
    """Return a name without case, punctuation and, over Latin letters, accents: names that are the same so are one.

    Marks of other scripts are letters there, and signs that tell names apart, such as those of currencies, stay.
    """
    made: list[str] = []
    for one in unicodedata.normalize("NFKD", re.sub(r"['’‘`´ʼ]", "", name.casefold())):
        if unicodedata.combining(one) and made and "LATIN" in unicodedata.name(made[-1][-1], ""):
            continue
        made.append(one if one in _TELLING or unicodedata.category(one)[0] in "LNM" else " ")
    return " ".join("".join(made).split()) or exactly(name)


def exactly(name: str) -> str:
    """Return a name without case, and with single blanks: what means the same in every sign."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def id_of(name: str, what: str, taken: Collection[str]) -> str:
    """Return a readable id for a name, unlike those taken; where it has no Latin letter or digit, the word for what it is, and a number."""
    found = re.sub(r"[^a-z0-9]+", "-", plain(name).translate(_LATIN))[:MOST_OF_ID].strip("-")
    numbered = (f"{found or what}-{number}" for number in count(2 if found else 1))
    return next(one for one in chain([found] if found else [], numbered) if one not in taken)


def readable(key: str) -> bool:
    """Return whether a table's own id says something to a reader: it holds letters in a row, and no more digits than letters."""
    return re.search(r"[^\W\d_]{2}", key) is not None and sum(map(str.isdigit, key)) <= sum(map(str.isalpha, key))


def spellings(cells: Iterable[str], same: Callable[[str], str] = plain) -> Mapping[str, Sequence[str]]:
    """Return the names among cells in the order of their first coming, each with its spellings; the one most often met is the name.

    Of two met as often it is the one with more signs beyond the plainest: "Côte d'Ivoire".
    """
    found: dict[str, dict[str, int]] = {}
    for cell in cells:
        if cell:
            several = found.setdefault(same(cell), {})
            several[cell] = several.get(cell, 0) + 1
    return {max(several, key=lambda one: (several[one], _accents_in(one))): list(several) for several in found.values()}


def _accents_in(name: str) -> int:
    return sum(unicodedata.category(one) == "Mn" for one in unicodedata.normalize("NFD", name))


def title_of(file: str) -> str:
    """Return what a file without its ending is called, without what tells its versions apart: "Fish_talks_v3 (final)" is Fish talks."""
    found = " ".join(file.replace("_", " ").split())
    while (shorter := _VERSION.sub("", found)) and shorter != found:
        found = shorter
    return found


def _with_initials(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of which one begins with the initials of the other, or is all of them: "United States" and "USA"."""
    by_initials: dict[str, list[str]] = {}
    for name in names:
        found = "".join(word[0] for word in plain(name).split() if word not in _SMALL)
        if 2 <= len(found) <= LONGEST_SHORT:
            by_initials.setdefault(found, []).append(name)
    pairs: list[tuple[str, str]] = []
    for name in names:
        if name.isupper() and name.isalpha() and len(name) <= LONGEST_SHORT:
            short = plain(name)
            pairs += [(other, name) for cut in (short, short[:-1]) if len(cut) > 1 for other in by_initials.get(cut, ())]
    return pairs


def alike(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of names that may be one, because they differ in few letters or one has the initials of the other: only the reader can tell."""
    told, plains = _with_initials(names), [plain(one) for one in names]
    for place, name in enumerate(plains):
        # "Article 5" and "Article 6" are two.
        if len(name) < SHORTEST or re.search(r"\d", name):
            continue
        most = max(1, len(name) // LETTERS_PER_MISTAKE)
        near = process.extract(name, plains[place + 1 :], scorer=OSA.distance, score_cutoff=most, limit=None)
        told += [(names[place], names[place + 1 + other]) for _, _, other in near]
    return told
