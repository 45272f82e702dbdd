"""A negotiation without trimmings on every page and in every file: it is shown whole, and what is missing is said and not left blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from openpyxl import load_workbook

from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import load
from parley.dates import UNDATED
from parley.exports.files import Maker
from parley.model.negotiation import UNGROUPED
from parley.telling.briefing import brief
from tests.test_trimmings import written
from tests.views.conftest import PAGES, Open, items, write_yaml

CODED = {"attribution": "expert_coding", "coded": {"by": "A. Berg", "on": "2025-03"}}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_runs(visit: Open, tmp_path: Path, name: str) -> None:
    """Also where nothing at all is dated, and the header says nothing but who and what."""
    header = written(tmp_path, north=CODED) / "negotiation.yaml"
    told = yaml.safe_load(header.read_text(encoding="utf-8"))
    for key in ("about", "reviewed", "groups"):
        del told[key]
    for key in ("group", "question"):
        del told["issues"][0][key]
    told["issues"][0]["scale"] = {"ladder": [{"id": f"r{n}", "name": f"Rung {n}"} for n in range(6)]}
    write_yaml(header, told)
    opened = visit(name, positions=tmp_path, statement=["n", "s"])
    assert opened.errors == []


def test_the_evidence_says_what_is_missing(visit: Open, tmp_path: Path) -> None:
    """No field stands there empty, and no document is said not to be held where there is none."""
    written(tmp_path, north=CODED)
    opened = visit("issue", positions=tmp_path, statement=["n"])
    rows = [[item["text"] for item in items({"rows": [row]})] for row in opened.sheets["evidence_n"]["rows"]]
    assert rows == [
        ["Who", "North (coded by A. Berg, Mar 2025)"], ["Said", "undated"], ["Document", "no document"], ["On the scale", "Rung 5"],
        ["Counted", "yes"],
    ]  # fmt: skip
    assert "Demand: Rung 5" in opened.texts
    assert not any("text is not held" in one for one in opened.texts)


def test_every_file_is_made(tmp_path: Path) -> None:
    """The sheet of statements keeps the empty cells empty."""
    data = load(written(tmp_path, north=CODED))
    bare = data.negotiation.issues[0].model_copy(update={"question": "", "group": "issues"})
    negotiation = data.negotiation.model_copy(update={"issues": (bare,), "about": "", "reviewed": UNDATED, "groups": (UNGROUPED,)})
    data = replace(data, negotiation=negotiation)
    briefing = brief(data, None, data.negotiation.parties, date(2025, 4, 1), ALL_EVIDENCE, None)
    with ZipFile(BytesIO(Maker(briefing, data).pack())) as pack:
        names = pack.namelist()
        assert {Path(one).suffix for one in names} == {".pptx", ".docx", ".pdf", ".xlsx", ".html", ".csv", ".json", ".png", ".svg"}
        (book,) = [one for one in names if one.endswith(".xlsx")]
        sheet = load_workbook(BytesIO(pack.read(book)))["Statements"]
    heads, first, second = (list(row) for row in sheet.iter_rows(min_row=1, max_row=3, values_only=True))
    told = dict(zip(heads, first, strict=True))
    assert (told["Said"], told["Attribution"], told["Coded by"], told["Coded on"]) == ("undated", "coded by A. Berg, Mar 2025", "A. Berg", "2025-03")
    empty = (
        "What was said",
        "Said from",
        "Said until",
        "Source id",
        "Publication",
        "Paragraph (0: heading)",
        "Line",
        "Page",
        "Anchor",
        "Firmness (1 to 5)",
    )
    assert [told[one] for one in empty] == [None] * len(empty)
    assert dict(zip(heads, second, strict=True))["Attribution"] is None
