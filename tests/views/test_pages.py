"""Every page, run without a browser: it draws, its address restores it, nonsense falls back, and every claim leads to its evidence."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from parley.analysis.evidence import ON_RECORD
from parley.dataset import Dataset
from parley.model import PLACED_KINDS
from parley.telling.briefing import standing_line
from parley.words import say
from tests.views.conftest import PAGES, ROOT, Open, Said, items, lines, statements_behind, write_negotiation, write_yaml

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("southmark", "offer", "r2")]
DATES = ("2018-03-31", "2018-05-02", "2018-06-02", "2019-01-23")
ALL_PARTIES = ["US", "China", "EU", "US business", "Korea", "Japan"]
VIEWS = [
    *({"as_of": day} for day in DATES),
    {"as_of": "2018-05-02", "evidence": "Officials, named or not"},
    {"as_of": "2019-01-23", "evidence": "On record only", "parties": ALL_PARTIES},
    {"as_of": "2018-06-02", "parties": "EU"},
]
IS_CLAIM = re.compile(r"[0-9]|“")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("address", VIEWS, ids=lambda one: " ".join(str(value) for value in one.values()))
def test_every_page_runs_on_the_shipped_data(visit: Open, name: str, address: dict[str, Any]) -> None:
    """Whatever the date, evidence and parties, a page draws without an error, and the standing line stands on it."""
    found = visit(name, **address)
    assert found.errors == []
    assert [text for text in found.texts if text.startswith(say(standing_line()))]


def test_every_issue_has_a_page(visit: Open, shipped: Dataset) -> None:
    """Each issue opens under its own name."""
    for issue in shipped.negotiation.issues:
        assert visit("issue", issue=issue.id, as_of="2018-05-02").title == issue.name


# The address.


def test_an_address_restores_what_it_names(visit: Open) -> None:
    """Date, evidence, parties, issue and statement all come back from the address."""
    address = {"as_of": "2018-05-02", "evidence": "Officials, named or not", "issue": "market-access", "statement": "cn-access-ringfence"}
    found = visit("issue", **address, parties=["China", "Japan"])
    assert found.title == "Market access to China"
    assert found.as_of == date(2018, 5, 2)
    assert found.dateline["evidence"][0] == "officials"
    assert found.parties == ["china", "japan"]
    assert "evidence_cn-access-ringfence" in found.sheets
    assert "Evidence: officials, named or not" in found.drawn_words
    assert "as_of=2018-05-02" in found.components["issue"]["base"]


NO_PARTY = "There is: business-groups, china, eu, japan, south-korea, us."
CUTS_ALONE = "There is: all, officials, on-record."
GONE: list[tuple[str, dict[str, str | list[str]], list[str]]] = [
    ("overview", {"as_of": "2018-99-99"}, ["There is no day '2018-99-99'. Write year, month and day, such as 2018-05-02."]),
    ("overview", {"evidence": "On the record"}, ["There is no evidence cut 'On the record'. Did you mean 'on-record'?"]),
    ("overview", {"evidence": "x"}, [f"There is no evidence cut 'x'. {CUTS_ALONE}"]),
    ("overview", {"parties": ["US", "PRC"]}, [f"There is no party 'PRC'. {NO_PARTY}"]),
    ("overview", {"statement": "cn-mic-no-curb"}, ["There is no statement 'cn-mic-no-curb'. Did you mean 'cn-mic-no-curbs'?"]),
    ("overview", {"group": "talk"}, ["There is no group 'talk'. Did you mean 'talks'?"]),
    ("overview", {"status": "agree"}, ["There is no status 'agree'. Did you mean 'agreed'?"]),
    ("overview", {"view": "tabel"}, ["There is no view 'tabel'. Did you mean 'table'?"]),
    ("issue", {"view": "over-times"}, ["There is no view 'over-times'. Did you mean 'over-time'?"]),
    ("issue", {"view": "over-time", "stretch": "60-days"}, ["There is no stretch '60-days'. Did you mean '90-days'?"]),
    ("compare", {"columns": "7"}, ["There is no number of columns '7'. There is: 2, 3, 4."]),
    ("compare", {"party1": "chinas"}, ["There is no party 'chinas'. Did you mean 'china'?"]),
    ("compare", {"date2": "soon"}, ["There is no day 'soon'. Write year, month and day, such as 2018-05-02."]),
    ("compare", {"pairs": "trade-deficits"}, ["There is no issue 'trade-deficits'. Did you mean 'trade-deficit'?"]),
    ("movement", {"since": "soon"}, ["There is no day 'soon'. Write year, month and day, such as 2018-05-02."]),
    ("present", {"agenda": "core-issue"}, ["There is no agenda 'core-issue'. Did you mean 'core-issues'?"]),
    ("present", {"view": "presentr"}, ["There is no view 'presentr'. Did you mean 'presenter'?"]),
    ("present", {"issues": "gone"}, ["There is no parameter 'issues'. Did you mean 'issue'?"]),
    ("take_away", {"issue": "trade-deficits"}, ["There is no issue 'trade-deficits'. Did you mean 'trade-deficit'?"]),
    ("overview", {"evidences": "all", "utm_source": "mail"}, ["There is no parameter 'evidences'. Did you mean 'evidence'?"]),
    ("present", {"only": "trade-deficits"}, ["There is no issue 'trade-deficits'. Did you mean 'trade-deficit'?"]),
    ("take_away", {"edition_made": "sharable"}, ["There is no edition 'sharable'. Did you mean 'shareable'?"]),
]


@pytest.mark.parametrize(("name", "address", "sentences"), GONE, ids=lambda one: str(one)[:60])
def test_what_an_address_names_and_is_gone_is_told(visit: Open, name: str, address: dict[str, Any], sentences: list[str]) -> None:
    """In one sentence with the nearest that there is, again after each run until another is chosen."""
    found = visit(name, **address)
    assert found.warnings == sentences
    assert found.run().warnings == sentences


def test_what_exists_beside_what_is_gone_is_shown(visit: Open) -> None:
    """A renamed party is told, and the others that were asked for are shown."""
    found = visit(parties=["US", "PRC"], statement="us-mic-scrap,nobody", view="table")
    assert found.columns == ["Issue", "US", "Gap"]
    assert "evidence_us-mic-scrap" in found.sheets


def test_an_issue_that_is_gone_shows_no_other(visit: Open) -> None:
    """The page says so and offers the nearest; no drawing and no table stand there as if they had been asked for."""
    found = visit("issue", issue="trade-deficits", as_of="2018-05-02")
    assert found.errors == ["There is no issue 'trade-deficits'. Did you mean 'trade-deficit'?"]
    assert found.title == "Issue"
    assert found.sheets == {}


def test_the_nearest_is_a_link_that_keeps_all_else(visit: Open) -> None:
    """To the same page, with one name in the place of another and everything else that was asked for or is shown."""
    gone = visit("issue", issue="trade-deficits", as_of="2018-05-02", parties=["us", "china"])
    kept = "negotiation=us-china-trade&as_of=2018-05-02&evidence=all&parties=us&parties=china"
    assert f"[trade-deficit](issue?{kept}&issue=trade-deficit)" in gone.tested.error[0].value
    party = visit(parties=["us", "chinas"], as_of="2018-05-02", statement="us-mic-scrap")
    assert f"[china](.?{kept}&statement=us-mic-scrap)" in party.tested.warning[0].value
    statement = visit(parties=["us", "china"], as_of="2018-05-02", statement="us-mic-scrap,cn-mic-no-curb")
    assert f"[cn-mic-no-curbs](.?{kept}&statement=us-mic-scrap%2Ccn-mic-no-curbs)" in statement.tested.warning[0].value


def test_a_blank_in_the_address_names_nothing(visit: Open) -> None:
    """It is as good as none, and not told as gone."""
    found = visit("issue", as_of="", parties="", statement=",,", issue="")
    assert (found.warnings, found.errors, found.title) == ([], [], "Trade deficit")


@pytest.mark.parametrize("name", PAGES)
def test_nonsense_in_every_parameter_together_breaks_no_page(visit: Open, name: str) -> None:
    """Each is told; only the issue, without which there is nothing to show, is an error."""
    names = (
        "as_of",
        "evidence",
        "parties",
        "issue",
        "statement",
        "group",
        "status",
        "columns",
        "party1",
        "date1",
        "pairs",
        "agenda",
        "since",
        "view",
    )
    found = visit(name, **dict.fromkeys(names, "x"))
    assert len(found.warnings) >= 4
    assert found.errors == (["There is no issue 'x'."] if name == "issue" else [])


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("day", ["0001-01-01", "1999-01-01", "2025-08-01", "9999-12-31"])
def test_any_day_in_a_link_is_taken(visit: Open, name: str, day: str) -> None:
    """Before the first statement and after the last, as the command line takes them."""
    found = visit(name, as_of=day)
    assert (found.errors, found.warnings) == ([], [])
    # How to read a page has no date of its own, and keeps that of the link.
    shown = [] if name == "reading" else [found.as_of]
    assert shown in ([], [date.fromisoformat(day)])
    assert f"as_of={day}" in found.address


def test_an_offer_that_has_run_out_does_not_stand_after_its_day(visit: Open, tmp_path: Path) -> None:
    """A link to a day after the last statement shows the position as it is then."""
    folder = write_negotiation(tmp_path / "fjords", TALKS)
    told = yaml.safe_load((folder / "fjords" / "southmark.yaml").read_text(encoding="utf-8"))
    told["statements"][1]["expires"] = "2025-06-30"
    write_yaml(folder / "fjords" / "southmark.yaml", told)
    assert lines(visit(positions=folder, as_of="2025-06-30", view="table").sheets["matrix"])["Quota"][1] == ["Rung 0", "Rung 2"]
    assert lines(visit(positions=folder, as_of="2025-08-01", view="table").sheets["matrix"])["Quota"][1] == ["Rung 0"]


def test_the_comparison_restores_its_columns(visit: Open) -> None:
    """Number, parties and dates of the columns come back from the address."""
    found = visit("compare", as_of="2018-06-02", columns="3", party1="EU", party3="US", date3="2018-05-01")
    assert found.parties_at == [("EU", "2 Jun 2018"), ("China", "2 Jun 2018"), ("US", "1 May 2018")]
    assert "Of 16 issues: two or more of the parties differ on 3, may agree or differ on 1." in found.texts
    assert [one.label for one in found.tested.expander if "Pair" in one.label] == ["Pair by pair (3)"]
    four = visit("compare", columns="4", as_of="2019-01-23")
    assert "Of 16 issues: the US and China differ on 4; the US changed on 3; no position of China changed." in four.texts
    first = four.sheets["compared"]["rows"][0]["cells"][-1]
    assert (len(first["items"]), first["kept"], first["more"]) == (6, 2, "and 4 more")


def test_the_comparison_begins_with_its_result_and_folds_what_tells_nothing(visit: Open) -> None:
    """China beside its own past: what changed and the new threat stand in a sentence and in rows; pairs that say nothing have no rows."""
    found = visit("compare", party1="china", date1="2018-05-02", party2="china", as_of="2019-01-23")
    assert (
        "China, 2 May 2018 and China, 23 Jan 2019: changed on Trade deficit and Scope of the talks; a new threat on Chinese retaliation; "
        "no newer position on 5 of 16 issues; nothing to compare on 9 of 16 issues." in found.texts
    )
    assert list(lines(found.sheets["compared"])) == ["Trade deficit", "Chinese retaliation", "Scope of the talks"]
    assert "compared_others" not in found.sheets
    assert [one.label for one in found.tested.expander if "Nothing new" in one.label] == ["Nothing new, or nothing to compare: 13 issues"]
    pairs = lines(found.sheets["pair_statuses"])
    assert len(pairs) == 7
    assert pairs["High-tech exports"] == [["Open"], ["–"], ["–"], ["–"], ["–"], ["–"]]
    assert any(one.startswith("No two of the parties shown can be compared on Chinese retaliation, EU-US trade deal, ") for one in found.texts)


def test_columns_that_were_not_chosen_follow_the_selection(visit: Open) -> None:
    """The comparison begins with the parties and the date shown, and goes with them until its own controls are used."""
    found = visit("compare", as_of="2018-05-02")
    found.choose_shown(date2="2018-04-30")
    found.run()
    found.choose_shown(as_of="2018-06-02")
    found.choose_parties(["china", "eu"])
    found.run()
    assert found.parties_at == [("China", "2 Jun 2018"), ("EU", "30 Apr 2018")]


def test_a_statement_named_twice_is_shown_once(visit: Open) -> None:
    """The drawer opens on each statement of the address once, and passes over those that do not exist."""
    found = visit(statement="us-mic-scrap,nobody,us-mic-scrap,cn-mic-no-curbs")
    assert [key for key in found.sheets if key.startswith("evidence_")] == ["evidence_us-mic-scrap", "evidence_cn-mic-no-curbs"]


# The overview.


def test_every_claim_of_the_overview_leads_to_its_evidence(visit: Open, shipped: Dataset) -> None:
    """Each item of a party's cell that says anything, and each item beside it with a number or a place, opens statements that exist."""
    for day in DATES:
        sheet = visit(as_of=day, parties=ALL_PARTIES, view="table").sheets["matrix"]
        for row in sheet["rows"]:
            for number, cell in enumerate(row.get("cells", ())):
                for item in cell["items"]:
                    behind = statements_behind(item)
                    assert set(behind) <= set(shipped.statement_by_id)
                    is_positional = 0 < number <= len(ALL_PARTIES) and item["text"] != "No evidence"
                    if is_positional or (number and IS_CLAIM.search(item["text"])):
                        assert behind, item


