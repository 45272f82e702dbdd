"""Rules that a dataset which loads can still break: each is told at its place, as an error or a warning."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from benchmarks.generate import write_negotiation
from parley.checks import check, repeated_ids
from parley.dataset import load
from parley.texts import Texts
from tests.making import replaced

DATA = Path(__file__).parent / "data"
ROOT = DATA.parent.parent
TODAY = date(2025, 6, 1)


@pytest.fixture(autouse=True)
def _in_a_copy_of_the_fjords(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("fjords", "seeds", "texts"):
        shutil.copytree(DATA / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


def said(texts: Texts | None = None, today: date = TODAY) -> list[str]:
    return [str(problem) for problem in check(load(Path("fjords")), texts, today)]


def test_the_invented_negotiation_breaks_no_rule() -> None:
    """The test data is valid to the last warning, with and without its texts."""
    assert said() == said(Texts(Path("texts"))) == []


def test_the_data_of_the_repository_breaks_no_rule() -> None:
    """What is shared is checked first; only the texts are not there."""
    for folder in sorted((ROOT / "positions").iterdir()):
        assert [problem for problem in check(load(folder), None, date(2026, 12, 1)) if problem.severity == "error"] == []


def test_what_is_dated_after_today_is_questioned() -> None:
    """A statement, a withdrawal and a document of a year that has not come; what may have been before is not."""
    found = [one for one in check(load(Path("fjords")), None, date(2025, 3, 4)) if one.what.endswith("after today.")]
    assert {one.severity for one in found} == {"warning"}
    mend = "Today is 4 Mar 2025: mend the date."
    assert [str(one) for one in found if one.file == "fjords/northland.yaml"] == [
        f"fjords/northland.yaml:78:11: warning: It was said (Apr 2025) after today. {mend}",
        f"fjords/northland.yaml:104:16: warning: It was withdrawn (10 Apr 2025) after today. {mend}",
    ]
    assert [str(one) for one in found if "seeds" in one.file] == [
        "seeds/northland-2025-opening.yaml:8:9: warning: It was published (5 Mar 2025) after today. Today is 4 Mar 2025: mend the date.",
        "seeds/southmark-2025-reply.yaml:8:9: warning: It was published (Apr 2025) after today. Today is 4 Mar 2025: mend the date.",
    ]
    assert not [one for one in check(load(Path("fjords")), None, date(2025, 6, 1)) if one.what.endswith("after today.")]


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("2025-06-01", False),
        ("2025-06-02", True),
        ("2025-06", False),
        ("2025-07", True),
        ("before 2052-01-01", False),
        ("after 2025-06-01", True),
        ("2052", True),
    ],
)
def test_only_what_certainly_lies_after_today_is_questioned(said: str, after: bool) -> None:
    """On 1 June: that day, its month and its year may have come."""
    replaced("fjords/northland.yaml", 'said: "2025-03-03"', f'said: "{said}"')
    assert any(one.what.endswith("after today.") for one in check(load(Path("fjords")), None, TODAY)) is after


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "northland",
            'said: "2025-03-03"',
            'said: "1025-03-03"',
            "northland.yaml:11:11: warning: It was said (3 Mar 1025) more than fifty years before its source was published (5 Mar 2025). "
            "Look at both years.",
        ),
        ("northland", 'said: "2025-03-03"', 'said: "1975-03-05"', ""),
        ("northland", 'said: "2025-03-03"', 'said: "after 1025"', ""),
        (
            "negotiation",
            'date: "2025-04"',
            'date: "1925-04"',
            "negotiation.yaml:93:23: warning: It happened (Apr 1925) more than fifty years before its source was published (Apr 2025). "
            "Look at both years.",
        ),
        (
            "negotiation",
            'date: "2025-04"',
            'date: "2099-04"',
            "negotiation.yaml:93:23: warning: It is due (Apr 2099) more than ten years after today. Today is 1 Jun 2025: mend the date.",
        ),
        ("negotiation", 'date: "2025-04"', 'date: "2026-04"', ""),
        (
            "negotiation",
            'reviewed: "2025-05-01"',
            'reviewed: "2099-05-01"',
            "negotiation.yaml:5:11: warning: It was reviewed (1 May 2099) after today. Today is 1 Jun 2025: mend the date.",
        ),
        (
            "negotiation",
            'reviewed: "2025-05-01"',
            'reviewed: "1025-05"',
            "negotiation.yaml:5:11: warning: It was reviewed (May 1025) more than fifty years before today. Today is 1 Jun 2025: mend the date.",
        ),
        (
            "negotiation",
            'day: "2025-03-10"',
            'day: "9999-12-31"',
            "negotiation.yaml:95:33: warning: It was presented (31 Dec 9999) after today. Today is 1 Jun 2025: mend the date.",
        ),
    ],
)
def test_a_year_that_is_hardly_meant_is_questioned(file: str, old: str, new: str, message: str) -> None:
    """Long before the source that tells of it, far ahead, or reviewed and presented on a day to come; an event may be due next year."""
    replaced(f"fjords/{file}.yaml", old, new)
    if file == "northland":
        assert [one for one in said() if "years" in one] == ([f"fjords/{message}"] if message else [])
    else:
        assert said() == ([f"fjords/{message}"] if message else [])


def test_an_event_is_questioned_at_its_place_also_where_one_before_it_is_left_out() -> None:
    """The places are those in the file."""
    replaced("fjords/negotiation.yaml", "source: northland-2025-opening", "source: northland-2025-open")
    replaced("fjords/negotiation.yaml", 'date: "2025-04"', 'date: "2099-04"')
    assert [one.split(": ")[0] for one in said() if "more than ten years" in one] == ["fjords/negotiation.yaml:93:23"]


def test_a_generated_negotiation_breaks_no_rule(tmp_path: Path) -> None:
    """The benchmarks measure data that is valid, the same for the same seed."""
    for name in ("one", "other"):
        write_negotiation(tmp_path / name, parties=20, issues=6, statements=90, seed=7)
    one, other = load(tmp_path / "one"), load(tmp_path / "other")
    assert (len(one.statements), len(one.negotiation.parties), check(one, None, date(2026, 1, 1))) == (90, 20, ())
    assert one.version == other.version


@pytest.mark.parametrize(
    ("file", "old", "new", "messages"),
    [
        (
            "northland",
            "supersedes: [north-quota-30]",
            "supersedes: [north-quota-28]",
            ["87:17: The statement supersedes itself. Let only the later supersede the earlier."],
        ),
        (
            "northland",
            "    firmness: 2\n    confidence: high\n",
            "    firmness: 2\n    confidence: high\n    supersedes: [north-quota-28]\n",
            [
                "41:18: It is older (3 Mar 2025) than 'north-quota-28' (Apr 2025), which it supersedes. Exchange the two, or mend a date.",
                "88:17: 'north-quota-28' and 'north-quota-30' supersede each other in a circle. Let only the later supersede the earlier.",
            ],
        ),
        (
            "northland",
            "    note: It is not told how close the official is to the minister.\n",
            "    supersedes: [north-quota-40]\n",
            [
                "71:18: warning: The speaker 'official' cannot commit Northland, so 'north-quota-40', by 'minister', is not superseded. "
                "Leave it out, or let the speaker commit in negotiation.yaml."
            ],
        ),
        (
            "northland",
            "    attribution: on_record\n    conveyance: stated\n    firmness: 2\n    confidence: high\n",
            "    attribution: third_party_analysis\n    conveyance: stated\n    firmness: 2\n    confidence: high\n",
            [
                "23:14: It is a third party's analysis, and the speaker 'minister' commits Northland. "
                "Let the analyst speak, under a speaker with 'commits: false' in negotiation.yaml, or mend 'attribution'."
            ],
        ),
        (
            "northland",
            "    attribution: anonymous_official\n    conveyance: hint\n",
            "    attribution: third_party_analysis\n    conveyance: hint\n",
            [],
        ),
        (
            "northland",
            "    note: It is not told how close the official is to the minister.\n"
            "  - id: north-quota-28\n    issue: herring-quota\n    kind: offer\n    says: Northland names 28% without a condition.\n",
            "    internal: true\n"
            "  - id: north-quota-28\n    issue: herring-quota\n    kind: offer\n    says: After north-quota-leak Northland names 28%.\n",
            [
                "75:11: It names 'north-quota-leak', which is internal, and is not internal itself. "
                "Say it without the id, or mark this as internal too."
            ],
        ),
        (
            "northland",
            'said: "2025-03-03"',
            'said: "2025-03-06"',
            ["11:11: It was said (6 Mar 2025) after its source was published (5 Mar 2025). Mend one of the two dates."],
        ),
        (
            "southmark-reply",
            'expires: "2025-06-30"',
            'expires: "2025-03"',
            ["20:14: It ran out (Mar 2025) before it was said (7 Apr 2025). Mend one of the two dates."],
        ),
        (
            "northland",
            'withdrawn: "2025-04-10"',
            'withdrawn: "before 2025-03"',
            ["104:16: It was withdrawn (before Mar 2025) before it was said (Mar 2025). Mend one of the two dates."],
        ),
        (
            "northland",
            "date_basis: printed",
            "date_basis: inferred",
            ["12:17: warning: Nothing says how the date was inferred. Add 'date_note'."],
        ),
        (
            "northland",
            "{line: 4, paragraph: 1,",
            "{line: 5, paragraph: 1,",
            [
                "14:21: Line 5 is neither a heading nor a paragraph of 'northland-2025-opening'. "
                "See 'headings' and 'body' in seeds/northland-2025-opening.yaml."
            ],
        ),
        (
            "northland",
            "{line: 4, paragraph: 1,",
            "{line: 4, paragraph: 2,",
            ["14:35: Line 4 of 'northland-2025-opening' is paragraph 1, not paragraph 2. Write 1, or mend the line."],
        ),
        (
            "northland",
            "{line: 4, paragraph: 1,",
            "{line: 2, paragraph: 1,",
            ["14:35: Line 2 of 'northland-2025-opening' is a heading, not paragraph 1. Write 0, or mend the line."],
        ),
        (
            "southmark-reply",
            "repeats: south-quota-none",
            "repeats: south-quota-none-again",
            ["49:14: The statement repeats itself. Let only the later repeat the earlier."],
        ),
        (
            "southmark",
            "    confidence: high\n",
            "    confidence: high\n    repeats: south-quota-none-again\n",
            ["19:14: 'south-quota-none' and 'south-quota-none-again' repeat each other in a circle. Let only the later repeat the earlier."],
        ),
        (
            "southmark-reply",
            "repeats: south-quota-none",
            "repeats: north-quota-40",
            ["49:14: 'north-quota-40' is another party's statement. A statement repeats one of its own party on the same issue."],
        ),
        (
            "southmark-reply",
            "repeats: south-quota-none",
            "repeats: south-patrols-limit",
            ["49:14: 'south-patrols-limit' is on another issue. A statement repeats one of its own party on the same issue."],
        ),
        (
            "negotiation",
            "expect_statements: 16",
            "expect_statements: 17",
            ["7:20: There are 16 statements, fewer than the 17 expected. Look for what is missing, or expect fewer."],
        ),
        (
            "negotiation",
            "short: Northland",
            "short: Old Northland",
            ["12:12: warning: The short name has 13 characters; charts clip it after 12. Shorten it."],
        ),
        (
            "negotiation",
            "name: Joint patrols,",
            "name: Joint patrols of both in every fjord,",
            ["69:29: warning: The rung's name has 36 characters; charts clip it after 34. Shorten it."],
        ),
        (
            "negotiation",
            'review_by: "2030-05"',
            'review_by: "2025-05"',
            ["6:12: warning: The review was due by May 2025. Review the coding, then set 'reviewed' and 'review_by'."],
        ),
    ],
)
def test_each_rule_is_told_word_for_word(file: str, old: str, new: str, messages: list[str]) -> None:
    """One change to a valid negotiation breaks one rule, and what is said stands at the place of the change."""
    replaced(f"fjords/{file}.yaml", old, new)
    assert said() == [f"fjords/{file}.yaml:{message}" for message in messages]


def test_an_issue_on_which_nobody_speaks_is_told() -> None:
    """An empty issue may be meant, so it is a warning."""
    Path("fjords/guild.yaml").write_text("party: guild\nstatements: []\n", encoding="utf-8")
    replaced("fjords/southmark-reply.yaml", "issue: harbour-access", "issue: patrols")
    replaced("fjords/southmark-reply.yaml", "at: summer", "at: none")
    replaced("fjords/negotiation.yaml", "expect_statements: 16", "expect_statements: 14")
    assert said() == ["fjords/negotiation.yaml:73:9: warning: There is no statement on the issue 'harbour-access'. Add one, or leave the issue out."]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("seeds/southmark-2025-reply.yaml", "language: en", "language:"),
        ("seeds/southmark-2025-reply.yaml", "id: southmark-2025-reply", "id: southmark-2025-answer"),
        ("fjords/southmark-reply.yaml", "at: summer", "at: summers"),
        ("fjords/southmark-reply.yaml", "id: south-harbour-summer", "id: South Harbour"),
        ("fjords/southmark-reply.yaml", "issue: harbour-access", "issue: harbours-access"),
        ("fjords/southmark-reply.yaml", "issue: harbour-access", "issue: [harbour-access]"),
        ("fjords/southmark-reply.yaml", "party: southmark", "party: southmarks"),
        ("fjords/southmark-reply.yaml", "statements:", "statements: ["),
    ],
)
def test_an_issue_of_which_every_statement_is_left_out_is_not_called_silent(file: str, old: str, new: str) -> None:
    """What is wrong is told where it stands; nobody is sent to add what is there, or to leave the issue out."""
    Path("fjords/guild.yaml").write_text("party: guild\nstatements: []\n", encoding="utf-8")
    replaced(file, old, new)
    data = load(Path("fjords"))
    assert "harbour-access" not in {one.issue for one in data.statements}
    assert data.left_out
    assert not [one for one in check(data, None, TODAY) if "no statement on the issue" in one.what]


def test_an_inferred_date_of_a_source_needs_its_note() -> None:
    """A source's date is a coding as well."""
    replaced("seeds/southmark-2025-reply.yaml", "date_basis: printed", "date_basis: inferred")
    assert said() == ["seeds/southmark-2025-reply.yaml:9:13: warning: Nothing says how the date was inferred. Add 'date_note'."]


