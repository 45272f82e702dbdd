"""A YAML text with another value, of which every line that need not change stays byte for byte: comments, order, quotes and line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import yaml

from parley.editing.emitting import inline, item, pair, scalar
from parley.places import events
from parley.plain_yaml import read_plainly
from parley.strict_yaml import Text, read_yaml

_SINGLE, _DOUBLE = re.compile(r"[:\-\[{,] +'"), re.compile(r'[:\-\[{,] +"')


class CannotKeepError(ValueError):
    """A text that is written so that a part of it could not be changed without touching others."""


def spliced(content: str, before: Mapping[str, Text], after: Mapping[str, Text]) -> str:
    """Return a text whose value is `before` as one whose value is `after`; raise `CannotKeepError` where nothing but rewriting would do."""
    if before == after:
        return content
    work = _Splicing(content)
    work.alter(work.root, dict(before), dict(after))
    made = work.text()
    value = read_plainly(made) or read_yaml(made)[0]
    if value != after:
        raise CannotKeepError
    return made


@dataclass
class _Node:
    """A value in a text: where it begins and where its last letter ends, how it is written, and what is in it, keys and values in turn."""

    start: int
    end: int
    kind: str
    style: str = ""
    is_flow: bool = False
    inside: list[_Node] = field(default_factory=list)

    @property
    def pairs(self) -> Iterator[tuple[_Node, _Node]]:
        """Yield the keys and values of a mapping."""
        return zip(self.inside[::2], self.inside[1::2], strict=True)


def _tree(content: str) -> _Node:
    """Return the nodes of a text that was read as strict YAML."""
    around: list[_Node] = [_Node(0, len(content), "root")]
    for event in events(content):
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
            around.append(_Node(start, end, kind, is_flow=bool(event.flow_style)))
            continue
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            node = around.pop()
            # What is written line by line ends with its last value, not where the next thing begins.
            node.end = end if node.is_flow or not node.inside else node.inside[-1].end
        elif isinstance(event, yaml.AliasEvent):
            node = _Node(start, end, "alias")
        else:
            node = _Node(start, start + len(content[start:end].rstrip()), "scalar", event.style or "")
        around[-1].inside.append(node)
    return around[0].inside[0]


class _Splicing:
    """The pieces of one text that are put in the place of others."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.root = _tree(content)
        self.newline = "\r\n" if content.count("\r\n") * 2 > content.count("\n") else "\n"
        self.quote = "'" if len(_SINGLE.findall(content)) > len(_DOUBLE.findall(content)) else '"'
        self._pieces: list[tuple[int, int, str]] = []

    def text(self) -> str:
        """Return the text with all pieces in their places."""
        made, at = [], 0
        for start, end, piece in sorted(self._pieces, key=lambda one: one[:2]):
            if start < at:
                raise CannotKeepError
            made += [self.content[at:start], piece]
            at = end
        return "".join((*made, self.content[at:]))

    def alter(self, node: _Node, before: Text, after: Text) -> None:
        """Note what turns one value into another."""
        if before == after:
            return
        if node.is_flow or type(before) is not type(after) or isinstance(before, str) or not node.inside or not after:
            self._put(node.start, node.end, self._written(node, before, after))
        elif isinstance(before, dict) and isinstance(after, dict):
            self._alter_mapping(node, before, after)
        elif isinstance(before, list) and isinstance(after, list):
            self._alter_list(node, before, after)

    def _put(self, start: int, end: int, piece: str) -> None:
        self._pieces.append((start, end, piece))

    def _written(self, node: _Node, before: Text, after: Text) -> str:
        """Return a value in the place of another, as much of which as stays is written as it was."""
        self._refuse_comments(node)
        if isinstance(after, str):
            folded = self._column(node.start, is_indent=True) + 2
            return scalar(after, node.style if node.kind == "scalar" else None, quote=self.quote, column=folded, newline=self.newline)
        if node.is_flow and isinstance(before, dict) and isinstance(after, dict):
            nodes = dict(zip(before, node.pairs, strict=True))
            told = (self._pair_written(nodes, before, key, one) for key, one in after.items())
            return f"{{{', '.join(told)}}}"
        if node.is_flow and isinstance(before, list) and isinstance(after, list):
            raw = {repr(value): self.content[one.start : one.end] for value, one in zip(before, node.inside, strict=True)}
            return f"[{', '.join(raw.get(repr(one)) or inline(one, self.quote) for one in after)}]"
        return inline(after, self.quote)

    def _pair_written(self, nodes: Mapping[str, tuple[_Node, _Node]], before: Mapping[str, Text], key: str, value: Text) -> str:
        if key not in nodes:
            return f"{key}: {inline(value, self.quote)}"
        name, node = nodes[key]
        is_same = value == before[key]
        told = self.content[node.start : node.end] if is_same else self._written(node, before[key], value)
        return f"{self.content[name.start : name.end]}: {told}"

    def _refuse_comments(self, node: _Node) -> None:
        """Refuse to write anew what a comment stands in, or what several lines hold that are none of a text."""
        if node.kind in ("scalar", "alias"):
            return
        at = node.start
        for leaf in (*_leaves(node), _Node(node.end, node.end, "end")):
            if "#" in self.content[at : leaf.start]:
                raise CannotKeepError
            at = leaf.end

    def _alter_mapping(self, node: _Node, before: Mapping[str, Text], after: Mapping[str, Text]) -> None:
        nodes = dict(zip(before, node.pairs, strict=True))
        column = self._column(node.inside[0].start)
        last: str | None = None  # the key, of those there were, after which what is new stands
        waiting: list[str] = []
        for key, value in after.items():
            if key not in nodes:
                lines = pair(key, value, 0, self.quote)  # the margin is put before each of them
                if last is None:
                    waiting += lines
                else:
                    self._put_lines(nodes[last][1].end, lines, column)
                continue
            last = key
            self._alter_value(nodes[key], before[key], value)
        margin = self.newline + " " * column
        self._remove_keys(node, before, after, nodes)
        if waiting:
            self._put(node.inside[0].start, node.inside[0].start, margin.join([*waiting, ""]))

    def _alter_value(self, found: tuple[_Node, _Node], before: Text, after: Text) -> None:
        key, node = found
        is_block = node.kind in ("mapping", "list") and not node.is_flow
        if before == after or (is_block and type(before) is type(after) and after):
            self.alter(node, before, after)
            return
        if is_block and after == [] and isinstance(before, list):
            at = self.content.index(":", key.end) + 1
            self._put(at, at, " []")
            for one in node.inside:
                self._remove_item(one)
            return
        deep = isinstance(after, dict | list) and not node.is_flow and len(pair("", after, 0, self.quote)) > 1
        deep = deep or (isinstance(after, list) and not before and any(isinstance(one, dict) for one in after))
        if is_block or deep:
            # What stood beneath its key comes beside it, or the other way round.
            self._refuse_comments(node)
            if "#" in self.content[key.end : node.start]:
                raise CannotKeepError
            column = self._column(key.start)
            lines = self._lines_of("", after, column) if deep else [f": {inline(after, self.quote)}"]
            self._put(key.end, node.end, (self.newline + " " * 0).join(lines))
            return
        self.alter(node, before, after)

    def _lines_of(self, key: str, value: Text, column: int) -> list[str]:
        if isinstance(value, list):
            lines = [line for one in value for line in item(one, self.quote, is_flow=False)]
            return [f"{key}:", *(f"{' ' * (column + 2)}{line}" for line in lines)]
        return pair(key, value, column, self.quote)

    def _remove_keys(self, node: _Node, before: Mapping[str, Text], after: Mapping[str, Text], nodes: Mapping[str, tuple[_Node, _Node]]) -> None:
        keys = list(before)
        if not any(key in after for key in keys):
            raise CannotKeepError
        for number, key in enumerate(keys):
            if key in after:
                continue
            found, value = nodes[key]
            start = self._line_start(found.start)
            if not self.content[start : found.start].strip():
                self._put(start, self._line_end(value.end), "")
                continue
            following = nodes[keys[number + 1]][0]  # the first of an entry: the one after it moves up
            if keys[number + 1] not in after or self.content[value.end : following.start].strip():
                raise CannotKeepError
            self._put(found.start, following.start, "")

    def _alter_list(self, node: _Node, before: Sequence[Text], after: Sequence[Text]) -> None:
        first = 0
        while first < min(len(before), len(after)) and (before[first] is after[first] or before[first] == after[first]):
            first += 1
        last = 0
        while last < min(len(before), len(after)) - first and (before[-1 - last] is after[-1 - last] or before[-1 - last] == after[-1 - last]):
            last += 1
        old, new = before[first : len(before) - last], after[first : len(after) - last]
        for kind, a, b, c, d in _opcodes(old, new):
            paired = min(b - a, d - c) if kind in ("equal", "replace") else 0
            for number in range(paired):
                self.alter(node.inside[first + a + number], old[a + number], new[c + number])
            for number in range(a + paired, b):
                self._remove_item(node.inside[first + number])
            self._insert_items(node, first + b, new[c + paired : d], old, first)

    def _remove_item(self, node: _Node) -> None:
        dash = self._dash(node)
        start = self._line_start(dash)
        if self.content[start:dash].strip():
            raise CannotKeepError
        self._put(start, self._line_end(node.end), "")

    def _insert_items(self, node: _Node, at: int, values: Sequence[Text], old: Sequence[Text], first: int) -> None:
        """Put entries before the one at a place, or after the last; one that stood elsewhere is written as it was."""
        if not values:
            return
        beside = node.inside[max(at - 1, 0)]
        dash = self._dash(beside)
        column = dash - self._line_start(dash)
        moved = {repr(value): node.inside[first + number] for number, value in enumerate(old)}
        lines: list[str] = []
        for value in values:
            raw = moved.get(repr(value))
            if raw is not None:
                lines += [line.removeprefix(" " * column) for line in self.content[self._dash(raw) : self._line_end(raw.end)].splitlines()]
            else:
                lines += item(value, self.quote, is_flow=beside.is_flow)
        if at:
            if self._is_spaced(node, at):
                lines = ["", *lines]
            self._put_lines(beside.end, lines, column)
        else:
            self._put(dash, dash, (self.newline + " " * column).join([*lines, ""]))

    def _is_spaced(self, node: _Node, at: int) -> bool:
        """Return whether an empty line stands between the two entries before a place."""
        if at < 2:
            return False
        between = self.content[node.inside[at - 2].end : self._dash(node.inside[at - 1])]
        return "#" not in between and between.count("\n") > 1

    def _put_lines(self, after: int, lines: Sequence[str], column: int) -> None:
        """Put whole lines behind the one in which something ends."""
        at = self._line_end(after)
        told = self.newline.join(" " * column + line if line else line for line in lines)
        if self.content[:at].endswith("\n"):
            self._put(at, at, told + self.newline)
        else:
            self._put(at, at, self.newline + told)

    def _dash(self, node: _Node) -> int:
        return self.content.rindex("-", 0, node.start)

    def _line_start(self, at: int) -> int:
        return self.content.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        found = self.content.find("\n", at)
        return len(self.content) if found < 0 else found + 1

    def _column(self, at: int, *, is_indent: bool = False) -> int:
        start = self._line_start(at)
        if is_indent:
            return len(self.content[start:at]) - len(self.content[start:at].lstrip(" -"))
        return at - start


