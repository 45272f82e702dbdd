"""The page that searches: what it lists, what stands out in it, where it leads, and what it says where nothing is found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import write_negotiation as write_large
from parley.dataset import Dataset
from parley.views.arriving import way_to_search
from parley.views.search_parts import MOST
from tests.views.conftest import Open, Visit, items, statements_behind, write_hostile, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("southmark", "offer", "r2")]


def cells(found: Visit, sheet: str = "found") -> list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Return the two cells of each line of a table, as their items."""
    return [(row["cells"][0]["items"], row["cells"][1]["items"]) for row in found.sheets[sheet]["rows"]]


def standing_out(item: dict[str, Any]) -> list[str]:
    """Return the words of an item that stand out, of its text and its detail."""
    return [text for name in ("pieces", "metaPieces") for text, is_found in item.get(name, ()) if is_found]


def test_found_statements_are_listed_with_what_they_open(visit: Open, shipped: Dataset) -> None:
    """A search lists the statements that hold every word, each leading to its evidence."""
    found = visit("search", q="energy farm")
    hits = [one for item in items(found.sheets["found"]) for one in statements_behind(item)]
    assert hits
    assert all(word in json.dumps(shipped.statement_by_id[one].model_dump(mode="json")).lower() for one in hits for word in ("energy", "farm"))


def test_words_that_stand_nowhere_say_so(visit: Open) -> None:
    """A search without a hit says so, and what was typed is shown as typed, whatever Markdown would make of it."""
    found = visit("search", q="*herring*")
    assert "found" not in found.sheets and "found_besides" not in found.sheets
    assert "Nothing holds “*herring*”." in found.texts
    assert "“herring” stands nowhere, and no word is near to it." in found.texts


def test_finds_stand_by_issue_with_party_kind_and_date(visit: Open) -> None:
    """An issue's name leads to its page, a statement to its evidence; the words stand out, also in the speaker's name."""
    found = visit("search", q="navarro", as_of="2018-06-02")
    assert "3 statements for “navarro”, and 1 other find" in found.texts
    assert [[item["text"] for item in first] for first, _ in cells(found)] == [
        ["Made in China 2025", "2 statements"],
        ["US tariffs on Chinese goods", "1 statement"],
    ]
    name, count = cells(found)[0][0]
    assert (name["open"], count["open"]) == ("issue:made-in-china-2025", "statement:us-mic-navarro-clash,us-mic-navarro-dominate")
    clash = cells(found)[0][1][0]
    assert (clash["label"], clash["open"]) == ("US, reason:", "statement:us-mic-navarro-clash")
    assert "before 2 May 2018 · White House trade adviser Peter Navarro" in clash["meta"]
    assert standing_out(clash) == ["Navarro", "Navarro"]
    ((kind,), (speaker,)) = cells(found, "found_besides")[0]
    assert (kind["text"], speaker["text"], speaker["meta"]) == ("Speaker", "White House trade adviser Peter Navarro", "US · 2 statements")
    assert set(statements_behind(speaker)) == {"us-mic-navarro-clash", "us-mic-navarro-dominate"}


@pytest.mark.parametrize(
    ("words", "kind", "name", "opens"),
    [
        ("deficit shrink", "Issue", "Trade deficit", "issue:trade-deficit"),
        ("quota cap", "Step of a scale", "Permanent, with quota", "issue:steel-aluminium"),
        ("truce deadline", "Event", "Deadline after which US tariff increases may resume.", "issue:us-tariffs"),
        ("japan", "Party", "Japan", "statement:"),
        ("nikkei asian", "Document", "", "statement:"),
    ],
)
def test_all_else_that_holds_the_words_has_a_way_to_it(visit: Open, words: str, kind: str, name: str, opens: str) -> None:
    """To the page of the issue it bears on, or to the statements behind it."""
    found = [(first[0]["text"], second[0]) for first, second in cells(visit("search", q=words), "found_besides")]
    ways = [item["open"] for told, item in found if told == kind and item["text"].startswith(name)]
    assert ways and all(one.startswith(opens) for one in ways)


def test_what_was_searched_for_instead_is_told(visit: Open) -> None:
    """A word that stands nowhere with the nearest, and those that the negotiation's file names as related."""
    wrong = visit("search", q="semiconducter")
    assert "Nothing for “semiconducter”; shown: “semiconductor”." in wrong.texts
    assert "2 statements for “semiconductor”" in wrong.texts
    assert standing_out(cells(wrong)[0][1][0]) == ["semiconductors"]
    related = visit("search", q="Soybeans")
    assert "Also searched for, as related words: farm." in related.texts
    assert standing_out(cells(related)[0][1][0]) == ["farm"]
    drawn = [one.type for one in related.tested.main]
    assert drawn[drawn.index("caption") - 2 :][:3] == ["bidi_component", "bidi_component", "caption"]  # the answer stands before it


def test_words_that_nothing_holds_together_lead_to_what_holds_each(visit: Open) -> None:
    """With how many statements hold it, which it opens."""
    found = visit("search", q="farm navarro", as_of="2018-06-02")
    assert {"Nothing holds “farm navarro”.", "1 statement for “farm”", "3 statements for “navarro”"} <= set(found.texts)
    assert statements_behind(next(iter(items(found.sheets["found_alone_0"])))) == ["cn-deficit-significant-purchases"]


