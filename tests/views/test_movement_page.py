"""The movement page and the issue over time, run without a browser: dates, editions, what is told, and that every claim opens its evidence."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.moved import MOVED, Course
from parley.analysis.movement import movement
from parley.dataset import Dataset
from parley.telling.movement import whole_told
from parley.words import say
from tests.views.conftest import Open, Visit, fetched, items, lines, statements_behind, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("northland", "offer", "r3"), ("southmark", "offer", "r1")]
DAYS = [("2018-04-30", "2018-06-02"), ("2018-05-02", "2018-06-02"), ("2018-06-02", "2019-01-23"), ("2018-05-02", "2018-05-02")]
DAY = re.compile(r"\d+ [A-Z][a-z]{2} \d{4}")
IS_CLAIM = re.compile(r"[0-9]|“")


def since(found: Visit) -> object:
    return date.fromisoformat(found.components["since"]["day"])


# The dates.


def test_the_first_date_is_the_last_edition_before_the_date_shown(visit: Open) -> None:
    """Movement is told since the last named edition; on an edition's own day since the one before."""
    assert since(visit("movement", as_of="2019-01-22")) == date(2018, 6, 2)
    assert since(visit("movement", as_of="2019-01-23")) == date(2018, 6, 2)
    assert since(visit("movement", as_of="2018-06-02")) == date(2018, 5, 2)
    assert since(visit("movement", as_of="2018-05-02")) == date(2018, 4, 30)


def test_without_editions_it_is_the_last_two_days_on_which_anything_was_said(visit: Open, tmp_path: Path) -> None:
    """The day before the date shown on which anything was said."""
    found = visit("movement", write_negotiation(tmp_path / "fjords", TALKS))
    assert (since(found), found.as_of) == (date(2025, 3, 3), date(2025, 3, 4))


def test_the_address_names_both_dates(visit: Open, shipped: Dataset) -> None:
    """Both come back from the address, and the sentence above the table is that of the analysis."""
    parties = [party for party in shipped.negotiation.parties if party.id in shipped.negotiation.shown]
    for first, second in DAYS:
        found = visit("movement", since=first, as_of=second)
        told = movement(shipped, parties, date.fromisoformat(first), date.fromisoformat(second), ALL_EVIDENCE)
        assert say(whole_told(told)) in found.texts
        # What the heading says of all issues beneath it is not said again on each.
        repeated = ("where none stood", "No party is certain to have moved", "No position changed")
        rows = [*items(found.sheets["movement"])] if "movement" in found.sheets else []
        assert not any(one in item["text"] for item in rows for one in repeated)
    # Who has not answered is told on the first screen, and opens what was said last.
    (ball,) = items(found.sheets["ball"])
    assert ball["text"].startswith("In the evidence shown, ") and " not answered " in ball["text"] and ball["open"].startswith("statement:")


@pytest.mark.parametrize("value", ["soon", ""])
def test_a_first_date_that_cannot_be_falls_back(visit: Open, value: str) -> None:
    """What is no date is as good as none given."""
    found = visit("movement", as_of="2018-06-02", since=value)
    assert found.errors == []
    assert since(found) == date(2018, 5, 2)


def test_a_first_date_after_the_one_shown_is_told(visit: Open) -> None:
    """It is kept, and movement is told from the day that would be chosen without it."""
    found = visit("movement", as_of="2018-06-02", since="2999-01-01")
    assert since(found) == date(2999, 1, 1)
    assert "1 Jan 2999 lies after the date shown, so movement is told from 2 May 2018." in found.texts


def test_an_edition_is_chosen_by_one_click(visit: Open) -> None:
    """Choosing an edition makes its day the first date."""
    found = visit("movement", as_of="2019-01-23")
    (pills,) = [one for one in found.tested.get("button_group") if one.key == "edition"]
    assert pills.value == "Report of 2 June (2 Jun 2018)"  # type: ignore[attr-defined]
    pills.set_value("Reports of 2 May (2 May 2018)")  # type: ignore[attr-defined]
    assert since(found.run()) == date(2018, 5, 2)


