"""The walk from day to day: on every day, in whatever order the days are asked for, the same as worked out for that day alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.addressing import governments
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.live import Changed, Scope, Walk
from parley.analysis.positions import Position, position_as_of
from parley.dataset import Dataset
from parley.dates import PartialDate
from parley.model import Statement
from tests.generating import LAST_DAY, Talks, day, talks
from tests.making import ladder, quota, statement

DAYS = st.lists(st.integers(-1, LAST_DAY + 41), min_size=1, max_size=8)
TOWARDS = st.sampled_from((None, "a", "b", "c"))


def whole(position: Position) -> tuple[object, ...]:
    """A position to the last id, flag and reason, with those that count what stands under a condition."""
    priced = (position.with_conditions, *position.with_each)
    return position, dict(position.set_aside), [(one, dict(one.set_aside)) for one in priced if one]


def on(data: Dataset, found: Talks, number: int, towards: str | None, changed: Changed | None = None) -> Position:
    return position_as_of(data, "a", "quota", day(number), found.cut, towards=towards, changed=changed or {})


def scope(data: Dataset, found: Talks, towards: str | None) -> Scope:
    party, issue = data.negotiation.party_by_id["a"], data.negotiation.issue_by_id["quota"]
    return Scope(party, issue, data.statements_of("a", "quota"), found.cut, towards, governments(data.negotiation, "a", "quota"))


@given(talks(most=12), DAYS, TOWARDS)
def test_what_is_live_on_each_day_is_what_no_rule_sets_aside(found: Talks, days: Sequence[int], towards: str | None) -> None:
    """Forward and back, the walk holds exactly those statements for which, looked at one by one, there is no reason against it."""
    looked_at = scope(found.dataset(), found, towards)
    live: set[str] = set()
    walk = Walk(looked_at, lambda one: live.add(one.id), lambda one: live.remove(one.id))
    for number in days:
        walk.go_to(day(number))
        assert live == {one.id for one in looked_at.statements if looked_at.why_aside(one, day(number)) is None}


@given(talks(most=12), DAYS, TOWARDS)
def test_the_positions_of_many_days_are_those_of_each_day_alone(found: Talks, days: Sequence[int], towards: str | None) -> None:
    """Days asked for one after another, in any order, have the positions that a dataset gives of which nothing else was ever asked."""
    data = found.dataset()
    for number in days:
        assert whole(on(data, found, number, towards)) == whole(on(found.dataset(), found, number, towards))


@given(talks(most=12), DAYS, TOWARDS, st.data())
def test_leaving_out_gives_what_a_dataset_without_gives(found: Talks, days: Sequence[int], towards: str | None, drawn: st.DataObject) -> None:
    """One statement or several left out: the position is that of a dataset in which they were never found; afterwards all is as before."""
    data = found.dataset()
    ids = [one.id for one in data.statements]
    for number in days:
        gone = drawn.draw(st.sets(st.sampled_from(ids), max_size=3)) if ids else set()
        less = on(data, found, number, towards, dict.fromkeys(gone))
        assert whole(less) == whole(on(data.without(gone), found, number, towards))
        assert whole(on(data, found, number, towards)) == whole(on(found.dataset(), found, number, towards))


@given(talks(most=12), DAYS, TOWARDS, st.data())
def test_taking_days_as_otherwise_gives_what_an_altered_dataset_gives(
    found: Talks, days: Sequence[int], towards: str | None, drawn: st.DataObject
) -> None:
    """Said earlier, taken back earlier or never running out: the position is that of a dataset in which it is written so."""
    data = found.dataset()
    for number in days:
        fields: dict[str, dict[str, Any]] = {
            one.id: drawn.draw(
                st.fixed_dictionaries(
                    {}, optional={"day": st.just(day(0)), "expires": st.none(), "withdrawn": st.just(PartialDate.parse("2025-01-20"))}
                )
            )
            for one in data.statements
            if drawn.draw(st.booleans())
        }
        altered = data.altered(fields)
        changed = {key: altered.statement_by_id[key] for key in fields}
        assert whole(on(data, found, number, towards, changed)) == whole(on(altered, found, number, towards))


@given(talks(most=9))
def test_the_order_of_the_statements_never_matters_to_what_is_counted_apart(found: Talks) -> None:
    """What stands under a condition obeys the same (law P1): counted all together and each alone, whatever the order of the files."""
    turned = replace(found, said=tuple(reversed(found.said)))
    for one, other in zip(found.positions(), turned.positions(), strict=True):
        assert whole(one) == whole(other)


def test_a_statement_that_repeats_what_it_overtakes_is_not_overtaken_by_itself() -> None:
    """It repeats and supersedes one and the same: it stands until another overtakes that, and again when the other is taken back."""
    data = quota(
        ladder(5), {"a": "up"}, statement("a", "demand", "r1", id="old", said="2025-01-10"),
        statement("a", "demand", "r2", id="same", said="2025-01-20", repeats="old", supersedes=("old",)),
        statement("a", "demand", "r3", id="new", said="2025-02-10", supersedes=("old",), withdrawn="2025-03-10"),
    )  # fmt: skip
    behind = [position_as_of(data, "a", "quota", date(2025, month, 15), ALL_EVIDENCE).demand.ids for month in (1, 2, 3, 2)]
    assert position_as_of(data, "a", "quota", date(2025, 1, 25), ALL_EVIDENCE).demand.ids == ("same",)
    assert behind == [("old",), ("new",), ("same",), ("new",)]


def asides(data: Dataset, on: str, **changed: Statement | None) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return, by id, why each statement of A is set aside on a day, and what replaces it."""
    found = position_as_of(data, "a", "quota", date.fromisoformat(on), ALL_EVIDENCE, changed=changed).set_aside
    return {key: (one.kind.name, one.by) for key, one in found.items()}


