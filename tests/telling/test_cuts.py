"""The evidence cut in words: nothing under the default, and how much is left out under another."""

from __future__ import annotations

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, OFFICIALS, ON_RECORD
from parley.telling.cuts import cut_leaves_out, cut_name, cut_note
from parley.telling.said import begun
from parley.words import say
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
    assert cut_note(ALL_EVIDENCE) is None
    assert cut_leaves_out(ALL_EVIDENCE, SAID) is None


def test_any_other_cut_says_what_it_leaves_out() -> None:
    """Of what makes positions: threats and reasons are shown whatever the cut. A forecast never counts."""
    assert say(cut_note(ON_RECORD)) == "Evidence: on record only"
    assert say(cut_leaves_out(ON_RECORD, SAID)) == "Evidence: on record only. 3 of 4 demands, stated limits, offers and measures are left out."
    assert (
        say(cut_leaves_out(OFFICIALS, SAID)) == "Evidence: officials, named or not. 2 of 4 demands, stated limits, offers and measures are left out."
    )
    assert (
        say(cut_leaves_out(OFFICIALS, SAID[:3]))
        == "Evidence: officials, named or not. 1 of 3 demands, stated limits, offers and measures is left out."
    )
    told = cut_leaves_out(OFFICIALS, SAID)
    assert told is not None
    assert told.ids == ("s2", "s3")


def test_every_cut_has_its_name() -> None:
    """As it stands inside a sentence, and by itself."""
    assert [say(cut_name(one)) for one in CUTS] == ["all evidence", "officials, named or not", "on record only"]
    assert [say(begun(cut_name(one))) for one in CUTS] == ["All evidence", "Officials, named or not", "On record only"]