def test_an_edition_of_long_ago_is_chosen_too(visit: Open, tmp_path: Path) -> None:
    """The calendar reaches back to the oldest edition, be it more than ten years before the newest."""
    editions = [{"name": "*Old*", "day": "1991-01-01"}, {"name": "New", "day": "2025-03-03"}]
    found = visit("movement", write_negotiation(tmp_path / "fjords", TALKS, editions=editions))
    (pills,) = [one for one in found.tested.get("button_group") if one.key == "edition"]
    assert pills.options == [r"\*Old\* (1 Jan 1991)", "New (3 Mar 2025)"]  # type: ignore[attr-defined]
    pills.set_value("*Old* (1 Jan 1991)")  # type: ignore[attr-defined]
    assert since(found.run()) == date(1991, 1, 1)
    assert since(visit("movement", tmp_path, since="1985-05-05")) == date(1985, 5, 5)


@pytest.mark.parametrize(("said", "stretch"), [("0001-01-02", "Last 90 days"), ("9999-12-30", "Whole time")])
def test_an_issue_is_drawn_over_time_at_either_end_of_the_calendar(visit: Open, tmp_path: Path, said: str, stretch: str) -> None:
    """The margins of the drawing and the stretch chosen stay in the calendar."""
    positions = write_negotiation(tmp_path / "fjords", TALKS[:1])
    for file in (tmp_path / "fjords" / "northland.yaml", tmp_path / "seeds" / "gazette.yaml"):
        file.write_text(re.sub("2025-03-(01|31)", said, file.read_text(encoding="utf-8")), encoding="utf-8")
    found = visit("issue", positions, view="Over time", stretch=stretch)
    assert found.errors == []
    assert f"from {said}" in found.alt


# What is told.


def test_what_moved_between_may_and_june_2018(visit: Open) -> None:
    """Washington doubles its deficit demand, Beijing promises more: both ways, and the distance stays."""
    told = lines(visit("movement", since="2018-05-02", as_of="2018-06-02").sheets["movement"])
    assert told["Trade deficit"][1] == [
        "The US hardened by 1 step, China eased by 1 step: the distance is unchanged, 3 steps.",
        "The US moved away from China by 1 step: demand was US$100 bn, committed; now US$200 bn, committed.",
        "New stated limit by China: at most Indicative number, perhaps only Ready to talk.",
        "China moved towards the US by 1 step: offer was Named goods, no sum; now Public promise, no sum.",
    ]
    assert told["Trade deficit"][2] == ["US – China", "Open, 3 steps apart", "Open, 3 steps apart"]


def test_issues_stand_under_the_way_they_went(visit: Open, tmp_path: Path) -> None:
    """Closer, both ways, further apart, new and what only looks like movement are told apart by a heading."""
    found = visit("movement", write_negotiation(tmp_path / "fjords", TALKS), since="2025-03-02")
    sheet = found.sheets["movement"]
    assert [row["heading"] for row in sheet["rows"] if "heading" in row] == ["Closer"]
    assert (
        lines(sheet)["Quota"][1][0]
        == "Northland moved towards Southmark, Southmark moved towards Northland. Northland and Southmark: 5 steps apart then, 4 steps apart now (Southmark took off 1 step)."
    )
    nothing = visit("movement", tmp_path, since="2025-03-04")
    assert "movement" not in nothing.sheets
    assert "Nothing was said, or reasons alone, on Quota." in nothing.texts


def test_every_claim_about_movement_leads_to_its_evidence(visit: Open, shipped: Dataset) -> None:
    """Each item with a number or a place opens statements that exist and had been said by the second date."""
    for first, second in DAYS:
        found = visit("movement", since=first, as_of=second)
        for name in ("movement", "court"):
            for item in items(found.sheets.get(name, {"rows": []})):
                behind = statements_behind(item)
                assert all(shipped.statement_by_id[one].day <= date.fromisoformat(second) for one in behind)
                if IS_CLAIM.search(item["text"]) and not item.get("open", "").startswith("issue:"):
                    # An event is no statement; its document stands beside it.
                    assert behind or item.get("meta", "").startswith("("), item


