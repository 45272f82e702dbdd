"""What may not have been read as it was meant: questioned at its place, by `check` and, where what is shown may be wrong, on the pages."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from parley.checks import check
from parley.dataset import load
from parley.doubts import doubts
from parley.views import store
from tests.making import replaced

DATA = Path(__file__).parent / "data"
TODAY = date(2025, 6, 1)
QUOTES = "Put quotes around the whole text, or the comment on a line of its own."


@pytest.fixture(autouse=True)
def _in_a_copy_of_the_fjords(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("fjords", "seeds"):
        shutil.copytree(DATA / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


def said() -> list[str]:
    return [str(problem) for problem in check(load(Path("fjords")), None, TODAY)]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            "fjords/northland.yaml",
            "says: Northland asks for 40% of the herring.",
            "says: Northland threatens to quit the pact unless clause #4 is struck out.",
            f"7:11: warning: The text ends before '#4 is struck out.', which is read as a comment. {QUOTES}",
        ),
        (
            "fjords/northland.yaml",
            "date_note: Said in the same breath as the demand.",
            "date_note: Said in the same breath\n      as demand\t#2",
            f"34:16: warning: The text ends before '#2', which is read as a comment. {QUOTES}",
        ),
        (
            "fjords/northland.yaml",
            "    note: It is not told how close the official is to the minister.",
            "    note: Told in paper #17, annex 2.",
            f"71:11: warning: The text ends before '#17, annex 2.', which is read as a comment. {QUOTES}",
        ),
        (
            "fjords/northland.yaml",
            "what: share of the herring}",
            "what: share of quota #2\n      }",
            f"10:55: warning: The text ends before '#2', which is read as a comment. {QUOTES}",
        ),
        (
            "fjords/negotiation.yaml",
            "question: How much of the herring catch goes to Northland?",
            "question: How much of catch #1 goes to Northland?",
            f"56:15: warning: The text ends before '#1 goes to Northland?', which is read as a comment. {QUOTES}",
        ),
        (
            "fjords/agendas/ministers.yaml",
            "handling: For the delegation only",
            "handling: For delegation #3 only",
            f"5:11: warning: The text ends before '#3 only', which is read as a comment. {QUOTES}",
        ),
        (
            "seeds/southmark-2025-reply.yaml",
            "title: Reply to Northland",
            "title: Reply #2 to Northland",
            f"4:8: warning: The text ends before '#2 to Northland', which is read as a comment. {QUOTES}",
        ),
    ],
)
def test_a_text_cut_at_a_comment_is_questioned(path: str, old: str, new: str, message: str) -> None:
    """In every kind of file, with what may have been cut."""
    replaced(path, old, new)
    assert said() == [f"{path}:{message}"]


def test_a_comment_after_an_id_a_number_a_date_or_a_quoted_text_may_stay() -> None:
    """Neither can go on with a '#'; nor is one inside a word, or inside a text of several lines, a comment."""
    replaced("fjords/northland.yaml", "issue: herring-quota", "issue: herring-quota # the first")
    replaced("fjords/northland.yaml", "    place: {at: 40}", "    place:\n      at: 40 # as printed")
    replaced("fjords/northland.yaml", 'said: "2025-03-03"', "said: 2025-03-03 # a Monday")
    replaced("fjords/northland.yaml", "says: Northland asks for 40% of the herring.", 'says: "Northland asks for 40%, as #4 has it." # own words')
    replaced(
        "fjords/southmark-reply.yaml", "says: Southmark offers 18% until the end of June.", "says: |\n      Southmark offers\n      18% under #4."
    )
    replaced("fjords/agendas/ministers.yaml", "handling: For the delegation only", "handling: For delegation no.#3 only")
    assert said() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            "fjords/northland.yaml",
            "    amount: {value: 40,",
            "    amount: {value: 1.200,",
            "10:21: warning: Is 1.200 the number 1.2, or 1200? Write 1.2 or 1200.",
        ),
        (
            "fjords/northland.yaml",
            "    amount: {value: 40,",
            "    amount: {value: 1.375,",
            "10:21: warning: Is 1.375 the number 1.375, or 1375? Write 1.3750 or 1375.",
        ),
        ("fjords/northland.yaml", "place: {at: 40}", "place: {at: 40.000}", "9:17: warning: Is 40.000 the number 40, or 40000? Write 40 or 40000."),
        (
            "fjords/northland.yaml",
            "place: {at: 40}",
            "place: {at: 40.05}",
            "9:17: warning: 40.05 lies between the steps of the scale, each of 0.1 %. Round it, or give the scale a finer 'resolution'.",
        ),
        (
            "fjords/northland.yaml",
            "from: 35,",
            "from: 35.005,",
            "61:19: warning: Is 35.005 the number 35.005, or 35005? Write 35.0050 or 35005.",
        ),
        (
            "fjords/northland.yaml",
            "      issue: harbour-access\n      at: all-year",
            "      issue: herring-quota\n      at: 1.25",
            "30:11: warning: 1.25 lies between the steps of the scale, each of 0.1 %. Round it, or give the scale a finer 'resolution'.",
        ),
        (
            "fjords/negotiation.yaml",
            "top: 50, resolution",
            "top: 50.000, resolution",
            "58:63: warning: Is 50.000 the number 50, or 50000? Write 50 or 50000.",
        ),
    ],
)
def test_a_number_in_doubt_is_questioned(path: str, old: str, new: str, message: str) -> None:
    """Exactly three digits after a point may be thousands, and a place between the steps of its scale a slip."""
    replaced(path, old, new)
    assert said() == [f"{path}:{message}"]


def test_a_number_that_can_be_read_in_one_way_is_not_questioned() -> None:
    """Four digits after the point, a leading zero, and three digits on a scale as fine as they are."""
    replaced("fjords/northland.yaml", "    amount: {value: 40,", "    amount: {value: 0.125,")
    replaced("fjords/northland.yaml", "    place: {at: 30}", "    amount: {value: 1.3750, unit: t, what: landings}\n    place: {at: 30.125}")
    replaced("fjords/negotiation.yaml", "resolution: 0.1}", "resolution: 0.001}")
    assert said() == []


def test_a_scale_may_begin_between_the_steps() -> None:
    """Steps are counted from zero or from the bottom."""
    replaced("fjords/negotiation.yaml", "bottom: 0, top: 50, resolution: 0.1}", "bottom: -0.05, top: 50, resolution: 0.1}")
    replaced("fjords/northland.yaml", "place: {at: 40}", "place: {at: 40.05}")
    assert said() == []


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("The Fj\ufffdrde stay open.", "'Fj\ufffdrde' has lost a letter: REPLACEMENT CHARACTER (U+FFFD) stands in its place. Write it again."),
        ("The N\u043erthland fleet.", "'N\u043erthland' holds CYRILLIC SMALL LETTER O (U+043E), which only looks like a Latin letter. "
         "Write the letter it looks like."),
        ("Zero\u200bwidth.", "'Zero\ufffdwidth.' holds ZERO WIDTH SPACE (U+200B), which cannot be seen. Take it out."),
        ("Pay \u202eXCOD now.", "'\ufffdXCOD' holds RIGHT-TO-LEFT OVERRIDE (U+202E), which turns letters round or is not closed. Take it out, or close it."),
        ("Open \u2067mark.", "'\ufffdmark.' holds RIGHT-TO-LEFT ISOLATE (U+2067), which turns letters round or is not closed. Take it out, or close it."),
        ('"Pay \\u202EXCOD now."', "'\ufffdXCOD' holds RIGHT-TO-LEFT OVERRIDE (U+202E), which turns letters round or is not closed. "
         "Take it out, or close it."),
        ("North\u2800land.", "'North\u2800land.' holds BRAILLE PATTERN BLANK (U+2800), which cannot be seen. Take it out."),
        ("The a" + 300 * "\u0301" + " fleet.", "One letter, LATIN SMALL LETTER A (U+0061), bears 300 combining marks. "
         "Take out those that do not belong there; 8 are the most."),
        (30 * "\u0301" + " fleet.", "The text begins with 30 combining marks. Take out those that do not belong there; 8 are the most."),
    ],
)  # fmt: skip
def test_a_letter_that_is_lost_or_misleads_is_questioned(new: str, message: str) -> None:
    """By its name and code, however it was written into the file."""
    replaced("fjords/northland.yaml", "says: Northland asks for 40% of the herring.", f"says: {new}")
    assert [one for one in said() if "empty boxes" not in one] == [f"fjords/northland.yaml:7:11: warning: {message}"]


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ('"\\u200b"', "The text holds nothing that can be seen, such as ZERO WIDTH SPACE (U+200B). Write a text, or leave the whole line out."),
        ("\u2800", "The text holds nothing that can be seen, such as BRAILLE PATTERN BLANK (U+2800). Write a text, or leave the whole line out."),
        ('"North\\Lland"', "The text holds the character U+2028, which nobody can read and many files cannot hold. Take it out."),
        ('"North\\uFDD0land"', "The text holds the character U+FDD0, which nobody can read and many files cannot hold. Take it out."),
    ],
)
def test_a_text_that_nobody_can_read_is_refused(new: str, message: str) -> None:
    """The statement is left out by name."""
    replaced("fjords/northland.yaml", "says: Northland asks for 40% of the herring.", f"says: {new}")
    assert [str(one) for one in load(Path("fjords")).left_out] == [f"fjords/northland.yaml:7:11: {message} Left out: statement 'north-quota-40'."]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "speaker: minister",
            "speaker: minister\u00a0",
            "8:14: 'minister' is not an id of the right form. It ends in NO-BREAK SPACE (U+00A0). Use lower-case letters, digits and single hyphens.",
        ),
        (
            "issue: herring-quota",
            "issue: h\u0435rring-quota",
            "5:12: 'h\u0435rring-quota' is not an id of the right form. The 2nd letter is CYRILLIC SMALL LETTER IE (U+0435). "
            "Use lower-case letters, digits and single hyphens.",
        ),
        (
            "kind: demand",
            "kind: dem\u0430nd",
            "6:11: 'kind' cannot be 'dem\u0430nd'. The 4th letter is CYRILLIC SMALL LETTER A (U+0430). "
            "Allowed: demand, red_line, offer, measure, threat, rationale.",
        ),
        (
            "place: {at: 40}",
            "place: {at: \uff14\uff10}",
            "9:17: '\uff14\uff10' is not a number. The 1st letter is FULLWIDTH DIGIT FOUR (U+FF14). Write digits only, such as 1000 or 0.5.",
        ),
        (
            "firmness: 3",
            "firmness: \u0663",
            "17:15: '\u0663' is not a whole number. The 1st letter is ARABIC-INDIC DIGIT THREE (U+0663). Write digits only, at most nine.",
        ),
        (
            "    firmness: 3",
            "    firmn\u0435ss: 3",
            "17:5: Unknown key 'firmn\u0435ss'. The 6th letter is CYRILLIC SMALL LETTER IE (U+0435). Did you mean 'firmness'?",
        ),
    ],
)
def test_a_word_that_looks_right_says_which_letter_is_not(old: str, new: str, message: str) -> None:
    """Ids, references, words of a list, numbers and keys hold plain letters only."""
    replaced("fjords/northland.yaml", old, new)
    told = [str(one).removesuffix(" Left out: statement 'north-quota-40'.") for one in load(Path("fjords")).left_out]
    assert f"fjords/northland.yaml:{message}" in told


def test_a_rung_that_looks_right_says_which_letter_is_not() -> None:
    """Before the rung it looks like."""
    replaced("fjords/isles.yaml", "{at: joint}", "{at: jo\u0456nt}")
    assert [str(one) for one in load(Path("fjords")).left_out] == [
        "fjords/isles.yaml:9:17: There is no rung 'jo\u0456nt' on this ladder. "
        "The 3rd letter is CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I (U+0456). Did you mean 'joint'? Left out: statement 'isles-patrols-joint'."
    ]


def test_a_party_without_a_file_is_named() -> None:
    """It may have been lost; an empty file says that the party has said nothing."""
    Path("fjords/guild.yaml").unlink()
    told = (
        "fjords/negotiation.yaml:32:9: warning: There is no file of the party 'guild'. "
        "Write 'guild.yaml', with 'statements: []' if the party has said nothing."
    )
    assert told in said()
    Path("fjords/guild.yaml").write_text("party: guild\nstatements: []\n", encoding="utf-8")
    assert told not in said()


def test_a_party_whose_file_may_be_the_one_that_cannot_be_read_is_not_said_to_have_none() -> None:
    """The file is told of, and nobody knows whose it is."""
    Path("fjords/guild.yaml").write_text("party: [\n", encoding="utf-8")
    assert not [one for one in said() if "no file of the party" in one]


def test_pages_tell_what_may_be_wrong_in_what_they_show() -> None:
    """A cut text, a lost letter and a number in doubt; the other warnings, as of a party without a file, are for those who write the files."""
    replaced("fjords/northland.yaml", "says: Northland asks for 40% of the herring.", "says: Northland asks for paper #4.")
    replaced("fjords/northland.yaml", "place: {at: 40}", "place: {at: 40.05}")
    replaced("fjords/southmark.yaml", "says: ", "says: Fj\ufffdrde, ")
    replaced("fjords/negotiation.yaml", "short: Northland", "short: Old Northland")
    Path("fjords/isles.yaml").unlink()
    replaced("fjords/negotiation.yaml", "expect_statements: 16", "expect_statements: 15")
    told = [one.what for one in store.held(Path("fjords")).broken_rules]
    assert told == [one.what for one in doubts(load(Path("fjords")))]
    assert told == [
        "The text ends before '#4.', which is read as a comment.",
        "40.05 lies between the steps of the scale, each of 0.1 %.",
        "'Fj\ufffdrde,' has lost a letter: REPLACEMENT CHARACTER (U+FFFD) stands in its place.",
    ]
