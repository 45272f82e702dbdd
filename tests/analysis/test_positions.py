"""From statements to a position: what counts, what replaces what, what is widened and flagged, and on which ids it all rests."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from parley.analysis.aside import (
    CONDITIONAL,
    EXPIRED,
    FUTURE,
    MAY_NOT_COMMIT,
    NEVER_OWN,
    NO_PLACE,
    NOT_FURTHEST,
    NOT_POSITIONAL,
    OLDER,
    TO_OTHERS,
    WITHDRAWN,
    Aside,
    AsideKind,
)
from parley.analysis.evidence import ALL_EVIDENCE, OFFICIALS, ON_RECORD, EvidenceCut, is_positional
from parley.analysis.outcomes import exactly
from parley.analysis.positions import Flag, Part, Position, position_as_of
from parley.dataset import Dataset
from tests.making import TODAY, dataset, issue, ladder, percent, position, quota, statement

UP = {"a": "up"}
UNNAMED = {"unknown": "No figure named."}


def said(kind: str, at: Any, day: str = "2025-03-01", **more: Any) -> dict[str, Any]:
    return statement("a", kind, at, said=day, **more)


def up(*statements: dict[str, Any], **more: Any) -> Dataset:
    return quota(percent(), UP, *statements, **more)


def low(found: Position, part: Part) -> tuple[Fraction, Fraction]:
    """Where the low end of a part lies."""
    one = {"demand": found.demand, "offer": found.offer, "limit": found.limit}[part]
    return one.outcomes.lo.low, one.outcomes.lo.high


def high(found: Position, part: Part) -> tuple[Fraction, Fraction]:
    one = {"demand": found.demand, "offer": found.offer, "limit": found.limit}[part]
    return one.outcomes.hi.low, one.outcomes.hi.high


def aside(found: Position) -> dict[str, Aside]:
    """The reasons for which statements are set aside, by id."""
    return dict(found.set_aside)


def replaced(*by: str) -> Aside:
    return Aside(AsideKind.REPLACED, by)


def on(data: Dataset, day: str, **more: Any) -> Position:
    return position(data, "a", date.fromisoformat(day), **more)


def towards(data: Dataset, party: str | None) -> Position:
    return position_as_of(data, "a", "quota", TODAY, ALL_EVIDENCE, towards=party)


# Nothing, and not quite nothing


def test_no_statement_is_no_evidence() -> None:
    """A party that has said nothing has a position in which nothing is stated and nothing is known."""
    found = position(up(), "a")
    assert not found.is_evidenced
    assert [low(found, part) for part in ("demand", "offer", "limit")] == [(0, 50)] * 3
    assert (found.ids, found.flags, aside(found)) == ((), (), {})


def test_an_unknown_place_is_evidence() -> None:
    """A demand of which no place is named is stated all the same: unknown is not "no evidence"."""
    found = position(up(said("demand", UNNAMED)), "a")
    assert found.is_evidenced
    assert (low(found, "demand"), found.demand.ids) == ((0, 50), ("s0",))


def test_a_party_without_a_direction_has_an_empty_position() -> None:
    """A party that is no party to the issue has a position in which nothing is stated, anywhere on the scale."""
    found = position(quota(percent(), UP, said("demand", 20), statement("b", "rationale", {"not_placeable": "A reason."})), "b")
    assert not found.is_evidenced
    assert (low(found, "demand"), high(found, "demand")) == ((0, 50), (0, 50))


def test_threats_and_reasons_are_never_placed() -> None:
    """A threat with a place and a reason without one carry no part of the position, and the position says why."""
    found = position(up(said("threat", 30), said("rationale", {"not_placeable": "Gives a reason."})), "a")
    assert not found.is_evidenced
    assert aside(found) == {"s0": NOT_POSITIONAL, "s1": NOT_POSITIONAL}


@pytest.mark.parametrize("kind", ["demand", "offer", "red_line"])
def test_what_is_not_placed_is_set_aside_with_its_reason(kind: str) -> None:
    """A demand, offer or limit that has no place on the scale is set aside for that reason."""
    data = up(said(kind, {"not_placeable": "Other concessions are not named."}))
    assert aside(position(data, "a")) == {"s0": NOT_POSITIONAL}
    assert not is_positional(data.statements[0])


# Dates


def test_a_statement_counts_from_the_day_it_was_said() -> None:
    """On the day before it was said a statement does not count; on the day itself it does."""
    data = up(said("demand", 27, "2025-03-10"))
    assert aside(on(data, "2025-03-09")) == {"s0": FUTURE}
    assert low(on(data, "2025-03-10"), "demand") == (27, 27)


def test_a_month_counts_from_its_last_day() -> None:
    """Said in March 2025, no day known, it counts from the last day on which it can have been said."""
    data = up(said("demand", 27, "2025-03"))
    assert not on(data, "2025-03-30").is_evidenced
    assert on(data, "2025-03-31").is_evidenced


def test_before_a_day_counts_from_the_day_before_it() -> None:
    """Said before 5 March, it counts from 4 March."""
    data = up(said("demand", 27, "before 2025-03-05"))
    assert not on(data, "2025-03-03").is_evidenced
    assert on(data, "2025-03-04").is_evidenced


def test_an_offer_stands_through_the_day_it_runs_out() -> None:
    """An offer that runs to 15 March stands that day and is gone the day after."""
    data = up(said("demand", 27), said("offer", 20, expires="2025-03-15"))
    assert low(on(data, "2025-03-15"), "offer") == (20, 20)
    after = on(data, "2025-03-16")
    assert (low(after, "offer"), aside(after)) == ((27, 27), {"s1": EXPIRED})


def test_an_expiry_known_by_month_is_its_last_day() -> None:
    """What runs out in March may stand to the end of it."""
    data = up(said("offer", 20, expires="2025-03"))
    assert on(data, "2025-03-31").offer.is_stated
    assert not on(data, "2025-04-01").offer.is_stated


def test_an_expiry_before_a_day_is_the_day_before_it() -> None:
    """What runs out before 5 March is gone on 5 March."""
    data = up(said("offer", 20, expires="before 2025-03-05"))
    assert on(data, "2025-03-04").offer.is_stated
    assert not on(data, "2025-03-05").offer.is_stated


def test_an_open_expiry_never_comes() -> None:
    """What runs out some time after 5 March has no day on which it surely is gone."""
    assert on(up(said("offer", 20, expires="after 2025-03-05")), "2026-01-01").offer.is_stated


def test_a_withdrawn_statement_is_gone_from_that_day() -> None:
    """What was withdrawn on 10 March stands on 9 March and not on 10 March."""
    data = up(said("demand", 27, withdrawn="2025-03-10"))
    assert on(data, "2025-03-09").is_evidenced
    assert aside(on(data, "2025-03-09")) == {}
    assert aside(on(data, "2025-03-10")) == {"s0": WITHDRAWN}


def test_a_withdrawal_known_by_month_counts_from_its_first_day() -> None:
    """What was withdrawn some day in March may be gone from 1 March on."""
    data = up(said("demand", 27, "2025-02-01", withdrawn="2025-03"))
    assert on(data, "2025-02-28").is_evidenced
    assert not on(data, "2025-03-01").is_evidenced


def test_a_withdrawal_before_a_day_has_happened_by_the_day_before_it() -> None:
    """What was withdrawn before 10 March surely is gone on 9 March."""
    data = up(said("demand", 27, withdrawn="before 2025-03-10"))
    assert on(data, "2025-03-08").is_evidenced
    assert aside(on(data, "2025-03-09")) == {"s0": WITHDRAWN}


# Newest wins, among those who may commit the party


def test_the_newest_demand_stands() -> None:
    """Of two official demands outside the conflict window the newer one stands, and the older is set aside."""
    found = position(up(said("demand", 30, "2025-01-01"), said("demand", 25, "2025-03-01")), "a")
    assert (low(found, "demand"), found.demand.ids) == ((25, 25), ("s1",))
    assert (aside(found), found.flags) == ({"s0": OLDER}, ())


def test_the_newest_limit_stands() -> None:
    """The same holds for stated limits."""
    found = position(up(said("red_line", 17, "2025-01-01"), said("red_line", 15, "2025-03-01")), "a")
    assert (low(found, "limit"), found.limit.ids, aside(found)) == ((15, 15), ("s1",), {"s0": OLDER})


def test_a_later_leak_does_not_replace_an_official_demand() -> None:
    """What a leak says weeks after the minister is set aside: it neither replaces nor widens."""
    found = position(up(said("demand", 30, "2025-01-01"), said("demand", 20, "2025-03-01", speaker="leak")), "a")
    assert (low(found, "demand"), found.demand.ids) == ((30, 30), ("s0",))
    assert (aside(found), found.flags_of("demand")) == ({"s1": MAY_NOT_COMMIT}, ())


def test_a_leak_does_not_supersede_an_official_demand() -> None:
    """Even where it is marked as superseding, a leak leaves the official demand in place."""
    data = up(said("demand", 30, "2025-01-01", id="official"), said("demand", 20, "2025-03-01", speaker="leak", supersedes=["official"]))
    assert position(data, "a").demand.ids == ("official",)


def test_an_official_demand_replaces_an_earlier_leak() -> None:
    """A minister's demand stands in the place of an older leak, with what is hinted and without."""
    found = position(up(said("demand", 20, "2025-01-01", speaker="leak"), said("demand", 30, "2025-03-01")), "a")
    assert (low(found, "demand"), aside(found)) == ((30, 30), {"s0": MAY_NOT_COMMIT})
    assert found.with_hints is not None
    assert (low(found.with_hints, "demand"), aside(found.with_hints)) == ((30, 30), {"s0": OLDER})


