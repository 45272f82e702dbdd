"""The direction and the script of a text are those of its first letter that has one."""

from __future__ import annotations

import pytest

from parley.exports.scripts import Script, is_right_to_left, script_of
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
        ("", False),
        ("27 %", False),
        ("١٢ (…)", False),
    ],
)
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:
    """Figures, blanks and signs have none and are passed over; what follows the first letter changes nothing."""
    assert is_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARABIC, "arabic"),
        (CHINESE, "chinese"),
        (GERMAN, "latin"),
        (f"27 % {ARABIC}", "arabic"),
        (f"“{CHINESE}”", "chinese"),
        (f"Lage: {CHINESE}", "latin"),
        ("\ufefb", "arabic"),
        ("", "latin"),
        ("12", "latin"),
    ],
)
def test_a_text_has_the_script_of_its_first_letter(text: str, expected: Script) -> None:
    """Also where that is one of the joined Arabic letters at the end of the code table."""
    assert script_of(text) == expected
