"""The way from a file back to the live view: the same date, evidence, parties and issue on the dashboard."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from parley.analysis.briefing import Briefing
from parley.analysis.evidence import ALL_EVIDENCE
from parley.errors import WrongArgumentError
from parley.model import Issue


def live_link(briefing: Briefing, address: str, issue: Issue | None = None) -> str:
    """Return the address of the overview, or of an issue's page, as the briefing shows it; empty where no dashboard is named.

    `address` is that of the dashboard, such as "http://localhost:8501". Raises `WrongArgumentError` where it is not a web address.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc or any(letter.isspace() or not letter.isprintable() for letter in address):
        raise WrongArgumentError.no_web_address(address)
    asked: list[tuple[str, str]] = [("issue", issue.id)] if issue else []
    asked.append(("as_of", briefing.as_of.isoformat()))
    if briefing.cut != ALL_EVIDENCE:
        asked.append(("evidence", briefing.cut.name))
    if briefing.parties != briefing.dataset.negotiation.shown_first:
        asked += [("parties", one.short) for one in briefing.parties]
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/{'issue' if issue else ''}?{urlencode(asked)}"
