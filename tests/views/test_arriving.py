"""Where an address leads that names no page: to the overview, which says so; all other addresses are left alone."""

from __future__ import annotations

import pytest

from parley.views.arriving import way_to_overview
from tests.views.conftest import Open


@pytest.mark.parametrize(
    ("path", "base", "way"),
    [
        ("/foo", "", "./?as_of=2018-05-02&page=foo"),
        ("/issue/foo", "", "../?as_of=2018-05-02&page=issue%2Ffoo"),
        ("/foo/", "", "../?as_of=2018-05-02&page=foo"),
        ("/talks/foo", "talks", "./?as_of=2018-05-02&page=foo"),
        ("/a/b/foo", "a/b", "./?as_of=2018-05-02&page=foo"),
        ("//evil.example/foo", "", "../../?as_of=2018-05-02&page=evil.example%2Ffoo"),
        ("/overview", "", "./?as_of=2018-05-02"),
    ],
)
def test_an_address_without_a_page_leads_to_the_overview(path: str, base: str, way: str) -> None:
    """Never to another host, with the folder under which the dashboard is served, and with what the address says besides."""
    assert way_to_overview(path, "as_of=2018-05-02", base) == way


@pytest.mark.parametrize("path", ["/", "/talks", "/talks/", "/talks/issue", "/issue", "/take-away/", "/_stcore/health", "/media/a", "/favicon.png"])
def test_pages_and_what_is_no_page_are_left_alone(path: str) -> None:
    """What Streamlit answers itself, and files."""
    assert way_to_overview(path, "", "talks") == ""


def test_the_overview_says_that_there_is_no_such_page(visit: Open) -> None:
    """In one sentence, with a link to the nearest that keeps all else, or with the pages there are."""
    near = visit(page="issues", as_of="2018-05-02").tested.warning[0].value
    assert near.startswith("There is no page 'issues'. Did you mean '[issue](issue?negotiation=us-china-trade&as_of=2018-05-02&")
    assert "page=" not in near
    names = "bring-in, compare, edit, history, how-to-read, issue, movement, new, present, read, robustness, search, sources, take-away"
    assert visit(page="foo").warnings == [f"There is no page 'foo'. There is: {names}."]
