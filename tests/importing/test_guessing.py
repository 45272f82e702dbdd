"""What a table probably means, from small invented tables of each shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.handed_in import TableError
from parley.importing import tongues
from parley.importing.guessing import guess
from parley.importing.heads import ASKED, CALLED, PARTS
from parley.importing.joining import parts_of
from parley.importing.kind_words import KINDS
from parley.importing.mapping import TableMapping
from parley.importing.naming import alike, id_of, spellings
from parley.importing.sheets import read_files, read_sheets
from parley.importing.whole import begun


def guessed(text: str) -> TableMapping:
    (sheet,) = read_sheets(text.encode(), "table.csv")
    return guess(sheet, "Talks")


def scales(found: TableMapping) -> dict[str, list[str] | str | None]:
    """Return, by issue, its levels or its quantity."""
    return {
        one.name: [level.name for level in one.levels]
        or (f"{one.quantity.bottom} to {one.quantity.top} {one.quantity.unit}" if one.quantity else None)
        for one in found.issues
    }


def test_a_row_per_statement() -> None:
    """Columns are known by their heads, parties and issues by their cells."""
    found = guessed("Member state,Topic,Stance,Date,Comment\nA,Ban,low,2015,x\nB,Ban,high,2015,\nA,Levy (%),10,2015,\nB,Levy (%),12.5,2015,\n")
    assert found.shape == "long"
    assert [(one.head, one.holds) for one in found.columns] == [
        ("Member state", "party"), ("Topic", "issue"), ("Stance", "place"), ("Date", "said"), ("Comment", "note"),
    ]  # fmt: skip
    assert [one.id for one in found.parties] == ["a", "b"]
    assert scales(found) == {"Ban": ["low", "high"], "Levy": "0 to 100 %"}
    assert str(found.issues[1].quantity.resolution) == "0.1" if found.issues[1].quantity else False


def test_a_row_per_party_and_a_column_per_issue() -> None:
    """Told by the head of the first column; without one, by what is alike: down a column or along a row."""
    for head in ("Country", ""):
        found = guessed(f"{head},Levy,Ban\nA,10,yes\nB,20,no\nC,30,yes\nD,40,no\n")
        assert (found.shape, [one.name for one in found.parties], scales(found)) == (
            "parties_down", ["A", "B", "C", "D"], {"Levy": "0 to 100 points", "Ban": ["no", "yes"]},
        )  # fmt: skip


def test_a_row_per_issue_and_a_column_per_party() -> None:
    """Such is the analyst's own comparison, and the table of four columns."""
    for head in ("Article", ""):
        found = guessed(f"{head},Commission,Council,Parliament\nBan,yes,no,yes\nLevy,10,20,30\nFund,low,low,high\n")
        assert (found.shape, [one.id for one in found.parties]) == ("issues_down", ["commission", "council", "parliament"])
        assert scales(found) == {"Ban": ["no", "yes"], "Levy": "0 to 100 points", "Fund": ["low", "high"]}


def test_titles_above_the_heads_are_passed_over() -> None:
    """The heads are the first row that is as full as any."""
    found = guessed("Positions as of May,,\n,,\nCountry,Issue,Position\nA,Ban,1\nB,Ban,3\n")
    assert (found.head_row, [one.name for one in found.parties]) == (3, ["A", "B"])


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["2 - partly", "1 - not at all", "3 - wholly"], ["not at all", "partly", "wholly"]),
        (["Strongly agree", "agree", "Disagree"], ["Disagree", "agree", "Strongly agree"]),
        (["Voluntary", "mandatory"], ["Voluntary", "mandatory"]),
        (["red", "blue"], None),
        (["1 - a", "1 - b"], None),
        (["yes", "yes"], None),
        (["5", "7", "n/a", "x"], "0 to 10 points"),
        (["5", "7", "x", "y"], None),
        (["7", "7"], "0 to 10 points"),
        (["150", "150"], None),
        (["1 none", "2 some", "3 all"], ["none", "some", "all"]),
        (["-3", "2.5"], "-10 to 10 points"),
        (["0.2", "0.8"], "0 to 1 points"),
        (["150", "220"], "150 to 220 points"),
    ],
)
def test_a_scale_is_read_from_its_values(cells: list[str], found: object) -> None:
    """Levels in an order that the cells or the language tell, a quantity with round ends; where nothing tells the order there is no scale."""
    rows = "".join(f"P{number},{cell}\n" for number, cell in enumerate(cells))
    assert scales(guessed(f"Country,Position\n{rows}")) == {"Position": found}