def test_the_counts_are_those_of_the_overview(visit: Open) -> None:
    """On both dates the statuses add up to the number of issues, and are those that the overview counts."""
    found = visit("movement", since="2018-05-02", as_of="2018-06-02")
    counted = {status: (int(then[0]), int(now[0])) for status, (then, now, *_) in lines(found.sheets["status_counts"]).items()}
    assert [sum(one[at] for one in counted.values()) for at in (0, 1)] == [16, 16]
    for at, day in enumerate(("2018-05-02", "2018-06-02")):
        (line,) = lines(visit(as_of=day).sheets["summary"])
        assert all(f"{numbers[at]} {status.lower()}" in line for status, numbers in counted.items() if numbers[at])


def test_a_rail_shows_where_each_position_stood_and_stands(visit: Open) -> None:
    """The scale in one line: from its lowest to its highest rung, then and now, in words for those who cannot see it."""
    found = visit("movement", since="2018-05-02", as_of="2018-06-02")
    rails = [item["rail"] for item in items(found.sheets["movement"]) if item.get("rail")]
    deficit = next(one for one in rails if one["ends"] == ["No trade action", "Balanced trade"])
    us = next(row for row in deficit["rows"] if row["name"] == "US")
    assert us["marks"] == [{"part": "demand", "then": [0.7143, 0.7143], "now": [0.8571, 0.8571], "refused": [], "soft": False}]
    china = next(row for row in deficit["rows"] if row["name"] == "China")
    limit = next(one for one in china["marks"] if one["part"] == "limit")
    assert limit == {"part": "limit", "then": None, "now": [0.1429, 0.5714], "refused": ["higher"], "soft": True}
    assert "US, asks: was US$100 bn, committed; now US$200 bn, committed" in deficit["words"]


def test_under_another_cut_other_things_move(visit: Open, shipped: Dataset) -> None:
    """Movement is told on the evidence admitted, and no other."""
    found = visit("movement", since="2018-05-02", as_of="2018-06-02", evidence="On record only")
    behind = {one for item in items(found.sheets["movement"]) for one in statements_behind(item)}
    assert behind
    assert {shipped.statement_by_id[one].attribution for one in behind} <= {"on_record", "document"}


def test_the_ball_in_court_tells_who_spoke_last_who_moved_last_and_what_is_open(visit: Open, shipped: Dataset) -> None:
    """Issues on which anybody moved or an offer waits for a condition; the others on demand."""
    found = visit("movement", as_of="2018-06-02")
    court = lines(found.sheets["court"])
    assert list(court) == ["Trade deficit", "US tariffs on Chinese goods", "Steel and aluminium", "EU-US trade deal", "High-tech exports"]
    assert court["Steel and aluminium"][0] == [
        "The US spoke last (31 May 2018); the EU has not answered in the evidence shown.", "31 May 2018, then quiet for 2 days"
    ]  # fmt: skip
    assert court["EU-US trade deal"][0][0].endswith("An offer by the EU waits for the US to act first.")
    assert court["EU-US trade deal"][2] == [
        "An offer by the EU stands if the US first grants a permanent exemption from the metals tariffs",
        "A limit by the EU stands if the metals tariffs still threaten the EU",
    ]
    assert court["Steel and aluminium"][1] == ["31 May 2018, the US moved away from the EU by 1 step (measure: Tariffs apply)."]
    assert court["Trade deficit"][1][0].endswith("Which came last is not known.")
    found.tested.toggle(key="all_courts").set_value(True)
    assert list(lines(found.run().sheets["court"])) == [issue.label for issue in shipped.negotiation.issues]


def test_a_first_date_after_the_one_shown_is_kept_and_said(visit: Open) -> None:
    """Movement is told from the default instead, and the wish comes back with a later date shown."""
    found = visit("movement", as_of="2018-05-02", since="2018-05-31")
    assert "31 May 2018 lies after the date shown, so movement is told from 30 Apr 2018." in found.texts
    found.choose_shown(as_of="2018-06-02")
    assert any(text.startswith("From 31 May 2018 to 2 Jun 2018") for text in found.run().texts)


