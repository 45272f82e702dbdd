"""The layers of the package: who may import whom, which library each may use, and how long a module may grow."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name as as_listed

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "parley"
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted((PACKAGE / "views").glob("page_*.py"))
CODE = [*MODULES, ROOT / "dashboard.py", ROOT / "every_page.py"]
LONGEST, LONGEST_PAGE = 400, 70

# What the pages and the commands alike stand on.
SHOWING = {"analysis", "checks", "dataset", "dates", "errors", "evidence", "exports", "files", "folders", "model", "texts"}
# Who may import whom; data flow one way, so imports point back. A package is one entry, and free within itself.
MAY_IMPORT: Mapping[str, set[str]] = {
    "letters": set(),
    "suggestions": {"letters"},
    "errors": {"suggestions"},
    "handed_in": {"errors", "suggestions"},
    "places": set(),
    "collecting": set(),
    "strict_yaml": {"errors", "letters", "places"},
    "plain_yaml": {"strict_yaml"},
    "files": {"errors", "places", "plain_yaml", "strict_yaml"},
    "addresses": {"errors", "suggestions"},
    "dates": {"errors", "suggestions"},
    "numbers": {"errors", "suggestions"},
    "fields": {"dates", "directions", "errors", "letters", "numbers", "suggestions"},
    "model": {"dates", "errors", "fields"},
    "scales": {"errors", "model", "numbers", "suggestions"},
    "texts": {"directions", "model"},
    "reading": {"errors", "fields", "files", "suggestions"},
    "schemas": {"agendas", "fields", "model", "numbers"},
    "agendas": {"fields", "model"},
    "fonts": set(),
    "formulas": set(),
    "access": {"errors", "files", "suggestions"},
    "directions": set(),
    "writing": {"errors"},
    "journal": {"errors", "writing"},
    "editing": {
        *{"analysis", "checks", "dataset", "dates", "errors", "files", "folders", "journal", "model", "places", "plain_yaml", "strict_yaml"},
        "fields",
        "suggestions",
        "writing",
    },
    "proposing": {
        "agreement",
        "dataset",
        "editing",
        "errors",
        "fields",
        "files",
        "importing",
        "journal",
        "model",
        "reading",
        "strict_yaml",
        "suggestions",
        "texts",
        "writing",
    },
    "documents": {"editing", "errors", "handed_in", "importing", "model", "texts", "writing"},
    "printable": {"dataset", "errors", "files", "fonts", "model", "places"},
    "references": {"errors", "files", "suggestions"},
    "header": {"dates", "errors", "files", "letters", "model", "references", "searching", "suggestions"},
    "fitting": {"errors", "files", "model", "references", "scales"},
    "placing": {"dates", "errors", "files", "model", "reading", "references"},
    "joining": {"agendas", "errors", "files", "fitting", "header", "letters", "model", "one_day", "placing", "reading", "references", "scales"},
    "shipped": set(),
    "one_day": {"model", "scales"},
    "searching": {"model"},
    "indexing": {"model", "searching", "suggestions"},
    "evidence": {"model", "scales", "searching"},
    "keeping": {"agendas", "errors", "evidence", "files", "indexing", "joining", "model", "scales", "searching"},
    "folders": {"errors", "files", "model"},
    "dataset": {"agendas", "collecting", "errors", "files", "folders", "joining", "journal", "keeping", "model", "reading"},
    "stored": {"agendas", "dataset", "dates", "errors", "evidence", "folders", "indexing", "keeping", "model", "reading", "searching"},
    "grouping": {"errors"},
    "sharing": {"agendas", "dataset", "model"},
    "doubts": {"agendas", "dataset", "errors", "files", "letters", "model", "numbers", "reading", "scales"},
    "checks": {"collecting", "dataset", "dates", "doubts", "errors", "files", "model", "numbers", "printable", "sharing", "texts"},
    "agreement": {"errors", "files", "model", "numbers", "scales", "suggestions"},
    "analysis": {"agendas", "collecting", "evidence", "dates", "errors", "model", "numbers", "scales", "searching", "sharing"},
    "telling": {
        "agendas",
        "agreement",
        "analysis",
        "editing",
        "importing",
        "roundtrip",
        "collecting",
        "dataset",
        "documents",
        "proposing",
        "errors",
        "evidence",
        "folders",
        "sharing",
        "dates",
        "model",
        "scales",
        "searching",
    },
    "words": {"dates", "model", "numbers", "telling"},
    "figures": {"analysis", "dates", "directions", "fonts", "model", "numbers", "scales", "telling", "words"},
    "exports": {
        *{
            "telling",
            "words",
            "addresses",
            "analysis",
            "dataset",
            "dates",
            "directions",
            "errors",
            "evidence",
            "fields",
            "figures",
            "fonts",
            "formulas",
            "handed_in",
            "model",
        },
        *{"editing", "numbers", "printable", "roundtrip", "scales", "schemas", "sharing", "suggestions", "writing"},
    },
    "views": {
        "access",
        "agreement",
        "answering",
        "collecting",
        *SHOWING,
        "telling",
        "words",
        "addresses",
        "agendas",
        "asking",
        "directions",
        "documents",
        "doubts",
        "editing",
        "proposing",
        "figures",
        "grouping",
        "importing",
        "roundtrip",
        "numbers",
        "reading",
        "strict_yaml",
        "scales",
        "searching",
        "sharing",
        "stored",
    },
    "asking": {"analysis", "dataset", "dates", "errors", "files", "folders", "model"},
    "answering": {"asking", "dataset", "errors", "exports", "sharing", "telling"},
    "library": {"analysis", "asking", "dataset"},
    "frames": {"analysis", "dataset", "library", "model", "scales"},
    "commands": {
        *{
            *SHOWING,
            "access",
            "agendas",
            "agreement",
            "answering",
            "asking",
            "doubts",
            "editing",
            "grouping",
            "handed_in",
            "importing",
            "numbers",
            "proposing",
            "reading",
            "roundtrip",
            "schemas",
            "sharing",
        },
        *{"shipped", "stored", "suggestions", "telling", "words", "writing"},
    },
    "importing": {
        "dataset",
        "dates",
        "editing",
        "errors",
        "fields",
        "files",
        "folders",
        "formulas",
        "handed_in",
        "letters",
        "model",
        "numbers",
        "reading",
        "strict_yaml",
        "suggestions",
        "writing",
    },
    "roundtrip": {"editing", "errors", "handed_in", "importing", "model", "strict_yaml", "suggestions"},
    "__main__": {"commands", "errors"},
}
# Who needs more of a negotiation than the questions of `Evidence`, and why; whoever is not named here asks those alone.
NEEDS_THE_FOLDER: Mapping[str, str] = {
    "answering": "makes the shareable edition of what another program asks for",
    "asking": "finds the negotiation in a folder",
    "commands": "read folders, check them, and choose among the agendas in them",
    "exports/files": "makes the shareable edition",
    "exports/inside": "collects all that must stay inside",
    "exports/leaks": "looks for it in all that may go out",
    "exports/tables": "makes the shareable edition",
    "frames": "gives out all statements as a table",
    "library": "reads a folder",
    "telling/briefing": "tells what was left out of the files, and makes the shareable edition",
    "views/bring_in/parts": "shows what a table would come to in a folder",
    "views/edit/parts": "finds the folder that is changed",
    "views/edit/preview": "draws an issue before and after a change of the files",
    "views/edit/records": "chooses among all that the folder holds",
    "views/edit/removing": "names the agendas of the folder",
    "views/edit/statement": "chooses among all that the folder holds",
    "views/new_parts": "shows what a first negotiation would be",
    "views/read/second": "looks for all that was taken from a document",
    "views/read/inbox": "tries what is proposed in the folder",
    "views/read/text": "looks for all that was taken from a document",
    "views/history_parts": "compares the folder with what it was",
    "views/example": "reads the example's folder",
    "views/panels": "makes a selection, in which the agendas are",
    "views/server/interface": "finds the folder that another program asks for",
    "views/selection": "chooses among the agendas in the folder",
    "views/store": "reads folders, and tells which files went",
    "views/take_away_parts": "makes the shareable edition",
}
# Who goes through all statements, and why.
GOES_THROUGH_ALL: Mapping[str, str] = {
    "exports/inside": "collects all that must stay inside",
    "exports/leaks": "looks for it in all that may go out",
    "frames": "gives out all statements as a table",
    "telling/evidence": "counts all that is held, and says which they are",
    "views/selection": "finds the statement called most like one that is gone",
}
# Above the questions: analysis and all that stands on it.
ASKING = ("analysis", "answering", "asking", "commands", "exports", "figures", "frames", "library", "telling", "views")
# Which library is used where; whoever needs another writes it down here and in requirements.txt.
MAY_USE: Mapping[str, set[str]] = {
    "yaml": {"editing", "places", "strict_yaml"},
    "pydantic": {
        *{"analysis", "roundtrip", "doubts", "editing", "exports", "fields", "importing", "model", "printable", "proposing", "reading", "schemas"},
    },
    "pydantic_core": {"reading"},
    "rapidfuzz": {"importing", "suggestions"},
    "python_calamine": {"importing"},
    "charset_normalizer": {"importing"},
    "filelock": {"journal"},
    "dulwich": {"editing"},
    "krippendorff": {"agreement"},
    "mcp": {"commands"},
    "fluent": {"words"},
    "pandas": {"frames"},
    "plotly": {"views"},
    "PIL": {"figures", "fonts"},
    "vl_convert": {"figures"},
    "ibis": {"stored"},
    "pyarrow": {"stored"},
    "feedgen": {"exports"},
    "pptx": {"exports"},
    "babel": {"importing"},
    "docx": {"documents", "exports"},
    "lxml": {"documents", "exports"},
    "xlsxwriter": {"exports"},
    "jinja2": {"exports"},
    "pybtex": {"exports"},
    "rispy": {"exports"},
    "typst": {"exports"},
    "pypdf": {"documents", "exports"},
    "streamlit": {"commands", "views", "dashboard", "every_page"},
    "starlette": {"views"},
    "structlog": {"views"},
    "prometheus_client": {"views"},
}

# Under which name a library is installed, where it is not its own.
INSTALLED_AS = {
    "yaml": "pyyaml",
    "ibis": "ibis-framework",
    "PIL": "pillow",
    "pptx": "python-pptx",
    "python_calamine": "python-calamine",
    "charset_normalizer": "charset-normalizer",
    "docx": "python-docx",
    "vl_convert": "vl-convert-python",
    "fluent": "fluent.runtime",
    "prometheus_client": "prometheus-client",
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def part_of(path: Path) -> str:
    """Return the entry of the tables under which a module stands."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py") if path.is_relative_to(PACKAGE) else path.stem


