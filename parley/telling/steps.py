"""The steps in which an issue is presented: five at most, and none that changes nothing on the wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from parley.analysis.overview import OverviewRow
from parley.telling.gap import table_distance
from parley.telling.issue import Block, BlockLine

StepKind = Literal["party", "others", "gap", "change", "moved", "outlook", "silent"]
LEADING = 2  # parties that have a step of their own


@dataclass(frozen=True)
class Step:
    """What is revealed of an issue at once: one block, or several beside each other. `outlook` is what would change it and what moved."""

    kind: StepKind
    blocks: tuple[Block, ...]


def steps_of(row: OverviewRow, blocks: Sequence[Block]) -> tuple[Step, ...]:
    """Return the steps of an issue that is told in these blocks.

    First come the two parties that the gap lies between, then all others of which something is drawn, what lies between, and what would change it
    with what moved. Where nothing is known but that nobody took a position, that is the only step.
    """
    drawn = [one.in_full() for one in blocks if one.is_marked]
    pair = {row.gap.a.party.id, row.gap.b.party.id} if row.gap else set[str]()
    leading = ([one for one in drawn if one.party_id in pair] or [one for one in drawn if one.party_id])[:LEADING]
    others = tuple(one for one in drawn if all(one is not each for each in leading))
    outlook = tuple(one for one in blocks if one.kind == "change" or (one.kind == "moved" and one.has_news))
    found = [
        *(Step("party", (one,)) for one in leading),
        Step("others", others),
        Step("gap", tuple(_answer_first(one, row) for one in blocks if one.kind == "gap")),
        Step("outlook" if len(outlook) > 1 else "moved" if outlook and outlook[0].kind == "moved" else "change", outlook),
    ]
    return tuple(one for one in found if one.blocks) or (Step("silent", tuple(one for one in blocks if one.kind in ("party", "silent"))),)


def not_presented(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return what the steps leave to the speaker: parties of which nothing is drawn, limits that nobody stated, and that nothing moved."""
    unstated = (replace(one, telling=partial(_unstated, one)) for one in blocks if one.kind == "limits")
    parties = (one.in_full() for one in blocks if one.kind == "party" and not one.is_marked)
    apart = (one for one in blocks if one.kind == "silent" or (one.kind == "moved" and not one.has_news))
    return tuple(one for one in (*parties, *apart, *unstated) if one.lines)


def _unstated(limits: Block) -> tuple[BlockLine, ...]:
    return tuple(line for line in limits.lines if not line.ids)


def _answer_first(block: Block, row: OverviewRow) -> Block:
    """Return what lies between with the distance that leads as its first line."""

    def told() -> list[BlockLine]:
        distance = table_distance(row.gap) if row.gap else None
        return sorted(block.lines, key=lambda line: line.told != distance)

    return replace(block, telling=told)
