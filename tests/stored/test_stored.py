"""A store answers as the folder does from which it was loaded: every position, gap and movement, every search and count."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from itertools import combinations, cycle
from pathlib import Path

import pytest
from hypothesis import given, settings

pytest.importorskip("ibis", reason="the store is not installed: pip install '.[store]'")

from parley.analysis.calendar import happenings
from parley.analysis.evidence import CUTS, ON_RECORD
from parley.analysis.gaps import gap_as_of
from parley.analysis.movement import movement
from parley.analysis.positions import position_as_of
from parley.analysis.search import search
from parley.asking import parties_named
from parley.dataset import Dataset, load
from parley.exports.files import Maker
from parley.stored.loading import write
from parley.stored.negotiation import Stored
from parley.stored.tables import Tables, Where
from parley.telling.briefing import brief
from tests.generating import Talks, day, talks
from tests.stored.conftest import STORES
from tests.views.conftest import write_yaml

SHIPPED = Path(__file__).parents[2] / "positions" / "us-china-trade"
FEW = 40 if STORES in os.environ else max(settings.default.max_examples // 5, 3)  # each is written into a database
WORDS = ("tariff", "china offers", "deficit usd", "soyb", "ross", "unbekannt", "promise to", "中国")


@pytest.fixture(scope="module")
def tables(url: str) -> Iterator[Tables]:
    """A store that is open to be written."""
    made = Tables(url, writes=True)
    yield made
    made.close()


def stored(tables: Tables, dataset: Dataset) -> Stored:
    number = write(tables, dataset)
    return Stored(tables, next(one for one in tables.heads() if one.number == number))


def queries(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> list[Where]:
    """Return, as it grows, which statements the store is asked for."""
    asked: list[Where] = []
    ask = tables.statements

    def noted(number: int, where: Where) -> list[tuple[int, str, str]]:
        asked.append(where)
        return ask(number, where)

    monkeypatch.setattr(tables, "statements", noted)
    return asked


@settings(max_examples=FEW)
@given(talks=talks())
def test_folder_and_store_agree_on_every_position_gap_and_movement(tables: Tables, talks: Talks) -> None:
    """Under every cut, also without a statement and with one altered; and on the days on which something happened."""
    folder = talks.dataset()
    store = stored(tables, folder)
    parties = [one.id for one in folder.negotiation.parties]
    as_of, since = day(talks.as_of), day(talks.as_of // 2)
    keys = [one.id for one in folder.statements]
    changes = {key: {"expires": None} for key in keys[:1]}
    for held, kept in ((folder, store), (folder.without(keys[1:2]), store.without(keys[1:2])), (folder.altered(changes), store.altered(changes))):
        for cut in CUTS:
            for party in parties:
                assert position_as_of(kept, party, "quota", as_of, cut) == position_as_of(held, party, "quota", as_of, cut)
            for pair in combinations(parties, 2):
                assert gap_as_of(kept, pair, "quota", as_of, cut) == gap_as_of(held, pair, "quota", as_of, cut)
        assert (kept.count, kept.days, kept.superseding, kept.ending) == (held.count, held.days, held.superseding, held.ending)
        assert kept.counted_by_day == held.counted_by_day
    assert movement(store, folder.negotiation.parties, since, as_of, talks.cut) == movement(
        folder, folder.negotiation.parties, since, as_of, talks.cut
    )
    assert (happenings(store), store.statements) == (happenings(folder), folder.statements)


def test_what_lacks_its_trimmings_is_kept_as_it_is(tables: Tables, tmp_path: Path) -> None:
    """A header that was never reviewed, a document and statements without dates, what several or a bloc say, what was coded by an expert."""
    said = {"issue": "quota", "kind": "demand", "place": {"at": "r1"}}
    entries = [
        {"party": "north"}, {"parties": ["north", "south"]}, {"bloc": "league"}, {"party": "south", "source": "act", "locator": {"page": "iv"}},
        {"party": "isles", "attribution": "expert_coding", "coded": {"by": "A. Berg", "on": "2025-01"}}, {"party": "isles", "source": "act"},
    ]  # fmt: skip
    parties = [{"id": one, "name": one.title()} for one in ("north", "south", "isles")]
    issue = {"id": "quota", "name": "Quota", "scale": {"ladder": [{"id": "r0", "name": "None"}, {"id": "r1", "name": "Some"}]},
             "directions": {"north": "up", "south": "down", "isles": "down"}}  # fmt: skip
    blocs = [{"id": "league", "name": "The League", "members": [{"party": "north"}, {"party": "south"}]}]
    header = {"id": "bare", "title": "Bare talks", "parties": parties, "issues": [issue], "blocs": blocs}
    for name in ("seeds", "bare"):
        (tmp_path / name).mkdir()
    write_yaml(tmp_path / "seeds" / "act.yaml", {"id": "act", "title": "An act"})
    write_yaml(tmp_path / "bare" / "negotiation.yaml", header)
    write_yaml(tmp_path / "bare" / "said.yaml", {"statements": [{**said, **one} for one in entries]})
    folder = load(tmp_path / "bare")
    assert (folder.left_out, folder.count) == ((), 8)
    store = stored(tables, folder)
    assert (store.negotiation, store.statements, store.sources) == (folder.negotiation, folder.statements, folder.sources)


def test_the_shipped_talks_are_told_alike(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """Table by table, and search by search; to search and to count fetches no statement, and an issue only its own."""
    folder = load(SHIPPED)
    store = stored(tables, folder)
    asked = queries(tables, monkeypatch)
    as_of = date(2018, 6, 2)
    for words, cut in zip(WORDS, cycle((CUTS[0], ON_RECORD))):
        found = store.found(words, as_of, cut.lets_in)
        assert found == folder.found(words, as_of, cut.lets_in), words
        assert store.newest(found.statements, 3) == folder.newest(found.statements, 3)
    assert (store.count, store.days, store.last_day(as_of), store.cited) == (folder.count, folder.days, folder.last_day(as_of), folder.cited)
    assert asked == []
    assert store.statements_of("us", "trade-deficit") == folder.statements_of("us", "trade-deficit")
    assert store.statements_of("china", "trade-deficit") == folder.statements_of("china", "trade-deficit")
    assert asked == [Where(issues=("trade-deficit",))]
    assert search(store, "deficit", as_of, ON_RECORD) == search(folder, "deficit", as_of, ON_RECORD)
    # The briefing says whether it holds anything internal, for which alone it goes through all.
    assert Where() not in asked
    made = [Maker(brief(one, None, parties_named(one, None), as_of, CUTS[0], date(2018, 5, 2)), one) for one in (store, folder)]
    for name in ("positions", "movement", "robustness"):
        assert made[0].table(name, "json") == made[1].table(name, "json"), name
    about = {"issues": ("trade-deficit", "market-access"), "parties": ("us", "eu"), "until": as_of}
    assert store.about(**about) == folder.about(**about)
    assert store.taken_from("scmp-2019-01-23") == folder.taken_from("scmp-2019-01-23")
    assert (store.dated_between(date(2018, 5, 2), as_of), store.said_on(as_of)) == (
        folder.dated_between(date(2018, 5, 2), as_of),
        folder.said_on(as_of),
    )
