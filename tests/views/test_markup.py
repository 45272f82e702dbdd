"""Text from the files on a page that reads Markdown: shown as it was written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from parley.views.markup import literal, verbatim
from tests.views.conftest import PAGES, Open, write_hostile

JOINER = "\u2060"
SIGNS = re.compile(r"[*_<`$\[]")
# What Streamlit makes into something else once the signs are read, whether they were escaped or not.
MORE = re.compile(r"https?://|www\.|@\w|:smile:|:eu:|:material/home:|->")


def test_markdown_signs_are_made_literal() -> None:
    """Nothing in a text from the files makes Markdown, mathematics, a tag or a character out of a code."""
    assert literal("US$5 *or* [x](y) <b> a_b &lt;") == "US\\$5 \\*or\\* \\[x\\](y) \\<b\\> a\\_b \\&lt;"
    assert literal("- one") == "\\- one"
    assert literal("1. one") == "1\\. one"
    assert literal("two\n\n# lines") == "two \\# lines"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("https://evil.example", ("https", "\\://evil.example")),
        ("www.evil.example", ("www", ".evil.example")),
        ("a@evil.example", ("a@", "evil.example")),
        (":smile:", ("\\:", "smile\\:")),
        (":material/home:", ("\\:", "material/home\\:")),
        ("->", ("-", "\\>")),
    ],
)
def test_what_is_read_together_is_parted(text: str, parts: tuple[str, str]) -> None:
    """An address, an emoji, an icon and an arrow are made after the signs are read, so a mark without room stands between."""
    assert literal(text).removeprefix("\\-").replace("\\-", "-") in (JOINER.join(parts), JOINER.join(parts).removeprefix("-"))


def test_lines_are_shown_as_they_are_and_close_no_block() -> None:
    """Neither a line break in the name of a file nor a row of backticks."""
    assert verbatim(["a\n```\n# b", "c"]) == "- ```` a ``` # b ````\n- ```` c ````"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_hands_a_name_or_a_text_on_as_markup(visit: Open, tmp_path: Path, name: str) -> None:
    """Whatever the names and texts hold, no place that reads Markdown and no chart gets it as it stands."""
    found = visit(name, write_hostile(tmp_path / "fjords"), statement="fjords-0")
    assert found.errors == []
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
    texts: list[Any] = [one for kind in kinds for one in found.tested.get(kind)]
    pills: list[Any] = list(found.tested.get("button_group"))
    labels = [option.content for one in pills for option in one.proto.options]
    for text in [*(one.value for one in texts), *labels]:
        unescaped = re.sub(r"\*\*|:material/filter_alt:|`python -m parley check`|`-- --texts DIR`", "", re.sub(r"\\.", "", text))
        assert not SIGNS.search(unescaped), text
        assert not MORE.search(re.sub(r"\\(.)", r"\1", text)), text
    if name == "issue":
        drawn = json.dumps(found.figure)
        assert "<b data-evil" not in drawn
        assert "<i data-evil" not in drawn