@cache
def imported(path: Path, *, also_for_types: bool) -> tuple[str, ...]:
    """Return the full names of what a module imports, wherever in it; `also_for_types` adds what only the type checker sees."""
    names: list[str] = []
    for node in _walk(tree(path), also_for_types=also_for_types):
        if isinstance(node, ast.Import):
            names.extend(one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: an import says the full name."
            assert node.module is not None
            names.append(node.module)
            if (ROOT / node.module.replace(".", "/")).is_dir():
                names.extend(f"{node.module}.{one.name}" for one in node.names)
    return tuple(names)


def _walk(node: ast.AST, *, also_for_types: bool) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            continue  # no import stands within an expression
        is_for_types = isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"
        if also_for_types or not is_for_types:
            yield child
            yield from _walk(child, also_for_types=also_for_types)


def parts_imported(path: Path) -> set[str]:
    """Return the entries of the table that a module needs at run time, its own left out."""
    names = (name.split(".") for name in imported(path, also_for_types=False))
    parts = {name[1] for name in names if name[0] == "parley" and len(name) > 1}
    return {one for one in parts if one in MAY_IMPORT} - {part_of(path)}


def test_every_module_has_a_place_in_the_table() -> None:
    """A new module or package is given one, and one that has gone leaves it."""
    assert {part_of(path) for path in MODULES} - {"__init__"} == set(MAY_IMPORT)


def test_the_table_points_one_way() -> None:
    """There is an order in which every layer comes after all that it may import."""
    order = list(TopologicalSorter(MAY_IMPORT).static_order())
    backbone = (
        ["errors", "files", "model", "reading", "dataset", "checks"],
        ["dataset", "analysis", "telling", "words", "figures", "views"],
        ["analysis", "exports", "views"],
    )
    for one in backbone:
        assert sorted(one, key=order.index) == one


def test_a_module_imports_only_what_lies_behind_it() -> None:
    """At run time no layer knows a later one: reading knows no parties, analysis no charts, figures no screen."""
    assert {path: more for path in MODULES if (more := parts_imported(path) - MAY_IMPORT.get(part_of(path), set()))} == {}


def test_the_dashboard_knows_only_the_views() -> None:
    """The server, page config, the list of pages, run; nothing else."""
    assert parts_imported(ROOT / "dashboard.py") == parts_imported(ROOT / "every_page.py") == {"views"}


def test_no_modules_import_each_other() -> None:
    """Neither directly nor in a circle, also within a package."""
    known = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES}
    graph = {name: {one for one in imported(path, also_for_types=False) if one in known and one != name} for name, path in known.items()}
    # A package's own file is run before any of its modules, and imports none of them.
    assert list(TopologicalSorter({name: needs - {"parley", "parley.views"} for name, needs in graph.items()}).static_order())


