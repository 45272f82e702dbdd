"""What a search found, as lines for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parley.analysis.evidence import EvidenceCut
from parley.analysis.search import Search
from parley.evidence import Evidence
from parley.telling.briefing import standing_line
from parley.telling.cuts import dated
from parley.telling.search import alone_told, besides_told, found_line, found_told, instead_told, left_out_told, other_line, other_told
from parley.words import said_all, say


def search_lines(found: Search, dataset: Evidence, as_of: date, cut: EvidenceCut) -> Iterator[str]:
    """Yield what was found: how much, each issue with its statements and their ids, whatever else holds the words, and what is left out."""
    yield f"{say(dated(as_of, cut))}."
    yield say(found_told(found))
    yield from said_all(instead_told(found))
    yield from said_all(alone_told(found))
    for one in found.issues:
        yield ""
        yield one.issue.name
        yield from (f"  {say(found_line(dataset.statement(each), dataset))}" for each in one.statements)
    if found.others:
        yield ""
        yield from (say(other_told(other_line(one, dataset))) for one in found.others)
    yield ""
    yield from said_all(filter(None, [besides_told(found)]))
    yield from said_all(left_out_told(found, as_of, cut))
    yield say(standing_line())
