"""Whether the anchor of a proposal stands where it says: in that paragraph, in another one, or nowhere in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parley.model import Locator, Source
from parley.texts import Texts, has_anchor

Found = Literal["found", "elsewhere", "nowhere", "no_anchor", "no_paragraph", "no_text", "no_source"]


@dataclass(frozen=True)
class Passage:
    """A paragraph of a document: its line, its number in the body (0 for a heading), and its words."""

    line: int
    paragraph: int
    text: str


@dataclass(frozen=True)
class Anchored:
    """What came of looking for an anchor, and the paragraph that is meant; where it stands in another, that one."""

    found: Found
    passage: Passage | None = None


def passages(source: Source, texts: Texts) -> Iterator[Passage]:
    """Yield the headings and the paragraphs of a document, as far as its text is held and is the one recorded."""
    numbered = [*((one.line, 0) for one in source.headings), *((one.line, number) for number, one in enumerate(source.body, 1))]
    for line, number in sorted(numbered):
        text = texts.paragraph(source, line)
        if text is not None:
            yield Passage(line, number, text)


def anchored(locator: Locator | None, source: Source | None, texts: Texts) -> Anchored:
    """Return whether an anchor stands where its locator says."""
    if source is None:
        return Anchored("no_source")
    there = list(passages(source, texts))
    if not there:
        return Anchored("no_text")
    at = locator or Locator.model_construct(set())
    meant = passage_at(there, at)
    holding = [one for one in there if at.anchor and has_anchor(one.text, at.anchor)]
    if meant is None:
        if at.line is None and at.paragraph is None and len(holding) == 1:
            return Anchored("found", holding[0])
        return Anchored("elsewhere", holding[0]) if holding else Anchored("nowhere" if at.anchor else "no_paragraph")
    if not at.anchor:
        return Anchored("no_anchor", meant)
    if meant in holding:
        return Anchored("found", meant)
    return Anchored("elsewhere", holding[0]) if holding else Anchored("nowhere", meant)


def passage_at(there: list[Passage], at: Locator) -> Passage | None:
    """Return the paragraph that a locator names by its line, else by its number; None where it names none that is there."""
    if at.line is not None:
        return next((one for one in there if one.line == at.line), None)
    return next((one for one in there if one.paragraph == at.paragraph), None) if at.paragraph else None
