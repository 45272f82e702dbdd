"""What a program or a notebook asks of a negotiation: it read from its folder, and its positions, gaps, movement and robustness as values.

Everywhere `as_of` is a date or a text such as "2018-06-02", by default the last day by today on which anything was said; `parties` are ids,
by default of those shown when nothing else is chosen; `evidence` is the id of a cut: "all", "officials" or "on-record". Each raises
`WrongArgumentError` for an id that there is not, and ValueError for a text that is no day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from parley.analysis.comparison import pair_statuses
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Gap
from parley.analysis.moved import Movement
from parley.analysis.movement import movement as movement_between
from parley.analysis.overview import overview
from parley.analysis.positions import Position
from parley.analysis.robustness import Robustness, weakest_first
from parley.asking import cut_named, day_asked, day_before, day_named, one_negotiation, parties_named
from parley.dataset import Dataset

Day = date | str


def load(folder: str | Path, seeds: str | Path | None = None) -> Dataset:
    """Return the negotiation in a folder, with all that is internal; its `left_out` says what could not be read, and why.

    `seeds` holds the records of the sources; if left out, a folder `seeds` in the folder, beside it, or beside the one above. Raises
    `ParleyError` where nothing can be read, or the folder holds several negotiations.

    >>> talks = load("positions/us-china-trade")
    >>> talks.negotiation.title, len(talks.statements), talks.left_out
    ('US-China trade talks, 2018-19', 175, ())
    """
    return one_negotiation(Path(folder), None if seeds is None else Path(seeds))


def positions(
    talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id
) -> tuple[Position, ...]:
    """Return where each party stands on each issue, as the overview shows it: towards the party with which it is chiefly compared.

    >>> talks = load("positions/us-china-trade")
    >>> found = positions(talks, "2018-06-02", parties=["us", "china"])
    >>> [(one.party.id, one.demand.is_stated, one.offer.ids) for one in found if one.issue.id == "trade-deficit"]
    [('us', True, ('us-deficit-200-target',)), ('china', False, ('cn-deficit-may-promise', 'cn-deficit-significant-purchases'))]
    """
    rows = overview(talks, parties_named(talks, parties), _day(talks, as_of), cut_named(evidence))
    return tuple(position for row in rows for position in row.positions)


def gaps(talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id) -> tuple[Gap, ...]:
    """Return what lies between each pair of parties on each issue.

    >>> talks = load("positions/us-china-trade")
    >>> [(one.a.party.id, one.b.party.id, one.status.value) for one in gaps(talks, "2018-06-02", parties=["us", "china", "eu"])][:3]
    [('us', 'china', 'unknown'), ('us', 'eu', 'no_evidence'), ('china', 'eu', 'no_evidence')]
    """
    named, day, cut = parties_named(talks, parties), _day(talks, as_of), cut_named(evidence)
    return tuple(gap for issue in talks.negotiation.ordered_issues for gap in pair_statuses(talks, named, issue, day, cut).values())


def movement(
    talks: Dataset, since: Day | None = None, until: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id
) -> Movement:
    """Return what moved on each issue between two dates; by default the last two on which anything was said.

    Raises ValueError where the dates are not in order.

    >>> talks = load("positions/us-china-trade")
    >>> first, *_ = movement(talks, "2018-04-30", "2018-06-02", parties=["us", "china"]).issues
    >>> first.issue.id, first.course.value, [one.id for one in first.movers]
    ('trade-deficit', 'same', ['us', 'china'])
    """
    day, cut = _day(talks, until), cut_named(evidence)
    first = day_before(talks, day) if since is None else _day(talks, since)
    return movement_between(talks, parties_named(talks, parties), first, day, cut)


def robustness(
    talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id
) -> tuple[Robustness, ...]:
    """Return, for the leading gap of each issue that has one, what becomes of it on less evidence; the weakest first.

    >>> talks = load("positions/us-china-trade")
    >>> [(one.gap.a.issue.id, one.failed, len(one.carriers)) for one in robustness(talks, "2018-06-02")][:2]
    [('high-tech-exports', 2, 1), ('steel-aluminium', 2, 2)]
    """
    day, cut = _day(talks, as_of), cut_named(evidence)
    return weakest_first(talks, overview(talks, parties_named(talks, parties), day, cut), day, cut)


def _day(talks: Dataset, asked: Day | None) -> date:
    return day_asked(talks, day_named(asked) if isinstance(asked, str) else asked, date.today())
