"""The drawing on a slide: its line beneath and its words count and tell what is drawn there, and nothing else."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx import Presentation

from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.slides import slides
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
    return {shape.name: shape for slide in deck.slides for shape in slide.shapes if shape.name in ("Legend", "A: demand and offer")}


def test_what_is_counted_beneath_is_drawn_above() -> None:
    """The word of the speaker who does not count is not drawn on slides, so it is not counted there."""
    words = [one.text_frame.text for one in groups()["Legend"].shapes if one.has_text_frame]
    assert [one for one in words if "statement" in one] == ["As of 31 Mar 2025 · All evidence · 3 statements, the oldest 1 Mar 2025"]


def test_its_words_name_no_speaker_who_is_not_drawn() -> None:
    """The party's demand is told as it is drawn, from the one place to the other."""
    described = groups()["A: demand and offer"]._element.nvGrpSpPr.cNvPr.get("descr")
    assert described == "A: Asks: 20 to 27 % (accounts differ)."
