"""Letters that cannot be seen, or look like others: named by what they are, so that a reader can find them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import groupby

# What stands in each second place looks, in most fonts, like what stands before it.
_PAIRS = (
    "aаaαaɑbЬcсcϲdԁeеgɡhһiіiıiιjјkкkκlӏmмnпoоoοoօpрpρqԛsѕtтuսvνvѵwԝxхyуAАAΑBВBΒCСCϹEЕEΕGԌHНHΗIІIΙIӀJЈKКKΚMМMΜNΝOОOΟPРPΡSЅTТTΤXХXΧYУYΥZΖ"
    "-‐-‑-‒-–-—-―-−-ー:∶:꞉:ː:׃:：,،,、,，/⁄/∕/／0Ο \u2800"
)
_LOOKS_LIKE: Mapping[str, str] = {_PAIRS[place + 1]: _PAIRS[place] for place in range(0, len(_PAIRS), 2)}
_OF_ANOTHER_SCRIPT = re.compile(f"[{''.join(one for one in _LOOKS_LIKE if one.isalpha() and one not in 'ɑıɡー')}]")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]")
_WORD = re.compile(r"[^\W\d_]+")
# Two of these join letters of scripts that need it, and emoji; between letters of Europe they are left over from elsewhere.
_JOINERS = re.compile("(?<=[\u0021-\u052f])[\u200c\u200d]|^[\u200c\u200d]|[\u200c\u200d]$")
_NEVER_SEEN = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
# The blank of Braille has its place between other signs of Braille.
_UNSEEN = re.compile(f"[{_NEVER_SEEN}]|(?<![\u2801-\u28ff])\u2800(?![\u2801-\u28ff])")
_NOTHING_TO_SEE = re.compile(
    rf"[\s{_NEVER_SEEN}\u061c\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2066-\u2069\u2800\ufe00-\ufe0f\U00016fe4\U000e0100-\U000e01ef]*"
)
# More marks on one letter than any writing has; the first pattern finds them and signs besides, quickly.
MOST_MARKS = 8
_MANY_SIGNS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")
_OPENS_DIRECTION, _CLOSES_DIRECTION = (
    {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"},
    "\u202c\u2069",
)
_TURNED = "\u202d\u202e"  # letters after these run against their own direction, so a text says something else than it shows
_MARKS = frozenset("\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LOST = "\ufffd"  # what a program writes in the place of a letter that it could not read


def ordinal(number: int) -> str:
    """Return "1st", "2nd", "3rd", "4th" and so on."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def named(letter: str) -> str:
    """Return the name of a letter with its code: "CYRILLIC SMALL LETTER A (U+0430)"; the code alone where it has no name."""
    code, name = f"U+{ord(letter):04X}", unicodedata.name(letter, "")
    return f"{name} ({code})" if name else code


def meant(letter: str) -> str:
    """Return the plain letter or sign that another looks like, a blank for what cannot be seen, else the letter itself."""
    if letter.isascii():
        return letter
    if letter in _LOOKS_LIKE:
        return _LOOKS_LIKE[letter]
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if unicodedata.category(letter) in ("Cf", "Cc", "Zs", "Zl", "Zp") or _UNSEEN.match(letter):
        return " "
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain.isascii() else letter


def disguised(word: str) -> str:
    """Return a sentence that names the first letter of a word which is not what it looks like; empty where there is none.

    For words of plain letters only, as ids, numbers and dates are.
    """
    place = next((place for place, letter in enumerate(word) if meant(letter) != letter), None)
    if place is None:
        return ""
    name = named(word[place])
    if meant(word[place]) == " " and place in (0, len(word.rstrip()), len(word) - 1):
        return f"It {'begins with' if place == 0 else 'ends in'} {name}."
    return f"The {ordinal(place + 1)} letter is {name}."


def foreign(text: str) -> str:
    """Return the first letter of another script that stands in a word of Latin letters and looks like one of them; else empty."""
    if text.isascii():
        return ""
    for word in _WORD.findall(text):
        found = _OF_ANOTHER_SCRIPT.search(word)
        if found and _LATIN.search(word) and all(_LATIN.match(one) or one in _LOOKS_LIKE for one in word):
            return found[0]
    return ""


def unseen(text: str) -> str:
    """Return the first letter that takes no room and has no business where it stands; else empty."""
    found = None if text.isascii() else _UNSEEN.search(text) or _JOINERS.search(text)
    return found[0] if found else ""


def overloaded(text: str) -> tuple[str, int]:
    """Return the first letter that bears more marks than any writing has, and how many; else no letter and 0.

    The letter is empty too where the marks stand before all others.
    """
    for found in () if text.isascii() else _MANY_SIGNS.finditer(text):
        for is_mark, group in groupby(range(found.start(), found.end()), lambda place: unicodedata.category(text[place]) in ("Mn", "Me")):
            places = list(group)
            if is_mark and len(places) > MOST_MARKS:
                return text[max(places[0] - 1, 0) : places[0]], len(places)
    return "", 0


def turning(text: str) -> str:
    """Return the first direction mark that turns letters round, closes nothing, or is never closed; else empty."""
    opened: list[str] = []
    for letter in "" if text.isascii() else text:
        if letter in _TURNED or (letter in _CLOSES_DIRECTION and (not opened or _OPENS_DIRECTION[opened.pop()] != letter)):
            return letter
        if letter in _OPENS_DIRECTION:
            opened.append(letter)
    return opened[0] if opened else ""


def is_blank(text: str) -> bool:
    """Return whether nothing of a text can be seen."""
    return _NOTHING_TO_SEE.fullmatch(text) is not None


def seen_as(text: str) -> str:
    """Return what a name looks like on screen: two that give the same cannot be told apart."""
    letters = (_LOOKS_LIKE.get(one, one) for one in unicodedata.normalize("NFKC", text) if not _UNSEEN.match(one) and one not in _MARKS)
    return " ".join("".join(letters).split())
