"""Addresses: what every link names, how it is written, and what is said of what is gone."""

from __future__ import annotations

from datetime import date

import pytest

from parley.addresses import Gone, Named, dashboard_of, misnamed, named, named_day, page_link, query, view_parameters

CUTS = {"all": "All evidence", "on-record": "On record only"}


def test_every_link_names_negotiation_day_evidence_and_parties_first() -> None:
    """In one order, so that the same view has the same address."""
    shown = view_parameters("fjords", date(2025, 3, 31), "all", ("northland", "isles"))
    assert query({"issue": ("quota",), **shown}) == "negotiation=fjords&as_of=2025-03-31&evidence=all&parties=northland&parties=isles&issue=quota"
    assert page_link("issue", {"issue": ("a b&c",)}) == "issue?issue=a+b%26c"
    assert page_link("", {"as_of": ("2025-03-31",)}) == ".?as_of=2025-03-31"


def test_ids_are_found_and_the_names_of_older_links() -> None:
    """Each once; an id comes before a name that is the same."""
    assert named("evidence cut", ["on-record", "On record only", "all"], CUTS) == Named(("on-record", "all"), ())
    assert named("party", ["b"], {"a": "b", "b": "c"}) == Named(("b",), ())


def test_what_is_gone_is_told_with_the_nearest() -> None:
    """In one sentence, and without a near one with what there is; a blank asks for nothing."""
    assert named("issue", ["trade-deficits"], {"trade-deficit": "Deficit"}).gone == (
        Gone("trade-deficits", "There is no issue 'trade-deficits'. Did you mean 'trade-deficit'?", "trade-deficit"),
    )
    assert named("evidence cut", ["", "zz"], CUTS).gone == (Gone("zz", "There is no evidence cut 'zz'. There is: all, on-record."),)


def test_a_parameter_that_is_called_otherwise_is_told() -> None:
    """Where a known name is near; what others have added to a link, and what is known, is left alone."""
    assert misnamed(["issues", "utm_source", "as_of", "party2", "embed"]) == (
        Gone("issues", "There is no parameter 'issues'. Did you mean 'issue'?", "issue"),
    )


def test_the_nearest_takes_the_place_of_what_is_gone() -> None:
    """Beside all others that were asked for, of which several statements stand in one value."""
    assert Gone("chinas", "", "china").mended(["us", "chinas"]) == ("us", "china")
    assert Gone("b1", "", "b").mended(["a,b1,c"]) == ("a,b,c",)
    assert Gone("On record, too", "", "on-record").mended(["On record, too"]) == ("on-record",)


@pytest.mark.parametrize("text", ["2018-99-99", "soon", "2018-05"])
def test_what_is_no_day_is_told(text: str) -> None:
    """With a day as it is written; any day that is one is taken."""
    assert named_day([text]) == (None, (Gone(text, f"There is no day '{text}'. Write year, month and day, such as 2018-05-02."),))
    assert named_day(["9999-12-31"]) == (date(9999, 12, 31), ())
    assert named_day([""]) == (None, ())


@pytest.mark.parametrize(
    ("url", "page", "found"),
    [
        ("http://localhost:8501/take-away", "take-away", "http://localhost:8501"),
        ("https://host/talks/take-away", "take-away", "https://host/talks"),
        ("https://host/talks/", "", "https://host/talks"),
        ("https://host/take-away/take-away", "take-away", "https://host/take-away"),
        ("", "take-away", ""),
    ],
)
def test_the_dashboard_is_found_from_one_of_its_pages(url: str, page: str, found: str) -> None:
    """With the folder under which it is served, without which a link would lead nowhere."""
    assert dashboard_of(url, page) == found
