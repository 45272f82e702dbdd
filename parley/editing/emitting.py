"""Values as YAML text: as short as the files of a negotiation write them, each scalar so that every reader takes it for the same text."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import yaml

from parley.dates import PartialDate
from parley.strict_yaml import Text

WIDTH = 100  # of a text that is folded
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the one in C takes a tenth of the time
_PLAIN = re.compile(r"[A-Za-z][^\W_]*(?:[ _./'()-]+[^\W_]+\)?)*")
_BARE = re.compile(r"[^\W_][\w ./'()+-]*(?<! )")  # what may stand unquoted where something unquoted stood
# Words that some reader takes for something else than a text.
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "null", "nan", "inf"])
_ODD = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f]")


class Bare(str):
    """A number or a truth as text: written without quotes."""

    __slots__ = ()


def as_text(value: object) -> Text:
    """Return a value as the strict reader would give it: lists, mappings and texts; what is None in a mapping is left out."""
    match value:
        case str():
            return value
        case bool():
            return Bare("true" if value else "false")
        case int() | Decimal():
            return Bare(format(value, "f") if isinstance(value, Decimal) else value)
        case PartialDate():
            return value.text
        case Mapping():
            return {str(key): as_text(one) for key, one in value.items() if one is not None}
        case Sequence():
            return [as_text(one) for one in value]
    raise TypeError(f"Nothing in a file is a {type(value).__name__}.")


def whole(value: object) -> str:
    """Return a whole new file."""
    return str(yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=140, default_flow_style=None))


def scalar(text: str, style: str | None = None, *, quote: str = '"', column: int = 0, newline: str = "\n") -> str:
    """Return one text: unquoted where no reader could misread it, else in quotes; `style` is that of what stood there before, None for none.

    `column` is where a text that is folded over several lines begins.
    """
    if isinstance(text, Bare) and style in (None, ""):
        return str(text)
    if style == ">" and not _ODD.search(text) and "  " not in text:
        margin = " " * column
        lines = textwrap.wrap(text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False)
        return newline.join([">-", *lines])
    is_safe = (_BARE if style == "" else _PLAIN).fullmatch(text) and text.casefold() not in _WORDS
    if style not in ('"', "'") and is_safe:
        return text
    if (quote if style not in ('"', "'") else style) == "'" and not _ODD.search(text):
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


def inline(value: Text, quote: str) -> str:
    """Return a value on one line."""
    if isinstance(value, str):
        return scalar(value, quote=quote)
    if isinstance(value, list):
        return f"[{', '.join(inline(one, quote) for one in value)}]"
    return f"{{{', '.join(f'{key}: {inline(one, quote)}' for key, one in value.items())}}}"


def pair(key: str, value: Text, column: int, quote: str) -> list[str]:
    """Return a key with its value as lines, the first without and the others with the margin of a column."""
    if isinstance(value, str) or _is_flat(value):
        return [f"{key}: {inline(value, quote)}"]
    if isinstance(value, list):
        return [f"{key}:", *(f"{' ' * (column + 2)}{line}" for one in value for line in item(one, quote, is_flow=_is_flat(one)))]
    inside = [line for one, more in value.items() for line in pair(one, more, 0, quote)]
    return [f"{key}:", *(f"{' ' * (column + 2)}{line}" for line in inside)]


def item(value: Text, quote: str, *, is_flow: bool) -> list[str]:
    """Return an entry of a list as lines without a margin."""
    if is_flow or not isinstance(value, dict):
        return [f"- {inline(value, quote)}"]
    lines = [line for key, one in value.items() for line in pair(key, one, 0, quote)]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _is_flat(value: Text) -> bool:
    """Return whether a list or mapping holds nothing but texts."""
    return all(isinstance(one, str) for one in (value.values() if isinstance(value, dict) else value))


class _Dumper(_DUMPER):  # type: ignore[misc]
    """Writes a text that some reader would take for a number in quotes."""


def _quoted(dumper: Any, text: str) -> Any:
    is_numeric = text[:1] in "+-.0123456789" and text != "" and not isinstance(text, Bare)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if is_numeric else None)


def _bare(dumper: Any, text: Bare) -> Any:
    return dumper.represent_scalar(dumper.resolve(yaml.ScalarNode, str(text), (True, False)), str(text))


_Dumper.add_representer(str, _quoted)
_Dumper.add_representer(Bare, _bare)
