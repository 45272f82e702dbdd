"""What is told of a gap, word for word, and what no sentence ever says."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given

from parley.analysis.gaps import Gap, Status
from parley.analysis.leading import table_gap
from parley.analysis.positions import Position
from parley.telling.gap import at_a_price, conditions_told, pivots_told, possible_statuses, status_told, table_distance
from parley.telling.glance_answer import open_told
from parley.telling.places import standing
from parley.telling.said import Said, Side
from parley.words import say
from tests.generating import Talks, talks
from tests.making import TODAY, gap, ladder, percent, position, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
NAMES = {"a": {"name": "Northland"}, "b": {"name": "Southmark"}}
PLURAL = {
    "a": {"name": "Northland", "called": "the Northlanders", "plural": True},
    "b": {"name": "Southmark Isles", "called": "the Isles", "plural": True},
}
NO_PLACE = {"unknown": "No figure named."}
MONEY = {"quantity": {"unit": "bn kr", "bottom": "0", "top": "60", "resolution": "0.5"}}


def told(*found: Said | None) -> list[tuple[str, tuple[str, ...]]]:
    """Return things said in words, each with the ids of what it rests on."""
    return [(say(one), one.ids) for one in found if one is not None]


def stated(party: str, **at: Any) -> list[dict[str, Any]]:
    return [statement(party, kind, value) for kind, value in at.items()]


def between(a: dict[str, Any], b: dict[str, Any], *more: dict[str, Any], scale: Any = None, names: Any = NAMES, directions: Any = None) -> Gap:
    return gap(quota(scale or percent(), directions or UP_DOWN, *stated("a", **a), *stated("b", **b), *more, parties_as=names))


def status_of(*args: Any, **more: Any) -> str:
    return say(status_told(between(*args, **more)))


def table_of(*args: Any, **more: Any) -> str | None:
    found = table_distance(between(*args, **more))
    return say(found) if found else None


def conditional(party: str, at: Any, kind: str = "if", says: str = "the herring return.") -> dict[str, Any]:
    return statement(party, "offer", at, condition={"type": kind, "says": says})


# Status sentences


def test_bridgeable() -> None:
    """Where limits overlap, the zone is given with units at both ends, and the distance between the best offers."""
    text = status_of({"red_line": 17, "offer": 24, "demand": 27}, {"demand": 0, "offer": 10, "red_line": 20})
    assert text == "Stated limits overlap between 17 % and 20 %. Best offers are still 14 points apart."


def test_bridgeable_at_one_point() -> None:
    """Where limits touch in one value, the sentence says so, and one point is singular."""
    text = status_of({"red_line": 20, "offer": 20, "demand": 27}, {"demand": 0, "offer": 19, "red_line": 20})
    assert text == "Stated limits overlap at 20 %. Best offers are still 1 point apart."


def test_bridgeable_on_a_ladder() -> None:
    """On a ladder the zone is given by the rungs' names and the distance in rungs."""
    text = status_of({"red_line": "r2", "offer": "r5"}, {"offer": "r1", "red_line": "r4"}, scale=ladder(6))
    assert text == "Stated limits overlap between Rung 2 and Rung 4. Best offers are still 4 steps apart."


def test_bridgeable_with_rungs_whose_names_hold_a_to() -> None:
    """A rung's name is left as it is, whatever words it holds."""
    rungs = [{"id": f"r{n}", "name": f"Back to {n}", "means": "x", "why": "x"} for n in range(4)]
    text = status_of({"red_line": "r1", "offer": "r3"}, {"offer": "r0", "red_line": "r2"}, scale={"ladder": rungs})
    assert text == "Stated limits overlap between Back to 1 and Back to 2. Best offers are still 3 steps apart."


def test_bridgeable_by_offers() -> None:
    """Where no limit was stated, the sentence does not speak of stated ones."""
    text = status_of({"offer": 14, "demand": 27}, {"demand": 0, "offer": (10, 12), "red_line": 15})
    assert text == "Limits, as far as the offers bound them, overlap between 14 % and 15 %. Best offers are still 2 to 4 points apart."