def test_an_official_demand_may_supersede_a_later_leak() -> None:
    """A leak that an official statement supersedes is gone, whatever the conflict window."""
    data = up(said("demand", 20, "2025-02-27", speaker="leak", id="leaked"), said("demand", 30, supersedes=["leaked"]))
    found = position(data, "a")
    assert (low(found, "demand"), aside(found)) == ((30, 30), {"leaked": replaced("s1")})


def test_of_leaks_alone_the_newest_stands() -> None:
    """Where only leaks are held, the newest of them is the position."""
    found = position(up(said("demand", 20, "2025-01-01", speaker="leak"), said("demand", 30, "2025-03-01", speaker="leak")), "a")
    assert (low(found, "demand"), found.demand.ids) == ((30, 30), ("s1",))


# Conflict


def test_two_demands_within_the_window_are_widened_and_flagged() -> None:
    """Two official demands seven days apart are widened to their hull, flagged with both ids, and never averaged."""
    found = position(up(said("demand", 25, "2025-03-01"), said("demand", 30, "2025-03-08")), "a")
    assert low(found, "demand") == (25, 30)
    assert found.flags_of("demand") == (Flag("conflict", "demand", ("s0", "s1")),)
    assert aside(found) == {}


def test_one_day_beyond_the_window_there_is_no_conflict() -> None:
    """Eight days apart the newer one simply stands."""
    found = position(up(said("demand", 25, "2025-03-01"), said("demand", 30, "2025-03-09")), "a")
    assert (low(found, "demand"), found.flags) == ((30, 30), ())


def test_a_leak_within_the_window_widens_and_flags_what_counts_hints() -> None:
    """A leak beside an official demand, older or newer by a few days, moves nothing of it; counted too, it is in conflict with it (rule 4a)."""
    found = position(up(said("demand", 30, "2025-03-01"), said("demand", 20, "2025-03-04", speaker="leak")), "a")
    assert (low(found, "demand"), found.flags, aside(found)) == ((30, 30), (), {"s1": MAY_NOT_COMMIT})
    assert found.with_hints is not None
    assert low(found.with_hints, "demand") == (20, 30)
    assert found.with_hints.flags_of("demand") == (Flag("conflict", "demand", ("s0", "s1")),)


# Hints


def test_a_hint_moves_no_end_of_what_was_stated_by_those_who_commit() -> None:
    """A leaked offer, a leaked limit: the position is that of the minister's word alone, and once more that of both (rule 4a)."""
    found = position(up(said("demand", 30), said("offer", 20, speaker="leak"), said("red_line", 10, speaker="leak")), "a")
    assert (low(found, "demand"), found.offer.is_stated, found.limit.is_stated) == ((30, 30), False, False)
    assert ([one.id for one in found.hints], found.ids) == (["s1", "s2"], ("s0",))
    assert found.with_hints is not None
    assert [low(found.with_hints, part) for part in ("demand", "offer", "limit")] == [(30, 30), (20, 20), (10, 10)]
    assert (found.with_hints.offer.is_hint, found.with_hints.demand.is_hint, aside(found.with_hints)) == (True, False, {})


def test_where_a_party_has_nothing_but_hints_they_are_its_position_and_marked() -> None:
    """Of a leak alone the position is the leak, marked as a hint; with the first word that commits it is that word's."""
    leak = said("demand", 20, speaker="leak")
    found = position(up(leak, said("offer", 15, speaker="leak")), "a")
    assert (low(found, "demand"), found.demand.is_hint, found.offer.is_hint, found.hints, found.with_hints) == ((20, 20), True, True, (), None)
    committed = position(up(leak, said("offer", 25)), "a")
    assert (committed.demand.is_stated, low(committed, "offer"), committed.offer.is_hint) == (False, (25, 25), False)


def test_an_act_is_no_hint_whoever_tells_of_it() -> None:
    """A measure that an unnamed source reports was taken all the same, and whoever took it has more than hints."""
    found = position(up(said("measure", 30, speaker="leak"), said("demand", 20, speaker="leak")), "a")
    assert (found.measure.outcomes.lo, found.measure.is_hint, found.demand.is_stated, [one.id for one in found.hints]) == (
        exactly(Fraction(30)),
        False,
        False,
        ["s1"],
    )