def test_a_note_that_holds_the_words_is_told(visit: Open, shipped: Dataset) -> None:
    """And so are the anchor words, each where what the statement says does not hold them: a reader sees why it was found."""
    one = shipped.statement_by_id["cn-deficit-significant-purchases"]

    def told(words: str) -> dict[str, Any]:
        listed = cells(visit("search", q=words))
        return next(item for _, second in listed for item in second if item["open"] == f"statement:{one.id}")

    by_anchor = told("significantly")
    assert by_anchor["meta"].endswith(' · in the document: “promised to "significantly increase" purchases”')
    assert standing_out(by_anchor) == ["significantly"]
    assert "in the document" not in told("farm")["meta"]
    one = next(each for each in shipped.statements if each.note and "refusal" in each.note.split() and "refus" not in each.says)
    by_note = told("refusal")
    assert by_note["meta"].endswith(f" · note: {one.note}")
    assert "refusal" in standing_out(by_note)


def test_the_day_and_the_evidence_shown_hold(visit: Open) -> None:
    """What was said later, or is left out by the cut, is not listed; that there is more is told."""
    early = visit("search", q="farm", as_of="2018-05-02")
    assert "found" not in early.sheets
    assert "Not shown: 1 statement said after 2 May 2018." in early.texts
    strict = visit("search", q="navarro", as_of="2018-06-02", evidence="on-record")
    assert [statements_behind(item) for _, second in cells(strict) for item in second] == [["us-mic-navarro-dominate"]]
    assert "Not shown: 2 statements left out by the evidence cut (on record only)." in strict.texts


def test_many_finds_are_shown_when_they_are_asked_for(visit: Open, shipped: Dataset) -> None:
    """Thirty statements at first, with how many there are in all; then every one."""
    found = visit("search", q="trade")
    count = len(shipped.found("trade").statements)
    assert count > MOST
    assert any(text.startswith(f"{count} statements for “trade”") for text in found.texts)
    assert sum(len(second) for _, second in cells(found)) == MOST
    assert [one.label for one in found.tested.toggle] == [f"Show all {count + len(shipped.found('trade').others)} finds"]
    found.tested.toggle(key="all_finds").set_value(True)
    assert sum(len(second) for _, second in cells(found.run())) == count
    assert not visit("search", q="farm").tested.toggle


def test_many_other_finds_are_shown_when_they_are_asked_for(visit: Open, tmp_path: Path) -> None:
    """Also where there are no statements to show."""
    write_large(tmp_path / "large", 6, 40, 240, seed=1)
    found = visit("search", positions=tmp_path / "large", q="it grants outcome")
    assert "Nothing holds “it grants outcome”." in found.texts
    many = visit("search", positions=tmp_path / "large", q="step")
    assert len(cells(many, "found_besides")) == MOST
    many.tested.toggle(key="all_finds").set_value(True)
    assert len(cells(many.run(), "found_besides")) > 100


def test_without_words_the_page_says_what_can_be_found(visit: Open) -> None:
    """And lists nothing; so do blanks, and signs that are no word."""
    for words in ("", "   "):
        found = visit("search", q=words)
        assert any(text.startswith("Type words in the search field above.") for text in found.texts)
        assert "found_count" not in found.sheets
    assert "Nothing holds “*”." in visit("search", q="*").texts


def test_what_is_typed_stands_in_the_address(visit: Open) -> None:
    """So that a link to a search shows it again."""
    found = visit("search").follow("search?q=farm")
    assert "1 statement for “farm”" in found.texts
    assert "q=farm" in found.address


def test_names_written_from_the_right_and_long_input_are_shown(visit: Open, tmp_path: Path) -> None:
    """An Arabic word stands out within its name, isolated as a whole; of very long input the beginning is told."""
    name = "وزارة الصيد"
    folder = write_negotiation(tmp_path / "fjords", TALKS)
    header = folder / "fjords" / "negotiation.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace("name: minister", f"name: Ministry of Fisheries {name}"), encoding="utf-8")
    found = visit("search", positions=folder, q="صيد")
    told = cells(found, "found_besides")[0][1][0]
    assert told["text"] == f"Ministry of Fisheries \u2068{name}\u2069"
    assert told["pieces"] == [["Ministry of Fisheries \u2068وزارة ال", False], ["صيد", True], ["\u2069", False]]
    long = visit("search", positions=folder, q="x" * 10_000)
    assert f"Nothing holds “{'x' * 80}…”." in long.texts


def test_no_text_of_the_files_is_markup(visit: Open, tmp_path: Path) -> None:
    """Whatever the files hold, it is shown as it stands there, word for word."""
    found = visit("search", positions=write_hostile(tmp_path / "hostile"), q="b")
    assert found.errors == []


@pytest.mark.parametrize(
    ("path", "query", "base", "way"),
    [
        ("/", "q=farm", "", "./search?q=farm"),
        ("/", "as_of=2018-05-02&q=farm+goods", "", "./search?as_of=2018-05-02&q=farm+goods"),
        ("/talks/", "q=farm", "talks", "./search?q=farm"),
        ("/talks", "q=farm", "talks", "talks/search?q=farm"),
        ("/a/b", "q=farm", "a/b", "b/search?q=farm"),
        ("/", "q=", "", ""),
        ("/", "as_of=2018-05-02", "", ""),
        ("/search", "q=farm", "", ""),
        ("/issue", "q=farm", "", ""),
        ("/issue/foo", "q=farm", "", ""),
        ("/_stcore/health", "q=farm", "", ""),
    ],
)
def test_a_link_to_a_search_on_the_overview_leads_here(path: str, query: str, base: str, way: str) -> None:
    """As links were before there was a page for it, with all else that they name; no other address is led anywhere."""
    assert way_to_search(path, query, base) == way
