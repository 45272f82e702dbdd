"""Tables with a row per party and issue and a column of positions for each kind of statement."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parley.__main__ import main
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Status, gap_as_of
from parley.dataset import load
from parley.importing.folder import kept_mapping
from parley.importing.whole import begun, sheets_of

TODAY = date(2025, 6, 1)
# The first test vector of the method.
VECTOR = """Party;Issue;Demand (%);Offer (%);Red line (%);Wants;Comments
A;Tariff;27;24;17;more;
B;Tariff;0;10;20;less;firm
A;Quota;;5;;;
B;Quota;1;x;;;
"""


def holds_of(text: str) -> tuple[str, dict[str, str]]:
    """Return how a table is laid out and what its columns hold, as guessed."""
    found = begun(sheets_of([(text.encode(), "table.csv")]), "table.csv", "Talks", "talks").mapping
    return found.shape, {one.head: one.holds for one in found.columns}


def test_each_column_gives_statements_of_its_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The positions and gaps that the method gives by hand; the same table again writes nothing, and a row put in between renames none."""
    table, folder = tmp_path / "table.csv", tmp_path / "positions" / "talks"
    table.write_text(VECTOR, encoding="utf-8")
    assert main(["import", str(table), "--to", str(folder), "--yes"], TODAY) == 0
    shown = capsys.readouterr()
    assert [line.strip() for line in shown.out.splitlines()[6:14]] == [
        "A row per statement.", "Party: party", "Issue: issue", "Demand (%): demand", "Offer (%): offer", "Red line (%): limit",
        "Wants: whether the party wants more or less", "Comments: note",
    ]  # fmt: skip
    assert "8 statements, 1 cell left out, 3 cells empty." in shown.out
    assert "Left out, Offer (%): row 5 x." in shown.out
    data = load(folder)
    assert {one.id: (one.kind, one.place.at) for one in data.statements} == {
        "a-tariff": ("demand", "27"), "a-tariff-offer": ("offer", "24"), "a-tariff-red-line": ("red_line", "17"), "b-tariff": ("demand", "0"),
        "b-tariff-offer": ("offer", "10"), "b-tariff-red-line": ("red_line", "20"), "a-quota-offer": ("offer", "5"), "b-quota": ("demand", "1"),
    }  # fmt: skip
    found = gap_as_of(data, ("a", "b"), "tariff", TODAY, ALL_EVIDENCE)
    assert (found.status, found.headline.low, found.bid.low, found.limit.high) == (Status.BRIDGEABLE, 27, 14, 0)
    assert (data.statement("b-tariff-offer").note, data.axes["tariff"].unit) == ("firm", "%")

    assert main(["import", str(table), "--to", str(folder), "--yes"], TODAY) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    table.write_text(VECTOR.replace("B;Tariff;0;10", "C;Tariff;3;4;;less;\nB;Tariff;0;12"), encoding="utf-8")
    assert main(["import", str(table), "--to", str(folder), "--yes"], TODAY) == 0
    assert "Since it was brought in before: 2 new, 1 changed, 0 gone." in capsys.readouterr().out
    assert load(folder).statement("b-tariff-offer").place.at == "12"


def test_what_a_column_holds_is_corrected_in_the_mapping_and_kept(tmp_path: Path) -> None:
    """A kept mapping comes before what the heads say."""
    table, folder, mapping = tmp_path / "table.csv", tmp_path / "positions" / "talks", tmp_path / "map.yaml"
    table.write_text(VECTOR, encoding="utf-8")
    assert main(["import", str(table), "--to", str(folder), "--write-map", str(mapping)], TODAY) == 0
    told = mapping.read_text(encoding="utf-8")
    mapping.write_text(told.replace("holds: red_line", "holds: nothing").replace("holds: offer", "holds: red_line"), encoding="utf-8")
    assert main(["import", str(table), "--to", str(folder), "--map", str(mapping), "--yes"], TODAY) == 0
    assert [(one.id, one.place.at) for one in load(folder).statements if one.kind != "demand"] == [
        ("a-tariff-red-line", "24"), ("b-tariff-red-line", "10"), ("a-quota-red-line", "5"),
    ]  # fmt: skip
    kept = kept_mapping(folder)
    assert kept is not None
    assert [one.holds for one in kept.columns] == ["party", "issue", "demand", "red_line", "nothing", "wants", "note"]


@pytest.mark.parametrize(
    ("text", "shape", "holds"),
    [
        ("Land;Thema;Forderung;Angebot\nA;X;1;2\nB;X;3;2\n", "long", ["party", "issue", "demand", "offer"]),
        ("Who;Topic;Position;Bottom line\nA;X;1;2\nB;X;3;2\n", "long", ["party", "issue", "place", "red_line"]),
        ("Party;Issue;Demand\nA;X;1\nB;X;3\n", "long", ["party", "issue", "place"]),
        ("Party;Demand;Offer;Notes\nA;1;2;\nB;3;2;\n", "long", ["party", "demand", "offer", "note"]),
        ("Country;Speed limit;Offer;Quota\nA;1;2;4\nB;3;2;5\n", "parties_down", []),
        ("Country;Limit;Quota\nA;1;4\nB;3;5\n", "parties_down", []),
    ],
    ids=["German", "beside a position", "one alone", "one issue", "issues", "an issue called a limit"],
)  # fmt: skip
def test_heads_tell_the_kind_where_they_cannot_be_issues(text: str, shape: str, holds: list[str]) -> None:
    """Words for kinds among the heads of issues stay issues."""
    found = holds_of(text)
    assert (found[0], list(found[1].values())) == (shape, holds)


def test_a_row_with_an_id_of_its_own_gives_it_to_one_statement() -> None:
    """The others take it with their kind; a row that only says something gives one statement."""
    text = "Id;Party;Issue;Position;Offer;What was said\ns1;A;X;1;2;\ns2;B;X;;4;\ns3;C;X;;;Nothing yet\n"
    book = begun(sheets_of([(text.encode(), "table.csv")]), "table.csv", "Talks", "talks")
    assert [(one["id"], one["kind"], one["place"]) for one in book.drafted().entries] == [
        ("s1", "demand", {"at": "1"}), ("s1-offer", "offer", {"at": "2"}), ("s2-offer", "offer", {"at": "4"}),
        ("s3", "demand", {"not_placeable": "The table gives no position here."}),
    ]  # fmt: skip
