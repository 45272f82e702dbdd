"""Several sheets that belong together: what each lists is known by its heads, joined by ids or names, and what joins nothing is told."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from parley.__main__ import main
from parley.checks import check
from parley.dataset import load
from parley.handed_in import TableError
from parley.importing.drafted import BadCell, Drafted
from parley.importing.heads import part_of
from parley.importing.newcomers import newcomers, with_newcomers
from parley.importing.sheets import Sheet
from parley.importing.whole import Workbook, begun, sheets_of
from parley.telling.bringing_in import not_taken
from parley.words import say
from tests.importing.test_bringing_in import TODAY, files, held
from tests.making import replaced

Cells = dict[str, list[list[Any]]]
TALKS: Cells = {
    "Statements": [
        ["statement_id", "source_id", "issue", "level", "date", "text"],
        ["s1", "d1", "cap", 1, "2024-11-02", "Rejects a cap."],
        ["s2", "d1", "cap", 3, "2024-11-03", "Wants a cap."],
        ["s3", "d2", "fund", 2, "2024-11-04", ""],
    ],
    "Links": [["statement_id", "country"], ["s1", "SAU"], ["s2", "RWA"], ["s2", "Peru"], ["s3", "PER"]],
    "Countries": [["iso3", "country", "group"], ["SAU", "Saudi Arabia", ""], ["RWA", "Rwanda", "Ambitious"], ["PER", "Peru", "Ambitious"]],
    "Sources": [["id", "title", "date", "url"], ["d1", "Second session", "2024-11-05", "https://example.org/1"], ["d2", "Submission", "2024-11", ""]],
    "Issues": [["id", "name", "question"], ["cap", "Production cap", "Should production be capped?"], ["fund", "Fund", ""]],
    "Codebook": [
        ["issue", "level", "label"], ["cap", 2, "Voluntary"], ["cap", 1, "No cap"], ["cap", 3, "Binding"], ["Fund", 1, "None"], ["Fund", 2, "New"],
    ],
    "Events": [["date", "event", "source"], ["2024-11-01", "Session opens", "Second session"]],
}  # fmt: skip


def book(cells: Cells) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as written:
        for name, rows in cells.items():
            sheet = written.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return made.getvalue()


def read(cells: Cells) -> Workbook:
    return begun(sheets_of([(book(cells), "talks.xlsx")]), "talks.xlsx", "Talks", "talks")


def drafted(cells: Cells) -> Drafted:
    return read(cells).drafted()


def with_rows(**more: list[list[Any]]) -> Cells:
    return {name: rows + more.get(name, []) for name, rows in TALKS.items()}


def test_a_workbook_of_many_sheets_gives_positions(tmp_path: Path) -> None:
    """Each sheet is known by its name and heads; a statement of two parties is one; numbers of levels become steps in their order."""
    (tmp_path / "talks.xlsx").write_bytes(book(TALKS))
    target = tmp_path / "positions" / "talks"
    assert main(["import", str(tmp_path / "talks.xlsx"), "--to", str(target), "--yes"], TODAY) == 0
    data = load(target)
    assert (data.left_out, [one.what for one in check(data, None, TODAY)]) == ((), [])
    assert held(data) == {"s1": "no-cap", "s2--per": "binding", "s2--rwa": "binding", "s3": "new"}
    negotiation = data.negotiation
    assert [(one.id, one.name) for one in negotiation.parties] == [("sau", "Saudi Arabia"), ("rwa", "Rwanda"), ("per", "Peru")]
    assert [(one.name, one.members) for one in negotiation.blocs] == [("Ambitious", ("rwa", "per"))]
    assert [(one.name, one.question, [rung.name for rung in one.scale.ladder or ()]) for one in negotiation.issues] == [
        ("Production cap", "Should production be capped?", ["No cap", "Voluntary", "Binding"]), ("Fund", "", ["None", "New"]),
    ]  # fmt: skip
    assert [(one.date.text, one.what, one.source) for one in negotiation.events] == [("2024-11-01", "Session opens", "second-session")]
    assert [(key, one.title, one.issued.text, one.url) for key, one in data.sources.items()] == [
        ("second-session", "Second session", "2024-11-05", "https://example.org/1"), ("submission", "Submission", "2024-11", None),
    ]  # fmt: skip
    before = files(tmp_path)
    assert main(["import", str(tmp_path / "talks.xlsx"), "--to", str(target), "--yes"], TODAY) == 0
    assert files(tmp_path) == before


def test_several_files_are_joined_as_several_sheets_are(tmp_path: Path) -> None:
    """Each is called by the name of its file."""
    for name, rows in TALKS.items():
        (tmp_path / f"{name.lower()}.csv").write_text("\n".join(";".join(map(str, row)) for row in rows), encoding="utf-8")
    given = [str(tmp_path / f"{name.lower()}.csv") for name in TALKS]
    assert main(["import", *given, "--to", str(tmp_path / "positions" / "talks"), "--yes"], TODAY) == 0
    assert sorted(held(load(tmp_path / "positions" / "talks"))) == ["s1", "s2--per", "s2--rwa", "s3"]


def test_what_joins_nothing_is_told_by_sheet_row_and_column() -> None:
    """With what may have been meant; all else comes in."""
    found = drafted(
        with_rows(
            Statements=[["s4", "d9", "cap", 1, "", ""], ["s5", "d1", "fund", 4, "", ""], ["s6", "d1", "cap", 2, "", ""]],
            Links=[["s4", "SAU"], ["s5", "SAU"], ["s9", "SAU"], ["s1", "Ruanda"]],
            Countries=[["PRU", "Peru", ""]],
            Sources=[["d3", "Third", "02/10/2024", "example.org"]],
            Issues=[["ban", "Ban", ""]],
            Codebook=[["cup", 1, "x"], ["fund", 2, "Newer"]],
            Events=[["soon", "Closing", "d1"], ["2024-12-01", "Closing", "d9"]],
        )
    )
    assert [one["id"] for one in found.entries] == ["s1", "s2", "s3"]
    parties, sources = "There is: Peru, Rwanda, Saudi Arabia.", "There is: Second session, Submission, Third."
    assert sorted(found.bad) == sorted([
        BadCell(5, "country", "Peru", "It stands in row 4 already.", "Take one of the two rows out, or give it another name.", "Countries"),
        BadCell(4, "id", "ban", "No statement is on this issue, so it is left out.", "", "Issues"),
        BadCell(7, "issue", "cup", "No statement is on an issue 'cup'.", "There is: Fund, Production cap.", "Codebook"),
        BadCell(8, "level", "2", "The level stands in row 6 already.", "Take one of the two rows out.", "Codebook"),
        BadCell(4, "date", "02/10/2024", "It is no date that can be read in one way.", "Write it as 2018-05-02.", "Sources"),
        BadCell(4, "url", "example.org", "It is no address of a page.", "Write it as https://example.org/page.", "Sources"),
        BadCell(8, "statement_id", "s9", "There is no statement 's9' in the sheet 'Statements'.", "There is: s1, s2, s3, s4, s5, s6.", "Links"),
        BadCell(9, "country", "Ruanda", "There is no party 'Ruanda'.", "Did you mean 'Rwanda'?", "Links"),
        BadCell(3, "date", "soon", "It is no date that can be read in one way.", "Write it as 2018-05-02.", "Events"),
        BadCell(4, "source", "d9", "No document that is listed tells of it.", sources, "Events"),
        BadCell(5, "source_id", "d9", "There is no document 'd9' in the sheet 'Sources'.", sources, "Statements"),
        BadCell(6, "level", "4", "It is no level of 'Fund'.", "There is: New, None.", "Statements"),
        BadCell(7, "statement_id", "s6", "No row of the sheet 'Links' says whose statement it is.", "Add one.", "Statements"),
    ])  # fmt: skip
    assert parties not in [one.mend for one in found.bad]


def test_the_next_edition_brings_in_what_its_lists_name_anew(tmp_path: Path) -> None:
    """A party, a document and an event more; a name that somebody has mended stays."""
    target = tmp_path / "positions" / "talks"
    for more in ({}, {"Statements": [["s4", "d3", "cap", 2, "", ""]], "Links": [["s4", "FJI"]], "Countries": [["FJI", "Fiji", "Ambitious"]],
                      "Sources": [["d3", "Third", "", ""]], "Events": [["2024-12-01", "Session closes", "d3"]]}):  # fmt: skip
        (tmp_path / "talks.xlsx").write_bytes(book(with_rows(**more)))
        assert main(["import", str(tmp_path / "talks.xlsx"), "--to", str(target), "--yes"], TODAY) == 0
        if not more:
            replaced(target / "import" / "mapping.yaml", "name: Saudi Arabia", "name: The Kingdom")
            replaced(target / "negotiation.yaml", "name: Saudi Arabia", "name: The Kingdom")
    data = load(target)
    assert [one.name for one in data.negotiation.parties] == ["The Kingdom", "Rwanda", "Peru", "Fiji"]
    assert data.negotiation.blocs[0].members == ("rwa", "per", "fji")
    assert [one.id for one in data.negotiation.events] == ["session-opens", "session-closes"]
    assert held(data)["s4"] == "voluntary"


def sheet(name: str, *rows: str) -> Sheet:
    return Sheet(name, tuple(tuple(row.split(",")) for row in rows), "")


@pytest.mark.parametrize(
    ("given", "lists"),
    [
        (sheet("Sheet2", "code,country,bloc", "A,Aland,x", "B,Beland,x"), "parties"),
        (sheet("Sheet2", "Title,Date,URL", "One,2024,x", "Two,2024,y"), "sources"),
        (sheet("Sheet2", "Issue,Question,Unit,Min,Max", "Levy,How much?,%,0,50"), "issues"),
        (sheet("Sheet2", "Issue,Level,Label", "Levy,1,none", "Levy,2,some"), "levels"),
        (sheet("Sheet2", "Date,Event", "2024-01-01,Opening"), "events"),
        (sheet("Sheet2", "Statement,Country", "s1,A", "s2,B"), "links"),
        (sheet("Sheet2", "Country,Issue,Position", "A,Levy,1", "B,Levy,2"), None),
        (sheet("Sheet2", "Country,Levy,Ban", "A,1,yes", "B,2,no"), None),
        (sheet("Answers", "Number,Label", "1,none", "2,some"), "levels"),
        (sheet("Levels", "Issue,Rung,Meaning", "Quota,None,Nobody fishes.", "Quota,All,No limit."), "levels"),
        (sheet("Scale", "Issue,Position,Order", "Quota,All,2", "Quota,None,1"), "levels"),
        (sheet("Sheet2", "Issue,Rung,Meaning", "Quota,None,Nobody fishes.", "Quota,All,No limit."), None),
        (sheet("Sources", "Id,Title", "S1,Gazette"), "sources"),
        (sheet("Parties", "Who,Wants", "A,more"), "parties"),
        (sheet("Positions", "Who,Issue,Step", "A,Quota,All", "B,Quota,None"), None),
        (sheet("Sheet2", "just words,and more", "a,b"), None),
    ],
)
def test_a_list_is_known_by_its_heads(given: Sheet, lists: str | None) -> None:
    """Or by its sheet's name, where its heads could be those of several; what holds positions of parties is none."""
    found = part_of(given)
    assert (found.lists if found else None) == lists


