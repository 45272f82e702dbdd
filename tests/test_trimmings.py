"""What a statement may lack: only party, issue, kind and place are demanded, what is missing is shown as that, and a negotiation may ask for more."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parley.analysis.court import court
from parley.analysis.evidence import ALL_EVIDENCE, OFFICIALS, ON_RECORD
from parley.analysis.gaps import Gap, gap_as_of
from parley.analysis.movement import movement
from parley.analysis.moves import Turn
from parley.checks import check
from parley.dataset import Dataset, load
from parley.exports.sources import csl_json
from parley.telling.court import last_word
from parley.telling.evidence import attribution_of, citation, document_of, found_at, words_of
from parley.telling.statement import firmness_told, place_in_document, said_when, speaker_told, what_is_held
from parley.words import say
from tests.views.conftest import write_yaml

DAY = date(2025, 4, 1)
RUNGS = [{"id": f"r{n}", "name": f"Rung {n}", "means": f"Outcome {n}.", "why": "More."} for n in range(6)]
HEADER = {
    "id": "fjords", "title": "Fjord talks", "about": "Herring.", "reviewed": "2025-04-01",
    "parties": [{"id": one, "name": one.title(), "short": one.title(), "role": "principal"} for one in ("north", "south")],
    "groups": [{"id": "core", "name": "Core"}],
    "issues": [
        {"id": "quota", "name": "Quota", "group": "core", "question": "How much?", "scale": {"ladder": RUNGS}, "directions": {"north": "up", "south": "down"}}
    ],
}  # fmt: skip
BARE = {"issue": "quota", "kind": "demand"}


def written(folder: Path, *, sources: list[dict[str, Any]] = [], north: dict[str, Any] | None = None, **header: Any) -> Path:  # noqa: B006
    """Write a negotiation in which each party asks for something and nothing else is said, and return its folder."""
    (folder / "seeds").mkdir()
    for one in sources:
        write_yaml(folder / "seeds" / f"{one['id']}.yaml", one)
    made = folder / "fjords"
    made.mkdir()
    write_yaml(made / "negotiation.yaml", {**HEADER, **header})
    write_yaml(made / "north.yaml", {"party": "north", "statements": [{"id": "n", **BARE, "place": {"at": "r5"}, **(north or {})}]})
    write_yaml(made / "south.yaml", {"party": "south", "statements": [{"id": "s", **BARE, "place": {"at": "r1"}}]})
    return made


def gap(data: Dataset, day: date = DAY) -> Gap:
    return gap_as_of(data, ("north", "south"), "quota", day, ALL_EVIDENCE)


def test_party_issue_kind_and_place_make_a_position(tmp_path: Path) -> None:
    """It holds at all dates, counts in the distance, is never called older than anything, and check has nothing against it."""
    data = load(written(tmp_path))
    assert (data.left_out, check(data, None, DAY)) == ((), ())
    for day in (date(1900, 1, 1), DAY, date(2100, 1, 1)):
        found = gap(data, day)
        assert (found.headline.low, found.headline.high) == (4, 4)
        assert (found.a.flags, found.b.flags) == ((), ())
    # Where nothing is dated, the day shown is that of the review.
    assert (data.days, data.last_day(DAY)) == ((DAY,), DAY)


def test_what_is_missing_is_shown_as_missing(tmp_path: Path) -> None:
    """Nothing is invented: the party itself is cited, undated and without a document, and no field stands there empty."""
    data = load(written(tmp_path))
    one = data.statement("n")
    assert say(citation(one, data)) == "North, undated; no document"
    assert say(words_of(one, data)) == "Demand: Rung 5"
    assert (say(speaker_told(one, data)), say(said_when(one))) == ("North", "undated")
    assert {field: say(told) for field, told in what_is_held(one, data).items()} == {
        "who": "North", "said": "undated", "document": "no document", "scale": "Rung 5",
    }  # fmt: skip
    assert (place_in_document(one), firmness_told(one)) == (None, None)
    assert say(last_word(court(data, data.negotiation.issue_by_id["quota"], data.negotiation.parties, DAY, ALL_EVIDENCE))) == "Nothing that is dated"


def test_what_nobody_vouches_for_counts_only_among_all_evidence(tmp_path: Path) -> None:
    """So does what an expert coded; a third party's analysis never enters a position (README)."""
    coded = {"attribution": "expert_coding", "coded": {"by": "A. Berg", "on": "2025-03"}}
    data = load(written(tmp_path, north=coded))
    one = data.statement("n")
    assert say(citation(one, data)) == "North, coded by A. Berg, Mar 2025, undated; no document"
    assert say(attribution_of(one)) == "coded by A. Berg, Mar 2025"
    assert say(speaker_told(one, data)) == "North (coded by A. Berg, Mar 2025)"
    for key in ("n", "s"):
        assert [cut.lets_in(data.statement(key)) for cut in (ALL_EVIDENCE, OFFICIALS, ON_RECORD)] == [True, False, False]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"attribution": "expert_coding"}, "What was coded by an expert, and nothing else, says under 'coded' by whom, and when."),
        ({"attribution": "on_record", "coded": {"by": "A. Berg"}}, "What was coded by an expert, and nothing else, says under 'coded' by whom, and when."),
        ({"locator": {"page": "iv"}}, "A 'locator' tells a place in a document: name the document under 'source'."),
        ({"source": "report", "locator": {}}, "A locator names a 'line', a 'paragraph', a 'page' or an 'anchor', or is left out."),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_left_out(tmp_path: Path, more: dict[str, Any], told: str) -> None:
    """A coder without a coding, a place in no document, a locator that tells no place."""
    data = load(written(tmp_path, sources=[{"id": "report", "title": "Report"}], north=more))
    assert [(one.what, one.left_out) for one in data.left_out] == [(told, "statement 'n'")]


