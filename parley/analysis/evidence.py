"""The evidence cut: which statements are admitted into a position, and why the others are not."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from parley.model import PLACED_KINDS, Attribution, Statement


@dataclass(frozen=True)
class EvidenceCut:
    """A gate on the grade of evidence; a statement is in or out, and never counts for less."""

    id: str
    admits: frozenset[Attribution | None]
    implied: bool

    def lets_in(self, statement: Statement) -> bool:
        """Return whether the statement may enter a position under this cut; what is not the party's own word may under none."""
        if not is_own_word(statement):
            return False
        return statement.attribution in self.admits and (self.implied or statement.conveyance != "implied")


ON_RECORD = EvidenceCut("on-record", frozenset({"on_record", "document"}), implied=False)
OFFICIALS = EvidenceCut("officials", ON_RECORD.admits | {"anonymous_official"}, implied=False)
ALL_EVIDENCE = EvidenceCut("all", OFFICIALS.admits | {"anonymous_source", "reporter", "expert_coding", None}, implied=True)
CUTS: tuple[EvidenceCut, ...] = (ALL_EVIDENCE, OFFICIALS, ON_RECORD)


def is_own_word(statement: Statement) -> bool:
    """Return whether it may be the party's own position; a forecast and a third party's reading never are (coding guide)."""
    return statement.conveyance != "forecast" and statement.attribution != "third_party_analysis"


def is_positional(statement: Statement) -> bool:
    """Return whether the statement can carry a position: a demand, red line, offer or measure with a place on the scale."""
    return statement.kind in PLACED_KINDS and statement.place.is_placed


def is_soft(statement: Statement, committing: Container[str]) -> bool:
    """Return whether a statement only hints or implies: by how it came across, or because its speaker may not commit the party.

    What all such statements alone carry is drawn dashed and marked so, wherever it is shown.
    """
    return statement.conveyance in ("hint", "implied") or is_hinted(statement, committing)


def is_hinted(statement: Statement, committing: Container[str]) -> bool:
    """Return whether a statement is a hint: said by a speaker who may not commit the party (rule 4a). An act is none, whoever tells of it."""
    return statement.kind != "measure" and statement.speaker not in committing