def test_bridgeable_somewhere() -> None:
    """Where limits surely overlap but nobody knows where, the sentence gives the stretch and no zone."""
    found = between({"demand": (10, 20), "red_line": (10, 20)}, {"demand": 0, "red_line": 30}, directions={"a": "target", "b": "down"})
    assert found.status is Status.BRIDGEABLE
    assert say(status_told(found)) == "Stated limits overlap somewhere between 10 % and 20 %. Best offers are still 10 to 20 points apart."


def test_blocked() -> None:
    """Where limits exclude each other, the sentence says by how much, with all ids behind it."""
    found = status_told(between({"red_line": 22}, {"red_line": 20}))
    assert told(found) == [("Stated limits exclude each other by 2 points. No figure satisfies both as stated.", ("s0", "s1"))]


def test_blocked_on_a_ladder() -> None:
    """On a ladder it is a rung that would have to satisfy both."""
    text = status_of({"red_line": "r3"}, {"red_line": {"at": "r3", "strict": True}}, scale=ladder(6))
    assert text == "Stated limits exclude each other by 1 step. No step satisfies both as stated."


def test_blocked_by_a_step_of_the_resolution() -> None:
    """A strict limit blocks by one step, written without needless digits."""
    text = status_of({"red_line": 20}, {"red_line": {"at": "20", "strict": True}})
    assert text == "Stated limits exclude each other by 0.1 points. No figure satisfies both as stated."


def test_blocked_by_an_uncertain_distance() -> None:
    """A blocked pair with an imprecise limit gives both bounds."""
    text = status_of({"red_line": (22, 25)}, {"red_line": 20})
    assert text == "Stated limits exclude each other by 2 to 5 points. No figure satisfies both as stated."


def test_offers_meet() -> None:
    """Where offers overlap and demands do not, the sentence says exactly that."""
    text = status_of({"demand": 27, "offer": 12}, {"demand": 0, "offer": 15})
    assert text == "The best offers already overlap; the public demands do not."


def test_agreed() -> None:
    """Where demands overlap there is nothing left to bridge."""
    assert status_of({"demand": 20}, {"demand": 25}) == "What Northland and Southmark ask for already overlaps."


def test_no_evidence() -> None:
    """Of a party of which nothing is held, the sentence says so and cites nothing."""
    assert told(status_told(between({"demand": 27}, {}))) == [("No statement by Southmark on this issue in the sources held.", ())]


def test_no_evidence_of_either() -> None:
    """Two silent parties are named together."""
    assert status_of({}, {}, names=PLURAL) == "No statement by the Northlanders or the Isles on this issue in the sources held."


def test_no_evidence_in_what_is_shown() -> None:
    """Where something is held but carries no position, the sentence does not claim that nothing is."""
    text = status_of({"demand": 27}, {"threat": 5})
    assert text == "No demand, offer, measure or stated limit by Southmark on this issue in the evidence shown."


def test_no_evidence_beside_a_conditional_offer() -> None:
    """Where the only offer has a condition, the sentence leaves room for it."""
    text = status_of({"demand": 27}, {}, conditional("b", 10))
    assert text == "No demand, offer, measure or stated limit without a condition by Southmark on this issue in the evidence shown."


# Unknown


def test_unknown_with_one_limit_not_stated() -> None:
    """Where one limit is missing, the sentence says whose, the threshold, and that we do not know."""
    text = status_of({"offer": 20}, {"demand": 0, "offer": 10, "red_line": 15})
    assert text == "Northland has stated no limit. An outcome fits both limits only if it would accept 15 % or less. We do not know."


def test_unknown_where_a_limit_was_stated_under_a_condition_only() -> None:
    """It is not said to have stated none: none stands without its condition."""
    limit = statement("a", "red_line", 12, condition={"type": "only_if", "says": "the ports stay shut"})
    text = say(status_told(between({"demand": 27}, {"demand": 0, "red_line": 15}, limit)))
    assert (
        text == "Northland has stated no limit without a condition. An outcome fits both limits only if it would accept 15 % or less. We do not know."
    )
    text = say(status_told(between({"demand": 27}, {"demand": 0}, limit)))
    assert text.startswith("Neither Northland nor Southmark has stated a limit without a condition. An outcome fits both limits if ")


def test_unknown_in_the_plural() -> None:
    """A party that is several has "have" and "they"."""
    text = status_of({"offer": 20}, {"demand": 0, "offer": 10, "red_line": 15}, names=PLURAL)
    assert text == "The Northlanders have stated no limit. An outcome fits both limits only if they would accept 15 % or less. We do not know."


