"""The evidence cut in words: nothing under the default, and how much is left out under another."""

from __future__ import annotations

from parley.analysis.evidence import ALL_EVIDENCE, OFFICIALS, ON_RECORD, cut_sentence, cut_words
from tests.making import ladder, quota, statement

SAID = quota(
    ladder(6),
    {"a": "up", "b": "down"},
    statement("a", "demand", "r5"),
    statement("a", "red_line", "r3", attribution="anonymous_official"),
    statement("b", "offer", "r1", attribution="anonymous_source"),
    statement("b", "demand", "r0", conveyance="forecast"),
    statement("b", "threat", "r0", attribution="reporter"),
    statement("b", "rationale", {"not_placeable": "A reason."}, attribution="reporter"),
).statements


def test_the_default_goes_without_saying() -> None:
    """All evidence is what is shown unless something is left out."""
    assert cut_words(ALL_EVIDENCE) == ""
    assert cut_sentence(ALL_EVIDENCE, SAID) == ""


def test_any_other_cut_says_what_it_leaves_out() -> None:
    """Of what makes positions: threats and reasons are shown whatever the cut. A forecast never counts."""
    assert cut_words(ON_RECORD) == "Evidence: on record only"
    assert cut_sentence(ON_RECORD, SAID) == "Evidence: on record only. 3 of 4 demands, stated limits and offers are left out."
    assert cut_sentence(OFFICIALS, SAID) == "Evidence: officials, named or not. 2 of 4 demands, stated limits and offers are left out."
    assert cut_sentence(OFFICIALS, SAID[:3]) == "Evidence: officials, named or not. 1 of 3 demands, stated limits and offers is left out."