def test_a_date_that_may_be_in_order_is_no_error() -> None:
    """Partial dates are wrong only where no day they allow is right."""
    replaced("fjords/northland.yaml", 'said: "2025-03-03"', 'said: "2025-03"')
    replaced("fjords/southmark-reply.yaml", 'expires: "2025-06-30"', 'expires: "2025-04"')
    assert said() == []


def test_circles_of_several_are_each_told_once() -> None:
    """A circle is named from its first statement on, whichever way round it was entered."""
    replaced(
        "fjords/southmark.yaml",
        "    firmness: 2\n    confidence: medium\n",
        "    firmness: 2\n    confidence: medium\n    supersedes: [south-quota-18]\n",
    )
    replaced(
        "fjords/northland.yaml",
        "    firmness: 2\n    confidence: high\n",
        "    firmness: 2\n    confidence: high\n    supersedes: [north-quota-28]\n",
    )
    assert [message.partition(": ")[2] for message in said() if "circle" in message] == [
        "'north-quota-28' and 'north-quota-30' supersede each other in a circle. Let only the later supersede the earlier.",
        "'south-quota-18' and 'south-quota-range' supersede each other in a circle. Let only the later supersede the earlier.",
    ]


def test_a_long_chain_of_supersession_is_no_circle(tmp_path: Path) -> None:
    """Thousands of statements may each supersede the one before, until the first supersedes the last."""
    folder = tmp_path / "long"
    write_negotiation(folder, parties=1, issues=1, statements=1, seed=1)
    entry = (folder / "party-0.yaml").read_text(encoding="utf-8").split("statements:\n")[1]
    entries = [entry.replace("s-0", f"s-{number}") + (f"    supersedes: [s-{number - 1}]\n" if number else "") for number in range(3000)]
    (folder / "party-0.yaml").write_text("party: party-0\nstatements:\n" + "".join(entries), encoding="utf-8")
    # Found apart from the comparison: what fails there is printed whole, with the file behind each of thousands of statements.
    day_after_review = date(2025, 12, 2)
    found = check(load(folder), None, day_after_review)
    assert found == ()
    replaced(str(folder / "party-0.yaml"), "  - id: s-0\n", "  - id: s-0\n    supersedes: [s-2999]\n")
    found = check(load(folder), None, day_after_review)
    assert [problem.what for problem in found] == ["'s-0', 's-2999', 's-2998', 's-2997', 's-2996' and 2995 others supersede each other in a circle."]