def test_what_is_withdrawn_or_cut_is_no_hint_and_hides_none() -> None:
    """The leak that is taken back is not counted even with hints; under a cut that leaves out the minister, the leak is the position."""
    taken_back = position(up(said("demand", 30), said("demand", 20, speaker="leak", withdrawn="2025-03-10")), "a")
    assert (taken_back.hints, taken_back.with_hints) == ((), None)
    data = up(said("demand", 30, attribution="reporter"), said("demand", 20, speaker="leak"))
    assert low(position(data, "a", cut=ON_RECORD), "demand") == (20, 20)
    gone = up(said("demand", 30, withdrawn="2025-03-10"), said("demand", 20, speaker="leak"))
    assert low(position(gone, "a"), "demand") == (20, 20)


def test_hints_may_be_asked_for_on_any_day_and_with_statements_left_out() -> None:
    """As of each day there is what was hinted by then; with the minister's word left out the hint is the position."""
    data = up(said("demand", 30, "2025-03-01"), said("demand", 20, "2025-03-04", speaker="leak"))
    before = position(data, "a", date(2025, 3, 3))
    assert (before.hints, before.with_hints) == ((), None)
    alone = position_as_of(data, "a", "quota", TODAY, ALL_EVIDENCE, changed={"s0": None})
    assert (low(alone, "demand"), alone.hints) == ((20, 20), ())


def test_the_window_may_be_set_per_issue() -> None:
    """With a window of no days even the next day's demand stands alone; on the same day there is still a conflict."""
    apart = up(said("demand", 25, "2025-03-01"), said("demand", 30, "2025-03-02"), conflict_days=0)
    assert low(position(apart, "a"), "demand") == (30, 30)
    together = up(said("demand", 25, "2025-03-01"), said("demand", 30, "2025-03-01"), conflict_days=0)
    assert low(position(together, "a"), "demand") == (25, 30)


def test_the_window_is_measured_from_the_newest() -> None:
    """Of three demands five days apart each, only the last two conflict: the first is older than the window."""
    data = up(said("demand", 10, "2025-03-01"), said("demand", 25, "2025-03-06"), said("demand", 30, "2025-03-11"))
    found = position(data, "a")
    assert (low(found, "demand"), aside(found)) == ((25, 30), {"s0": OLDER})


def test_the_same_demand_said_twice_is_no_conflict() -> None:
    """Two statements of the same place within the window agree: both are behind the demand, and nothing is flagged."""
    found = position(up(said("demand", 25, "2025-03-01"), said("demand", "25.0", "2025-03-02")), "a")
    assert (low(found, "demand"), found.demand.ids, found.flags) == ((25, 25), ("s0", "s1"), ())


def test_demands_that_differ_only_on_the_far_side_do_not_conflict() -> None:
    """For whoever wants more, "25 to 30 will do" and "25" are the same set."""
    stretch = {"from": "25", "to": "30", "reading": "acceptable"}
    assert position(up(said("demand", 25), said("demand", stretch)), "a").flags == ()


def test_superseding_within_the_window_is_no_conflict() -> None:
    """A demand that supersedes another one, a day later, replaces it instead of conflicting with it."""
    found = position(up(said("demand", 25, "2025-03-01", id="old"), said("demand", 30, "2025-03-02", supersedes=["old"])), "a")
    assert (low(found, "demand"), found.flags) == ((30, 30), ())
    assert aside(found) == {"old": replaced("s1")}


def test_two_limits_in_conflict_are_flagged_as_a_limit() -> None:
    """Limits at 15 and 17 in one week leave the limit somewhere from 15 to 17."""
    found = position(up(said("red_line", 15), said("red_line", 17)), "a")
    assert (low(found, "limit"), found.flags) == ((15, 17), (Flag("conflict", "limit", ("s0", "s1")),))


def test_two_targets_in_conflict_remain_one_value() -> None:
    """A target of 10 or 20 is a single value somewhere from 10 to 20, not the stretch between."""
    found = position(quota(percent(), {"a": "target"}, said("demand", 10), said("demand", 20)), "a")
    assert (low(found, "demand"), high(found, "demand"), found.demand.outcomes.is_point) == ((10, 20), (10, 20), True)


def test_a_target_in_conflict_with_a_stretch_is_no_single_value() -> None:
    """One value, or any of a stretch: whichever is named first, it is not known to be one value."""
    stretch = {"from": "10", "to": "20", "reading": "acceptable"}
    for first, second in ((10, stretch), (stretch, 10)):
        found = position(quota(percent(), {"a": "target"}, said("demand", first), said("demand", second)), "a")
        assert (low(found, "demand"), high(found, "demand"), found.demand.outcomes.is_point) == ((10, 10), (10, 20), False)


# Supersession


def test_a_superseded_statement_comes_back_when_the_new_one_is_withdrawn() -> None:
    """While the newer demand stands the older is gone; once the newer is taken back, it is there again."""
    data = up(said("demand", 30, "2025-01-01", id="old"), said("demand", 25, "2025-02-01", id="new", supersedes=["old"], withdrawn="2025-03-01"))
    assert on(data, "2025-02-15").demand.ids == ("new",)
    assert on(data, "2025-03-01").demand.ids == ("old",)


def test_a_superseded_statement_comes_back_when_the_new_one_is_not_admitted() -> None:
    """On the record only, an anonymous remark supersedes nothing."""
    data = up(said("demand", 30, "2025-01-01", id="old"), said("demand", 25, id="new", supersedes=["old"], attribution="anonymous_source"))
    assert position(data, "a").demand.ids == ("new",)
    assert position(data, "a", cut=ON_RECORD).demand.ids == ("old",)


def test_a_statement_is_not_superseded_before_the_new_one_is_said() -> None:
    """On the day before the newer demand the older one stands."""
    data = up(said("demand", 30, "2025-01-01", id="old"), said("demand", 25, "2025-03-01", id="new", supersedes=["old"]))
    assert on(data, "2025-02-28").demand.ids == ("old",)
    assert on(data, "2025-03-01").demand.ids == ("new",)


def test_what_replaced_a_statement_goes_on_doing_so_after_it_ran_out() -> None:
    """An offer that replaced an older one and then ran out does not bring the older one back."""
    data = up(said("offer", 20, "2025-01-01", id="old"), said("offer", 22, "2025-02-01", supersedes=["old"], expires="2025-02-28"))
    assert aside(on(data, "2025-03-01")) == {"old": replaced("s1"), "s1": EXPIRED}


def test_a_chain_of_supersession() -> None:
    """Of three offers, each superseding the one before, only the last stands; with the middle one withdrawn, the first is back."""
    first = said("offer", 24, "2025-01-01", id="first")
    middle = said("offer", 22, "2025-02-01", id="middle", supersedes=["first"])
    last = said("offer", 20, "2025-03-01", id="last", supersedes=["middle"])
    assert aside(position(up(first, middle, last), "a")) == {
        "first": replaced("middle"),
        "middle": replaced("last"),
    }
    found = position(up(first, {**middle, "withdrawn": "2025-03-05"}, last), "a")
    assert (low(found, "offer"), aside(found)["first"]) == ((20, 20), NOT_FURTHEST)


