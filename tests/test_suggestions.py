"""What a word that is not known was meant to be: near enough to be offered, or the few there are, or nothing."""

from __future__ import annotations

import pytest

from parley.suggestions import MOST_LISTED, did_you_mean, nearest, nearest_word, with_suggestion

ISSUES = ("trade-deficit", "market-access", "us-tariffs", "ip-technology-transfer", "levels-of-government", "enforcement")
STATEMENTS = tuple(f"cn-{what}" for what in ("access-ringfence", "access-sectors", "mic-no-curbs", "scope-not-weak", "deficit-resists-200"))
PARTIES = ("business-groups", "china", "eu", "japan", "south-korea", "us")


@pytest.mark.parametrize(
    ("given", "known", "found"),
    [
        ("US", PARTIES, "us"),
        ("usa", PARTIES, "us"),
        ("chinas", PARTIES, "china"),
        ("korea", PARTIES, "south-korea"),
        ("trade", ISSUES, "trade-deficit"),
        ("ip", ISSUES, "ip-technology-transfer"),
        ("cn-mic-no-curb", STATEMENTS, "cn-mic-no-curbs"),
        ("northland-2015", ("northland-2025-opening", "southmark-2025-reply"), "northland-2025-opening"),
        ("--pos", ("--positions", "--texts"), "--positions"),
    ],
)
def test_what_is_near_is_offered(given: str, known: tuple[str, ...], found: str) -> None:
    """A slip of the keys, and a word of which only one name is made."""
    assert nearest(given, known) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [("semiconducter", "semiconductor"), ("boing", "boeing"), ("frm", "farm"), ("near", ""), ("boats", ""), ("", ""), ("x" * 9_000, "")],
)
def test_a_word_is_taken_for_another_only_where_it_was_surely_meant(given: str, found: str) -> None:
    """Most letters are the same; of those equally near the first is taken."""
    assert nearest_word(given, ["semiconductor", "boeing", "farm", "year", "forms"]) == found
    assert nearest_word("harbor", ["harbori", "harbora"]) == "harbori"
    assert nearest_word(given, []) == ""


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("Atlantis", PARTIES),
        ("gone", ISSUES),
        ("foo", ISSUES),
        ("x", (*ISSUES, "xenon")),
        ("cn-gone", STATEMENTS),
        ("cn", STATEMENTS),
        ("nobody", STATEMENTS),
        ("", ("only",)),
    ],
)
def test_what_shares_almost_nothing_is_not_offered(given: str, known: tuple[str, ...]) -> None:
    """Neither some letters in a row, nor the first word that all of them have, nor one letter."""
    assert nearest(given, known) == ""


def test_without_a_near_one_the_few_there_are_are_listed_and_of_many_none() -> None:
    """A list that breaks off would look like all there is."""
    many = tuple(f"a{number}" for number in range(MOST_LISTED + 1))
    assert did_you_mean("zz", many[1:]).startswith("There is: a1, a10, ")
    assert did_you_mean("zz", many) == ""
    assert with_suggestion("No such word 'zz'.", "zz", many) == "No such word 'zz'."
    assert did_you_mean("zz", ()) == "Nothing of that kind exists yet."


def test_a_word_without_end_is_told_by_its_beginning() -> None:
    """A cell of a table may hold thousands of letters, and a message is read."""
    long = "x" * 5_000
    assert did_you_mean("quota", ["a", long]) == f"There is: a, {'x' * 119}…."
    assert did_you_mean("x" * 120, [long[:200]]) == f"Did you mean '{'x' * 119}…'?"
