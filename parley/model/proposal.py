"""A statement that somebody proposes, and that counts only once somebody else has accepted it."""

from __future__ import annotations

from pydantic import model_validator

from parley.fields import Text, described
from parley.model.closed import Closed
from parley.model.statement import Entry


class Proposal(Closed):
    """A proposed statement; one line of a file of proposals, which is a JSON object."""

    proposer: Text = described("Who or what made it, by the same name each time.", good="A. Berg", bad="me")
    reason: Text | None = described(
        "Why it was coded so, in words of the proposer.", good="'Ready to discuss' is an offer to talk.", bad="ok", default=None
    )
    statement: Entry = described(
        "The statement as a party's file holds it, with the party.", good={"party": "northland", "issue": "herring-quota"}, bad="see page 3"
    )

    @model_validator(mode="after")
    def _of_somebody(self) -> Proposal:
        one = self.statement
        if one.party is None and not one.parties and one.bloc is None:
            raise ValueError("The statement is nobody's: give its 'party', its 'parties' or its 'bloc'.")
        return self