def test_a_statement_on_another_issue_supersedes_nothing_here() -> None:
    """A statement on cod cannot overtake one on the quota, even if it says so."""
    elsewhere = statement("a", "demand", 10, issue="cod", supersedes=["s0"])
    both = [issue(percent(), UP), {**issue(percent(), UP), "id": "cod"}]
    assert position(dataset(both, [said("demand", 27), elsewhere]), "a").demand.ids == ("s0",)


def test_an_offer_may_supersede_a_demand() -> None:
    """What is replaced may be of another kind: the demand is then gone, and nothing but the offer is stated."""
    found = position(up(said("demand", 27, id="asked"), said("offer", 20, "2025-03-10", supersedes=["asked"])), "a")
    assert (found.demand.is_stated, low(found, "demand"), low(found, "offer")) == (False, (20, 50), (20, 20))


def test_a_repetition_of_a_superseded_statement_is_superseded_too() -> None:
    """A demand found in two documents is one position: superseding it once supersedes it in both."""
    data = up(
        said("demand", 30, "2025-01-01", id="first"), said("demand", 30, "2025-01-03", id="again", repeats="first"),
        said("demand", 25, "2025-01-05", id="new", supersedes=["first"]),
    )  # fmt: skip
    found = position(data, "a")
    assert (low(found, "demand"), found.demand.ids, found.flags) == ((25, 25), ("new",), ())
    assert aside(found)["again"] == replaced("new")


def test_a_later_repetition_revives_a_superseded_statement() -> None:
    """Whoever says the old demand again after replacing it has said it anew."""
    data = up(
        said("demand", 30, "2025-01-01", id="first"), said("demand", 25, "2025-01-05", supersedes=["first"]),
        said("demand", 30, "2025-03-01", id="again", repeats="first"),
    )  # fmt: skip
    assert position(data, "a").demand.ids == ("again",)


# Unknown places, repetitions, addressees


def test_an_unknown_place_gives_way_to_a_named_one() -> None:
    """A demand that names no place stands only while no other does, be it older or newer."""
    found = position(up(said("demand", 27, "2025-01-01"), said("demand", UNNAMED, "2025-03-01")), "a")
    assert (low(found, "demand"), found.demand.ids) == ((27, 27), ("s0",))
    assert aside(found) == {"s1": NO_PLACE}


def test_an_unknown_place_that_supersedes_a_named_one_stands() -> None:
    """Where the party has replaced its demand by one that it does not name, the demand is unknown."""
    data = up(said("demand", 27, "2025-01-01", id="old"), said("demand", UNNAMED, supersedes=["old"]))
    assert low(position(data, "a"), "demand") == (0, 50)


def test_an_unknown_offer_may_be_better_than_a_named_one() -> None:
    """Offers accumulate, so one of unknown extent does not give way: the best offer is at 24 or better."""
    found = position(up(said("demand", 27), said("offer", 24), said("offer", UNNAMED)), "a")
    assert (low(found, "offer"), found.offer.ids) == ((0, 24), ("s1", "s2"))


def test_repetitions_count_as_one_position() -> None:
    """A demand found in two documents is one position with two statements, also where the second places it less well."""
    found = position(up(said("demand", 27), said("demand", (20, 30), repeats="s0")), "a")
    assert (low(found, "demand"), found.demand.ids, found.flags) == ((27, 27), ("s0", "s1"), ())


def test_a_repetition_stands_alone_where_the_first_does_not_count() -> None:
    """On the record only, the repetition carries the position that an anonymous source brought first."""
    data = up(said("demand", 27, attribution="anonymous_source"), said("demand", (20, 30), repeats="s0"))
    assert low(position(data, "a", cut=ON_RECORD), "demand") == (20, 30)


def test_what_an_official_repeats_of_a_leak_is_not_replaced_by_it() -> None:
    """Where a minister confirms a leak in other terms, both stand where hints count: neither is silently taken for the other."""
    found = position(up(said("demand", 20, speaker="leak"), said("demand", 27, repeats="s0")), "a")
    assert (low(found, "demand"), found.flags) == ((27, 27), ())
    assert found.with_hints is not None
    assert (low(found.with_hints, "demand"), found.with_hints.flags) == ((20, 27), (Flag("conflict", "demand", ("s0", "s1")),))


def test_what_repeats_in_a_circle_still_counts() -> None:
    """Two statements each marked as repeating the other are still one position and not none."""
    found = position(up(said("demand", 27, id="one", repeats="two"), said("demand", 27, id="two", repeats="one")), "a")
    assert low(found, "demand") == (27, 27)


def test_an_addressed_statement_counts_only_towards_its_addressee() -> None:
    """What A grants to B it has not offered to C, nor to nobody in particular."""
    data = quota(percent(), {"a": "up", "b": "down", "c": "down"}, said("demand", 27), said("offer", 20, to=["b"]))
    assert low(towards(data, "b"), "offer") == (20, 20)
    assert low(towards(data, "c"), "offer") == (27, 27)
    assert aside(towards(data, None)) == {"s1": TO_OTHERS}


ADVOCATE = {"a": {"role": "advocate"}}
SIDES = {"a": "up", "b": "down", "c": "up", "d": "up"}


def asked(*statements: dict[str, Any], parties_as: Any = ADVOCATE) -> tuple[list[str], list[bool]]:
    """Return of whom what "a" wants is asked, and towards which of anyone, b, c and d it counts."""
    data = quota(percent(), SIDES, *statements, parties_as=parties_as)
    found = [position_as_of(data, "a", "quota", TODAY, ALL_EVIDENCE, towards=one) for one in (None, "b", "c", "d")]
    return [one.id for one in found[2].demand.asked_of], [one.demand.is_stated or one.offer.is_stated for one in found]


@pytest.mark.parametrize(
    ("statement", "of", "counts"),
    [
        (said("demand", 27, to=["c"]), ["c"], [True, True, True, True]),
        (said("demand", 27, to=["d", "c"]), ["d", "c"], [True, True, True, True]),
        (said("demand", UNNAMED, to=["c"]), ["c"], [True, True, True, True]),
        (said("demand", 27, to=["b"]), [], [False, True, False, False]),
        (said("demand", 27, to=["b", "c"]), [], [False, True, True, False]),
        (said("demand", 27, to=["c"], to_others="Westfjord"), [], [False, False, True, False]),
        (said("offer", 27, to=["c"]), [], [False, False, True, False]),
        (said("demand", 27), [], [True, True, True, True]),
    ],
)
def test_what_an_advocate_asks_its_own_government_to_obtain_counts_towards_all(statement: dict[str, Any], of: list[str], counts: list[bool]) -> None:
    """Rule 1a: a demand addressed to principals alone who want the same way; another counts only towards those to whom it is addressed."""
    assert asked(statement) == (of, counts)


