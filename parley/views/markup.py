"""Text from the files for places that read Markdown: shown as it was written, whatever signs it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parley.directions import isolated

_WORD_JOINER = "\u2060"  # takes no room, and what stands on both sides of it is not read together
# Escaped or not, Streamlit makes links, emoji, icons and arrows of these once the signs are read.
_MADE_INTO_MORE = re.compile(r"(?<=[a-z])(?=://)|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=:)(?=[\w+-][\w+/-]*:)|(?<=[-<>~])(?=[-=>])", re.IGNORECASE)
_BREAKS = re.compile("[ \t\r\n\f\v\x85\u2028\u2029]+")


def literal(text: str) -> str:
    """Return text from the files with what would be markup, or become a link, made literal."""
    text = _MADE_INTO_MORE.sub(_WORD_JOINER, _BREAKS.sub(" ", isolated(text)).strip(" "))
    for mark in "\\`*_{}[]<>#$~|:&":
        text = text.replace(mark, "\\" + mark)
    # At the start of a line these make a list or a rule.
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", text)


def verbatim(lines: Iterable[str]) -> str:
    """Return lines as a list of code that wraps, and that nothing in them can close: neither a line break nor a row of backticks."""
    flat = [" ".join(isolated(line).split()) for line in lines]
    longest = max((len(run) for line in flat for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    return "\n".join(f"- {fence} {line} {fence}" for line in flat)