@pytest.mark.parametrize("text", ["Country\nA\n", "Country,Position\n", "just words\nand more words\n"])
def test_without_two_rows_and_columns_there_is_no_table(text: str) -> None:
    """What is missing is said."""
    with pytest.raises(TableError, match="at least two rows and two columns with heads"):
        guessed(text)


def test_spellings_of_one_name_are_one_party() -> None:
    """Case, accents, quotes and points aside; the spelling most often met is the name."""
    assert spellings(["Cote d'Ivoire", "Côte d’Ivoire", "Côte d’Ivoire", "U.S.", "US"]) == {
        "Côte d’Ivoire": ["Cote d'Ivoire", "Côte d’Ivoire"], "U.S.": ["U.S."], "US": ["US"],
    }  # fmt: skip


def test_names_that_may_be_one_are_named() -> None:
    """A letter more, less, other or exchanged; names told apart by a number, and short ones, are two."""
    assert alike(["Ghana", "Gahna", "Guinea", "Guinea-Bissau", "Article 5", "Article 6", "Iran", "Iraq", "EU", "US"]) == [
        ("Ghana", "Gahna"), ("Iran", "Iraq"),
    ]  # fmt: skip


def test_ids_are_readable_and_unlike() -> None:
    """Of letters that no id can hold the Latin ones are taken; a name without any gets the word for what it is."""
    taken: set[str] = set()
    for name, found in (
        ("Côte d’Ivoire", "cote-divoire"),
        ("Côte d'Ivoire", "cote-divoire-2"),
        ("中国", "party-1"),
        ("日本", "party-2"),
        ("Færøerne", "faeroerne"),
    ):
        assert id_of(name, "party", taken) == found
        taken.add(found)


@pytest.mark.parametrize(
    ("text", "shape", "holds"),
    [
        ("A,10\nB,35\nC,20\n", "long", ["party", "place"]),
        ("A,Ban,yes\nA,Levy,no\nB,Ban,no\nB,Levy,no\n", "long", ["party", "issue", "place"]),
        ("A,Ban,yes,2024-05-01\nB,Ban,no,2024-05-02\nA,Levy,no,2024-05-02\n", "long", ["party", "issue", "place", "said"]),
        ("A,10,yes\nB,35,no\nC,20,yes\n", "parties_down", []),
    ],
)
def test_a_table_without_heads_loses_no_row(text: str, shape: str, holds: list[str]) -> None:
    """Its first row is data like the others, and its columns are called by their numbers."""
    found = guessed(text)
    assert (found.head_row, found.shape) == (0, shape)
    assert found.parties[0].name == "A"
    assert [(one.head, one.holds) for one in found.columns if holds] == [(f"Column {number}", one) for number, one in enumerate(holds, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Land,2020,2025\nA,1,2\nB,3,4\n", "Akteur,Thema,Haltung\nA,Ban,yes\nB,Ban,no\n", "Country,Levy,Ban\nA,10,yes\nB,35,no\n",
        ",Ban,Levy\nA,yes,1\nB,no,2\n", "Country,Position\nA,yes\n",
    ],
)  # fmt: skip
def test_heads_are_taken_for_heads(text: str) -> None:
    """Years over numbers, words that come no second time, and whatever is a word for what a column holds."""
    assert guessed(text).head_row == 1


def test_that_there_are_no_heads_can_be_said() -> None:
    """Where nothing tells it."""
    (sheet,) = read_sheets(b"Reds,up,down\nBlues,down,high\n", "table.csv")
    assert guess(sheet, "Talks").head_row == 1
    assert [one.name for one in guess(sheet, "Talks", head_row=0).parties] == ["Reds", "Blues"]


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Country,Ambition level,Finance,Scope\nA,low,10,yes\nB,high,20,no\n", ["Ambition level", "Finance", "Scope"]),
        ("Country,Level,Finance\nA,low,10\nB,high,20\n", ["Level", "Finance"]),
        ("Country,Ambition level\nA,low\nB,high\n", ["Ambition level"]),
        ("Country,Position,Date,Comment\nA,low,2024,x\nB,high,2024,y\n", ["Position"]),
        ("Country,Ambition level,Comment\nA,low,x\nA,high,y\n", ["Position"]),
    ],
)
def test_a_column_called_like_a_position_may_be_an_issue(text: str, issues: list[str]) -> None:
    """Where each party has one row and other columns are issues, too."""
    found = guessed(text)
    assert [one.name for one in found.issues] == issues
    assert found.shape == ("long" if issues == ["Position"] else "parties_down")


