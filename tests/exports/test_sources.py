"""The sources as CSL-JSON: CSL's own field names, dates as far as they are known, and what was inferred said so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parley.dataset import load
from parley.exports.sources import csl_json
from parley.model import Source

DATA = Path(__file__).parent.parent / "data"


def test_the_records_become_csl_items() -> None:
    """Each source is one item, in the order given, without the fields that only Parley knows."""
    assert csl_json(load(DATA / "fjords").sources.values()) == [
        {
            "id": "northland-2025-opening",
            "type": "article-newspaper",
            "title": "Northland opens the herring talks with a high bid",
            "author": [{"family": "Sund", "given": "Kari"}],
            "container-title": "Fjord Gazette",
            "issued": {"date-parts": [[2025, 3, 5]]},
            "genre": "news report",
            "language": "en",
            "abstract": "The opening figures of both sides on herring, and what the skippers ask for.",
            "note": "The date was inferred: The remarks of 3 March are those of the day before yesterday.",
        },
        {
            "id": "southmark-2025-reply",
            "type": "report",
            "title": "Reply to Northland",
            "author": [{"literal": "Southmark Ministry of the Sea"}],
            "publisher": "Southmark Ministry of the Sea",
            "issued": {"date-parts": [[2025, 4]]},
            "genre": "government reply",
            "language": "en",
            "abstract": "Southmark's new figure, what its harbours may be used for, and what it has heard of Northland.",
            "note": "The document prints its date.",
        },
    ]


def item(**changes: Any) -> dict[str, Any]:
    source = Source.model_validate(
        {"id": "gazette", "type": "article", "title": "Talks", "issued": "2025", "date_basis": "printed", "genre": "note", "language": "en",
         "abstract": "Talks.", "file": "gazette.txt", "body": [{"line": 1, "fingerprint": "0" * 16}], **changes}
    )  # fmt: skip
    return csl_json([source])[0]


@pytest.mark.parametrize(
    ("issued", "written"),
    [
        ("2025-03-05", {"date-parts": [[2025, 3, 5]]}),
        ("2025-03", {"date-parts": [[2025, 3]]}),
        ("2025", {"date-parts": [[2025]]}),
        ("2025-03-05/2025-03-07", {"date-parts": [[2025, 3, 5], [2025, 3, 7]]}),
        ("2025-03/2025-04", {"date-parts": [[2025, 3], [2025, 4]]}),
        ("before 2025-03-05", {"literal": "before 5 Mar 2025"}),
        ("after 2025-03", {"literal": "after Mar 2025"}),
    ],
)
def test_a_date_has_as_many_parts_as_are_known(issued: str, written: dict[str, Any]) -> None:
    """A span has two ends, and what is bounded on one side only is given in words."""
    assert item(issued=issued)["issued"] == written


def test_an_inferred_date_says_so_without_a_note_too() -> None:
    """Nobody takes an inferred date for a printed one."""
    assert item(date_basis="inferred")["note"] == "The date was inferred."


def test_what_a_record_does_not_say_is_left_out() -> None:
    """No field is empty."""
    assert sorted(item()) == ["abstract", "genre", "id", "issued", "language", "note", "title", "type"]
