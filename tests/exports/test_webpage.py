"""The page read back: every way leads somewhere, every issue is told, nothing is fetched, and words from files are never markup."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.directions import unmarked
from parley.errors import WrongArgumentError
from parley.exports.webpage import css_text, webpage
from parley.telling.briefing import Briefing, brief
from parley.telling.front import front, in_form
from parley.words import said_all, say
from tests.briefings import ARABIC, CHINESE, FRENCH, GERMAN, many_tongues, shipped
from tests.exports.test_tables import small
from tests.making import TODAY, dataset, issue, percent, statement

HOSTILE = "<script>alert(1)</script> & \"quoted\" 'too' <img src=x onerror=alert(1)> {{ 1 + 1 }}"
BOTH = pytest.mark.parametrize("briefing", [shipped, many_tongues, small], ids=["shipped", "many tongues", "small"])
EMPTY = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """What a page holds: its elements with their attributes, and its text, that of each section with an id also by itself."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, Mapping[str, str | None]]] = []
        self.words: list[str] = []
        self.in_section: dict[str, list[str]] = {}
        self.refers: dict[str, list[str]] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        section = self._section
        if section and (found.get("href") or "").startswith("#statement-"):
            self.refers.setdefault(section, []).append((found["href"] or "")[1:])
        if tag not in EMPTY:
            self._open.append((tag, found.get("id") or "" if tag == "section" else ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] not in ("style", "script"):
            self.words.append(data)
            if self._section:
                self.in_section.setdefault(self._section, []).append(data)

    @property
    def _section(self) -> str:
        return next((key for _, key in reversed(self._open) if key), "")

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def values(self, name: str, tag: str = "") -> list[str]:
        """Return the values of an attribute, of all elements or of those with this tag."""
        return [one[name] or "" for found, one in self.elements if name in one and tag in ("", found)]


@cache
def page(made: Any) -> Page:
    return Page(webpage(made()))


def hostile() -> Briefing:
    """Return a briefing in which every text that a file may hold tries to be markup."""
    said = [
        statement("a", "demand", 30, says=HOSTILE, note=HOSTILE, locator={"line": 1, "paragraph": 1, "anchor": '"><b>'}),
        statement("b", "offer", 10, says=HOSTILE, condition={"type": "if", "says": HOSTILE}),
    ]
    named = {"name": HOSTILE, "short": HOSTILE[:20], "speakers": [{"id": "minister", "name": HOSTILE, "commits": True}]}
    one = issue(percent(), {"a": "up", "b": "down"}) | {"name": HOSTILE, "question": HOSTILE}
    data = dataset([one], said, {"a": named}, title=HOSTILE, about=HOSTILE)
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)


