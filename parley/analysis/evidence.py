"""The evidence cut: which statements are admitted into a position, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model import PLACED_KINDS, Statement


@dataclass(frozen=True)
class EvidenceCut:
    """A gate on the grade of evidence; a statement is in or out, and never counts for less."""

    id: str
    name: str
    admits: frozenset[str]
    implied: bool

    def lets_in(self, statement: Statement) -> bool:
        """Return whether the statement may enter a position under this cut.

        A forecast and a third party's reading are never the party's own position (coding guide), whatever the cut.
        """
        if statement.conveyance == "forecast" or statement.attribution == "third_party_analysis":
            return False
        return statement.attribution in self.admits and (self.implied or statement.conveyance != "implied")


ON_RECORD = EvidenceCut("on-record", "On record only", frozenset({"on_record", "document"}), implied=False)
OFFICIALS = EvidenceCut("officials", "Officials, named or not", ON_RECORD.admits | {"anonymous_official"}, implied=False)
ALL_EVIDENCE = EvidenceCut("all", "All evidence", OFFICIALS.admits | {"anonymous_source", "reporter"}, implied=True)
CUTS: tuple[EvidenceCut, ...] = (ALL_EVIDENCE, OFFICIALS, ON_RECORD)


def cut_words(cut: EvidenceCut) -> str:
    """Return what is written on all that is made under a cut other than the default: "Evidence: on record only"; nothing under the default."""
    return "" if cut == ALL_EVIDENCE else f"Evidence: {cut.name[:1].lower()}{cut.name[1:]}"


def cut_sentence(cut: EvidenceCut, said: Iterable[Statement]) -> str:
    """Return how much of what was said a cut other than the default leaves out; nothing under the default.

    Counted are demands, stated limits and offers, which alone make positions.
    """
    words = cut_words(cut)
    if not words:
        return ""
    counting = [one for one in said if one.kind in PLACED_KINDS]
    left_out = sum(not cut.lets_in(one) for one in counting)
    verb = "is" if left_out == 1 else "are"
    return f"{words}. {left_out} of {len(counting)} demands, stated limits and offers {verb} left out."


def is_positional(statement: Statement) -> bool:
    """Return whether the statement can carry a position: a demand, red line or offer with a place on the scale."""
    return statement.kind in PLACED_KINDS and statement.place.is_placed
