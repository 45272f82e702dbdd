"""The shipped position files: they load, they are complete, and what the coding guide says of the five documents holds in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from parley.analysis.addressing import government_asked
from parley.analysis.evidence import ALL_EVIDENCE, CUTS
from parley.analysis.gaps import Status, gap_as_of
from parley.analysis.moved import Course
from parley.analysis.movement import movement
from parley.analysis.outcomes import threshold
from parley.analysis.positions import Position, position_as_of
from parley.checks import check
from parley.dataset import Dataset, load
from parley.model import ANCHOR_WORDS
from parley.telling.glance import glance_lines
from parley.telling.movement import issue_told, whole_told
from parley.telling.position import position_lines
from parley.words import say

FOLDER = Path(__file__).parents[1] / "positions" / "us-china-trade"
CORE = ("trade-deficit", "made-in-china-2025", "ip-technology-transfer", "market-access")
BEFORE_TALKS, AFTER_PROMISE, NEXT_ROUND = date(2018, 5, 2), date(2018, 6, 2), date(2019, 1, 23)
# The day on which the coding was last reviewed, so that no check depends on the clock.
REVIEWED = date(2026, 11, 22)


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return load(FOLDER)


def position(data: Dataset, party: str, issue: str, day: date) -> Position:
    return position_as_of(data, party, issue, day, ALL_EVIDENCE)


def end(found: Position, part: str) -> tuple[str, ...]:
    """Return the rungs between which the end that matters lies, one if it is known; none if nothing was stated."""
    own = getattr(found, part)
    span = threshold(own.outcomes, found.direction)
    return tuple(dict.fromkeys(found.axis.ids[int(value)] for value in (span.low, span.high))) if own.is_stated else ()


def with_hints(found: Position) -> Position:
    """Return the same position counting what was only hinted, too."""
    assert found.with_hints is not None
    return found.with_hints


def test_they_load_and_pass_every_check(shipped: Dataset) -> None:
    """No rule finds an error in them."""
    assert [str(one) for one in check(shipped, None, REVIEWED) if one.severity == "error"] == []


def test_they_hold_enough_and_cite_all_five_documents(shipped: Dataset) -> None:
    """At least 160 statements, and some from every document."""
    assert len(shipped.statements) >= 160
    assert {one.source for one in shipped.statements} == {
        "nikkei-2018-05-02",
        "nyt-2018-04-30",
        "scmp-2019-01-23",
        "axios-2018-05-02",
        "wire-2018-06-02",
    }


def test_no_anchor_is_longer_than_a_few_words(shipped: Dataset) -> None:
    """The documents belong to their publishers: at most eight words of theirs stand in a statement."""
    assert ANCHOR_WORDS == 8
    assert [one.id for one in shipped.statements if len(one.locator.anchor.split()) > 8] == []


def test_every_document_s_date_is_inferred_and_says_how(shipped: Dataset) -> None:
    """None of the five prints its date."""
    assert [key for key, one in shipped.sources.items() if one.date_basis != "inferred" or not one.date_note] == []
    issued = {key: one.issued.text for key, one in shipped.sources.items()}
    assert all(issued[key] == key[-10:] for key in ("nikkei-2018-05-02", "nyt-2018-04-30", "scmp-2019-01-23", "axios-2018-05-02", "wire-2018-06-02"))


def test_every_party_takes_part_under_its_role(shipped: Dataset) -> None:
    """Two principals, three third parties and one advocate, and each has said something."""
    roles = {party.id: party.role for party in shipped.negotiation.parties}
    assert roles == {
        "us": "principal", "china": "principal", "eu": "third_party", "business-groups": "advocate", "south-korea": "third_party", "japan": "third_party",
    }  # fmt: skip
    assert {one.party for one in shipped.statements} == set(roles)


def test_the_core_issues_come_first(shipped: Dataset) -> None:
    """The four on which the talks turn, as the coding guide orders them."""
    assert tuple(issue.id for issue in shipped.negotiation.issues[:4]) == CORE
    assert {issue.id for issue in shipped.negotiation.issues if issue.group == "core"} == set(CORE)


@pytest.mark.parametrize("issue", CORE)
def test_the_us_has_offered_nothing_and_named_no_limit_on_a_core_issue(shipped: Dataset, issue: str) -> None:
    """On no day and under no cut is there an American offer or stated limit: an honest empty cell."""
    for day, cut in product(shipped.days, CUTS):
        found = position_as_of(shipped, "us", issue, day, cut)
        assert not found.offer.is_stated
        assert not found.limit.is_stated
        assert found.conditional == ()


def test_the_eu_says_nothing_on_the_deficit(shipped: Dataset) -> None:
    """No document has it speak about it."""
    assert shipped.statements_of("eu", "trade-deficit") == ()


def test_business_groups_offer_nothing(shipped: Dataset) -> None:
    """They ask, and have nothing of their own to give; nor do they set limits."""
    assert {one.kind for one in shipped.statements if one.party == "business-groups"} == {"demand", "rationale"}


def test_the_us_asks_for_100_and_then_for_200(shipped: Dataset) -> None:
    """US$100 bn before the May talks, US$200 bn after: the second figure replaces the first and is not added to it."""
    asked = {}
    for day in (BEFORE_TALKS, AFTER_PROMISE):
        found = position(shipped, "us", "trade-deficit", day)
        amounts = {one.amount.value for one in (shipped.statement_by_id[key] for key in found.demand.ids) if one.amount}
        asked[day] = (end(found, "demand")[-1], amounts)
    assert asked == {BEFORE_TALKS: ("committed-100", {Decimal(100)}), AFTER_PROMISE: ("committed-200", {Decimal(200)})}


def test_china_s_purchases_go_from_named_goods_to_a_public_promise(shipped: Dataset) -> None:
    """Without any sum, before and after; and no figure stands with an offer of purchases."""
    offers = [end(position(shipped, "china", "trade-deficit", day), "offer") for day in (BEFORE_TALKS, AFTER_PROMISE)]
    assert offers == [("named-goods",), ("considerable-purchases",)]
    assert [one.id for one in shipped.statements_of("china", "trade-deficit") if one.kind == "offer" and one.amount] == []


def test_china_refuses_a_binding_cut(shipped: Dataset) -> None:
    """Before the talks some who do not commit it hint so: short of a figure that binds, how far not said, but not below its own offer. Then it does."""
    before, after = (position(shipped, "china", "trade-deficit", day) for day in (BEFORE_TALKS, AFTER_PROMISE))
    assert (end(before, "limit"), end(with_hints(before), "limit")) == ((), ("named-goods", "indicative-number"))
    assert (end(after, "limit"), after.with_hints and end(after.with_hints, "limit")) == (("considerable-purchases", "indicative-number"),) * 2


def test_a_limit_is_dated_by_its_own_statement(shipped: Dataset) -> None:
    """On the overview the limit that is hinted in April is of April, and the one that China states in May is not of the day of its offer (rule 6a)."""
    told = {
        day: [say(one.words) for one in glance_lines(position(shipped, "china", "trade-deficit", day), shipped) if one.parts == ("limit",)]
        for day in (BEFORE_TALKS, AFTER_PROMISE)
    }
    assert told == {
        BEFORE_TALKS: ["China: hinted limit: at most Indicative number, perhaps only Ready to talk (28 to 30 Apr 2018)"],
        AFTER_PROMISE: [
            "China: limit: at most Indicative number, perhaps only Ready to talk "
            "(implied; 3 to 19 May 2018; its offer of 19 May 2018 shows at least Public promise, no sum)"
        ],
    }


def test_the_demand_on_made_in_china_2025_is_a_range_and_not_the_strongest_verb(shipped: Dataset) -> None:
    """Two verbs in one week, flagged as differing accounts; that the plan be given up is hinted by a diplomat, and so are China's adjustments."""
    found = position(shipped, "us", "made-in-china-2025", BEFORE_TALKS)
    assert (end(found, "demand"), end(with_hints(found), "demand")) == (("rethought", "financing-curbed"), ("rethought", "scrapped"))
    assert [[flag.kind for flag in one.flags_of("demand")] for one in (found, with_hints(found))] == [["conflict"], ["conflict"]]
    china = position(shipped, "china", "made-in-china-2025", BEFORE_TALKS)
    assert (end(china, "offer"), end(with_hints(china), "offer")) == ((), ("small-tweaks",))


