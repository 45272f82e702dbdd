"""Courts for the tests: one issue with statements and events, and where the ball lies on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.analysis.court import Court, court
from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.dataset import Dataset
from parley.dates import PartialDate
from parley.model import Event, Source
from tests.making import Words, percent, quota, told

AB = {"a": "up", "b": "down"}
NAMES: dict[str, Words] = {"a": {"called": "Northland"}, "b": {"called": "the Skerry Isles", "plural": True}}
A30, B5 = told("a", "demand", 30, "2025-03-01"), told("b", "demand", 5, "2025-03-02")


def data(*statements: Words, directions: Words = AB, events: tuple[Words, ...] = (), **issued: str) -> Dataset:
    """The statements, with events told of by sources of these names and days of issue."""
    found = quota(percent(), directions, *statements, parties_as=NAMES)
    typed = tuple(Event.model_validate({"what": "They meet.", "source": "gazette", **one}) for one in events)
    sources: dict[str, Source] = dict(found.sources)
    for key, on in issued.items():
        sources[key] = found.sources["gazette"].model_copy(update={"id": key, "issued": PartialDate.parse(on)})
    return replace(found, negotiation=found.negotiation.model_copy(update={"events": typed}), sources=sources)


def on(found: Dataset, day: str = "2025-03-31", cut: EvidenceCut = ALL_EVIDENCE) -> Court:
    return court(found, found.negotiation.issues[0], found.negotiation.parties, date.fromisoformat(day), cut)
