"""A condition is told in one wording, for every kind of statement, on every page and in every file."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import docx  # type: ignore[import-untyped]
import openpyxl  # type: ignore[import-untyped]
import pptx
import pypdf
import pytest

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.search import search
from parley.analysis.versions import versions
from parley.dataset import Dataset
from parley.exports.files import FORMATS, Maker, format_of
from parley.exports.movement import movement_lines, versions_lines
from parley.exports.search import search_lines
from parley.exports.table_list import TABLES
from parley.model import Condition
from parley.telling.briefing import Briefing, brief
from parley.telling.conditions import condition_of, one_stands, stands, under_condition
from parley.telling.said import Verbatim
from parley.views.deck import slide_data
from parley.words import say
from tests.making import LINKS, TODAY, Words, dataset, issue, links_told, percent, statement

KINDS = {"demand": ("demand", 20), "red_line": ("limit", 30), "offer": ("offer", 25)}
WHEN = "it rains"


@cache
def data() -> Dataset:
    """Three issues, one for each link; on each the second party asks, rules out and offers something under the same condition."""
    said = []
    for link in LINKS:
        on: Words = {"issue": link.replace("_", "-")}
        said += [statement("a", kind, at, reported="2025-03-01", **on) for kind, at in (("demand", 45), ("red_line", 40))]
        for kind, (_, at) in KINDS.items():
            own: Words = {"says": f"words{len(said)}.", "condition": {"type": link, "says": f"{WHEN} {len(said)}."}}
            said.append(statement("b", kind, at, said="2025-03-20", **on, **own))
    issues = [
        {**issue(percent(), {"a": "up", "b": "down"}), "id": link.replace("_", "-"), "name": f"Issue {number}"} for number, link in enumerate(LINKS)
    ]
    return dataset(issues, said)


@cache
def briefing() -> Briefing:
    whole = data()
    return brief(whole, None, whole.negotiation.parties, TODAY, ALL_EVIDENCE, min(one.day for one in whole.statements))


@cache
def made(ending: str) -> bytes:
    form = format_of(ending)
    assert form is not None
    return Maker(briefing(), data(), "").document(form)


def _slides() -> Iterable[Any]:
    return pptx.Presentation(io.BytesIO(made("pptx"))).slides  # type: ignore[no-any-return]


@cache
def text_of(ending: str) -> str:
    """Return all words of the briefing as the document of this kind."""
    match ending:
        case "pptx":
            return " ".join(text for slide in _slides() for text in _texts(slide.shapes))
        case "docx":
            read = docx.Document(io.BytesIO(made(ending)))
            cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
            return " ".join([*(one.text for one in read.paragraphs), *cells])
        case "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(made(ending)))
            return " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
        case "pdf":
            return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made(ending))).pages)
        case "html":
            return re.sub("<[^>]*>", " ", made(ending).decode())
    raise AssertionError(ending)


def _texts(shapes: object) -> list[str]:
    found: list[str] = []
    for shape in shapes:  # type: ignore[attr-defined]
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if getattr(shape, "has_table", False) and shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return found


@pytest.mark.parametrize(("link", "words"), LINKS.items())
def test_one_wording_of_a_condition(link: str, words: str) -> None:
    """Its link and what it says, without the full stop; with what depends on it, where that stands alone or opens a sentence."""
    condition = Condition.model_validate({"type": link, "says": f"{WHEN}."})
    by_kind = {one.kind: one.model_copy(update={"condition": condition}) for one in data().statements if one.condition and one.condition.type == link}
    party = data().negotiation.party_by_id["b"]
    assert say(condition_of(condition)) == f"{words} {WHEN}"
    assert say(under_condition(Verbatim("25 %"), by_kind["offer"])) == f"25 %, {words} {WHEN}"
    assert under_condition(Verbatim("45 %"), data().statements[0]) == Verbatim("45 %")
    assert say(one_stands(by_kind["offer"], party)) == f"An offer by B stands {words} {WHEN}"
    assert say(stands(by_kind["red_line"], party)) == f"This limit by B stands {words} {WHEN}"


def test_what_depends_on_nothing_has_no_such_sentence() -> None:
    """Nobody can ask for the condition of a statement that has none."""
    with pytest.raises(ValueError, match=r"^s0 depends on nothing\.$"):
        stands(data().statements[0], data().negotiation.party_by_id["a"])


@pytest.mark.parametrize("ending", [one.ending for one in FORMATS])
def test_every_document_tells_every_condition_as_it_is(ending: str) -> None:
    """Each of the three links stands as often as the others, at least once for each of demand, limit and offer, and no other word does."""
    counts = links_told(text_of(ending), WHEN)
    assert len(set(counts.values())) == 1, counts
    assert counts["if"] >= len(KINDS)


@pytest.mark.parametrize("name", ["matrix", "statements", "gaps", "movement"])
def test_every_table_tells_every_condition_as_it_is(name: str) -> None:
    """As numbers of the same three links."""
    assert name in TABLES
    counts = links_told(Maker(briefing(), data(), "").table(name, "csv").decode("utf-8-sig"), WHEN)
    assert len(set(counts.values())) == 1, counts
    assert counts["if"] >= len(KINDS)


def test_the_terminal_and_the_presentation_tell_every_condition_as_it_is() -> None:
    """What `diff` prints, and the lines of every step."""
    assert briefing().movement is not None
    printed = " ".join(movement_lines(briefing().movement, data(), ALL_EVIDENCE))  # type: ignore[arg-type]
    assert links_told(printed, WHEN) == {"if": 3, "only if": 3, "if and only if": 3}
    steps = " ".join(say(line.told) for one in briefing().issues for step in one.presented for line in step.lines)
    assert len(set(links_told(steps, WHEN).values())) == 1


def test_no_statement_is_told_without_what_it_depends_on() -> None:
    """Wherever its words stand, in a file, a table, a search, a feed, a list of changes or the presentation, its own condition stands with them."""
    maker, shown = Maker(briefing(), data(), ""), briefing()
    old = data().without([one.id for one in data().statements if one.condition])
    changed = versions_lines(versions(old, data(), data().negotiation.parties, ALL_EVIDENCE), old, data(), ALL_EVIDENCE)
    found = {one.ending: text_of(one.ending) for one in FORMATS} | {name: maker.table(name, "json").decode() for name in TABLES}
    found["notes"] = " ".join(slide.notes_slide.notes_text_frame.text for slide in _slides())
    found["search"] = " ".join(search_lines(search(data(), WHEN, TODAY, ALL_EVIDENCE), data(), TODAY, ALL_EVIDENCE))
    found["feed"] = re.sub("<[^>]*>", " ", maker.feed("", "").decode())
    found["changes"] = " ".join(changed)
    found["deck"] = json.dumps([slide_data(shown, one) for one in shown.issues])
    told = {name: re.sub(r"\s+", " ", text.replace("\xad", "")) for name, text in found.items()}
    without, places = [], Counter[str]()
    for one in filter(lambda each: each.condition, data().statements):
        assert one.condition and one.says
        own = say(condition_of(one.condition))
        for name, text in told.items():
            for at in (each.start() for each in re.finditer(rf"\b{one.says.rstrip('.')}\b", text)):
                places[name] += 1
                if own not in text[max(0, at - 100) : at + 900]:
                    without.append((name, text[max(0, at - 100) : at + 200]))
    assert without == []
    told_in = ["notes", "docx", "pdf", "html", "xlsx", "statements", "search", "feed", "changes", "deck"]
    assert [name for name in told_in if places[name] < 9] == []


def test_no_code_words_a_condition_by_itself() -> None:
    """Outside the one module nothing joins "if" to what a condition says."""
    package = Path(__file__).resolve().parents[1] / "parley"
    own = [path for path in package.rglob("*.py") if "condition.says" in path.read_text(encoding="utf-8")]
    # The leak search looks for the bare words, the checks and the search look into every text, and frames and tables hold words and link in columns of their own,
    # as the form does in fields.
    assert sorted(str(path.relative_to(package)) for path in own) == [
        "checks/contents.py",
        "exports/inside.py",
        "exports/tables.py",
        "frames.py",
        "indexing.py",
        "telling/conditions.py",
        "views/edit/statement.py",
    ]
