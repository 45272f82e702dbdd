"""Which of several statements that a party made on one day stands, where the rule of an issue is not that all of them do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from parley.model import Negotiation, OnOneDay, Statement
from parley.scales import Axis


def by_rule(statements: Sequence[Statement], negotiation: Negotiation, axes: Mapping[str, Axis]) -> tuple[Statement, ...]:
    """Return the statements, of which the one that stands by an issue's rule supersedes the others of its party, kind and day (rule 3a).

    The rule is for statements of which the day and the place are known, under the same condition or none and addressed to the same. One that
    another of them supersedes anyway is not asked.
    """
    rules = {issue.id: negotiation.on_one_day_of(issue) for issue in negotiation.issues}
    if set(rules.values()) == {"all"}:
        return tuple(statements)
    together: dict[object, list[Statement]] = defaultdict(list)
    for one in statements:
        if rules[one.issue] != "all" and one.said.is_day and one.place.is_placed and one.place.unknown is None and one.repeats is None:
            together[one.party, one.issue, one.kind, one.day, one.condition, one.to, one.to_others].append(one)
    overtaken: dict[str, tuple[str, ...]] = {}
    for several in together.values():
        replaced = {old for one in several for old in one.supersedes}
        asked = [one for one in several if one.id not in replaced]
        if len(asked) > 1:
            issue = asked[0].issue
            stands = _ORDER[rules[issue]](asked, axes[issue])
            overtaken[stands.id] = tuple(one.id for one in asked if one is not stands)
    return tuple(_superseding(one, overtaken[one.id]) if one.id in overtaken else one for one in statements)


def _superseding(one: Statement, others: tuple[str, ...]) -> Statement:
    return one.model_copy(update={"supersedes": (*one.supersedes, *others)})


def _last_listed(several: Sequence[Statement], _axis: Axis) -> Statement:
    return several[-1]


def _highest(several: Sequence[Statement], axis: Axis) -> Statement:
    """Return the one that stands highest, by its upper end; of those that stand alike, the last listed."""
    return max(reversed(several), key=lambda one: _end(one.place.at or one.place.to, axis))


def _lowest(several: Sequence[Statement], axis: Axis) -> Statement:
    """Return the one that stands lowest, by its lower end; of those that stand alike, the last listed."""
    return min(reversed(several), key=lambda one: _end(one.place.at or one.place.from_, axis))


def _end(value: str | None, axis: Axis) -> Fraction:
    assert value is not None
    return axis.value(value)


_ORDER: Mapping[OnOneDay, Callable[[Sequence[Statement], Axis], Statement]] = {"last_listed": _last_listed, "highest": _highest, "lowest": _lowest}
