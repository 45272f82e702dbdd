"""A position told line by line, word for word, and what is there instead of a part that no line tells of."""

from __future__ import annotations

from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.telling.position import PartLine, disputed, missing_part, position_lines, tags_told
from parley.telling.said import begun
from parley.words import say
from tests.making import TODAY, ladder, percent, position, quota, statement

CONDITION = {"type": "only_if", "says": "the herring return."}


def said(kind: str, at: Any, **more: Any) -> dict[str, Any]:
    return statement("a", kind, at, **more)


def lines(*statements: dict[str, Any], direction: str = "up", scale: Any = None, cut: EvidenceCut = ALL_EVIDENCE) -> tuple[PartLine, ...]:
    data = quota(scale or percent(), {"a": direction}, *statements)
    return position_lines(position(data, "a", TODAY, cut), data)


def told(*statements: dict[str, Any], **more: Any) -> list[str]:
    """Return the whole lines."""
    return [say(one.whole) for one in lines(*statements, **more)]


def test_a_position_is_told_line_by_line() -> None:
    """Demand, limit and offer with the newest day behind each, then what stands under a condition."""
    position_of_a = [said("demand", "r5"), said("red_line", "r3"), said("offer", "r4", conveyance="hint"), said("offer", "r1", condition=CONDITION)]
    found = lines(*position_of_a, scale=ladder(6))
    assert [say(one.whole) for one in found] == [
        "Asks: Rung 5 (1 Mar 2025)",
        "Limit: at least Rung 3 (1 Mar 2025)",
        "Offers: Rung 4 (hint; 1 Mar 2025)",
        "Offers: Rung 1, only if the herring return (conditional; 1 Mar 2025)",
    ]
    assert [say(one.labelled) for one in found][2:] == ["Offers: Rung 4", "Offers: Rung 1, only if the herring return"]
    assert [say(tags_told(one)) for one in found] == ["", "", "(hint)", "(conditional)"]
    assert [say(one.name) for one in found] == ["demand", "stated limit", "best offer", "offer"]
    assert [(one.ids, one.is_conditional) for one in found] == [(("s0",), False), (("s1",), False), (("s2",), False), (("s3",), True)]


@pytest.mark.parametrize(
    ("direction", "at", "words"),
    [
        ("up", 20, "at least 20 %"),
        ("down", 20, "at most 20 %"),
        ("up", (17, 20), "at least 17 %, perhaps even 20 %"),
        ("down", (17, 20), "at most 20 %, perhaps only 17 %"),
        ("target", {"from": "17", "to": "20", "reading": "acceptable"}, "17 to 20 %"),
        ("up", {"unknown": "No figure named."}, "extent not stated"),
    ],
)
@pytest.mark.parametrize("condition", [None, CONDITION])
def test_a_limit_says_on_which_side_it_lies(direction: str, at: Any, words: str, condition: Any) -> None:
    """Also under a condition, which follows it; there a stretch is told as it was coded."""
    (line,) = lines(said("red_line", at, **({"condition": condition} if condition else {})), direction=direction)
    coded = " (anything between)" if condition and direction == "target" else ""
    assert say(line.told) == words + coded + (", only if the herring return" if condition else "")


def test_flags_follow_the_place() -> None:
    """Accounts that differ, an offer that crosses the party's own limit, and what is stale."""
    assert told(said("demand", 20), said("demand", 25, speaker="envoy")) == ["Asks: 20 to 25 % (accounts differ; 1 Mar 2025)"]
    assert told(said("demand", 20, said="2023-03-01")) == ["Asks: 20 % (stale; 1 Mar 2023)"]
    crossing = told(said("demand", 30), said("red_line", 20), said("offer", 10))
    assert any("crosses its own limit" in one for one in crossing)


