"""Where every value and key of a YAML text stands, found again by the path that leads to it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml

Loc: TypeAlias = tuple["str | int", ...]

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
_OPENS = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent))
_CLOSES = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))
_AROUND = frozenset((yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent))
_COMMENT_BEHIND = re.compile(r"[^\s#][ \t]+#")
_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")
COLUMNS = 32  # bits that a column takes, below those of its line


class Places:
    """The places of one text, noted while it is read as strict YAML.

    Only numbers are kept, in the order of the text: a tree of all its nodes takes ten times as long to build.
    `starts` holds where each key and value begins, and `sizes`, for lists and mappings alone, how many there are from it to its end, itself
    among them.
    """

    def __init__(self) -> None:
        self.starts = array("Q")
        self.sizes: dict[int, int] = {}
        self._same: dict[int, int] = {}
        self._inside: dict[int, Mapping[Any, tuple[int, int]]] = {}

    def end(self, node: int) -> None:
        """Note that a list or mapping ends, by its number in `starts`."""
        self.sizes[node] = len(self.starts) - node

    def alias(self, node: int) -> None:
        """Note that what began last stands for another value, by its number in `starts`."""
        self._same[len(self.starts) - 1] = node

    def at(self, value: Any, loc: Loc, *, on_key: bool = False) -> tuple[int, int]:
        """Return the 1-based line and column of what `loc` leads to in the value read (or of its key), else of the nearest thing around it."""
        node, place = 0, 0
        for step in loc:
            if type(value) in (dict, list):
                found = self._children(node, value).get(step)
                if found is not None:
                    key, node = found[0], self._same.get(found[1], found[1])
                    place = key if on_key else node
                    value = value[step]
                elif isinstance(value, dict):
                    break
            # Any other step names a branch of the model and not a place in the file.
        return self.place(place)

    def way_to(self, value: Any, line: int, column: int) -> Loc:
        """Return the way to the innermost thing in the value read that begins at a 1-based line and column, or has begun last before it."""
        place = (line - 1) << COLUMNS | (column - 1)
        way: list[str | int] = []
        node = 0
        while type(value) in (dict, list) and self.starts[node] != place:
            begun = [(step, child) for step, (key, child) in self._children(node, value).items() if self.starts[key] <= place]
            if not begun:
                break
            step, node = begun[-1]
            way.append(step)
            value = value[step]
        return tuple(way)

    def place(self, node: int) -> tuple[int, int]:
        """Return the 1-based line and column of a key or value, by its number in `starts`."""
        start = self.starts[node]
        return (start >> COLUMNS) + 1, (start & (1 << COLUMNS) - 1) + 1

    def _children(self, node: int, value: dict[str, Any] | list[Any]) -> Mapping[Any, tuple[int, int]]:
        """Return, by key or index, the places of the key and the value; in a list they are one."""
        if node not in self._inside:
            nodes = self.inside(node)
            if isinstance(value, dict):
                self._inside[node] = {key: (next(nodes), next(nodes)) for key in value}
            else:
                self._inside[node] = {index: (one, one) for index, one in zip(range(len(value)), nodes, strict=False)}
        return self._inside[node]

    def inside(self, node: int) -> Iterator[int]:
        """Yield the numbers of what stands in a list or mapping, keys and values in turn, and of what follows it."""
        node += 1
        while node < len(self.starts):
            yield node
            node += self.sizes.get(node, 1)


def placed_texts(value: object, at: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every text inside a value with the path that leads to it."""
    if isinstance(value, str):
        yield at, value
    for step, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(one, str):
            yield (*at, step), one
        else:
            yield from placed_texts(one, (*at, step))


class Cut(NamedTuple):
    """A value in no quotes that a comment follows on its line, so that one may have been meant to go on in the other."""

    loc: Loc
    kept: str
    comment: str


def cuts(content: str) -> Iterator[Cut]:
    """Yield the values in no quotes that a comment follows on their line, in a text that was read as strict YAML."""
    # Almost no file holds one, and to look for a sign alone is quick.
    if not (" #" in content or "\t#" in content) or not _COMMENT_BEHIND.search(content):
        return
    loc: list[str | int | None] = []  # of the next value; None where a key comes before it
    for event in events(content):
        kind = type(event)
        if kind in _OPENS:
            loc.append(None if kind is yaml.MappingStartEvent else 0)
            continue
        if kind in _CLOSES:
            loc.pop()
        elif loc and loc[-1] is None:
            loc[-1] = event.value if kind is yaml.ScalarEvent else ""
            continue
        elif kind is yaml.ScalarEvent and not event.style:
            found = _COMMENT.match(content, event.end_mark.index)
            if found:
                yield Cut(tuple(step for step in loc if step is not None), event.value, found[1])
        if loc:
            loc[-1] = loc[-1] + 1 if isinstance(loc[-1], int) else None


def events(content: str) -> Iterator[Any]:
    """Yield what opens, closes or is a value in a text that was read as strict YAML."""
    loader = _Loader(content)
    try:
        next_event = loader.get_event
        while type(event := next_event()) is not yaml.StreamEndEvent:
            if type(event) not in _AROUND:
                yield event
    finally:
        loader.dispose()
