"""A table in, the table of statements out as CSV, and that in again: nothing is added, changed or taken away, whatever the cells hold."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import load
from parley.exports.plain_tables import table_csv
from parley.exports.table_list import TABLES
from parley.importing.folder import Change, bring_in, change_of, kept_mapping, known_in
from parley.importing.whole import begun, sheets_of
from parley.telling.briefing import brief
from tests.importing.test_bringing_in import TODAY
from tests.roundtrip.negotiations import WORDS

HEADS = {"statement_id": "ID", "party_name": "Party", "issue_name": "Issue", "place_words": "Position", "said": "Date", "note": "Comment"}
PARTIES = ("Côte d'Ivoire", "中国", "A: B, C", "=North", "no")
LEVELS = ("0 - none", "1 - some", "2 - all of it")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(PARTIES),
        st.sampled_from([*(("Ban", one) for one in LEVELS), ("Levy", "5 %"), ("Levy", "7.5 %"), ("Levy", "10 to 20 %")]),
        st.sampled_from(["2015-10-02", "2015-10", "2016", ""]),
        st.sampled_from([*WORDS, "'quoted'", ""]),
    ),
    min_size=1, max_size=12,
)  # fmt: skip
# So that each party stands on each issue, and what the scales are can be told.
ALWAYS = [("Côte d'Ivoire", ("Ban", one), "", "") for one in LEVELS] + [("中国", ("Levy", "0 %"), "", ""), ("=North", ("Levy", "100 %"), "", "")]


def brought(text: str, folder: Path) -> Change:
    """Bring a table into a folder, as it was read the last time where it was, and return what that changes."""
    kept = kept_mapping(folder)
    read = begun(sheets_of([(text.encode(), "t.csv")]), "t.csv", "Talks", "talks", kept=kept)
    found = read.drafted(known_in(folder))
    assert found.bad == ()
    change = change_of(folder, found, TODAY)
    bring_in(folder, change, "A. Berg", "A table")
    return change


def written(rows: list[list[str]]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made).writerows([list(HEADS.values()), *rows])
    return made.getvalue()


@settings(max_examples=4)
@given(ROWS)
def test_a_table_comes_out_as_it_went_in(rows: list[tuple[str, tuple[str, str], str, str]]) -> None:
    """The columns that the table had, by the names that the export has for them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "positions" / "talks"
        cells = [[f"r{number}", party, *place, day, note] for number, (party, place, day, note) in enumerate([*ALWAYS, *rows])]
        assert len(brought(written(cells), folder).added) == len(cells)
        data = load(folder)
        briefing = brief(data, None, data.negotiation.parties, data.last_day(date(2026, 1, 1)), ALL_EVIDENCE)
        out = csv.DictReader(io.StringIO(table_csv(TABLES["statements"](briefing), briefing).removeprefix("\ufeff")))
        again = brought(written([[row[key] for key in HEADS] for row in out]), folder)
        assert (again.added, again.altered, again.removed) == ((), (), ())
