"""How many issues have which status is one count: the line that sums up, tables, slides, handout, document, page and movement give the same numbers."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from io import BytesIO

import docx
import pytest
from pptx import Presentation
from pypdf import PdfReader

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Status
from parley.analysis.overview import overview
from parley.exports.document import document
from parley.exports.handout import handout
from parley.exports.movement import movement_values
from parley.exports.plain_tables import table_csv
from parley.exports.slides import slides
from parley.exports.table_list import TABLES
from parley.exports.webpage import webpage
from parley.figures.palette import party_colours
from parley.telling.briefing import Briefing, brief
from parley.telling.movement import statuses_counted
from parley.views.cells import matrix_sheet
from parley.words import say
from tests.briefings import shipped

# Of the shipped talks as the briefing shows them: on seven issues a status is told, on some of another pair than the one compared first.
COUNTED = {"no_ask": 3, "no_evidence": 6, "unknown": 7}
LABELS = {"Open": "unknown", "No ask stated": "no_ask", "No evidence": "no_evidence"}


def by_label(texts: Iterable[str]) -> dict[str, int]:
    """Return how many of the texts have a line that begins with which status."""
    found = [next((key for label, key in LABELS.items() if re.search(rf"^{label}\b", text, re.MULTILINE)), "") for text in texts]
    return dict(Counter(filter(None, found)))


def in_summary(briefing: Briefing) -> dict[str, int]:
    told = re.findall(r"(\d+) (open|no ask stated|no evidence)", say(briefing.summary))
    return {LABELS[words[0].upper() + words[1:]]: int(number) for number, words in told}


def in_tally(briefing: Briefing) -> dict[str, int]:
    return {status.value: len(rows) for status, rows in briefing.tally.statuses.items()}


def in_summary_table(briefing: Briefing) -> dict[str, int]:
    return {str(row["status"]): int(str(row["count"])) for row in TABLES["summary"](briefing).by_key if row.get("status")}


def in_matrix_file(briefing: Briefing) -> dict[str, int]:
    text = table_csv(TABLES["matrix"](briefing), briefing).removeprefix("\ufeff")
    return dict(Counter(row["status"] for row in csv.DictReader(io.StringIO(text, newline=""))))


def on_slides(briefing: Briefing) -> dict[str, int]:
    shown = [one for one in Presentation(BytesIO(slides(briefing))).slides if one.shapes.title.text_frame.text.startswith("Overview")]
    rows = [row for slide in shown for shape in slide.shapes if shape.has_table for row in list(shape.table.rows)[1:]]
    return by_label(row.cells[len(row.cells) - 1].text_frame.text.replace("\v", "\n") for row in rows)


def in_handout(briefing: Briefing) -> dict[str, int]:
    lines = (PdfReader(BytesIO(handout(briefing))).pages[1].extract_text() or "").replace("\xa0", " ").replace("\u2060", "")
    found = [next((key for label, key in LABELS.items() if re.search(rf"\s{label}\b", line)), "") for line in re.split(r"\n(?=\d+ )", lines)[1:]]
    return dict(Counter(filter(None, found)))


def in_document(briefing: Briefing) -> dict[str, int]:
    rows = docx.Document(BytesIO(document(briefing))).tables[-1].rows[1:]
    return by_label(row.cells[-2].text for row in rows)


def on_page(briefing: Briefing) -> dict[str, int]:
    lines = matrix_sheet(briefing.matrix, party_colours(briefing.dataset.negotiation)).lines
    # What is open has no badge, but its question.
    told = [item.status or ("unknown" if item.text.startswith("Open: ") else "") for line in lines for cell in line.cells for item in cell]
    return dict(Counter(filter(None, told)))


def in_one_file(briefing: Briefing) -> dict[str, int]:
    (numbers,) = re.findall(r'<details class="numbers">(.*?)</details>', webpage(briefing), re.DOTALL)
    told = re.findall(r"(\d+) (open|no ask stated|no evidence)", numbers)
    return {LABELS[words[0].upper() + words[1:]]: int(number) for number, words in told}


def in_movement(briefing: Briefing) -> dict[str, int]:
    assert briefing.movement is not None
    return {status.value: now for status in Status if (now := briefing.movement.counts(status)[1])}


def in_movement_file(briefing: Briefing) -> dict[str, int]:
    assert briefing.movement is not None
    statuses = movement_values(briefing.movement, briefing.dataset, briefing.cut)["statuses"]
    return {one["status"]: len(one["until_issues"]) for one in statuses if one["until_issues"]}


@pytest.mark.parametrize(
    "count",
    [
        in_summary, in_tally, in_summary_table, in_matrix_file, on_slides, in_handout, in_document, on_page, in_one_file, in_movement,
        in_movement_file,
    ],
    ids=lambda one: one.__name__,
)  # fmt: skip
def test_every_format_counts_the_same_rows(count: Callable[[Briefing], dict[str, int]]) -> None:
    """Each counts the status of the pair that is told of, also where it stands in for the pair compared first.

    Documents list the issues with nothing to compare by themselves, and tell in the summary how many have which status.
    """
    assert any(one.row.stands_in_for for one in shipped().issues)
    listed = Counter(one.row.status.value for one in shipped().silent) if count in (on_slides, in_handout, in_document) else Counter[str]()
    assert Counter(count(shipped())) + listed == Counter(COUNTED)


def test_movement_counts_on_each_date_what_the_overview_of_that_date_shows() -> None:
    """Also on the first, where another pair may have led; the sentence tells the same."""
    data = shipped().dataset
    since, until = date(2018, 6, 2), date(2019, 1, 23)
    made = brief(data, None, data.negotiation.shown_first, until, ALL_EVIDENCE, since)
    assert made.movement is not None
    rows = overview(data, data.negotiation.shown_first, since, ALL_EVIDENCE)
    then = {status.value: before for status in Status if (before := made.movement.counts(status)[0])}
    assert then == Counter(row.status.value for row in rows) == {"unknown": 5, "no_ask": 4, "no_evidence": 7}
    assert say(statuses_counted(made.movement)) == (
        "Issues by status, on 2 Jun 2018 and on 23 Jan 2019: open 5, then 7; no ask stated 4, then 3; no evidence 7, then 6."
    )