def test_made_in_china_2025_on_2_may_2018(shipped: Dataset) -> None:
    """The acceptance example: 1 to 5 rungs apart, unknown, bridgeable or blocked; the hints of both leave that as it is."""
    gap = gap_as_of(shipped, ("us", "china"), "made-in-china-2025", BEFORE_TALKS, ALL_EVIDENCE)
    assert gap.with_hints is not None
    for one in (gap, gap.with_hints):
        assert (one.table_a.low, one.table_a.high) == (Fraction(1), Fraction(5))
        assert one.status is Status.UNKNOWN
        assert one.possible == {Status.BRIDGEABLE, Status.BLOCKED}


def test_market_access_keeps_the_plan_apart(shipped: Dataset) -> None:
    """China offers some sectors; that this is its limit, with the industrial plan out of reach, is hinted at a seminar."""
    found = position(shipped, "china", "market-access", BEFORE_TALKS)
    assert (end(found, "limit"), end(with_hints(found), "limit")) == ((), ("sectors-ringfenced",))
    assert end(found, "offer")[0] == "sectors-ringfenced"


def test_forecasts_and_readings_of_others_count_for_no_party(shipped: Dataset) -> None:
    """What an analyst or a reporter expects is held, and stands behind no position on any day."""
    weak = {one.id for one in shipped.statements if one.conveyance == "forecast" or one.attribution == "third_party_analysis"}
    assert weak
    behind = {
        key
        for party, issue, day in product(shipped.negotiation.parties, shipped.negotiation.issues, shipped.days)
        for key in position(shipped, party.id, issue.id, day).ids
    }
    assert behind & weak == set()


