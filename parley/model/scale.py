"""The scale of an issue: a ladder of named rungs, or a quantity with a unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from pydantic import model_validator

from parley.errors import quoted
from parley.fields import Id, Number, Text, described
from parley.model.closed import Closed


class Rung(Closed):
    """One named step of a ladder."""

    id: Id = described("The word by which statements refer to the rung.", good="small-tweaks", bad="2")
    name: Text = described("A short name, shown on axes; at most about 28 characters.", good="Very small adjustments", bad="Rung 2")
    means: Text = described("What an outcome on this rung is.", good="Very small adjustments to the plan.", bad="A bit more", default="")
    why: Text = described("Why this rung is more than the one before it.", good="Something changes, if little.", bad="It is higher.", default="")


class Anchor(Closed):
    """A point of a quantity that has a name: what a value means in words."""

    at: Number = described("The value.", good="50", bad="about half")
    name: Text = described("What it means, in a few words.", good="Partial ban", bad="50 %")


class Quantity(Closed):
    """A scale in units, of which some points may have names."""

    unit: Text = described("The unit in which values are given.", good="US$ bn a year", bad="money")
    gap_unit: Text | None = described("The unit of a difference, where it has another name.", good="points", bad="%", default=None)
    bottom: Number = described("The least value that makes sense.", good="0", bad="-inf")
    top: Number = described("The greatest value that makes sense.", good="50", bad="1e99")
    resolution: Number = described("The smallest step in which outcomes differ.", good="0.1", bad="0", gt=0)
    anchors: tuple[Anchor, ...] = described("Points that have names.", good=[{"at": "50", "name": "Partial ban"}], bad="half", default=())

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        if not self.bottom < self.top:
            raise ValueError(f"The bottom {self.bottom} is not below the top {self.top}.")
        for one in self.anchors:
            if not self.bottom <= one.at <= self.top:
                raise ValueError(f"The anchor {quoted(one.name)} at {one.at} lies outside the scale.")
        if len({one.at for one in self.anchors}) < len(self.anchors):
            raise ValueError("Two anchors lie at one value; give each value one name.")
        return self


class Scale(Closed):
    """A ladder of named rungs, lowest first, or a quantity with a unit; exactly one of the two."""

    ladder: tuple[Rung, ...] | None = described(
        "Named rungs, lowest first; higher is closer to the fullest ask, or harsher for measures.", good=[{"id": "none"}], bad=[], default=None
    )
    quantity: Quantity | None = described("A number with a unit.", good={"unit": "%", "bottom": "0"}, bad={"unit": "score"}, default=None)

    @model_validator(mode="after")
    def _one_of_two(self) -> Scale:
        if (self.ladder is None) == (self.quantity is None):
            raise ValueError("A scale is either a 'ladder' or a 'quantity'; give exactly one.")
        if self.ladder is not None:
            if len(self.ladder) < 2:
                raise ValueError("A ladder needs at least two rungs.")
            repeated = [one for one, number in Counter(rung.id for rung in self.ladder).items() if number > 1]
            if repeated:
                raise ValueError(f"The rung id '{min(repeated)}' is used twice.")
        return self

    @cached_property
    def rung_numbers(self) -> Mapping[str, int]:
        """Return the number of each rung by its id, 0 at the bottom; empty for a quantity."""
        return {rung.id: number for number, rung in enumerate(self.ladder or ())}
