"""What of a statement is searched for words."""

from __future__ import annotations

from parley.model import Negotiation, Source, Statement


def searched(one: Statement, negotiation: Negotiation, source: Source) -> str:
    """Return what a statement says, its note, anchor and id, its speaker, party, issue and document, in small letters."""
    party, issue = negotiation.party_by_id[one.party], negotiation.issue_by_id[one.issue]
    told_by = (party.name, party.speaker(one.speaker).name, source.title, source.publication)
    parts = (one.says, one.note, one.locator.anchor, one.id, issue.name, *told_by)
    return " ".join(part for part in parts if part).casefold()
