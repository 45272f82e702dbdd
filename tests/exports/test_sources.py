"""The sources as CSL-JSON: CSL's own field names, dates as far as they are known, and what was inferred said so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import rispy
from pybtex.database import parse_string

from parley.dataset import load
from parley.exports.bibliography import bibtex, ris
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


def test_the_records_become_bibtex() -> None:
    """Read back by its library: people by their parts, a name without parts whole, what TeX would misread escaped, dates as far as they are known."""
    hostile = Source.model_validate(
        {"id": "odd", "type": "webpage", "title": "A {b} & 5 % of $x$ 中国", "issued": "before 2025-03-05", "URL": "https://example.org/a"}
    )
    found = parse_string(bibtex([*load(DATA / "fjords").sources.values(), hostile]), "bibtex").entries
    assert [(key, one.type) for key, one in found.items()] == [
        ("northland-2025-opening", "article"),
        ("southmark-2025-reply", "techreport"),
        ("odd", "misc"),
    ]
    opening, reply, odd = found.values()
    assert [str(one) for one in (*opening.persons["author"], *reply.persons["author"])] == ["Sund, Kari", "{Southmark Ministry of the Sea}"]
    assert [opening.fields[key] for key in ("journal", "year", "month", "date")] == ["Fjord Gazette", "2025", "3", "2025-03-05"]
    assert (reply.fields["institution"], reply.fields["date"]) == ("Southmark Ministry of the Sea", "2025-04")
    assert (odd.fields["title"], odd.fields["note"]) == (r"A (b) \& 5 \% of \$x\$ 中国", "before 5 Mar 2025.")
    assert "year" not in odd.fields


def test_the_records_become_ris() -> None:
    """Read back by its library."""
    spanning = Source.model_validate({"id": "odd", "type": "document", "title": "Two\nlines", "issued": "2025-03-05/2025-03-07"})
    opening, reply, odd = rispy.loads(ris([*load(DATA / "fjords").sources.values(), spanning]))
    assert [one["type_of_reference"] for one in (opening, reply, odd)] == ["NEWS", "RPRT", "GEN"]
    assert (opening["authors"], opening["secondary_title"], opening["date"]) == (["Sund, Kari"], "Fjord Gazette", "2025/03/05/")
    assert (reply["authors"], reply["date"]) == (["Southmark Ministry of the Sea"], "2025/04//")
    assert (odd["title"], odd["date"], odd["notes"]) == ("Two lines", "2025/03/05/", ["5 to 7 Mar 2025."])
