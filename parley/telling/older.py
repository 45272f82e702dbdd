"""What is said where a position rests on an older statement than its party's newest: when that was, and why the older one counts (rules 4 and 7)."""

from __future__ import annotations

from parley.analysis.gaps import Gap
from parley.analysis.leading import table_gap
from parley.analysis.moves import part_of
from parley.analysis.positions import SPOKEN, Part, Position, last_word
from parley.evidence import Evidence
from parley.model import Statement
from parley.telling.evidence import newest_day
from parley.telling.said import Said, said, together
from parley.telling.terms import part_name


def older_counts(gap: Gap, dataset: Evidence) -> Said | None:
    """Return of each of a pair that has a newer word than its position rests on which that is, and why the older counts; None where neither has."""
    told = [one for position in (gap.a, gap.b) if (one := _older(position, gap, dataset))]
    ids = tuple(dict.fromkeys(key for one in told for key in one.ids))
    return said("told-together", ids, all=together(*told, how="sentences")) if told else None


def _older(position: Position, gap: Gap, dataset: Evidence) -> Said | None:
    last, part = last_word(dataset, position), _part_told(position, gap)
    if last is None or part is None:
        return None
    own = position.as_stated(part)
    behind = [*map(dataset.statement, own.ids)]
    when = newest_day(behind)
    if when is None or not all(one.is_dated for one in behind):
        return None  # of what is undated nobody knows that it is older
    return said("older-counts", (last.id, *own.ids), party=position.party, newest=last.said, part=part_name(part), when=when, why=_why(last))


def _why(last: Statement) -> str:
    if last.kind == "threat":
        return "threat"
    if not last.place.is_placed or last.place.unknown is not None:
        return "no_place"
    return "not_furthest" if last.kind == "offer" else "other"


def _part_told(position: Position, gap: Gap) -> Part | None:
    """Return the part from which the distance that leads is measured; where it is not, the first that the party has stated."""
    lead = table_gap(gap)
    order: tuple[Part, ...] = ("offer", "demand", "measure", "limit") if lead and lead.other is position else ("demand", "measure", *SPOKEN)
    return next((part for part in order if part_of(position, part).is_stated), None)
