"""What an assistant is answered, asked by the SDK's own client: statements with their ids, dates and documents, and nothing that stays inside."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Coroutine
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters

from parley.commands.mcp import MOST_ROWS, server_of
from parley.dataset import load
from parley.errors import NotInstalledError
from tests.apart import run_apart
from tests.views.conftest import SHIPPED, write_negotiation, write_yaml

TODAY = date(2026, 1, 1)
TALKS = "us-china-trade"
STANDING = "Positions are what parties have said, not what they would settle for."
Found = TypeVar("Found")


def asked(ask: Callable[[Client], Coroutine[Any, Any, Found]], positions: Path = SHIPPED) -> Found:
    async def whole() -> Found:
        async with Client(server_of(positions, TODAY)) as client:
            return await ask(client)

    return run_apart(whole())


def answer(question: str, positions: Path = SHIPPED, **given: Any) -> str:
    found = asked(lambda client: client.call_tool(question, given), positions)
    (content,) = found.content
    assert not found.is_error, content
    return str(getattr(content, "text", ""))


def refusal(question: str, **given: Any) -> str:
    found = asked(lambda client: client.call_tool(question, given))
    assert found.is_error
    return str(getattr(found.content[0], "text", ""))


def test_every_question_is_told_to_be_harmless() -> None:
    """It reads only, asks nothing of the outside, and says what it answers."""
    tools = asked(lambda client: client.list_tools()).tools
    assert sorted(one.name for one in tools) == ["gaps", "movement", "negotiations", "positions", "search", "statements"]
    for one in tools:
        assert one.annotations is not None and one.description
        assert (one.annotations.read_only_hint, one.annotations.open_world_hint) == (True, False)


def test_the_assistant_is_told_what_positions_are() -> None:
    """At the beginning, and with every answer."""

    async def instructions(client: Client) -> str:
        return client.instructions or ""

    assert asked(instructions).startswith(STANDING)
    given = {"negotiation": TALKS}
    answers = [
        answer("negotiations"),
        answer("gaps", **given),
        answer("statements", **given, party="eu"),
        answer("search", **given, words="soybeans"),
    ]
    assert all(STANDING in one for one in answers)


def test_what_a_party_refused_on_an_issue_and_since_when() -> None:
    """Its stated limits, with id, day, words and document, as the files have them."""
    found = json.loads(answer("statements", negotiation=TALKS, party="china", issue="made-in-china-2025", kind="red_line"))
    data = load(SHIPPED / TALKS)
    held = [one for one in data.statements_of("china", "made-in-china-2025") if one.kind == "red_line"]
    assert {(row["statement_id"], row["said"], row["says"], row["source_id"]) for row in found["rows"]} == {
        (one.id, one.said.text, one.says, one.source) for one in held
    }
    assert found["count"] == len(held) > 0


def test_day_evidence_parties_and_since_are_chosen_as_on_pages() -> None:
    """What is about the table says so."""
    about = json.loads(answer("gaps", negotiation=TALKS, issue="trade-deficit", parties=["us", "china"], as_of="2018-05-04", evidence="on-record"))
    assert (about["about"]["as_of"], about["about"]["evidence"], about["about"]["parties"]) == ("2018-05-04", "on-record", ["us", "china"])
    assert [row["issue_id"] for row in about["rows"]] == ["trade-deficit"]
    moved = json.loads(answer("movement", negotiation=TALKS, since="2018-05-04", as_of="2018-06-04"))
    assert (moved["about"]["since"], moved["about"]["as_of"]) == ("2018-05-04", "2018-06-04")
    placed = json.loads(answer("positions", negotiation=TALKS, party="eu"))
    assert {row["party_id"] for row in placed["rows"]} == {"eu"}


def test_of_many_rows_as_many_are_given_as_can_be_read(tmp_path: Path) -> None:
    """And how many there are."""
    write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5")])
    many = [
        {"id": f"s{number}", "issue": "quota", "kind": "demand", "place": {"at": "r1"}, "said": "2025-03-04", "party": "northland"}
        for number in range(MOST_ROWS + 3)
    ]
    write_yaml(tmp_path / "fjords" / "more.yaml", {"statements": many})
    found = json.loads(answer("statements", tmp_path, negotiation="fjords"))
    assert (len(found["rows"]), found["count"]) == (MOST_ROWS, MOST_ROWS + 4)


def test_words_are_found_with_their_statements() -> None:
    """As the page of the search finds them."""
    found = answer("search", negotiation=TALKS, words="soybeans")
    assert "soybean" in found.lower()


@pytest.mark.parametrize(
    ("question", "given", "told"),
    [
        ("gaps", {"negotiation": "us-china-trad"}, "There is no negotiation 'us-china-trad'. Did you mean 'us-china-trade'?"),
        ("gaps", {"negotiation": TALKS, "issue": "trade-defict"}, "There is no issue 'trade-defict'. Did you mean 'trade-deficit'?"),
        ("statements", {"negotiation": TALKS, "party": "chian"}, "There is no party 'chian'. Did you mean 'china'?"),
        ("positions", {"negotiation": TALKS, "evidence": "officals"}, "There is no evidence cut 'officals'. Did you mean 'officials'?"),
        ("movement", {"negotiation": TALKS, "since": "May"}, "'May' is not"),
    ],
)
def test_a_wrong_question_is_answered_with_what_may_have_been_meant(question: str, given: dict[str, Any], told: str) -> None:
    """Never with no rows, which would say that nothing was said."""
    assert told in refusal(question, **given)


def test_what_stays_inside_is_not_answered(tmp_path: Path) -> None:
    """To no question."""
    write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5"), ("southmark", "offer", "r1")])
    inside = {
        "id": "kept-quiet",
        "issue": "quota",
        "kind": "offer",
        "says": "Would take umbrellas.",
        "place": {"at": "r4"},
        "said": "2025-03-01",
        "internal": True,
    }
    write_yaml(tmp_path / "fjords" / "more.yaml", {"party": "southmark", "statements": [inside]})
    answers = [answer(one, tmp_path, negotiation="fjords") for one in ("gaps", "positions", "statements", "movement")]
    answers += [answer("negotiations", tmp_path), answer("search", tmp_path, negotiation="fjords", words="umbrellas")]
    assert [one for one in answers if "kept-quiet" in one or "Would take" in one] == []


def test_the_command_answers_over_standard_input_and_output() -> None:
    """A file that has changed since is read anew, and nothing but the protocol is written there."""

    async def whole() -> str:
        async with Client(StdioServerParameters(command=sys.executable, args=["-m", "parley", "mcp", str(SHIPPED)], cwd=SHIPPED.parent)) as client:
            found = await client.call_tool("negotiations", {})
            return str(getattr(found.content[0], "text", ""))

    assert json.loads(run_apart(whole()))["negotiations"][0]["id"] == TALKS


def test_where_the_part_is_not_installed_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(NotInstalledError, match=r"^'mcp' needs a part that is not installed\. Install it with: pip install 'parley\[assistants\]'$"):
        server_of(SHIPPED, TODAY)
