"""The lines of the sources page: what each document contributed, what is held, and the cells that hold nothing."""

from __future__ import annotations

from parley.analysis.coverage import contributions, coverage
from parley.views.sources_parts import documents_sheet, empty_cells
from tests.making import TODAY, ladder, quota, statement

UP_DOWN = {"a": "up", "b": "down"}


def test_what_a_document_contributed_is_counted_by_kind_and_party() -> None:
    """One of a kind is in the singular, a limit is called a stated limit, and what others foretell is counted apart."""
    limits = [statement("a", "red_line", "r2"), statement("a", "red_line", "r3")]
    data = quota(ladder(6), UP_DOWN, *limits, statement("b", "offer", "r1"), statement("b", "offer", "r2", conveyance="forecast"))
    (line,) = documents_sheet(contributions(data), data).lines
    assert line.as_data()["cells"][-1]["kept"] == 1 and line.as_data()["cells"][-1]["more"] == "by kind and party"
    assert [(one.text, one.opens) for one in line.cells[-1]] == [
        ("4 statements", "statement:s3,s2,s1,s0"),
        ("2 stated limits", "statement:s1,s0"),
        ("1 offer", "statement:s2"),
        ("1 forecast or reading by others", "statement:s3"),
        ("A 2", "statement:s1,s0"),
        ("B 2", "statement:s3,s2"),
    ]


def test_the_empty_cells_are_listed_by_name() -> None:
    """A party, an issue and a kind of which nothing is held."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r1"))
    found = empty_cells(coverage(data, data.negotiation.issues, data.negotiation.parties, TODAY))
    assert found == {"party": ["A", "A", "B"], "issue": ["Quota"] * 3, "kind": ["stated limit", "offer", "stated limit"]}