def test_unknown_on_a_ladder() -> None:
    """On a ladder the threshold is a rung's name, and whoever wants less must go higher."""
    text = status_of({"demand": "r5", "offer": "r4", "red_line": "r3"}, {"demand": "r0", "offer": "r1"}, scale=ladder(6))
    assert text == "Southmark has stated no limit. An outcome fits both limits only if it would accept Rung 3, or more. We do not know."


def test_unknown_with_neither_limit_stated() -> None:
    """Where both limits are missing, either party alone could make a zone sure."""
    text = status_of({"demand": 27, "offer": 20}, {"demand": 0, "offer": 12})
    assert text == (
        "Neither Northland nor Southmark has stated a limit. An outcome fits both limits if Northland would accept 12 % or less, "
        "or if Southmark would accept 20 % or more. Short of that we do not know."
    )


def test_unknown_with_an_imprecise_limit() -> None:
    """Where the limit was stated without an exact place, the sentence says so and names the party."""
    text = status_of({"demand": 27, "red_line": (14, 22)}, {"demand": 0, "red_line": 16})
    assert (
        text == "The limit stated by Northland is not exact. An outcome fits both limits only if Northland would accept 16 % or less. We do not know."
    )


def test_unknown_with_two_imprecise_limits() -> None:
    """Both imprecise limits are named."""
    text = status_of({"demand": 27, "red_line": (14, 22)}, {"demand": 0, "red_line": (16, 20)})
    assert (
        text
        == "The limits stated by Northland and Southmark are not exact. An outcome fits both limits only if Northland would accept 20 % or less. We do not know."
    )


def test_unknown_with_one_limit_missing_and_one_imprecise() -> None:
    """Of a missing and an imprecise limit the missing one opens the sentence."""
    text = status_of({"demand": 27, "offer": 24}, {"demand": 0, "red_line": (16, 20)})
    assert text == "Northland has stated no limit. An outcome fits both limits only if it would accept 20 % or less. We do not know."


def test_unknown_whether_offers_meet() -> None:
    """Where a zone is sure and the offers are imprecise, the question is whether they meet."""
    text = status_of({"demand": 27, "offer": (10, 14), "red_line": 5}, {"demand": 0, "offer": 12, "red_line": 20})
    assert text == "The offer stated by Northland is not exact. The best offers meet only if Northland would offer 12 % or less. We do not know."


def test_unknown_whether_demands_meet() -> None:
    """Where the offers surely meet, the question is whether the demands do."""
    text = status_of({"demand": (10, 14), "offer": 5}, {"demand": 12})
    assert text == "The demand stated by Northland is not exact. The demands meet only if Northland would ask for 12 % or less. We do not know."


def test_unknown_between_two_targets_names_each_party_once() -> None:
    """A target has two uncertain ends, and its party still stands once in the sentence."""
    directions = {"a": "target", "b": "target"}
    text = status_of({"demand": (10, 20), "red_line": (10, 20)}, {"demand": (12, 18), "red_line": (12, 18)}, directions=directions)
    assert (
        text
        == "The limits stated by Northland and Southmark are not exact. An outcome fits both limits only if Northland would accept 18 % or less. We do not know."
    )


def test_unknown_with_nothing_named_on_either_side() -> None:
    """Where no threshold rests on any statement, none is given, only what is still possible."""
    text = status_of({"demand": 27}, {"demand": NO_PLACE})
    assert text == (
        "Neither Northland nor Southmark has stated a limit. An outcome fits both limits if Southmark would accept 27 % or more. Short of that we do not know."
    )
    text = status_of({"demand": NO_PLACE}, {"demand": NO_PLACE})
    assert text == "Neither Northland nor Southmark has stated a limit. Agreed or offers meet or bridgeable or blocked. We do not know."


def test_what_is_still_possible() -> None:
    """The statuses still possible are joined by "or", best first."""
    assert say(possible_statuses(between({"demand": 27, "offer": 20}, {"demand": 0, "offer": 12}))) == "bridgeable or blocked"


# The table sentence


def test_table_sentence_against_an_offer() -> None:
    """What one asks for stands against the best that the other has put on the table."""
    found = table_distance(between({"demand": 27, "offer": 24}, {"demand": 0, "offer": 10}))
    assert told(found) == [("Northland asks for 27 %; the best Southmark has put on the table is 10 %: 17 points apart.", ("s0", "s3"))]


