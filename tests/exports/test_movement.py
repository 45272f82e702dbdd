"""Movement and versions as lines and as values: word for word, exact, and the same in both."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.moved import Movement
from parley.analysis.movement import movement
from parley.analysis.versions import Versions, versions
from parley.dataset import Dataset
from parley.exports.cells import move_cells, number_or_text
from parley.exports.movement import Values, movement_lines, movement_values, versions_lines, versions_values
from tests.making import dataset, issue, ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
THEN, NOW = date(2025, 3, 5), date(2025, 3, 31)
IF = {"type": "if", "says": "b opens its ports."}
ONLY_IF = {"type": "only_if", "says": "a leaves"}
PORTS = issue(ladder(3), UP_DOWN) | {"id": "ports", "name": "Ports"}
COAST = issue(ladder(3), UP_DOWN) | {"id": "coast", "name": "Coast"}
MOVED = dataset(
    [issue(percent(), UP_DOWN), PORTS, COAST],
    [
        statement("a", "demand", 30),
        statement("b", "demand", 0),
        statement("a", "demand", "27.5", said="2025-03-20"),
        statement("b", "offer", (10, 12), said="2025-03-25"),
        statement("b", "offer", "r1", issue="ports", says="Opens one port.", said="2025-03-20", condition=ONLY_IF),
        statement("a", "red_line", "r1", issue="ports", says="Must have one.", said="2025-03-20", condition=IF),
        statement("b", "threat", "r2", issue="ports", says="Closes them all.", said="2025-03-20"),
    ],
    {"a": {"name": "Northland", "called": "the Northland", "short": "North"}},
)
OLD = quota(
    ladder(6),
    UP_DOWN,
    statement("a", "demand", "r5", id="asked", says="All of it."),
    statement("b", "red_line", "r2", id="limit", says="Not more than two."),
)
NEW = quota(
    ladder(6),
    UP_DOWN,
    statement("a", "demand", "r4", id="asked", says="All of it.", note="A “milder” reading."),
    statement("b", "offer", "r1", id="missed", says="One step."),
    statement("a", "demand", "r3", id="newer", says="Less.", said="2025-03-20"),
)
VERSIONS = replace(OLD, version="first"), replace(NEW, version="second")


def found(data: Dataset = MOVED, since: date = THEN, until: date = NOW, cut: EvidenceCut = ALL_EVIDENCE) -> Movement:
    return movement(data, data.negotiation.parties, since, until, cut)


def compared() -> Versions:
    return versions(*VERSIONS, VERSIONS[1].negotiation.parties, ALL_EVIDENCE)


def written(values: Values) -> Values:
    """Return values as a program reads them back."""
    back: Values = json.loads(json.dumps(values, ensure_ascii=False, allow_nan=False))
    return back


def test_movement_is_told_issue_by_issue() -> None:
    """The whole first; then each issue on which anything happened, with the ids behind each line; an issue without news is left out."""
    assert list(movement_lines(found(), MOVED, ALL_EVIDENCE)) == [
        "Fjord talks (data version test; all evidence)",
        "From 5 Mar 2025 to 31 Mar 2025 positions moved on 1 of 3 issues: closer on 1.",
        "2 statements said by then were published only after 5 Mar 2025: a briefing on that day could not show them.",
        "Issues by status, on 5 Mar 2025 and on 31 Mar 2025: open 1, then 1; no ask stated 0, then 1; no evidence 2, then 1.",
        "",
        "Quota: closer",
        "  The Northland moved towards B, B moved towards the Northland. The Northland and B: 30 points apart then, 15.5 to 17.5 points apart now.",
        "  - The demand of the Northland was said before, and published only later: 30 %. [s0]",
        "  - The demand of B was said before, and published only later: 0 %. [s1]",
        "  - The Northland moved towards B by 2.5 points: demand was 30 %; now 27.5 %. [s2]",
        "  - B made an offer 10 to 12 points beyond its demand: 10 to 12 %. [s3]",
        "",
        "Ports: no position changed",
        "  - Newest threat by B: Rung 2 (20 Mar 2025). Threats are never placed in a gap. [s6]",
        "  - New stated limit by the Northland, if b opens its ports: Must have one. (20 Mar 2025) [s5]",
        "  - New offer by B, only if a leaves: Opens one port. (20 Mar 2025) [s4]",
        "",
        "Positions are what parties have said, not what they would settle for.",
    ]


def test_a_time_in_which_nothing_happened_is_told_in_one_sentence() -> None:
    """The evidence cut stands beside the title, and no issue is listed."""
    assert list(movement_lines(found(since=NOW, cut=ON_RECORD), MOVED, ON_RECORD)) == [
        "Fjord talks (data version test; on record only)",
        "From 31 Mar 2025 to 31 Mar 2025 no position is certain to have moved on any of 3 issues.",
        "Issues by status, on 31 Mar 2025 and on 31 Mar 2025: open 1, then 1; no ask stated 1, then 1; no evidence 1, then 1.",
        "",
        "Positions are what parties have said, not what they would settle for.",
    ]


def test_values_hold_what_the_lines_hold() -> None:
    """Every id of a line, its sentences and its counts; and they are read back as they were written."""
    lines, values = "\n".join(movement_lines(found(), MOVED, ALL_EVIDENCE)), movement_values(found(), MOVED, ALL_EVIDENCE)
    assert written(values) == values
    assert values["sentence_words"] in lines
    assert [one["issue_id"] for one in values["issues"]] == ["quota", "ports", "coast"]
    quota_values, ports, coast = values["issues"]
    assert f"  {quota_values['sentence_words']}" in lines
    for one in (*quota_values["moves"], *ports["threats"]):
        assert f"[{', '.join(one['statements'])}]" in lines
    assert values["published_since"] == ["s0", "s1"]
    assert [one for one in values["statuses"] if one["since_issues"] or one["until_issues"]] == [
        {"status": "unknown", "status_words": "Open", "since_issues": ["quota"], "until_issues": ["quota"]},
        {"status": "no_ask", "status_words": "No ask stated", "since_issues": [], "until_issues": ["ports"]},
        {"status": "no_evidence", "status_words": "No evidence", "since_issues": ["ports", "coast"], "until_issues": ["coast"]},
    ]
    assert (ports["course"], ports["course_words"], ports["conditional"]) == ("still", "no position changed", ["s5", "s4"])
    assert ports["threats"] == [{"party_id": "b", "party_name": "B", "statements": ["s6"]}]
    assert (coast["course"], coast["apart"], coast["moves"]) == ("still", None, [])
    assert (values["negotiation_id"], values["version"], values["evidence"]) == ("fjords", "test", "all")
    assert (values["since"], values["until"], values["standing_line_words"]) == ("2025-03-05", "2025-03-31", lines.splitlines()[-1])


def test_numbers_are_exact() -> None:
    """A whole number is a number; half a point is a text that loses nothing, and never a float."""
    one = movement_values(found(), MOVED, ALL_EVIDENCE)["issues"][0]
    assert one["since"] == {
        "party_a_id": "a", "party_a_name": "Northland", "party_b_id": "b", "party_b_name": "B", "status": "unknown", "status_words": "Open",
        "possible": ["bridgeable", "blocked"], "apart_low": 30, "apart_high": 30, "statements": ["s0", "s1"],
    }  # fmt: skip
    assert one["apart"] == {
        "asker_id": "a",
        "other_id": "b",
        "before_low": 30,
        "before_high": 30,
        "after_low": "15.5",
        "after_high": "17.5",
        "after_what_ran_out_low": "15.5",
        "after_what_ran_out_high": "17.5",
        "shares": [{"party_id": "a", "of_low": "2.5", "of_high": "2.5"}, {"party_id": "b", "of_low": 12, "of_high": 10}],
        "statements": ["s0", "s1", "s2", "s3"],
    }
    assert "." not in "".join(str(number) for move in one["moves"] for number in (move["by_low"], move["after_high"]) if not isinstance(number, str))


def test_a_move_is_a_record() -> None:
    """Whose, of what, why and which way; how far a part went is null where nothing was held before."""
    first, second, *_ = movement_values(found(), MOVED, ALL_EVIDENCE)["issues"][0]["moves"]
    assert first == {
        "party_id": "a", "party_name": "Northland", "part": "demand", "part_words": "demand", "cause": "found", "cause_words": "found",
        "turn": "first", "turn_words": "first held", "by_low": None, "by_high": None, "unit": None,
        "before_low": None, "before_high": None, "before_low_rung_id": None, "before_high_rung_id": None, "before_words": "not stated",
        "after_low": 30, "after_high": 30, "after_low_rung_id": None, "after_high_rung_id": None, "after_words": "30 %",
        "is_dated": True, "is_movement": False, "statements": ["s0"],
    }  # fmt: skip
    assert second == {
        "party_id": "a", "party_name": "Northland", "part": "demand", "part_words": "demand", "cause": "said", "cause_words": "said",
        "turn": "towards", "turn_words": "towards", "by_low": "2.5", "by_high": "2.5", "unit": "points",
        "before_low": 30, "before_high": 30, "before_low_rung_id": None, "before_high_rung_id": None, "before_words": "30 %",
        "after_low": "27.5", "after_high": "27.5", "after_low_rung_id": None, "after_high_rung_id": None, "after_words": "27.5 %",
        "is_dated": True, "is_movement": True, "statements": ["s2"],
    }  # fmt: skip


def test_a_move_is_put_into_cells_once() -> None:
    """Values and tables hold the same keys with the same in them; only a number that is not whole is written in two ways."""
    move = found().issues[0].moves[1]
    cells, values = move_cells(move), move_cells(move, number_or_text)
    assert {key: (cells[key], values[key]) for key in cells if cells[key] != values[key]} == {
        "by_low": (Decimal("2.5"), "2.5"),
        "by_high": (Decimal("2.5"), "2.5"),
        "after_low": (Decimal("27.5"), "27.5"),
        "after_high": (Decimal("27.5"), "27.5"),
    }
    assert movement_values(found(), MOVED, ALL_EVIDENCE)["issues"][0]["moves"][1] == values | {"is_dated": True, "statements": ["s2"]}


def test_one_party_alone_has_no_gap_in_the_values() -> None:
    """What it did is told, and no distance."""
    data = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"), statement("a", "demand", "r4", said="2025-03-20"))
    (one,) = movement_values(found(data), data, ALL_EVIDENCE)["issues"]
    assert (one["since"], one["until"], one["apart"]) == (None, None, None)
    assert [(move["turn"], move["by_low"], move["by_high"], move["after_low_rung_id"]) for move in one["moves"] if move["cause"] == "said"] == [
        ("towards", 1, 1, "r4")
    ]


def test_versions_are_told_coders_first_and_parties_last() -> None:
    """What was changed by whom, what it makes of the positions, and what the parties said since."""
    assert list(versions_lines(compared(), *VERSIONS, ALL_EVIDENCE)) == [
        "Fjord talks: data version first to second (all evidence)",
        "",
        "What the coders changed",
        "  added: B, offer on Quota, 1 Mar 2025: One step. [missed]",
        "  removed: B, stated limit on Quota, 1 Mar 2025: Not more than two. [limit]",
        "  changed statement asked",
        '    place: {"at": "r5"} -> {"at": "r4"}',
        '    note: left out -> "A “milder” reading."',
        "",
        "What new documents tell of the time up to 1 Mar 2025",
        "  nothing",
        "",
        "What this makes of the positions as of 1 Mar 2025",
        "  Quota, demand of A: Rung 5 -> Rung 4 [asked]",
        "  Quota, stated limit of B: at most Rung 2 -> not stated [limit]",
        "  Quota, offer of B: not stated -> Rung 1 [missed]",
        "",
        "What the parties said after 1 Mar 2025",
        "  said: A, demand on Quota, 20 Mar 2025: Less. [newer]",
        "",
        "From 1 Mar 2025 to 20 Mar 2025 positions moved on 1 of 1 issue: closer on 1.",
        "  Quota: A moved towards B. A and B: 3 steps apart then, 2 steps apart now (A took off 1 step).",
        "",
        "Positions are what parties have said, not what they would settle for.",
    ]


def test_equal_versions_are_told_to_hold_nothing_new() -> None:
    """Each heading stands, with nothing under it."""
    data = VERSIONS[0]
    same = versions(data, data, data.negotiation.parties, ALL_EVIDENCE)
    assert list(versions_lines(same, data, data, ALL_EVIDENCE))[2:] == [
        "What the coders changed",
        "  nothing",
        "",
        "What new documents tell of the time up to 1 Mar 2025",
        "  nothing",
        "",
        "What this makes of the positions as of 1 Mar 2025",
        "  nothing",
        "",
        "What the parties said after 1 Mar 2025",
        "  nothing",
        "",
        "Positions are what parties have said, not what they would settle for.",
    ]


def recast(party: str, part: str, before: int | None, after: int | None, statements: list[str]) -> Values:
    """Return a changed part of a position on the ladder, as values: the rung by its number, by its id and in words."""
    places: Values = {}
    for name, rung in (("before", before), ("after", after)):
        rung_id, words = (None, "not stated") if rung is None else (f"r{rung}", f"at most Rung {rung}" if part == "limit" else f"Rung {rung}")
        places |= {f"{name}_low": rung, f"{name}_high": rung, f"{name}_low_rung_id": rung_id, f"{name}_high_rung_id": rung_id, f"{name}_words": words}
    whose = {"issue_id": "quota", "issue_name": "Quota", "party_id": party, "party_name": party.upper()}
    return {**whose, "part": part, "part_words": {"limit": "stated limit"}.get(part, part), **places, "statements": statements}


def test_the_values_of_versions_hold_what_the_lines_hold() -> None:
    """By id; a field that is left out is null; the movement since is that of the new version."""
    values = versions_values(compared(), *VERSIONS, ALL_EVIDENCE)
    assert written(values) == values
    told = movement_values(compared().movement, VERSIONS[1], ALL_EVIDENCE)
    assert values == {
        "old_version": "first",
        "new_version": "second",
        "coders": {
            "added": ["missed"],
            "removed": ["limit"],
            "changed": [
                {
                    "kind": "statement",
                    "id": "asked",
                    "fields": [
                        {"field": "place", "is_order": False, "before": {"at": "r5"}, "after": {"at": "r4"}},
                        {"field": "note", "is_order": False, "before": None, "after": "A “milder” reading."},
                    ],
                }
            ],
            "added_records": [],
            "removed_records": [],
        },
        "found": [],
        "positions": [
            recast("a", "demand", 5, 4, ["asked"]),
            recast("b", "limit", 2, None, ["limit"]),
            recast("b", "offer", None, 1, ["missed"]),
        ],
        "said_since": ["newer"],
        "movement": told,
    }
    assert (told["since"], told["until"], told["published_since"]) == ("2025-03-01", "2025-03-20", [])
