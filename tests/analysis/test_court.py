"""Where the ball lies: who spoke last, who moved last, which conditions are open, what comes next, how long it has been quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.analysis.court import court
from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.moves import Turn
from parley.dates import UNDATED
from tests.courts import A30, B5, data, on
from tests.making import TODAY, Words, told

IF = {"type": "if", "says": "the herring return"}


# Who spoke last


def spoke_last(*statements: Words, day: str = "2025-03-31", cut: EvidenceCut = ALL_EVIDENCE) -> str | None:
    words = on(data(*statements), day, cut).words
    assert words is not None
    return words.last.id if words.last else None


def test_who_of_the_two_compared_spoke_last() -> None:
    """Whatever is said counts, a reason and a repetition too, and nothing that is yet to come."""
    reason = told("a", "rationale", {"not_placeable": "A reason."}, "2025-03-20")
    assert [spoke_last(A30, B5, reason, day=day) for day in ("2025-03-01", "2025-03-02", "2025-03-19", "2025-03-20")] == ["a", "b", "b", "a"]
    words = on(data(A30, B5, reason)).words
    assert words is not None
    assert ([one.id if one else None for one in words.newest], words.other.id if words.other else None) == (["s2", "s1"], "b")


def test_who_spoke_last_is_told_only_where_the_days_tell() -> None:
    """On one day, or on days of which either may be the later, neither did; a word surely newer than all of the other's is enough."""
    assert spoke_last(A30, told("b", "demand", 5, "2025-03-01")) is None
    assert spoke_last(told("a", "demand", 30, "2025-03"), B5) is None
    assert spoke_last(told("a", "demand", 30, "before 2025-03-20"), B5) is None
    assert spoke_last(told("a", "demand", 30, "2025-03-03/2025-03-20"), B5) == "a"
    assert spoke_last(told("a", "demand", 30, "2025-03"), A30 | {"said": "2025-03-09"}, B5) == "a"


def test_of_what_is_undated_nobody_knows_whether_it_came_last() -> None:
    """Beside a dated word of the other neither spoke last; whoever alone has spoken did, whenever that was."""
    vague = data(A30, B5)
    undated = vague.statements[1].model_copy(update={"said": UNDATED, "day": date.min})
    found = on(replace(vague, statements=(vague.statements[0], undated))).words
    assert found is not None
    assert (found.last, [one.id if one else None for one in found.newest]) == (None, ["s0", "s1"])
    alone = on(replace(vague, statements=(undated,))).words
    assert alone is not None and alone.last is not None
    assert alone.last.id == "b"


def test_whoever_alone_has_spoken_spoke_last() -> None:
    """Its day need not be known; where neither has, nobody did, and where one alone is shown there is nobody to compare."""
    assert spoke_last(told("a", "demand", 30, "before 2025-03-20")) == "a"
    assert spoke_last() is None
    assert spoke_last(A30, told("b", "demand", 5, "2025-03-02", attribution="anonymous_source"), cut=ON_RECORD) == "a"
    held = data(A30, B5)
    assert court(held, held.negotiation.issues[0], held.negotiation.parties[:1], TODAY, ALL_EVIDENCE).words is None


# Who moved last


def test_who_moved_last() -> None:
    """The newest day on which a position moved; a day on which it was only repeated is not one."""
    found = data(A30, B5, told("a", "demand", 25, "2025-03-10"), told("b", "demand", 8, "2025-03-20"), told("b", "demand", 8, "2025-03-28"))
    assert [(one.party.id, one.turn, one.ids) for one in on(found).last] == [("b", Turn.TOWARDS, ("s3",))]
    assert [one.id for one in on(found).last_said] == ["s3"]
    assert [one.ids for day in ("2025-03-19", "2025-03-20") for one in on(found, day).last] == [("s2",), ("s3",)]


def test_an_offer_to_the_other_alone_is_a_move() -> None:
    """It is looked at as the one to whom it was made sees it; an offer to somebody else is none."""
    offer = told("a", "offer", 20, "2025-03-10", to=["b"])
    assert [(one.party.id, one.ids, one.facing.id if one.facing else None) for one in on(data(A30, B5, offer)).last] == [("a", ("s2",), "b")]
    assert on(data(A30, B5, {**offer, "to": ["c"]}, directions={"a": "up", "b": "down", "c": "down"})).last == ()


def test_an_offer_that_ran_out_moved_nobody() -> None:
    """The last to move is who made it, though another repeated itself after its end."""
    found = on(data(A30, B5, told("a", "offer", 20, "2025-03-10", expires="2025-03-12"), told("b", "demand", 5, "2025-03-20")))
    assert [(one.party.id, one.turn, one.ids) for one in found.last] == [("a", Turn.TOWARDS, ("s2",))]


def test_a_party_alone_has_moved_all_the_same() -> None:
    """Where only one is shown, nobody faces it, and what it wants is enough to tell a concession."""
    held = data(A30, B5, told("a", "demand", 25, "2025-03-10"))
    found = court(held, held.negotiation.issues[0], held.negotiation.parties[:1], TODAY, ALL_EVIDENCE)
    assert (found.issue.id, [(one.party.id, one.turn, one.facing) for one in found.last]) == ("quota", [("a", Turn.TOWARDS, None)])