def test_table_sentence_against_a_demand() -> None:
    """Where the other has offered nothing, its demand is all there is, and the sentence says so."""
    text = table_of({"demand": "r5"}, {"demand": "r0"}, scale=ladder(6))
    assert text == "Northland asks for Rung 5; Southmark asks for Rung 0 and has offered nothing beyond it: 5 steps apart."


def test_table_sentence_against_a_limit() -> None:
    """Where the other has stated its limit alone, the distance has two bounds."""
    text = table_of({"demand": 27}, {"red_line": 15})
    assert text == "Northland asks for 27 %; Southmark has made no offer; its stated limit is at most 15 %: 12 to 27 points apart."


def test_table_sentence_in_the_plural() -> None:
    """Parties that are several ask, have, and state their limit."""
    assert (
        table_of({"demand": 27}, {"offer": 10}, names=PLURAL)
        == "The Northlanders ask for 27 %; the best the Isles have put on the table is 10 %: 17 points apart."
    )
    text = table_of({"demand": 27}, {"demand": 0}, names=PLURAL)
    assert text == "The Northlanders ask for 27 %; the Isles ask for 0 % and have offered nothing beyond it: 27 points apart."
    text = table_of({"demand": 27}, {"red_line": 15}, names=PLURAL)
    assert text == "The Northlanders ask for 27 %; the Isles have made no offer; their stated limit is at most 15 %: 12 to 27 points apart."


def test_table_sentence_in_money_and_with_a_range() -> None:
    """A range has its unit once; a distance carries the unit where differences have no other name."""
    assert table_of({"demand": (40, 50)}, {"offer": "22.5"}, scale=MONEY) == (
        "Northland asks for 40 to 50 bn kr; the best Southmark has put on the table is 22.5 bn kr: 17.5 to 27.5 bn kr apart."
    )


def test_table_sentence_with_nothing_between() -> None:
    """Where the demand is met, there is no distance."""
    assert table_of({"demand": 10}, {"demand": 0, "offer": 12}) == (
        "Northland asks for 10 %; the best Southmark has put on the table is 12 %: no distance."
    )


def test_table_sentence_with_an_offer_of_unknown_extent() -> None:
    """An offer of which no place is named is told as such, in a whole sentence."""
    assert table_of({"demand": 27}, {"offer": NO_PLACE}) == (
        "Northland asks for 27 %; the best Southmark has put on the table is an outcome (extent not stated): 0 to 27 points apart."
    )


def test_table_sentence_against_a_hint() -> None:
    """What was only hinted at is not said to be on the table."""
    hinted = statement("b", "offer", 10, conveyance="hint")
    assert table_of({"demand": 27}, {}, hinted) == "Northland asks for 27 %; the most Southmark has hinted at is 10 %: 17 points apart."


def test_table_sentence_led_by_the_one_with_an_offer_against_it() -> None:
    """The pair in which an offer was stated leads, whoever stands first."""
    text = table_of({"demand": 27, "offer": 24}, {"demand": 0})
    assert text == "Southmark asks for 0 %; the best Northland has put on the table is 24 %: 24 points apart."


def test_no_table_sentence_where_nobody_asks() -> None:
    """Without a demand that names a place, or with one party silent, nothing leads."""
    assert table_of({"offer": 24}, {"offer": 10}) is None
    assert table_of({"demand": NO_PLACE}, {"offer": 10}) is None
    assert table_of({"demand": 27}, {}) is None


def test_the_lead_cites_the_limit_where_nothing_else_was_stated() -> None:
    """Against a limit alone, the distance rests on the demand and that limit."""
    lead = table_gap(between({"demand": 27}, {"red_line": 15}))
    assert lead is not None
    assert lead.ids == ("s0", "s1")


# Conditions


def test_conditional_offer_with_its_price() -> None:
    """A strict condition reads "only if"; the gap is given without and with the offer, with every id behind the two figures."""
    found = between({"demand": 27}, {"demand": 18}, conditional("b", 25, "only_if", "Northland first makes the exemption permanent"))
    assert told(*conditions_told(found)) == [
        (
            "This offer by Southmark stands only if Northland first makes the exemption permanent. Without it the gap between demand and offer is 9 points, with it 2 points.",
            ("s0", "s1", "s2"),
        ),
    ]


