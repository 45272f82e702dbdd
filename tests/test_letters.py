"""Letters that cannot be seen, or look like others: found where they mislead, and named with their code."""

from __future__ import annotations

import pytest

from parley import letters
from parley.suggestions import did_you_mean


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("minister\u00a0", "It ends in NO-BREAK SPACE (U+00A0)."),
        ("\ufeffminister", "It begins with ZERO WIDTH NO-BREAK SPACE (U+FEFF)."),
        ("p\u0430trols", "The 2nd letter is CYRILLIC SMALL LETTER A (U+0430)."),
        ("jo\u0456nt", "The 3rd letter is CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I (U+0456)."),
        ("her\u200bring", "The 4th letter is ZERO WIDTH SPACE (U+200B)."),
        ("2025-03\u201303", "The 8th letter is EN DASH (U+2013)."),
        ("\uff14\uff10", "The 1st letter is FULLWIDTH DIGIT FOUR (U+FF14)."),
        ("1\u202f000", "The 2nd letter is NARROW NO-BREAK SPACE (U+202F)."),
        ("\u22125", "The 1st letter is MINUS SIGN (U+2212)."),
        ("abcdefghij\u03bf", "The 11th letter is GREEK SMALL LETTER OMICRON (U+03BF)."),
        ("patrols", ""),
        ("fjörde", ""),
        ("🐟", ""),
    ],
)
def test_a_letter_in_disguise_is_named_by_its_place_and_code(word: str, told: str) -> None:
    """What can be seen to be another letter needs no name."""
    assert letters.disguised(word) == told


def test_a_reference_that_looks_right_says_why_it_is_not() -> None:
    """Before the suggestion, which looks the same."""
    assert did_you_mean("p\u0430trols", ["patrols"]) == "The 2nd letter is CYRILLIC SMALL LETTER A (U+0430). Did you mean 'patrols'?"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("N\u043erthland wants more", "\u043e"),
        ("the N\u0410TO fleet", "\u0410"),
        ("\u03a4he catch", "\u03a4"),
        ("Жук, Ёлка и НАТО", ""),
        ("5 μm, ΔT and α-helix", ""),
        ("Łódź and Fjörde", ""),
        ("Αθήνα", ""),
    ],
)
def test_a_letter_of_another_script_inside_a_latin_word_is_found(text: str, found: str) -> None:
    """Words of one script, and letters that look like no other, are in order."""
    assert letters.foreign(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zero\u200bwidth", "\u200b"),
        ("soft\xadhyphen", "\xad"),
        ("join\u200der", "\u200d"),
        ("می\u200cخواهم", ""),
        ("\U0001f469\u200d\U0001f33e", ""),
        ("नव\u200dम", ""),
        ("no\u00a0break", ""),
        ("❤\ufe0f", ""),
        ("two\u2800words", "\u2800"),
        ("\u2813\u2800\u2813", ""),
    ],
)
def test_a_letter_that_cannot_be_seen_is_found(text: str, found: str) -> None:
    """Those that a script or an emoji needs, and blanks that are wider or narrower, are in order."""
    assert letters.unseen(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pay \u202eXCOD\u202c now", "\u202e"),
        ("\u2067open", "\u2067"),
        ("closed\u2069", "\u2069"),
        ("\u2068a\u202c", "\u202c"),
        ("\u2068a \u202bb\u202c c\u2069", ""),
        ("a\u200fb", ""),
    ],
)
def test_a_direction_mark_that_turns_or_stays_open_is_found(text: str, found: str) -> None:
    """Marks that surround a text of another direction and are closed are in order."""
    assert letters.turning(text) == found


def test_names_that_look_alike_are_one_name() -> None:
    """Whatever letters, blanks and widths they are written with; capitals make another name."""
    assert letters.seen_as("N\u043erth  Isle\u200b") == letters.seen_as("North\u00a0Isle") == "North Isle"
    assert letters.seen_as("north isle") != letters.seen_as("North Isle")


@pytest.mark.parametrize(
    ("text", "blank"),
    [("\u200b", True), ("\u00a0\u2060", True), ("\u2800\u2800", True), ("\u3164\ufe01", True), ("a\u200b", False), ("\u2813\u2800", False)],
)
def test_a_text_of_which_nothing_can_be_seen_is_blank(text: str, blank: bool) -> None:
    """One letter that shows is enough."""
    assert letters.is_blank(text) is blank


def test_a_letter_without_a_name_has_its_code() -> None:
    """Private letters have none."""
    assert letters.named("\ue000") == "U+E000"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a" + 9 * "\u0301", ("a", 9)),
        ("a" + 8 * "\u0301", ("", 0)),
        ("Tiê\u0301ng Viê\u0323t", ("", 0)),
        ("b\u05b0\u05bc\u05c1\u0591", ("", 0)),
        ("\u2014\u2014\u2014\u2014\u2014\u2014\u2014\u2014\u2014\u2014", ("", 0)),
        (12 * "\u0336", ("", 12)),
    ],
)
def test_a_letter_that_bears_more_marks_than_any_writing_has_is_found(text: str, found: tuple[str, int]) -> None:
    """Scripts pile up a few; a row of dashes is none."""
    assert letters.overloaded(text) == found