def demands(**said: dict[str, Any]) -> Dataset:
    """Return a dataset of demands of A by their ids."""
    return quota(ladder(6), {"a": "up"}, *(statement("a", "demand", f"r{number}", id=key, **one) for number, (key, one) in enumerate(said.items())))


def test_what_overtakes_is_named_from_its_day_on_and_only_where_it_may() -> None:
    """A leak overtakes no official statement, though it does another leak; an official one overtakes both."""
    data = demands(
        old={"said": "2025-01-10"}, hint={"said": "2025-01-10", "speaker": "leak"},
        leak={"said": "2025-01-20", "speaker": "leak", "supersedes": ("old", "hint")},
        new={"said": "2025-02-10", "supersedes": ("old",)},
    )  # fmt: skip
    assert asides(data, "2025-01-19")["hint"] == ("MAY_NOT_COMMIT", ())
    assert "old" not in asides(data, "2025-01-20")
    assert asides(data, "2025-01-20")["hint"] == ("REPLACED", ("leak",))
    assert asides(data, "2025-02-10")["old"] == ("REPLACED", ("new",))


def test_what_is_left_out_overtakes_neither_a_statement_nor_what_repeats_it() -> None:
    """Of two that overtake, the other is named alone; without both they stand aside for being older than what was said since."""
    data = demands(
        old={"said": "2025-01-10"}, again={"said": "2025-01-12", "repeats": "old"},
        one={"said": "2025-01-20", "supersedes": ("old",)}, other={"said": "2025-02-10", "supersedes": ("old",)},
        last={"said": "2025-03-10"},
    )  # fmt: skip
    both, found = ("REPLACED", ("one", "other")), asides(data, "2025-03-10")
    assert (found["old"], found["again"]) == (both, both)
    for gone, named in ((("one",), ("other",)), (("other",), ("one",))):
        found = asides(data, "2025-03-10", **dict.fromkeys(gone))
        assert (found["old"], found["again"]) == (("REPLACED", named), ("REPLACED", named))
    found = asides(data, "2025-03-10", one=None, other=None)
    assert (found["old"], found["again"]) == (("OLDER", ()), ("OLDER", ()))


