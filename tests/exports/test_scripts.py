"""The script of a text is that of its first letter that has one."""

from __future__ import annotations

import pytest

from parley.exports.scripts import Script, script_of
from tests.briefings import ARABIC, CHINESE, GERMAN


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