def test_conditional_offer_that_is_only_widened_by_its_condition() -> None:
    """A plain condition reads "if", and its full stop is not doubled."""
    (found,) = conditions_told(between({"demand": "r5"}, {"demand": "r0"}, conditional("b", "r4"), scale=ladder(6)))
    assert (
        say(found) == "This offer by Southmark stands if the herring return. Without it the gap between demand and offer is 5 steps, with it 1 step."
    )


def test_each_conditional_offer_is_priced_alone() -> None:
    """Of two conditional offers each sentence gives the gap with that one, not with both."""
    found = conditions_told(between({"demand": 27}, {"demand": 0}, conditional("b", 10), conditional("b", 18, "iff", "Northland pays")))
    assert [say(one) for one in found] == [
        "This offer by Southmark stands if the herring return. Without it the gap between demand and offer is 27 points, with it 17 points.",
        "This offer by Southmark stands if and only if Northland pays. Without it the gap between demand and offer is 27 points, with it 9 points.",
    ]


def test_conditional_offer_beside_nothing_else() -> None:
    """Where the party has stated nothing without a condition, the gap without it is not known."""
    (found,) = conditions_told(between({"demand": 27}, {}, conditional("b", 10)))
    assert say(found) == (
        "This offer by Southmark stands if the herring return. Without it the gap between demand and offer is not known, with it 17 points. "
        "Without it: no ask stated; with it: open (bridgeable or blocked)."
    )


def test_conditional_offer_to_one_who_asks_for_nothing() -> None:
    """Where the other has stated no demand there is no gap to give, only the condition."""
    (found,) = conditions_told(between({"offer": 20}, {"demand": 0}, conditional("b", 10)))
    assert told(found) == [("This offer by Southmark stands if the herring return.", ("s2",))]


def test_a_conditional_demand_and_limit_have_their_price() -> None:
    """A demand is measured against the other's best offer, a limit against the other's limit; a status that changes is told."""
    demand = statement("b", "demand", 5, condition={"type": "only_if", "says": "Northland pays"})
    limit = statement("b", "red_line", 15, condition={"type": "iff", "says": "the ports stay shut"})
    found = between({"demand": 27, "red_line": 20}, {"offer": 10}, demand, limit)
    assert [say(one) for one in conditions_told(found)] == [
        "This demand by Southmark stands only if Northland pays. Without it the gap between demand and offer is not known, with it 22 points.",
        "This limit by Southmark stands if and only if the ports stay shut. Without it the gap between the limits is 0 to 10 points, "
        "with it 5 points. Without it: open (bridgeable or blocked); with it: blocked.",
    ]


def test_what_stands_at_a_price_is_told_beside_the_gap_that_leads() -> None:
    """The distance and status that count it, in a line; none where it changes neither."""
    found = between({"demand": 27, "red_line": 20}, {"demand": 0}, conditional("b", 25))
    assert told(at_a_price(found)) == [("2 points apart, bridgeable", ("s0", "s1", "s2", "s3"))]
    assert at_a_price(between({"demand": 27}, {"demand": 0})) is None
    assert at_a_price(between({"demand": 27}, {"demand": 5, "offer": 10}, conditional("b", 8))) is None


def test_no_conditional_sentences_without_conditions() -> None:
    """Where no offer has a condition, nothing is said about any."""
    assert conditions_told(between({"demand": 27}, {"demand": 0})) == ()


# Pivots


def test_pivot_with_one_threshold() -> None:
    """Where what is needed is also enough, one line says so, citing what bounds the end."""
    found = pivots_told(between({"offer": 20}, {"demand": 0, "offer": 10, "red_line": 15}))
    assert told(*found) == [("An outcome fits both limits only if Northland would accept 15 % or less.", ("s0", "s3"))]


def test_pivot_with_two_thresholds() -> None:
    """Where the other end is uncertain too, what is needed and what is enough differ."""
    found = pivots_told(between({"demand": 27, "red_line": (14, 22)}, {"demand": 0, "red_line": (16, 20)}))
    assert [say(one) for one in found] == [
        "An outcome fits both limits only if Northland would accept 20 % or less.",
        "An outcome fits both limits for certain if Northland would accept 16 % or less.",
    ]


