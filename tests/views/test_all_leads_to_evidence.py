"""All that is shown leads to its evidence: every number and mark of the pages, the charts, the presentation and the HTML file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import html

from parley.analysis.calendar import behind_day, happenings
from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import Dataset
from parley.exports.webpage import webpage
from parley.figures.palette import INKS
from parley.telling.briefing import Briefing, brief
from parley.views.charts import Room
from parley.views.deck import deck_data, slide_data
from parley.views.issue_panel import Look, issue_panel
from parley.views.selection import Selection
from parley.views.stepping import stop_of
from parley.views.ways import views_of
from tests.briefings import many_tongues, shipped
from tests.generating import FIRST_DAY, LAST_DAY, Talks, day, talks
from tests.views.conftest import PAGES, Open, Visit, items, statements_behind

AS_OF = date(2018, 6, 2)
# A number, or a place of a scale in its marks of quotation; dates are taken out before.
TOLD = re.compile(r"[0-9]|“")
DATED = re.compile(r"(?:(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) )?\b(?:19|20)\d\d\b|\d{1,2}(?: [A-Z][a-z]{2})? to (?=\d)")
MARKS = {"demand", "holds", "limit", "offer", "threat", "rationale", "agreed", "offers_meet", "bridgeable", "blocked", "unknown", "differ", "changed"}

# What holds a number or a mark and legitimately opens nothing, by table and column, with the reason.
OPENS_NOTHING = {
    ("agenda_list", "No."): "the place of an issue on the agenda",
    ("agenda_list", "Stops"): "how many stops a slide has",
    ("agenda_list", "Speaker notes"): "the speaker's own words",
    ("documents", "Document"): "the title of a document",
    ("documents", "Date"): "when a document was published, and how that is known",
    ("documents", "What it holds"): "what a document is about",
    ("status_counts", "Status"): "a status as the name of its row",
    ("said", "What"): "an event, which a document tells and no statement",
    ("court", "Next date"): "an event ahead, which a document tells and no statement",
    ("columns", "Where the ball lies"): "an event ahead, which a document tells and no statement",
}
# Tables without evidence: on this page everything is explained or invented.
EXPLAINS = {"reading": "an invented example and the meaning of marks and words"}
# What counts all that is held, whoever said it and whenever.
ALL_ISSUES = {"cut": "how much is left out on all issues"}
HELD = {"held": "all that is held", "documents": "all that was taken from a document"}
# Numbers in a text that is no table.
TEXTS = (
    (r"Data version \w+", "the version of the files"),
    (r"No statement on this issue", "who said nothing"),
    (r"Fresh evidence is at most \d+", "a rule of the method"),
    (r"\d+ issues?\. As of", "how many issues an agenda has"),
    (r"Movement is told|movement is told", "dates"),
    (r"a number and Enter", "keys"),
    (r"^\d+ slides?\b", "how many slides a deck has"),
)


def may_rest_on_nothing(words: str) -> bool:
    """Return whether a mark tells of a limit that nobody stated, or of the zone, which rests on limits alone, and without any on which way each wants."""
    return words.endswith("limit not stated") or "zone" in words


def is_told(text: str) -> bool:
    """Return whether a text tells a number other than a date, or a place."""
    return bool(TOLD.search(DATED.sub("", text)))


def untold(sheet: dict[str, Any], name: str) -> Iterator[str]:
    """Yield what a table holds that should open its statements and does not."""
    for row in sheet["rows"]:
        for column, cell in zip(sheet["columns"], row.get("cells", ()), strict=False):
            for item in cell["items"]:
                is_issue = item.get("open", "").startswith("issue:")
                says = is_told(item["text"]) or item.get("mark") in MARKS or item.get("rail")
                if says and not is_issue and not statements_behind(item) and (name, column["label"]) not in OPENS_NOTHING:
                    yield f"{name}, {column['label']}: {item['text']} {item.get('mark', '')}"


def opened(found: Visit) -> Iterator[tuple[str, str]]:
    """Yield the id of every statement that a page opens, with the name of the table or chart that does."""
    for name, sheet in found.sheets.items():
        for row in sheet["rows"]:
            for cell in row.get("cells", ()):
                yield from ((name, key) for item in cell["items"] for key in statements_behind(item))
    for part in found.panel.values():
        for spot in part.get("chart", {}).get("spots", ()):
            yield from (("chart", key) for key in statements_behind(spot))
    for row in found.glances.values():
        yield from (("glances", key) for one in (*row["spots"], *row["answer"]) for key in statements_behind(one))


def be_of_what_is_shown(found: Visit, data: Dataset, parties: Collection[str], as_of: date, issue: str = "") -> None:
    """Hold that whatever a page opens exists, was said by a party shown by the date shown, and on the issue where there is one."""
    for name, key in opened(found):
        one = data.statement_by_id[key]
        if name not in HELD:
            assert (one.party in parties, one.day <= as_of, issue in ("", one.issue) or name in ALL_ISSUES) == (True, True, True), (name, key)


def unopened_spots(panel: dict[str, Any]) -> list[str]:
    """Return the marks of a chart that open nothing though something bounds them."""
    spots = [spot for part in panel.values() for spot in part.get("chart", {}).get("spots", ())]
    return [spot["words"] for spot in spots if not statements_behind(spot) and not may_rest_on_nothing(spot["words"])]


@pytest.mark.parametrize("name", [one for one in PAGES if one not in EXPLAINS])
def test_every_number_and_mark_of_a_page_opens_its_statements(visit: Open, shipped_data: Dataset, name: str) -> None:
    """In every table, every chart, every issue at a glance and the line of the evidence cut; those opened exist and are of what is shown."""
    found = visit(name, as_of=AS_OF.isoformat(), evidence="officials", columns="3", party1="us", party2="us", date2="2018-05-02")
    assert [line for key, sheet in found.sheets.items() for line in untold(sheet, key)] == []
    assert unopened_spots(found.panel) == []
    rows = found.glances.values()
    assert [spot["words"] for row in rows for spot in row["spots"] if not statements_behind(spot)] == []
    assert [item["text"] for row in rows for item in row["answer"] if is_told(item["text"]) and not statements_behind(item)] == []
    assert found.components["cut"]["rows"]
    be_of_what_is_shown(found, shipped_data, found.parties, AS_OF, "trade-deficit" if name == "issue" else "")
    told = [text for text in found.texts if is_told(text) and not any(re.search(pattern, text) for pattern, _ in TEXTS)]
    in_sheets = {item["text"] for sheet in found.sheets.values() for item in items(sheet)}
    assert [text for text in told if text not in (found.title, shipped_data.negotiation.title, *in_sheets)] == []


def test_every_day_of_the_slider_opens_what_was_said_on_it(shipped_data: Dataset) -> None:
    """As many statements as it counts; a day on which only something took place opens nothing."""
    for one in happenings(shipped_data):
        behind = [shipped_data.statement_by_id[key] for key in behind_day(shipped_data, one.day)]
        assert sum(said.day == one.day for said in behind) == one.statements
        assert stop_of(one).has_statements == bool(behind)
        assert len(behind) <= one.statements + one.ended


@pytest.mark.parametrize("view", views_of("issue"))
def test_every_mark_of_every_issue_opens_its_statements(shipped_data: Dataset, view: str) -> None:
    """As positions and over time."""
    for issue in shipped_data.negotiation.issues:
        parties = shipped_data.negotiation.shown_first
        hold_panel(Selection(shipped_data, AS_OF, ALL_EVIDENCE, tuple(parties), issue), view)


@given(talks())
@settings(max_examples=8)
def test_so_does_whatever_is_said(made: Talks) -> None:
    """The pages of its issue, the presentation and the HTML file of an invented negotiation."""
    data, as_of = made.dataset(), day(made.as_of)
    chosen = Selection(data, as_of, made.cut, data.negotiation.parties, data.negotiation.issues[0])
    for view in views_of("issue"):
        hold_panel(chosen, view)
    briefing = brief(data, None, data.negotiation.parties, as_of, made.cut, FIRST_DAY if made.as_of == LAST_DAY else None)
    hold_deck(briefing)
    hold_webpage(briefing)


def hold_panel(chosen: Selection, view: str) -> None:
    """Hold that what is shown of an issue leads to the statements of its parties on it."""
    data = issue_panel(chosen, Look(Room(1120, INKS["light"]), view)).as_data()
    parts = {part["key"]: part for part in data["parts"]}
    assert [line for key, part in parts.items() if "sheet" in part for line in untold(part["sheet"], key)] == []
    assert unopened_spots(parts) == []
    behind = [key for part in parts.values() for spot in part.get("chart", {}).get("spots", ()) for key in statements_behind(spot)]
    assert chosen.issue is not None
    for one in (chosen.dataset.statement_by_id[key] for key in behind):
        assert (one.issue, one.day <= chosen.as_of, one.party in {party.id for party in chosen.parties}) == (chosen.issue.id, True, True)


@pytest.mark.parametrize("made", [shipped, many_tongues])
def test_every_mark_and_line_of_the_presentation_opens_its_statements(made: Any) -> None:
    """Each statement is sent once with a slide, and only what is opened is."""
    hold_deck(made())


def hold_deck(briefing: Briefing) -> None:
    """Hold that the presentation leads to the statements of its parties by its date, each slide to those on its issue."""
    deck = deck_data(briefing, "")["slides"]
    for known, issue in zip((one for one in deck if one["kind"] == "issue"), briefing.issues, strict=True):
        slide = slide_data(briefing, issue)
        lines = [line for step in slide["steps"] for block in step["blocks"] for line in block["lines"]]
        assert [line["text"] for line in lines if not line["ids"] and (line["cite"] or is_told(line["text"]))] == []
        parts = [part for drawn in slide["drawings"].values() for spot in drawn["spots"] for part in spot["parts"]]
        assert [part["words"] for part in parts if not part["ids"] and not may_rest_on_nothing(part["words"])] == []
        assert known["status"]["ids"] or known["status"]["mark"] in ("alone", "no_evidence")
        ids = {key for one in (*lines, *parts, known["status"]) for key in one["ids"]}
        said = {key: briefing.dataset.statement_by_id[key] for key in ids}
        assert {(one.issue, one.day <= briefing.as_of) for one in said.values()} <= {(known["id"], True)}
        assert set(slide["statements"]) == ids
        # What the first and the last slides say of an issue opens with the statements that come with its own.
        listed = [line for one in deck for line in (*one.get("agenda", ()), *one.get("open", ())) if line.get("number") == issue.number]
        assert {key for line in listed for key in line["ids"]} <= ids
        assert [line["told"] for line in listed if not line["ids"] and is_told(line["told"])] == []


@pytest.mark.parametrize("made", [shipped, many_tongues])
def test_every_mark_and_number_of_the_html_file_leads_to_its_statements(made: Any) -> None:
    """Marks of both drawings, cells of the overview, lines, statuses and the numbers of the first line."""
    hold_webpage(made())


def hold_webpage(briefing: Briefing) -> None:
    """Hold that the HTML file leads from every number to an entry in it, and says of every mark who said it."""
    page: Any = html.fromstring(webpage(briefing))
    entries = {one.get("id") for one in page.iter("li") if (one.get("id") or "").startswith("statement-")}
    assert entries == {f"statement-{one.id}" for one in briefing.statements}
    places = page.xpath("//td/p | //div[contains(@class,'party ')]/p | //div[contains(@class,'block ')]//li")
    places += page.xpath("//details[@class='numbers']//li[not(starts-with(., '0 '))]")
    for place in places:
        behind = [one.get("href")[1:] for one in place.xpath(".//a[starts-with(@href, '#statement-')]")]
        assert set(behind) <= entries
        words = "".join(place.xpath(".//text()[not(ancestor::sup)]"))
        is_of_nothing = not briefing.statements or words.endswith(" no evidence")
        assert behind or is_of_nothing or not is_told(words), words
    for status in page.xpath("//span[starts-with(@class, 'status ') and @class != 'status no_evidence']"):
        assert status.xpath("../sup/a[starts-with(@href, '#statement-')]"), status.text
    marks = page.xpath("//*[@class='spot']")
    assert [one.findtext("title") for one in marks if one.tag != "a" and not may_rest_on_nothing(one.findtext("title"))] == []
    for one in marks:
        title = one.findtext("title")
        assert one.tag != "a" or (one.get("href")[1:] in entries and re.search(r"^\d+: ", title, re.MULTILINE)), title


@pytest.fixture(scope="module")
def shipped_data() -> Dataset:
    return shipped().dataset