def test_a_text_that_is_not_held_is_a_warning() -> None:
    """Not every reader holds the documents."""
    Path("texts/southmark-2025-reply.txt").unlink()
    assert said(Texts(Path("texts"))) == [
        "seeds/southmark-2025-reply.yaml:13:7: warning: The text 'southmark-2025-reply.txt' is not held, so nothing can be compared with it. "
        "Put it into texts."
    ]


def test_a_text_that_is_not_the_one_recorded_is_an_error() -> None:
    """Each line that differs from its fingerprint is told once, and not again by its anchors."""
    replaced("texts/southmark-2025-reply.txt", "in summer only", "never in winter")
    content = Path("texts/southmark-2025-reply.txt").read_text(encoding="utf-8")
    Path("texts/southmark-2025-reply.txt").write_text("\n".join(content.split("\n")[:10]), encoding="utf-8")
    assert said(Texts(Path("texts"))) == [
        "seeds/southmark-2025-reply.yaml:18:28: Line 5 of the text held is not the one recorded. Hold the text the record was made from.",
        "seeds/southmark-2025-reply.yaml:21:29: Line 11 of the text held is not the one recorded. Hold the text the record was made from.",
        "seeds/southmark-2025-reply.yaml:22:29: Line 13 of the text held is not the one recorded. Hold the text the record was made from.",
    ]


def test_an_anchor_that_does_not_stand_in_its_line_is_an_error() -> None:
    """A reader must be able to find the place by the words."""
    replaced("fjords/northland.yaml", "anchor: wants forty per cent of the catch", "anchor: wants half of the catch")
    assert said(Texts(Path("texts"))) == [
        "fjords/northland.yaml:14:46: These words do not stand in line 4 of 'northland-2025-opening'. Copy a few words of that line."
    ]


def test_two_negotiations_may_not_share_an_id(tmp_path: Path) -> None:
    """The second is told, with the place of the first."""
    shutil.copytree("fjords", "straits")
    found = repeated_ids([load(Path("fjords")), load(Path("straits"))])
    assert [str(problem) for problem in found] == [
        "straits/negotiation.yaml:2:5: The id 'fjords' of this negotiation is used twice. It stands first in fjords/negotiation.yaml:2."
    ]
