"""Salience and power on the page of an issue: a row for each party and author, and nothing where nobody has judged."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from parley.model import Issue, Rating
from parley.views.ratings_parts import ratings_sheet
from tests.making import dataset, issue, percent, statement

JUDGED = {
    "salience": [{"party": "a", "from": "0.60", "to": "0.8", "out_of": "1", "by": "A. Berg", "on": "2025-03"}, {"party": "b", "from": "3", "to": "3", "by": "C. Dal"}],
    "power": [{"party": "a", "from": "40", "to": "40", "by": "A. Berg"}],
}  # fmt: skip


def test_each_party_has_a_row_for_each_author() -> None:
    """A range as one, with what it is out of where that is known; an empty cell where nobody judged."""
    data = dataset([{**issue(percent(), {"a": "up", "b": "down"}), **JUDGED}], [statement("a", "demand", 1), statement("b", "demand", 0)])
    found = ratings_sheet(data.negotiation.issues[0], data.negotiation.parties)
    assert found is not None
    assert found.label == "Salience and power as judged by others, shown and used by nothing"
    assert [[[item.text for item in cell] for cell in line.cells] for line in found.sheet.lines] == [
        [["A"], ["0.6 to 0.8 of 1"], ["40"], ["A. Berg, Mar 2025"]], [["B"], ["3"], [], ["C. Dal"]],
    ]  # fmt: skip


def test_nothing_is_shown_where_nobody_has_judged() -> None:
    """Nor of parties that are not shown."""
    plain = Issue.model_validate(issue(percent(), {"a": "up"}))
    data = dataset([{**issue(percent(), {"a": "up", "b": "down"}), **JUDGED}], [statement("a", "demand", 1), statement("b", "demand", 0)])
    assert ratings_sheet(plain, data.negotiation.parties) is None
    assert ratings_sheet(data.negotiation.issues[0], ()) is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"from": "3", "to": "2"}, "It runs from 3 to 2. Give the lesser number first."),
        ({"from": "3", "to": "12", "out_of": "10"}, "It is 12 out of 10. Give at most that."),
    ],
)
def test_a_range_has_its_lesser_end_first_and_ends_within_what_it_is_out_of(given: dict[str, str], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Rating.model_validate({"party": "a", "by": "A. Berg", **given})
