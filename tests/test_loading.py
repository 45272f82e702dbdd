"""What is loaded for what is asked: the libraries behind pages and files to take away wait until something needs them."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from parley.commands.parser import COMMANDS
from tests.test_layers import MAY_USE

ROOT = Path(__file__).parents[1]
READING = {"yaml", "pydantic", "pydantic_core"}
TELLING = READING | {"fluent", "babel"}  # the one loads the other
# Runs one command and tells, last, which modules were loaded for it.
RUN = """
import json, sys
from parley.__main__ import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)))
"""
# Opens one page after another, each of which shows a heading of its own, and tells the same.
OPEN = """
import json, sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
from parley.views.page_list import PAGES
app = AppTest.from_file(str(Path("every_page.py").absolute()), default_timeout=120).run()
shown = set()
for name, *_ in PAGES:
    app.switch_page(f"parley/views/page_{name}.py").run()
    shown.update(one.proto.json for one in app.get("bidi_component") if one.key == "heading")
assert len(shown) == len(PAGES), shown
print(json.dumps(sorted(sys.modules)))
"""


@cache
def loaded(code: str, *arguments: str) -> frozenset[str]:
    """Return the modules loaded in a process of its own, which must not fail."""
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return frozenset(json.loads(done.stdout.splitlines()[-1]))


def libraries(modules: frozenset[str]) -> set[str]:
    """Return those of the libraries that the package uses which are among the modules."""
    return {name.split(".")[0] for name in modules} & MAY_USE.keys()


@pytest.mark.parametrize(
    ("command", "needed"),
    [
        ("--help", set()),
        ("check", READING),
        ("check --help", READING),
        ("diff positions", TELLING),
        ("search positions farm", TELLING),
        ("export --table gaps --to {folder}/gaps.csv", TELLING),
        ("export --issue trade-deficit --to {folder}/deficit.svg", TELLING | {"PIL"}),
        ("export --sources", TELLING),
    ],
)
def test_a_command_loads_only_the_libraries_it_uses(command: str, needed: set[str], tmp_path: Path) -> None:
    """No command loads those of the pages; what makes sentences, slides, documents and pictures is loaded to make them."""
    assert libraries(loaded(RUN, *command.format(folder=tmp_path).split())) == needed


def test_help_loads_no_command() -> None:
    """Names and what they do stand in one table; options are learned when a command is asked for."""
    modules = loaded(RUN, "--help")
    assert not {f"parley.commands.{name}" for name in COMMANDS} & modules
    assert "parley.commands.check" in loaded(RUN, "check", "--help")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_module_of_its_own(name: str) -> None:
    """Under the command's name, beside the table."""
    assert find_spec(f"parley.commands.{name.replace('-', '_')}") is not None


@pytest.mark.parametrize(
    ("used", "needed"),
    [("parley.__version__", set()), ("parley.load", READING), ("parley.gaps", READING), ("parley.frames", READING | {"pandas", "pyarrow"})],
)
def test_importing_the_package_loads_what_is_first_used(used: str, needed: set[str]) -> None:
    """The import itself loads nothing; pandas, with what it brings, waits until a frame is asked for."""
    modules = loaded(f"import json, parley, sys; {used}; print(json.dumps(sorted(sys.modules)))")
    assert libraries(modules) == needed
    assert needed or not any(name.startswith("parley.") for name in modules)


def test_no_page_loads_what_only_tables_of_numbers_need() -> None:
    """Streamlit loads pandas, and with it numpy and pyarrow, for a component that is told lists by name, and numpy for an icon: 80 megabytes for nothing."""
    assert not {"pandas", "pyarrow", "numpy"} & loaded(OPEN)