def test_only_an_advocate_asks_a_government_and_only_a_principal_is_asked() -> None:
    """Rule 1a: a principal speaks for itself, and an association cannot obtain anything from a government."""
    to_c = said("demand", 27, to=["c"])
    assert asked(to_c, parties_as={}) == ([], [False, False, True, False])
    assert asked(to_c, parties_as={**ADVOCATE, "c": {"role": "third_party"}}) == ([], [False, False, True, False])


def test_a_demand_is_told_as_asked_of_a_government_where_all_behind_it_are() -> None:
    """Rule 1a: one that conflicts with it, addressed to nobody in particular, is asked of nobody."""
    assert asked(said("demand", 27, to=["c"]), said("demand", 25, to=["d"]))[0] == ["c", "d"]
    assert asked(said("demand", 27, to=["c"]), said("demand", 25))[0] == []
    assert asked(said("demand", 20, "2025-01-01"), said("demand", 25, to=["c"]))[0] == ["c"]


def test_what_is_addressed_to_outsiders_counts_towards_nobody_here() -> None:
    """An offer to parties that are not at this table is set aside, with their names."""
    data = quota(percent(), {"a": "up", "b": "down"}, said("offer", 20, to=["b"], to_others="Westfjord"), said("offer", 10, to_others="Eastisle"))
    assert low(towards(data, "b"), "offer") == (20, 20)
    assert aside(towards(data, "b")) == {"s1": TO_OTHERS}
    assert aside(towards(data, None)) == {"s0": TO_OTHERS, "s1": TO_OTHERS}


def test_what_is_addressed_to_one_party_supersedes_nothing_towards_another() -> None:
    """A reprieve for B and C, replaced towards B alone, still stands towards C."""
    data = quota(
        percent(), {"a": "up", "b": "down", "c": "down"},
        said("demand", 20, "2025-01-01", id="reprieve", to=["b", "c"]), said("demand", 30, "2025-03-01", to=["b"], supersedes=["reprieve"]),
    )  # fmt: skip
    assert low(towards(data, "b"), "demand") == (30, 30)
    assert low(towards(data, "c"), "demand") == (20, 20)


# Offers


def test_offers_accumulate() -> None:
    """The best offer is the hull of the demand and all offers; one that goes less far is set aside, however new."""
    found = position(up(said("demand", 27), said("offer", 20, "2025-01-01"), said("offer", 24, "2025-03-01")), "a")
    assert (low(found, "offer"), found.offer.ids) == ((20, 20), ("s1",))
    assert aside(found) == {"s2": NOT_FURTHEST}


def test_of_whoever_wants_less_the_highest_offer_goes_furthest() -> None:
    """The mirror image: 15 is the best of 10 and 15. Where none is exact, one may carry the least that is offered and another the most."""
    down = {"a": "down"}
    found = position(quota(percent(), down, said("demand", 0), said("offer", 10), said("offer", 15)), "a")
    assert (high(found, "offer"), found.offer.ids, aside(found)) == ((15, 15), ("s2",), {"s1": NOT_FURTHEST})
    found = position(quota(percent(), down, said("offer", (10, 20)), said("offer", (12, 18)), said("offer", 9)), "a")
    assert (high(found, "offer"), found.offer.ids, aside(found)) == ((12, 20), ("s0", "s1"), {"s2": NOT_FURTHEST})


def test_which_offer_goes_furthest_is_exact() -> None:
    """Half a point decides, and so does the last of many digits."""
    halves = up(*(said("offer", at) for at in ("21", "20.5", "20.75")))
    assert (low(position(halves, "a"), "offer"), position(halves, "a").offer.ids) == ((Fraction("20.5"), Fraction("20.5")), ("s1",))
    long = quota(percent("100000000000000"), UP, *(said("offer", at) for at in ("90071992547409.000001", "90071992547409.000000")))
    assert position(long, "a").offer.ids == ("s1",)


def test_offers_that_ran_out_or_were_withdrawn_leave() -> None:
    """Without the two better offers, one gone by its own terms and one taken back, the third is the best."""
    data = up(said("demand", 27), said("offer", 18, expires="2025-03-10"), said("offer", 20, withdrawn="2025-03-12"), said("offer", 24))
    assert [low(on(data, f"2025-03-{day}"), "offer") for day in ("05", "11", "12")] == [(18, 18), (20, 20), (24, 24)]


def test_without_an_offer_the_demand_is_all_that_is_on_the_table() -> None:
    """A party that offers nothing beyond its demand has stated no offer; the set of both is the same."""
    found = position(up(said("demand", 27)), "a")
    assert (low(found, "offer"), found.offer.is_stated, found.offer.ids) == ((27, 27), False, ("s0",))


def test_an_offer_equal_to_the_demand_is_stated() -> None:
    """Whoever offers exactly what it asks for has made an offer, which rests on the offer."""
    found = position(up(said("demand", 27), said("offer", 27)), "a")
    assert (low(found, "offer"), found.offer.is_stated, found.offer.ids) == ((27, 27), True, ("s1",))


def test_an_offer_short_of_the_demand_is_none() -> None:
    """An offer that asks for more than the demand itself adds nothing: it is set aside, and no offer counts as stated."""
    found = position(up(said("demand", 27), said("offer", 30)), "a")
    assert (low(found, "offer"), found.offer.is_stated, found.offer.ids) == ((27, 27), False, ("s0",))
    assert aside(found) == {"s1": NOT_FURTHEST}


def test_a_best_offer_with_one_bound_from_the_demand_rests_on_both() -> None:
    """An imprecise demand of 10 to 20 and an offer of 15 make a best offer of 10 to 15, which neither carries alone."""
    found = position(up(said("demand", (10, 20)), said("offer", 15)), "a")
    assert (low(found, "offer"), found.offer.ids) == ((10, 15), ("s0", "s1"))


def test_an_offer_bounds_an_unstated_limit() -> None:
    """Whoever wants more and offers 20 cannot have its limit above 20, so that bound rests on the offer."""
    found = position(up(said("demand", 27), said("offer", 20)), "a")
    assert (low(found, "limit"), found.limit.is_stated, found.limit.ids) == ((0, 20), False, ("s1",))


def test_an_offer_bounds_the_unstated_limit_of_whoever_wants_less() -> None:
    """The mirror image: whoever wants less and offers 10 cannot have its limit below 10."""
    found = position(quota(percent(), {"a": "down"}, said("demand", 0), said("offer", 10)), "a")
    assert (high(found, "limit"), low(found, "limit"), found.limit.ids) == ((10, 50), (0, 0), ("s1",))


def test_a_limit_alone_bounds_offer_and_demand() -> None:
    """Of a party that has stated its limit alone, offer and demand lie somewhere from there on, and rest on the limit."""
    found = position(up(said("red_line", 17)), "a")
    assert [low(found, part) for part in ("demand", "offer", "limit")] == [(17, 50), (17, 50), (17, 17)]
    assert (found.demand.is_stated, found.demand.ids, found.offer.ids) == (False, ("s0",), ("s0",))


