"""The words that stand in a finished file whatever the data: Parley's fixed wording, and what the libraries put into every document."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from parley.exports.contents import parts_of
from parley.words.fixed import fixed_words

PACKAGE = Path(__file__).resolve().parents[1]
# What words a file can come from, beside the catalogue: the analysis says some, figures and exports write them, and the model knows a few.
WRITING = ("analysis", "figures", "exports", "__init__.py", "dates.py", "model", "numbers.py", "scales.py")
ASSETS = (".css", ".js", ".typ", ".html")
TEMPLATES = ("pptx", "docx")
# What of the catalogue stands on pages of the dashboard and in no file: words that no file holds hide nothing internal.
ON_PAGES = (
    *("access", "bringing_in", "controls", "document_reading", "editing", "pages", "presenting", "problems", "proposing", "ratings", "reading"),
    *("refusals", "statement", "templates", "workbook_edits"),
)
# What libraries call the pieces of a document that they make without a template.
LIBRARY_WORDS = (
    "Freeform Shape Rectangle Rounded Oval Connector Straight TextBox Picture Chart Graphic Frame Table Title Subtitle Content Placeholder Group",
    "Slide Image Notes Header Footer Number Date Text Microsoft Excel PowerPoint Word Worksheets Named Ranges Print Titles Filter Database Sheet",
    "Regular Arial Calibri Adobe Identity Typst producer creator python docx pptx xpacket begin application standalone mimetype Office Theme",
    "workbook proof notesMasters notesSlides sharedStrings filterDatabase presentation document settings styles relationships properties",
)


@cache
def own_words() -> tuple[str, ...]:
    """Return every text that a file may hold whatever the data, read once from catalogue, modules, their assets and the libraries' templates."""
    return (*fixed_words(without=ON_PAGES), *_literals(), *_assets(), *_templates(), *LIBRARY_WORDS)


def _literals() -> Iterator[str]:
    """Yield the texts in the code of the modules that write, docstrings and the guidelines of the model left out."""
    paths = [one for name in WRITING for one in ((PACKAGE / name).rglob("*.py") if (PACKAGE / name).is_dir() else [PACKAGE / name])]
    for path in sorted(paths):
        yield from _texts(ast.parse(path.read_text(encoding="utf-8")))


def _texts(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        elif not _is_docstring(child) and not _is_guideline(child):
            yield from _texts(child)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_guideline(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "described"


def _assets() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in ASSETS:
            yield path.read_text(encoding="utf-8")


def _templates() -> Iterator[str]:
    for library in TEMPLATES:
        spec = find_spec(library)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for path in sorted((Path(folder) / "templates").glob("*.*")):
                yield from (part.words for part in parts_of(path.name, path.read_bytes()))