@pytest.mark.parametrize("path", sorted((PACKAGE / "analysis").glob("*.py")), ids=lambda one: one.stem)
def test_the_analysis_returns_values_and_no_words(path: Path) -> None:
    """What is said of its results is chosen by what tells, and stands in the catalogue; only errors are told where they arise."""
    left_out = {id(one) for node in ast.walk(tree(path)) if isinstance(node, ast.Raise) for one in ast.walk(node)}
    left_out |= {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [one.value for one in texts if id(one) not in left_out and " " in str(one.value).strip()] == []


def named_in(path: Path, table: Mapping[str, str]) -> bool:
    """Return whether a module, or its whole package, is named in a table."""
    name = path.relative_to(PACKAGE).with_suffix("").as_posix()
    return name in table or part_of(path) in table


def knows_the_folder(path: Path) -> bool:
    """Return whether a module knows the folder's own class, be it for types alone."""
    return any(
        isinstance(node, ast.ImportFrom) and node.module in ("parley.dataset", "parley.keeping") and "Dataset" in [one.name for one in node.names]
        for node in ast.walk(tree(path))
    )


def walks(path: Path) -> Iterator[ast.AST]:
    """Yield where a module reads all statements of a negotiation: `.statements` of it, its mapping by id, or what is said about whatever."""
    node: ast.AST
    annotated = [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation and re.search(r"\b(Dataset|Evidence)\b", ast.unparse(node.annotation))
    ]
    names = {"dataset"} | {node.arg if isinstance(node, ast.arg) else ast.unparse(node.target) for node in annotated}
    for node in ast.walk(tree(path)):
        match node:
            case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr="statements") if name in names:
                yield node
            case ast.Attribute(attr="statement_by_id") | ast.Call(func=ast.Attribute(attr="about"), args=[], keywords=[]):
                yield node


