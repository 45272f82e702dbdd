"""Each format opened in another program and drawn by it, page by page: only on demand, by `make rendered`, as it takes LibreOffice and a minute."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from parley.exports.files import FORMATS, Maker, file_name
from parley.exports.houses import template_of
from parley.exports.shell import Shell
from parley.exports.what_if import DISTANCES_AT, rows_of
from parley.exports.workbook import workbook
from parley.telling.front import in_form
from tests.briefings import many_tongues, shipped
from tests.exports.templating import ALIKE, ministry_letter, ministry_slides

pytestmark = pytest.mark.skipif("RENDERED" not in os.environ, reason="asked for by `make rendered`")
FEW = 700  # letters of a page that is near empty, with those of its foot
PICTURES = Path(__file__).parents[2] / "rendered"  # not among the results of tests, which every run takes away
SHELLS: dict[str, Callable[[], Shell]] = {
    "own": Shell,
    "narrow": lambda: Shell(shape="4:3", paper="letter"),
    "house": lambda: Shell((template_of("house.pptx", ministry_slides()), template_of("house.docx", ministry_letter()))),
    "pale": lambda: Shell((template_of("pale.pptx", ministry_slides(ALIKE, is_wide=False)),)),
}
BRIEFINGS = {"shipped": shipped, "tongues": many_tongues}
# A workbook has one look, a PDF two, and of a page LibreOffice shows another thing than a browser.
CASES = [("shipped", ending, "own") for ending in ("pptx", "docx", "pdf", "xlsx")]
CASES += [("shipped", ending, "house") for ending in ("pptx", "docx")]
CASES += [("tongues", ending, look) for ending in ("pptx", "docx") for look in SHELLS] + [("tongues", "pdf", "narrow")]


def pages(file: Path, profile: Path) -> Path:
    """Return the file as LibreOffice prints it, itself where it is a PDF."""
    if file.suffix == ".pdf":
        return file
    return _office("pdf", file, profile) / f"{file.stem}.pdf"


def _office(form: str, file: Path, profile: Path) -> Path:
    """Have LibreOffice write a file in another form, and return the folder in which it lies."""
    office = shutil.which("soffice")
    assert office, "Install LibreOffice: apt-get install libreoffice-impress-nogui libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils"
    printed = file.parent / "printed"
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", form, "--outdir", printed, file],
        check=True,
        timeout=300,
        capture_output=True,
    )
    return printed


def test_a_spreadsheet_reckons_what_the_analysis_does(tmp_path: Path, profile: Path) -> None:
    """Every distance of the sheet What if, worked out anew; and with another demand those of that issue, and no others."""
    briefing = shipped()
    made = tmp_path / "made.xlsx"
    made.write_bytes(workbook(briefing))
    found = []
    for place in (None, "Scrapped"):
        book = openpyxl.load_workbook(made)  # without what the formulas came to
        book["What if"]["F6"] = place
        book.save(tmp_path / "typed.xlsx")
        _office("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,9", tmp_path / "typed.xlsx", profile)
        with (tmp_path / "printed" / "typed-What if.csv").open(encoding="utf-8", newline="") as file:
            found.append([line[DISTANCES_AT : DISTANCES_AT + 10] for line in list(csv.reader(file))[4:20]])
    known = [[str(one.formulas[DISTANCES_AT + at][1]).removesuffix(".0") if one.formulas else "" for at in range(10)] for one in rows_of(briefing, 4)]
    assert found[0] == known
    # China's limit is at most a step from 0 to 2, and it asks and offers nothing that was stated beside it.
    known[1] = ["5", "7"] * 4 + ["not measured"] * 2
    assert found[1] == known


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where LibreOffice keeps its settings, apart from those of whoever runs it."""
    return tmp_path_factory.mktemp("office")


@pytest.mark.parametrize("look", ["own", "narrow", "house"])
def test_a_word_document_of_one_page_has_one(look: str, tmp_path: Path, profile: Path) -> None:
    """On either paper, and in a template."""
    file = tmp_path / "one.docx"
    file.write_bytes(Maker(in_form(shipped(), "one-page"), shipped().dataset, "", SHELLS[look]()).document(FORMATS[1]))
    assert len(PdfReader(pages(file, profile)).pages) == 1


@pytest.mark.parametrize(("name", "ending", "look"), CASES)
def test_each_format_is_opened_and_drawn(name: str, ending: str, look: str, tmp_path: Path, profile: Path) -> None:
    """Every slide is a page, the title is on the first, and no page is empty; the pictures are kept to be looked at."""
    briefing = BRIEFINGS[name]()
    (form,) = (one for one in FORMATS if one.ending == ending)
    file = tmp_path / file_name(briefing, ending)
    file.write_bytes(Maker(briefing, briefing.dataset, "http://localhost:8501", SHELLS[look]()).document(form))
    printed = pages(file, profile)
    found = [one.extract_text() for one in PdfReader(printed).pages]
    assert briefing.agenda.title.split()[0].rstrip(":") in found[0]
    if ending == "pptx":
        assert len(found) == len(Presentation(str(file)).slides)
    if ending == "docx":
        assert len(docx.Document(str(file)).tables) == 2
    if name == "shipped" and ending in ("docx", "pdf"):
        # The last may end anywhere.
        assert min(map(len, found[:-1])) > FEW, [len(one) for one in found]
    folder = PICTURES / f"{name}-{ending}-{look}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run(["pdftoppm", "-r", "60", "-png", printed, folder / "page"], check=True, timeout=300)
    drawn = sorted(folder.iterdir())
    assert len(drawn) == len(found)
    for one in drawn:
        with Image.open(one) as picture:
            assert len(picture.convert("L").getcolors(256) or ()) > 8, one.name