def test_units_and_ends_stand_in_a_sheet_of_issues() -> None:
    """And what lies outside them is told."""
    found = drafted({
        "Positions": [["Country", "Issue", "Position"], ["A", "Levy", 5], ["B", "Levy", 60]],
        "Issues": [["Issue", "Question", "Unit", "Min", "Max"], ["Levy", "How much?", "%", 0, 50]],
    })  # fmt: skip
    (issue,) = found.mapping.issues
    assert issue.quantity is not None
    assert (issue.question, issue.quantity.unit, issue.quantity.gap_unit, issue.quantity.bottom, issue.quantity.top) == (
        "How much?",
        "%",
        "points",
        0,
        50,
    )
    assert [one["place"] for one in found.entries] == [{"at": "5"}]
    assert [(one.value, one.why, one.sheet) for one in found.bad] == [("60", "It lies outside the scale, which runs from 0 to 50.", "Positions")]


def test_levels_for_all_issues_name_the_codes_of_a_wide_table() -> None:
    """Whatever sheet of remarks stands beside it."""
    found = drafted({
        "Sheet1": [["Country", "Ban", "Fund"], ["A", 1, 3], ["B", 2, 4]],
        "Codebook": [["Code", "Meaning"], [3, "wholly"], [1, "not at all"], [2, "partly"]],
        "Remarks": [["Coded in May."], ["By two people."]],
    })  # fmt: skip
    assert found.mapping.sheet == "Sheet1"
    assert [[level.name for level in one.levels] for one in found.mapping.issues] == [["not at all", "partly", "wholly"]] * 2
    assert [(one["party"], one["issue"], one["place"]["at"]) for one in found.entries] == [
        ("a", "ban", "not-at-all"), ("a", "fund", "wholly"), ("b", "ban", "partly"),
    ]  # fmt: skip
    assert [(one.row, one.column, one.value, one.why) for one in found.bad] == [(3, "Fund", "4", "It is no level of 'Fund'.")]