def test_what_repeats_is_overtaken_by_what_was_said_on_its_day_or_later_and_never_by_itself() -> None:
    """One that overtakes the first of them and repeats it is overtaken by another alone; one that repeats it later only is older."""
    data = demands(
        old={"said": "2025-01-10"}, itself={"said": "2025-01-20", "repeats": "old", "supersedes": ("old",)},
        beside={"said": "2025-01-20", "repeats": "old"}, later={"said": "2025-01-25", "repeats": "old"},
        last={"said": "2025-03-10"},
    )  # fmt: skip
    found = asides(data, "2025-03-10")
    assert (found["old"], found["beside"]) == (("REPLACED", ("itself",)), ("REPLACED", ("itself",)))
    assert (found["itself"], found["later"]) == (("OLDER", ()), ("OLDER", ()))
    assert "last" not in found


def live_on(data: Dataset, *days: int) -> list[set[str]]:
    """Return the ids of the statements of A that are live on days of January 2025, walked to in this order."""
    party, issue = data.negotiation.party_by_id["a"], data.negotiation.issue_by_id["quota"]
    live: set[str] = set()
    walk = Walk(
        Scope(party, issue, data.statements_of("a", "quota"), ALL_EVIDENCE, None, {}), lambda one: live.add(one.id), lambda one: live.remove(one.id)
    )
    found = []
    for number in days:
        walk.go_to(date(2025, 1, number))
        found.append(set(live))
    return found


def test_what_overtakes_takes_along_what_repeats_it_by_speakers_of_no_higher_standing() -> None:
    """A leak of the 13th takes along the hint alone, an official word of the 15th all that was said by then; taken back, each lets them stand again."""
    data = demands(
        old={"said": "2025-01-10"}, again={"said": "2025-01-11", "repeats": "old"}, hint={"said": "2025-01-11", "repeats": "old", "speaker": "leak"},
        leak={"said": "2025-01-13", "speaker": "leak", "supersedes": ("old",), "withdrawn": "2025-01-20"},
        new={"said": "2025-01-15", "supersedes": ("old",), "withdrawn": "2025-01-30"},
        late={"said": "2025-01-25", "repeats": "old", "speaker": "leak"},
    )  # fmt: skip
    days, live = (12, 13, 15, 20, 25, 30), (
        {"old", "again", "hint"}, {"old", "again", "leak"}, {"leak", "new"}, {"new"}, {"new", "late"}, {"old", "again", "hint", "late"},
    )  # fmt: skip
    assert live_on(data, *days, *reversed(days)) == [*live, *reversed(live)]
    # A hint by itself, that nobody repeats, is overtaken by another as well.
    data = demands(hint={"said": "2025-01-10", "speaker": "leak"}, leak={"said": "2025-01-12", "speaker": "leak", "supersedes": ("hint",)})
    assert live_on(data, 10, 12, 10) == [{"hint"}, {"leak"}, {"hint"}]


def test_of_two_that_overtake_on_one_day_one_that_repeats_is_overtaken_by_the_other() -> None:
    """It is never overtaken by itself."""
    twice = {"said": "2025-01-20", "supersedes": ("old",)}
    for other in ("same", "another"):  # whichever is the last of the two by its id
        data = demands(old={"said": "2025-01-10"}, itself={**twice, "repeats": "old"}, **{other: twice})
        assert live_on(data, 19, 20, 19) == [{"old"}, {other}, {"old"}]
    assert live_on(demands(old={"said": "2025-01-10"}, itself={**twice, "repeats": "old"}), 19, 20) == [{"old"}, {"itself"}]


def test_what_has_not_run_out_yet_is_set_aside_for_being_older() -> None:
    """Up to its last day; from the next on it has run out, whatever else became of it."""
    data = demands(old={"said": "2025-01-10", "expires": "2025-03-20"}, new={"said": "2025-02-10"})
    assert [asides(data, day)["old"][0] for day in ("2025-03-20", "2025-03-21")] == ["OLDER", "EXPIRED"]


