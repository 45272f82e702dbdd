"""What stands in the cell of an issue's gap, line by line: the one way in which pages, slides and files sum it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.analysis.gaps import Gap, Status
from parley.analysis.leading import table_gap
from parley.analysis.overview import OverviewRow
from parley.telling.gap import at_a_price, further_told, if_hints_stand, leading_distance, possible_statuses, status_label
from parley.telling.glance_answer import open_in_short, open_told
from parley.telling.overview import ONE_PARTY, compared_first, not_shown
from parley.telling.parties import asked_of, of_pair, pair_of
from parley.telling.said import Argument, Said, bracketed, said
from parley.telling.whole import whole_told

GapLineKind = Literal["alone", "not_shown", "compared_first", "distance", "status", "hints", "price", "question", "whole"]


@dataclass(frozen=True)
class GapLine:
    """One line of the cell: of which kind, what is told, the label before it, what stands in brackets behind it, and the statements' ids.

    `status` is the one that a line of this kind tells of, None in all others.
    """

    kind: GapLineKind
    told: Argument
    ids: tuple[str, ...] = ()
    label: Said | None = None
    aside: Said | None = None
    status: Status | None = None

    @property
    def labelled(self) -> Argument:
        """Return what is told after the label, without what stands in brackets."""
        return said("labelled", label=self.label, told=self.told) if self.label else self.told


def gap_cell(row: OverviewRow) -> tuple[GapLine, ...]:
    """Return the lines of a row's gap: the distance that leads, the status or the open question, both if hints stand, the price, and all pairs.

    Where the pair compared first is not shown, or another stands in for it, that comes before them; one party alone has nothing but itself.
    """
    gap = row.gap
    if gap is None:
        return (GapLine("alone", ONE_PARTY),)
    first, hidden = compared_first(row), not_shown(row)
    lines = [GapLine("not_shown", hidden)] if hidden else []
    lines += [GapLine("compared_first", first, first.ids)] if first else []
    lines += measured_lines(gap, open_in_short(row) if row.stands_in_for else None)
    hints, price = if_hints_stand(gap), at_a_price(gap)
    lines += [GapLine("hints", hints, hints.ids)] if hints else []
    lines += [GapLine("price", price, price.ids, label=said("label-price"))] if price else []
    all_pairs = whole_told(row)
    lines += [GapLine("whole", all_pairs, all_pairs.ids)] if all_pairs else []
    return tuple(lines)


def measured_lines(gap: Gap, first: Said | None = None) -> tuple[GapLine, ...]:
    """Return the distance that leads, after the pair between whom it lies, and the status; where no distance is told, the status names the pair.

    Where several statuses are possible, what is open stands in the place of one: `first`, if given, of the pair compared first.
    """
    distance, question = leading_distance(gap), first or open_told(gap)
    found = (GapLine("distance", distance, distance.ids, label=_between(gap)),) if distance else ()
    if gap.status is not Status.UNKNOWN or question is None:
        return *found, status_line(gap, names_pair=distance is None)
    told = question if distance or first else of_pair(pair_of(gap), question, question.ids)
    return *found, GapLine("question", told, question.ids)


def _between(gap: Gap) -> Said:
    """Return between whom the distance lies, and of which governments is asked what one of the two asks."""
    lead = table_gap(gap)
    of = lead.asker.asked.asked_of if lead else ()
    return said("with-aside", place=pair_of(gap), aside=bracketed(asked_of(of))) if of else pair_of(gap)


def status_line(gap: Gap, *, names_pair: bool = False) -> GapLine:
    """Return the status of a gap, with what it could be in brackets, or who asks for more of two that want the same way.

    With the pair as its label where nothing before it names the two.
    """
    further = further_told(gap)
    aside = bracketed(possible_statuses(gap)) if gap.status is Status.UNKNOWN else bracketed(further) if further else None
    return GapLine("status", status_label(gap.status), gap.ids, pair_of(gap) if names_pair else None, aside, gap.status)
