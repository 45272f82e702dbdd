"""The agreement of two coders: units, kinds and rungs, against worked and published figures."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import pytest

from parley.agreement import (
    CODING_FILE,
    COLUMNS,
    Agreement,
    Coding,
    Measure,
    Unit,
    agreement_in,
    agreement_of,
    read_units,
)
from parley.dataset import load
from parley.errors import BadFilesError
from parley.telling.agreement import agreement_told
from parley.words import said_all

DATA = Path(__file__).parent / "data"
ROOT = DATA.parent.parent
FJORDS = load(DATA / "fjords").negotiation
HEAD = ",".join(COLUMNS)


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def units(*rows: str) -> tuple[Unit, ...]:
    """Return the units of rows that begin with the party and the issue."""
    Path(CODING_FILE).write_text("\n".join((HEAD, *(f"gazette,4,{row}" for row in rows))) + "\n", encoding="utf-8")
    return read_units(Path(CODING_FILE), FJORDS)


def said(content: str | bytes) -> list[str]:
    Path(CODING_FILE).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BadFilesError) as caught:
        agreement_in(Path(), FJORDS)
    return [str(problem) for problem in caught.value.problems]


def test_a_unit_is_coded_by_both_or_by_one() -> None:
    """What only one coder found is counted apart, and says nothing about agreement on kinds."""
    found = agreement_of(
        units(
            "northland,patrols,demand,demand,joint,joint,x",
            "northland,patrols,demand,offer,joint,own,x",
            "northland,patrols,threat,,armed,,",
            "northland,patrols,,rationale,,none,",
            "southmark,patrols,,rationale,,none,",
        )
    )
    assert (len(found.both), len(found.first_only), len(found.second_only)) == (2, 1, 2)
    assert (found.kind.units, found.kind.share) == (2, Fraction(1, 2))
    assert (found.rung.units, found.rung.share) == (2, Fraction(1, 2))
    assert found.first_only[0] == Unit("gazette", "4", "northland", "patrols", Coding("threat", Fraction(3)), None, "")


@pytest.mark.parametrize(
    ("party", "place", "rung"),
    [
        ("northland", "none", None),
        ("northland", "unknown", None),
        ("northland", "own", Fraction(2)),
        ("northland", "joint..own", Fraction(3, 2)),
        ("northland", "own..joint", Fraction(3, 2)),
        ("northland", "joint..armed", Fraction(2)),
        ("northland", "beyond joint", Fraction(2)),
        ("southmark", "beyond joint", Fraction(0)),
    ],
)
def test_a_place_is_the_number_of_a_rung(party: str, place: str, rung: Fraction | None) -> None:
    """A stretch counts as its midpoint, and 'beyond' as one rung short of what is refused, on the party's own side."""
    assert units(f"{party},patrols,red_line,,{place},,x")[0].first == Coding("red_line", rung)


def test_the_last_granted_and_the_first_refused_rung_are_one_limit() -> None:
    """Two ways to write a limit agree."""
    rows = ("southmark,harbour-access,red_line,red_line,summer,beyond all-year,x", "southmark,patrols,demand,demand,none..none,beyond joint,x")
    assert agreement_of(units(*rows)).rung.share == 1


def test_only_places_on_ladders_are_compared() -> None:
    """A quantity has no rungs, and a place that one coder did not give cannot differ."""
    found = agreement_of(
        units(
            "northland,herring-quota,demand,demand,40,40,x",
            "northland,patrols,demand,demand,unknown,joint,x",
            "northland,patrols,demand,demand,none,none,x",
        )
    )
    assert found.rung == Measure(0, None, None)


def test_alpha_on_kind_is_the_published_one() -> None:
    """Krippendorff, Computing Krippendorff's alpha-reliability (2011), section B: two observers, nominal data, 0.692."""
    kinds = dict(zip("abcde", ("demand", "red_line", "offer", "threat", "rationale"), strict=True))
    pairs = zip("aabbdcccedda", "babbbcccxddd".replace("x", "e"), strict=True)
    found = agreement_of(units(*(f"northland,patrols,{kinds[one]},{kinds[other]},unknown,unknown,x" for one, other in pairs)))
    assert found.kind.alpha == pytest.approx(0.692, abs=0.0005)
    assert found.kind.share == Fraction(9, 12)


def test_alpha_on_rung_is_ordinal_over_all_issues_together() -> None:
    """The ranks come from the rungs of all ladders at once, here worked by the definition in exact fractions."""
    rows = (
        "southmark,harbour-access,demand,demand,closed,closed,x",
        "northland,patrols,demand,demand,joint,own,x",
        "northland,patrols,demand,demand,armed,armed,x",
        "northland,patrols,demand,demand,joint..own,joint,x",
        "northland,harbour-access,demand,demand,all-year,all-year,x",
        "northland,harbour-access,demand,demand,closed,summer,x",
    )
    found = agreement_of(units(*rows))
    pairs: list[tuple[Fraction | int, Fraction | int]] = [(0, 0), (1, 2), (3, 3), (Fraction(3, 2), 1), (2, 2), (0, 1)]
    assert found.rung.alpha == pytest.approx(float(_ordinal_alpha(pairs)))
    assert found.rung.alpha == pytest.approx(0.8053, abs=0.0001)


