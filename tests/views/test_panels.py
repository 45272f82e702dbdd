"""What a browser fetches of an issue, for its page or its slide: the same for everybody who chose the same, and nothing of files that have changed."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest

from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import Dataset
from parley.views import panels, store
from parley.views.deck import slide_data
from parley.views.panels import base_of, slides_base
from parley.views.selection import Selection
from tests import briefings
from tests.views.conftest import LOOK, SHIPPED, Open, fetched, items, statements_behind, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("southmark", "offer", "r2")]
ASKED = {
    "as_of": "2018-05-02", "evidence": "all", "parties": ["us", "china"], "view": "positions", "stretch": "whole", "theme": "light",
    "width": "1120", "issue": "trade-deficit",
}  # fmt: skip


SLIDE = {name: ASKED[name] for name in ("as_of", "evidence", "parties", "issue")} | {"since": "2018-04-30"}


@pytest.fixture
def version(start: Callable[[Path], None]) -> str:
    start(SHIPPED)
    return store.held(SHIPPED / "us-china-trade").version


def test_an_address_names_the_files_and_all_that_was_chosen(visit: Open) -> None:
    """So two readers who chose the same fetch the same, and another day, cut, party or view has another address."""
    addresses = [
        visit("issue", **asked).components["issue"]["base"]
        for asked in ({}, {"as_of": "2018-05-02"}, {"evidence": "officials"}, {"parties": ["us", "china"]}, {"view": "over-time"})
    ]
    assert len(set(addresses)) == len(addresses)
    assert visit("issue", issue="market-access").components["issue"]["base"] == addresses[0]
    assert all(one.startswith("/parley/issue/") for one in addresses)


@pytest.mark.parametrize("as_of", ["2018-05-02", "2018-06-02", "2019-01-23"])
@pytest.mark.parametrize("evidence", ["all", "on-record"])
def test_the_parts_of_an_issue_add_up_to_all_that_was_said_on_it(version: str, shipped: Dataset, as_of: str, evidence: str) -> None:
    """On every shipped issue the one number is that of all statements by then, and each part has as many as is said of it, on the board or in a fold."""
    parties = [one.id for one in shipped.negotiation.parties]
    compared = 0
    for issue in shipped.negotiation.issues:
        asked = {**ASKED, "as_of": as_of, "evidence": evidence, "parties": parties, "issue": issue.id}
        found = json.loads(bytes(fetched(f"/parley/issue/{version}?{urlencode(asked, doseq=True)}").body))
        parts = {part["key"]: part for part in found["parts"]}
        said = [one for party in parties for one in shipped.statements_of(party, issue.id) if one.day <= date.fromisoformat(as_of)]
        if not said:
            assert "whole" not in parts
            continue
        compared += 1
        (told,) = items(parts["whole"]["sheet"])
        whole, *numbers = map(int, re.findall(r"\d+", told["text"]))
        assert (whole, sum(numbers)) == (len(said), len(said)), issue.id
        sheets = [parts["board"]["sheet"]] if "board" in parts else []
        sheets += [parts[key]["sheet"] for key in ("also", "reasons") if key in parts]
        held = [one for each in sheets for item in items(each) for one in statements_behind(item)]
        assert sorted(held) == sorted(one.id for one in said), issue.id
        for key in ("also", "reasons"):
            if key in parts:
                cards = [one for item in items(parts[key]["sheet"]) for one in statements_behind(item)]
                assert sum(map(int, re.findall(r"\d+", parts[key]["folded"]))) == len(cards), issue.id
    assert compared >= 6


def test_what_is_fetched_is_of_the_issue_the_day_and_the_parties_asked_for(version: str, shipped: Dataset) -> None:
    """Every statement that a part opens was made by a party asked for, on this issue, by that day."""
    found = json.loads(bytes(fetched(f"/parley/issue/{version}?{urlencode(ASKED, doseq=True)}").body))
    opened = {one for part in found["parts"] if "sheet" in part for item in items(part["sheet"]) for one in statements_behind(item)}
    opened |= {one for part in found["parts"] if "chart" in part for spot in part["chart"]["spots"] for one in spot["open"][10:].split(",")}
    said = [shipped.statement_by_id[one] for one in opened]
    assert {one.issue for one in said} == {"trade-deficit"}
    assert {one.party for one in said} == {"us", "china"}
    assert max(one.day for one in said) <= date(2018, 5, 2)


@pytest.mark.parametrize(("view", "width", "least"), [("positions", "1204", 18), ("positions", "1844", 20), ("over-time", "1204", 16)])
def test_letters_of_a_chart_are_large(version: str, view: str, width: str, least: int) -> None:
    """In pixels of a window of 1280 and of 1920, whatever issue is shown."""
    for issue in ("trade-deficit", "made-in-china-2025", "steel-aluminium"):
        asked = {**ASKED, "as_of": "2019-01-23", "view": view, "width": width, "issue": issue}
        found = json.loads(bytes(fetched(f"/parley/issue/{version}?{urlencode(asked, doseq=True)}").body))
        (chart,) = [part["chart"] for part in found["parts"] if "chart" in part]
        sizes = [size for trace in json.loads(chart["figure"])["data"] if trace["mode"] == "text" for size in trace["textfont"]["size"]]
        assert min(sizes) >= least


def test_a_slide_has_an_address_of_its_own_for_each_choice_on_the_page(visit: Open) -> None:
    """Of day, evidence, parties and the day from which movement is told, but not of the agenda: an issue looks the same on each."""
    addresses = [
        visit("present", **asked).components["presenter"]["base"]
        for asked in ({}, {"as_of": "2018-05-02"}, {"evidence": "officials"}, {"parties": ["us", "china"]}, {"since": "2018-05-01"})
    ]
    assert len(set(addresses)) == len(addresses)
    assert visit("present", agenda="core-issues").components["presenter"]["base"] == addresses[0]
    assert all(one.startswith("/parley/slide/") for one in addresses)


def test_a_slide_that_is_fetched_is_the_one_that_the_whole_briefing_holds(version: str) -> None:
    """Made by itself, of the statements on its issue alone, it shows the same drawing, words and statements."""
    made = briefings.shipped()
    chosen = Selection(made.dataset, made.as_of, made.cut, made.parties, None, version)
    base = slides_base(chosen, made.since)
    fetched_slides = [json.loads(bytes(fetched(f"{base}{one.issue.id}").body)) for one in made.issues]
    assert fetched_slides == [slide_data(made, one) for one in made.issues]


def test_without_a_first_date_a_slide_tells_of_no_movement(version: str) -> None:
    """As on the first day of all."""
    kinds = {
        since: [
            (step["kind"], len(step["blocks"]))
            for step in json.loads(bytes(fetched(f"/parley/slide/{version}?{urlencode({**SLIDE, **asked}, doseq=True)}").body))["steps"]
        ]
        for since, asked in ((True, {}), (False, {"since": []}))
    }
    assert (kinds[True][-1], kinds[False][-1]) == (("outlook", 2), ("change", 1))
    assert kinds[True][:-1] == kinds[False][:-1]


@pytest.mark.parametrize(
    "wrong", [{"issue": "nothing"}, {"as_of": []}, {"since": "once"}, {"since": ["2018-04-30", "2018-05-01"]}, {"parties": ["atlantis"]}], ids=str
)
def test_a_slide_that_cannot_be_made_is_refused(version: str, wrong: dict[str, str | list[str]]) -> None:
    """As a panel is."""
    assert fetched(f"/parley/slide/{version}?{urlencode(SLIDE, doseq=True)}").status_code == 200
    assert fetched(f"/parley/slide/{version}?{urlencode({**SLIDE, **wrong}, doseq=True)}").status_code == 404


def test_it_comes_packed_and_is_kept_by_nobody(version: str) -> None:
    """A browser that takes nothing packed gets it unpacked; the page itself remembers it, and forgets it in time."""
    answer = fetched(f"/parley/issue/{version}?{urlencode(ASKED, doseq=True)}", takes="gzip")
    assert (answer.headers["content-encoding"], answer.headers["cache-control"]) == ("gzip", "no-store")
    assert gzip.decompress(bytes(answer.body)) == fetched(f"/parley/issue/{version}?{urlencode(ASKED, doseq=True)}").body


@pytest.mark.parametrize(
    "wrong",
    [
        {"issue": "nothing"}, {"issue": ""}, {"as_of": "yesterday"}, {"evidence": "rumours"}, {"theme": "pink"}, {"view": "upside-down"},
        {"stretch": "long"}, {"issue": ["trade-deficit", "market-access"]}, {"as_of": []}, {"width": "wide"}, {"width": "-5"}, {"width": "1e9"},
        {"parties": ["us", "atlantis"]}, {"parties": []},
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_looked_at_is_refused(version: str, wrong: dict[str, str | list[str]]) -> None:
    """Whatever somebody writes into the address."""
    answer = fetched(f"/parley/issue/{version}?{urlencode({**ASKED, **wrong}, doseq=True)}")
    assert answer.status_code == 404
    assert bytes(answer.body) == b"There is no such issue, or it cannot be looked at in this way."


def test_of_files_that_have_changed_nothing_is_told(visit: Open, tmp_path: Path) -> None:
    """An old address is answered with "gone", and the page names the new one."""
    above = write_negotiation(tmp_path / "fjords", TALKS)
    found = visit("issue", positions=above)
    before = f"{found.components['issue']['base']}{LOOK}&issue=quota"
    slide = f"{visit('present', positions=above).components['presenter']['base']}quota"
    assert [fetched(one).status_code for one in (before, slide)] == [200, 200]
    party = tmp_path / "fjords" / "southmark.yaml"
    party.write_text(party.read_text(encoding="utf-8").replace("at: r2", "at: r4"), encoding="utf-8")
    assert "Rung 4" in found.run().alt
    assert [fetched(one).status_code for one in (before, slide)] == [410, 410]
    assert found.components["issue"]["base"] not in before


def test_one_party_by_itself_has_an_address_too(shipped: Dataset) -> None:
    """It is named like several."""
    chosen = Selection(shipped, date(2018, 5, 2), ALL_EVIDENCE, shipped.negotiation.parties[:1], shipped.negotiation.issues[0], "abc")
    assert "parties=us&view" in base_of(chosen, "positions", "whole")


def test_what_fails_while_it_is_drawn_is_no_wrong_address(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the product is not told as one of the reader."""

    def fail(*_: object) -> None:
        raise ValueError("A fault.")

    monkeypatch.setattr(panels, "issue_panel", fail)
    with pytest.raises(ValueError, match="A fault"):
        fetched(f"/parley/issue/{version}?{urlencode({**ASKED, 'width': '1121'}, doseq=True)}")