def test_what_was_taken_back_before_it_was_said_never_stood_nor_overtook() -> None:
    """Such dates are mistyped, and `check` says so; on no day does it count."""
    data = demands(old={"said": "2025-01-10"}, new={"said": "2025-02-10", "withdrawn": "2025-02-05", "supersedes": ("old",)})
    behind = [position_as_of(data, "a", "quota", date(2025, month, 28), ALL_EVIDENCE).demand.ids for month in (1, 2, 3, 1)]
    assert behind == [("old",)] * 4


def test_on_the_day_on_which_a_statement_ends_it_can_be_left_out_as_on_any() -> None:
    """Taken back on the 20th it overtakes nothing that day, with it and without; said sooner, it overtakes sooner."""
    data = demands(old={"said": "2025-01-10"}, new={"said": "2025-02-10", "withdrawn": "2025-03-20", "supersedes": ("old",)})

    def behind(on: str, **changed: Statement | None) -> tuple[str, ...]:
        return position_as_of(data, "a", "quota", date.fromisoformat(on), ALL_EVIDENCE, changed=changed).demand.ids

    assert [behind(on, new=None) for on in ("2025-03-19", "2025-03-20", "2025-03-21")] == [("old",)] * 3
    assert [behind(on) for on in ("2025-03-19", "2025-03-20", "2025-03-21")] == [("new",), ("old",), ("old",)]
    sooner = data.statement("new").model_copy(update={"day": date(2025, 1, 20)})
    assert [behind(on, new=sooner) for on in ("2025-01-19", "2025-01-20", "2025-02-10")] == [("old",), ("new",), ("new",)]
    assert behind("2025-01-20") == ("old",)


def test_what_is_addressed_to_one_party_is_walked_apart() -> None:
    """An offer to one party stands towards it alone, however the two are asked for in turn."""
    offers = (statement("a", "offer", "r2", id="all"), statement("a", "offer", "r1", id="b-only", to=("b",)))
    data = quota(ladder(5), {"a": "up", "b": "down", "c": "down"}, *offers)
    ids = [position_as_of(data, "a", "quota", date(2025, 3, 31), ALL_EVIDENCE, towards=other).offer.ids for other in ("b", "c", "b", None)]
    assert ids == [("b-only",), ("all",), ("b-only",), ("all",)]


@pytest.mark.parametrize("direction", [1, -1])
def test_many_days_cost_no_more_than_what_they_bring(monkeypatch: pytest.MonkeyPatch, direction: int) -> None:
    """Forward or back through all days, each statement is looked at a few times, however many days there are."""
    looks = counted_looks(monkeypatch)
    data = one_a_day(120)
    for number in range(120)[::direction]:
        position_as_of(data, "a", "quota", day(number), ALL_EVIDENCE)
    assert 120 <= len(looks) <= 6 * 120


def test_leaving_out_each_of_many_costs_no_more_than_what_rests_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """For each statement left out a few are looked at, and not all that the party ever said."""
    data = one_a_day(120)
    position_as_of(data, "a", "quota", day(119), ALL_EVIDENCE)
    looks = counted_looks(monkeypatch)
    for one in data.statements:
        position_as_of(data, "a", "quota", day(119), ALL_EVIDENCE, changed={one.id: None})
    assert 120 <= len(looks) <= 8 * 120


def counted_looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the statements that are looked at from now on, one for each look."""
    looks: list[str] = []
    look = Walk._look_at
    monkeypatch.setattr(Walk, "_look_at", lambda walk, one: looks.append(one.id) or look(walk, one))
    return looks


def one_a_day(days: int) -> Dataset:
    """A party that says something every day, each demand overtaking the one before it and repeated by an offer."""
    said = []
    for number in range(days):
        more = {"supersedes": (f"s{number - 2}",)} if number > 1 and number % 2 == 0 else {}
        said.append(statement("a", "offer" if number % 2 else "demand", f"r{number % 5}", id=f"s{number}", said=day(number).isoformat(), **more))
    return quota(ladder(5), {"a": "up"}, *said)
