"""Briefings for tests of the documents: the shipped one, and an invented one whose names and words are in several languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from parley.agendas import Agenda
from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import load
from parley.telling.briefing import Briefing, brief, last_edition
from tests.making import TODAY, dataset, issue, ladder, percent, statement

ROOT = Path(__file__).resolve().parents[1]
CHINESE, GERMAN, FRENCH, ARABIC = "中国要求取消配额", "Größere Fischgründe für Küstenländer", "Quota réservé à l’été", "المواقف التفاوضية"


@cache
def shipped() -> Briefing:
    """Return the briefing of the shipped negotiation on all its issues, as of its last day."""
    data = load(ROOT / "positions" / "us-china-trade")
    parties = [data.negotiation.party_by_id[one] for one in data.negotiation.shown]
    return brief(data, None, parties, data.days[-1], ALL_EVIDENCE, last_edition(data, data.days[-1]))


@cache
def many_tongues() -> Briefing:
    """Return a briefing on two issues, a quantity and a ladder, with Chinese, German, French and Arabic names, words and notes."""
    quota = issue(percent(), {"a": "up", "b": "down", "c": "up"})
    harbour = {**issue(ladder(4), {"a": "up", "b": "down"}), "id": "harbour", "name": f"Häfen {CHINESE}", "question": f"Wer darf ein? {ARABIC}?"}
    said = [
        statement("a", "demand", 27, says=CHINESE), statement("a", "offer", 24, says=GERMAN), statement("a", "red_line", 17, says=FRENCH),
        statement("b", "demand", 0, says=ARABIC), statement("b", "offer", (10, 12), says="Between ten and twelve < & >."),
        statement("b", "offer", 15, says="Fifteen, at a price.", condition={"type": "if", "says": "the harbours open first"}),
        statement("a", "demand", "r3", says=CHINESE, issue="harbour"), statement("b", "offer", "r1", says=GERMAN, issue="harbour", said="2025-03-20"),
    ]  # fmt: skip
    names = {"a": {"name": "Nordküste 北岸", "short": "北岸"}, "b": {"name": f"Südmark {ARABIC}", "short": "Südmark"}, "c": {"name": "Île-d’Été"}}
    data = dataset([quota, harbour], said, names)
    agenda = Agenda.model_validate(
        {"id": "tongues", "title": f"Lage: {CHINESE}", "audience": FRENCH, "handling": f"Vertraulich {ARABIC}",
         "items": [{"issue": "harbour", "notes": f"Zuerst {CHINESE}"}, {"issue": "quota", "notes": ARABIC}]}
    )  # fmt: skip
    day = min(one.day for one in data.statements)
    return brief(data, agenda, data.negotiation.parties, TODAY, ALL_EVIDENCE, day)