def test_a_stated_limit_keeps_its_place_its_day_and_its_statements_whatever_an_offer_shows() -> None:
    """What the offer of a later day shows of it is told beside it, with that day (rule 6a)."""
    limit, offer = said("red_line", (15, 25), said="2025-03-01"), said("offer", 20, said="2025-03-20")
    found = lines(limit, offer)
    assert say(found[0].whole) == "Limit: at least 15 %, perhaps even 25 % (1 Mar 2025; its offer of 20 Mar 2025 shows at most 20 %)"
    assert (found[0].ids, say(found[0].newest), say(tags_told(found[0]))) == (("s0",), "1 Mar 2025", "(its offer of 20 Mar 2025 shows at most 20 %)")
    (mirrored, _) = told(said("red_line", (15, 25)), offer, direction="down")
    assert mirrored == "Limit: at most 25 %, perhaps only 15 % (1 Mar 2025; its offer of 20 Mar 2025 shows at least 20 %)"
    assert told(said("red_line", 15), offer)[0] == "Limit: at least 15 % (1 Mar 2025)"  # what is exact nothing shows more of
    # A demand that reaches beyond the limit is told as it was made, and by what its end follows from.
    assert told(said("demand", (10, 30)), limit | {"place": {"at": "20"}})[0] == (
        "Asks: 10 to 30 % (1 Mar 2025; its limit of 1 Mar 2025 shows at least 20 %)"
    )


def test_an_offer_across_the_limit_is_flagged_and_shows_nothing_of_it() -> None:
    """Which of the two holds is not known: the limit stands where it was stated."""
    assert told(said("red_line", 25), said("offer", 20)) == ["Limit: at least 25 % (crosses its own limit; 1 Mar 2025)", "Offers: 20 % (1 Mar 2025)"]


def test_what_a_party_last_said_stands_beside_an_older_word_that_goes_further() -> None:
    """With its day, after the lines of its position: an offer that falls short, an ask without a place, a threat; not what is behind a line anyway."""
    far, near = said("offer", 10, said="2025-03-01"), said("offer", 20, said="2025-03-20")
    assert told(far, near) == ["Offers: 10 % (1 Mar 2025)", "Last word: offers 20 % (20 Mar 2025)"]
    (_, last) = lines(far, near)
    assert (last.kind, last.ids, say(last.newest)) == ("last_word", ("s1",), "20 Mar 2025")
    assert told(near, said("offer", 10, said="2025-03-20")) == ["Offers: 10 % (20 Mar 2025)"]
    assert told(far, said("demand", 30, said="2025-03-20")) == ["Asks: 30 % (20 Mar 2025)", "Offers: 10 % (1 Mar 2025)"]
    assert told(far, said("demand", {"not_placeable": "No figure."}, said="2025-03-20"))[-1] == "Last word: asks, extent not stated (20 Mar 2025)"
    assert told(far, said("threat", 40, said="2025-03-20"))[-1] == "Last word: threat: 40 % (20 Mar 2025)"


@pytest.mark.parametrize(
    "newer",
    [
        {"kind": "rationale", "at": {"not_placeable": "A reason."}}, {"withdrawn": "2025-03-25"}, {"expires": "2025-03-25"}, {"speaker": "leak"},
        {"conveyance": "forecast"}, {"to": ["b"]}, {"said": "2025-04-01"},
    ],
    ids=str,
)  # fmt: skip
def test_a_reason_a_hint_and_what_does_not_stand_are_no_last_word(newer: dict[str, Any]) -> None:
    """Nor what is said to others, what others expect, and what is yet to come."""
    spoken = {"kind": "offer", "at": 20, "said": "2025-03-20", **newer}
    assert told(said("offer", 10), said(**spoken)) == ["Offers: 10 % (1 Mar 2025)"]


