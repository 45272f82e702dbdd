"""The way back from a file: what it shows is what the dashboard then shows."""

from __future__ import annotations

import pytest

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.errors import WrongArgumentError
from parley.exports.live_links import live_link
from parley.telling.briefing import brief
from tests.briefings import shipped
from tests.making import TODAY, percent, quota, statement

ADDRESS = "http://localhost:8501/"


def test_a_link_leads_to_date_and_issue() -> None:
    """And names negotiation, evidence and parties though they are the defaults, because those of next month may be others."""
    made = shipped()
    shown = "negotiation=us-china-trade&as_of=2019-01-23&evidence=all&parties=us&parties=china&parties=eu&parties=business-groups"
    assert live_link(made, ADDRESS) == f"http://localhost:8501/?{shown}"
    assert live_link(made, ADDRESS, made.issues[0].issue) == f"http://localhost:8501/issue?{shown}&issue=trade-deficit"
    assert live_link(made, "") == ""


def test_a_link_keeps_evidence_and_parties_that_were_chosen() -> None:
    """Or the live view would show other figures than the file."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27))
    one = brief(data, None, data.negotiation.parties[:1], TODAY, ON_RECORD)
    assert live_link(one, ADDRESS) == "http://localhost:8501/?negotiation=fjords&as_of=2025-03-31&evidence=on-record&parties=a"


def test_a_link_keeps_the_folder_under_which_the_dashboard_is_served() -> None:
    """Several tools may share one machine."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27))
    made = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    link = "http://localhost:8501/talks/?negotiation=fjords&as_of=2025-03-31&evidence=all&parties=a&parties=b"
    assert live_link(made, "http://localhost:8501/talks") == live_link(made, "http://localhost:8501/talks/") == link


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "localhost", "http://", "http://a b", "file:///x", "http://[::1", "http://a:99999", "http://a:b"]
)
def test_what_is_no_address_of_a_dashboard_is_refused(address: str) -> None:
    """A link in a document must not do anything else than lead to one."""
    with pytest.raises(WrongArgumentError, match="is not the address of a dashboard"):
        live_link(shipped(), address)
