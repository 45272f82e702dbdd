"""What a browser fetches of issues at a glance: the rows asked for, for its width, the same for everybody, and nothing of files that have changed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from parley.dataset import Dataset
from parley.views import glances, store
from parley.views.served_files import Kept
from tests.views.conftest import SHIPPED, Open, fetched, lines, statements_behind, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("southmark", "offer", "r2")]
ASKED = {"as_of": "2018-05-02", "evidence": "all", "parties": ["us", "china"], "width": "720", "issue": ["trade-deficit", "market-access"]}
CORE = ["trade-deficit", "made-in-china-2025", "ip-technology-transfer", "market-access"]


@pytest.fixture
def version(start: Callable[[Path], None]) -> str:
    start(SHIPPED)
    return store.held(SHIPPED / "us-china-trade").version


def drawn(version: str, **other: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bytes(fetched(f"/parley/glance/{version}?{urlencode({**ASKED, **other}, doseq=True)}").body))
    return found


def answers(row: dict[str, Any]) -> list[str]:
    return [item["text"] for item in row["answer"]]


def test_the_overview_is_a_picture_unless_the_address_asks_for_the_table(visit: Open) -> None:
    """The choice stands in the address by id; an address made before there was one, or with the view by its name, opens as well."""
    assert ("glances" in visit().components, "matrix" in visit().sheets) == (True, False)
    table = visit(view="table")
    assert ("glances" in table.components, "matrix" in table.sheets) == (False, True)
    assert visit(view="Table").address.endswith("&view=table")
    assert "view" not in visit(as_of="2018-05-02").address
    ways = {name: leads_to for name, _, leads_to, _ in table.components["ways"]["ways"]}
    assert ways == {"Picture": "?", "Table": "?view=table", "Compare": "compare?"}
    assert list(lines(table.sheets["matrix"]))[:1] == ["Trade deficit"]
    assert "glances" in table.follow(ways["Picture"]).components
    assert "view" not in table.address


def test_names_and_questions_are_there_before_anything_is_fetched(visit: Open, shipped: Dataset) -> None:
    """Group by group, and only of the issues that the filters leave; those on which there is nothing to compare are lines of one list."""
    found = visit()
    rows, quiet = found.components["glances"]["rows"], lines(found.sheets["quiet"])
    assert list(quiet) == [
        "Chinese retaliation", "EU-US trade deal", "Chinese investment in the US", "Enforcement", "Levels of government", "Cross-border data", "Link to security",
    ]  # fmt: skip
    assert quiet["Chinese retaliation"] == [["China: threat: Right to retaliate reserved (stale; 28 May to 1 Jun 2018)"]]
    assert quiet["Link to security"][0][1] == "China: no ask stated in 4 statements (28 to 30 Apr 2018)"
    assert [one["heading"] for one in rows if "heading" in one] == [one.name for one in shipped.negotiation.groups]
    assert [(one["issue"], one["question"]) for one in rows if "issue" in one] == [
        (one.id, one.question) for one in shipped.negotiation.ordered_issues if one.label not in quiet
    ]
    assert [one["issue"] for one in visit(group="core").components["glances"]["rows"] if "issue" in one] == CORE
    assert {one["name"] for one in rows if "issue" in one} >= {"Trade deficit", "IP and technology"}


def test_an_address_names_the_files_and_all_that_was_chosen(visit: Open) -> None:
    """So two readers who chose the same fetch the same, and another day, cut or party has another address."""
    found = [
        visit(**asked).components["glances"]["base"] for asked in ({}, {"as_of": "2018-05-02"}, {"evidence": "officials"}, {"parties": ["us", "eu"]})
    ]
    assert len(set(found)) == len(found)
    assert all(one.startswith("/parley/glance/") for one in found)


def test_rows_come_as_asked_with_their_answer_and_who_said_nothing(visit: Open) -> None:
    """The core issues of the shipped talks: how far apart, between whom, what is open, and who is silent."""
    rows = visit(as_of="2019-01-23").glances
    assert {one: answers(rows[one])[0] for one in CORE} == {
        "trade-deficit": "3 steps apart", "made-in-china-2025": "1 to 5 steps apart", "ip-technology-transfer": "2 steps apart",
        "market-access": "1 to 3 steps apart",
    }  # fmt: skip
    assert answers(rows["market-access"])[2] == "If what was hinted stands: 2 to 3 steps apart"
    assert answers(rows["trade-deficit"])[1:] == [
        "US asks – China offers",
        "Open: would the US take Indicative number, or less? It has stated no limit.",
    ]
    assert rows["trade-deficit"]["silent"] == {"text": "US business: no ask stated; EU: nothing said", "open": "statement:biz-deficit-reduce"}
    assert rows["made-in-china-2025"]["silent"]["text"] == "EU: no ask stated"
    assert rows["ip-technology-transfer"]["silent"]["text"] == "EU: no ask stated"
    assert all(f"US: no ask stated in {count} statements" in rows[one]["alt"] for one, count in (("ip-technology-transfer", 4), ("market-access", 2)))


def test_where_no_distance_is_known_that_is_said_once(visit: Open) -> None:
    """On top; the rows tell by their lanes who is silent. Where a distance is known on one issue, the others say that they have none."""
    found = visit(as_of="2018-04-28", evidence="officials")
    assert "The distance is known on no issue." in found.texts
    rows = found.glances
    assert len(rows) == 16 and {one: answers(row) for one, row in rows.items() if row["answer"]} == {}
    assert rows["trade-deficit"]["silent"]["text"] == "Nothing said by the parties shown."
    some = visit(as_of="2018-05-02").glances
    assert {answers(row)[0] for row in some.values()} > {"No distance to measure"}


def test_only_a_status_that_is_certain_is_shown(visit: Open, tmp_path: Path) -> None:
    """Boldly and before the distance; where several remain possible, the question says what is open."""
    blocked = [("northland", "demand", "r5"), ("northland", "red_line", "r4"), ("southmark", "demand", "r0"), ("southmark", "red_line", "r2")]
    row = visit(positions=write_negotiation(tmp_path / "fjords", blocked)).glances["quota"]
    assert [(item["text"], item.get("status", "")) for item in row["answer"]][:2] == [("Blocked", "blocked"), ("5 steps apart", "")]
    open_row = visit(positions=write_negotiation(tmp_path / "more" / "fjords", TALKS)).glances["quota"]
    assert [item for item in open_row["answer"] if "status" in item] == []


def test_marks_open_what_was_said_by_then_and_tell_who_said_it(version: str, shipped: Dataset) -> None:
    """In reading order, each with who, when and in which document; of the parties asked for alone."""
    deficit, _ = drawn(version)["rows"]
    assert deficit["spots"][0]["words"].startswith("US: asks ")
    assert deficit["spots"][-1]["words"].endswith("steps apart")
    behind = [shipped.statement_by_id[key] for spot in deficit["spots"] for key in statements_behind(spot)]
    assert {one.party for one in behind} == {"us", "china"}
    assert max(one.day for one in behind) <= date(2018, 5, 2)
    assert all(spot["said"] for spot in deficit["spots"])


def test_what_the_marks_mean_comes_where_it_is_asked_for(version: str) -> None:
    """Once on a page, and not with each further row."""
    assert drawn(version)["key"] is None
    assert drawn(version, key="1120")["key"]["alt"].startswith("asks; offers; holds; hinted or implied; ")


@pytest.mark.parametrize(
    "wrong",
    [
        {"issue": "nothing"}, {"issue": []}, {"as_of": "yesterday"}, {"evidence": "rumours"}, {"width": "wide"}, {"width": "-5"}, {"width": "1e9"},
        {"parties": ["us", "atlantis"]}, {"parties": []}, {"key": "9"}, {"key": "wide"}, {"issue": ["trade-deficit"] * 65}, {"width": ["720", "730"]},
    ],
    ids=lambda one: str(one)[:40],
)  # fmt: skip
def test_what_cannot_be_looked_at_is_refused(version: str, wrong: dict[str, Any]) -> None:
    """Whatever somebody writes into the address."""
    answer = fetched(f"/parley/glance/{version}?{urlencode({**ASKED, **wrong}, doseq=True)}")
    assert answer.status_code == 404


def test_of_files_that_have_changed_nothing_is_told(visit: Open, tmp_path: Path) -> None:
    """An old address is answered with "gone", and the page names the new one."""
    above = write_negotiation(tmp_path / "fjords", TALKS)
    found = visit(positions=above)
    before = f"{found.components['glances']['base']}&width=720&issue=quota"
    assert fetched(before).status_code == 200
    party = tmp_path / "fjords" / "southmark.yaml"
    party.write_text(party.read_text(encoding="utf-8").replace("at: r2", "at: r4"), encoding="utf-8")
    assert "offers Rung 4" in found.run().glances["quota"]["alt"]
    assert fetched(before).status_code == 410


def test_an_answer_is_made_once_and_the_oldest_is_let_go() -> None:
    """Whoever asks for the same gets what another was given; of more than are kept, that which nobody has asked for longest is made anew."""
    made: list[str] = []

    def asked(what: str) -> object:
        def make() -> list[str]:
            made.append(what)
            return [what]

        return json.loads(gzip.decompress(kept.answer("v1", what, make)))

    kept = Kept(2)
    assert [asked(one) for one in ("a", "b", "a", "c", "a", "b")] == [["a"], ["b"], ["a"], ["c"], ["a"], ["b"]]
    assert made == ["a", "b", "c", "b"]


def test_what_fails_while_it_is_drawn_is_no_wrong_address(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the product is not told as one of the reader."""

    def fail(*_: object) -> None:
        raise ValueError("A fault.")

    monkeypatch.setattr(glances, "glance_picture", fail)
    with pytest.raises(ValueError, match="A fault"):
        drawn(version, width="721")