def test_the_statements_behind_a_cell_are_the_party_s_own_and_not_later(visit: Open, shipped: Dataset) -> None:
    """What a cell opens was said by its party, on its issue, by the date shown."""
    names = {party.short: party.id for party in shipped.negotiation.parties}
    sheet = visit(as_of="2018-05-02", parties=ALL_PARTIES, view="table").sheets["matrix"]
    for row in sheet["rows"]:
        for column, cell in zip(sheet["columns"][1:-1], row.get("cells", ())[1:-1], strict=False):
            for one in (shipped.statement_by_id[key] for item in cell["items"] for key in statements_behind(item)):
                assert (one.party, f"issue:{one.issue}") == (names[column["label"]], row["open"])
                assert one.day <= date(2018, 5, 2)


def test_the_overview_sums_up_in_one_line(visit: Open) -> None:
    """The line above the matrix counts statements, documents, issues and statuses as of the date."""
    line = lines(visit(as_of="2018-05-02").sheets["summary"])
    assert re.fullmatch(
        r"As of 2 May 2018, \d+ statements \(\d+ of them demands, limits, offers or measures\) from \d documents on \d+ issues: (\d+ [a-z ]+, )*\d+ no evidence\.",
        *line,
    )


def test_the_choice_of_parties_says_how_many_of_all_are_shown(visit: Open, shipped: Dataset) -> None:
    """Where not all are."""

    def on_buttons(**address: Any) -> list[str]:
        popovers: list[Any] = list(visit(**address).tested.get("popover"))
        return [one.proto.popover.label for one in popovers]

    assert "Parties: 4 of 6" in on_buttons()
    assert "Parties: 1 of 6" in on_buttons(parties=["us"])
    assert "Parties" in on_buttons(parties=[one.id for one in shipped.negotiation.parties])


