"""The briefing: an agenda's issues, each in steps that say who said what and when, and the words that stand at the foot of everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from parley import __version__
from parley.agendas import Agenda
from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.dataset import Dataset
from parley.errors import Problem
from parley.telling.briefing import Briefing, brief, last_edition
from parley.words import said_all, say
from tests.briefings import shipped
from tests.making import TODAY, dataset, issue, ladder, percent, quota, statement
from tests.making import told as published

UP_DOWN = {"a": "up", "b": "down"}


def talks(*said: Any, **more: Any) -> Dataset:
    return quota(percent(), UP_DOWN, *said, **more)


def briefing(data: Dataset, since: date | None = None, agenda: Agenda | None = None, **more: Any) -> Briefing:
    return brief(data, agenda, data.negotiation.parties, TODAY, ALL_EVIDENCE, since, **more)


def told(made: Briefing) -> list[tuple[str, str, list[str]]]:
    """Return kind, heading and lines of each step of the first issue."""
    return [(one.kind, say(one.heading), [say(line.told) for line in one.lines]) for one in made.issues[0].presented]


def test_an_issue_is_revealed_from_the_question_to_what_would_change() -> None:
    """The question, each party, the stated limits, the gap, and what would settle it; in this order."""
    data = talks(statement("a", "demand", 27), statement("a", "red_line", 17), statement("b", "demand", 0), statement("b", "offer", 10))
    *revealed, change = told(briefing(data))
    assert change[:2] == ("change", "What would change it")
    assert revealed == [
        ("question", "How much?", []),
        ("party", "A", ["Asks: 27 %"]),
        ("party", "B", ["Asks: 0 %", "Offers: 10 %"]),
        ("limits", "Stated limits", ["A: at least 17 %", "B has stated no limit."]),
        (
            "gap",
            "What lies between",
            [
                "A asks for 27 %; the best B has put on the table is 10 %: 17 points apart.",
                "Open: would B take 17 % or more? It has stated no limit.",
            ],
        ),
    ]


def test_the_voices_within_a_party_follow_the_gap_and_are_no_step() -> None:
    """Who says what, under its letter, and the rule that decides: for readers, and not for a wall."""
    more = statement("a", "demand", 25, said="2025-03-03", speaker="envoy", attribution="anonymous_source")
    made = briefing(talks(statement("a", "demand", 27), more, statement("b", "demand", 0)))
    (issue,) = made.issues
    assert [one.kind for one in issue.blocks] == ["question", "party", "party", "limits", "gap", "voices", "change"]
    assert [one.kind for one in issue.presented] == ["question", "party", "party", "limits", "gap", "change"]
    (heading,) = [say(one.heading) for one in issue.blocks if one.kind == "voices"]
    assert heading == "Voices: A, demand"
    rule = "Both were said within 7 days of the newest official word and none replaces another, so the demand is somewhere from 25 to 27 %."
    assert [(say(one.told), one.is_voice) for one in issue.told("voices")] == [
        ("a) envoy: 25 % (3 Mar 2025, unnamed source)", True),
        ("b) minister: 27 % (1 Mar 2025, on record)", True),
        (rule, False),
    ]


def test_what_would_change_it_names_the_threshold_and_what_the_status_rests_on() -> None:
    """The pivot comes first, then the evidence."""
    data = talks(statement("a", "demand", 27), statement("a", "red_line", 17), statement("b", "offer", 10))
    (change,) = [one for one in briefing(data).issues[0].presented if one.kind == "change"]
    assert say(change.lines[0].told) == "An outcome fits both limits only if B would accept 17 % or more."
    assert say(change.lines[-1].told).startswith(("Rests on", "No single statement"))


def test_every_line_on_a_position_says_who_said_it_and_when() -> None:
    """Speaker, on whose word, date, document and paragraph; of several statements the newest, and how many more."""
    again = statement("a", "demand", 27, said="2025-03-05", speaker="envoy", repeats="s0")
    made = briefing(talks(statement("a", "demand", 27), again))
    line = made.issues[0].presented[1].lines[0]
    assert (say(line.cite), line.ids) == ("Envoy, on record, 5 Mar 2025; Talks, 31 Mar 2025, paragraph 1 (and 1 more)", ("s0", "s1"))


def test_a_party_that_has_not_spoken_is_told_of_as_such() -> None:
    """All silent ones share a step, and none of them is given a limit that it has not stated."""
    data = dataset([issue(percent(), {"a": "up", "b": "down", "c": "up", "d": "up"})], [statement("a", "demand", 27), statement("b", "offer", 9)])
    steps = told(briefing(data))
    assert ("silent", "No evidence", ["No statement by C or D on this issue in the sources held."]) in steps
    (limits,) = [lines for kind, _, lines in steps if kind == "limits"]
    assert limits == ["A has stated no limit.", "B has stated no limit."]


def test_a_party_that_spoke_without_a_position_is_told_with_its_newest_statement() -> None:
    """It is said how many there are; the newest is named as that, and not as having taken no position."""
    data = talks(statement("a", "rationale", {"not_placeable": "Gives a reason."}))
    line = briefing(data).issues[0].presented[1].lines[0]
    assert (say(line.told), line.ids) == ("No ask stated in 1 statement", ("s0",))
    assert say(line.cite) == "The newest: minister, on record, 1 Mar 2025; Talks, 31 Mar 2025, paragraph 1"


def test_an_agenda_chooses_and_orders_issues_and_carries_notes() -> None:
    """Numbers count along the agenda, whatever the order of the negotiation."""
    second = {**issue(ladder(3), UP_DOWN), "id": "ports", "name": "Ports"}
    data = dataset([issue(percent(), UP_DOWN), second], [statement("a", "demand", 27)])
    agenda = Agenda.model_validate({"id": "x", "title": "X", "items": [{"issue": "ports", "notes": "First."}, {"issue": "quota"}]})
    made = briefing(data, agenda=agenda)
    assert [(one.number, one.issue.id, one.notes) for one in made.issues] == [(1, "ports", "First."), (2, "quota", "")]
    assert [one.issue.id for one in briefing(data).issues] == ["quota", "ports"]


def test_the_summary_counts_what_was_said_on_the_agendas_issues() -> None:
    """Statements on other issues are not counted."""
    second = {**issue(ladder(3), UP_DOWN), "id": "ports", "name": "Ports"}
    data = dataset([issue(percent(), UP_DOWN), second], [statement("a", "demand", 27), statement("b", "demand", "r0", issue="ports")])
    agenda = Agenda.model_validate({"id": "x", "title": "X", "items": [{"issue": "ports"}]})
    assert say(briefing(data, agenda=agenda).summary) == (
        "As of 31 Mar 2025, 1 statement (1 demand, limit, offer or measure) from 1 document on 1 issue: 1 no evidence."
    )


def test_movement_is_told_from_an_earlier_date_alone() -> None:
    """Without one, or with one that is not earlier, there is no such step."""
    data = talks(published("a", "demand", 27, "2025-03-01"), published("a", "demand", 20, "2025-03-20", supersedes=["s0"]))
    (moved,) = [
        lines for kind, heading, lines in told(briefing(data, date(2025, 3, 10))) if kind == "moved" and heading == "What moved since 10 Mar 2025"
    ]
    assert moved[1] == "A moved towards B by 7 points: demand was 27 %; now 20 %."
    assert [kind for kind, _, _ in told(briefing(data, TODAY))].count("moved") == 0
    assert briefing(data, TODAY).since is None


def test_nothing_new_is_said_as_such() -> None:
    """An issue on which nothing was said since keeps its step, so that nobody has to wonder."""
    assert told(briefing(talks(published("a", "demand", 27, "2025-03-01")), date(2025, 3, 10)))[-1] == (
        "moved", "What moved since 10 Mar 2025", ["Nothing new was said on this issue."],
    )  # fmt: skip


def test_the_foot_says_all_that_must_travel() -> None:
    """Date and evidence, negotiation and version, handling mark, edition, and the standing line."""
    agenda = Agenda.model_validate(
        {"id": "x", "title": "X", "handling": "Inside", "shared_handling": "May go out", "items": [{"issue": "quota", "notes": "Secret."}]}
    )
    data = talks(statement("a", "demand", 27))
    assert said_all(briefing(data, agenda=agenda).foot) == (
        "As of 31 Mar 2025 · All evidence", f"Fjord talks · Data version test · Parley {__version__}", "Inside",
        "Positions are what parties have said, not what they would settle for.",
    )  # fmt: skip
    shared = briefing(data, agenda=agenda, is_shareable=True)
    assert said_all(shared.foot)[2:4] == ("May go out", "Shareable edition")
    assert shared.issues[0].notes == ""
    assert shared.dataset.version != "test"


def test_the_foot_tells_of_internal_material_in_the_full_edition_alone() -> None:
    """Whether or not anything was withheld, the shareable edition says the same."""
    data = talks(statement("a", "demand", 27), statement("b", "offer", 3, internal=True))
    told = "Internal edition: made with statements, notes or documents that stay inside; not to be passed on."
    assert said_all(briefing(data).foot)[2:3] == (told,)
    assert briefing(data, is_shareable=True).foot[2:] == briefing(talks(statement("a", "demand", 27)), is_shareable=True).foot[2:]
    assert said_all(briefing(data, is_shareable=True).foot)[2:3] == ("Shareable edition",)


def test_the_foot_says_what_is_missing() -> None:
    """With the first places; the shareable edition names none, because a line of a file tells of what stands before it."""
    problems = tuple(Problem("positions/fjords/isles.yaml", line, 5, "There is no source 'gone'.") for line in (4, 9, 14, 19))
    data = replace(talks(statement("a", "demand", 27)), left_out=problems)
    full = "Incomplete or wrong: some entries of the files are left out or break a rule. See fjords/isles.yaml:4, fjords/isles.yaml:9, "
    assert said_all(briefing(data).foot)[2:3] == (f"{full}fjords/isles.yaml:14 and 1 more.",)
    shared = briefing(data, is_shareable=True)
    assert said_all(shared.foot)[2:4] == ("Shareable edition", "Incomplete or wrong: some entries of the files are left out or break a rule.")


def test_another_evidence_cut_is_written_on_everything() -> None:
    """In the foot, and as the note that drawings carry in bold."""
    data = talks(statement("a", "demand", 27))
    made = brief(data, None, data.negotiation.parties, TODAY, ON_RECORD)
    assert (say(made.dated), say(made.cut_note)) == ("As of 31 Mar 2025 · On record only", "Evidence: on record only")
    assert briefing(data).cut_note is None


def test_the_last_edition_is_the_default_start_of_movement() -> None:
    """Else the last day before the date, else none."""
    first, second = statement("a", "demand", 27, said="2025-03-01"), statement("a", "offer", 20, said="2025-03-20")
    data = talks(first, second)
    assert last_edition(data, TODAY) == date(2025, 3, 20)
    assert last_edition(data, date(2025, 3, 1)) is None
    named = dataset([issue(percent(), UP_DOWN)], [first, second], editions=[{"name": "May", "day": "2025-03-10"}])
    assert last_edition(named, TODAY) == date(2025, 3, 10)


@pytest.mark.parametrize("one", shipped().issues, ids=lambda one: one.issue.id)
def test_on_the_shipped_data_every_number_has_statements_behind_it(one: Any) -> None:
    """No step of a party, limit or gap tells of a place without naming statements (law P20)."""
    for step in one.presented:
        for line in step.lines:
            if any(letter.isdigit() for letter in say(line.told)) and step.kind in ("party", "limits", "gap"):
                assert line.ids, say(line.told)
            assert (line.cite is not None) <= bool(line.ids)
