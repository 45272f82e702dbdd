"""Many parties on the pages: drawn by one rule wherever an issue is drawn, with every statement still within reach."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.views.conftest import Open, Visit, fetched, items, lines, statements_behind, write_negotiation, write_yaml

NAMES = ("northland", "southmark", "eastmere", "westholm", "skerry", "brinefold", "gullhaven", "fjordby", "ness", "tarn", "haven")
# Compared first are Northland and Southmark; Eastmere and Westholm are shown first, too; nobody is wider apart than Skerry and Southmark.
SAID = [
    ("northland", "demand", "r3"), ("southmark", "demand", "r0"), ("eastmere", "demand", "r4"), ("skerry", "demand", "r5"),
    ("brinefold", "demand", "r2"), ("gullhaven", "demand", "r2"), ("fjordby", "offer", "r2"), ("ness", "threat", "r1"), ("tarn", "red_line", "r1"),
    ("brinefold", "offer", "r3"), ("brinefold", "threat", "r4"), ("gullhaven", "rationale", "r1"), ("northland", "threat", "r4"), ("tarn", "demand", "r1"),
]  # fmt: skip
ALL = {"parties": list(NAMES)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a negotiation of eleven parties, of whom two are a bloc and one has said nothing."""
    blocs = [{"id": "isles", "name": "Isles", "members": ["fjordby", "tarn"]}]
    return write_negotiation(tmp_path / "fjords", SAID, NAMES, headline=["northland", "southmark"], blocs=blocs)


def said_by(*parties: str) -> set[str]:
    return {f"fjords-{number}" for number, (party, _, _) in enumerate(SAID) if party in parties}


def opened(page: Visit, *keys: str) -> set[str]:
    """Return the statements that the parts of an issue's page open, or some of the parts."""
    parts = [part for key, part in page.panel.items() if not keys or key in keys]
    found = {one for part in parts if "sheet" in part for item in items(part["sheet"]) for one in statements_behind(item)}
    return found | {one for part in parts if "chart" in part for spot in part["chart"]["spots"] for one in statements_behind(spot)}


def slide(page: Visit) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bytes(fetched(f"{page.components['presenter']['base']}quota").body))
    return found


def whose(words: list[str]) -> set[str]:
    """Return of whom the marks of a drawing tell; what is measured is told of nobody."""
    return {one.partition(":")[0] for one in words if " asks – " not in one}


def test_an_issue_is_drawn_by_one_rule_wherever_it_is_drawn(visit: Open, folder: Path) -> None:
    """On the overview, on its page and on its slide: the pair, the widest and those shown first by themselves, all others in clusters."""
    glance = visit(positions=folder, **ALL).glances["quota"]
    expected = {"Northland", "Southmark", "Eastmere", "Skerry", "2 parties", "Isles", "Ness"}
    assert whose([one["words"] for one in glance["spots"]]) == expected
    page = visit("issue", positions=folder, **ALL)
    assert whose([one["words"] for one in page.chart["spots"]]) == expected
    shown = slide(visit("present", positions=folder, **ALL))
    assert whose([part["words"] for spot in shown["drawings"]["wide"]["spots"] for part in spot["parts"]]) == expected
    assert (glance["silent"]["text"], shown["silent"]) == ("Westholm, Haven: nothing said", "Westholm, Haven: nothing said")
    assert page.panel["silence"]["note"] == "Nothing on this issue by Haven in the sources held."
    assert "Westholm" in page.drawn_words


def test_the_members_of_clusters_stand_one_by_one_in_a_fold(visit: Open, folder: Path) -> None:
    """Each under its cluster, with where it stands and how much else it said."""
    fold = visit("issue", positions=folder, **ALL).panel["others"]
    assert fold["folded"] == "The other 5 parties that have spoken, one by one (9 statements)"
    assert [row["heading"] for row in fold["sheet"]["rows"] if "heading" in row] == [
        "Isles: Fjordby and Tarn: 1 asks Rung 1; 1 offers Rung 2; 1 sets a limit: Rung 1",
        "2 parties: Brinefold and Gullhaven ask Rung 2; 1 offers Rung 3",
        "Ness: names no place",
    ]
    assert lines(fold["sheet"]) == {
        "Fjordby": [["Rung 2"], []],
        "Tarn": [["Rung 1", "at most Rung 1"], []],
        "Brinefold": [["Rung 2", "Rung 3", "threat: Rung 4"], []],
        "Gullhaven": [["Rung 2"], ["1 reason"]],
        "Ness": [["Rung 1"], []],
    }


def test_every_statement_on_an_issue_is_within_reach(visit: Open, folder: Path) -> None:
    """In the drawing, on the board or in a fold, once and by few columns: the columns are of those in focus."""
    page = visit("issue", positions=folder, **ALL)
    assert opened(page) == said_by(*NAMES)
    assert opened(page, "others") == said_by("brinefold", "gullhaven", "fjordby", "ness", "tarn")
    (whole,) = items(page.sheets["whole"])
    assert whole["text"] == "14 statements on this issue: 4 counted, 1 threat, 9 by the other parties."
    assert [column["label"] for column in page.sheets["board"]["columns"]] == ["", "Northland", "Southmark", "Eastmere", "Skerry"]
    time = visit("issue", positions=folder, view="over-time", **ALL)
    assert opened(time, "others", "said") == said_by(*NAMES)
    assert not opened(time, "chart") & opened(time, "others")


