"""Writing from the right within writing from the left: what turns a text about stays inside it."""

from __future__ import annotations

import pytest

from parley.directions import closed, is_right_to_left, isolated, names_isolated, unmarked
from parley.model import Party
from parley.texts import has_anchor
from tests.briefings import ARABIC, CHINESE, FRENCH, GERMAN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARABIC, True),
        (CHINESE, False),
        (GERMAN, False),
        (FRENCH, False),
        ("שלום", True),
        (f"27 % – {ARABIC}", True),
        (f"{ARABIC} and more", True),
        (f"Südmark {ARABIC}", False),
        ("مصر asks for 27 %", False),
        ("", False),
        ("27 %", False),
        ("١٢ (…)", False),
    ],
)
def test_the_first_letter_and_most_letters_decide(text: str, expected: bool) -> None:
    """Figures, blanks and signs have no direction; a sentence that begins with a name in Arabic is read from the left all the same."""
    assert is_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Küste", "Küste"),
        ("a\u202eb", "\u2068a\u202eb\u2069"),
        ("a\u2067b", "\u2068a\u2067b\u2069\u2069"),
        ("a\u2069b\u202e", "\u2068ab\u202e\u2069"),
        ("a\u202c", "\u2068a\u202c\u2069"),
        ("a \u2068b\u202e\u2069 c", "a \u2068b\u202e\u2069 c"),
    ],
)
def test_direction_marks_turn_nothing_outside_their_text(text: str, shown: str) -> None:
    """What they open is closed behind them, and what they would close around them stays open; what is closed is not closed again."""
    assert closed(text) == closed(closed(text)) == shown


@pytest.mark.parametrize(
    ("text", "anywhere", "from_the_left"),
    [
        ("مصر (1 Mar 2025): none", "\u2068مصر\u2069 (1 Mar 2025): none", "\u2068مصر\u2069 (1 Mar 2025): none"),
        (
            "“مصر” and “قطر” agree",
            "“\u2068مصر\u2069” and “\u2068قطر\u2069” agree",
            "“\u2068مصر\u2069” and “\u2068قطر\u2069” agree",
        ),
        ("الهيئة 12", "الهيئة 12", "\u2068الهيئة\u2069 12"),
        ("المواقف WTO التفاوضية", "المواقف WTO التفاوضية", "\u2068المواقف\u2069 WTO \u2068التفاوضية\u2069"),
        ("المواقف التفاوضية", "المواقف التفاوضية", "المواقف التفاوضية"),
        ("Bay\u202e asks", "\u2068Bay\u202e asks\u2069", "\u2068Bay\u202e asks\u2069"),
    ],
)
def test_a_name_from_the_right_draws_nothing_to_itself(text: str, anywhere: str, from_the_left: str) -> None:
    """In a sentence its letters stand by themselves; a text that is chiefly written from the right is left whole, but on a drawing."""
    assert (isolated(text), names_isolated(text)) == (anywhere, from_the_left)


def test_a_name_is_closed_as_it_is_read() -> None:
    """A sentence that is made with it is not turned about, whatever it is printed in."""
    party = Party.model_validate({"id": "bay", "name": "Bay\u202eland", "short": "Bay", "role": "principal", "speakers": []})
    assert f"{party.in_sentence} asks" == "\u2068Bay\u202eland\u2069 asks"


def test_anchor_words_are_found_whatever_turns_them() -> None:
    """In the document as in the record."""
    assert has_anchor("said \u202bموقف\u202c today", closed("\u202bموقف\u202c"))
    assert unmarked(closed("a\u202eb")) == "ab"
