"""The way from a file back to the live view: the same date, evidence, parties and issue on the dashboard."""

from __future__ import annotations

from urllib.parse import urlsplit

from parley.addresses import ISSUE, STATEMENT, query, view_parameters
from parley.errors import WrongArgumentError
from parley.model import Issue
from parley.telling.briefing import Briefing


def live_link(briefing: Briefing, address: str, issue: Issue | None = None, statement: str = "") -> str:
    """Return the address of the overview, or of an issue's page with a statement open, as the briefing shows it; empty where no dashboard is named.

    `address` is that of the dashboard, such as "http://localhost:8501". Raises `WrongArgumentError` where it is not a web address.
    """
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        # A port is read only when it is asked for.
        _ = parts.port
    except ValueError as error:
        raise WrongArgumentError.no_web_address(address) from error
    if parts.scheme not in ("http", "https") or not parts.netloc or any(letter.isspace() or not letter.isprintable() for letter in address):
        raise WrongArgumentError.no_web_address(address)
    ids = [one.id for one in briefing.parties]
    asked = view_parameters(briefing.dataset.negotiation.id, briefing.as_of, briefing.cut.id, ids)
    if issue:
        asked[ISSUE] = (issue.id,)
    if statement:
        asked[STATEMENT] = (statement,)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/{'issue' if issue else ''}?{query(asked)}"


def statement_link(briefing: Briefing, address: str, statement: str) -> str:
    """Return the address of a statement on the page of its issue; empty where no dashboard is named."""
    issue = briefing.dataset.negotiation.issue_by_id[briefing.dataset.statement(statement).issue]
    return live_link(briefing, address, issue, statement)