def test_issues_are_filtered_by_group_and_status(visit: Open) -> None:
    """A filter leaves the rows that fit; one that fits none says how to mend it."""

    def issues(**address: str) -> list[str]:
        return list(lines(visit(as_of="2018-05-02", view="table", **address).sheets["matrix"]))

    assert issues(group="The talks themselves") == ["Scope of the talks", "Link to security"]
    assert "Made in China 2025" in issues(status="Open")
    assert "Market access" not in issues(status="Open")
    none = visit(as_of="2018-05-02", view="table", group="The talks themselves", status="Agreed")
    assert "matrix" not in none.sheets
    assert "No issue fits what is chosen under “Sort and filter”." in none.texts


def test_why_an_older_word_counts_is_told_once_beside_the_answer(visit: Open) -> None:
    """China's newest offer goes less far than that of May; the sentence opens both, and stands nowhere else on the page."""
    found = visit("issue", as_of="2019-01-23", issue="trade-deficit")
    told = "The newest word by China is of Jan 2019; its offer of 19 May 2018 still counts, because it goes further than the newer one."
    (item,) = (one for name in ("answer", "columns", "board") for one in items(found.sheets[name]) if one["text"] == told)
    assert item in items(found.sheets["answer"])
    assert statements_behind(item) == ["cn-deficit-purchases-2019", "cn-deficit-may-promise", "cn-deficit-significant-purchases"]