def test_no_word_of_another_language_is_an_english_head_of_another_meaning() -> None:
    """Each stands for a word by which something is known; one that is an English one as well means the same."""
    heads = [names for names in CALLED.values()] + [ASKED, tuple(KINDS)]
    lists = [several for names, _, _ in PARTS.values() for several in names.values()] + [sheets for _, _, sheets in PARTS.values()]
    english = {word for names in (*heads, *lists) for word in names}
    for word, meant in tongues._known().items():
        assert meant in english | {"statements", "positions"}, (word, meant)
        assert word not in english or any(word in names and meant in names for names in (*heads, *lists)), (word, meant)


@given(st.data())
def test_translated_heads_are_guessed_as_the_english_ones(data: st.DataObject) -> None:
    """Whatever the columns of a row per statement, and in whichever of their words; the same party, issue and place come of it."""
    code = data.draw(st.sampled_from(sorted(tongues.WORDS)))
    words: dict[str, list[str]] = {}
    for one in tongues.WORDS[code].split(";"):
        meant, _, several = " ".join(one.split()).partition(": ")
        words[meant] = several.split(", ")
    columns = {"country": ["A", "B", "A"], "issue": ["x", "x", "y"], "demand": ["1", "2", "3"], "year": ["2015", "2016", "2017"], "speaker": ["p", "q", "r"],
               "quote": ["So.", "No.", "Go."], "comment": ["a", "b", "c"], "priority": ["1", "2", "1"], "kind": ["demand", "offer", "demand"]}  # fmt: skip
    chosen = data.draw(st.permutations(["country", "issue", "demand", *data.draw(st.sets(st.sampled_from([*columns][3:])))]))
    translated = [data.draw(st.sampled_from([*words.get(one, [one]), *map(str.upper, words.get(one, []))])) for one in chosen]
    rows = [[columns[one][number] for one in chosen] for number in range(3)]
    english, other = (guessed("\n".join(";".join(row) for row in (heads, *rows))) for heads in (chosen, translated))
    assert [one.holds for one in other.columns] == [one.holds for one in english.columns]
    assert (other.shape, other.parties, other.issues) == (english.shape, english.parties, english.issues)
    assert {"party", "issue", "place"} <= {one.holds for one in other.columns}


def test_words_of_yes_and_no_a_mark_of_a_note_and_one_thing_of_several_are_read_as_meant() -> None:
    """In other languages as in English; a mark behind a head is no part of its name, and a month is one of several months."""
    found = guessed("Land;Tempolimit;Closed season (months)¹;Fund*\nA;ja;3;1\nB;nein;1;2\nC;ja;2;3\n")
    assert scales(found) == {"Tempolimit": ["nein", "ja"], "Closed season": "0 to 10 months", "Fund": "0 to 10 points"}
    (sheet,) = read_sheets(b"Country;Season\nA;3 months\nB;1 month\nC;2 months\n", "t.csv")
    made = begun((sheet,), "t.csv", "T", "t").drafted()
    assert [str(one["place"]["at"]) for one in made.entries] == ["3", "1", "2"]


def test_of_two_words_the_first_tells_only_whose_a_row_is() -> None:
    """Other words that are some other language's may be English."""
    heads = ("Pays / Groupe", "Land (Kürzel)", "Point (a)", "Nature | biodiversity", "Who pays", "Verhandlungsposition")
    assert [tongues.in_english(one) for one in heads] == ["country", "country", "point a", "nature biodiversity", "who pays", "verhandlungsposition"]


def test_lists_and_kinds_are_known_by_their_words_in_other_languages() -> None:
    """Sheets as well, and two rows of heads."""
    sheets = read_files([
        (b"Land;Thema;Art;Position\nNO;Zoll;Forderung;10\nIS;Zoll;rote Linie;20\n", "Aussagen.csv"),
        ("Kürzel;Bezeichnung;Bündnis\nNO;Norwegen;Nord\nIS;Island;Nord\n".encode(), "Länder.csv"),
    ])  # fmt: skip
    assert [(one.lists, [column.holds for column in one.columns]) for one in parts_of(sheets)] == [("parties", ["short", "name", "bloc"])]
    made = begun(sheets, "Aussagen.csv", "Talks", "talks").drafted()
    assert [(one["party"], one["kind"]) for one in made.entries] == [("norwegen", "demand"), ("island", "red_line")]
    assert made.bad == ()