def test_an_imprecise_demand_is_tightened_by_the_limit() -> None:
    """A demand of 15 to 20 with a limit at 17 is one of 17 to 20, and rests on both statements."""
    found = position(up(said("demand", (15, 20)), said("red_line", 17)), "a")
    assert (low(found, "demand"), found.demand.ids, found.flags) == ((17, 20), ("s0", "s1"), ())


def test_tightening_takes_ids_only_from_where_a_bound_comes() -> None:
    """An unstated limit bounded by the offer does not rest on the demand."""
    found = position(up(said("demand", (25, 30)), said("offer", 20)), "a")
    assert (found.demand.ids, found.offer.ids, found.limit.ids) == (("s0",), ("s1",), ("s1",))


def test_an_offer_that_is_only_hinted_at_is_marked() -> None:
    """A best offer behind which stands a hint alone is marked as one; with a plain offer beside it of the same place it is not."""
    hinted = said("offer", 20, conveyance="hint")
    assert position(up(said("demand", 27), hinted), "a").offer.is_hint
    assert not position(up(said("demand", 27), hinted, said("offer", 20)), "a").offer.is_hint


def test_a_demand_or_limit_that_is_only_hinted_at_is_marked() -> None:
    """Beside a plain one of the same days it is no hint any more; what is drawn in by the other parts stays what it was."""
    for kind, part in (("demand", "demand"), ("red_line", "limit")):
        hinted = said(kind, 20, conveyance="hint")
        for statements, is_hint in (([hinted], True), ([hinted, said(kind, 20)], False), ([said(kind, 20)], False)):
            assert {"demand": (found := position(up(*statements), "a")).demand, "limit": found.limit}[part].is_hint is is_hint
    drawn_in = position(up(said("demand", (15, 20), conveyance="hint"), said("red_line", 17)), "a")
    assert (low(drawn_in, "demand"), drawn_in.demand.is_hint, drawn_in.limit.is_hint) == ((17, 20), True, False)


# Conditions


def test_conditional_offers_are_kept_apart() -> None:
    """A conditional offer is not in the best offer, and is in the position that counts it."""
    condition = {"type": "if", "says": "Southmark first opens its ports"}
    found = position(up(said("demand", 27), said("offer", 20, condition=condition)), "a")
    assert (low(found, "offer"), found.offer.is_stated) == ((27, 27), False)
    assert [one.id for one in found.conditional] == ["s1"]
    assert found.with_conditions is not None
    assert (low(found.with_conditions, "offer"), found.with_conditions.offer.ids) == ((20, 20), ("s1",))
    assert aside(found) == {"s1": CONDITIONAL}


def test_each_conditional_offer_is_also_counted_alone() -> None:
    """Two offers under different conditions are counted together once and each alone once."""
    one, other = {"type": "if", "says": "the herring return"}, {"type": "only_if", "says": "Southmark pays"}
    found = position(up(said("demand", 27), said("offer", 24, condition=one), said("offer", 20, condition=other)), "a")
    assert found.with_conditions is not None
    assert low(found.with_conditions, "offer") == (20, 20)
    assert [low(each, "offer") for each in found.with_each] == [(24, 24), (20, 20)]


def test_a_party_with_a_conditional_offer_alone_has_stated_nothing_unconditional() -> None:
    """Counted, the conditional offer is evidence; without it nothing is stated."""
    found = position(up(said("offer", 20, condition={"type": "if", "says": "the herring return"})), "a")
    assert not found.is_evidenced
    assert found.with_conditions is not None
    assert found.with_conditions.is_evidenced


def test_a_conditional_offer_beyond_the_limit_is_incoherent_only_where_it_counts() -> None:
    """The flag stands on the position that counts the offer; the other one is coherent."""
    condition = {"type": "if", "says": "the herring return"}
    found = position(up(said("demand", 27), said("red_line", 17), said("offer", 15, condition=condition)), "a")
    assert found.flags == ()
    assert found.with_conditions is not None
    assert [flag.kind for flag in found.with_conditions.flags] == ["incoherent"]
    assert low(found.with_conditions, "limit") == (15, 17)


def test_a_conditional_limit_is_kept_apart() -> None:
    """A limit that holds only under a condition is no limit until the condition is known to be met, and is in the position that counts it."""
    found = position(up(said("demand", 27), said("red_line", 17, condition={"type": "if", "says": "the threat stands"})), "a")
    assert (found.limit.is_stated, low(found, "limit")) == (False, (0, 27))
    assert aside(found) == {"s1": CONDITIONAL}
    assert found.with_conditions is not None
    assert (found.with_conditions.limit.is_stated, low(found.with_conditions, "limit"), found.with_conditions.limit.ids) == (True, (17, 17), ("s1",))


@pytest.mark.parametrize("link", ["if", "only_if", "iff"])
def test_a_conditional_demand_is_kept_apart(link: str) -> None:
    """A demand that stands only under a condition is none without it, whatever joins the two."""
    found = position(up(said("demand", 27, condition={"type": link, "says": "the herring return"})), "a")
    assert (found.is_evidenced, found.demand.is_stated, [one.id for one in found.conditional]) == (False, False, ["s0"])
    assert found.with_conditions is not None
    assert low(found.with_conditions, "demand") == (27, 27)


def test_what_is_asked_under_a_condition_does_not_contradict_what_is_asked_without_it() -> None:
    """Counted, the milder demand of the same day stands in place of the other: the accounts do not differ."""
    milder = said("demand", 10, condition={"type": "if", "says": "the herring return"})
    found = position(up(said("demand", 27), milder), "a")
    assert (low(found, "demand"), found.flags) == ((27, 27), ())
    assert found.with_conditions is not None
    assert (low(found.with_conditions, "demand"), found.with_conditions.flags) == ((10, 10), ())


def test_a_newer_demand_overtakes_one_under_a_condition() -> None:
    """A demand of a month later is what the party asks for now, condition or not."""
    older = said("demand", 10, "2025-03-01", condition={"type": "if", "says": "the herring return"})
    found = position(up(older, said("demand", 27, "2025-04-10")), "a", as_of=date(2025, 4, 20))
    assert found.with_conditions is not None
    assert (low(found, "demand"), low(found.with_conditions, "demand")) == ((27, 27), (27, 27))


def test_a_leak_under_a_condition_does_not_replace_what_an_official_said() -> None:
    """Only who may commit the party puts something else in the place of an official demand (rule 2)."""
    leak = said("demand", 10, speaker="adviser", condition={"type": "if", "says": "the herring return"})
    found = position(up(said("demand", 27), leak), "a")
    assert found.with_conditions is not None
    assert (low(found.with_conditions, "demand"), [flag.kind for flag in found.with_conditions.flags]) == ((10, 27), ["conflict"])


# Evidence


ANYTHING = EvidenceCut("anything", ALL_EVIDENCE.admits | {"third_party_analysis"}, implied=True)