def _ordinal_alpha(pairs: list[tuple[Fraction | int, Fraction | int]]) -> Fraction:
    """Return alpha = 1 - observed / expected disagreement, with the squared ordinal distance of Krippendorff (2004)."""
    values = [value for pair in pairs for value in pair]
    counts = {value: values.count(value) for value in set(values)}

    def distance(one: Fraction | int, other: Fraction | int) -> Fraction:
        low, high = sorted((one, other))
        between = sum(count for value, count in counts.items() if low <= value <= high)
        return (between - Fraction(counts[low] + counts[high], 2)) ** 2

    observed = sum((distance(*pair) for pair in pairs), Fraction(0)) / len(pairs)
    expected = sum((distance(*pair) for pair in itertools.combinations(values, 2)), Fraction(0)) / (len(values) * (len(values) - 1) // 2)
    return 1 - observed / expected


def test_where_everything_is_alike_alpha_is_not_defined() -> None:
    """With one value only there is no chance disagreement to compare with, which is not the same as perfect agreement."""
    found = agreement_of(units("northland,patrols,demand,demand,joint,joint,x", "northland,patrols,demand,demand,joint,joint,x"))
    assert (found.kind, found.rung) == (Measure(2, Fraction(1), None), Measure(2, Fraction(1), None))


def test_an_agreement_is_told_in_three_lines() -> None:
    """Units first, then each measure with what it is over."""
    found = Agreement((), (), (), Measure(8, Fraction(7, 8), 0.8125), Measure(0, None, None))
    assert said_all(agreement_told(found)) == (
        "0 units coded by both, 0 by the first coder only, 0 by the second only.",
        "Kind: 88 % of 8 units alike, Krippendorff's alpha 0.81 (nominal).",
        "Step: nothing to compare (ordinal, the steps of all issues taken as one variable).",
    )


def test_every_wrong_value_is_told_at_its_place() -> None:
    """The table is read as strictly as the position files."""
    rows = (
        "gazette,4,nordland,patrol,claim,demand,joint,joint,x",
        "gazette,4,northland,patrols,demand,offer,jointly,beyond armed,x",
        "gazette,4,isles,patrols,red_line,,beyond joint,joint,x",
        "gazette,4,northland,patrols,,,,,x",
        "gazette,4,northland,patrols,demand,demand,joint,own",
        "gazette,4,isles,patrols,red_line,,beyond joint,,x",
    )
    assert said("\n".join((HEAD, *rows))) == [
        "double-coding.csv:2:11: There is no party 'nordland'. Did you mean 'northland'?",
        "double-coding.csv:2:20: There is no issue 'patrol'. Did you mean 'patrols'?",
        "double-coding.csv:2:27: There is no kind 'claim'. There is: demand, measure, offer, rationale, red_line, threat.",
        "double-coding.csv:3:42: There is no rung 'jointly' on this ladder. Did you mean 'joint'?",
        "double-coding.csv:3:50: Nothing on the ladder is short of 'armed'.",
        "double-coding.csv:4:48: There is a place without a kind. Fill in kind_second.",
        "double-coding.csv:5:29: Neither coder gave a kind. Leave the row out.",
        "double-coding.csv:6:1: The row has 8 fields, not 9. Put quotes around a field that holds a comma.",
        "double-coding.csv:7:35: 'beyond' needs a party that wants up or down on the issue.",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", f"1:1: The columns are not those of a double coding. Write {HEAD}."),
        ("a,b\n1,2\n", f"1:1: The columns are not those of a double coding. Write {HEAD}."),
        (f"{HEAD}\ngazette,\xe9".encode("latin-1"), "2:9: This is not UTF-8 text. Save the file as UTF-8."),
        (f"{HEAD}\n{'x' * 200_000}\n", "2:1: This row cannot be read. Check its quotation marks."),
    ],
    ids=["empty", "other columns", "not UTF-8", "endless field"],
)
def test_what_is_no_double_coding_is_told(content: str | bytes, message: str) -> None:
    """A table of another kind gives a message and never a traceback."""
    assert said(content) == [f"double-coding.csv:{message}"]


def test_a_table_that_is_not_there_is_told() -> None:
    """The message names the file."""
    with pytest.raises(BadFilesError, match=r"^double-coding\.csv:1:1: The file cannot be read: No such file or directory\.$"):
        agreement_in(Path(), FJORDS)


def test_the_double_coding_of_the_repository_can_be_read() -> None:
    """The first data set was coded by two, and every row of the table fits its negotiation."""
    folder = ROOT / "positions" / "us-china-trade"
    found = agreement_in(folder, load(folder).negotiation)
    assert len(found.both) == found.kind.units > found.rung.units > 0
    assert found.kind.alpha is not None
    assert found.rung.alpha is not None
    assert 0 < found.kind.alpha <= 1
    assert 0 < found.rung.alpha <= 1