def test_nobody_has_moved() -> None:
    """First words are no move, and neither is a threat."""
    assert on(data(A30, B5, told("a", "threat", 40, "2025-03-20"))).last == ()
    assert on(data()).last == ()


def test_the_evidence_cut_is_kept() -> None:
    """What a cut leaves out moved nobody, opened no condition and broke no silence."""
    weak = {"attribution": "anonymous_source"}
    found = data(A30, B5, told("a", "demand", 25, "2025-03-20", **weak), told("b", "offer", 9, "2025-03-21", condition=IF, **weak))
    shown = on(found, cut=ON_RECORD)
    assert (shown.last, shown.conditions, shown.quiet_days) == ((), (), 29)
    shown = on(found)
    assert ([one.ids for one in shown.last], [one.id for one in shown.conditions], shown.quiet_days) == ([("s2",)], ["s3"], 10)


# Conditions


def test_open_conditions_are_those_of_offers_in_force() -> None:
    """An offer made to one party alone waits as well; one taken back, run out or replaced waits no more."""
    offer = {"kind": "offer", "condition": IF}
    found = data(
        A30, B5,
        told("a", at=20, on="2025-03-05", **offer), told("b", at=9, on="2025-03-06", to=["a"], **offer),
        told("a", at=19, on="2025-03-05", withdrawn="2025-03-10", **offer), told("a", at=18, on="2025-03-05", expires="2025-03-10", **offer),
        told("b", at=8, on="2025-03-05", **offer), told("b", "offer", 8, "2025-03-10", supersedes=["s6"]),
    )  # fmt: skip
    assert [one.id for one in on(found).conditions] == ["s2", "s3"]
    assert [one.id for one in on(found, "2025-03-05").conditions] == ["s2", "s4", "s5", "s6"]


# Ahead


def test_the_next_event_that_was_known_by_then() -> None:
    """Of this issue or of all, after the day, told of by a document published by then; by its short name where it has one."""
    found = data(
        A30, B5, early="2025-03-01", late="2025-04-15",
        events=(
            {"id": "past", "date": "2025-03-05", "source": "early"},
            {"id": "second", "date": "2025-05", "short": "Bergen", "source": "early"},
            {"id": "third", "date": "2025-06-01", "source": "early"},
            {"id": "elsewhere", "date": "2025-04-20", "issues": ["patrols"], "source": "early"},
            {"id": "surprise", "date": "2025-04-25", "issues": ["quota"], "what": "A vote.", "source": "late"},
        ),
    )  # fmt: skip

    def ahead(day: str) -> tuple[str, str, str] | None:
        one = on(found, day).ahead
        return (one.named, one.when.text, one.source.id) if one else None

    assert [ahead(day) for day in ("2025-03-04", "2025-03-05", "2025-04-14", "2025-04-15", "2025-04-25", "2025-05-31", "2025-06-01")] == [
        ("They meet.", "2025-03-05", "early"),
        ("Bergen", "2025-05", "early"),
        ("Bergen", "2025-05", "early"),
        ("A vote.", "2025-04-25", "late"),
        ("Bergen", "2025-05", "early"),
        ("They meet.", "2025-06-01", "early"),
        None,
    ]


def test_the_next_statement_to_run_out() -> None:
    """It lies ahead through its last day; what was taken back or replaced has no end to wait for."""
    found = data(
        A30, B5,
        told("a", "offer", 20, "2025-03-05", expires="2025-04-10"), told("a", "offer", 21, "2025-03-05", expires="2025-04-05", withdrawn="2025-03-20"),
        told("b", "offer", 9, "2025-03-05", expires="2025-04-02"), told("b", "offer", 8, "2025-03-25", supersedes=["s4"]),
    )  # fmt: skip
    ahead = on(found).ahead
    assert ahead is not None
    assert (ahead.named, ahead.when.text, ahead.ids, ahead.source.id) == ("a offer", "2025-04-10", ("s2",), "gazette")
    assert on(found, "2025-04-10").ahead is not None
    assert on(found, "2025-04-11").ahead is None
    before = on(found, "2025-03-19").ahead
    assert before is not None
    assert before.ids == ("s4",)


def test_what_replaced_it_may_have_been_taken_back() -> None:
    """From the day on which it was, the older one stands again, and has an end to wait for."""
    found = data(A30, {**B5, "expires": "2025-04-02"}, told("b", "demand", 8, "2025-03-20", supersedes=["s1"], withdrawn="2025-03-25"))
    ahead = [on(found, day).ahead for day in ("2025-03-24", "2025-03-25")]
    assert [one.ids if one else None for one in ahead] == [None, ("s1",)]


# Silence


def test_how_many_days_it_has_been_quiet() -> None:
    """Since the newest statement of any kind; none where nothing was said by then."""
    found = data(A30, told("a", "rationale", {"not_placeable": "A reason."}, "2025-03-20"))
    assert [on(found, day).quiet_days for day in ("2025-02-28", "2025-03-01", "2025-03-21", "2025-03-31")] == [None, 0, 1, 11]
    assert on(data(B5), "2025-03-01").quiet_days is None
