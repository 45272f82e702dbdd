"""The names of months in the languages in which documents and tables are written."""

from __future__ import annotations

from collections import Counter
from functools import cache

LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "nl")


@cache
def months_in(*languages: str) -> dict[str, int]:
    """Return the names of the months in some languages, whole and short, with their numbers; what names two months there is none."""
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    meant: Counter[str] = Counter()
    for code in dict.fromkeys(languages):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=code).items():
                word = str(name).rstrip(".").casefold()
                meant[word] += found.get(word) != number
                found[word] = number
    return {word: number for word, number in found.items() if meant[word] == 1}
