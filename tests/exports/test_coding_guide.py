"""The coding guide: all that somebody outside needs to propose statements, and nothing that stays inside."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from parley import __main__
from parley.dataset import load
from parley.exports.coding_guide import coding_guide
from parley.model import Entry, Kind, Locator, Place
from parley.proposing.fitting import fitted
from parley.proposing.lines import proposals_in
from parley.schemas import schema_text
from parley.sharing import shareable
from tests.editing.conftest import fjords as fjords
from tests.making import replaced

DATA = Path(__file__).parents[1] / "data"
SHIPPED = Path(__file__).parents[2] / "positions" / "us-china-trade"


@pytest.fixture(scope="module")
def guide() -> str:
    return coding_guide(shareable(load(SHIPPED)), "COMMAND")


def test_it_names_every_kind_field_party_step_and_document(guide: str) -> None:
    """By the ids that a proposal uses, each with what it means."""
    negotiation = shareable(load(SHIPPED)).negotiation
    named = [*get_args(Kind), *(party.id for party in negotiation.parties), *(one.id for party in negotiation.parties for one in party.speakers)]
    named += [one for issue in negotiation.issues for one in (issue.id, *(rung.id for rung in issue.scale.ladder or ()))]
    named += [*load(SHIPPED).sources, *(field.alias or name for name, field in Entry.model_fields.items() if "internal" not in name)]
    named += [f"{key}.{field.alias or name}" for key, model in (("place", Place), ("locator", Locator)) for name, field in model.model_fields.items()]
    assert [one for one in named if f"`{one}`" not in guide] == []
    rung = (negotiation.issues[0].scale.ladder or ())[0]
    assert f"- `{rung.id}`: {rung.name}. {rung.means} {rung.why}".rstrip() in guide


def test_it_holds_the_rules_the_command_and_the_schema(guide: str) -> None:
    """In the words of the method: at most eight words of a document, and what is no position."""
    assert "Keep at most 8 words of the document, as the anchor by which the place is found" in guide
    assert "A forecast, an analyst’s reading or a grievance is not a position." in guide
    assert "Unknown is never the middle." in guide
    assert "The file goes in with: `COMMAND`" in guide
    assert schema_text("proposal").strip() in guide


def test_its_example_is_a_proposal_that_fits(fjords: Path) -> None:
    """Whoever begins with it begins with a line that is taken."""
    from parley.editing.opening import opened

    guide = coding_guide(load(fjords), "COMMAND")
    (example,) = re.findall(r"```json\n(\{\"proposer\".*)\n```", guide)
    (given,) = proposals_in(example, Path("p.jsonl"))
    assert fitted(opened(fjords), [given]).count == 17
    assert json.loads(example)["statement"]["issue"] == "herring-quota"


def test_what_is_internal_is_not_in_it(fjords: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document that stays inside is not named to those outside."""
    replaced("seeds/southmark-2025-reply.yaml", "title: Reply to Northland", "title: Reply to Northland\ninternal: true")
    assert __main__.main(["brief-a-coder", str(fjords)]) == 0
    told = capsys.readouterr().out
    assert "`northland-2025-opening`: Northland opens the herring talks with a high bid, 5 Mar 2025, 8 paragraphs" in told
    assert "southmark-2025-reply" not in told
    assert "Reply to Northland" not in told


def test_it_is_written_where_asked_and_replaces_nothing_unasked(fjords: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As every other file that is written."""
    assert __main__.main(["brief-a-coder", "fjords", "--out", "guide.md"]) == 0
    assert Path("guide.md").read_text(encoding="utf-8").startswith("# Coding guide: Fjord fisheries talks, 2025\n")
    assert __main__.main(["brief-a-coder", "fjords", "--out", "guide.md"]) == 1
    assert "guide.md" in capsys.readouterr().err
    assert __main__.main(["brief-a-coder", "fjords", "--out", "guide.md", "--force"]) == 0
    assert fjords.is_dir()


def test_it_holds_no_sentence_of_a_document(guide: str) -> None:
    """No line of a text that is held for the tests stands in the guide to its negotiation."""
    made = coding_guide(load(DATA / "fjords", DATA / "seeds"), "COMMAND")
    lines = [line for path in (DATA / "texts").glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines() if len(line.split()) > 9]
    assert len(lines) == 14
    assert [line for line in lines if line in made and not line.startswith("Northland opens")] == []
    assert guide