@pytest.mark.parametrize("cut", [ANYTHING, ALL_EVIDENCE, OFFICIALS, ON_RECORD], ids=lambda cut: cut.id)
def test_forecasts_and_analyses_never_count(cut: Any) -> None:
    """Whatever the cut, a forecast and a third party's reading are not the party's own position."""
    data = up(said("demand", 27, conveyance="forecast"), said("demand", 30, attribution="third_party_analysis"))
    found = position(data, "a", cut=cut)
    assert not found.is_evidenced
    assert aside(found) == {"s0": NEVER_OWN, "s1": NEVER_OWN}


def test_the_cuts_let_in_less_and_less() -> None:
    """Each cut admits what is on its grade or better, and names itself where it leaves something out."""
    grades = ("on_record", "document", "anonymous_official", "anonymous_source", "reporter")
    data = up(*(said("offer", 10 + number, attribution=grade) for number, grade in enumerate(grades)))
    admitted = [[cut.lets_in(one) for one in data.statements] for cut in (ALL_EVIDENCE, OFFICIALS, ON_RECORD)]
    assert admitted == [[True] * 5, [True, True, True, False, False], [True, True, False, False, False]]
    assert aside(position(data, "a", cut=ON_RECORD))["s2"] == Aside(AsideKind.CUT, cut=ON_RECORD)


def test_what_is_only_implied_needs_the_widest_cut() -> None:
    """An implied demand counts with all evidence, and not among officials' words."""
    data = up(said("demand", 27, conveyance="implied"))
    assert position(data, "a").is_evidenced
    assert aside(position(data, "a", cut=OFFICIALS)) == {"s0": Aside(AsideKind.CUT, cut=OFFICIALS)}


# Flags


def test_old_evidence_is_kept_and_flagged_stale() -> None:
    """On the last day of freshness nothing is flagged; a day later the demand is flagged, and its value is the same."""
    data = up(said("demand", 27, "2025-01-01"), freshness_days=30)
    assert on(data, "2025-01-31").flags == ()
    late = on(data, "2025-02-01")
    assert (low(late, "demand"), late.flags) == ((27, 27), (Flag("stale", "demand", ("s0",)),))


def test_freshness_is_the_negotiations_where_the_issue_sets_none() -> None:
    """Without an own rule of the issue, 180 days hold."""
    data = up(said("demand", 27, "2025-01-01"))
    assert on(data, "2025-06-30").flags == ()
    assert on(data, "2025-07-01").flags == (Flag("stale", "demand", ("s0",)),)


def test_a_best_offer_is_as_stale_as_what_is_behind_it() -> None:
    """A newer offer that goes less far does not freshen the best one."""
    data = up(said("offer", 20, "2025-01-01"), said("offer", 24, "2025-03-01"), freshness_days=30)
    assert on(data, "2025-03-02").flags == (Flag("stale", "offer", ("s0",)),)


def test_each_part_is_stale_on_its_own() -> None:
    """An old limit beside a new demand is flagged, the demand is not."""
    found = on(up(said("red_line", 17, "2025-01-01"), said("demand", 27, "2025-03-01"), freshness_days=30), "2025-03-02")
    assert found.flags == (Flag("stale", "limit", ("s0",)),)


def test_an_offer_beyond_the_own_limit_is_widened_and_flagged() -> None:
    """An offer at 15 and a limit at 17 leave both somewhere from 15 to 17, flagged with all ids; the demand is as it was."""
    found = position(up(said("demand", 27), said("offer", 15), said("red_line", 17)), "a")
    assert [low(found, part) for part in ("demand", "offer", "limit")] == [(27, 27), (15, 17), (15, 17)]
    assert found.flags == (Flag("incoherent", "limit", ("s0", "s1", "s2")),)
    assert (found.demand.ids, found.limit.ids) == (("s0",), ("s0", "s1", "s2"))


def test_a_demand_beyond_the_own_limit_is_widened_too() -> None:
    """A demand of 15 beside a limit at 17 is incoherent: all three lie somewhere from 15 to 17."""
    found = position(up(said("demand", 15), said("red_line", 17)), "a")
    assert [low(found, part) for part in ("demand", "offer", "limit")] == [(15, 17)] * 3
    assert [flag.kind for flag in found.flags] == ["incoherent"]


def test_a_demand_between_offer_and_limit_may_have_to_rise() -> None:
    """Offer 15, demand 16, limit 17: whichever of offer and limit holds, the demand is from 16 to 17."""
    found = position(up(said("demand", 16), said("offer", 15), said("red_line", 17)), "a")
    assert [low(found, part) for part in ("demand", "offer", "limit")] == [(16, 17), (15, 17), (15, 17)]


def test_whoever_wants_less_is_incoherent_in_the_mirror() -> None:
    """An offer of 22 beyond a limit of 20 leaves both somewhere from 20 to 22."""
    found = position(quota(percent(), {"a": "down"}, said("demand", 0), said("offer", 22), said("red_line", 20)), "a")
    assert [high(found, part) for part in ("demand", "offer", "limit")] == [(0, 0), (20, 22), (20, 22)]


def test_an_offer_at_the_limit_is_coherent() -> None:
    """Offering exactly one's limit crosses nothing."""
    assert position(up(said("offer", 17), said("red_line", 17)), "a").flags == ()


def test_an_offer_at_a_strict_limit_crosses_it() -> None:
    """Whoever refuses 17 itself and offers 17 is a step beyond its own limit."""
    found = position(up(said("offer", 17), said("red_line", {"at": "17", "strict": True})), "a")
    assert [flag.kind for flag in found.flags] == ["incoherent"]
    assert low(found, "limit") == (17, Fraction(171, 10))


def test_an_imprecise_offer_that_may_cross_is_tightened_and_not_flagged() -> None:
    """An offer somewhere from 15 to 19 with a limit at 17 is read as 17 to 19: it need not cross."""
    found = position(up(said("offer", (15, 19)), said("red_line", 17)), "a")
    assert (low(found, "offer"), low(found, "limit"), found.flags) == ((17, 19), (17, 17), ())


# Targets


def target(*statements: dict[str, Any]) -> Position:
    return position(quota(percent(), {"a": "target"}, *statements), "a")


def test_a_target_with_an_offer_on_one_side() -> None:
    """A target of 20 that also offers 26 has 20 to 26 on the table, and its limits lie outside that."""
    found = target(said("demand", 20), said("offer", 26))
    assert (low(found, "offer"), high(found, "offer")) == ((20, 20), (26, 26))
    assert (low(found, "limit"), high(found, "limit")) == ((0, 20), (26, 50))


def test_offers_on_both_sides_of_a_target_both_count() -> None:
    """One offer carries the low end and another the high one; an offer between them carries none."""
    found = target(said("demand", 20), said("offer", 15), said("offer", 26), said("offer", 18))
    assert (low(found, "offer"), high(found, "offer"), found.offer.ids) == ((15, 15), (26, 26), ("s1", "s2"))
    assert aside(found) == {"s3": NOT_FURTHEST}


