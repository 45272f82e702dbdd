"""A party to a negotiation, and who speaks for it or inside it."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from parley.fields import Id, Text, When, described
from parley.model.closed import Closed

Role = Literal["principal", "third_party", "advocate", "observer"]


class Speaker(Closed):
    """A person or body that speaks inside or for a party."""

    id: Id = described("The word by which statements refer to the speaker.", good="commission", bad="Spokesperson 1")
    name: Text = described("The name as shown.", good="European Commission", bad="someone")
    commits: bool = described("Whether this speaker may commit the party.", good=True, bad="sometimes")
    note: Text | None = described("Why the speaker may or may not commit the party.", good="An adviser speaks for himself.", bad="n/a", default=None)

    @property
    def shown(self) -> str:
        """Return the name as it is cited; that nobody was named is left to the attribution, which says so."""
        return self.name.removesuffix(" (unnamed)")


class Party(Closed):
    """An actor that takes positions."""

    id: Id = described("The word by which everything refers to the party.", good="northland", bad="North Land")
    name: Text = described("The full name.", good="Northland", bad="N.")
    short: Text = described(
        "The name used in narrow places; at most about 10 characters.",
        good="North",
        bad="The Commonwealth of Northland",
        default_factory=lambda given: given.get("name", ""),
    )
    called: Text | None = described("How sentences call it; the name if left out.", good="the US", bad="US (USA)", default=None)
    plural: bool = described("Whether sentences treat it as several: 'have' and not 'has'.", good=True, bad="many", default=False)
    role: Role = described("principal, third_party, advocate or observer.", good="principal", bad="friend", default="principal")
    joined: When | None = described("When it joined the negotiation, where that was later.", good="2015-03", bad="later", default=None)
    left: When | None = described("When it left the negotiation.", good="2015-10-05", bad="earlier", default=None)
    formerly: tuple[Text, ...] = described("Names it had before.", good=["Kingdom of Northland"], bad="North", default=())
    merged_into: Id | None = described("The party that it has become part of.", good="southmark", bad="South", default=None)
    speakers: tuple[Speaker, ...] = described("Everyone whose statements are held.", good=[{"id": "minister"}], bad="many", default=())

    @property
    def in_sentence(self) -> str:
        """Return the name as it stands inside a sentence."""
        return self.called or self.name

    @cached_property
    def committing(self) -> frozenset[str]:
        """Return the ids of the speakers who may commit the party; it commits itself, where nobody in particular speaks for it."""
        return frozenset(one.id for one in (*self.speakers, self._itself) if one.commits) - {one.id for one in self.speakers if not one.commits}

    def speaker(self, speaker_id: str) -> Speaker:
        """Return the speaker with this id, under its own id the party itself; raise KeyError if there is none."""
        for one in (*self.speakers, self._itself):
            if one.id == speaker_id:
                return one
        raise KeyError(speaker_id)

    @cached_property
    def _itself(self) -> Speaker:
        return Speaker(id=self.id, name=self.in_sentence, commits=True)
