"""Tables as other programs of the field write them: exchange models, spatial models, tools of voting advice."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parley.__main__ import main
from parley.dataset import load
from parley.importing.drafted import BadCell, Drafted, Rating
from parley.importing.whole import begun, sheets_of
from tests.importing.test_bringing_in import TODAY, distance, held
from tests.making import replaced

EXCHANGE = """#/;key;name;comment
#A;north;Northland;
#A;south;Southmark;a note
#A;isles;The Isles;
#P;quota;Herring quota;
#P;levy;Landing levy;
#M;quota;0;No catch
#M;quota;30;A third
#M;quota;100;All of it
#/;actor;issue;position;salience;power
#D;north;quota;100;0.75;1
#D;south;quota;25;0.6;0.35
#D;isles;quota;;0.5;
#D;north;levy;40;0.2;1
#D;south;levy;70.5;;0.35
#D;west;levy;10;0.9;0.35
"""
SPATIAL = "Actor,Influence,Position,Salience\nNorthland,100,10,80-90\nSouthmark,60,70,50\nIsles,20,,\n"


def drafted(text: str, coded_by: str = "A. Berg") -> Drafted:
    found = begun(sheets_of([(text.encode(), "table.csv")]), "table.csv", "Talks", "talks")
    return found.with_mapping(found.mapping.coded_by(coded_by)).drafted() if coded_by else found.drafted()


def test_a_file_of_an_exchange_model_gives_positions(tmp_path: Path) -> None:
    """Numbers with the meanings that some of them have; where no meanings are given the scale runs from nought to a hundred. What is missing stays so."""
    (tmp_path / "model.csv").write_text(EXCHANGE, encoding="utf-8")
    target = tmp_path / "positions" / "talks"
    assert main(["import", str(tmp_path / "model.csv"), "--to", str(target), "--yes", "--coded-by", "A. Berg"], TODAY) == 0
    data = load(target)
    assert held(data) == {"north-quota": "100", "south-quota": "25", "north-levy": "40", "south-levy": "70.5"}
    assert (distance(data, ("north", "south"), "quota"), distance(data, ("north", "south"), "levy")) == ((75, 75), (30.5, 30.5))
    quota, levy = data.negotiation.issues
    assert quota.scale.quantity is not None and levy.scale.quantity is not None
    assert [(str(one.at), one.name) for one in quota.scale.quantity.anchors] == [("0", "No catch"), ("30", "A third"), ("100", "All of it")]
    assert (levy.scale.quantity.bottom, levy.scale.quantity.top, levy.scale.quantity.anchors) == (0, 100, ())
    assert [(one.party, str(one.from_), str(one.to), one.by) for one in quota.salience] == [
        ("north", "0.75", "0.75", "A. Berg"), ("south", "0.6", "0.6", "A. Berg"), ("isles", "0.5", "0.5", "A. Berg"),
    ]  # fmt: skip
    assert [(one.party, str(one.from_)) for one in quota.power] == [("north", "1"), ("south", "0.35")]
    assert [(one.party, str(one.from_)) for one in levy.salience] == [("north", "0.2")]
    assert [(one.id, one.name) for one in data.negotiation.parties] == [("north", "Northland"), ("south", "Southmark"), ("isles", "The Isles")]


def test_what_an_exchange_model_does_not_define_is_told_by_its_row_in_the_file() -> None:
    """Counted with remarks and all."""
    names = "There is: Northland, Southmark, The Isles."
    assert drafted(EXCHANGE).bad == (BadCell(16, "party", "west", "There is no party 'west' in the sheet 'Actors'.", names, "Positions"),)


def test_a_spatial_model_has_positions_with_salience_and_power() -> None:
    """As ranges, of one issue or of several; a stretch in a cell is one."""
    found = drafted(SPATIAL)
    assert [(one["party"], one["place"]) for one in found.entries] == [("northland", {"at": "10"}), ("southmark", {"at": "70"})]
    assert found.salience == (
        Rating("position", "northland", Fraction(80), Fraction(90)),
        Rating("position", "southmark", Fraction(50), Fraction(50)),
    )
    assert [(one.party, one.low) for one in found.power] == [("northland", 100), ("southmark", 60), ("isles", 20)]
    assert (found.bad, found.empty) == ((), 1)
    several = drafted("Actor,Issue,Position,Salience\nA,x,1,5\nB,x,2,7-9\nA,x,1,6\nB,x,3,much\n")
    assert [(one.party, one.low, one.high) for one in several.salience] == [("a", 5, 6), ("b", 7, 9)]
    assert [(one.row, one.value, one.why) for one in several.bad] == [(5, "much", "It is no number from nought up.")]


def test_the_next_edition_changes_salience_that_nobody_has_changed_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody has changed stays, and both are told; an author of one's own is beside the table's."""
    table, target = tmp_path / "model.csv", tmp_path / "positions" / "talks"

    def brought(text: str) -> list[tuple[str, str, str]]:
        table.write_text(text, encoding="utf-8")
        assert main(["import", str(table), "--to", str(target), "--yes", "--coded-by", "A. Berg"], TODAY) == 0
        (one,) = load(target).negotiation.issues
        return [(each.party, str(each.from_), str(each.to)) for each in one.salience]

    assert brought(SPATIAL) == [("northland", "80", "90"), ("southmark", "50", "50")]
    own = "  - {party: northland, from: 10, to: 20, by: B. Dahl}\n"
    replaced(
        target / "negotiation.yaml",
        "  - party: southmark\n    from: '50'\n    to: '50'\n",
        f"{own}  - party: southmark\n    from: '55'\n    to: '60'\n",
    )
    capsys.readouterr()
    assert brought(SPATIAL.replace("80-90", "30").replace("70,50", "70,40")) == [
        ("northland", "30", "30"), ("northland", "10", "20"), ("southmark", "55", "60"),
    ]  # fmt: skip
    told = capsys.readouterr().out
    assert "The salience of Position is another than before for these: Northland." in told
    assert "The table has another salience of Position for these than was said here, and what was said here stays: Southmark." in told
    assert brought(SPATIAL.replace("80-90", "30").replace("70,50", "70,40"))[0] == ("northland", "30", "30")
    assert "salience of Position" not in capsys.readouterr().out


