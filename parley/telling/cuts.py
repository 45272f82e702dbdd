"""The evidence cut: its name, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.model import PLACED_KINDS, Statement
from parley.telling.said import Said, begun, said


def cut_name(cut: EvidenceCut) -> Said:
    """Return the name of a cut, as it stands inside a sentence."""
    return said("cut", cut=cut.id)


def dated(as_of: date, cut: EvidenceCut) -> Said:
    """Return the as-of date and the evidence cut, as they stand beside every number."""
    return said("dated", day=as_of, cut=begun(cut_name(cut)))


def cut_note(cut: EvidenceCut) -> Said | None:
    """Return what is written on all that is made under a cut; None under the default, which leaves out nothing that may count."""
    return None if cut == ALL_EVIDENCE else said("cut-note", cut=cut_name(cut))


def cut_leaves_out(cut: EvidenceCut, statements: Iterable[Statement]) -> Said | None:
    """Return how much of what was said a cut leaves out; None under the default.

    Counted are demands, stated limits, offers and measures, which alone make positions.
    """
    note = cut_note(cut)
    if note is None:
        return None
    counting = [one for one in statements if one.kind in PLACED_KINDS]
    left_out = tuple(one.id for one in counting if not cut.lets_in(one))
    if not left_out:
        return said("cut-leaves-nothing", note=note)
    return said("cut-leaves-out", left_out, note=note, left=len(left_out), count=len(counting))
