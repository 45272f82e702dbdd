"""Agendas: the order of a briefing, its handling marks, and how their files are read beside the positions."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from parley.agendas import Agenda, AgendaItem, agenda_of_first_group, order_of_negotiation
from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import Dataset, load
from parley.folders import files_stamp
from parley.sharing import shareable_agenda
from parley.telling.briefing import brief
from tests.briefings import many_tongues

DATA = Path(__file__).parent / "data"


@pytest.fixture
def fjords(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the invented negotiation that a test may spoil; its records of sources lie beside it."""
    for name in ("fjords", "seeds"):
        shutil.copytree(DATA / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return Path("fjords")


def stamp(folder: Path) -> tuple[object, ...]:
    return files_stamp(folder, Path("seeds"))


def agenda(**more: str) -> Agenda:
    return Agenda.model_validate({"id": "may", "title": "Where we stand", "items": [{"issue": "patrols", "notes": "Begin here."}], **more})


def issues_of(data: Dataset, chosen: Agenda | None, *, is_shareable: bool = False) -> list[tuple[int, str, str]]:
    found = brief(
        data, chosen, [one for one in data.negotiation.parties if one.role == "principal"], date(2025, 5, 1), ALL_EVIDENCE, is_shareable=is_shareable
    )
    return [(one.number, one.issue.id, one.notes) for one in found.issues]


def test_without_an_agenda_every_issue_is_told_in_the_order_of_the_negotiation() -> None:
    """Groups in their order, issues in theirs, under the negotiation's title; nobody is named and nothing is marked."""
    found = order_of_negotiation(load(DATA / "fjords").negotiation)
    assert (found.id, found.title, found.audience, found.handling) == ("all-issues", "Fjord fisheries talks, 2025", None, None)
    assert found.items == (AgendaItem(issue="herring-quota"), AgendaItem(issue="patrols"), AgendaItem(issue="harbour-access"))


def test_what_is_presented_where_no_agenda_is_chosen_are_the_issues_of_the_first_group() -> None:
    """Under the group's id; where there is no other group it is the agenda of all issues."""
    assert agenda_of_first_group(load(DATA / "fjords").negotiation) == Agenda(
        id="core", title="Fjord fisheries talks, 2025", items=(AgendaItem(issue="herring-quota"),)
    )
    alone = many_tongues().dataset.negotiation
    assert agenda_of_first_group(alone) == order_of_negotiation(alone)


@pytest.mark.parametrize(
    ("marks", "full", "shared"),
    [
        ({}, "", ""),
        ({"handling": "Delegation only"}, "Delegation only", "Delegation only"),
        ({"shared_handling": "Free"}, "", "Free"),
        ({"handling": "Delegation only", "shared_handling": "Free"}, "Delegation only", "Free"),
    ],
)
def test_each_edition_has_its_handling_mark(marks: dict[str, str], full: str, shared: str) -> None:
    """The shareable one has its own where it is given, else that of the full one; the full one never has the other's."""
    chosen = agenda(**marks)
    assert (chosen.handling_of(is_shareable=False), chosen.handling_of(is_shareable=True)) == (full, shared)
    made = shareable_agenda(chosen)
    assert (made.handling or "", made.shared_handling, made.handling_of(is_shareable=True)) == (shared, None, shared)


def test_a_shareable_agenda_has_no_speaker_notes() -> None:
    """Title and order are the same; for whom it was stays inside, too."""
    assert shareable_agenda(agenda(audience="Ministers", handling="Secret", shared_handling="Free")) == Agenda(
        id="may", title="Where we stand", handling="Free", items=(AgendaItem(issue="patrols"),)
    )


def test_the_agendas_of_a_folder_are_read_in_the_order_of_their_files(fjords: Path) -> None:
    """Not in that of their ids; hidden files and files of another kind are no agendas."""
    folder = fjords / "agendas"
    for name, key in (("a.yaml", "zebra"), ("z.yml", "adder"), (".hidden.yaml", "ghost"), ("notes.txt", "text")):
        (folder / name).write_text(f"id: {key}\ntitle: {key.title()}\nitems:\n  - issue: patrols\n", encoding="utf-8")
    assert [one.id for one in load(fjords).agendas] == ["zebra", "ministers", "adder"]


def test_a_negotiation_needs_no_agenda(fjords: Path) -> None:
    """Where there is no such folder there are none."""
    shutil.rmtree(fjords / "agendas")
    assert load(fjords).agendas == ()


def test_an_agenda_changes_the_stamp_and_not_the_version(fjords: Path) -> None:
    """What is shown rests on the positions and their sources; an agenda only chooses among it, and is still read anew when edited."""
    file = fjords / "agendas" / "ministers.yaml"
    seen = [(stamp(fjords), load(fjords).version)]
    file.write_text(file.read_text(encoding="utf-8").replace("May be passed on", "May be passed on to the guild"), encoding="utf-8")
    seen.append((stamp(fjords), load(fjords).version))
    shutil.copy(file, file.with_name("second.yaml"))
    file.with_name("second.yaml").write_text("id: second\ntitle: Second\nitems:\n  - issue: patrols\n", encoding="utf-8")
    seen.append((stamp(fjords), load(fjords).version))
    file.unlink()
    seen.append((stamp(fjords), load(fjords).version))
    assert len({one for one, _ in seen}) == 4
    assert {version for _, version in seen} == {load(DATA / "fjords").version}
    assert [one.id for one in load(fjords).agendas] == ["second"]


def test_an_edited_agenda_is_seen_by_the_next_load(fjords: Path) -> None:
    """The handling mark is the new one at once."""
    before = load(fjords).agendas[0]
    file = fjords / "agendas" / "ministers.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("For the delegation only", "For nobody"), encoding="utf-8")
    assert (before.handling, load(fjords).agendas[0].handling) == ("For the delegation only", "For nobody")


def test_what_is_wrong_in_an_agenda_is_told_with_the_rest(fjords: Path) -> None:
    """A wrong agenda does not hide what is wrong with the positions, nor the other way round."""
    file = fjords / "agendas" / "ministers.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("{issue: patrols", "{issue: patrol"), encoding="utf-8")
    north = fjords / "northland.yaml"
    north.write_text(north.read_text(encoding="utf-8").replace("issue: patrols", "issue: patroles", 1), encoding="utf-8")
    assert [str(one) for one in load(fjords).left_out] == [
        "fjords/agendas/ministers.yaml:8:13: There is no issue 'patrol'. Did you mean 'patrols'? Left out: agenda 'ministers'.",
        "fjords/northland.yaml:89:12: There is no issue 'patroles'. Did you mean 'patrols'? Left out: statement 'north-patrols-joint'.",
    ]


def test_a_briefing_follows_its_agenda() -> None:
    """Its issues come in the agenda's order and carry the speaker's notes; the shareable edition has the order alone."""
    data = load(DATA / "fjords")
    assert issues_of(data, data.agendas[0]) == [
        (1, "patrols", "Begin with the boats; the limit has no figure."),
        (2, "herring-quota", "Ask first what became of the range from 10% to 15%."),
        (3, "harbour-access", ""),
    ]
    assert issues_of(data, data.agendas[0], is_shareable=True) == [(1, "patrols", ""), (2, "herring-quota", ""), (3, "harbour-access", "")]
    assert issues_of(data, None) == [(1, "herring-quota", ""), (2, "patrols", ""), (3, "harbour-access", "")]


def test_an_agenda_is_closed_and_frozen() -> None:
    """It takes no key that it does not know, and no change."""
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        agenda(speaker="minister")
    with pytest.raises(ValidationError, match="frozen"):
        agenda().title = "Another"  # type: ignore[misc]
