"""Coverage: what each document contributed, and where nothing is held."""

from __future__ import annotations

from dataclasses import replace

from parley.analysis.coverage import contributions, coverage
from parley.dataset import Dataset
from parley.model import Event, Source
from tests.making import TODAY, ladder, quota, statement

UP_DOWN = {"a": "up", "b": "down"}


def with_sources(data: Dataset, **issued: str) -> Dataset:
    """Return the data with further documents of these ids and dates."""
    more = {
        key: data.sources["gazette"].model_copy(update={"id": key, "issued": Source.model_validate(record(key, day)).issued})
        for key, day in issued.items()
    }
    return replace(data, sources={**data.sources, **more})


def record(key: str, day: str) -> dict[str, object]:
    return {
        "id": key, "type": "article", "title": "Talks", "issued": day, "date_basis": "printed", "genre": "news report", "language": "en",
        "abstract": "Talks.", "file": "x.txt", "body": [{"line": 1, "fingerprint": "0" * 16}],
    }  # fmt: skip


def test_a_document_s_contribution_is_counted_by_party_and_kind() -> None:
    """In the order of the parties and of the kinds, and only what is there; what others foretell or read into a party stands apart."""
    said = [
        statement("b", "offer", "r1"),
        statement("a", "demand", "r5"),
        statement("b", "demand", "r0"),
        statement("b", "rationale", {"not_placeable": "A reason."}),
        statement("b", "offer", "r2", conveyance="forecast"),
        statement("b", "red_line", "r2", attribution="third_party_analysis"),
    ]
    (found,) = contributions(quota(ladder(6), UP_DOWN, *said))
    assert [(party.id, len(several)) for party, several in found.by_party] == [("a", 1), ("b", 5)]
    assert [one.id for one in found.apart] == ["s4", "s5"]
    assert [(kind, len(several)) for kind, several in found.by_kind] == [("demand", 2), ("offer", 1), ("rationale", 1)]
    assert sorted(one.id for one in found.statements) == sorted(one.id for _, several in found.by_party for one in several)


def test_documents_stand_oldest_first() -> None:
    """By the last day on which they can have been published, then by id."""
    data = with_sources(
        quota(ladder(6), UP_DOWN, *(statement("a", "demand", "r5", source=key) for key in ("gazette", "annals", "early", "also"))),
        annals="2025-06",
        early="2025-01",
        also="2025-01",
    )
    assert [one.source.id for one in contributions(data)] == ["also", "early", "gazette", "annals"]


def test_a_document_that_only_an_event_names_is_listed_and_one_that_nobody_names_is_not() -> None:
    """The folder of records may serve other negotiations too."""
    data = with_sources(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")), calendar="2025-01", elsewhere="2025-01")
    event = Event.model_validate({"id": "round", "date": "2025-03-03", "what": "Delegations meet.", "source": "calendar"})
    data = replace(data, negotiation=data.negotiation.model_copy(update={"events": (event,)}))
    assert [(one.source.id, len(one.statements)) for one in contributions(data)] == [("calendar", 0), ("gazette", 1)]


def cells(data: Dataset, *parties: str) -> list[tuple[str, str, str, list[str]]]:
    """Return party, issue, kind and statements of every cell, for these parties or all."""
    shown = [one for one in data.negotiation.parties if not parties or one.id in parties]
    held = coverage(data, data.negotiation.issues, shown, TODAY)
    return [(one.party.id, one.issue.id, one.kind, [said.id for said in one.statements]) for one in held]


def test_every_party_issue_and_positional_kind_is_a_cell() -> None:
    """Empty cells are there too; a threat fills none; what a cell holds stands oldest first."""
    said = [statement("a", "demand", "r5", said="2025-03-01"), statement("a", "demand", "r4", said="2025-02"), statement("b", "threat", "r0")]
    data = quota(ladder(6), UP_DOWN, *said)
    of_a: list[tuple[str, str, str, list[str]]] = [
        ("a", "quota", "demand", ["s1", "s0"]),
        ("a", "quota", "red_line", []),
        ("a", "quota", "offer", []),
    ]
    assert cells(data) == [*of_a, ("b", "quota", "demand", []), ("b", "quota", "red_line", []), ("b", "quota", "offer", [])]
    assert cells(data, "a") == of_a


def test_a_forecast_fills_no_cell() -> None:
    """Nor does what a third party reads into a party: neither is its own word."""
    said = [
        statement("a", "red_line", "r5", conveyance="forecast"),
        statement("a", "offer", "r4", attribution="third_party_analysis"),
        statement("b", "demand", "r0", attribution="reporter"),
    ]
    assert [said for *_, said in cells(quota(ladder(6), UP_DOWN, *said)) if said] == [["s2"]]


def test_coverage_counts_only_what_was_said_by_then() -> None:
    """A later statement fills no cell yet, one of the day itself does."""
    said = [statement("a", "demand", "r5", said="2025-06-01"), statement("b", "demand", "r0", said=TODAY.isoformat())]
    assert [said for *_, said in cells(quota(ladder(6), UP_DOWN, *said)) if said] == [["s1"]]
