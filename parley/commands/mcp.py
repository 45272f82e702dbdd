"""The command `mcp`: answer an analyst's own assistant over standard input and output; read only, in the shareable edition.

Parley calls no model: whichever assistant it is asks by the Model Context Protocol, and is given statements with their ids, dates and documents.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley import __version__
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.search import search
from parley.answering import in_short, maker_of
from parley.dataset import Dataset, load
from parley.errors import NotInstalledError, ParleyError, WrongArgumentError, no_such
from parley.exports.search import search_lines
from parley.folders import negotiation_folders
from parley.telling.briefing import standing_line
from parley.words import say

if TYPE_CHECKING:
    from mcp.server import MCPServer

MOST_ROWS = 200  # of one answer: more than an assistant reads with care
_WAY = (
    "Ask 'negotiations' first for the ids of negotiations, parties and issues. 'gaps' says how far apart two parties are on an issue, 'positions' "
    "where each stands, 'statements' who said what, when and in which document, 'movement' what changed since a day, 'search' what holds some words. "
    "Name the statement ids, dates and documents of what you tell."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("positions", nargs="?", type=Path, default=Path("positions"), metavar="DIR", help="one negotiation, or a folder of several")


def run(given: argparse.Namespace) -> int:
    """Answer until the assistant goes."""
    server_of(given.positions, given.today).run("stdio")
    return 0


def server_of(positions: Path, today: date) -> MCPServer:
    """Return the server that answers for the negotiations in a folder; they are read anew for each question, so that an answer is never old.

    Raises `NotInstalledError` where the part that speaks the protocol is not there.
    """
    try:
        from mcp.server import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise NotInstalledError.extra("mcp", "assistants") from error
    negotiation_folders(positions)
    server: MCPServer = MCPServer("parley", title="Parley", instructions=f"{say(standing_line())} {_WAY}", version=__version__)
    questions = Questions(positions, today)
    for ask in (questions.negotiations, questions.gaps, questions.positions, questions.statements, questions.movement, questions.search):
        server.tool(annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False), structured_output=False)(_told(ask, ToolError))
    return server


def _told(ask: Any, refusal: type[Exception]) -> Any:
    """Return a question of which what is wrong is told in words."""

    @wraps(ask)
    def asked(*given: Any, **named: Any) -> str:
        try:
            return str(ask(*given, **named))
        except (ParleyError, OSError) as error:
            raise refusal(str(error)) from error

    return asked


class Questions:
    """What an assistant may ask of the negotiations in a folder; each answer is JSON or lines, and ends with what positions are and are not."""

    def __init__(self, folder: Path, today: date) -> None:
        self._folder, self._today = folder, today

    def negotiations(self) -> str:
        """List the negotiations, with the ids and names of their parties and issues, and the last day on which anything was said."""
        return _with_line({"negotiations": [in_short(one, self._today) for one in self._held() if one.count]})

    def gaps(self, negotiation: str, issue: str = "", parties: Sequence[str] = (), as_of: str = "", evidence: str = ALL_EVIDENCE.id) -> str:
        """How far apart the parties are on each issue, and what would have to be found out; 'evidence' is all, officials or on-record."""
        return self._rows("gaps", negotiation, {"issue_id": issue}, parties, as_of, evidence)

    def positions(self, negotiation: str, issue: str = "", party: str = "", as_of: str = "", evidence: str = ALL_EVIDENCE.id) -> str:
        """Where each party stands on each issue: demand, stated limit, best offer and measure, with the statements behind each."""
        return self._rows("positions", negotiation, {"issue_id": issue, "party_id": party}, [party] if party else (), as_of, evidence)

    def statements(self, negotiation: str, issue: str = "", party: str = "", kind: str = "", as_of: str = "", evidence: str = ALL_EVIDENCE.id) -> str:
        """Who said what, when, in which document; 'kind' is demand, red_line (a stated limit), offer, measure, threat or rationale."""
        wanted = {"issue_id": issue, "party_id": party, "kind": kind}
        return self._rows("statements", negotiation, wanted, [party] if party else (), as_of, evidence)

    def movement(self, negotiation: str, since: str = "", as_of: str = "", issue: str = "", evidence: str = ALL_EVIDENCE.id) -> str:
        """What changed between two days: who moved, which way and how far, and by which statements."""
        return self._rows("movement", negotiation, {"issue_id": issue}, (), as_of, evidence, since)

    def search(self, negotiation: str, words: str, as_of: str = "", evidence: str = ALL_EVIDENCE.id) -> str:
        """What holds some words, in whatever form: statements by issue and party, speakers, documents and events."""
        briefing = maker_of(self._one(negotiation), as_of or None, None, evidence, (), self._today).briefing
        found = search(briefing.dataset, words, briefing.as_of, briefing.cut)
        return "\n".join(search_lines(found, briefing.dataset, briefing.as_of, briefing.cut))

    def _rows(self, table: str, negotiation: str, wanted: dict[str, str], parties: Sequence[str], as_of: str, evidence: str, since: str = "") -> str:
        """Return the rows of a table that are asked for, as many as can be read, and how many there are."""
        maker = maker_of(self._one(negotiation), as_of or None, since or None, evidence, parties, self._today)
        issue, known = wanted["issue_id"], [*maker.briefing.dataset.negotiation.issue_by_id]
        if issue and issue not in known:
            # To answer with no row would say that nothing was said.
            raise WrongArgumentError(no_such("issue", issue, known))
        made = json.loads(maker.table(table, "json"))
        rows = [row for row in made["rows"] if all(not value or row[key] == value for key, value in wanted.items())]
        return _with_line({"about": made["about"], "rows": rows[:MOST_ROWS], "count": len(rows)})

    def _one(self, negotiation: str) -> Dataset:
        held = {one.negotiation.id: one for one in self._held()}
        if negotiation not in held:
            raise WrongArgumentError(no_such("negotiation", negotiation, list(held)))
        return held[negotiation]

    def _held(self) -> list[Dataset]:
        return [load(one) for one in negotiation_folders(self._folder)]


def _with_line(values: dict[str, Any]) -> str:
    return json.dumps({**values, "note": say(standing_line())}, ensure_ascii=False)
