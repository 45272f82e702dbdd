"""The deck that the browser steps through: the briefing's words, in steps that fit on a wall, with the drawing in its layers."""

from __future__ import annotations

import json
import re
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE
from parley.telling.briefing import Briefing, brief
from parley.telling.gap import status_name
from parley.telling.said import begun
from parley.views.deck import MOST_LETTERS, MOST_LINES, deck_data, slide_data
from parley.words import say
from tests.briefings import many_tongues, shipped
from tests.making import TODAY, percent, quota, statement

BASE = "/slides?issue="


def slides(made: Briefing) -> list[dict[str, Any]]:
    """Return what each issue's slide shows beneath its name."""
    return [slide_data(made, one) for one in made.issues]


def test_the_first_slide_is_the_title_with_the_numbered_agenda() -> None:
    """Title, audience, date, evidence, version and handling mark; then every issue with its status."""
    made = many_tongues()
    deck = deck_data(made, BASE)
    title, *agenda = deck["slides"]
    assert (title["title"], deck["handling"], deck["base"]) == (made.agenda.title, made.agenda.handling, BASE)
    assert title["lines"] == [
        "Fjord talks", made.agenda.audience, "As of 31 Mar 2025 · All evidence", "What moved since 1 Mar 2025", "Data version test",
    ]  # fmt: skip
    assert [(one["number"], one["name"], one["status"]["word"]) for one in agenda] == [
        (number, one.issue.name, say(begun(status_name(one.row.status)))) for number, one in enumerate(made.issues, 1)
    ]


def test_each_issue_has_the_briefings_steps_word_for_word() -> None:
    """Nothing is reworded or left out on the way to the screen; parts of one step follow each other.

    The deck counts them, so that the browser steps through a slide that has not come yet.
    """
    made = shipped()
    for known, slide, one in zip(deck_data(made, BASE)["slides"][1:], slides(made), made.issues, strict=True):
        shown = [(line["text"], line["cite"]) for step in slide["steps"] for line in step["lines"]]
        assert shown == [(say(line.told), say(line.cite)) for step in one.steps for line in step.lines]
        assert (known["number"], known["name"], known["notes"]) == (one.number, one.issue.name, one.notes)
        assert [step["kind"] for step in known["steps"]] == [step["kind"] for step in slide["steps"]]


def test_no_step_has_more_than_can_be_read_from_the_back_of_a_room() -> None:
    """A long step is told in several, numbered."""
    said = [statement("a", "offer", 20 + n, condition={"type": "if", "says": f"condition {n} " + "is met " * 8}) for n in range(9)]
    data = quota(percent(), {"a": "up", "b": "down"}, *said, statement("b", "demand", 0))
    made = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    steps = [one for one in slides(made)[0]["steps"] if one["kind"] == "party"]
    headings = [one["heading"] for one in steps]
    assert [one["short"] for one in deck_data(made, BASE)["slides"][1]["steps"] if one["kind"] == "party"] == headings
    assert len(headings) > 2
    assert headings[0] == f"A (1 of {len(headings) - 1})"
    for step in steps:
        letters = sum(len(line["text"]) + len(line["cite"]) for line in step["lines"])
        assert len(step["lines"]) <= MOST_LINES
        assert letters <= MOST_LETTERS or len(step["lines"]) == 1


def test_every_layer_of_a_drawing_is_revealed_by_some_step() -> None:
    """And by the last step all of them are."""
    for slide in slides(shipped()):
        layers = set(re.findall(r'data-layer="([^"]+)"', slide["svg"]))
        revealed = {layer for step in slide["steps"] for layer in step["layers"]}
        assert layers - {"base"} <= revealed


def test_the_legend_and_the_count_come_with_the_first_mark() -> None:
    """Beside a scale on which nothing is drawn yet, neither means anything; a party that took no position draws nothing."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "threat", 30), statement("b", "demand", 0))
    made = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    (slide,) = slides(made)
    assert [one["short"] for one in deck_data(made, BASE)["slides"][1]["steps"][:3]] == ["Question", "A", "B"]
    assert [one["layers"] for one in slide["steps"][:3]] == [[], [], ["key", "party:b"]]
    bare, _, drawn = slide["svg"].partition('<g data-layer="key">')
    assert "1 statement" in drawn and ">demand<" in drawn
    assert "1 statement" not in bare and ">demand<" not in bare


def test_an_issue_without_a_position_has_steps_and_no_drawing() -> None:
    """It says that nobody has spoken; an empty scale would look like an answer."""
    data = quota(percent(), {"a": "up", "b": "down"})
    made = brief(data, None, [], TODAY, ALL_EVIDENCE)
    assert slides(made)[0]["svg"] == ""
    assert len(slides(made)[0]["steps"]) == len(deck_data(made, BASE)["slides"][1]["steps"])


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
    svg = slides(brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE))[0]["svg"]
    assert "<script" not in svg
    assert "<b>" not in svg
    assert "&lt;b&gt;A" in svg
