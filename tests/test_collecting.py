"""Reading without the search for circles of values: it is off while much is made, and on afterwards."""

from __future__ import annotations

import gc
import shutil
import weakref
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from parley import checks, collecting, dataset
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.movement import movement
from parley.analysis.overview import OverviewRow, overview
from parley.analysis.robustness import weakest_first
from parley.analysis.timeline import timeline
from parley.checks import check
from parley.collecting import uncollected
from parley.dataset import Dataset, load

DATA = Path(__file__).parent / "data"


def test_the_search_is_on_again_after_a_failure() -> None:
    """A file that cannot be read leaves nothing behind."""

    @uncollected
    def fails() -> None:
        assert not gc.isenabled()
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        fails()
    assert gc.isenabled()


def test_one_inside_another_leaves_it_to_the_outer() -> None:
    """The inner one would turn it on too early."""
    inner = uncollected(lambda: None)

    @uncollected
    def outer() -> bool:
        inner()
        return gc.isenabled()

    assert outer() is False
    assert gc.isenabled()


@pytest.fixture
def nothing_set_apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in a new process: the dashboard sets apart what it has read, and so does whatever runs the tests."""
    monkeypatch.setattr(collecting, "_set_apart", Event())
    gc.unfreeze()
    yield
    gc.freeze()


@pytest.mark.usefixtures("nothing_set_apart")
def test_what_was_made_counts_as_old() -> None:
    """So that what comes next does not go through it three times; what somebody has set apart for good stays so."""
    made = uncollected(lambda: [[]])()
    assert any(one is made for one in gc.get_objects(generation=2))
    gc.freeze()
    uncollected(lambda: None)()
    assert gc.get_freeze_count()


@pytest.mark.usefixtures("nothing_set_apart")
def test_what_is_set_apart_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting goes through all of it, which on the data of a dashboard takes longer than some of the work."""
    counted: list[int] = []
    count = gc.get_freeze_count
    monkeypatch.setattr(gc, "get_freeze_count", lambda: counted.append(count()) or counted[-1])
    gc.freeze()
    for _ in range(3):
        uncollected(lambda: None)()
    assert len(counted) == 1
    assert count() >= counted[0] > 0


def _overview(held: Dataset) -> Sequence[OverviewRow]:
    return overview(held, held.negotiation.parties, held.days[-1], ALL_EVIDENCE)


def _movement(held: Dataset) -> object:
    return movement(held, held.negotiation.parties, held.days[0], held.days[-1], ALL_EVIDENCE)


def _weakest(held: Dataset) -> object:
    return weakest_first(held, _overview(held), held.days[-1], ALL_EVIDENCE)


def _over_time(held: Dataset) -> object:
    return timeline(held, _overview(held)[0], held.days[-1], ALL_EVIDENCE, {})


WORKED_OUT = (_overview, _movement, _weakest, _over_time)


@pytest.fixture
def fjords(tmp_path: Path) -> Dataset:
    for name in ("fjords", "seeds"):
        shutil.copytree(DATA / name, tmp_path / name)
    return load(tmp_path / "fjords").without(())


@pytest.mark.usefixtures("nothing_set_apart")
@pytest.mark.parametrize("work", WORKED_OUT)
def test_no_circles_are_looked_for_while_anything_is_worked_out(work: Callable[[Dataset], object], fjords: Dataset) -> None:
    """A search for every value that is made would go through all that are kept, ever more of them."""
    usual, before = gc.get_threshold(), sum(one["collections"] for one in gc.get_stats())
    gc.set_threshold(1)
    try:
        work(fjords)
    finally:
        gc.set_threshold(*usual)
    assert sum(one["collections"] for one in gc.get_stats()) - before < 20  # where one work has ended and before the next begins


def test_what_is_worked_out_leaves_no_circles(fjords: Dataset) -> None:
    """An overview, what moved and all behind them go with the dataset, without any search; so they too do without."""
    data = fjords
    gc.collect()
    gc.disable()
    try:
        for work in WORKED_OUT:
            held = data.without(())
            gone = weakref.ref(held)
            assert work(held)
            assert held.worked_out
            del held
            assert gone() is None
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_reading_and_checking_do_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both make as many values as there are entries."""
    seen: list[bool] = []
    for name in ("fjords", "seeds"):
        shutil.copytree(DATA / name, tmp_path / name)
    joined, overdue = dataset.joined, checks.overdue_review
    monkeypatch.setattr(dataset, "joined", lambda records: (seen.append(gc.isenabled()), joined(records))[1])
    monkeypatch.setattr(checks, "overdue_review", lambda *given: (seen.append(gc.isenabled()), overdue(*given))[1])
    read = load(tmp_path / "fjords")
    check(read, None, date(2025, 6, 1))
    assert seen == [False, False]
