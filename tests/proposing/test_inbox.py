"""The inbox: what is proposed counts nowhere before it is accepted, who settled it is kept, and how often each proposer was right is counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from parley import __main__
from parley.dataset import load
from parley.editing import history
from parley.editing.edits import Add, Change
from parley.editing.opening import opened
from parley.editing.saving import Saved, save
from parley.editing.trying import Tried, tried
from parley.errors import BadFilesError
from parley.model import Locator
from parley.proposing.anchors import Found, anchored
from parley.proposing.inbox import Counts, inbox_of, put, see, seen_in
from parley.proposing.lines import Given, line_of, proposals_in
from parley.proposing.settling import accept, note, note_saved
from parley.texts import Texts
from tests.making import replaced

NOON = datetime(2025, 5, 1, 12, 0)
DATA = Path(__file__).parents[1] / "data"
OFFER: dict[str, Any] = {"party": "northland", "issue": "patrols", "kind": "offer", "says": "Joint patrols would do.", "place": {"at": "joint"}}


def given(*statements: dict[str, Any], proposer: str = "A script") -> tuple[Given, ...]:
    return proposals_in("\n".join(json.dumps({"proposer": proposer, "statement": one}) for one in statements), Path("p.jsonl"))


def named(_work: Tried) -> str:
    return "accepted"


def files_but(folder: Path, *left_out: str) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file() and one.parent.name not in left_out}


def test_nothing_counts_before_it_is_accepted(fjords: Path) -> None:
    """Neither the loader nor the check looks into the inbox, whatever lies in it; what was put in twice is there once."""
    before, stamp = files_but(fjords), load(fjords).version
    assert (put(fjords, given(OFFER, OFFER)), put(fjords, given(OFFER))) == (1, 0)
    (fjords / "inbox" / "mine.yaml").write_text("party: nobody\nstatements: [{]", encoding="utf-8")
    assert load(fjords).version == stamp
    assert load(fjords).count == 16
    assert __main__.main(["check", "fjords"]) == 0
    assert files_but(fjords, "inbox", ".parley") == before


def test_what_is_accepted_is_a_statement_and_a_version_of_the_history(fjords: Path) -> None:
    """By whom and when stays with the proposal."""
    put(fjords, given(OFFER))
    (one,) = inbox_of(fjords).open
    assert accept(fjords, one, "K. Lund", NOON, named) == "accepted"
    assert opened(fjords).record("statement", "northland-patrols-offer") == {
        "id": "northland-patrols-offer", **{key: value for key, value in OFFER.items() if key != "party"},
    }  # fmt: skip
    assert history.versions(fjords)[0].who == "K. Lund"
    settled = inbox_of(fjords).settled[one.key]
    assert (settled.how, settled.by, settled.on, settled.proposer, settled.statement) == (
        "accepted", "K. Lund", "2025-05-01T12:00", "A script", "northland-patrols-offer",
    )  # fmt: skip
    assert inbox_of(fjords).open == ()


def test_all_of_a_negotiation_proposed_and_accepted_is_that_negotiation(fjords: Path) -> None:
    """Each statement taken out of the files, proposed on a line, put into the inbox and accepted, comes out as it went in."""
    replaced(fjords / "negotiation.yaml", "expect_statements: 16", "expect_statements: 0")
    then, talks = load(fjords), opened(fjords)
    lines = [line_of("A script", {"party": then.statement(key).party, **(talks.record("statement", key) or {})}) for key in talks.statements]
    for path in talks.party_files:
        path.unlink()
    put(fjords, proposals_in("\n".join(lines), Path("p.jsonl")))
    waiting = {one.proposal.statement.id: one for one in inbox_of(fjords).open}
    while waiting:
        # What replaces or repeats another comes after it.
        ready = [one for one in waiting.values() if not {*one.proposal.statement.supersedes, one.proposal.statement.repeats} & waiting.keys()]
        for one in ready:
            accept(fjords, one, "K. Lund", NOON, named)
            waiting.pop(one.proposal.statement.id)
    now = load(fjords)
    assert {one.id: one for one in now.statements} == {one.id: one for one in then.statements}
    assert inbox_of(fjords).counts == (Counts("A script", 16, 0, 0, 0),)


def test_how_often_each_was_right_is_counted(fjords: Path) -> None:
    """Accepted as proposed, mended and refused apart, and what is open beside them."""
    put(fjords, given(OFFER, {**OFFER, "kind": "demand"}, {**OFFER, "note": "n"}))
    put(fjords, given({**OFFER, "says": "x"}, proposer="K. Lund"))
    first, second, _, other = inbox_of(fjords).open
    accept(fjords, first, "A. Berg", NOON, named)
    mended = Add("statement", {**second.statement, "id": "mended", "says": "In other words."})
    assert isinstance(save(tried(opened(fjords), [mended]), "A. Berg", "mended"), Saved)
    assert note_saved(fjords, second, [mended], "A. Berg", NOON)
    assert note(fjords, other, "refused", "A. Berg", NOON)
    assert not note(fjords, other, "accepted", "B. Dahl", NOON)
    assert inbox_of(fjords).settled[second.key].how == "mended"
    assert inbox_of(fjords).counts == (Counts("A script", 1, 1, 0, 1), Counts("K. Lund", 0, 0, 1, 0))


def test_one_that_was_saved_and_not_noted_is_noted_and_not_saved_again(fjords: Path) -> None:
    """As whoever was stopped between the two leaves it."""
    put(fjords, given({**OFFER, "id": "o"}))
    (one,) = inbox_of(fjords).open
    save(tried(opened(fjords), [Add("statement", {**OFFER, "id": "o"})]), "K. Lund", "saved")
    assert accept(fjords, one, "K. Lund", NOON, named) == ""
    assert (load(fjords).count, inbox_of(fjords).counts) == (17, (Counts("A script", 1, 0, 0, 0),))


def test_one_is_accepted_once(fjords: Path) -> None:
    """Also where the key is pressed twice, or two people press it."""
    put(fjords, given(OFFER))
    (one,) = inbox_of(fjords).open
    assert [accept(fjords, one, who, NOON, named) for who in ("K. Lund", "A. Berg")] == ["accepted", ""]
    assert load(fjords).count == 17
    assert inbox_of(fjords).settled[one.key].by == "K. Lund"


def test_one_that_fits_no_more_is_refused_and_stays(fjords: Path) -> None:
    """Nothing is written, and it can still be mended."""
    put(fjords, given({**OFFER, "supersedes": ["north-quota-40"], "issue": "herring-quota", "place": {"at": 30}}))
    save(tried(opened(fjords), [Change("issue", "herring-quota", {"name": "Quota"})]), "K. Lund", "saved")
    put(fjords, given({**OFFER, "repeats": "gone"}))
    one = inbox_of(fjords).open[1]
    before = files_but(fjords, ".parley")
    with pytest.raises(Exception, match="gone"):
        accept(fjords, one, "K. Lund", NOON, named)
    assert files_but(fjords, ".parley") == before
    assert len(inbox_of(fjords).open) == 2


def test_a_broken_inbox_is_told_at_its_line_and_nothing_is_written_over(fjords: Path) -> None:
    """The negotiation itself is read as ever."""
    put(fjords, given(OFFER))
    path = fjords / "inbox" / "proposals.jsonl"
    path.write_text(f"{path.read_text(encoding='utf-8')}half a li", encoding="utf-8")
    for work in (lambda: inbox_of(fjords), lambda: put(fjords, given({**OFFER, "kind": "demand"}))):
        with pytest.raises(BadFilesError) as caught:
            work()
        assert [(one.line, one.what) for one in caught.value.problems] == [(2, "This is no JSON: expecting value.")]
    assert path.read_text(encoding="utf-8").endswith("half a li")
    assert load(fjords).count == 16


@pytest.mark.parametrize(
    ("at", "found", "paragraph"),
    [
        ({"line": 4, "anchor": "wants forty PER cent"}, "found", 1),
        ({"paragraph": 2, "anchor": "opened its three harbours"}, "found", 2),
        ({"anchor": "opened its three harbours"}, "found", 2),
        ({"line": 4, "anchor": "opened its three harbours"}, "elsewhere", 2),
        ({"line": 4, "anchor": "never said by anybody"}, "nowhere", 1),
        ({"anchor": "never said by anybody"}, "nowhere", None),
        ({"line": 20, "anchor": "Subscribe to the Gazette"}, "nowhere", None),
        ({"line": 4}, "no_anchor", 1),
        ({"page": "iv"}, "no_paragraph", None),
    ],
)  # fmt: skip
def test_an_anchor_is_looked_for_where_it_is_said_to_stand(at: dict[str, Any], found: Found, paragraph: int | None) -> None:
    """In the paragraph, in another, or nowhere; what was left out of the record is no paragraph."""
    source = load(DATA / "fjords", DATA / "seeds").sources["northland-2025-opening"]
    result = anchored(Locator(**at), source, Texts(DATA / "texts"))
    assert (result.found, result.passage.paragraph if result.passage else None) == (found, paragraph)
    assert anchored(Locator(**at), source, Texts(DATA / "nowhere")).found == "no_text"
    assert anchored(None, None, Texts(DATA / "texts")).found == "no_source"


def test_what_was_read_is_kept_and_can_be_read_again(fjords: Path) -> None:
    """The last word on a paragraph holds."""
    see(fjords, "northland-2025-opening", [4, 6], "read", "A. Berg", "2025-05-01T12:00")
    see(fjords, "northland-2025-opening", [4], "unread", "A. Berg", "2025-05-01T12:01")
    assert list(seen_in(fjords)) == [("northland-2025-opening", 6)]


@pytest.fixture
def propose(fjords: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*statements: dict[str, Any]) -> tuple[int, str, str]:
        Path("p.jsonl").write_text("\n".join(json.dumps({"proposer": "A script", "statement": one}) for one in statements), encoding="utf-8")
        status = __main__.main(["propose", "p.jsonl", "--to", str(fjords), "--texts", str(DATA / "texts")])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def test_the_command_says_what_was_put_in_and_whose_anchors_stand(propose: Callable[..., tuple[int, str, str]]) -> None:
    """And of a second time that all was there."""
    there = {**OFFER, "source": "northland-2025-opening", "locator": {"line": 4, "anchor": "forty per cent"}}
    assert propose(there, {**there, "locator": {"line": 6, "anchor": "forty per cent"}}, OFFER) == (
        0,
        "3 proposals put into the inbox; nothing of it counts before it is accepted.\n"
        "Anchors found where they are said to stand: 1.\nAnchors found in another paragraph: 1.\nWithout a document: 1.\n"
        "A script: 3 open, none settled.\n",
        "",
    )
    assert propose(there)[1] == (
        "0 proposals put into the inbox; nothing of it counts before it is accepted. One more was there already.\nA script: 3 open, none settled.\n"
    )


def test_one_wrong_line_keeps_all_out(propose: Callable[..., tuple[int, str, str]], fjords: Path) -> None:
    """What is wrong is told, and the file can be mended and put in as a whole."""
    status, out, err = propose(OFFER, {**OFFER, "kind": "ofer"})
    assert (status, out) == (1, "")
    assert err.startswith("p.jsonl:2:")
    assert "'kind' cannot be 'ofer'." in err
    assert not (fjords / "inbox").exists()
