"""For whom a statement is meant: for all, for the parties that it names, or for those from whom a government is to obtain it (rule 1a)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parley.model import Negotiation, Party, Statement

Governments = Mapping[str, Party]


def governments(negotiation: Negotiation, party_id: str, issue_id: str) -> Governments:
    """Return, by id, the principals that a party may ask to obtain something from others; none where it is no advocate."""
    ways = negotiation.issue_by_id[issue_id].directions
    way = ways.get(party_id)
    if negotiation.party_by_id[party_id].role != "advocate" or way not in ("up", "down"):
        return {}
    return {one.id: one for one in negotiation.parties if one.role == "principal" and ways.get(one.id) == way}


def asked_of(one: Statement, of: Governments) -> tuple[Party, ...]:
    """Return the governments that a demand asks to obtain it from others; none where it is meant for those to whom it is addressed, or for all."""
    if one.kind != "demand" or not one.to or one.to_others or not all(key in of for key in one.to):
        return ()
    return tuple(of[key] for key in one.to)


def government_asked(one: Statement, negotiation: Negotiation) -> tuple[Party, ...]:
    """Return the governments that a statement asks to obtain something from others; none where it asks no government."""
    return asked_of(one, governments(negotiation, one.party, one.issue)) if one.to else ()


def all_asked_of(statements: Iterable[Statement], of: Governments) -> tuple[Party, ...]:
    """Return the governments of which all of some statements are asked, each once; none where one of them is meant otherwise."""
    found = [asked_of(one, of) for one in statements] if of else []
    return tuple({party.id: party for several in found for party in several}.values()) if all(found) else ()


def is_meant_for(one: Statement, party: str | None, of: Governments) -> bool:
    """Return whether a statement is meant for a party, None for anyone: what a government is to obtain from others is meant for all."""
    return one.is_addressed_to(party) or bool(asked_of(one, of))


def addressed_alone(statements: Iterable[Statement], of: Governments) -> frozenset[str]:
    """Return the ids of the parties for which alone some of these statements are meant."""
    return frozenset(key for one in statements if one.to and not asked_of(one, of) for key in one.to)
