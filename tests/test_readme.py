"""README and docs keep their promises: they name every page, command and field, lead somewhere, and their figures are the ones computed."""

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
DOCS = {one.name: one.read_text(encoding="utf-8") for one in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]}
GUIDE, FILES, COMMANDS_TOLD, ABOUT_DATA = (DOCS[name] for name in ("guide.md", "files.md", "commands.md", "data.md"))
LONGEST = 120  # lines of the README
RECORDS = [
    one for one in vars(model).values() if isinstance(one, type) and issubclass(one, model.Closed) and one not in (model.Closed, model.Statement)
]
RECORDS += [agendas.Agenda, agendas.AgendaItem]


def test_every_place_and_page_is_named() -> None:
    """Every place heads a row in the section on pages, and every page stands there by its title."""
    section = GUIDE.split("## The pages\n")[1].split("\n## ")[0]
    assert [place for place in PLACES if f"| {say(place_name(place))} |" not in section] == []
    assert [title for _, title, _ in PAGES if title.lower() not in section.lower()] == []


def test_every_command_is_named() -> None:
    """Every subcommand of `python -m parley` and every make target a user calls is told of."""
    told = COMMANDS_TOLD + GUIDE + DOCS["README.md"]
    missing = [name for name in COMMANDS if f"python -m parley {name}" not in told]
    targets = re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    missing += [name for name in targets if name not in ("help", "clean") and f"make {name}" not in told]
    assert missing == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.__name__)
def test_every_field_is_named(record: type[model.Closed]) -> None:
    """Every field that a file may hold is told of with the files."""
    missing = [name for name, field in record.model_fields.items() if f"`{field.alias or name}`" not in FILES + GUIDE]
    missing = [name for name in missing if not (record is model.Scale and f"`{name}`" in FILES + GUIDE)]
    assert missing == []


def test_the_figures_on_the_data_are_the_ones_computed() -> None:
    """Counts and agreement that are told are those of the files."""
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
        assert words in DOCS["README.md"] + ABOUT_DATA


def test_the_readme_is_read_in_one_go() -> None:
    """What it is, how it starts, the first ten minutes, and where to read on."""
    assert len(DOCS["README.md"].splitlines()) <= LONGEST


@pytest.mark.parametrize("name", DOCS)
def test_every_link_leads_to_something_that_is_there(name: str) -> None:
    """To a file of the project, and to a heading or an anchor in it."""
    folder = ROOT if name == "README.md" else ROOT / "docs"
    for target in re.findall(r"\]\(([^)\s]+)\)", DOCS[name]):
        path, _, anchor = target.partition("#")
        found = (folder / path).resolve() if path else folder / name
        assert found.exists(), target
        if anchor:
            text = found.read_text(encoding="utf-8")
            headings = {re.sub(r"[^\w\- ]", "", one.lower()).strip().replace(" ", "-") for one in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
            assert anchor in headings or f'id="{anchor}"' in text, target
