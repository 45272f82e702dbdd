"""Words that are read stand in the catalogue: neither files nor pages hold any in their code, save what is listed here with its reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import parley

PACKAGE = Path(parley.__file__).parent
# A word, and another after it.
WORDS = re.compile(r"[^\W\d_]{2,}[,.:;]? +[^\W\d_]|[^\W\d_][,.:;]? +[^\W\d_]{2,}")
MARKUP = re.compile(r"[<>{}]|=[\"']|\w:\w")

# In files: names of fonts and styles, which Word and PowerPoint look up, and a format of dates, which Excel reads. In figures: where plotly puts a text.
LOOKED_UP = {
    *{'"Source Sans", "Source Sans Pro", sans-serif', "top left", "top center", "top right"},
    *{"Cell Head", "Cell Issue", "Part Label", "List Bullet", "List Number", "footnote text", "footnote reference", "d mmm yyyy"},
    *{"Microsoft YaHei", "Microsoft JhengHei", "Yu Gothic", "Malgun Gothic"},
}
EXPORTS = sorted(path for part in ("analysis", "telling", "words", "figures", "exports") for path in (PACKAGE / part).glob("*.py"))
IN_EXPORTS = {
    "column_list.py": "the columns of tables that programs read stand with their keys and types, as the published schemas have them",
    "columns.py": "as above",
    "table_schemas.py": "as above",
    "diff_schemas.py": "as above",
    "interface_schema.py": "it describes to programmers what programs can ask for",
    "contents.py": "it names parts of files, in messages about what was found in them, and the elements of formats",
    "inside.py": "it names what is internal, in the same messages",
    "leaks.py": "it makes these messages",
    "own_words.py": "it lists words that libraries put into files",
    "slide_boxes.py": "as in `slide_master.py`",
    "slide_house.py": "it looks up layouts by the names that PowerPoint gives them",
    "themes.py": "it lists the names of fonts",
    "template_errors.py": "it holds errors alone",
    "slide_master.py": "it names the places of a layout, as PowerPoint's own are named",
}

# On pages: what Parley hands to others, or is told by them to say.
NOT_READ = {
    *{"number of columns", "evidence cut"},  # kinds of things, in what an address is told to lack: `parley.addresses`
    "wide board",  # two classes of a style
    "wide columns",
    "wide list",
    "streamlit run dashboard.py --",  # how the server is started
    "Looking at the files failed; it goes on.",  # in the lines in which it was started
}
VIEWS = sorted((PACKAGE / "views").rglob("*.py"))
IN_VIEWS = {
    "document.py": "it names scripts of Streamlit, and links to them",
    "example.py": "it invents a negotiation: what its files would hold",
    "gate.py": "it names what a cookie is sent by",
    "measuring.py": "it names figures, as Prometheus shows them",
    "served_files.py": "it wraps scripts",
    "serving.py": "it names what a browser may load, as browsers read it",
}
# Two words, or one that begins as a label does.
READ = re.compile(rf"{WORDS.pattern}|^\W*[A-ZÀ-Þ][a-zà-þ]+")


def texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts in code, those of docstrings and errors left out."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        elif not isinstance(child, ast.Raise) and not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            yield from texts(child)


@cache
def texts_of(path: Path) -> tuple[str, ...]:
    """Return the texts in a module."""
    return tuple(texts(ast.parse(path.read_text(encoding="utf-8"))))


def in_markup(text: str) -> str:
    """Return what is read of a text that may be markup: what stands between tags, and in attributes that are read out."""
    read_out = re.findall(r'(?:aria-label|title|alt|placeholder|data-label)="([^"]*)"', text)
    return "\n".join([re.sub(r"(?s)<[^>]*>", "\n", text), *read_out]) if "<" in text else text


@cache
def plain(path: Path) -> list[str]:
    """Return the texts of a module of the pages that would be read."""
    return [one for one in texts_of(path) if one not in NOT_READ and any(READ.search(line) for line in in_markup(one).split("\n"))]


def test_a_file_is_written_in_words_of_the_catalogue() -> None:
    """No text of two or more words stands in the code that makes figures and files, or says what is in them; markup and names of styles aside."""
    held = {path: [text for text in texts_of(path) if WORDS.search(text)] for path in EXPORTS if path.name not in IN_EXPORTS}
    found = {path: [text for text in texts if text not in LOOKED_UP and not MARKUP.search(text)] for path, texts in held.items()}
    assert len(found) > 100
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_a_page_is_written_in_words_of_the_catalogue() -> None:
    """Neither a table nor a sentence, neither a control nor its name for those who cannot see it, holds words of its own."""
    found = {path: plain(path) for path in VIEWS if path.name not in IN_VIEWS}
    assert len(found) > 40
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_what_would_be_read_is_found() -> None:
    """A sentence, a label of one word, and what stands in markup; neither a word for programs nor a class."""
    read = ["The files are gone.", "Columns", "a pair", '<p class="Big one">Read me</p>', '<i aria-label="Next day"></i>', "**Bold**"]
    unread = ["columns", "wide", "statement:", "<i hidden></i>", '<p class="Big one"></p>', "M4 3v10", "28%", ""]
    found = [[one for one in some if any(READ.search(line) for line in in_markup(one).split("\n"))] for some in (read, unread)]
    assert found == [read, []]


def test_a_template_holds_no_words() -> None:
    """Neither in its text nor in an attribute that is read out."""
    page = (PACKAGE / "exports" / "webpage.html").read_text(encoding="utf-8")
    page = re.sub(r"(?s)<style>.*?</style>|\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", page)
    read_out = re.findall(r'(?:aria-label|title|alt|data-label)="([^"]*)"', page)
    assert [one for one in [*re.sub(r"(?s)<[^>]*>", "\n", page).split("\n"), *read_out] if re.search(r"[^\W\d_]{2,}", one)] == []


def test_the_browser_side_gets_its_words_as_data() -> None:
    """No script holds a sentence or a label, save what an error tells whoever looks for its cause."""
    scripts = [*(PACKAGE / "views" / "assets").glob("*.js"), *(PACKAGE / "exports").glob("*.js")]
    code = {path.name: re.sub(r"new Error\(.*?\)", "", path.read_text(encoding="utf-8")) for path in scripts}
    sentence = re.compile(r"""(?<=["'`])[A-ZÀ-Þ][a-zà-þ]+ [^"'`]*(?=["'`])|(?<="aria-label", ["'`])[^"'`]+|(?<=(?:title|label) = ["'`])[^"'`]+""")
    assert {name: sentence.findall(text) for name, text in code.items() if sentence.search(text)} == {}


def test_what_is_excepted_is_there() -> None:
    """Whatever leaves or is mended leaves the lists above."""
    held = [text for path in EXPORTS for text in texts_of(path)]
    assert set(IN_EXPORTS) <= {path.name for path in EXPORTS}
    assert LOOKED_UP - set(held) == set()
    wordy = {path.name for path in VIEWS if plain(path)}
    assert set(IN_VIEWS) == wordy
    assert {one for one in NOT_READ if not any(one in texts_of(path) for path in VIEWS)} == set()
