"""Rules that need the texts of the documents: that they are those recorded, and that the anchors stand in them."""

from __future__ import annotations

from collections.abc import Iterator

from parley.checks.pointing import in_source, in_statement
from parley.dataset import Dataset
from parley.errors import Problem, quoted
from parley.files import shown_path
from parley.texts import Texts, fingerprint, has_anchor


def texts_not_as_recorded(dataset: Dataset, texts: Texts) -> Iterator[Problem]:
    """Find sources whose text is not held, and lines of a text that are not those the record was made from."""
    for source in dataset.sources.values():
        if source.file is None:
            continue
        lines = texts.lines(source)
        if lines is None:
            what = f"The text {quoted(source.file)} is not held, so nothing can be compared with it."
            yield in_source(dataset, source, ("file",), what, f"Put it into {shown_path(texts.folder)}.", "warning")
            continue
        for key, paragraphs in (("headings", source.headings), ("body", source.body)):
            for index, one in enumerate(paragraphs):
                if one.line > len(lines) or fingerprint(lines[one.line - 1]) != one.fingerprint:
                    what, mend = f"Line {one.line} of the text held is not the one recorded.", "Hold the text the record was made from."
                    yield in_source(dataset, source, (key, index, "fingerprint"), what, mend)


def anchors_not_in_text(dataset: Dataset, texts: Texts) -> Iterator[Problem]:
    """Find anchors that do not stand in their line; a line that is not the one recorded is reported as such and not here."""
    for one in dataset.statements:
        source, line, anchor = dataset.source_of(one), one.locator.line, one.locator.anchor
        paragraph = texts.paragraph(source, line) if source and line else None
        if source and anchor and paragraph is not None and not has_anchor(paragraph, anchor):
            what = f"These words do not stand in line {line} of {quoted(source.id)}."
            yield in_statement(dataset, one, ("locator", "anchor"), what, "Copy a few words of that line.")
