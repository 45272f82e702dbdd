"""A file of proposals: read as strictly as positions, each problem at its line and column, and told how it is mended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.editing.opening import Opened, opened
from parley.errors import BadFilesError
from parley.proposing.fitting import fitted
from parley.proposing.lines import line_of, proposals_in, whole

DATA = Path(__file__).parents[1] / "data"
FILE = Path("proposals.jsonl")
QUOTA: dict[str, Any] = {"party": "northland", "issue": "herring-quota", "kind": "demand", "place": {"at": 40}}
AS_JSON = "Write one JSON object on one line, each name and each text in double quotes."


def line(**statement: Any) -> str:
    return json.dumps({"proposer": "A. Berg", "statement": {**QUOTA, **statement}})


def problems(*lines: str, talks: Opened | None = None) -> list[str]:
    """Return what is told of lines: of their form, or, with a negotiation, of how they fit."""
    try:
        found = proposals_in("\n".join(lines), FILE)
        if talks is not None:
            fitted(talks, found)
    except BadFilesError as error:
        return [str(one) for one in error.problems]
    return []


@pytest.fixture(scope="module")
def talks() -> Opened:
    return opened(DATA / "fjords", DATA / "seeds")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("{proposer: me}", f"1:2: This is no JSON: expecting property name enclosed in double quotes. {AS_JSON}"),
        ("[1]", f"1:1: This line holds no object. {AS_JSON}"),
        ("[" * 40_000, f"1:1: This line holds brackets within brackets without end. {AS_JSON}"),
        ('{"proposer": ' + "9" * 5000 + "}", f"1:1: This line holds a number of very many digits. {AS_JSON}"),
        ('"' + "x" * 50_000 + '"', f"1:50001: The line has more than 50,000 signs. {AS_JSON}"),
        ('{"proposer": "A", "reason": null, "statement": {}}', "1:29: No value is given. Write one, or leave the whole line out."),
        ('{"proposer": "A", "proposer": "B"}', "1:19: The key 'proposer' is repeated. It stands first on line 1; keep one of the two."),
        ('{"proposer": "A", "statement": {"issue": "x", "kind": "offer", "place": {"at": 1}}}',
         "1:1: The statement is nobody's: give its 'party', its 'parties' or its 'bloc'."),
        (json.dumps({"statement": QUOTA}), "1:1: The key 'proposer' is missing. It says: Who or what made it, by the same name each time."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_line_is_told_at_its_place(wrong: str, told: str) -> None:
    """In the words in which a file of positions is told of, and on the line on which it stands."""
    assert problems(wrong) == [f"proposals.jsonl:{told}"]
    assert problems(line(), "", wrong) == [f"proposals.jsonl:3{told[1:]}"]


@pytest.mark.parametrize(
    ("statement", "at", "told"),
    [
        ({"kind": "claim"}, '"claim"', "'kind' cannot be 'claim'. Allowed: demand, red_line, offer, measure, threat, rationale."),
        ({"source": "x", "locator": {"anchor": "1 2 3 4 5 6 7 8 9"}}, '{"anchor"', "The anchor has 9 words; at most 8 may be kept."),
        ({"confidense": "high"}, '"confidense"', "Unknown key 'confidense'. Did you mean 'confidence'?"),
        ({"firmness": 9}, "9}", "'firmness' must be at most 5, not '9'. It says: The party's own hardness in saying it, 1 (softest) to 5."),
    ],
)
def test_a_wrong_value_is_told_at_its_column(statement: dict[str, Any], at: str, told: str) -> None:
    """With what may stand there."""
    wrong = line(**statement)
    assert problems(line(), wrong) == [f"proposals.jsonl:2:{wrong.index(at) + 1}: {told}"]


@pytest.mark.parametrize(
    ("statement", "at", "told"),
    [
        ({"party": "nothland"}, '"nothland"', "There is no party 'nothland'. Did you mean 'northland'?"),
        ({"issue": "hering-quota"}, '"hering-quota"', "There is no issue 'hering-quota'. Did you mean 'herring-quota'?"),
        ({"speaker": "joe"}, '"joe"', "There is no speaker 'joe' of Northland. There is: minister, official."),
        ({"source": "northland-2025"}, '"northland-2025"', "There is no source 'northland-2025'. Did you mean 'northland-2025-opening'?"),
        ({"id": "north-quota-40"}, '"north-quota-40"', "There is a statement 'north-quota-40' already. Choose another id, or leave it out."),
        ({"place": {"at": 60}}, "60", "60 lies outside the scale, which runs from 0 % to 50 %."),
    ],
)
def test_what_does_not_fit_the_negotiation_is_told_at_its_column(statement: dict[str, Any], at: str, told: str, talks: Opened) -> None:
    """With the nearest that there is."""
    wrong = line(**statement)
    assert problems(line(), wrong, talks=talks) == [f"proposals.jsonl:2:{wrong.index(at) + 1}: {told}"]


def test_two_of_one_id_are_told_with_the_line_of_the_first(talks: Opened) -> None:
    """Also where neither is in the files."""
    wrong = line(id="new", kind="offer")
    assert problems(line(id="new"), line(), wrong, talks=talks) == [
        f"proposals.jsonl:3:{wrong.index('new')}: There is a statement 'new' already, proposed on line 1. Choose another id, or leave it out."
    ]


def test_signs_beyond_the_first_plane_are_read_from_their_two_halves() -> None:
    """JSON writes them so, and a text that holds them is the same text."""
    (found,) = proposals_in(line(says="A \U0001f600 smile"), FILE)
    assert "\\ud83d\\ude00" in line(says="A \U0001f600 smile")
    assert found.proposal.statement.says == "A \U0001f600 smile"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)
NUMBERS = st.decimals(min_value=0, max_value=50, places=1).map(float) | st.integers(0, 50)
STATEMENTS = st.fixed_dictionaries(
    {
        "party": st.just("northland"),
        "issue": st.just("herring-quota"),
        "kind": st.sampled_from(["demand", "red_line", "offer"]),
        "place": st.fixed_dictionaries({"at": NUMBERS | NUMBERS.map(str)}),
        "says": WORDS,
    },
    optional={
        "speaker": st.sampled_from(["minister", "official"]),
        "said": st.sampled_from(["2025-03-04", "2025-03", "before 2025-04-01"]),
        "note": WORDS,
        "to": st.just(["southmark"]),
        "firmness": st.integers(1, 5),
    },
)


@given(statements=st.lists(STATEMENTS, min_size=1, max_size=4))
def test_a_proposal_comes_out_as_it_went_in(statements: list[dict[str, Any]], talks: Opened) -> None:
    """Accepted it is the statement that was proposed, and written out again the same line, whatever its words hold."""
    found = proposals_in("\n".join(json.dumps({"proposer": "A", "statement": one}) for one in statements), FILE)
    after = fitted(talks, found)
    new = [one for one in after.statements if not talks.dataset.holds(one.id)]
    expected = [one.proposal.statement for one in found]
    assert sorted((one.kind, one.says, str(one.place.at), one.note, one.said.text) for one in new) == sorted(
        (one.kind, one.says, str(one.place.at), one.note, one.said.text if one.said else "undated") for one in expected
    )
    out = "\n".join(line_of(one.proposal.proposer, one.statement) for one in found)
    again = proposals_in(out, FILE)
    assert [one.key for one in again] == [one.key for one in found]
    assert [one.key for one in proposals_in(whole(found), FILE)] == [one.key for one in found]