def test_who_commits_a_party_never_speaks_for_a_newspaper_or_an_analyst(shipped: Dataset) -> None:
    """Forecasts and readings of others have the report or the analysts as speakers, who commit nobody."""
    speaker = {one.id: shipped.negotiation.party_by_id[one.party].speaker(one.speaker) for one in shipped.statements}
    weak = [one.id for one in shipped.statements if one.conveyance == "forecast" or one.attribution == "third_party_analysis"]
    assert sorted(key for key in weak if speaker[key].commits) == ["cn-scope-sceptical", "cn-scope-trump-will-deal"]
    outside = [one for one in shipped.statements if one.speaker in ("press", "analysts")]
    assert len(outside) > 20 and not any(speaker[one.id].commits for one in outside)


def test_what_business_groups_ask_of_washington_has_an_addressee(shipped: Dataset) -> None:
    """All that stands in the report handed to the trade representative is asked of the US, and counts towards China as well (rule 1a)."""
    own = [one for one in shipped.statements if one.party == "business-groups"]
    assert all(one.to == ("us",) for one in own if one.speaker == "joint-report")
    assert {one.id for one in own if not one.to} == {
        "biz-ip-indigenous-goal", "biz-levels-regional-plans", "biz-access-providers-complain", "biz-data-providers-complain", "biz-scope-logistics",
        "biz-scope-bigger-picture",
    }  # fmt: skip
    asks = [one for one in own if one.kind == "demand"]
    assert len(asks) == 10
    assert all([party.id for party in government_asked(one, shipped.negotiation)] == ["us"] for one in asks)
    found = position_as_of(shipped, "business-groups", "structural-policy", NEXT_ROUND, ALL_EVIDENCE, towards="china")
    assert (found.demand.ids, [party.id for party in found.demand.asked_of]) == (("biz-structural-concurrent",), ["us"])


def test_what_was_said_of_one_visit_ends_with_it(shipped: Dataset) -> None:
    """China would not discuss two demands that week; by June the refusal has run out, and its wish for a limited agenda stands."""
    assert end(position(shipped, "china", "scope-of-talks", BEFORE_TALKS), "limit") == ("limited",)
    later = position(shipped, "china", "scope-of-talks", AFTER_PROMISE)
    assert (end(later, "limit"), end(later, "demand")) == ((), ("limited",))


