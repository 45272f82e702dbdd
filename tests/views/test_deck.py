"""The deck that the browser steps through: the briefing's words, in steps that fit on a wall, with the drawing in its layers."""

from __future__ import annotations

import json
import re
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE
from parley.telling.briefing import Briefing, brief
from parley.views.deck import MOST_LETTERS, MOST_LINES, deck_data, slide_data
from parley.words import say
from tests.briefings import many_tongues, shipped
from tests.making import TODAY, percent, quota, statement

BASE = "/slides?issue="


def slides(made: Briefing) -> list[dict[str, Any]]:
    """Return what each issue's slide shows beneath its name."""
    return [slide_data(made, one) for one in made.issues]


def of_kind(deck: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return the slides of a kind."""
    return [one for one in deck["slides"] if one["kind"] == kind]


def lines_of(blocks: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(line["text"], line["cite"]) for block in blocks for line in block["lines"]]


def test_the_first_slide_is_the_title_with_the_numbered_agenda() -> None:
    """Title, audience, date, evidence, version and handling mark; then every issue with its rail and how far apart the parties are."""
    made = many_tongues()
    deck = deck_data(made, BASE)
    title = deck["slides"][0]
    assert (title["title"], deck["handling"], deck["base"]) == (made.agenda.title, made.agenda.handling, BASE)
    assert title["lines"] == [
        "Fjord talks", made.agenda.audience, "As of 31 Mar 2025 · All evidence", "What moved since 1 Mar 2025", "Data version test",
    ]  # fmt: skip
    assert [(one["number"], one["name"], one["told"]) for one in title["agenda"]] == [
        (1, made.issues[0].issue.name, "2 steps apart"), (2, "Quota", "15 to 17 points apart"),
    ]  # fmt: skip
    assert all(one["rail"].startswith("<svg ") and one["ids"] for one in title["agenda"])
    assert [one["status"]["word"] for one in of_kind(deck, "issue")] == ["2 steps apart", "15 to 17 points apart"]


def test_the_overview_follows_the_title_and_what_is_open_ends_the_deck() -> None:
    """Each issue has its row once, in the order of the agenda, on as many slides as can be read; the last slides tell its question."""
    made = shipped()
    kinds = [one["kind"] for one in deck_data(made, BASE)["slides"]]
    assert kinds == ["title", *["overview"] * 4, *["issue"] * 16, *["closing"] * 3]
    rows = [one["rows"] for one in of_kind(deck_data(made, BASE), "overview")]
    assert [number for one in rows for number in one] == list(range(1, 17))
    assert [len(one) for one in rows] == [4, 6, 5, 1]
    first, *more = of_kind(deck_data(made, BASE), "closing")
    assert (first["heading"], first["is_open"], first["next"]) == ("What is open, and what comes next (1 of 3)", "Questions", "Next")
    assert first["open"][0]["told"] == "Would the US take Indicative number, or less? It has stated no limit."
    assert [one["told"] for one in first["ahead"]] == [
        "Washington round, 28 Jan to 3 Feb 2019",
        "Truce deadline, 1 Mar 2019",
    ]
    assert [one["ahead"] for one in more] == [[], []]
    assert [one["key"] for one in of_kind(deck_data(made, BASE), "closing")] == ["end", "end.2", "end.3"]


def test_an_issue_alone_has_no_overview_and_nothing_open_is_said() -> None:
    """Its own slide shows all of it; and where no event lies ahead, that is said, too."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), statement("b", "demand", 27))
    deck = deck_data(brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE), BASE)
    assert [one["kind"] for one in deck["slides"]] == ["title", "issue", "closing"]
    (closing,) = of_kind(deck, "closing")
    assert closing["open"] == [{"told": "No question is open on these issues."}]
    assert closing["ahead"] == [{"told": "No event is known to lie ahead."}]


def test_issues_off_the_agenda_stand_behind_the_others() -> None:
    """By name and number, so that whoever is asked about one can go there; nothing is computed of them before."""
    made = many_tongues()
    alone = made.agenda.model_copy(update={"items": made.agenda.items[:1]})
    deck = deck_data(brief(made.dataset, alone, made.parties, made.as_of, made.cut, made.since), BASE)
    assert [one["kind"] for one in deck["slides"]] == ["title", "issue", "closing", "issue"]
    assert deck["count"] == 1
    question = made.issues[1].issue.question
    assert deck["slides"][-1] == {"kind": "issue", "id": "quota", "number": 2, "name": "Quota", "question": question, "rest": True}


def test_each_issue_has_the_briefings_steps_word_for_word() -> None:
    """Nothing is reworded on the way to the screen, and what the wall leaves out is told beside the notes.

    The deck counts the steps, so that the browser steps through a slide that has not come yet.
    """
    made = shipped()
    for known, slide, one in zip(of_kind(deck_data(made, BASE), "issue"), slides(made), made.issues, strict=True):
        shown = [line for step in slide["steps"] for line in lines_of(step["blocks"])]
        assert shown == [(say(line.told), say(line.cite)) for step in one.steps for block in step.blocks for line in block.lines]
        told = {*shown, *lines_of(slide["beside"])}
        held = [(block.kind, line) for block in one.presented for line in block.lines]
        # A limit that was stated is told with its party's other words, without its name.
        missing = {(kind, say(line.told)) for kind, line in held if (say(line.told), say(line.cite)) not in told}
        assert {kind for kind, _ in missing} <= {"limits"}
        assert sum(kind == "limits" for kind, _ in missing) == sum(line[0].startswith("Limit: ") for line in told)
        assert (known["number"], known["name"], known["question"], known["notes"]) == (one.number, one.issue.name, one.issue.question, one.notes)
        assert known["steps"] == [{"kind": step["kind"], "short": step["short"]} for step in slide["steps"]]
        assert known["status"] == slide["status"]