def test_pivots_beyond_what_the_status_says() -> None:
    """Beside the status sentence only the other thresholds are given."""
    found = between({"demand": 27, "red_line": (14, 22)}, {"demand": 0, "red_line": (16, 20)})
    assert [say(one) for one in pivots_told(found, beyond_status=True)] == [
        "An outcome fits both limits for certain if Northland would accept 16 % or less."
    ]


def test_the_open_question() -> None:
    """The pivot, turned round, is a question to go and ask."""
    found = open_told(between({"offer": 20}, {"demand": 0, "offer": 10, "red_line": 15}))
    assert told(found) == [("Open: would Northland take 15 % or less? It has stated no limit.", ("s0", "s1", "s2", "s3"))]


def test_where_no_question_would_tell_it_is_said_what_is_possible() -> None:
    """A party whose own measure crosses its limit: which of the two holds is nothing that a threshold would tell."""
    found = between({"red_line": 25, "measure": 20}, {"demand": 20, "red_line": 20})
    assert say(open_told(found)) == "Open: agreed or blocked."


def test_no_open_question_where_nothing_is_open() -> None:
    """A certain status leaves no question."""
    assert open_told(between({"red_line": 22}, {"red_line": 20})) is None


# Places in words


def words(kind: str, at: Any, *more: dict[str, Any], direction: str = "up", scale: Any = None) -> str:
    found: Position = position(quota(scale or percent(), {"a": direction}, statement("a", kind, at), *more), "a", TODAY)
    return say(
        standing({"demand": found.demand, "offer": found.offer, "red_line": found.limit}[kind], found, "limit" if kind == "red_line" else "demand")
    )


def test_places_in_words() -> None:
    """A place is a value with its unit, a rung's name, a range, or the plain word that none was named or stated."""
    assert words("demand", "27.50") == "27.5 %"
    assert words("demand", (25, 30)) == "25 to 30 %"
    assert words("demand", ("r1", "r3"), scale=ladder(6)) == "between Rung 1 and Rung 3"
    assert words("demand", NO_PLACE) == "extent not stated"
    assert words("red_line", {"at": "r1", "strict": True}, direction="down", scale=ladder(6)) == "at most Rung 0"
    assert words("demand", {"from": "10", "to": "12", "reading": "acceptable"}, direction="target") == "10 to 12 %"
    nothing = position(quota(percent(), UP_DOWN, statement("a", "demand", 27)), "b")
    assert say(standing(nothing.demand, nothing, "demand")) == "not stated"


def test_a_conflict_from_end_to_end_still_names_places() -> None:
    """Two demands as far apart as the scale is long did name places, so the sentence does not say otherwise."""
    assert words("demand", "r0", statement("a", "demand", "r5"), scale=ladder(6)) == "between Rung 0 and Rung 5"


def test_thresholds_in_words() -> None:
    """A threshold has its side."""
    data = quota(percent(), UP_DOWN)
    assert say(Side(data.axes["quota"].value("15"), data.axes["quota"], or_lower=True)) == "15 % or less"
    assert say(Side(data.axes["quota"].value("15"), data.axes["quota"], or_lower=False)) == "15 % or more"


# What no sentence ever says


def sentences(found: Gap) -> list[Said]:
    every = [
        status_told(found),
        table_distance(found),
        open_told(found),
        *pivots_told(found),
        *pivots_told(found, beyond_status=True),
    ]
    return [one for one in [*every, *conditions_told(found)] if one is not None]


@given(talks(parties=(2, 2)))
def test_what_no_sentence_ever_says(found: Talks) -> None:
    """No sentence holds the word "acceptable", a probability, a rounded or endless number, or a figure without a statement behind it."""
    gap_found = found.gap()
    for counted in (gap_found, gap_found.with_conditions or gap_found):
        for one in sentences(counted):
            assert "acceptable" not in say(one).lower()
            assert not re.search(r"probab|likel|chance|odds|compatib|score", say(one).lower())
            assert not re.search(r"[0-9]\.[0-9]{3}|[0-9]/[0-9]|e[+-][0-9]", say(one))
            assert say(one).endswith((".", "?"))
            assert "None" not in say(one)
            assert "  " not in say(one)
            if re.search("[0-9]", say(one)):
                assert one.ids
            assert set(one.ids) <= {said.id for said in found.said}
