"""Strict YAML: all scalars as text, no repeated keys, and the line and column of every value."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import yaml

from parley.errors import BadFilesError, Problem

Text: TypeAlias = "str | list[Text] | dict[str, Text]"
Loc: TypeAlias = tuple["str | int", ...]

_Loader: type = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True, eq=False)
class Document:
    """One YAML file: its value as text, lists and mappings, and the node tree that knows where each value stands."""

    path: Path
    value: dict[str, Text]
    root: yaml.MappingNode
    digest: bytes

    @property
    def name(self) -> str:
        """Return the path as it is shown in messages: relative to the working folder where possible."""
        return shown_path(self.path)

    def problem(self, loc: Loc, what: str, mend: str = "", *, on_key: bool = False) -> Problem:
        """Return a problem at the value (or at its key) that `loc`, keys and 0-based indices, leads to."""
        mark = _mark(self.root, loc, on_key=on_key)
        return Problem(self.name, mark.line + 1, mark.column + 1, what, mend)


def shown_path(path: Path) -> str:
    """Return `path` relative to the working folder if it lies below it, else as given."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def read_document(path: Path) -> Document:
    """Read one YAML mapping; raise `BadFilesError` with the place if it is not strict YAML."""
    name = shown_path(path)
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise BadFilesError([Problem(name, line, column, "This is not UTF-8 text.", "Save the file as UTF-8.")]) from error
    except OSError as error:
        raise BadFilesError([Problem(name, 1, 1, f"The file cannot be read: {error.strerror}.")]) from error
    try:
        # compose() builds nodes and never Python objects, so no tag can run code.
        root = yaml.compose(content, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = f"This is not YAML: {error.problem or error.context}."
        raise BadFilesError([Problem(name, line, column, what, _yaml_hint(content, line))]) from error
    except yaml.YAMLError as error:
        raise BadFilesError([Problem(name, 1, 1, f"This is not YAML: {str(error).splitlines()[0]}.")]) from error
    except RecursionError as error:
        raise BadFilesError([Problem(name, 1, 1, "The values are nested too deeply to be a position file.")]) from error
    problems: list[Problem] = []
    if not isinstance(root, yaml.MappingNode):
        raise BadFilesError([Problem(name, 1, 1, "The file holds no keys.", "Write 'key: value' lines, as in the README.")])
    value = _text(root, name, problems, set())
    if problems:
        raise BadFilesError(problems)
    assert isinstance(value, dict)
    return Document(path, value, root, hashlib.sha256(content.encode()).digest())


def _text(node: yaml.Node, name: str, problems: list[Problem], above: set[int]) -> Text:
    if isinstance(node, yaml.ScalarNode):
        if node.value == "" and node.style is None:
            problems.append(_at(node, name, "No value is given.", "Write one, or leave the whole line out."))
        return str(node.value)
    if id(node) in above:
        problems.append(_at(node, name, "An alias leads back to itself.", "Write the value out."))
        return ""
    above = above | {id(node)}
    if isinstance(node, yaml.SequenceNode):
        return [_text(item, name, problems, above) for item in node.value]
    found: dict[str, Text] = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(_at(key, name, "A key must be a word.", "Quote it if it is one."))
            continue
        if key.value == "<<":
            problems.append(_at(key, name, "Merge keys are not read.", "Write the values out."))
            continue
        if key.value in found:
            first = next(k for k, _ in node.value if k.value == key.value)
            mend = f"It stands first on line {first.start_mark.line + 1}; keep one of the two."
            problems.append(_at(key, name, f"The key '{key.value}' is repeated.", mend))
            continue
        found[str(key.value)] = _text(item, name, problems, above)
    return found


def _at(node: yaml.Node, name: str, what: str, mend: str) -> Problem:
    return Problem(name, node.start_mark.line + 1, node.start_mark.column + 1, what, mend)


def _mark(root: yaml.Node, loc: Loc, *, on_key: bool) -> yaml.Mark:
    node, mark = root, root.start_mark
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == step), None)
            if pair is None:
                break
            node = pair[1]
            mark = pair[0].start_mark if on_key else node.start_mark
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
        # Any other step names a branch of the model and not a place in the file.
    return mark


def _yaml_hint(content: str, line: int) -> str:
    lines = content.splitlines()
    near = lines[line - 1] if line <= len(lines) else ""
    if "\t" in near:
        return "Indent with spaces, not tabs."
    if near.count(": ") > 1:
        return "Put quotes around a text that contains ': '."
    return "Check the indentation, the quotes and the colons around here."


def stamp(path: Path) -> Hashable:
    """Return what changes when the file does: its path, size and time of change in nanoseconds."""
    status = path.stat()
    return (str(path), status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=4096)
def _cached(path: Path, _stamp: Hashable) -> Document:
    return read_document(path)


def read_if_changed(path: Path) -> Document:
    """Read one YAML mapping, again only if the file has changed; raise as `read_document`."""
    try:
        return _cached(path, stamp(path))
    except FileNotFoundError:
        return read_document(path)