# The acceptance example.


def test_made_in_china_2025_on_2_may_2018(visit: Open, shipped: Dataset) -> None:
    """The page says what was asked, what was offered, how far apart it is, what is open, and what would settle it."""
    found = visit("issue", as_of="2018-05-02", issue="made-in-china-2025")
    assert [item["text"] for item in items(found.sheets["answer"])] == [
        "1 to 5 steps apart",
        "US asks – China sets its limit",
        "Open: would the US take Very small adjustments, or less? It has stated no limit.",
    ]
    settles, _, sure = found.sheets["columns"]["rows"][0]["cells"]
    assert [item["text"] for item in settles["items"]] == ["An outcome fits both limits only if the US would accept Very small adjustments, or less."]
    assert [column["label"] for column in found.sheets["columns"]["columns"]] == ["What would settle it", "Where the ball lies", "How sure"]
    assert sure["items"][0]["text"] == "Drawn: 4 statements, the oldest before 30 Apr 2018; none on record."
    (whole,) = items(found.sheets["whole"])
    assert whole["text"] == "28 statements on this issue: 3 counted, 6 not counted, 19 reasons."
    assert {"asks between On the agenda, rethought and State financing curbed · May 2018", "? no limit stated"} <= set(found.drawn_words)
    pivot = "The US has stated no limit. An outcome fits both limits only if it would accept Very small adjustments, or less. We do not know."
    assert f"US \u2013 China: 1 to 5 steps apart. Open. {pivot}" in found.alt
    apart = next(item for item in items(found.sheets["answer"]) if item["text"] == "1 to 5 steps apart")
    behind = [shipped.statement_by_id[one] for one in statements_behind(apart)]
    assert {one.party for one in behind} == {"us", "china"}
    voices = lines(found.sheets["voices"])["Voices: US, demand"][0]
    assert voices[:2] == [
        "US administration: between On the agenda, rethought and State financing curbed",
        "diplomatic source: Scrapped",
    ]
    assert voices[2].startswith("The newest by a speaker who may commit the US counts: US administration, 2 May 2018.")
    # None stands in a headline alone: each names its paragraph.
    assert [one.id for one in behind if not one.locator.paragraph] == []


def test_the_evidence_names_its_paragraph(visit: Open) -> None:
    """Behind each statement of the example stand who said it, when, in which document, and the paragraph and line in it."""
    found = visit("issue", as_of="2018-05-02", issue="made-in-china-2025", statement="us-mic-scrap,cn-mic-explain-tweak")
    for key in ("evidence_us-mic-scrap", "evidence_cn-mic-explain-tweak"):
        fields = lines(found.sheets[key])
        assert {"Who", "Said", "Reported", "Document", "Place in it", "On the scale", "How firmly said", "Counted"} <= set(fields)
        assert re.fullmatch(r"paragraph \d+, line \d+: “.+”", fields["Place in it"][0][0])
        assert fields["Counted"] == [["no. Its speaker cannot commit the party, so it does not replace an official statement."]]
    fold = found.sheets["evidence_us-mic-scrap"]
    assert [row["cells"][0]["items"][0]["text"] for row in fold["rows"]][: fold["kept"]] == [
        "Who",
        "Said",
        "Document",
        "Place in it",
        "On the scale",
        "Counted",
    ]
    assert fold["more"] == "More: Reported, How firmly said, Note"
    committed = visit("issue", as_of="2018-05-02", issue="made-in-china-2025", statement="us-mic-reconsider")
    assert lines(committed.sheets["evidence_us-mic-reconsider"])["Counted"] == [["yes"]]
    # How the date is known is said once: a note that tells it stands alone.
    promised = visit("issue", issue="trade-deficit", statement="cn-deficit-significant-purchases,us-mic-reconsider")
    told = [lines(promised.sheets[f"evidence_{one}"])["Said"] for one in ("cn-deficit-significant-purchases", "us-mic-reconsider")]
    assert told[0] == [["19 May 2018 (Day and month are printed; the year is inferred)"]]
    assert told[1] == [["2 May 2018 (Date of the report, itself inferred)"]]


