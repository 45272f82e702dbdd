"""An invented negotiation with one issue, for the drawn example on the reading page."""

from __future__ import annotations

from datetime import date

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Gap, gap_as_of
from parley.dataset import Dataset
from parley.model import Negotiation, Source, Statement

DAY = date(2025, 3, 20)
OFFICIAL_DAY = date(2025, 3, 10)
_RUNGS = ("Open sea", "Seasonal pause", "Quota by talks", "Fixed quota", "Coast reserved", "Fjords closed")


def example_dataset() -> Dataset:
    """Return two invented parties on one ladder: one has stated a limit, the other has not, and has an adviser who asks for less."""
    ladder = [{"id": f"rung-{n}", "name": name, "means": name, "why": "More is reserved."} for n, name in enumerate(_RUNGS)]
    speakers = [
        {"id": "minister", "name": "fisheries minister", "commits": True}, {"id": "adviser", "name": "adviser to the minister", "commits": False},
    ]  # fmt: skip
    parties = [
        {"id": name, "name": name.title(), "short": name.title(), "role": "principal", "speakers": speakers} for name in ("northland", "southmark")
    ]
    issue = {
        "id": "herring", "name": "Herring grounds", "group": "core", "question": "How much of the fjords is reserved?", "scale": {"ladder": ladder},
        "directions": {"northland": "up", "southmark": "down"},
    }  # fmt: skip
    negotiation = Negotiation.model_validate(
        {"id": "fjords", "title": "Fjord talks", "about": "An invented example.", "reviewed": "2025-03-10", "parties": parties,
         "headline": ["northland", "southmark"], "groups": [{"id": "core", "name": "Core"}], "issues": [issue]}
    )  # fmt: skip
    source = Source.model_validate(
        {"id": "gazette", "type": "article", "title": "Invented", "issued": "2025-03-10", "date_basis": "printed", "genre": "example",
         "language": "en",
         "abstract": "Invented.", "file": "gazette.txt", "body": [{"line": 1, "fingerprint": "0" * 16}]}
    )  # fmt: skip
    placed = [
        ("northland", "demand", {"at": "rung-5"}), ("northland", "offer", {"at": "rung-4"}), ("northland", "red_line", {"at": "rung-3"}),
        ("southmark", "demand", {"at": "rung-0"}), ("southmark", "offer", {"at": "rung-1"}),
    ]  # fmt: skip
    statements = tuple(_statement(number, *one) for number, one in enumerate(placed))
    adviser = _statement(len(placed), "southmark", "demand", {"at": "rung-1"}, "adviser", DAY)
    return Dataset(negotiation, (*statements, adviser), {"gazette": source}, "example", {})


def example_gap() -> tuple[Dataset, Gap]:
    """Return the invented dataset and the gap between its two parties."""
    dataset = example_dataset()
    return dataset, gap_as_of(dataset, ("northland", "southmark"), "herring", DAY, ALL_EVIDENCE)


def _statement(number: int, party: str, kind: str, place: dict[str, str], speaker: str = "minister", said: date = OFFICIAL_DAY) -> Statement:
    return Statement.model_validate(
        {"id": f"example-{number}", "party": party, "issue": "herring", "kind": kind, "says": "Invented.", "speaker": speaker, "place": place,
         "said": said.isoformat(), "date_basis": "printed", "source": "gazette", "locator": {"line": 1, "paragraph": 1, "anchor": "herring"},
         "attribution": "on_record", "conveyance": "stated", "firmness": 3, "confidence": "high", "day": said, "reported": said.isoformat()}
    )  # fmt: skip
