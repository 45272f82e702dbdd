"""The names of what a statement is, of the parts of a position and of a party's role."""

from __future__ import annotations

from parley.analysis.positions import Part
from parley.model import Kind, Negotiation, Party
from parley.telling.said import Argument, Said, Verbatim, said, together


def kind_name(kind: Kind) -> Said:
    """Return what a statement is."""
    return said("kind", kind=kind)


def part_name(part: Part) -> Said:
    """Return what a party says of a part."""
    return said("part", part=part)


def part_of_position(part: Part) -> Said:
    """Return what that makes of its position: of offers, the best."""
    return said("part-of-position", part=part)


def role_of(party: Party, negotiation: Negotiation) -> Argument:
    """Return the role of a party, its earlier names, when it joined and left, and what it has become part of."""
    told: list[Said] = [said("role", role=party.role)]
    told += [said("party-formerly", names=together(*map(Verbatim, party.formerly), how="comma"))] if party.formerly else []
    told += [said("party-joined", day=party.joined)] if party.joined else []
    told += [said("party-left", day=party.left)] if party.left else []
    told += [said("party-merged", party=negotiation.party_by_id[party.merged_into])] if party.merged_into else []
    return together(*told, how="comma")