def test_every_sentence_of_every_verdict_leads_to_its_evidence(visit: Open, shipped: Dataset) -> None:
    """Whatever the issue and the date, a sentence with a number or a place opens statements that exist."""
    for issue in shipped.negotiation.issues:
        for day in ("2018-05-02", "2018-06-02", "2019-01-23"):
            sheets = visit("issue", as_of=day, issue=issue.id).sheets
            for item in (item for name in ("answer", "columns", "more", "voices") for item in items(sheets.get(name, {"rows": []}))):
                assert set(statements_behind(item)) <= set(shipped.statement_by_id)
                # An event ahead is no statement; its document stands beside it.
                if IS_CLAIM.search(item["text"]) and item.get("label") != "Next date:":
                    assert statements_behind(item), item


# The other pages.


def test_the_board_shows_every_statement_with_its_document(visit: Open, shipped: Dataset) -> None:
    """Demands, stated limits and offers stand side by side, those that count first, and the others folded, each with why it does not count."""
    found = visit("issue", as_of="2018-05-02", issue="trade-deficit")
    board = lines(found.sheets["board"])
    assert list(board) == ["Demands", "Offers"]  # the limit of that day was only hinted
    counted, besides = ([(one, item) for item in items(found.sheets[name]) for one in statements_behind(item)] for name in ("board", "also"))
    assert found.panel["also"]["folded"] == f"Also said, not counted ({len(besides)})"
    assert not any(item.get("quiet") for _, item in counted)
    assert all(item.get("quiet") and item.get("tags") for _, item in besides)
    shown = [one for one, _ in (*counted, *besides)]
    assert len(shown) == len(set(shown))
    known = [one for party in ("us", "china") for one in shipped.statements_of(party, "trade-deficit") if one.day <= date(2018, 5, 2)]
    assert set(shown) == {one.id for one in known if one.kind in ("demand", "red_line", "offer")}
    assert "Nothing on this issue by the EU or US business groups in the sources held." in found.texts


def test_every_pair_leads_to_its_evidence(visit: Open, shipped: Dataset) -> None:
    """In the grid of pairs a status opens the statements behind it, on one issue and on all."""
    for pairs in ("All issues", "Steel and aluminium"):
        for item in items(visit("compare", as_of="2018-05-02", pairs=pairs).sheets["pair_statuses"]):
            if item.get("status", "no_evidence") != "no_evidence":
                assert statements_behind(item), item
            assert set(statements_behind(item)) <= set(shipped.statement_by_id)


@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("evidence", ["All evidence", "Officials, named or not"])
def test_the_robustness_page_tells_what_becomes_of_every_finding(visit: Open, shipped: Dataset, day: str, evidence: str) -> None:
    """A line for each issue on which something is found, each cell of it filled and opening statements that exist and were said by then."""
    found = visit("robustness", as_of=day, evidence=evidence)
    matrix = visit(as_of=day, evidence=evidence, view="table").sheets["matrix"]
    cells = [cell for row in matrix["rows"] for cell in row.get("cells", ())[-1:]]
    number = sum(all(item.get("status") not in ("no_ask", "no_evidence") for item in cell["items"]) for cell in cells)
    if not number:
        assert "Nothing is found between the parties shown, on this date and this evidence." in found.texts
        return
    assert [text for text in found.texts if f"Of {number} finding" in text]
    rows = found.sheets["robustness"]["rows"]
    assert len(rows) == number
    for row in rows:
        for cell in row["cells"][1:]:
            behind = [shipped.statement_by_id[one] for item in cell["items"] for one in statements_behind(item)]
            assert behind
            assert all(one.day <= date.fromisoformat(day) for one in behind)
        for item in (item for cell in row["cells"][1:] for item in cell["items"]):
            assert not IS_CLAIM.search(item["text"]) or statements_behind(item), item


def test_the_issue_page_says_in_two_lines_on_what_a_finding_rests(visit: Open) -> None:
    """The one statement it rests on, with what would be left, and what it becomes on record only and on fresh evidence only."""
    sure = visit("issue", as_of="2018-06-02", issue="high-tech-exports").sheets["columns"]["rows"][0]["cells"][2]
    assert [item["text"] for item in sure["items"]][1:] == [
        "Rests on one reporter's account of 28 to 30 Apr 2018. Without it there is no evidence from China.",
        "On record only: no evidence from China. On fresh evidence only: unchanged.",
    ]


CUT_LINE = re.compile(r"Evidence: (.+)\. (\d+) of (\d+) demands, stated limits, offers and measures are left out\.")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_that_evidence_is_left_out(visit: Open, shipped: Dataset, name: str) -> None:
    """Under any cut but the default a line below the heading counts what is left out of the parties shown; under the default there is none."""
    assert not [text for text in visit(name, as_of="2018-05-02").texts if "left out." in text and "Evidence:" in text]
    (line,) = [found for text in visit(name, as_of="2018-05-02", evidence="On record only").texts if (found := CUT_LINE.fullmatch(text))]
    shown = shipped.negotiation.shown
    said = [one for one in shipped.statements if one.day <= date(2018, 5, 2) and one.kind in PLACED_KINDS and one.party in shown]
    assert line.group(1) == "on record only"
    assert (int(line.group(2)), int(line.group(3))) == (sum(not ON_RECORD.lets_in(one) for one in said), len(said))


def test_a_chart_under_a_cut_is_marked_in_the_chart_itself(visit: Open) -> None:
    """In bold above the drawing and in the words that replace it; under the default neither."""
    address = {"as_of": "2019-01-23", "issue": "market-access"}
    cut, uncut = visit("issue", evidence="Officials, named or not", **address), visit("issue", **address)
    assert cut.drawn_words.count("Evidence: officials, named or not") == 1
    assert cut.figure["data"][-1]["textfont"]["weight"][cut.drawn_words.index("Evidence: officials, named or not")] == 600
    assert cut.alt.startswith("Evidence: officials, named or not. Market access")
    assert not any("Evidence" in one for one in uncut.drawn_words)
    assert uncut.alt.startswith("Market access")