def test_whoever_computes_only_asks_the_evidence() -> None:
    """No module but a few knows the folder, and fewer go through all statements: a store that has other ways of looking answers the same questions."""
    asking = [one for one in MODULES if part_of(one) in ASKING]
    assert [one for one in asking if knows_the_folder(one) and not named_in(one, NEEDS_THE_FOLDER)] == []
    assert {one: found for one in asking if (found := [ast.unparse(node) for node in walks(one)]) and not named_in(one, GOES_THROUGH_ALL)} == {}


def test_nobody_is_excused_without_need() -> None:
    """Whoever is named as knowing the folder, or as going through all, does so."""
    asking = [one for one in MODULES if part_of(one) in ASKING]
    for table, found in ((NEEDS_THE_FOLDER, knows_the_folder), (GOES_THROUGH_ALL, lambda one: any(walks(one)))):
        for name in table:
            assert any(found(one) for one in asking if named_in(one, {name: ""})), name


def test_a_library_is_used_only_where_the_table_says() -> None:
    """Streamlit in the views, plotly in the figures, YAML in one module; nothing that is not written down."""
    own = {*sys.stdlib_module_names, "parley"}
    used = [(path, library) for path in CODE for library in sorted({name.split(".")[0] for name in imported(path, also_for_types=True)} - own)]
    assert [(path, library) for path, library in used if part_of(path) not in MAY_USE.get(library, set())] == []