def test_nobody_moved_in_the_months_of_which_nothing_is_known(shipped: Dataset) -> None:
    """A truce told in January 2019 says that a further step is suspended, not where the tariffs stood: that is no movement."""
    found = position(shipped, "us", "us-tariffs", NEXT_ROUND)
    assert (end(found, "measure"), found.measure.ids) == (("on-hold", "in-force-suspended"), ("us-tariffs-truce-march",))


def test_what_washington_does_is_a_measure_and_no_demand(shipped: Dataset) -> None:
    """Tariffs, reprieves, curbs and a truce are acts: each says how far it has come, and nothing is asked for by them."""
    stages = {one.id: one.stage for one in shipped.statements if one.kind == "measure"}
    assert stages == {
        "us-tariffs-going-ahead": "announced", "us-tariffs-on-hold": "suspended", "us-tariffs-truce-march": "suspended",
        "us-investment-curbs": "announced", "us-hightech-added-curbs": "announced", "us-hightech-military-block": "in_force",
        "us-hightech-zte-ban": "in_force", "us-steel-extension-may": "in_force", "us-steel-reprieve-april": "in_force",
        "us-steel-enacted-march": "in_force", "us-steel-apply-allies": "announced",
    }  # fmt: skip
    found = position(shipped, "us", "chinese-investment", AFTER_PROMISE)
    assert (found.demand.is_stated, end(found, "measure")) == (False, ("new-curbs",))
    metals = position_as_of(shipped, "us", "steel-aluminium", BEFORE_TALKS, ALL_EVIDENCE, towards="eu")
    assert (end(metals, "demand"), end(metals, "measure")) == (("exempt-quota",), ("temporary",))


def test_a_threat_made_before_the_week_is_told_as_earlier(shipped: Dataset) -> None:
    """What that week only looked back to had been said before it, and China's word of that week is the newer one."""
    for key in ("cn-retaliation-list-50", "us-tariffs-additional-100"):
        assert shipped.statement_by_id[key].day < date(2018, 5, 28)
    assert shipped.statement_by_id["cn-retaliation-right-reserved"].said.earliest == date(2018, 5, 28)


def test_questions_take_no_side(shipped: Dataset) -> None:
    """None says what anybody must do, and a contested practice is alleged in every rung that names it."""
    for issue in shipped.negotiation.issues:
        assert not set(issue.question.lower().replace("?", "").split()) & {"must", "should", "pressure", "holds", "unfair"}
        for rung in issue.scale.ladder or ():
            told = f"{rung.name} {rung.means}".lower()
            assert "alleged" in told or not any(one in told for one in ("unfair", "theft", "pressure", "discriminat", "transfer requirement"))


def test_what_was_told_to_some_exporters_is_addressed_to_them(shipped: Dataset) -> None:
    """A reprieve from the metals tariffs is no position towards China."""
    told = [one for one in shipped.statements_of("us", "steel-aluminium") if one.to or one.to_others]
    assert told
    towards_china = position_as_of(shipped, "us", "steel-aluminium", AFTER_PROMISE, ALL_EVIDENCE, towards="china")
    assert set(towards_china.ids) & {one.id for one in told} == set()


def test_a_cap_at_70_per_cent_is_not_a_cut_of_70_per_cent(shipped: Dataset) -> None:
    """South Korea's steel: permanent, with a cap at 70 % of the annual average."""
    (cap,) = [one for one in shipped.statements_of("south-korea", "steel-aluminium") if one.amount]
    assert cap.amount is not None
    assert (cap.amount.value, cap.amount.unit.startswith("%"), "cap" in cap.amount.what) == (Decimal(70), True, True)
    assert end(position(shipped, "south-korea", "steel-aluminium", AFTER_PROMISE), "offer") == ("exempt-quota",)