def test_the_sources_page_lists_documents_and_empty_cells(visit: Open, shipped: Dataset) -> None:
    """It counts what is held, lists the documents oldest first, and shows where nothing is held."""
    found = visit("sources", as_of="2018-05-02")
    assert f"5 documents, {len(shipped.statements)} statements." in found.texts
    assert "Only records of the documents are held here, not the documents themselves." in found.texts
    assert len(found.sheets["documents"]["rows"]) == 5
    deficit = lines(found.sheets["coverage"])["Trade deficit"]
    assert deficit[2] == ["\u2013"]


def test_each_voice_opens_its_own_evidence(visit: Open, shipped: Dataset) -> None:
    """A voice bears its letter, its date and how it is known, and whether it does not count; the rule opens all of them. The chart has words instead."""
    found = visit("issue", as_of="2019-01-23", issue="us-tariffs")
    shown = [item for item in items(found.sheets["voices"]) if statements_behind(item) and item.get("label", "").endswith(")")]
    assert [(item["label"], item["text"], item["meta"], item.get("tags") or [], statements_behind(item)) for item in shown] == [
        (
            "a)",
            "President Donald Trump: between On hold and In force, rises suspended",
            "before 23 Jan 2019, reporter's account",
            [],
            ["us-tariffs-truce-march"],
        ),
        ("b)", "US administration: Decided", "28 May to 1 Jun 2018, on record", ["not counted"], ["us-tariffs-going-ahead"]),
    ]
    rule = next(item for item in items(found.sheets["voices"]) if item["text"].startswith("The newest by a speaker who may commit the US counts: "))
    assert statements_behind(rule) == ["us-tariffs-going-ahead", "us-tariffs-truce-march"]
    assert "US: measure, US administration: Decided (not counted; 28 May to 1 Jun 2018)" in found.alt
    assert [one for one in found.drawn_words if "administration" in one] == ["US administration: Decided · May to Jun 2018"]
    # Whose word is the party's stands with the party's mark.
    assert not any("President" in one for one in found.drawn_words)


def test_a_party_that_stands_alone_shows_its_voices(visit: Open) -> None:
    """Without another party there is no verdict, and who says what within the party stands by itself."""
    found = visit("issue", as_of="2018-05-02", issue="steel-aluminium", parties=["US"])
    assert not {"answer", "columns"} & set(found.sheets)
    assert list(lines(found.sheets["voices"])) == ["Voices: US, measure"]


def test_where_speakers_do_not_differ_there_are_no_voices(visit: Open) -> None:
    """The line and the small marks are there only where they say something."""
    found = visit("issue", as_of="2018-06-02", issue="steel-aluminium")
    assert "voices" not in found.sheets
    assert "voices" in visit("issue", as_of="2018-06-02", issue="trade-deficit").sheets


def test_the_reading_page_explains_with_an_invented_example(visit: Open) -> None:
    """Marks, in the words of the legend, statuses and keys are explained beside a drawn example in which no shipped party stands."""
    found = visit("reading")
    assert list(found.sheets) == ["marks", "statuses", "keys"]
    assert any(text.startswith("An invented example. The bracket is what lies between") for text in found.texts)
    assert "Northland" in found.alt
    assert not re.search("China|US|EU", found.alt)


# Other negotiations.


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("said", "parties"),
    [
        (TALKS[:1], ("northland",)),
        ((), ("northland", "southmark")),
        (TALKS, ("northland", "southmark", "isles")),
        ([("northland", "demand", "r5")], ("northland", "southmark")),
        ([("northland", "threat", "r5")], ("northland", "southmark")),
    ],
    ids=["one party", "no statement", "a silent third", "a silent second", "a threat alone"],
)
def test_pages_run_on_the_barest_negotiations(visit: Open, tmp_path: Path, name: str, said: list[Said], parties: tuple[str, ...]) -> None:
    """With one party, without statements, with a party that said nothing, or with one issue, every page still draws."""
    found = visit(name, write_negotiation(tmp_path / "fjords", said, parties))
    assert found.errors == []


@pytest.mark.parametrize("name", PAGES)
def test_pages_run_on_a_scale_in_units(visit: Open, name: str) -> None:
    """On the small invented negotiation, with a quantity, a target and a conditional offer, every page draws."""
    assert visit(name, ROOT / "tests" / "data" / "fjords").errors == []


def test_one_party_has_nothing_to_be_compared_with(visit: Open, tmp_path: Path) -> None:
    """Alone, a party has no gap, and the comparison asks for a second one."""
    folder = write_negotiation(tmp_path / "fjords", TALKS[:1], ("northland",))
    assert lines(visit(positions=folder, view="table").sheets["matrix"]) == {"Quota": [["Rung 5"], ["One party only"]]}
    assert "A pair needs two parties. Choose another under **Parties**." in visit("compare", folder).texts
    for view in ("positions", "over-time"):
        assert "A gap needs two parties. Choose another under **Parties**." in visit("issue", folder, view=view).texts


