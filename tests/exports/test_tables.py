"""The tables of a briefing: every cell typed, what is not known empty, and every number with the statements behind it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.exports.table_list import TABLES
from parley.telling.briefing import Briefing, brief
from parley.telling.movement import all_told
from parley.telling.tables import table_name
from parley.words import say
from tests.briefings import many_tongues, shipped
from tests.making import TODAY, dataset, issue, ladder, percent, statement

UP_DOWN = {"a": "up", "b": "down"}
PORTS = issue(ladder(4), UP_DOWN) | {"id": "ports", "name": "Ports", "question": "How many ports?"}
COAST = issue(ladder(3), UP_DOWN) | {"id": "coast", "name": "Coast"}
SAID = [
    statement("a", "demand", 30, amount={"value": "1.50", "unit": "t", "what": "catch"}),
    statement("a", "demand", "27.5", said="2025-03-20"),
    statement("b", "offer", (10, 12), says="=SUM(A1)", said="before 2025-03-26", date_basis="inferred", note="“About”."),
    statement("b", "offer", 15, condition={"type": "if", "says": "the ports open"}, said="2025-03-25"),
    statement("b", "threat", 1, place={"not_placeable": "Names no measure."}, said="2025-03"),
    statement("a", "demand", "r2", issue="ports"),
    statement("b", "offer", "r1", issue="ports", said="2025-03-20"),
    statement("b", "threat", "r3", issue="ports", said="2025-03-20"),
]


def small(since: date | None = None) -> Briefing:
    data = dataset([issue(percent(), UP_DOWN), PORTS, COAST], SAID, {"a": {"name": "Northland", "short": "North"}})
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE, since)


def made(name: str, briefing: Briefing) -> list[dict[str, Any]]:
    """Return the rows of a table by the keys of its columns."""
    return list(TABLES[name](briefing).by_key)


def known(row: dict[str, Any]) -> dict[str, Any]:
    """Return the cells of a row that hold anything."""
    return {key: cell for key, cell in row.items() if cell not in (None, ())}


def test_the_matrix_has_a_row_for_each_issue() -> None:
    """Positions are in the words of the screen, and the distance that leads stands with the pair it lies between, in words and in ids."""
    pair: dict[str, Any] = {"party_a_id": "a", "party_b_id": "b", "pair_words": "North – B"}
    unknown: dict[str, Any] = {
        "status": "unknown", "status_words": "Open", "possible": ("bridgeable", "blocked"), "possible_words": "Bridgeable or blocked",
    }  # fmt: skip
    assert [known(one) for one in made("matrix", small())] == [
        {
            "issue_number": 1,
            "issue_id": "quota",
            "issue_name": "Quota",
            "question": "How much?",
            "position_a": "Asks: 27.5 % (20 Mar 2025)",
            "position_b": "Offers: 10 to 12 % (before 26 Mar 2025)\nOffers: 15 %, if the ports open (conditional; 25 Mar 2025)\n"
            "Last word: threat, extent not stated (Mar 2025)",
            **unknown,
            **pair,
            "asker_id": "a",
            "apart_low": Decimal("15.5"),
            "apart_high": Decimal("17.5"),
            "unit": "points",
            "apart_words": "15.5 to 17.5 points apart",
            "at_a_price_low": Decimal("12.5"),
            "at_a_price_high": Decimal("12.5"),
            "at_a_price_possible": ("bridgeable", "blocked"),
            "at_a_price_words": "12.5 points apart, open (bridgeable or blocked)",
            "at_a_price_statements": ("s1", "s3"),
            "statements": ("s1", "s2", "s3", "s4"),
        },
        {
            "issue_number": 2,
            "issue_id": "ports",
            "issue_name": "Ports",
            "question": "How many ports?",
            "position_a": "Asks: Rung 2 (1 Mar 2025)",
            "position_b": "Offers: Rung 1 (20 Mar 2025)",
            **unknown,
            **pair,
            "asker_id": "a",
            "apart_low": 1,
            "apart_high": 1,
            "unit": "steps",
            "apart_words": "1 step apart",
            "statements": ("s5", "s6"),
        },
        {
            "issue_number": 3,
            "issue_id": "coast",
            "issue_name": "Coast",
            "question": "How much?",
            "position_a": "No evidence",
            "position_b": "No evidence",
            "status": "no_evidence",
            "status_words": "No evidence",
            **pair,
        },
    ]


def test_a_pair_compared_first_is_named_where_another_is_told_of() -> None:
    """By ids and in words."""
    said = [statement("c", "demand", 40), statement("b", "offer", 10)]
    data = dataset([issue(percent(), {**UP_DOWN, "c": "up"}, headline=["a", "b"])], said)
    (row,) = made("matrix", brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE))
    assert {key: row[key] for key in ("party_a_id", "party_b_id", "first_party_a_id", "first_party_b_id", "first_status", "first_pair_words")} == {
        "party_a_id": "b", "party_b_id": "c", "first_party_a_id": "a", "first_party_b_id": "b", "first_status": "no_evidence",
        "first_pair_words": "A – B: no evidence",
    }  # fmt: skip


def test_a_position_has_a_row_for_each_part() -> None:
    """Where it stands in numbers, on a ladder also by rung; what was not stated is bounded by the others, and says so."""
    found = [one for one in made("positions", small()) if one["issue_id"] == "ports" and one["party_id"] == "b"]
    assert found[2] == {
        "issue_id": "ports", "issue_name": "Ports", "party_id": "b", "party_name": "B", "part": "offer", "part_words": "Offer", "is_stated": True,
        "is_hint": False, "low": 1, "high": 1, "low_rung_id": "r1", "high_rung_id": "r1", "unit": "steps", "place_words": "Rung 1", "flags": (),
        "stated_words": "Rung 1", "stated_on": "20 Mar 2025", "stated_statements": ("s6",), "besides_words": None, "hinted_words": None,
        "hinted_statements": (), "statements": ("s6",),
    }  # fmt: skip
    assert [[one[key] for key in ("part", "is_stated", "low", "high", "place_words")] for one in found[:2]] == [
        ["demand", False, 0, 1, "not stated"], ["limit", False, 1, 3, "not stated"],
    ]  # fmt: skip
    nothing = next(one for one in made("positions", small()) if one["issue_id"] == "coast")
    assert [nothing[key] for key in ("low", "high", "low_rung_id", "statements")] == [None, None, None, ()]


def test_a_statement_has_its_source_its_dates_and_why_it_does_not_count() -> None:
    """A date known on one side only leaves the other empty; an amount is exact; what is set aside says why."""
    found = {one["statement_id"]: one for one in made("statements", small())}
    assert list(found) == ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"]
    assert found["s0"] == {
        "statement_id": "s0", "issue_id": "quota", "issue_name": "Quota", "party_id": "a", "party_name": "Northland", "speaker_id": "minister",
        "speaker_name": "minister", "kind": "demand", "kind_words": "Demand", "asked_of": (), "asked_of_words": None, "stage": None, "says": "a demand", "place": "exact", "low": 30, "high": 30,
        "bloc_id": None,
        "bloc_name": None,
        "low_rung_id": None, "high_rung_id": None, "unit": "%", "place_words": "30 %", "amount": Decimal("1.5"), "amount_unit": "t",
        "condition_type": None, "condition_says": None, "condition_words": None, "said": "2025-03-01", "said_words": "1 Mar 2025",
        "said_from": date(2025, 3, 1), "said_until": date(2025, 3, 1), "date_basis": "printed", "source_id": "gazette",
        "publication": None, "paragraph": 1, "line": 1, "page": None, "anchor": "herring", "attribution": "on_record",
        "attribution_words": "on record", "coded_by": None, "coded_on": None, "conveyance": "stated", "conveyance_words": "stated", "firmness": 3, "confidence": "high",
        "is_counted": False, "why_not": "older", "why_not_words": "A newer statement stands in its place.", "replaced_by": (), "note": None,
        "is_internal": False, "is_note_internal": False,
    }  # fmt: skip
    assert [found["s1"][key] for key in ("is_counted", "why_not", "why_not_words")] == [True, None, None]
    assert [found["s2"][key] for key in ("says", "said", "said_words", "said_from", "said_until", "date_basis", "note")] == [
        "=SUM(A1)", "before 2025-03-26", "before 26 Mar 2025", None, date(2025, 3, 25), "inferred", "“About”.",
    ]  # fmt: skip
    assert [found["s2"][key] for key in ("place", "low", "high")] == ["imprecise", 10, 12]
    assert [found["s3"][key] for key in ("condition_type", "condition_says", "condition_words", "is_counted", "why_not", "why_not_words")] == [
        "if", "the ports open", "if the ports open", False, "conditional", "It stands only under its condition, which is not known to be met.",
    ]  # fmt: skip
    assert [found["s4"][key] for key in ("place", "place_words", "low", "why_not", "why_not_words", "said", "said_from", "said_until")] == [
        "not_placeable", None, None, "not_positional", "Not placed: Names no measure.", "2025-03", date(2025, 3, 1), date(2025, 3, 31),
    ]  # fmt: skip
    assert [found["s5"][key] for key in ("low", "high", "low_rung_id", "high_rung_id", "unit")] == [2, 2, "r2", "r2", "steps"]


def test_a_gap_has_exact_bounds_and_those_that_say_nothing_are_empty() -> None:
    """Halves stay halves, what nobody has bounded is empty, and where no one has spoken nothing is nought."""
    quota, ports, coast = made("gaps", small())
    assert quota == {
        "issue_number": 1, "issue_id": "quota", "issue_name": "Quota", "party_a_id": "a", "party_a_name": "Northland", "party_b_id": "b",
        "party_b_name": "B", "status": "unknown", "status_words": "Open", "possible": ("bridgeable", "blocked"),
        "possible_words": "Bridgeable or blocked", "headline_low": Decimal("15.5"), "headline_high": Decimal("27.5"), "table_a_low": Decimal("15.5"),
        "table_a_high": Decimal("17.5"), "table_b_low": Decimal("15.5"), "table_b_high": Decimal("27.5"), "bid_low": Decimal("15.5"),
        "bid_high": Decimal("17.5"), "limit_low": 0, "limit_high": Decimal("17.5"), "zone_low": Decimal("-17.5"), "zone_high": 50,
        "unit": "points",
        "conditions_words": (
            "This offer by B stands if the ports open. Without it the gap between demand and offer is 15.5 to 17.5 points, with it 12.5 points.",
        ),
        "pivots_words": (
            "An outcome fits both limits for certain if Northland would accept 10 % or less.",
            "An outcome fits both limits for certain if B would accept 27.5 % or more.",
        ),
        "statements": ("s1", "s2", "s3"), "conditions_statements": ("s1", "s2", "s3"),
    }  # fmt: skip
    assert [ports[key] for key in ("table_a_low", "table_a_high", "bid_low", "bid_high", "unit")] == [1, 1, 1, 1, "steps"]
    assert known(coast) == {
        "issue_number": 3, "issue_id": "coast", "issue_name": "Coast", "party_a_id": "a", "party_a_name": "Northland", "party_b_id": "b",
        "party_b_name": "B", "status": "no_evidence", "status_words": "No evidence", "unit": "steps",
    }  # fmt: skip


def test_movement_is_empty_without_an_earlier_date() -> None:
    """Then there is nothing to compare, and the table says so."""
    table = TABLES["movement"](small())
    assert (table.rows, table.about) == ((), "No earlier date is compared, so there is nothing to tell of movement.")


def test_a_move_has_its_bounds_its_places_and_its_sentence() -> None:
    """How far is exact; a position first held has gone no way that can be told."""
    found = made("movement", small(date(2025, 3, 5)))
    told = [tuple(one[key] for key in ("issue_id", "told_of", "party_id", "part", "cause", "turn", "by_low", "by_high", "unit")) for one in found]
    assert told == [
        ("quota", "between", "a", "demand", "found", "first", None, None, None),
        ("quota", "between", "a", "demand", "said", "towards", Decimal("2.5"), Decimal("2.5"), "points"),
        ("quota", "between", "b", "offer", "said", "first", None, None, None),
        ("quota", "also_said", None, None, None, None, None, None, None),
        ("quota", "under_condition", "b", "offer", None, None, None, None, None),
        ("ports", "between", "a", "demand", "found", "first", None, None, None),
        ("ports", "between", "b", "offer", "said", "first", None, None, None),
        ("ports", "threat", "b", None, None, None, None, None, None),
    ]
    words = [tuple(one[f"{key}_words"] for key in ("told_of", "part", "cause", "turn")) for one in found]
    assert words[2:5] == [
        ("Between the dates", "offer", "said", "first held"), ("Also said", None, None, None), ("Under a condition", "offer", None, None),
    ]  # fmt: skip
    moved = found[1]
    keys = ("before_low", "before_high", "before_words", "after_low", "after_high", "after_words", "is_movement", "sentence_words", "statements")
    assert [moved[key] for key in keys] == [
        30, 30, "30 %", Decimal("27.5"), Decimal("27.5"), "27.5 %", True,
        "Northland moved towards B by 2.5 points: demand was 30 %; now 27.5 %.", ("s1",),
    ]  # fmt: skip
    assert [found[6][key] for key in ("before_low", "before_low_rung_id", "after_low", "after_low_rung_id")] == [None, None, 1, "r1"]


def test_a_document_says_which_statements_it_holds() -> None:
    """Its date is given as it is written and as it is shown, by its days, and with its basis."""
    assert made("sources", small()) == [
        {
            "source_id": "gazette", "type": "article-newspaper", "genre": "news report", "title": "Talks", "authors_words": (),
            "publication": None, "published": "2025-03-31", "published_words": "31 Mar 2025",
            "published_from": date(2025, 3, 31), "published_until": date(2025, 3, 31), "date_basis": "printed", "date_note": None,
            "url": None, "archived": None, "accessed": None, "language": "en",
            "statement_count": 8, "statements": ("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"), "abstract": "Talks.", "is_internal": False,
        }
    ]  # fmt: skip


def test_the_briefing_has_one_row_of_what_all_tables_were_made_of() -> None:
    """Negotiation, agenda, date and evidence by their ids and in words, and the line that sums up."""
    assert [known(one) for one in made("briefing", small(date(2025, 3, 5)))] == [
        {
            "negotiation_id": "fjords", "negotiation_name": "Fjord talks", "version": "test", "as_of": TODAY, "since": date(2025, 3, 5),
            "evidence": "all", "evidence_words": "All evidence", "agenda_id": "all-issues", "agenda_name": "Fjord talks",
            "issues": ("quota", "ports", "coast"), "parties": ("a", "b"), "edition": "full", "is_incomplete": False,
            "summary_words": "As of 31 Mar 2025, 8 statements (6 of them demands, limits, offers or measures) from 1 document on 3 issues: "
            "2 open, 1 no evidence.",
            "standing_line_words": "Positions are what parties have said, not what they would settle for.",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("is_shareable", [False, True])
def test_the_edition_is_an_id(is_shareable: bool) -> None:
    """Of one that holds something internal, or of the one made without it."""
    data = dataset([issue(percent(), UP_DOWN)], [statement("a", "demand", 27), statement("b", "offer", 3, internal=True)])
    (row,) = made("briefing", brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE, is_shareable=is_shareable))
    assert row["edition"] == ("shareable" if is_shareable else "internal")


def test_every_number_of_the_line_that_sums_up_leads_to_its_statements() -> None:
    """A number counts the ids beside it: statements, documents or issues."""
    data = dataset([issue(percent(), UP_DOWN), PORTS, COAST], [*SAID, statement("a", "offer", 20, attribution="anonymous_source")])
    found = made("summary", brief(data, None, data.negotiation.parties, TODAY, ON_RECORD))
    whole, placed = tuple(f"s{number}" for number in range(9)), ("s0", "s1", "s2", "s3", "s5", "s6", "s8")
    assert [tuple(one.values()) for one in found] == [
        ("statements", None, 9, ("quota", "ports"), ("gazette",), whole),
        ("placed", None, 7, ("quota", "ports"), ("gazette",), placed),
        ("counting", None, 6, ("quota", "ports"), ("gazette",), placed[:-1]),
        ("documents", None, 1, ("quota", "ports"), ("gazette",), whole),
        ("issues", None, 3, ("quota", "ports", "coast"), ("gazette",), whole),
        ("status", "unknown", 2, ("quota", "ports"), ("gazette",), ("s1", "s2", "s5", "s6")),
        ("status", "no_evidence", 1, ("coast",), (), ()),
    ]


@pytest.mark.parametrize("briefing", [shipped, many_tongues], ids=["shipped", "many tongues"])
@pytest.mark.parametrize("name", TABLES)
def test_every_cell_has_the_type_of_its_column(name: str, briefing: Any) -> None:
    """A number is never written as words, nor a flag as a number; no cell is an empty text."""
    types = {"text": (str,), "number": (int, Decimal), "whole": (int,), "date": (date,), "flag": (bool,), "list": (tuple,)}
    table = TABLES[name](briefing())
    assert table.name == name and (table.rows or name == "weights")  # nobody has judged in either
    for row in table.rows:
        assert len(row) == len(table.columns)
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or (type(cell) in types[column.type] and cell != ""), (column.key, cell)


def test_every_row_with_a_number_names_its_statements() -> None:
    """Each id is that of a statement held, and a pair of which one is silent has no number at all."""
    held = shipped().dataset.statement_by_id
    bounds = [one.key for one in TABLES["gaps"](shipped()).columns if one.type == "number"]
    assert len(bounds) == 12
    spoken = silent = 0
    for one in made("gaps", shipped()):
        numbers = [one[key] for key in bounds]
        if one["status"] in ("same_way", "no_ask", "no_evidence"):
            silent += 1
            assert numbers == [None] * 12
        else:
            spoken += 1
            assert any(number is not None for number in numbers)
            assert one["statements"] and all(key in held for key in one["statements"])
    assert (spoken, silent) == (8, 88)


def test_the_statements_are_all_of_the_briefing_and_count_as_the_positions_do() -> None:
    """What counts is what stands behind a position, on every issue."""
    found = made("statements", shipped())
    behind = {key for issue in shipped().issues for position in issue.row.positions for key in position.ids}
    assert [one["statement_id"] for one in found] == [one.id for one in shipped().statements]
    assert {one["statement_id"] for one in found if one["is_counted"]} == behind
    assert all((one["why_not"] is None) is one["is_counted"] for one in found)


def test_the_movement_tells_every_sentence_of_the_briefing() -> None:
    """In the order of the issues, and word for word."""
    told = [say(each) for one in shipped().issues if one.moved for each in all_told(one.moved, shipped().dataset)]
    assert [one["sentence_words"] for one in made("movement", shipped())] == told
    assert len(told) == 13


def test_every_table_has_a_name_of_its_own() -> None:
    """By which a reader chooses it."""
    assert len({say(table_name(one)) for one in TABLES}) == len(TABLES)


def test_what_was_stated_stands_beside_what_follows_from_other_words_and_what_was_hinted() -> None:
    """The numbers are those of the whole position; the limit's own place, day and statement stand by themselves, and so does a hint (rules 4a and 6a)."""
    spoken = [
        statement("a", "demand", 30), statement("a", "offer", 20, said="2025-03-20"),
        statement("a", "red_line", (5, 25)), statement("a", "offer", 10, speaker="leak"), statement("b", "demand", 0),
    ]  # fmt: skip
    data = dataset([issue(percent(), UP_DOWN)], spoken)
    briefing = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    rows = {row["part"]: row for row in made("positions", briefing) if row["party_id"] == "a"}
    limit = rows["limit"]
    assert (limit["low"], limit["high"], limit["statements"]) == (5, 20, ("s1", "s2"))
    assert (limit["stated_words"], limit["stated_on"], limit["stated_statements"]) == (
        "at least 5 %, perhaps even 25 %",
        "1 Mar 2025",
        ("s2",),
    )
    assert limit["besides_words"] == "its offer of 20 Mar 2025 shows at most 20 %"
    offer = rows["offer"]
    assert (offer["stated_words"], offer["besides_words"], offer["hinted_words"], offer["hinted_statements"]) == ("20 %", None, "10 %", ("s3",))
    (row,) = made("matrix", briefing)
    assert (row["apart_low"], row["with_hints_low"], row["with_hints_high"]) == (20, 10, 10)
    assert row["with_hints_words"] == "If what was hinted stands: 10 points apart, open (bridgeable or blocked)"