def test_every_library_is_pinned() -> None:
    """To one version, by the name under which it is installed."""
    # What only an extra asks for is pinned beside the tests.
    files = [ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt"]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if "==" in line]
    assert {as_listed(INSTALLED_AS.get(one, one)) for one in MAY_USE} <= {as_listed(line.partition("==")[0]) for line in lines}


def test_a_module_says_its_one_job_first_and_stays_short() -> None:
    """Its first line is a sentence, and it has at most 400 lines, blank ones left out."""
    for path in CODE:
        first, *rest = (ast.get_docstring(tree(path)) or "").splitlines() or [""]
        assert first.endswith("."), path
        assert not rest or rest[0] == "", path
        assert len([line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]) <= LONGEST, path


def test_a_script_says_its_one_job_first_and_stays_short() -> None:
    """As a module does."""
    for path in sorted(PACKAGE.rglob("*.js")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        assert lines[0].startswith("// "), path
        assert len(lines) <= LONGEST, path


@pytest.mark.parametrize("path", PAGES, ids=lambda one: one.stem)
def test_a_page_is_a_short_script(path: Path) -> None:
    """It selects, computes, draws and cites; it touches no state and no markup."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE
    attributes = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    assert not attributes & {"session_state", "html", "components"}


def test_no_markup_is_slipped_into_the_page() -> None:
    """No unsafe HTML, no style sheet in a string, no HTML element; what Streamlit lacks is a component with assets of its own."""
    for path in CODE:
        keywords = {node.arg for node in ast.walk(tree(path)) if isinstance(node, ast.keyword)}
        assert "unsafe_allow_html" not in keywords, path
        assert not re.search(r"<style|<script|st\.html\(|st\.iframe\(", path.read_text(encoding="utf-8")), path


def test_the_browser_side_sets_words_as_text() -> None:
    """Words from the files never become markup: inner HTML is set only for drawn marks, and nothing is evaluated.

    One script fetches, and from the dashboard alone.
    """
    for path in sorted((PACKAGE / "views" / "assets").glob("*.js")):
        text = path.read_text(encoding="utf-8")
        if path.name == "fetching.js":
            text = text.replace("fetch(new URL(address, window.location.origin))", "", 1)
            at_once = 'new XMLHttpRequest();\n  asked.open("GET", new URL(address, window.location.origin), false);'
            text = text.replace(at_once, "", 1)
        assert not re.search(
            r"\beval\(|insertAdjacentHTML|outerHTML|document\.write|\bfetch\(|XMLHttpRequest|import\(|https?://(?!www\.w3\.org)", text
        )
        assert all("MARKS[kind]" in line for line in text.splitlines() if "innerHTML" in line)