def test_without_statements_every_cell_is_empty(visit: Open, tmp_path: Path) -> None:
    """No statement gives no evidence, and no number anywhere."""
    found = visit(positions=write_negotiation(tmp_path / "fjords"), view="table")
    assert lines(found.sheets["matrix"]) == {"Quota": [["No evidence"], ["No evidence"], ["No evidence"]]}
    assert list(lines(found.sheets["summary"])) == ["As of 1 Apr 2025, 0 statements from 0 documents on 1 issue: 1 no evidence."]
    assert [one["text"] for one in items(found.sheets["standing"])] == [
        "The distance is known on no issue.",
        "Northland has said nothing that can be compared on Quota; Southmark nothing on Quota.",
    ]


def test_several_negotiations_give_a_choice(visit: Open, tmp_path: Path) -> None:
    """Two folders give a list of negotiations; the choice stands in the address, and date, parties and issues are then its own."""
    write_negotiation(tmp_path / "fjords", TALKS)
    write_negotiation(tmp_path / "straits", [("eastmark", "demand", "r4")], ("eastmark", "westland"), ("tolls",))
    found = visit(positions=tmp_path, view="table")
    assert found.title == "Talks of fjords"
    assert found.tested.selectbox(key="negotiation").options == ["Talks of fjords", "Talks of straits"]
    found.tested.selectbox(key="negotiation").set_value("straits")
    assert found.run().title == "Talks of straits"
    assert found.parties == ["eastmark", "westland"]
    assert list(lines(found.sheets["matrix"])) == ["Tolls"]
    assert visit("issue", tmp_path, negotiation="straits").title == "Tolls"


def test_a_negotiation_that_is_gone_shows_no_other(visit: Open, tmp_path: Path) -> None:
    """The page says so, and draws nothing but the choice of those there are."""
    write_negotiation(tmp_path / "fjords", TALKS)
    found = visit(positions=tmp_path, negotiation="fjord")
    assert found.errors == ["There is no negotiation 'fjord'. Did you mean 'fjords'?"]
    assert found.sheets == {}
    assert found.components["bar"]["title"] == "Parley"
    found.tested.selectbox(key="negotiation").set_value("fjords")
    assert found.run().title == "Talks of fjords"


def test_a_negotiation_that_is_away_for_a_moment_turns_nobody_to_another(visit: Open, tmp_path: Path) -> None:
    """While its folder is saved or synced, the page keeps the last good data, though it was never asked for by name."""
    write_negotiation(tmp_path / "fjords", TALKS)
    write_negotiation(tmp_path / "straits", [("eastmark", "demand", "r4")], ("eastmark", "westland"), ("tolls",))
    found = visit(positions=tmp_path)
    (tmp_path / "fjords").rename(tmp_path / ".away")
    assert found.run().title == "Talks of fjords"
    (tmp_path / ".away").rename(tmp_path / "fjords")
    assert found.run().title == "Talks of fjords"
    assert found.errors == []


def test_negotiations_go_by_their_own_id(visit: Open, tmp_path: Path) -> None:
    """A link holds the id that files name, whatever the folder is called; the folder's name opens it, too."""
    write_negotiation(tmp_path / "fjords", TALKS)
    write_negotiation(tmp_path / "straits", [("eastmark", "demand", "r4")], ("eastmark", "westland"), ("tolls",))
    (tmp_path / "straits").rename(tmp_path / "archive")
    assert visit(positions=tmp_path, negotiation="straits").title == "Talks of straits"
    assert visit(positions=tmp_path, negotiation="archive").title == "Talks of straits"


def test_a_single_negotiation_gives_none(visit: Open) -> None:
    """With one negotiation there is nothing to choose."""
    assert [one.label for one in visit().tested.selectbox] == ["Group"]


def test_more_parties_than_four_are_shown_if_the_file_says_so(visit: Open, tmp_path: Path) -> None:
    """Without `shown` the first four parties have columns; with it, those that it names, however many."""
    parties = ("a", "b", "c", "d", "e")
    unsaid = write_negotiation(tmp_path / "one" / "fjords", TALKS[:0], parties)
    assert visit(positions=unsaid, view="table").columns == ["Issue", "A", "B", "C", "D", "Gap"]
    said = write_negotiation(tmp_path / "two" / "fjords", TALKS[:0], parties, shown=list(parties))
    assert visit(positions=said, view="table").columns == ["Issue", "A", "B", "C", "D", "E", "Gap"]


def test_words_of_the_files_are_not_read_as_markup(visit: Open, tmp_path: Path) -> None:
    """A title, a question and a search word with signs that Markdown reads are shown as they were written."""
    folder = write_negotiation(tmp_path / "fjords", title="Quota: $50 or $60")
    found = visit(positions=folder)
    assert found.title == "Quota: $50 or $60"


def test_a_new_statement_moves_the_date_along(visit: Open, tmp_path: Path) -> None:
    """Who has not chosen a date sees the newest statement, also one that is added while the page is open."""
    folder = write_negotiation(tmp_path / "fjords", TALKS[:2])
    found = visit(positions=folder, view="table")
    assert found.as_of == date(2025, 3, 2)
    (tmp_path / "fjords" / "southmark.yaml").unlink()
    write_negotiation(tmp_path / "new" / "fjords", TALKS)
    (tmp_path / "new" / "fjords" / "southmark.yaml").rename(tmp_path / "fjords" / "southmark.yaml")
    found.run()
    assert found.as_of == date(2025, 3, 3)
    assert lines(found.sheets["matrix"])["Quota"][1] == ["Rung 0", "Rung 2"]