def test_an_issue_has_five_steps_at_most_and_none_that_shows_nothing_new() -> None:
    """The four core issues and enforcement together have no more than twenty."""
    made = shipped()
    counts = [len(one["steps"]) for one in of_kind(deck_data(made, BASE), "issue")]
    assert counts == [4, 5, 4, 4, 4, 1, 4, 1, 4, 2, 3, 3, 3, 3, 3, 1]
    assert sum(counts[number] for number in (0, 1, 2, 3, 11)) == 20
    for slide in slides(made):
        for step in slide["steps"]:
            assert lines_of(step["blocks"])
            assert step["layers"] or step["kind"] not in ("party", "others")


def test_no_step_has_more_than_can_be_read_from_the_back_of_a_room() -> None:
    """Of a long step the first lines are told, and how many more there are, which open with their statements."""
    said = [statement("a", "offer", 20 + n, condition={"type": "if", "says": f"condition {n} " + "is met " * 8}) for n in range(9)]
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "offer", 20), *said, statement("b", "demand", 0))
    made = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    (party,) = [step for step in slides(made)[0]["steps"] if step["short"] == "A"]
    (block,) = party["blocks"]
    *told, more = block["lines"]
    letters = sum(len(line["text"]) + len(line["cite"]) for line in told)
    assert 1 < len(told) <= MOST_LINES
    assert letters <= MOST_LETTERS
    (whole,) = [step for step in made.issues[0].steps if step.blocks[0].party_id == "a"]
    rest = whole.blocks[0].lines[len(told) :]
    assert (more["text"], more["cite"]) == (f"and {len(rest)} more", "")
    assert more["ids"] == [key for line in rest for key in line.ids] != []


def test_every_layer_of_a_drawing_is_revealed_by_some_step() -> None:
    """And by the last step all of them are, in each of the drawings."""
    for slide in slides(shipped()):
        revealed = {layer for step in slide["steps"] for layer in step["layers"]}
        for drawn in slide["drawings"].values():
            assert {*re.findall(r'data-layer="([^"]+)"', drawn["svg"])} - {"base"} <= revealed


def test_a_party_of_which_nothing_is_drawn_has_no_step() -> None:
    """That nothing of it is placed stands in the drawing from the first step, and what it said beside the notes."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "threat", 30), statement("b", "demand", 0))
    made = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    (slide,) = slides(made)
    assert [one["short"] for one in of_kind(deck_data(made, BASE), "issue")[0]["steps"]] == ["B", "Gap"]
    assert [one["layers"] for one in slide["steps"]] == [["party:b", "party:a"], []]
    assert [one["heading"] for one in slide["beside"]] == ["A", "Stated limits"]
    assert slide["note"] == "As of 31 Mar 2025 · All evidence · 1 statement, the oldest 1 Mar 2025"
    bare, *drawn = slide["drawings"]["wide"]["svg"].partition("</title>")[2].split('<g data-layer="party:')
    assert "asks 0" not in bare
    assert sum("asks 0" in one for one in drawn) == 1


def test_an_issue_without_a_position_has_a_step_and_no_drawing() -> None:
    """It says that nobody has spoken; an empty scale would look like an answer."""
    data = quota(percent(), {"a": "up", "b": "down"})
    for parties in ([], data.negotiation.parties):
        made = brief(data, None, parties, TODAY, ALL_EVIDENCE)
        assert slides(made)[0]["drawings"] == {}
        assert len(slides(made)[0]["steps"]) == len(of_kind(deck_data(made, BASE), "issue")[0]["steps"]) == 1


def test_the_deck_is_plain_data_and_the_same_each_time() -> None:
    """It can be sent as JSON, and an unchanged page sends the same."""
    assert json.dumps(deck_data(many_tongues(), BASE)) == json.dumps(deck_data(many_tongues(), BASE))
    assert json.dumps(slides(many_tongues())) == json.dumps(slides(many_tongues()))


def test_windows_follow_each_other_only_where_they_show_the_very_same_slides() -> None:
    """Their channel is another for other notes on the agenda, and where slides are fetched elsewhere: of another day, or of other files."""
    made = many_tongues()
    item, *others = made.agenda.items
    reworded = made.agenda.model_copy(update={"items": (item.model_copy(update={"notes": "Last."}), *others)})
    again = brief(made.dataset, reworded, made.parties, made.as_of, made.cut, made.since)
    channels = [deck_data(one, base)["channel"] for one, base in ((made, BASE), (again, BASE), (made, "/other?issue="), (made, BASE))]
    assert channels[3] == channels[0]
    assert len(set(channels)) == 3


def test_words_from_files_are_no_markup_in_the_drawing() -> None:
    """A name that looks like a tag is text in the SVG."""
    parties = {"a": {"name": "<script>alert(1)</script>", "short": "<b>A"}}
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), parties_as=parties)
    made = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    svg = slides(made)[0]["drawings"]["wide"]["svg"] + deck_data(made, BASE)["slides"][0]["agenda"][0]["rail"]
    assert "<script" not in svg
    assert "<b>" not in svg
    assert "&lt;b&gt;A" in svg
