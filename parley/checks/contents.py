"""Rules on what the files hold: enough of it, short enough to be drawn, in nobody else's name, and nothing internal in what may be passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.checks.pointing import in_header, in_statement
from parley.dataset import NEGOTIATION_FILE, Dataset
from parley.errors import Problem, quoted
from parley.files import Loc
from parley.model import Statement
from parley.numbers import so_many
from parley.sharing import internal_sources, internal_statements

# Charts clip what is longer.
SHORT_NAME = 12
RUNG_NAME = 34


def analysis_by_the_party(dataset: Dataset) -> Iterator[Problem]:
    """Find third parties' analyses whose speaker can commit the party: what others read into it is not its own word."""
    for one in dataset.statements:
        party = dataset.negotiation.party_by_id[one.party]
        if one.attribution == "third_party_analysis" and party.speaker(one.speaker).commits:
            what = f"It is a third party's analysis, and the speaker {quoted(one.speaker)} commits {party.in_sentence}."
            mend = f"Let the analyst speak, under a speaker with 'commits: false' in {NEGOTIATION_FILE}, or mend 'attribution'."
            yield in_statement(dataset, one, ("speaker",), what, mend)


def too_few_statements(dataset: Dataset) -> Iterator[Problem]:
    """Find whether fewer statements are there than the negotiation expects."""
    count, expected = len(dataset.statements), dataset.negotiation.expect_statements
    if count < expected:
        what = f"There {'is' if count == 1 else 'are'} {so_many(count, 'statements')}, fewer than the {expected} expected."
        yield in_header(dataset, ("expect_statements",), what, "Look for what is missing, or expect fewer.")


def silent_issues(dataset: Dataset) -> Iterator[Problem]:
    """Find issues on which nobody has said anything; where all that was said is left out, that is told already."""
    for index, issue in enumerate(dataset.negotiation.issues):
        if issue.id in dataset.never_named:
            what = f"There is no statement on the issue {quoted(issue.id)}."
            yield in_header(dataset, ("issues", index, "id"), what, "Add one, or leave the issue out.", "warning")


def names_too_long(dataset: Dataset) -> Iterator[Problem]:
    """Find names of parties and rungs that charts would clip."""
    for index, party in enumerate(dataset.negotiation.parties):
        if len(party.short) > SHORT_NAME:
            what = f"The short name has {len(party.short)} characters; charts clip it after {SHORT_NAME}."
            yield in_header(dataset, ("parties", index, "short"), what, "Shorten it.", "warning")
    for index, issue in enumerate(dataset.negotiation.issues):
        for number, rung in enumerate(issue.scale.ladder or ()):
            if len(rung.name) > RUNG_NAME:
                what = f"The rung's name has {len(rung.name)} characters; charts clip it after {RUNG_NAME}."
                yield in_header(dataset, ("issues", index, "scale", "ladder", number, "name"), what, "Shorten it.", "warning")


def internal_named_outside(dataset: Dataset) -> Iterator[Problem]:
    """Find texts that may be passed on and name a statement or document that may not; the shareable edition would be refused for it."""
    hidden = {one.id for one in internal_statements(dataset)} | {source.id for source in internal_sources(dataset)}
    for one in dataset.statements if hidden else ():
        if one.id not in hidden:
            for loc, text in _passed_on(one):
                named = next((word for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) if word in hidden), None)
                if named:
                    what = f"It names {quoted(named)}, which is internal, and is not internal itself."
                    yield in_statement(dataset, one, loc, what, "Say it without the id, or mark this as internal too.")


def _passed_on(one: Statement) -> Iterator[tuple[Loc, str]]:
    """Yield each free text of a statement that the shareable edition holds, and where it stands."""
    texts: tuple[tuple[Loc, str | None], ...] = (
        (("says",), one.says),
        (("note",), None if one.note_internal else one.note),
        (("date_note",), one.date_note),
        (("place", "unknown"), one.place.unknown),
        (("place", "not_placeable"), one.place.not_placeable),
        (("condition", "says"), one.condition.says if one.condition else None),
    )
    yield from ((loc, text) for loc, text in texts if text)