HAND_MADE: Cells = {
    "Positions": [["Who", "Issue", "Step"], ["Norway", "Quota", "Half"], ["Iceland", "Quota", "None"], ["Iceland", "Ban", "?"], ["Norway", "Fee", "some"]],
    "Levels": [
        ["Issue", "Rung", "Meaning"], ["Quota", "None", "Nobody fishes."], ["Quota", "Half", ""], ["Quota", "All", "No limit."], ["Fee", "some", ""],
    ],
    "Parties": [["Country", "Short"], ["Norway", "NO"], ["Iceland", "IS"]],
    "Scales": [["Half", "None"], ["Long", "Short"], ["More", "Less"]],
}  # fmt: skip


def test_a_workbook_made_by_hand_is_known_by_its_words() -> None:
    """Who, step, rung; levels without numbers stand in their order, with what they mean; an issue without a scale is told and breaks nothing."""
    found = drafted(HAND_MADE)
    quota, *_ = found.mapping.issues
    assert [(one.name, one.means) for one in quota.levels] == [("None", "Nobody fishes."), ("Half", None), ("All", "No limit.")]
    assert [(one["party"], one["place"]["at"]) for one in found.entries] == [("norway", "half"), ("iceland", "none")]
    assert sorted(found.bad) == [
        BadCell(
            4, "Step", "?", "No row has a position on 'Ban', so it has no scale.",
            "Write in 'Step' where each stands, or name the steps of its scale; or leave 'Ban' out.", "Positions",
        ),
        BadCell(5, "Rung", "some", "It is the only level of 'Fee', and a scale has two or more.", "Add a row for each other one.", "Levels"),
        BadCell(
            5, "Step", "some", "Nothing tells which of the values is more than which.", "Put the levels of 'Fee' in order, lowest first, or number them.", "Positions",
        ),
    ]  # fmt: skip
    book = read(HAND_MADE)
    assert [say(one) for one in not_taken(book.sheets, book.mapping, book.sheet)] == ["Nothing of these sheets is taken: Scales."]


