"""The page that brings in a table: off unless it is asked for, shown before it is written, and written into the folder of positions alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st

from parley.dataset import load
from parley.editing import history
from parley.editing.history import versions
from parley.editing.opening import opened
from parley.roundtrip.columns import SHEETS
from parley.roundtrip.rows import all_rows
from parley.views.bring_in import kept as bring_in_kept
from parley.views.bring_in import reading
from parley.views.bring_in import work as bring_in_work
from tests.importing.test_bringing_in import LONG, files
from tests.roundtrip.negotiations import back, put, workbook
from tests.views.conftest import Open, Visit, _read, items, write_negotiation

Edit = Callable[[Path], Visit]


@pytest.fixture
def bring_in(visit: Open, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Open the page on a folder into which it may write."""

    def opened(positions: Path) -> Visit:
        page = visit("bring_in", positions=positions)
        monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
        page.tested.session_state["edit_who"] = "A. Berg"
        return page.run()

    return opened


def paste(page: Visit, cells: str, name: str) -> Visit:
    page.tested.text_area(key="bring_in_cells").set_value(cells)
    page.run()
    page.tested.text_input(key="bring_in_name").set_value(name)
    return page.run()


def told(page: Visit, key: str) -> list[list[str]]:
    return [[item["text"] for item in items({"rows": [row]})] for row in page.sheets[key]["rows"]]


def in_list(page: Visit, key: str = "bring_in_levels_position") -> list[str]:
    return [one["name"] for one in page.components[key]["entries"]]


