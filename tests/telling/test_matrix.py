"""The matrix of issues by parties: its columns, its groups, and the lines of its cells, which pages, slides and files render."""

from __future__ import annotations

from datetime import date

from parley.analysis.comparison import PartyAt, compare
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import overview
from parley.dataset import Dataset
from parley.telling.matrix import Cell, Grid, compared_matrix, matrix
from parley.words import say
from tests.briefings import many_tongues
from tests.making import TODAY, dataset, issue, ladder, statement

SAID = [statement("a", "demand", "r5"), statement("b", "offer", "r1", condition={"type": "only_if", "says": "the harbours open."})]


def grid(data: Dataset) -> Grid:
    return matrix(overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE), data.negotiation.parties, data)


def two_issues() -> Dataset:
    quota = issue(ladder(6), {"a": "up", "b": "down"})
    return dataset([{**quota, "id": "ports", "name": "Ports"}, quota], SAID)


def lines(cell: Cell) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the lines of a cell: of which kind each is, what it tells after its label, and on which statements that rests."""
    return [(line.kind, say(line.labelled), line.ids) for line in cell]


def test_the_issues_stand_in_their_groups_under_the_parties_and_the_gap() -> None:
    """A column for every party by its short name, then one for what lies between them."""
    found = grid(two_issues())
    assert [(say(one.heading), one.party.id if one.party else None) for one in found.columns] == [("A", "a"), ("B", "b"), ("Gap", None)]
    assert [(say(group.heading), [row.issue.id for row in group.rows]) for group in found.groups] == [("Core", ["ports", "quota"])]
    assert [row.number for row in found.rows] == [None, None]


def test_every_line_of_a_cell_has_its_kind_and_its_statements() -> None:
    """Those of a position as they are told, what stands under a condition too, and those of the gap in their order."""
    _, quota = grid(two_issues()).rows
    assert [lines(cell) for cell in quota.cells] == [
        [("demand", "Asks: Rung 5", ("s0",))],
        [("offer", "Offers: Rung 1, only if the harbours open", ("s1",))],
        [("status", "A – B: No ask stated", ("s0", "s1")), ("price", "At a price: 4 steps apart, open (bridgeable or blocked)", ("s0", "s1"))],
    ]
    assert say(quota.status) == "No ask stated"


def test_an_issue_of_which_nothing_is_held_keeps_its_cells() -> None:
    """No cell is empty: each says that nothing is held."""
    ports, _ = grid(two_issues()).rows
    assert [lines(cell) for cell in ports.cells] == [
        [("no_evidence", "No evidence", ())],
        [("no_evidence", "No evidence", ())],
        [("status", "A – B: No evidence", ())],
    ]


def test_the_matrix_of_an_agenda_is_numbered_in_its_order() -> None:
    """The same cells, without groups."""
    briefing = many_tongues()
    (group,) = briefing.matrix.groups
    assert group.heading is None
    assert [(row.number, row.issue.id) for row in group.rows] == [(1, "harbour"), (2, "quota")]
    assert [row.cells[:-1] for row in group.rows] == [one.lines for one in briefing.issues]


def test_parties_side_by_side_are_a_matrix_too() -> None:
    """Each column has its day; the cells are told as everywhere, and the last one tells how the columns stand to each other."""
    data = two_issues()
    columns = [PartyAt(data.negotiation.party_by_id[party], day) for party, day in (("a", TODAY), ("b", date(2025, 2, 1)))]
    found = compared_matrix(compare(data, columns, ALL_EVIDENCE), columns, data)
    assert [(say(one.heading), say(one.as_of)) for one in found.columns] == [("A", "31 Mar 2025"), ("B", "1 Feb 2025"), ("How they stand", "")]
    (group,) = found.groups
    assert (group.heading, [row.issue.id for row in group.rows], [row.status for row in group.rows]) == (None, ["ports", "quota"], [None, None])
    assert [[(say(line.labelled), say(line.aside), line.ids) for line in cell] for cell in group.rows[1].cells] == [
        [("Asks: Rung 5", "1 Mar 2025", ("s0",))],
        [("No evidence", "", ())],
        [("No evidence", "(B)", ())],
    ]