def test_all_pairs_are_told_beside_the_pair(visit: Open, folder: Path) -> None:
    """With who is widest apart, which is why those two are drawn."""
    answer = [item["text"] for item in items(visit("issue", positions=folder, **ALL).sheets["answer"])]
    assert answer[-1].endswith("; widest: Southmark – Skerry, 5 steps apart.")


def test_a_party_of_which_the_evidence_shown_holds_nothing_is_listed_apart(visit: Open, folder: Path) -> None:
    """Its words are left out by the cut, and still within reach."""
    path = folder / "fjords" / "gullhaven.yaml"
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    write_yaml(path, {**told, "statements": [{**one, "attribution": "anonymous_official"} for one in told["statements"]]})
    page = visit("issue", positions=folder, evidence="on-record", **ALL)
    assert whose([one["words"] for one in page.chart["spots"]]) == {"Northland", "Southmark", "Eastmere", "Skerry", "Brinefold", "Isles", "Ness"}
    rows = page.panel["others"]["sheet"]["rows"]
    assert rows[-2]["heading"] == "Nothing of their own in the evidence shown"
    assert rows[-1]["cells"][0]["items"][0]["text"] == "Gullhaven"
    assert opened(page) == said_by(*NAMES)


def test_few_parties_have_a_lane_each_and_no_fold(visit: Open, folder: Path) -> None:
    """Six are not many."""
    page = visit("issue", positions=folder, parties=["northland", "southmark", "brinefold", "gullhaven", "fjordby", "ness"])
    assert whose([one["words"] for one in page.chart["spots"]]) == {"Northland", "Southmark", "Brinefold", "Gullhaven", "Fjordby", "Ness"}
    assert "others" not in page.panel


def test_a_slide_tells_the_pair_first_and_then_all_others(visit: Open, folder: Path) -> None:
    """The clusters appear with the step that tells of them, and the step says how many parties they are."""
    page = visit("present", positions=folder, **ALL)
    (known,) = [one for one in page.components["presenter"]["slides"] if one["kind"] == "issue"]
    assert [one["short"] for one in known["steps"]][:3] == ["Northland", "Southmark", "Eastmere, Skerry, 5 parties"]
    steps = slide(page)["steps"]
    appear = [{layer for layer in step["layers"] if layer.startswith("party:")} for step in steps]
    assert appear[:3] == [{"party:northland"}, {"party:southmark"}, {"party:eastmere", "party:skerry", "party: clusters "}]
    assert [block["heading"] for block in steps[2]["blocks"]] == ["Eastmere", "Skerry", "The other parties"]
    assert [line["text"] for line in steps[2]["blocks"][-1]["lines"]][-2:] == [
        "Ness: names no place", "1 took a position where none stood, or took one back: Tarn; 4 not certain to have moved.",
    ]  # fmt: skip


# What moved.


def counts(page: Visit) -> list[tuple[str, set[str]]]:
    """Return the items of what happened on the one issue, with the statements that each opens."""
    (row,) = [one for one in page.sheets["movement"]["rows"] if "cells" in one]
    return [(item["text"], {*statements_behind(item)}) for item in row["cells"][2]["items"]]


def test_of_many_parties_it_is_counted_who_went_which_way(visit: Open, tmp_path: Path) -> None:
    """Each count opens its statements; what is told in sentences is of the pair and those shown first, and the rest is folded."""
    said = [*SAID, ("brinefold", "demand", "r3"), ("skerry", "demand", "r4"), ("northland", "demand", "r2"), ("haven", "offer", "r1")]
    folder = write_negotiation(tmp_path / "fjords", said, NAMES, headline=["northland", "southmark"])
    page = visit("movement", positions=folder, since="2025-03-14", **ALL)
    found = counts(page)
    assert found[:4] == [
        ("1 moved up the scale: Brinefold", {"fjords-14"}),
        ("2 moved down the scale: Northland and Skerry", {"fjords-15", "fjords-16"}),
        ("1 took a position where none stood, or took one back: Haven", {"fjords-17"}),
        ("6 not certain to have moved", {"fjords-1", "fjords-2", "fjords-5", "fjords-6", "fjords-7", "fjords-8", "fjords-13"}),
    ]
    assert [text for text, _ in found[4:]] == [
        "Northland moved towards Southmark. Northland and Southmark: 3 steps apart then, 2 steps apart now (Northland took off 1 step).",
        "Northland moved towards Southmark by 1 step: demand was Rung 3; now Rung 2.",
    ]
    (fold,) = page.tested.expander
    assert fold.label == "What each of the other parties did (3 changes)"


def test_of_few_parties_every_move_is_told_and_nothing_is_counted(visit: Open, tmp_path: Path) -> None:
    """Six are not many."""
    folder = write_negotiation(tmp_path / "fjords", [*SAID, ("brinefold", "demand", "r3")], NAMES, headline=["northland", "southmark"])
    page = visit("movement", positions=folder, since="2025-03-14", parties=["northland", "southmark", "brinefold"])
    assert [text for text, _ in counts(page)] == [
        "Brinefold moved towards Northland. The distance between Northland and Southmark stays 3 steps: "
        "it lies between the demand of Northland and the demand of Southmark, and neither moved.",
        "Brinefold moved towards Northland by 1 step: demand was Rung 2; now Rung 3.",
    ]
    assert list(page.tested.expander) == []
