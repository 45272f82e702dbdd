"""What is proposed of a document and never taken unseen: its dates, its language, and which paragraphs to skip."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.documents.blocks import Block, Read
from parley.importing.months import months_in

Skip = Literal["", "aside", "number", "link", "phrase"]
MOST_DATES = 8
LOOKED_AT = 40  # paragraphs in which a date of publication may stand
_SHORT = 25  # words of a paragraph that a phrase of boilerplate makes one
_PHRASES = (
    *(
        "all rights reserved",
        "cookie",
        "subscribe",
        "subscription",
        "sign up",
        "sign in",
        "log in",
        "newsletter",
        "share this",
        "share on",
    ),
    *(
        "read more",
        "click here",
        "advertisement",
        "privacy policy",
        "terms of use",
        "terms of service",
        "©",
        "copyright",
        "most popular",
        "related articles",
    ),
)
_NUMBER = re.compile(r"\W*(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W*", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# The commonest little words of a language, by which one tells it from others.
_LITTLE = {
    "en": "the of and to in that is for with was by from",
    "fr": "le la les des et du une est pour dans que qui",
    "de": "der die das und nicht mit von ist den für auf ein",
    "es": "el los las del que una por con para está como más",
    "pt": "os das dos que uma com para não por mais ao pelo",
    "it": "il gli della che una per con non sono nel alla più",
    "nl": "het een van en dat met voor niet zijn op aan door",
}
_YEAR = r"(?:19|20)[0-9]{2}"


@dataclass(frozen=True)
class FoundDate:
    """A date that a document may have: as files write it, and the words in which it stands; none where the file itself gives it."""

    day: str
    words: str = ""


def skipped(block: Block, title: str) -> Skip:
    """Return why a paragraph may be boilerplate; "" where it may not."""
    if block.is_aside:
        return "aside"
    if _NUMBER.fullmatch(block.text):
        return "number"
    if _LINK.fullmatch(block.text):
        return "link"
    low = block.text.casefold()
    if len(low.split()) <= _SHORT and low != title.casefold() and any(one in low for one in _PHRASES):
        return "phrase"
    return ""


def language_of(read: Read) -> str:
    """Return the language that a file names, else the one whose little words are by far the commonest; "" where none is."""
    if read.language.isalpha() and len(read.language) == 2:
        return read.language
    words = Counter(re.findall(r"[^\W\d_]+", " ".join(one.text for one in read.blocks[:200]).casefold()))
    counts = sorted(((sum(words[one] for one in little.split()), code) for code, little in _LITTLE.items()), reverse=True)
    return counts[0][1] if counts[0][0] >= 5 and counts[0][0] >= 2 * counts[1][0] else ""


def dates_of(read: Read, language: str) -> tuple[FoundDate, ...]:
    """Return the days that the file gives and that stand in its first and last paragraphs, each once, in the order of their coming."""
    found: dict[str, FoundDate] = {}
    for given in read.dates:
        if _is_day(given):
            found.setdefault(given, FoundDate(given))
    blocks = [*read.blocks[:LOOKED_AT], *read.blocks[LOOKED_AT:][-5:]]
    for block in blocks:
        for day, words in _written(block.text, language):
            if found.get(day, FoundDate(day)).words == "":
                found[day] = FoundDate(day, words)
    return tuple(found.values())[:MOST_DATES]


def _written(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the days written in a text with the words around: as digits that can be read in one way only, or with the name of a month."""
    for one in re.finditer(rf"\b({_YEAR})-([0-9]{{2}})-([0-9]{{2}})\b|\b([0-9]{{1,2}})\.\s?([0-9]{{1,2}})\.\s?({_YEAR})\b", text):
        year, month, day = (one[1], one[2], one[3]) if one[1] else (one[6], one[5], one[4])
        yield from _day(year, month, day, text, one)
    months = months_in(language if language in _LITTLE else "en", "en")
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day_first = rf"\b([0-9]{{1,2}})(?:\.|st|nd|rd|th|º|er)?\s+(?:de\s+|of\s+)?({names})\.?,?\s+(?:de\s+|del\s+)?({_YEAR})\b"
    for one in re.finditer(day_first, text, re.IGNORECASE):
        yield from _day(one[3], str(months[one[2].casefold()]), one[1], text, one)
    for one in re.finditer(rf"\b({names})\.?\s+([0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})\b", text, re.IGNORECASE):
        yield from _day(one[3], str(months[one[1].casefold()]), one[2], text, one)


def _day(year: str, month: str, day: str, text: str, at: re.Match[str]) -> Iterator[tuple[str, str]]:
    made = f"{year}-{int(month):02}-{int(day):02}"
    if _is_day(made):
        before, after = text[: at.start()].split()[-3:], text[at.end() :].split()[:3]
        yield made, " ".join([*before, at[0], *after])


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text)) and len(text) == 10
    except ValueError:
        return False


def heading_of(blocks: Sequence[Block]) -> str:
    """Return the first heading, else the first paragraph if it is short enough to be one."""
    first = next((one.text for one in blocks if one.is_heading and not one.is_aside), "")
    if first:
        return first
    text = next((one.text for one in blocks if not skipped(one, "")), "")
    return text if len(text) <= 160 else ""