def test_a_cut_holds_for_the_last_word() -> None:
    """What it leaves out was not said, as far as is shown; of a party with nothing but hints the newest of them is its last word."""
    newer = said("offer", 20, said="2025-03-20", attribution="reporter")
    assert told(said("offer", 10), newer, cut=ON_RECORD) == ["Offers: 10 % (1 Mar 2025)"]
    leaks = (said("offer", at, said=on, speaker="leak") for at, on in ((10, "2025-03-01"), (20, "2025-03-20")))
    assert told(*leaks) == ["Offers: 10 % (hint; 1 Mar 2025)", "Last word: offers 20 % (20 Mar 2025)"]


def test_a_threat_grows_stale_like_everything_else() -> None:
    """Longer ago than evidence on the issue stays fresh it is told as stale, alone and as the last word; the cut holds for it (rules 7 and 9)."""
    old = said("threat", 40, said="2024-06-01")
    assert told(old) == ["Threat: 40 % (stale; 1 Jun 2024)"]
    assert told(said("threat", 40)) == ["Threat: 40 % (1 Mar 2025)"]
    assert told(said("demand", 30, said="2024-05-01"), old) == ["Asks: 30 % (stale; 1 May 2024)", "Last word: threat: 40 % (stale; 1 Jun 2024)"]
    assert told(said("threat", 40, attribution="reporter"), cut=ON_RECORD) == ["Left out by the evidence shown: 1 statement (1 Mar 2025)"]


def test_what_is_only_hinted_or_under_a_condition_grows_stale_like_all_else() -> None:
    """By the day of its own newest statement (rule 7): 31 days at a freshness of 30, and 30 are not yet stale."""
    leak = {"speaker": "leak", "reported": "2025-03-01"}
    for day, tag in (("2025-02-28", "hint, stale"), ("2025-03-01", "hint")):
        held = quota(percent(), {"a": "up"}, said("demand", 30), said("offer", 20, **{**leak, "said": day}), freshness_days=30)
        found = position_lines(position(held, "a", TODAY), held)
        assert [(one.is_hinted, one.is_soft, say(tags_told(one))) for one in found] == [(False, False, ""), (True, True, f"({tag})")]
    priced = quota(percent(), {"a": "up"}, said("offer", 20, said="2025-02-28", condition=CONDITION), freshness_days=30)
    assert [say(tags_told(one)) for one in position_lines(position(priced, "a", TODAY), priced)] == ["(conditional, stale)"]


def test_what_is_only_hinted_stands_apart_and_is_marked() -> None:
    """After what commits the party, where it would make a difference; where there are hints alone, they are the position, and marked (rule 4a)."""
    leak = said("offer", 20, speaker="leak", said="2025-03-20")
    assert told(said("demand", 30), leak) == ["Asks: 30 % (1 Mar 2025)", "Offers: 20 % (hint; 20 Mar 2025)"]
    assert [one.is_hinted for one in lines(said("demand", 30), leak)] == [False, True]
    assert told(said("demand", 30), said("demand", 30, speaker="leak")) == ["Asks: 30 % (1 Mar 2025)"]
    assert told(leak) == ["Offers: 20 % (hint; 20 Mar 2025)"]
    hinted = lines(said("demand", 30), said("red_line", 10, speaker="leak"))
    data = quota(percent(), {"a": "up"}, said("demand", 30), said("red_line", 10, speaker="leak"))
    assert say(missing_part("limit", hinted, position(data, "a"), data.statements)) == "None by those who commit it in the evidence shown"


def test_what_is_disputed_is_told_in_a_sentence() -> None:
    """Between which places a part is told in different ways; or what crosses the limit. It rests on the flag's statements."""

    def sentences(*statements: dict[str, Any], scale: Any = None) -> list[tuple[str, tuple[str, ...]]]:
        found = position(quota(scale or percent(), {"a": "up"}, *statements), "a")
        return [(say(disputed(found, one)), one.ids) for one in found.flags]

    assert sentences(said("red_line", "r2"), said("red_line", "r1", speaker="envoy"), scale=ladder(6)) == [
        ("The stated limit by A is told in different ways: at least Rung 1, perhaps even Rung 2.", ("s0", "s1"))
    ]
    crossing = sentences(said("demand", 30), said("red_line", 20), said("offer", 10))
    assert crossing[0] == ("The offer by A crosses its own stated limit.", ("s0", "s1", "s2"))
    # Without an offer none is told of.
    assert sentences(said("demand", 10), said("red_line", 20))[0] == ("The demand by A crosses its own stated limit.", ("s0", "s1"))


