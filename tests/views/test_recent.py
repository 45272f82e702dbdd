"""What was asked for lately is made once for all readers; how all issues stand is worked out once for all who look at the same."""

from pathlib import Path

import pytest

from parley.views import briefing_parts, overview_parts
from parley.views.recent import Recent
from tests.views.conftest import Open, write_negotiation


def test_what_was_asked_for_lately_is_made_once() -> None:
    """The one that nobody has asked for the longest is let go, and made again."""
    made: list[str] = []

    def ask(*asked: str) -> list[str]:
        return [recent.get(one, lambda one=one: made.append(one) or one.upper()) for one in asked]  # type: ignore[func-returns-value,misc]

    recent = Recent[str, str](2)
    assert ask("a", "b", "a", "c", "a", "b") == ["A", "B", "A", "C", "A", "B"]
    assert made == ["a", "b", "c", "b"]


def test_how_all_issues_stand_is_worked_out_once(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second reader, a filter and an order ask for nothing new; another day, other parties and a changed file do."""
    asked: list[str] = []
    work_out = overview_parts._how_all_stand
    monkeypatch.setattr(overview_parts, "_how_all_stand", lambda chosen: asked.append(chosen.as_of.isoformat()) or work_out(chosen))
    folder = write_negotiation(tmp_path / "positions" / "herring", [("northland", "demand", "r4"), ("southmark", "offer", "r1")])
    first = visit(positions=folder, as_of="2025-03-02")
    visit(positions=folder, as_of="2025-03-02", order="gap", status="unknown")
    assert asked == ["2025-03-02"]
    visit(positions=folder, as_of="2025-03-01")
    visit(positions=folder, as_of="2025-03-02", parties=["northland"])
    assert asked == ["2025-03-02", "2025-03-01", "2025-03-02"]
    said = folder / "herring" / "southmark.yaml"
    said.write_text(said.read_text(encoding="utf-8").replace("r1", "r2"), encoding="utf-8")
    first.run()
    assert asked == ["2025-03-02", "2025-03-01", "2025-03-02", "2025-03-02"]


def test_a_briefing_and_its_deck_are_made_once(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For all who present the same or take it away; another agenda, another first day and a changed file make another."""
    made: list[str] = []
    brief, deck_data = briefing_parts.brief, briefing_parts.deck_data
    monkeypatch.setattr(briefing_parts, "brief", lambda *given: made.append("briefing") or brief(*given))
    monkeypatch.setattr(briefing_parts, "deck_data", lambda *given: made.append("deck") or deck_data(*given))
    said = [("northland", "demand", "r4"), ("southmark", "offer", "r1")]
    folder = write_negotiation(tmp_path / "positions" / "herring", said, issues=("quota", "ports"))

    def asks_for(name: str, **asked: str) -> list[str]:
        made.clear()
        visit(name, positions=folder, as_of="2025-03-02", **asked)
        return list(made)

    assert asks_for("present") == ["briefing", "deck"]
    assert (asks_for("present"), asks_for("take_away")) == ([], [])
    assert asks_for("present", only="ports") == ["briefing", "deck"]
    assert asks_for("present", since="2025-02-01") == ["briefing", "deck"]
    file = folder / "herring" / "southmark.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("r1", "r2"), encoding="utf-8")
    assert asks_for("present") == ["briefing", "deck"]