ACROSS: Cells = {
    "Positions": [["Country", "Levy", "Ban", "Deal"], ["Iceland", 10, "some day", 3], ["Norway", 35, "never", "talks"], ["Faroes", 20, "today", "full"]],
    "Sheet2": [["Our scales"], ["Step", "Ban", "Deal"], [0, "never", "none"], [1, "some day", "talks"], [2, "today", "limited"], [3, "", "full"]],
}  # fmt: skip


def test_a_sheet_of_levels_may_have_a_column_for_each_issue() -> None:
    """In their order, with or without numbers; in the next edition a column more is one more issue's, and one put between moves none."""
    found = drafted(ACROSS)
    assert [[one.name for one in issue.levels] for issue in found.mapping.issues] == [
        [],
        ["never", "some day", "today"],
        ["none", "talks", "limited", "full"],
    ]
    assert ([one["place"]["at"] for one in found.entries], found.bad) == (
        ["10", "some-day", "full", "35", "never", "talks", "20", "today", "full"],
        (),
    )
    words = [row if row[0] != "Iceland" else [*row[:3], "full"] for row in ACROSS["Positions"]]
    bare = drafted({"Positions": words, "Scales": [row[1:] for row in ACROSS["Sheet2"][1:]]})
    assert [[one.name for one in issue.levels] for issue in bare.mapping.issues[1:]] == [
        ["never", "some day", "today"],
        ["none", "talks", "limited", "full"],
    ]
    table, steps = ACROSS["Positions"], ACROSS["Sheet2"]
    more: Cells = {
        "Positions": [[*table[0], "Form"], *([*row, form] for row, form in zip(table[1:], ("loose", "tight", "loose"), strict=True))],
        "Sheet2": [steps[0], ["Step", "Form", "Ban", "Deal"], *([row[0], form, *row[1:]] for row, form in zip(steps[2:], ("loose", "tight", "", ""), strict=True))],
    }  # fmt: skip
    work = begun(sheets_of([(book(more), "talks.xlsx")]), "talks.xlsx", "Talks", "talks", kept=found.mapping)
    again = work.with_mapping(with_newcomers(work.mapping, newcomers(work))).drafted()
    assert again.mapping.issues[:3] == found.mapping.issues
    assert ([one.name for one in again.mapping.issues[3].levels], again.bad) == (["loose", "tight"], ())


