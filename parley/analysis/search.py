"""The search for words in statements."""

from __future__ import annotations

from datetime import date

from parley.dataset import Dataset
from parley.model import Statement


def matching(dataset: Dataset, text: str, as_of: date) -> tuple[Statement, ...]:
    """Return the statements said by then that hold every word of `text`, in what they say, their note, speaker, issue or source."""
    wanted = text.casefold().split()
    if not wanted:
        return ()
    return tuple(one for one in dataset.statements if one.day <= as_of and all(word in _searched(dataset, one) for word in wanted))


def _searched(dataset: Dataset, one: Statement) -> str:
    party = dataset.negotiation.party_by_id[one.party]
    source = dataset.sources[one.source]
    issue = dataset.negotiation.issue_by_id[one.issue]
    told_by = (party.name, party.speaker(one.speaker).name, source.title, source.publication)
    parts = (one.says, one.note, one.locator.anchor, one.id, issue.name, *told_by)
    return " ".join(part for part in parts if part).casefold()