@BOTH
def test_every_way_inside_the_page_leads_somewhere(briefing: Any) -> None:
    """Every link has its target, no target is there twice, and what is named by another element is there too."""
    found = page(briefing)
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {one.removeprefix("#") for one in found.values("href")} <= set(ids)
    assert {key for one in found.values("aria-labelledby") for key in one.split()} <= set(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", webpage(briefing()))) <= set(ids)


@BOTH
def test_every_issue_has_a_section_with_all_that_is_told_of_it(briefing: Any) -> None:
    """Question, every line of every block with who said it, the statements themselves; and ways to it from lists, overview and summary."""
    found, drawn = page(briefing), [one.number for one in front(briefing()).drawn]
    for one in briefing().compared.issues:
        target = f"issue-{one.issue.id}"
        told = unmarked("".join(found.in_section[target]))
        assert one.issue.question in told and say(one.status) in told
        for block in one.blocks:
            assert all(say(line.told) in told and say(line.cite) in told for line in block.lines)
        assert all(said.says in told for said in one.statements)
        assert found.values("href").count(f"#{target}") == 4 + (one.number in drawn)


@BOTH
def test_every_line_leads_to_the_statements_behind_it(briefing: Any) -> None:
    """Every id behind a line is referred to in the issue's section, and stands in its evidence."""
    found = page(briefing)
    for one in briefing().compared.issues:
        behind = {f"statement-{key}" for block in one.blocks for line in block.lines for key in line.ids}
        assert behind <= set(found.refers.get(f"issue-{one.issue.id}", []))
        assert behind <= {f"statement-{said.id}" for said in one.statements}
    held = {one["id"]: one["value"] for _, one in found.elements if (one.get("id") or "").startswith("statement-")}
    assert held == {f"statement-{one.id}": str(number) for number, one in enumerate(briefing().statements, 1)}


def test_issues_with_nothing_to_compare_are_one_list() -> None:
    """Each with what is held of it, the way to the statement behind it, and all that was said on it folded away."""
    told = unmarked(" ".join("".join(page(shipped).in_section["nothing-to-compare"]).split()))
    assert "6 Chinese retaliation No evidence China Threat: Right to retaliate reserved (stale)" in told
    assert [one.number for one in shipped().silent if all(said.says in told for said in one.statements)] == [6, 8, 10, 12, 13, 14, 16]
    assert "#statement-cn-retaliation-right-reserved" in page(shipped).values("href")


def test_what_is_read_first_stands_at_the_top() -> None:
    """The same lines as in every other file, and four issues drawn twice, for a desk and a phone, with what is open."""
    told = unmarked(" ".join("".join(page(shipped).in_section["in-short"]).split()))
    assert all(say(one) in told for one in front(shipped()).told)
    assert told.count("Open: ") == 4


def test_a_page_of_some_parts_holds_the_evidence_that_they_cite() -> None:
    """Only what is read first: its drawings, and the statements behind them, to which its numbers lead; no issue and no document."""
    text = webpage(in_form(shipped(), "one-page"))
    found = Page(text)
    assert text.count("<svg") == 8
    assert [one for one in found.values("id", "section")] == ["in-short", "evidence"]
    assert {one.removeprefix("#") for one in found.values("href")} <= set(found.values("id"))
    overview = Page(webpage(replace(shipped(), sections=frozenset({"overview"}))))
    assert [one for one in overview.values("id", "section")] == ["overview", "nothing-to-compare", "evidence"]
    assert {one.removeprefix("#") for one in overview.values("href")} <= set(overview.values("id"))


@BOTH
def test_the_page_fetches_nothing(briefing: Any) -> None:
    """It names no address at all, and its own policy forbids whatever would."""
    text = webpage(briefing())
    assert not re.search(r"https?:|//[a-z]|@import|url\((?!#hatch-)", text.partition("<style>")[2].partition("<script>")[0])
    assert page(briefing).values("src") == []
    policy = page(briefing).values("content", "meta")[0]
    script = text.partition("<script>")[2].partition("</script>")[0]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_the_live_link_is_the_one_way_out() -> None:
    """It stands in the page only where an address is given, and whatever is no web address is refused."""
    text = webpage(small(), 'https://parley.example/?a=1&b="2"')
    assert re.findall(r"https?://[^\s<]+", text) == [
        'https://parley.example/?negotiation=fjords&amp;as_of=2025-03-31&amp;evidence=all&amp;parties=a&amp;parties=b"'
    ]
    assert "Open the live comparison" in text
    assert "Open the live comparison" not in webpage(small())
    with pytest.raises(
        WrongArgumentError, match=r"^'javascript:alert\(1\)' is not the address of a dashboard\. Write it as 'http://localhost:8501'\.$"
    ):
        webpage(small(), "javascript:alert(1)")


def test_words_from_files_are_never_markup() -> None:
    """What tries to be an element, an attribute or a template is read as it was written, and makes no element."""
    found = Page(webpage(hostile()))
    tags = [tag for tag, _ in found.elements]
    assert (tags.count("script"), tags.count("img"), tags.count("b")) == (1, 0, 0)
    assert found.values("onerror") == []
    assert " ".join(HOSTILE.split()) in found.text


def test_a_handling_mark_cannot_leave_its_style_sheet() -> None:
    """In print it stands in a style sheet, where every sign is written by its number."""
    assert css_text('Ab1 "}</é') == '"Ab1\\20 \\22 \\7d \\3c \\2f \\e9 "'


def test_the_handling_mark_and_the_foot_are_there() -> None:
    """The mark stands in the bar that stays in sight, over every issue in print, and at the end with the other lines."""
    found = page(many_tongues)
    assert found.text.count(many_tongues().handling) == 2 + len(many_tongues().issues)
    assert all(line in found.text for line in said_all(many_tongues().foot))
    assert all(line in page(shipped).text for line in said_all(shipped().foot))


def test_every_tongue_is_there_and_finds_its_direction() -> None:
    """Chinese, German, French and Arabic words stand in elements that take their direction from their words."""
    text = webpage(many_tongues())
    assert all(f'dir="auto">{words}' in text for words in (CHINESE, GERMAN, FRENCH, ARABIC))


def test_a_cut_other_than_the_default_is_written_on_the_page() -> None:
    """In bold above all else."""
    whole = small()
    cut = brief(whole.dataset, None, whole.parties, TODAY, ON_RECORD)
    assert "<strong>Evidence: on record only</strong>" in webpage(cut)
    assert "<strong>Evidence:" not in webpage(whole)


@BOTH
def test_the_page_is_made_for_every_reader(briefing: Any) -> None:
    """It has a language, one first heading, landmarks, a way past the lists, and a table with a caption and heads."""
    found = page(briefing)
    tags = [tag for tag, _ in found.elements]
    assert found.values("lang", "html") == ["en"]
    assert [tags.count(one) for one in ("h1", "main", "caption", "table")] == [1, 1, 1, 1]
    assert found.values("href", "a")[0] == "#content"
    assert found.values("scope", "th").count("row") == len(briefing().compared.issues)
    assert found.values("scope", "th").count("col") == len(briefing().parties) + 3
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@BOTH
def test_the_same_briefing_makes_the_same_page(briefing: Any) -> None:
    """No clock and no chance is in it."""
    assert webpage(briefing()) == webpage(briefing())