def test_a_dated_statement_overtakes_an_undated_one_and_nobody_is_said_to_have_moved(tmp_path: Path) -> None:
    """Of what is undated nobody knows whether it came before or after."""
    folder = written(tmp_path)
    write_yaml(
        folder / "later.yaml",
        {"party": "north", "statements": [{"id": "later", **BARE, "place": {"at": "r3"}, "said": "2025-03-10"}]},
    )
    data = load(folder)
    assert [gap(data, day).headline.low for day in (date(2025, 3, 9), date(2025, 3, 10))] == [4, 2]
    (issue,) = movement(data, data.negotiation.parties, date(2025, 3, 1), DAY, ALL_EVIDENCE).issues
    (move,) = issue.moves
    assert (move.turn, move.by, move.is_dated, move.is_movement) == (Turn.TOWARDS, (2, 2), False, False)


def test_a_negotiation_asks_for_more(tmp_path: Path) -> None:
    """What lacks it is left out by name, as if the key were demanded of every file."""
    bare = {"id": "report", "title": "Report"}
    north = {"source": "report", "locator": {"page": "iv"}}
    data = load(written(tmp_path, sources=[bare], north=north, requires=["source", "said", "line"]))
    assert [f"{one.what} {one.mend} {one.left_out}" for one in data.left_out] == [
        "The key 'said' is missing. It says: When it was said; may be partial. Without it the statement is undated, and stands until one that is dated "
        "overtakes it. statement 'n'",
        "The key 'line' is missing. It says: The 1-based line of the text. statement 'n'",
        "The key 'line' is missing. It says: The 1-based line of the text. statement 's'",
        "The key 'said' is missing. It says: When it was said; may be partial. Without it the statement is undated, and stands until one that is dated "
        "overtakes it. statement 's'",
        "The key 'source' is missing. It says: The document, by the id of its record in seeds/; left out where no document says it. statement 's'",
    ]


def test_the_record_of_a_document_needs_a_title_alone(tmp_path: Path) -> None:
    """Its address, an archived copy and the day it was looked up are kept where they are known."""
    known = {
        "id": "report", "title": "Report", "URL": "https://example.org/talks", "archived": "https://example.org/copy", "accessed": "2025-03-02",
        "type": "treaty",
    }  # fmt: skip
    data = load(written(tmp_path, sources=[known, {"id": "bare", "title": "Bare"}], north={"source": "report", "locator": {"page": "iv"}}))
    one, source = data.statement("n"), data.sources["report"]
    assert (data.left_out, check(data, None, DAY)) == ((), ())
    assert say(citation(one, data)) == "North, undated; Report, undated, page iv"
    assert say(document_of(one, data)) == "Report, undated"
    assert [say(each) for each in found_at(source)] == [
        "https://example.org/talks", "copy kept at https://example.org/copy", "looked up 2 Mar 2025",
    ]  # fmt: skip
    assert csl_json([source, data.sources["bare"]]) == [
        {"id": "report", "type": "treaty", "title": "Report", "URL": "https://example.org/talks", "archive_location": "https://example.org/copy",
         "accessed": {"date-parts": [[2025, 3, 2]]}},
        {"id": "bare", "type": "document", "title": "Bare"},
    ]  # fmt: skip


def test_a_record_that_lacks_what_is_asked_of_it_is_left_out_with_what_rests_on_it(tmp_path: Path) -> None:
    """One that nothing here rests on may belong to another negotiation, and is not asked."""
    records = [{"id": "report", "title": "Report"}, {"id": "other", "title": "Other"}]
    data = load(written(tmp_path, sources=records, north={"source": "report"}, requires_of_sources=["issued"]))
    assert [f"{one.what} {one.left_out}" for one in data.left_out] == [
        "There is no source 'report' among the records that can be taken. statement 'n'",
        "The key 'issued' is missing. this source, and what rests on it",
    ]


def test_the_shipped_negotiation_asks_for_everything() -> None:
    """What became optional for others stays demanded of it."""
    negotiation = load(Path(__file__).parents[1] / "positions" / "us-china-trade").negotiation
    assert set(negotiation.requires) == {"id",
        "says", "speaker", "said", "date_basis", "source", "locator", "line", "paragraph", "anchor", "attribution", "conveyance", "firmness", "confidence",
    }  # fmt: skip
    assert set(negotiation.requires_of_sources) == {"type", "issued", "date_basis", "genre", "language", "abstract", "file", "body"}
