"""The README keeps its promises: it names every page, command and field, and its figures are the ones computed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley import agendas, model
from parley.agreement import agreement_in
from parley.commands.parser import COMMANDS
from parley.dataset import load
from parley.telling.controls import place_name
from parley.views.page_list import PAGES
from parley.views.ways import PLACES
from parley.words import say

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RECORDS = [
    one for one in vars(model).values() if isinstance(one, type) and issubclass(one, model.Closed) and one not in (model.Closed, model.Statement)
]
RECORDS += [agendas.Agenda, agendas.AgendaItem]


def test_every_place_and_page_is_named() -> None:
    """Every place heads a row in the section on pages, and every page stands there by its title."""
    section = README.split("## The pages\n")[1].split("\n## ")[0]
    assert [place for place in PLACES if f"| {say(place_name(place))} |" not in section] == []
    assert [title for _, title, _ in PAGES if title.lower() not in section.lower()] == []


def test_every_command_is_named() -> None:
    """Every subcommand of `python -m parley` and every make target a user calls is in the README."""
    missing = [name for name in COMMANDS if f"python -m parley {name}" not in README]
    targets = re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    missing += [name for name in targets if name not in ("help", "clean") and f"make {name}" not in README]
    assert missing == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.__name__)
def test_every_field_is_named(record: type[model.Closed]) -> None:
    """Every field that a file may hold is in the README."""
    missing = [name for name, field in record.model_fields.items() if f"`{field.alias or name}`" not in README]
    missing = [name for name in missing if not (record is model.Scale and f"`{name}`" in README)]
    assert missing == []


def test_the_figures_on_the_data_are_the_ones_computed() -> None:
    """Counts and agreement in the README are those of the files."""
    folder = ROOT / "positions" / "us-china-trade"
    dataset = load(folder)
    found = agreement_in(folder, dataset.negotiation)
    alone = len(found.first_only) + len(found.second_only)
    assert found.kind.alpha is not None
    assert found.rung.alpha is not None
    for words in (
        f"{len(dataset.statements)} statements",
        f"{len(dataset.negotiation.issues)} issues",
        f"{len(found.both)} units coded by both and {alone} by one of them",
        f"alpha is\n{found.kind.alpha:.2f} on kind and {found.rung.alpha:.2f} on rung ({found.rung.units} units that both placed)",
    ):
        assert words in README
