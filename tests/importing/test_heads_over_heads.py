"""Tables with more over them than one row of heads, and more beside and beneath them than parties and issues."""

from __future__ import annotations

from parley.importing.drafted import Drafted
from parley.importing.whole import Workbook, begun, sheets_of

CITY = """Actor,Toll,Toll,Start,Start
Actor,Position,Salience,Position,Salience
Council,100,80,100,60
Traders,30,.,,
"""
BY_KIND = """Issue,North,North,South,South
,Demand,Offer,Demand,Offer
Quota (kt),40,30,10,15
Fee,7,x,2,
"""
TITLED = """Talks,Talks,Talks,Talks
State of play,,,
,,,
Issue,North,South,Comments
Quota (kt),40,10,Core issue
Ban,no,yes,To be linked
Total,40,10,
,,,
Green supports; red opposes,,,
"""


def of(text: str) -> tuple[Workbook, Drafted]:
    """Return a table and what comes of it."""
    book = begun(sheets_of([(text.encode(), "table.csv")]), "table.csv", "Talks", "talks")
    return book, book.with_mapping(book.mapping.coded_by("A. Berg")).drafted()


def places(found: Drafted) -> dict[str, str]:
    return {one["id"]: one["place"].get("at", "") for one in found.entries}


def test_an_issue_stands_over_position_and_salience() -> None:
    """How much it matters is no issue of its own, and no row of heads is a party."""
    book, found = of(CITY)
    assert [one.name for one in book.mapping.parties] == ["Council", "Traders"]
    assert places(found) == {"council-toll": "100", "council-start": "100", "traders-toll": "30"}
    assert [(one.issue, one.party, one.low) for one in found.salience] == [("toll", "council", 80), ("start", "council", 60)]
    assert [book.sheet.number(row) for row in range(1, 6)] == [2, 3, 3, 4, 4]


def test_a_party_stands_over_what_it_asks_and_offers() -> None:
    """What cannot be taken is told by the row that it has in the file."""
    _, found = of(BY_KIND)
    assert places(found) == {
        "north-quota": "40", "north-quota-offer": "30", "south-quota": "10", "south-quota-offer": "15", "north-fee": "7", "south-fee": "2",
    }  # fmt: skip
    assert [(one.row, one.column, one.value) for one in found.bad] == [(4, "Position", "x")]


def test_words_over_the_heads_group_them() -> None:
    """Other words than those beneath at the beginning, too, where what is beneath is known."""
    book, found = of("Who,Who,What,What,What\nParty,Speaker,Issue,Type,Value\nA,Minister,Quota,demand,40\nB,Minister,Quota,offer,10\n")
    assert (book.mapping.head_row, places(found)) == (2, {"a-quota": "40", "b-quota-offer": "10"})


def test_a_title_is_no_head_and_remarks_are_nobody() -> None:
    """What sums up, what is said of a row, and what stands under the table are left out by name, and make no level of a scale."""
    book, found = of(TITLED)
    mapping = book.mapping
    assert (mapping.head_row, [one.name for one in mapping.parties], [one.name for one in mapping.issues]) == (
        4,
        ["North", "South"],
        ["Quota", "Ban"],
    )
    assert (mapping.parties_left_out, mapping.issues_left_out) == (("Comments",), ("Total", "Green supports; red opposes"))
    assert ([level.name for level in mapping.issues[1].levels], found.bad) == (["no", "yes"], ())


def test_a_party_called_by_a_letter_is_one() -> None:
    """Though a column of pages may be called so."""
    book, _ = of("Issue,N,P,Pages\nQuota,40,10,3\nFee,7,2,4\n")
    assert ([one.name for one in book.mapping.parties], book.mapping.parties_left_out) == (["N", "P"], ("Pages",))


def test_what_looks_like_groups_and_is_none_stays_as_it_is() -> None:
    """Heads that stand twice over words are issues."""
    book, found = of("Country,Ban,Ban\nGhana,no,yes\nTogo,yes,no\n")
    assert (book.mapping.head_row, len(found.entries)) == (1, 4)