def test_each_bound_of_what_a_target_offers_has_its_own_carriers() -> None:
    """Of offers that are not exact, one may carry one bound of one end alone, and is behind the best offer for that."""
    found = target(said("offer", (10, 14)), said("offer", 12), said("offer", 16))
    assert (low(found, "offer"), high(found, "offer"), found.offer.ids) == ((10, 12), (16, 16), ("s0", "s1", "s2"))
    found = target(said("offer", 8), said("offer", 12), said("offer", (10, 14)))
    assert (low(found, "offer"), high(found, "offer"), found.offer.ids) == ((8, 8), (12, 14), ("s0", "s1", "s2"))


def test_a_single_offer_of_a_target_is_one_value() -> None:
    """Somewhere from 10 to 14; beside an offer of 16 it is a stretch."""
    assert target(said("offer", (10, 14))).offer.outcomes.is_point
    assert not target(said("offer", (10, 14)), said("offer", 16)).offer.outcomes.is_point


def test_an_imprecise_target_is_one_value_at_both_ends() -> None:
    """A target of 10 to 20 whose party takes nothing below 12 is one value from 12 to 20, at both ends."""
    found = target(said("demand", (10, 20)), said("red_line", {"from": "12", "to": "30", "reading": "acceptable"}))
    assert (low(found, "demand"), high(found, "demand")) == ((12, 20), (12, 20))
    assert (found.demand.ids, found.demand.outcomes.is_point) == (("s0", "s1"), True)


def test_an_unstated_target_lies_inside_what_is_offered() -> None:
    """Of a target that offers 15 to 26 and asks for nothing, the demand lies in there."""
    found = target(said("offer", {"from": "15", "to": "26", "reading": "acceptable"}))
    assert (low(found, "demand"), high(found, "demand"), found.demand.is_stated) == ((15, 26), (15, 26), False)


def test_a_target_outside_its_own_limits_is_incoherent() -> None:
    """A target of 25 whose party takes 10 to 20 is widened to 20 to 25 on that side only."""
    found = target(said("demand", 25), said("red_line", {"from": "10", "to": "20", "reading": "acceptable"}))
    assert (low(found, "demand"), high(found, "demand")) == ((20, 25), (20, 25))
    assert (low(found, "limit"), high(found, "limit")) == ((10, 10), (20, 25))
    assert [flag.kind for flag in found.flags] == ["incoherent"]


def test_a_stretch_offered_by_whoever_takes_one_value_is_incoherent() -> None:
    """Whoever takes a single value, not known exactly, and offers a stretch of several crosses its own limit."""
    found = target(said("offer", {"from": "12", "to": "18", "reading": "acceptable"}), said("red_line", (10, 20)))
    assert [flag.kind for flag in found.flags] == ["incoherent"]
    assert (low(found, "limit"), high(found, "limit")) == ((10, 12), (18, 20))


def test_a_limit_of_one_value_is_settled_by_the_demand() -> None:
    """Whoever takes a single value, somewhere from 10 to 20, and asks for 15 takes 15."""
    found = target(said("demand", 15), said("red_line", (10, 20)))
    assert (low(found, "limit"), high(found, "limit"), found.limit.ids) == ((15, 15), (15, 15), ("s0", "s1"))


def test_a_demand_is_settled_by_a_limit_of_one_value() -> None:
    """Whoever asks for something from 10 to 20 and takes 15 alone asks for 15, by the one statement and the other."""
    found = target(said("demand", (10, 20)), said("red_line", 15))
    assert (low(found, "demand"), high(found, "demand"), found.demand.ids) == ((15, 15), (15, 15), ("s0", "s1"))


def test_an_offer_is_settled_by_a_limit_of_one_value() -> None:
    """Where an offer of unknown extent must fit a limit of one value, the demand settles both, and that rests on the limit too."""
    found = target(said("demand", 15), said("offer", UNNAMED), said("red_line", UNNAMED))
    assert (low(found, "offer"), high(found, "offer"), found.offer.ids) == ((15, 15), (15, 15), ("s0", "s1", "s2"))


def test_a_limit_of_one_value_that_is_crossed_is_one_value_no_longer() -> None:
    """A limit of 20 alone and a demand of 15 leave a limit from somewhere in 15 to 20 up to 20, which may have a width."""
    found = target(said("demand", 15), said("red_line", 20))
    assert (low(found, "limit"), high(found, "limit"), found.limit.outcomes.is_point) == ((15, 20), (20, 20), False)


def test_a_target_on_a_ladder() -> None:
    """A target rung is that rung and no other."""
    found = position(quota(ladder(4), {"a": "target"}, said("demand", "r2")), "a")
    assert (low(found, "demand"), high(found, "demand")) == ((2, 2), (2, 2))


# The same statements on another day


def test_the_same_statements_are_stale_on_one_day_and_fresh_on_another() -> None:
    """What is kept between days is the sets, not the flags that depend on the day."""
    data = up(said("demand", 27, "2025-01-01"), freshness_days=30)
    assert [len(on(data, day).flags) for day in ("2025-01-31", "2025-03-01", "2025-01-31")] == [0, 1, 0]


def test_what_was_set_aside_belongs_to_its_own_position() -> None:
    """The reasons of one position do not leak into the next."""
    data = up(said("demand", 30, "2025-01-01"), said("demand", 25, "2025-03-01"))
    assert aside(on(data, "2025-03-01")) == {"s0": OLDER}
    assert aside(on(data, "2025-02-01")) == {"s1": FUTURE}


def test_what_is_set_aside_where_a_condition_is_met_is_told_of_that_position() -> None:
    """Counted, the offer of 20 outdoes that of 24, and is itself no longer kept apart; replaced and future statements stay so."""
    condition = {"type": "if", "says": "Southmark first opens its ports"}
    found = position(
        up(
            said("demand", 27), said("offer", 24), said("offer", 20, condition=condition),
            said("demand", 30, "2025-02-01"), said("offer", 22, supersedes=["s5"]), said("offer", 21), said("offer", 10, "2025-06-01"),
        ),
        "a",
    )  # fmt: skip
    always = {"s3": OLDER, "s5": replaced("s4"), "s6": FUTURE, "s1": NOT_FURTHEST}
    assert aside(found) == {**always, "s2": CONDITIONAL}
    assert found.with_conditions is not None
    assert aside(found.with_conditions) == {**always, "s4": NOT_FURTHEST}
    assert (len(found.with_conditions.set_aside), repr(found.set_aside)) == (5, repr(dict(found.set_aside)))


def test_what_is_left_out_is_left_out_where_a_condition_is_met_too() -> None:
    """Without the demand of 27 only the conditional offer is known, on the day shown, and the demand is set aside nowhere."""
    condition = {"type": "if", "says": "Southmark first opens its ports"}
    data = up(said("demand", 27), said("offer", 20, condition=condition))
    less = position_as_of(data, "a", "quota", TODAY, ALL_EVIDENCE, changed={"s0": None})
    assert (less.is_evidenced, less.set_aside) == (False, {"s1": CONDITIONAL})
    assert less.with_conditions is not None
    assert (less.with_conditions.demand.is_stated, low(less.with_conditions, "offer"), less.with_conditions.ids) == (False, (20, 20), ("s1",))
    assert position(data, "a").ids == ("s0",)