def test_salience_without_an_author_is_not_taken() -> None:
    """Positions are."""
    found = drafted(SPATIAL, "")
    why, mend = "It is somebody's judgement, and nobody is named for it.", "Say who coded the table."
    assert (len(found.entries), found.salience, found.power) == (2, (), ())
    assert found.bad == (BadCell(1, "Influence", "", why, mend), BadCell(1, "Salience", "", why, mend))


LONG_THESIS = "There should be a general speed limit of 130 kilometres an hour on all motorways."


@pytest.mark.parametrize(
    "text",
    [
        f"Party,Statement,Answer\nReds,{LONG_THESIS},agree\nBlues,{LONG_THESIS},disagree\nGreens,{LONG_THESIS},no answer\n"
        "Reds,Keep coins,neutral\nBlues,Keep coins,agree\nGreens,Keep coins,neutral\n",
        f"Party,{LONG_THESIS},Keep coins\nReds,agree,neutral\nBlues,disagree,agree\nGreens,no answer,neutral\n",
        f"Thesis,Reds,Blues,Greens\n{LONG_THESIS},agree,disagree,no answer\nKeep coins,neutral,agree,neutral\n",
    ],
    ids=["long", "parties down", "theses down"],
)
def test_answers_to_statements_are_positions_on_one_scale(text: str) -> None:
    """All statements share the answers, whichever were given to them; no answer is none, and a long statement is a question with a shorter name."""
    found = drafted(text, "")
    thesis, coins = found.mapping.issues
    for one in (thesis, coins):
        assert [level.name for level in one.levels] == ["disagree", "neutral", "agree"]
    assert (thesis.name, thesis.question) == ("There should be a general speed limit of 130 kilometres an…", LONG_THESIS)
    assert sorted((one["party"], one["issue"] == coins.id, one["place"]["at"]) for one in found.entries) == [
        ("blues", False, "disagree"), ("blues", True, "agree"), ("greens", True, "neutral"), ("reds", False, "agree"), ("reds", True, "neutral"),
    ]  # fmt: skip
    assert (found.bad, found.empty) == ((), 1)