# One issue over time.


def over_time(visit: Open, issue: str, **address: str) -> Visit:
    return visit("issue", view="Over time", issue=issue, **address)


def test_every_issue_is_shown_over_time(visit: Open, shipped: Dataset) -> None:
    """Each has a figure with its words, or says that nobody had spoken."""
    drawn = 0
    for issue in shipped.negotiation.issues:
        found = over_time(visit, issue.id, as_of="2018-06-02")
        assert found.errors == []
        if "said" in found.sheets:
            assert found.alt.startswith(f"{issue.name} over time.")
            drawn += 1
        else:
            assert "Nothing by the parties shown on this issue by then, in the evidence shown." in found.texts
    assert drawn == 13


def test_every_mark_has_a_row_that_opens_it(visit: Open, shipped: Dataset) -> None:
    """The table beneath the figure holds every statement of the parties shown, newest first, and the events."""
    found = over_time(visit, "trade-deficit", as_of="2018-06-02")
    behind = [one for item in items(found.sheets["said"]) for one in statements_behind(item)]
    known = [one for party in ("us", "china") for one in shipped.statements_of(party, "trade-deficit") if one.day <= date(2018, 6, 2)]
    assert sorted(behind) == sorted(one.id for one in known)
    days = [shipped.statement_by_id[one].day for one in behind]
    assert days == sorted(days, reverse=True)
    assert "China promises to narrow its goods surplus with the United States." in [item["text"] for item in items(found.sheets["said"])]


def test_less_than_the_whole_time_can_be_shown(visit: Open) -> None:
    """The last days alone begin later; the choice stands in the address."""
    whole, last = (over_time(visit, "trade-deficit", as_of="2018-06-02", **more) for more in ({}, {"stretch": "Last 30 days"}))
    first = [min(datetime.strptime(one, "%d %b %Y") for one in found.drawn_words if DAY.fullmatch(one)) for found in (whole, last)]
    assert first[0] < datetime(2018, 5, 1) < first[1]
    # On a wall its words are as large as those of the positions.
    wide = fetched(f"{whole.components['issue']['base']}&theme=light&width=1840&issue=trade-deficit")
    (chart,) = [one["chart"] for one in json.loads(bytes(wide.body))["parts"] if "chart" in one]
    sizes = [size for trace in json.loads(chart["figure"])["data"] for size in trace.get("textfont", {}).get("size", ())]
    assert len(sizes) > 5 and min(sizes) >= 20


def test_nonsense_for_the_view_falls_back(visit: Open) -> None:
    """An unknown view is the first, an unknown stretch the whole time."""
    assert "board" in visit("issue", view="Sideways").sheets
    assert "said" in over_time(visit, "trade-deficit", stretch="For ever").sheets


def test_nobody_having_spoken_is_said(visit: Open, tmp_path: Path) -> None:
    """Without a statement there is a sentence and no figure."""
    found = visit("issue", write_negotiation(tmp_path / "fjords"), view="Over time")
    assert "Nothing by the parties shown on this issue by then, in the evidence shown." in found.texts


def test_courses_of_the_shipped_data(shipped: Dataset) -> None:
    """Between the reports of May and June 2018 four issues moved; between June 2018 and January 2019, of which nothing is known, the tariffs only seem to."""
    parties = [party for party in shipped.negotiation.parties if party.id in shipped.negotiation.shown]
    spring, winter = (
        movement(shipped, parties, since, until, ALL_EVIDENCE)
        for since, until in ((date(2018, 5, 2), date(2018, 6, 2)), (date(2018, 6, 2), date(2019, 1, 23)))
    )
    assert [one.issue.id for one in spring.with_course(*MOVED)] == ["trade-deficit", "us-tariffs", "steel-aluminium", "high-tech-exports"]
    assert [one.issue.id for one in winter.with_course(*MOVED)] == []
    assert [one.issue.id for one in winter.with_course(Course.LOOKS)] == ["us-tariffs"]