def test_what_the_files_would_refuse_is_told_by_its_place_in_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Never by that of the copy in which it was tried, which nobody has seen; what is wrong with the folder's own files, by those."""
    made, target, mapping = tmp_path / "talks.xlsx", tmp_path / "positions" / "talks", tmp_path / "mapping.yaml"
    made.write_bytes(book({name: HAND_MADE[name] for name in ("Positions", "Parties")}))
    command = ["import", str(made), "--to", str(target)]
    assert main([*command, "--write-map", str(mapping)], TODAY) == 0
    text = mapping.read_text(encoding="utf-8")
    one = "- id: quota\n  name: Quota\n  cells: [Quota]\n"
    assert one in text
    level = "  levels: [{id: half, name: Half, cells: [Half]}]\n"
    mapping.write_text(text.replace(one, one + level), encoding="utf-8")
    assert main([*command, "--yes", "--map", str(mapping)], TODAY) == 1
    assert capsys.readouterr().err == "Sheet 'Positions', row 2, column 'Step', 'quota': A ladder needs at least two rungs.\n"
    mapping.write_text(text.replace(one, one + level.replace("]}]", "]}, {id: none, name: None, cells: [None]}]")), encoding="utf-8")
    assert main([*command, "--yes", "--map", str(mapping)], TODAY) == 0
    (target / "more.yaml").write_text("party: norway\nstatements:\n- {id: mine, issue: quota, kind: demand, place: {at: halv}}\n", encoding="utf-8")
    replaced(target / "negotiation.yaml", "issues:\n", "requires: [says]\nissues:\n")
    made.write_bytes(book({"Positions": [*HAND_MADE["Positions"], ["Norway", "Quota", "None"]], "Parties": HAND_MADE["Parties"]}))
    capsys.readouterr()
    assert main([*command, "--yes"], TODAY) == 0
    told = capsys.readouterr().err
    assert f"{target / 'more.yaml'}:3:" in told
    assert "Left out, Positions, Step: row 2 norway-quota, row 3 iceland-quota, row 6 norway-quota-2. " in told
    assert "parley-" not in told


def test_two_sheets_that_could_hold_the_statements_are_asked_about() -> None:
    """Nobody guesses which; named, the one is taken."""
    rows = [["Country", "Position"], ["A", 1], ["B", 2]]
    sheets = sheets_of([(book({"First": rows, "Second": rows}), "talks.xlsx")])
    with pytest.raises(TableError, match=r"'talks.xlsx' has several sheets. Name one with '--sheet'. There is: First, Second."):
        begun(sheets, "talks.xlsx", "Talks", "talks")
    assert begun(sheets, "talks.xlsx", "Talks", "talks", asked="Second").sheet.name == "Second"