def _leaves(node: _Node) -> Iterator[_Node]:
    for one in node.inside:
        if one.inside:
            yield from _leaves(one)
        else:
            yield one


def _opcodes(old: Sequence[Text], new: Sequence[Text]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what turns one list into another; entries are known by their ids, else by all that they say."""
    for kind, a, b, c, d in SequenceMatcher(None, [*map(_known_by, old)], [*map(_known_by, new)], autojunk=False).get_opcodes():
        if kind != "replace" or (b - a == d - c and all(map(_may_be_one, old[a:b], new[c:d]))):
            yield kind, a, b, c, d
        else:
            yield "delete", a, b, c, c
            yield "insert", b, b, c, d


def _known_by(value: Text) -> str:
    if not isinstance(value, dict):
        return repr(value)
    if isinstance(value.get("id"), str):
        return str(value["id"])
    # What somebody judges has no id: it is known by whose it is, who judged and when.
    return repr([value.get(key) for key in ("party", "by", "on")] if "by" in value else value)


def _may_be_one(old: Any, new: Any) -> bool:
    """Return whether one entry may be the other changed, though it is called otherwise or not at all."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return isinstance(old, str) and isinstance(new, str)
    return bool(2 * sum(new.get(key) == value for key, value in old.items()) >= len(old))
