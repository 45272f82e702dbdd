"""The drawing on a slide: its line beneath and its words count and tell what is drawn there, and nothing else."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx import Presentation

from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.shapes import draw
from parley.exports.slides import slides
from parley.figures.picture import Label, Layer, Picture
from parley.telling.briefing import brief
from tests.making import TODAY, percent, quota, statement


def groups() -> dict[str, Any]:
    """Return the groups of a drawing of talks in which two speakers of a name different places, and a third does not count."""
    data = quota(
        percent(), {"a": "up", "b": "down"},
        statement("a", "demand", 27, speaker="minister"), statement("a", "demand", 20, speaker="envoy"),
        statement("a", "demand", 5, speaker="leak", said="2025-01-01"), statement("b", "offer", 10, said="2025-03-03"),
    )  # fmt: skip
    deck = Presentation(BytesIO(slides(brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE))))
    return {
        name: shape
        for slide in deck.slides
        for shape in slide.shapes
        if (name := shape.name.removeprefix("Parley: ")) in ("Legend", "A: demand and offer")
    }


def test_what_is_counted_beneath_is_drawn_above() -> None:
    """The word of the speaker who does not count is not drawn on slides, so it is not counted there."""
    words = [one.text_frame.text for one in groups()["Legend"].shapes if one.has_text_frame]
    assert [one for one in words if "statement" in one] == ["As of 31 Mar 2025 · All evidence · 3 statements, the oldest 1 Mar 2025"]


def test_its_words_name_no_speaker_who_is_not_drawn() -> None:
    """The party's demand is told as it is drawn, from the one place to the other."""
    described = groups()["A: demand and offer"]._element.nvGrpSpPr.cNvPr.get("descr")
    assert described == "A: Asks: 20 to 27 % (accounts differ)."


def test_what_follows_a_label_is_a_paler_run_of_its_own() -> None:
    """Slanted as the label is, and never bold."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    picture = Picture(200, 50, (Layer("base", (Label(5, 20, "asks", 12, is_bold=True, is_italic=True, aside="May 2018"),)),), "Alt.")
    draw(slide.shapes, picture, 0, 0, 1, {"base": ("Scale", "Words.")})
    (box,) = [one for group in slide.shapes for one in group.shapes]
    runs = box.text_frame.paragraphs[0].runs
    assert [(run.text, run.font.bold, run.font.italic) for run in runs] == [("asks", True, True), (" May 2018", False, True)]
    alphas = [run._r.xpath(".//a:alpha/@val") for run in runs]
    assert alphas == [[], ["68000"]]