def test_without_being_asked_for_it_only_says_how(visit: Open, tmp_path: Path) -> None:
    """No field for a file is there."""
    opened = visit("bring_in", positions=write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5")]))
    (said,) = [_read(one.value).replace("\u2060", "") for one in opened.tested.info]
    assert said == "This dashboard only shows. To bring in a table, start it with make run ARGS=--edit, or with -- --edit at the end of the command."
    assert opened.tested.get("file_uploader") == []


def test_pasted_cells_are_shown_and_written_when_that_is_wanted(bring_in: Edit, tmp_path: Path) -> None:
    """Before the press nothing is written; after it the negotiation is there, and the same cells again change nothing."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    before = files(tmp_path / "positions" / "fjords")
    page = paste(bring_in(positions), LONG, "Levy talks")
    assert sorted(one.name for one in positions.iterdir()) == [".parley", "fjords", "seeds"]
    assert told(page, "would_look") == [
        ["Ban", "1 step apart", "Of 3 pairs 3 open; widest: Ghana – Togo, 2 steps apart."], ["Levy", "17.5 to 27.5 points apart", ""],
    ]  # fmt: skip
    assert files(tmp_path / "positions" / "fjords") == before
    page.tested.button(key="bring_in_write").click()
    page.run()
    assert [one.value for one in page.tested.success] == [r"5 statements brought in as Levy talks. [Open it](.?negotiation=levy-talks)"]
    data = load(positions / "levy-talks")
    assert (len(data.statements), data.negotiation.title) == (5, "Levy talks")
    assert [one.who for one in history.versions(positions / "levy-talks")] == ["A. Berg"]
    again = paste(bring_in(positions), LONG, "Levy talks")
    assert "Nothing has changed, and nothing was written." in again.tested.info[-1].value


def test_an_order_that_nothing_tells_is_given(bring_in: Edit, tmp_path: Path) -> None:
    """What cannot be taken is listed, and marked in the user's own table; with the order it is taken."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    page = paste(bring_in(positions), "Country\tPosition\nA\tred\nB\tblue\nC\tblue\n", "Colours")
    assert told(page, "left_out") == [
        [str(row), "Position", cell, "Nothing tells which of the values is more than which.", "Put the levels of 'Position' in order, lowest first, or number them."]
        for row, cell in ((2, "red"), (3, "blue"), (4, "blue"))
    ]  # fmt: skip
    marked = [[item.get("mark", "") for item in items({"rows": [row]})] for row in page.sheets["first_rows"]["rows"]]
    assert marked == [["", "", "blocked"]] * 3
    assert page.errors == ["Nothing of this can be brought in as it is read now."]
    assert in_list(page) == ["red", "blue"]
    missing = "Position has no scale: nothing tells which of its values is more than which. It is left out until they are put in order."
    assert missing in page.texts
    page.tested.session_state["order_of_bring_in_levels_position"] = ("blue", "red")
    page.run()
    assert (in_list(page), missing in page.texts) == (["blue", "red"], False)
    assert told(page, "would_look") == [["Position", "1 step apart", "Of 3 pairs 1 agreed, 2 open; none is wider apart."]]
    assert "left_out" not in page.sheets
    # What is in order already need not be moved; a value that comes later stands behind the one before it.
    again = paste(bring_in(positions), "Country\tPosition\nA\tred\nB\tblue\nC\tblue\n", "Colours")
    again.tested.button(key="bring_in_levels_position_ordered").click()
    again.run()
    assert "left_out" not in again.sheets
    again.tested.text_area(key="bring_in_cells").set_value("Country\tPosition\nA\tred\nD\tgreen\nB\tblue\n")
    again.run()
    assert in_list(again) == ["red", "green", "blue"]


def test_an_issue_without_any_position_comes_in_with_its_words_or_is_left_out(bring_in: Edit, tmp_path: Path) -> None:
    """Once its steps are named nothing is lost; by name it is left out, now and in later editions."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    rows = "A\tLevy\t10\tTen\nB\tLevy\t20\tTwenty\nA\tSunset\t\tIt must end\nB\tSunset\t\tA review first\nB\tReview\t\tSoon\n"
    page = paste(bring_in(positions), f"Country\tIssue\tPosition\tStatement\n{rows}", "Talks")
    mend = "Write in 'Position' where each stands, or name the steps of its scale; or leave 'Sunset' out."
    assert told(page, "left_out")[0] == ["4", "Position", "", "No row has a position on 'Sunset', so it has no scale.", mend]
    page.tested.text_area(key="bring_in_steps_sunset").set_value("Never\n\nAfter a review\nAt a date\n")
    page.tested.multiselect(key="bring_in_out_talks_bare").set_value(["review"])
    page.run()
    assert "left_out" not in page.sheets
    assert "Sunset: Never < After a review < At a date." in page.texts
    page.tested.button(key="bring_in_write").click()
    page.run()
    data = load(positions / "talks")
    assert [one.name for one in data.negotiation.issue_by_id["sunset"].scale.ladder or ()] == ["Never", "After a review", "At a date"]
    assert [(one.says, one.place.not_placeable) for one in data.statements if one.issue == "sunset"] == [
        ("It must end", "The table gives no position here."), ("A review first", "The table gives no position here."),
    ]  # fmt: skip
    assert [one.id for one in data.negotiation.issues] == ["levy", "sunset"]
    again = paste(bring_in(positions), f"Country\tIssue\tPosition\tStatement\n{rows}", "Talks")
    assert "Nothing has changed, and nothing was written." in again.tested.info[-1].value


def test_columns_and_the_same_for_every_row_are_chosen(bring_in: Edit, tmp_path: Path) -> None:
    """What a column holds, who coded it and when it was said; a date that can be read in two ways is asked for again."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    page = paste(bring_in(positions), "Body\tValue\tMore\nA\t1\tx\nB\t3\ty\n", "Talks")
    page.tested.radio(key="bring_in_shape").set_value("long")
    page.run()
    assert page.errors == ["'Talks' has a row per statement only where one column holds the party and another the position."]
    for number, holds in enumerate(("party", "place", "note")):
        page.tested.selectbox(key=f"bring_in_column_{number}").set_value(holds)
    page.run()
    page.tested.text_input(key="bring_in_said").set_value("02/10/2015")
    page.run()
    assert page.errors == ["02/10/2015 is no date that can be read in one way. Write it as 2018-05-02."]
    page.tested.text_input(key="bring_in_said").set_value("2 October 2015")
    page.tested.text_input(key="bring_in_coded_by").set_value("A. Berg")
    page.tested.text_input(key="bring_in_on").set_value("2016")
    page.run()
    page.tested.button(key="bring_in_write").click()
    page.run()
    one = load(positions / "talks").statement("a-position")
    assert (one.said.text, one.attribution, one.note, one.coded.by if one.coded else "") == ("2015-10-02", "expert_coding", "x", "A. Berg")


ASKING = """Who\tIssue\tPosition\tKind
Iceland\tQuota\t20\tdemand
Icelnd\tQuota\t25\toffer
Norway\tQuota\t80\tdemand
Faroes\tQuota\t60\t
Greenland\tQuota\t70\t
"""


def who_wants(page: Visit) -> list[list[str]]:
    return [[f"{item['text']}: {item.get('meta', '')}" for item in items({"rows": [row]})] for row in page.sheets["bring_in_who_wants"]["rows"]]


def test_what_only_somebody_can_tell_is_asked_and_remembered(bring_in: Edit, tmp_path: Path) -> None:
    """Whether two names are one party, what a row without a kind is, and which way each wants; the next edition is known under any name."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    page = paste(bring_in(positions), ASKING, "Fjord talks")
    tested = page.tested
    assert who_wants(page) == [["Quota: ", ": ", ": ", "Iceland, Icelnd, Norway, Faroes and Greenland: the table does not say"]]
    assert [one for one in page.texts if "parties are shown" in one] == [
        "As everywhere at first, 4 of 5 parties are shown: Iceland, Icelnd, Norway and Faroes. The others are chosen under Parties."
    ]
    assert told(page, "would_look")[0][2].startswith("Of 6 pairs ")
    tested.radio(key="bring_in_one_Iceland_Icelnd").set_value("Iceland")
    page.run()
    assert who_wants(page) == [["Quota: ", ": ", "Iceland: a guess from offers and limits", "Norway, Faroes and Greenland: the table does not say"]]
    assert tested.radio(key="bring_in_blank_kinds").label == "Kind is empty in 2 rows (5 and 6)"
    tested.radio(key="bring_in_blank_kinds").set_value("left_out")
    page.run()
    assert [row[:3] for row in told(page, "left_out")] == [["5", "Kind", ""], ["6", "Kind", ""]]
    tested.radio(key="bring_in_blank_kinds").set_value("taken")
    tested.radio(key="bring_in_ways_fjord-talks_rule").set_value("middle")
    page.run()
    tested.selectbox(key="bring_in_ways_fjord-talks_quota_faroes").set_value("target")
    page.run()
    assert who_wants(page) == [
        [
            "Quota: ",
            "Norway and Greenland: a guess: above or below the middle",
            "Iceland: a guess from offers and limits",
            "Faroes: chosen here",
        ]
    ]
    tested.button(key="bring_in_write").click()
    page.run()
    ways = load(positions / "fjord-talks").negotiation.issues[0].directions
    assert ways == {"iceland": "down", "norway": "up", "faroes": "target", "greenland": "up"}
    again = bring_in(positions)
    again.tested.text_area(key="bring_in_cells").set_value(ASKING.replace("20\tdemand", "22\tdemand"))
    again.run()
    assert again.tested.text_input(key="bring_in_name").value == "Fjord talks"
    assert _read(again.tested.info[0].value).startswith("Read as Fjord talks was before, by fjord-talks/import/mapping.yaml: ")
    assert who_wants(again) == [
        [
            "Quota: ",
            "Norway and Greenland: a guess: above or below the middle",
            "Iceland: a guess from offers and limits",
            "Faroes: chosen here",
        ]
    ]
    assert "0 new, 1 changed, 0 gone" in " ".join(again.texts)
    again.tested.text_area(key="bring_in_cells").set_value(f"{ASKING}Greenland\tQuota\tca. 72\toffer\n")
    again.run()
    assert _read(again.tested.radio(key="bring_in_signs").label) == "In 1 cell a sign stands beside the number: ca. (1)"
    assert [row[2] for row in told(again, "left_out")] == ["ca. 72"]
    again.tested.radio(key="bring_in_signs").set_value("read")
    again.run()
    assert "1 new, 0 changed, 0 gone" in " ".join(again.texts)
    again.tested.button(key="bring_in_write").click()
    again.run()
    assert "signs: read" in (positions / "fjord-talks" / "import" / "mapping.yaml").read_text(encoding="utf-8")


def test_the_next_edition_is_asked_what_is_new_in_it(bring_in: Edit, tmp_path: Path) -> None:
    """Which of it is not wanted, and whether it is what was there; who has become part of another is taken out when that is asked for."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    page = paste(bring_in(positions), "Country\tLevy\tBan\nIceland\t20\tyes\nIcelnd\t10\tno\nNorway\t80\tno\n", "Fjord talks")
    assert "bring_in_out_fjord-talks_parties" not in [one.key for one in page.tested.multiselect]
    page.tested.button(key="bring_in_write").click()
    page.run()
    more = "Country\tLevi\tBan\tFee\nIceland\t20\tyes\t1\nIcelnd\t10\tno\t2\nNorwai\t80\tno\t7\nMalta\t90\tyes\t9\n"
    page = paste(bring_in(positions), more, "Fjord talks")
    tested = page.tested
    assert [one for one in page.texts if one.startswith("New ")] == ["New parties: Norwai and Malta.", "New issues: Levi and Fee."]
    assert [one.options for one in tested.multiselect[:2]] == [["Norwai", "Malta"], ["Levi", "Fee"]]
    tested.multiselect(key="bring_in_out_fjord-talks_parties").set_value(["malta"])
    tested.radio(key="bring_in_one_Iceland_Icelnd").set_value("Iceland")
    norway, levy = tested.radio(key="bring_in_one_Norway_Norwai"), tested.radio(key="bring_in_one_Levy_Levi")
    assert (levy.label, norway.options, levy.options) == ("Are Levy and Levi one issue?", ["Two", "One, called Norway"], ["Two", "One, called Levy"])
    norway.set_value("Norway")
    levy.set_value("Levy")
    page.run()
    assert "left_out" not in page.sheets
    assert [row[0] for row in who_wants(page)] == ["Levy: ", "Ban: ", "Fee: "]
    assert "Icelnd is read as Iceland now; nothing refers to it, and it stays among the parties." in page.texts
    tested.checkbox(key="bring_in_out_fjord-talks").check()
    page.run()
    assert "Icelnd is read as Iceland now; nothing else refers to it, and it is taken out of the parties." in page.texts
    tested.button(key="bring_in_write").click()
    page.run()
    data = load(positions / "fjord-talks")
    assert [one.id for one in data.negotiation.parties] == ["iceland", "norway"]
    assert {one.id for one in data.statements} == {
        "iceland-levy", "iceland-levy-2", "iceland-ban", "iceland-ban-2", "iceland-fee", "iceland-fee-2", "norway-levy", "norway-ban", "norway-fee",
    }  # fmt: skip
    again = paste(bring_in(positions), more, "Fjord talks")
    assert again.tested.multiselect(key="bring_in_out_fjord-talks_parties").value == ["malta"]
    assert "Nothing has changed, and nothing was written." in again.tested.info[-1].value


def kept_files(positions: Path) -> list[Path]:
    return [*(positions / ".parley" / "drafts").iterdir()]


def test_a_page_loaded_anew_shows_what_was_brought_and_chosen(bring_in: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever brought it and nobody else, with no step lost, until it is discarded or written; nothing of it is left then."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    who = ["one"]
    monkeypatch.setattr(bring_in_kept, "_owner", lambda: who[0])
    page = bring_in(positions)
    table = ("Talks.csv", "Country;Colour;Levy\nA;red;10\nB;blue;20\nC;blue;30\n".encode("utf-16"), "text/csv")
    page.tested.file_uploader(key="bring_in_file").set_value([table])
    page.run()
    page.tested.text_input(key="bring_in_name").set_value("My talks")
    page.tested.session_state["order_of_bring_in_levels_colour"] = ("blue", "red")
    page.run()
    page.tested.selectbox(key="bring_in_ways_my-talks_levy_a").set_value("up")
    page.tested.text_input(key="bring_in_said").set_value("2 October 2015")
    page.run()
    looks, wants = told(page, "would_look"), who_wants(page)
    assert (len(looks), wants[1][1]) == (2, "A: chosen here")
    who[0] = "another"
    other = bring_in(positions)
    other.tested.file_uploader(key="bring_in_file").set_value([("a.pdf", b"%PDF-1.7", "application/pdf")])
    other.run()
    assert [one.partition(". ")[0] for one in other.errors] == ["'a.pdf' is a document, and no table"]
    assert len(kept_files(positions)) == 2  # and it is not kept
    other = bring_in(positions)
    assert other.tested.file_uploader(key="bring_in_file").value == []
    assert "would_look" not in other.sheets
    who[0] = "one"
    again = bring_in(positions)
    assert "Read again as you handed it in: Talks.csv. To hand in another, discard the draft." in again.texts
    assert (again.tested.text_input(key="bring_in_name").value, in_list(again, "bring_in_levels_colour")) == ("My talks", ["blue", "red"])
    assert (told(again, "would_look"), who_wants(again)) == (looks, wants)
    again.tested.button(key="bring_in_kept_discard").click()
    again.run()
    assert again.tested.text_area(key="bring_in_cells").value == ""
    assert "would_look" not in again.sheets
    assert kept_files(positions) == []
    again.tested.file_uploader(key="bring_in_file_1").set_value([table])
    again.run()
    assert again.tested.text_input(key="bring_in_name").value == "Talks"
    assert len(kept_files(positions)) == 2
    last = bring_in(positions)
    last.tested.button(key="bring_in_write").click()
    last.run()
    assert [one.value.startswith("3 statements brought in as Talks.") for one in last.tested.success] == [True]
    last.run()
    assert kept_files(positions) == []
    assert load(positions / "talks").negotiation.issues[0].name == "Levy"


def test_of_many_parties_several_are_told_at_once(bring_in: Edit, tmp_path: Path) -> None:
    """Which way they want, on some issues or on all; it can be taken back."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    rows = "".join(f"Isle {number}\t{number}\t{100 - number}\n" for number in range(13))
    page = paste(bring_in(positions), f"Country\tLevy\tQuota\n{rows}", "Many")

    def choose(way: str, issues: list[str]) -> None:
        for name, chosen in (("parties", ["isle-0", "isle-1"]), ("issues", issues)):
            page.tested.multiselect(key=f"bring_in_ways_many_{name}").set_value(chosen)
        page.tested.selectbox(key="bring_in_ways_many_way").set_value(way)
        page.run()
        page.tested.button(key="bring_in_ways_many_take").click()
        page.run()

    choose("up", [])
    choose("down", ["quota"])
    rest = "Isle 2, Isle 3, Isle 4, Isle 5, Isle 6 and 6 more: the table does not say"
    assert who_wants(page) == [["Levy: ", "Isle 0 and Isle 1: chosen here", ": ", rest], ["Quota: ", ": ", "Isle 0 and Isle 1: chosen here", rest]]
    choose("", ["levy"])
    assert who_wants(page)[0] == ["Levy: ", ": ", ": ", "Isle 0, Isle 1, Isle 2, Isle 3, Isle 4 and 8 more: the table does not say"]


def test_a_name_leads_out_of_no_folder(bring_in: Edit, tmp_path: Path) -> None:
    """Whatever is written there becomes a word of letters, digits and hyphens."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    page = paste(bring_in(positions), LONG, "../../CON: <b>x</b>")
    page.tested.button(key="bring_in_write").click()
    page.run()
    assert sorted(one.name for one in positions.iterdir() if one.is_dir()) == [".parley", "con-b-x-b", "fjords", "seeds"]
    assert [one.name for one in tmp_path.iterdir()] == ["positions"]


SECTIONS = "#A;a;Aland\n#A;b;Beland\n#P;levy;Levy\n#M;levy;0;none\n#M;levy;100;all\n#D;a;levy;20\n#D;b;levy;70\n#D;c;levy;70\n"


def test_what_the_sheets_list_is_shown_and_chosen(bring_in: Edit, tmp_path: Path) -> None:
    """What joins nothing is told with its sheet; without one sheet of statements nothing is read."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    page = paste(bring_in(positions), SECTIONS, "Model")
    assert [one.value for one in page.tested.selectbox if "lists" in (one.key or "")] == ["parties", "issues", "levels", "statements"]
    assert told(page, "would_look") == [["Levy", "50 points apart", ""]]
    assert told(page, "left_out") == [["8", "party", "c", "There is no party 'c' in the sheet 'Actors'.", "There is: Aland, Beland.", "Positions"]]
    page.tested.selectbox(key="bring_in_list_Levels_levels_2").set_value("nothing")
    page.run()
    assert {row[1] for row in told(page, "left_out")} == {"", "party"}
    page.tested.selectbox(key="bring_in_list_Levels_levels_2").set_value("name")
    page.tested.selectbox(key="bring_in_lists_0").set_value("nothing")
    page.run()
    assert told(page, "would_look") == [["Levy", "50 points apart", "Of 3 pairs 1 agreed, 2 open; none is wider apart."]]
    page.tested.selectbox(key="bring_in_lists_3").set_value("nothing")
    page.run()
    assert "Choose the one sheet that holds the statements." in [one.value for one in page.tested.info]
    assert "would_look" not in page.sheets


def test_that_there_are_no_heads_is_chosen(bring_in: Edit, tmp_path: Path) -> None:
    """The first row is then a row like the others."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    page = paste(bring_in(positions), "Reds\tlow\nBlues\tmedium\nGreens\thigh\n", "Talks")
    assert len(told(page, "first_rows")) == 2
    page.tested.number_input(key="bring_in_head_row").set_value(0)
    page.run()
    assert [row[1:] for row in told(page, "first_rows")] == [["Reds", "low"], ["Blues", "medium"], ["Greens", "high"]]
    assert told(page, "would_look") == [["Position", "1 step apart", "Of 3 pairs 3 open; widest: Reds – Greens, 2 steps apart."]]


def test_long_work_is_stopped_and_goes_on(bring_in: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops it is told that nothing was written; what was worked out once is not worked out again."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    rows = "".join(f"Q{number},{number}\n" for number in range(30))
    monkeypatch.setattr(bring_in_work, "LONG", 20)
    asked: list[int] = []
    real = bring_in_work.change_of
    monkeypatch.setattr(bring_in_work, "change_of", lambda *given, **more: asked.append(1) or real(*given, **more))
    page = paste(bring_in(positions), f"Country,Position\n{rows}", "Talks")
    assert len(told(page, "would_look")) == 1
    page.run()
    assert asked == [1]
    monkeypatch.setattr(bring_in_work, "change_of", stopping)
    again = paste(bring_in(positions), f"Country,Position\n{rows}Q30,30\n", "Talks")
    assert "would_look" not in again.sheets
    assert [one.value for one in again.tested.info] == ["Stopped. Nothing was written."]
    monkeypatch.setattr(bring_in_work, "change_of", real)
    again.tested.button(key="bring_in_held_go_on").click()
    again.run()
    assert len(told(again, "would_look")) == 1


def stopping(*_: object, **__: object) -> None:
    """Do what a press of the button does while the work goes on."""
    st.session_state["bring_in_stopped"] = st.session_state["bring_in_asked"]
    st.rerun()


def test_an_edited_workbook_is_shown_and_saved(bring_in: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what is not taken, and what is to become of rows that are gone; saved under the name of whoever says who saves."""
    positions = write_negotiation(
        tmp_path / "positions" / "fjords", [("northland", "demand", "r5"), ("southmark", "demand", "r1"), ("southmark", "offer", "r2")]
    )
    folder = positions / "fjords"
    talks = opened(folder)
    book, rows = workbook(talks), all_rows(talks)["statement"]
    put(book, "statement", rows[0].id, "note", "New.")
    put(book, "statement", rows[1].id, "said", "02/03/2025")
    book[SHEETS["statement"]].delete_rows(4)
    read = back(book)
    monkeypatch.setattr(reading, "book_in", lambda *_: read)
    page = bring_in(positions)
    page.tested.session_state["edit_who"] = ""
    page.tested.text_area(key="bring_in_cells").set_value("any")
    page.run()
    shown = [_read(one.value).replace("\u2060", "") for one in page.tested.markdown]
    assert "1 record changed, 0 added, 0 taken out, 1 cell not taken." in shown
    assert told(page, "left_out") == [
        ["3", "Said on", "02/03/2025", "It is no date that can be read in one way.", "Write it as 2018-05-02.", "statements"]
    ]
    assert page.tested.button(key="bring_in_edits_save").disabled
    page.tested.radio(key="bring_in_edits_gone").set_value("gone_remove")
    page.tested.text_input(key="edit_name").set_value("A. Berg")
    page.run()
    page.tested.button(key="bring_in_edits_save").click()
    page.run()
    assert [_read(one.value).startswith("Saved: ") for one in page.tested.success] == [True]
    data = load(folder)
    assert (data.statement(rows[0].id).note, [one.id for one in data.statements]) == ("New.", [rows[0].id, rows[1].id])
    assert next(one.who for one in versions(folder)) == "A. Berg"