def test_salience_and_power_are_rows_with_their_author() -> None:
    """Of the parties shown, exact, with what they are out of and when they were given where that is known; they change no other number."""
    judged = {
        "salience": [{"party": "a", "from": "0.60", "to": "0.8", "out_of": "1", "by": "A. Berg", "on": "2025-03"}, {"party": "b", "from": "3", "to": "3", "by": "C. Dal"}],
        "power": [{"party": "b", "from": "40", "to": "40", "by": "A. Berg"}],
    }  # fmt: skip
    said = [statement("a", "demand", 27), statement("b", "demand", 0)]
    with_them, without = (dataset([{**issue(percent(), {"a": "up", "b": "down"}), **more}], said) for more in (judged, {}))
    briefings = [brief(one, None, one.negotiation.parties, TODAY, ALL_EVIDENCE) for one in (with_them, without)]
    assert [list(row.values()) for row in made("weights", briefings[0])] == [
        ["quota", "Quota", "a", "A", "salience", Decimal("0.6"), Decimal("0.8"), Decimal(1), "A. Berg", "2025-03"],
        ["quota", "Quota", "b", "B", "salience", Decimal(3), Decimal(3), None, "C. Dal", None],
        ["quota", "Quota", "b", "B", "power", Decimal(40), Decimal(40), None, "A. Berg", None],
    ]  # fmt: skip
    for name in TABLES:
        if name not in ("weights", "briefing"):
            assert TABLES[name](briefings[0]) == TABLES[name](briefings[1])