def test_the_eu_s_hint_of_a_deal_is_conditional(shipped: Dataset) -> None:
    """It stands only under its condition, so that it is no offer by itself; the limit that it will not talk under a threat has one, too."""
    found = position(shipped, "eu", "eu-us-deal", BEFORE_TALKS)
    assert not found.offer.is_stated
    assert [(one.id, one.kind) for one in found.conditional] == [("eu-deal-hint", "offer"), ("eu-deal-not-under-threat", "red_line")]
    lines = [(say(one.label), say(one.told)) for one in position_lines(found, shipped)]
    assert lines[-2:] == [
        ("limit", "No deal, if the metals tariffs still threaten the EU"),
        ("offers", "between Limited deal and Full deal, if the US first grants a permanent exemption from the metals tariffs"),
    ]


def test_two_figures_that_are_equal_are_not_one_figure(shipped: Dataset) -> None:
    """US$50 bn of American tariffs and US$50 bn of Chinese retaliation measure different goods."""
    fifty = {(one.party, one.issue) for one in shipped.statements if one.amount and one.amount.value == 50}
    assert fifty == {("us", "us-tariffs"), ("china", "chinese-retaliation")}


def test_nothing_covers_the_second_half_of_2018(shipped: Dataset) -> None:
    """EU evidence is from April to June 2018, business evidence from January 2019, and nothing lies between."""
    days = {party: [one.day for one in shipped.statements if one.party == party] for party in ("eu", "business-groups")}
    assert date(2018, 4, 1) <= min(days["eu"]) <= max(days["eu"]) <= date(2018, 6, 30)
    assert {(day.year, day.month) for day in days["business-groups"]} == {(2019, 1)}
    assert [day for day in shipped.days if AFTER_PROMISE < day < date(2019, 1, 1)] == []


def test_what_is_unquantified_is_never_nought(shipped: Dataset) -> None:
    """An amount is there only where a figure was given."""
    assert [one.id for one in shipped.statements if one.amount and one.amount.value <= 0] == []


def test_old_evidence_is_kept_and_flagged(shipped: Dataset) -> None:
    """By January 2019 what was said in May 2018 is stale, and still there."""
    found = position(shipped, "us", "made-in-china-2025", NEXT_ROUND)
    assert found.demand.is_stated
    assert "stale" in [flag.kind for flag in found.flags_of("demand")]


def test_every_statement_is_coded_in_full(shipped: Dataset) -> None:
    """An inferred date says how it was found, a place that is missing says why, and each says what in words of ours."""
    assert [one.id for one in shipped.statements if one.date_basis == "inferred" and not one.date_note] == []
    assert [one.id for one in shipped.statements if len(one.says.split()) < 3] == []
    assert [one.id for one in shipped.statements if not one.place.is_placed and not one.place.not_placeable] == []


def test_what_china_last_said_on_the_deficit_is_shown_beside_its_older_promise(shipped: Dataset) -> None:
    """Purchases without a sum, in January 2019: in the drawn row and in the table, though the promise of May 2018 goes further."""
    found = position(shipped, "china", "trade-deficit", NEXT_ROUND)
    drawn, told = glance_lines(found, shipped)[-1], position_lines(found, shipped)[-1]
    assert say(drawn.told_when) == "last word: offers between Ready to talk and Named goods, no sum · Jan 2019"
    assert say(told.whole) == "Last word: offers between Ready to talk and Named goods, no sum (Jan 2019)"
    assert told.ids == drawn.ids == ("cn-deficit-purchases-2019",)


def test_an_unchanged_distance_is_no_party_s_step_closer(shipped: Dataset) -> None:
    """Washington doubled its deficit demand and Beijing promised more: three steps before and after, whatever date of early May is the first."""
    for since in (date(2018, 5, 2), date(2018, 5, 4)):
        found = movement(shipped, shipped.negotiation.parties, since, date(2018, 6, 4), ALL_EVIDENCE, issues=["trade-deficit"])
        (deficit,) = found.issues
        perhaps = " (perhaps earlier)" if since.day == 4 else ""
        assert deficit.course is Course.SAME
        assert say(issue_told(deficit)) == f"The US hardened by 1 step{perhaps}, China eased by 1 step: the distance is unchanged, 3 steps."
        assert say(whole_told(found)).endswith("positions moved on 1 of 1 issue: the distance unchanged on 1.")
