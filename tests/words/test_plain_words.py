"""Words that are read stand in the catalogue: neither files nor pages hold any in their code, save what is listed here with its reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import parley

PACKAGE = Path(parley.__file__).parent
# A word, and another after it.
WORDS = re.compile(r"[^\W\d_]{2,}[,.:;]? +[^\W\d_]|[^\W\d_][,.:;]? +[^\W\d_]{2,}")
MARKUP = re.compile(r"[<>{}]|=[\"']|\w:\w")

# In files: names of fonts and styles, which Word and PowerPoint look up, and a format of dates, which Excel reads.
LOOKED_UP = {
    *{"Cell Head", "Cell Issue", "Part Label", "List Bullet", "List Number", "footnote text", "footnote reference", "d mmm yyyy"},
    *{"Microsoft YaHei", "Microsoft JhengHei", "Yu Gothic", "Malgun Gothic"},
}
EXPORTS = sorted((PACKAGE / "exports").glob("*.py"))
IN_EXPORTS = {
    "column_list.py": "the columns of tables that programs read stand with their keys and types, as the published schemas have them",
    "columns.py": "as above",
    "table_schemas.py": "as above",
    "tables.py": "what a table holds is told beside its columns",
    "briefing_tables.py": "as above",
    "evidence_tables.py": "as above",
    "gap_tables.py": "as above",
    "source_tables.py": "as above",
    "contents.py": "it names parts of files, in messages about what was found in them, and the elements of formats",
    "inside.py": "it names what is internal, in the same messages",
    "leaks.py": "it makes these messages",
    "own_words.py": "it lists words that libraries put into files",
    "slide_master.py": "it names the places of a layout, as PowerPoint's own are named",
}

# On pages: what is drawn, and not what stands on a control beside it, such as the label of a choice.
TABLES = {"Sheet", "Column", "Line", "Item"}
SENTENCES = {"st.header", "st.subheader", "st.markdown", "st.info", "st.caption", "st.warning", "st.error", "st.text"}
NEVER_READ = {"mark", "opens", "status", "colour", "width", "layout", "rail", "key"}
VIEWS = sorted((PACKAGE / "views").glob("*.py"))
IN_VIEWS = {
    "page_reading.py": "it explains the product, in one text of its own",
    "reading_parts.py": "as above",
    "app.py": "it names the product",
}


def texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts in code, those of docstrings and errors left out."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        elif not isinstance(child, ast.Raise) and not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            yield from texts(child)


def handed_on(node: ast.AST) -> Iterator[str]:
    """Yield the texts that an argument is made of, without those that it hands on to another call."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, ast.Call | ast.Subscript | ast.Compare):
        for child in ast.iter_child_nodes(node):
            yield from handed_on(child)


def drawn(tree: ast.AST) -> Iterator[str]:
    """Yield the texts that are drawn as they stand in the code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in TABLES | SENTENCES:
            read = [*node.args, *(one.value for one in node.keywords if one.arg not in NEVER_READ)]
            yield from (text for one in read for text in handed_on(one) if re.search(r"[^\W\d_]{2,}", text))


@pytest.mark.parametrize("path", [one for one in EXPORTS if one.name not in IN_EXPORTS], ids=lambda one: one.stem)
def test_a_file_is_written_in_words_of_the_catalogue(path: Path) -> None:
    """No text of two or more words stands in the code that makes files, markup and names of styles aside."""
    found = [text for text in texts(ast.parse(path.read_text(encoding="utf-8"))) if WORDS.search(text)]
    assert [text for text in found if text not in LOOKED_UP and not MARKUP.search(text)] == []


@pytest.mark.parametrize("path", [one for one in VIEWS if one.name not in IN_VIEWS], ids=lambda one: one.stem)
def test_a_page_draws_words_of_the_catalogue(path: Path) -> None:
    """Tables, headings and sentences hold none of their own; what stands on a control, and the title of a page, stand with it."""
    assert list(drawn(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_a_template_holds_no_words() -> None:
    """Neither in its text nor in an attribute that is read out."""
    page = (PACKAGE / "exports" / "webpage.html").read_text(encoding="utf-8")
    page = re.sub(r"(?s)<style>.*?</style>|\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", page)
    read_out = re.findall(r'(?:aria-label|title|alt|data-label)="([^"]*)"', page)
    assert [one for one in [*re.sub(r"(?s)<[^>]*>", "\n", page).split("\n"), *read_out] if re.search(r"[^\W\d_]{2,}", one)] == []


def test_what_is_excepted_is_there() -> None:
    """Whatever leaves or is mended leaves the lists above."""
    held = {path.name: list(texts(ast.parse(path.read_text(encoding="utf-8")))) for path in EXPORTS}
    assert set(IN_EXPORTS) <= set(held)
    assert {one for one in LOOKED_UP if not any(one in found for found in held.values())} == set()
    plain = {path.name for path in VIEWS if list(drawn(ast.parse(path.read_text(encoding="utf-8"))))}
    assert set(IN_VIEWS) <= plain