@pytest.mark.parametrize(
    ("stage", "doing"),
    [("announced", "Announces"), ("in_force", "Holds"), ("suspended", "Has suspended"), ("withdrawn", "Has withdrawn")],
)
def test_a_measure_is_told_by_how_far_it_has_come(stage: str, doing: str) -> None:
    """Nobody asks for it, and where something is asked for too, both are told."""
    (line,) = lines(said("measure", 20, stage=stage))
    assert (line.kind, say(begun(line.label)), say(line.name), say(line.heading)) == ("measure", doing, "measure", doing)
    assert told(said("measure", 20, stage=stage), said("demand", 30)) == ["Asks: 30 % (1 Mar 2025)", f"{doing}: 20 % (1 Mar 2025)"]


def test_a_party_without_a_position() -> None:
    """It threatens, spoke without taking one, what it said was left out, or nothing is held of it."""
    assert told(said("threat", 30, said="2025-02-01"), said("threat", 40)) == ["Threat: 40 % (1 Mar 2025)"]
    assert told(said("threat", 30), said("threat", 40)) == ["Threat: 30 % (1 Mar 2025)", "Threat: 40 % (1 Mar 2025)"]
    reason = said("rationale", {"not_placeable": "A reason."})
    assert told(reason) == ["No ask stated in 1 statement (1 Mar 2025)"]
    assert told(reason, reason) == ["No ask stated in 2 statements (1 Mar 2025)"]
    assert told(said("demand", 20, attribution="reporter"), cut=ON_RECORD) == ["Left out by the evidence shown: 1 statement (1 Mar 2025)"]
    (silent,) = lines(statement("b", "rationale", {"not_placeable": "A reason."}))
    assert (silent.kind, say(silent.whole), silent.label, silent.aside, silent.ids) == ("no_evidence", "No evidence", None, None, ())


def test_what_is_there_instead_of_a_part() -> None:
    """Nothing held, nothing that stands and why, or only what stands under a condition; nothing where a line tells of the part."""

    def missing(*statements: dict[str, Any], cut: EvidenceCut = ALL_EVIDENCE) -> list[str]:
        data = quota(percent(), {"a": "up"}, *statements)
        found = position(data, "a", TODAY, cut)
        return [say(missing_part(part, position_lines(found, data), found, data.statements)) for part in found.told]

    held = "None in the sources held"
    assert sorted(missing(said("demand", 30))) == ["", held, held]
    assert sorted(missing(said("demand", 30), said("offer", 20, condition=CONDITION))) == [
        "",
        held,
        "None without a condition in the evidence shown",
    ]
    assert "None standing: 1 withdrawn" in missing(said("demand", 30), said("offer", 20, withdrawn="2025-03-10"))
    assert "None standing in the evidence shown" in missing(said("demand", 30), said("offer", 35))


def test_what_is_asked_of_a_government_is_tagged_with_its_name() -> None:
    """An advocate's demand that its own government is to obtain (rule 1a), with and without a condition."""
    data = quota(
        ladder(8), {"a": "up", "b": "down", "c": "up"}, statement("a", "demand", "r5", to=["c"]), parties_as={"a": {"role": "advocate"}},
    )  # fmt: skip
    (line,) = position_lines(position(data, "a"), data)
    assert [one.id for one in line.asked_of] == ["c"]
    assert say(line.whole) == "Asks: Rung 5 (asked of C; 1 Mar 2025)"
