"""Tables as people keep them: numbered rows, a chapter before the issue, notes right beneath, initials for names, heads in whole phrases."""

from __future__ import annotations

import pytest

from parley.importing.drafted import Drafted
from parley.importing.naming import alike, spellings, title_of
from parley.importing.whole import Workbook, begun, sheets_of

NUMBERED = """City toll,,,,
No.,Chapter,Issue,Council,Traders,Comments
1,Money,Toll (EUR),5,"0,5",
2,,Start (year),2027,2029,press release
3.,Rules,Exemption,partial,full,
,,,,,
Source: interviews,,,,,
"""
PHRASES = """Country / group;Topic;Their ask (% cut by 2040);What they offer (%);Time limit;Where from
European Union;Cap;40;30;2040;Plenary
EU;Cap;30 %;;2040;Plenary
"""


def read(*texts: str) -> tuple[Workbook, Drafted]:
    """Return tables and what comes of them."""
    files = [(text.encode(), f"table{number or ''}.csv") for number, text in enumerate(texts)]
    book = begun(sheets_of(files), "table.csv", "Talks", "talks")
    return book, book.drafted()


def test_what_stands_before_the_issue_counts_it_or_is_its_heading() -> None:
    """Rows keep the numbers that they have in the file; a nought before the comma tells that it is a decimal one."""
    book, found = read(NUMBERED)
    mapping = book.mapping
    assert (mapping.shape, [one.name for one in mapping.parties]) == ("issues_down", ["Council", "Traders"])
    assert [(one.name, one.group) for one in mapping.issues] == [("Toll", "Money"), ("Start", "Money"), ("Exemption", "Rules")]
    assert mapping.issues_left_out == ("Source: interviews",)
    assert [one["place"]["at"] for one in found.entries] == ["5", "0.5", "2027", "2029", "partial", "full"]
    assert [(one.row, one.column) for one in found.spots[-2:]] == [(5, "Council"), (5, "Traders")]
    start = mapping.issues[1].quantity
    assert start and (start.unit, start.gap_unit) == ("year", "years")


def test_what_stands_before_the_party_is_its_bloc() -> None:
    """A number beside it is none; a column of the same names as the parties is one of them."""
    book, _ = read("#,Bloc,Country,Quota,Fee\n1,G77,Ghana,1,2\n2,,Togo,2,3\n3,Umbrella,Japan,4,5\n")
    assert [(one.name, one.bloc) for one in book.mapping.parties] == [("Ghana", "G77"), ("Togo", "G77"), ("Japan", "Umbrella")]
    assert [one.name for one in book.mapping.issues] == ["Quota", "Fee"]


def test_heads_in_phrases_tell_the_kind_where_party_and_issue_have_columns() -> None:
    """A limit among other words is none, and one number with the sign for percent makes the scale one of percent."""
    book, found = read(PHRASES)
    assert [one.holds for one in book.mapping.columns] == ["party", "issue", "demand", "offer", "nothing", "source"]
    assert [(one["id"], one["place"]["at"]) for one in found.entries] == [
        ("european-union-cap", "40"), ("european-union-cap-offer", "30"), ("eu-cap", "30"),
    ]  # fmt: skip
    assert found.mapping.issues[0].quantity and found.mapping.issues[0].quantity.unit == "%"


def test_the_sheet_that_names_parties_or_issues_is_the_table() -> None:
    """One of addresses beside it is none."""
    book, _ = read("Issue,North,South\nQuota,1,2\n", "Organisation,Name,Phone\nA,B,5\nC,D,6\n")
    assert book.sheet.rows[0] == ("Issue", "North", "South")


def test_a_dated_line_right_beneath_is_a_note() -> None:
    """And a party that only has not spoken is one."""
    book, _ = read("Party,Coal,Wage\nGreens,1,2\nLeft,3,4\nPirates,,\nOwn compilation of 3.10.2025,,\n")
    assert [one.name for one in book.mapping.parties] == ["Greens", "Left", "Pirates"]


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["European Union", "EU", "United States", "USA"], [("European Union", "EU"), ("United States", "USA")]),
        (["Bank of England", "BE", "Be", "GHANA", "Ghana Ltd"], [("Bank of England", "BE"), ("BE", "Be")][:1]),
        (["UK", "US", "EU"], []),
    ],
)
def test_initials_may_be_the_name(names: list[str], pairs: list[tuple[str, str]]) -> None:
    """Which is asked, as for names that are nearly alike."""
    assert alike(names) == pairs


def test_of_spellings_met_as_often_the_accented_one_is_the_name() -> None:
    """One that is met more often comes before it."""
    assert list(spellings(["Cote d'Ivoire", "Côte d’Ivoire"])) == ["Côte d’Ivoire"]
    assert list(spellings(["Cote d'Ivoire", "Côte d’Ivoire", "Cote d'Ivoire"])) == ["Cote d'Ivoire"]


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("plastics_who_asks_v3 (final)", "plastics who asks"), ("Toll 2026 - Copy", "Toll 2026"), ("Talks (1)", "Talks"), ("final", "final"),
        ("New talks v2.1", "New talks"), ("Covid 19", "Covid 19"),
    ],
)  # fmt: skip
def test_a_title_is_the_name_of_the_file_without_its_version(file: str, title: str) -> None:
    """And a file that is called by nothing else keeps that."""
    assert title_of(file) == title