# Broken files.


def test_a_broken_file_keeps_the_last_good_data(visit: Open, tmp_path: Path) -> None:
    """Broken while the app runs, a file is named above the last good data, and gone from there once it is mended."""
    folder = write_negotiation(tmp_path / "fjords", TALKS)
    found = visit(positions=folder, view="table")
    good = (tmp_path / "fjords" / "northland.yaml").read_text(encoding="utf-8")
    (tmp_path / "fjords" / "northland.yaml").write_text(good.replace("party:", "partie:"), encoding="utf-8")
    found.run()
    (error,) = found.errors
    assert error.startswith("**The files cannot be read as they are now. Shown is the last good data.**")
    assert "northland.yaml:1:1: Unknown key 'partie'. Did you mean 'party'?" in error
    assert list(lines(found.sheets["matrix"])) == ["Quota"]
    (tmp_path / "fjords" / "northland.yaml").write_text(good, encoding="utf-8")
    assert found.run().errors == []


def test_files_broken_from_the_start_show_the_errors_and_nothing_else(visit: Open, tmp_path: Path) -> None:
    """Without any good data there is the list of errors, the longest of it left to the check, and no page but the ways to others."""
    folder = write_negotiation(tmp_path / "fjords", TALKS)
    write_yaml(tmp_path / "fjords" / "negotiation.yaml", {"id": "fjords", **{f"wrong{n}": "x" for n in range(9)}})
    found = visit(positions=folder)
    (error,) = found.errors
    assert error.startswith("**The files cannot be read as they are now. Nothing can be shown until they are mended.**")
    assert "negotiation.yaml:1:1: The key 'title' is missing." in error
    assert error.endswith("more; run `python -m parley check`.")
    assert found.sheets == {}
    assert found.texts == [error]
    assert [one[0] for one in found.components["bar"]["places"]] == ["Overview", "Issues", "Movement", "Evidence", "Brief"]


def test_a_folder_without_a_negotiation_says_what_is_missing(visit: Open, tmp_path: Path) -> None:
    """An empty folder gives one sentence and no page; once a negotiation is there, it is shown."""
    (tmp_path / "positions").mkdir()
    found = visit(positions=tmp_path / "positions")
    (error,) = found.errors
    assert error.startswith("No negotiation in '")
    assert found.texts == [error]
    write_negotiation(tmp_path / "positions" / "fjords", TALKS)
    assert found.run().title == "Talks of fjords"


def test_who_agrees_with_whom_is_told_in_counts_where_three_parties_are_shown(visit: Open, tmp_path: Path) -> None:
    """Each count is the way to what both have said; neighbours are alike, and two parties alone have no such table."""
    said = [("a", "demand", "r3"), ("b", "demand", "r0"), ("c", "demand", "r3")]
    folder = write_negotiation(tmp_path / "talks", said, ("a", "b", "c"))
    found = lines(visit("compare", folder).sheets["alignment"])
    assert found == {"A": [["–"], ["1 of 1"], ["0 of 1"]], "C": [["1 of 1"], ["–"], ["0 of 1"]], "B": [["0 of 1"], ["0 of 1"], ["–"]]}
    opened = [statements_behind(item) for item in items(visit("compare", folder).sheets["alignment"]) if item["text"] == "1 of 1"]
    assert opened == [["talks-2", "talks-0"]] * 2
    assert "alignment" not in visit("compare", folder, parties=["a", "b"]).sheets


def test_of_many_parties_pairs_are_counted_by_status(visit: Open, tmp_path: Path) -> None:
    """Thirteen parties make 78 pairs, too many for columns; of one issue, those in focus stand across. Six parties have a column for each pair."""
    names = tuple("abcdefghijklm")
    folder = write_negotiation(tmp_path / "talks", [("a", "demand", "r3"), ("b", "demand", "r0")], names)
    found = visit("compare", folder, parties=list(names))
    (counts,) = lines(found.sheets["pair_statuses"]).values()
    assert [one for cell in counts for one in cell] == ["–", "–", "–", "–", "1", "–", "–", "77"]
    one_issue = visit("compare", folder, parties=list(names), pairs="quota").sheets["pair_statuses"]
    assert [len(lines(one_issue)), {len(cells) for cells in lines(one_issue).values()}] == [13, {4}]
    (pairs,) = lines(visit("compare", folder, parties=list(names[:6])).sheets["pair_statuses"]).values()
    assert len(pairs) == 15


def test_more_parties_than_issues_are_rows_of_the_table_from_seven_on(visit: Open, tmp_path: Path) -> None:
    """First what lies between, then each party; of six, issues are the rows."""
    names = tuple("abcdefg")
    folder = write_negotiation(tmp_path / "talks", [("a", "demand", "r3"), ("b", "demand", "r0")], names)
    turned = visit("overview", folder, parties=list(names), view="table")
    assert turned.columns == ["", "Quota"]
    assert list(lines(turned.sheets["matrix"])) == ["Gap", *"ABCDEFG"]
    assert lines(turned.sheets["matrix"])["A"] == [["Rung 3"]]
    assert visit("overview", folder, parties=list(names[:6]), view="table").columns == ["Issue", *"ABCDEF", "Gap"]
