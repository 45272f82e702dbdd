"""Movement and versions as lines and as values: word for word, exact, and the same in both."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.movement import Movement, movement
from parley.analysis.versions import Versions, versions
from parley.dataset import Dataset
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
        "Issues by status, on 5 Mar 2025 and on 31 Mar 2025: unknown 1, then 1; no evidence 2, then 2.",
        "",
        "Quota: closer",
        "  The Northland moved closer, B moved closer. The Northland and B: 30 points apart then, 15.5 to 17.5 points apart now.",
        "  - The demand of the Northland was said before, and published only later: 30 %. [s0]",
        "  - The Northland moved towards B by 2.5 points: demand 30 % before, 27.5 % now. [s2]",
        "  - The demand of B was said before, and published only later: 0 %. [s1]",
        "  - B made an offer, 10 to 12 %, 10 to 12 points beyond its demand. [s3]",
        "",
        "Ports: no position changed",
        "  - Newest threat by B: “Rung 2” (20 Mar 2025). Threats are never placed in a gap. [s6]",
        "  - New stated limit by the Northland, if b opens its ports: Must have one. [s5]",
        "  - New offer by B, only if a leaves: Opens one port. [s4]",
        "",
        "Positions are what parties have said, not what they would settle for.",
    ]


def test_a_time_in_which_nothing_happened_is_told_in_one_sentence() -> None:
    """The evidence cut stands beside the title, and no issue is listed."""
    assert list(movement_lines(found(since=NOW, cut=ON_RECORD), MOVED, ON_RECORD)) == [
        "Fjord talks (data version test; on record only)",
        "From 31 Mar 2025 to 31 Mar 2025 no position surely moved on 3 issues.",
        "Issues by status, on 31 Mar 2025 and on 31 Mar 2025: unknown 1, then 1; no evidence 2, then 2.",
        "",
        "Positions are what parties have said, not what they would settle for.",
    ]


def test_values_hold_what_the_lines_hold() -> None:
    """Every id of a line, its sentences and its counts; and they are read back as they were written."""
    lines, values = "\n".join(movement_lines(found(), MOVED, ALL_EVIDENCE)), movement_values(found(), MOVED, ALL_EVIDENCE)
    assert written(values) == values
    assert values["sentence"] in lines
    assert [one["id"] for one in values["issues"]] == ["quota", "ports", "coast"]
    quota_values, ports, coast = values["issues"]
    assert f"  {quota_values['sentence']}" in lines
    for one in (*quota_values["moves"], *ports["threats"]):
        assert f"[{', '.join(one['statements'])}]" in lines
    assert values["published_since"] == ["s0", "s1"]
    assert {status: counts for status, counts in values["statuses"].items() if any(counts.values())} == {
        "Unknown": {"from": 1, "to": 1},
        "No evidence": {"from": 2, "to": 2},
    }
    assert (ports["course"], ports["threats"], ports["conditional"]) == ("still", [{"party": "b", "statements": ["s6"]}], ["s5", "s4"])
    assert (coast["course"], coast["apart"], coast["moves"]) == ("still", None, [])
    assert (values["negotiation"], values["version"], values["evidence"]) == ("fjords", "test", "all")
    assert (values["from"], values["to"], values["standing_line"]) == ("2025-03-05", "2025-03-31", lines.splitlines()[-1])


def test_numbers_are_exact() -> None:
    """A whole number is a number; half a point is a text that loses nothing, and never a float."""
    one = movement_values(found(), MOVED, ALL_EVIDENCE)["issues"][0]
    assert one["from"] == {"pair": ["a", "b"], "status": "Unknown", "possible": ["Bridgeable", "Blocked"], "apart": [30, 30]}
    assert one["apart"] == {
        "asker": "a",
        "other": "b",
        "from": [30, 30],
        "to": ["15.5", "17.5"],
        "to_after_what_ran_out": ["15.5", "17.5"],
        "shares": {"a": ["2.5", "2.5"], "b": [12, 10]},
        "statements": ["s0", "s1", "s2", "s3"],
    }
    assert "." not in "".join(str(number) for move in one["moves"] for number in move["by"] or () if not isinstance(number, str))


def test_a_move_is_a_record() -> None:
    """Whose, of what, why and which way; how far a part went is null where nothing was held before."""
    first, second, *_ = movement_values(found(), MOVED, ALL_EVIDENCE)["issues"][0]["moves"]
    assert first == {
        "party": "a", "part": "demand", "cause": "found", "turn": "first", "by": None, "unit": "points", "before": "not stated", "now": "30 %",
        "dated": True, "counts_as_movement": False, "statements": ["s0"],
    }  # fmt: skip
    assert second == {
        "party": "a", "part": "demand", "cause": "said", "turn": "towards", "by": ["2.5", "2.5"], "unit": "points", "before": "30 %",
        "now": "27.5 %", "dated": True, "counts_as_movement": True, "statements": ["s2"],
    }  # fmt: skip


def test_one_party_alone_has_no_gap_in_the_values() -> None:
    """What it did is told, and no distance."""
    data = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"), statement("a", "demand", "r4", said="2025-03-20"))
    (one,) = movement_values(found(data), data, ALL_EVIDENCE)["issues"]
    assert (one["from"], one["to"], one["apart"]) == (None, None, None)
    assert [(move["turn"], move["by"]) for move in one["moves"] if move["cause"] == "said"] == [("towards", [1, 1])]


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
        "  Quota, demand of A: “Rung 5” -> “Rung 4” [asked]",
        "  Quota, stated limit of B: “Rung 2” -> not stated [limit]",
        "  Quota, offer of B: not stated -> “Rung 1” [missed]",
        "",
        "What the parties said after 1 Mar 2025",
        "  said: A, demand on Quota, 20 Mar 2025: Less. [newer]",
        "",
        "From 1 Mar 2025 to 20 Mar 2025 positions moved on 1 of 1 issue: closer on 1.",
        "  Quota: A moved closer. A and B: 3 rungs apart then, 2 rungs apart now (A took off 1 rung).",
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


def test_the_values_of_versions_hold_what_the_lines_hold() -> None:
    """By id; a field that is left out is null; the movement since is that of the new version."""
    values = versions_values(compared(), *VERSIONS, ALL_EVIDENCE)
    assert written(values) == values
    told = movement_values(compared().movement, VERSIONS[1], ALL_EVIDENCE)
    assert values == {
        "old": "first",
        "new": "second",
        "coders": {
            "added": ["missed"],
            "removed": ["limit"],
            "changed": [
                {
                    "kind": "statement",
                    "id": "asked",
                    "fields": {"place": [{"at": "r5"}, {"at": "r4"}], "note": [None, "A “milder” reading."]},
                }
            ],
            "added_records": [],
            "removed_records": [],
        },
        "found": [],
        "positions": [
            {"issue": "quota", "party": "a", "part": "demand", "old": "“Rung 5”", "new": "“Rung 4”", "statements": ["asked"]},
            {"issue": "quota", "party": "b", "part": "limit", "old": "“Rung 2”", "new": "not stated", "statements": ["limit"]},
            {"issue": "quota", "party": "b", "part": "offer", "old": "not stated", "new": "“Rung 1”", "statements": ["missed"]},
        ],
        "said_since": ["newer"],
        "movement": told,
    }
    assert (told["from"], told["to"], told["published_since"]) == ("2025-03-01", "2025-03-20", [])
