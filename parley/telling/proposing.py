"""What is said of proposed statements: how many came in, whether the anchor of each stands in the text, and what became of them."""

from __future__ import annotations

from typing import get_args

from parley.proposing.anchors import Found
from parley.proposing.codings import Kept
from parley.proposing.inbox import Counts
from parley.telling.said import Said, Verbatim, said

ANCHORS: tuple[Found, ...] = get_args(Found)


def put_in(count: int, there: int) -> Said:
    """Return how many proposals were put into the inbox, and how many were there before."""
    put = said("put-in", proposals=said("proposals-counted", count=count))
    return said("put-in-also", put=put, there=there) if there else put


def anchor_found(found: Found) -> Said:
    """Return whether an anchor stands where it says."""
    return said("anchor-found", found=found)


def anchors_counted(count: int, found: Found) -> Said:
    """Return how many anchors stand where they say, or elsewhere, or nowhere."""
    return said("anchors-counted", found=found, count=count)


def codings_kept(kept: Kept) -> Said:
    """Return what came of keeping both readings of a document."""
    return said("codings-kept", units=kept.units, added=kept.added, settled=kept.settled)


def counts_of(one: Counts) -> Said:
    """Return what became of the proposals of one proposer, in counts."""
    if not one.settled:
        return said("counts-of-newcomer", proposer=Verbatim(one.proposer), open=one.open)
    counts = {"settled": one.settled, "accepted": one.accepted, "mended": one.mended, "refused": one.refused, "open": one.open}
    return said("counts-of-proposer", proposer=Verbatim(one.proposer), **counts)
