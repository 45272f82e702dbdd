"""Which governments a statement asks to obtain something from others, and for whom else it is meant (rule 1a)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parley.analysis.addressing import addressed_alone, all_asked_of, government_asked, governments
from parley.model import Party
from tests.making import ladder, quota, statement

WAYS = {"a": "up", "b": "down", "c": "down", "x": "down", "y": "up", "z": "target"}


def ids(parties: Sequence[Party]) -> str:
    return "".join(one.id for one in parties)


def test_an_advocate_asks_the_governments_that_want_its_way() -> None:
    """X and Y are advocates: X may ask B and C, Y may ask A; who wants a value may ask nobody, and no government asks another."""
    said: list[dict[str, Any]] = [
        statement("x", "demand", "r1", to=["b", "c"]),
        statement("x", "demand", "r1", to=["a"]),
        statement("x", "demand", "r1"),
        statement("x", "offer", "r1", to=["b"]),
        statement("x", "demand", "r1", to=["b"]),
        statement("b", "demand", "r1", to=["c"]),
        statement("y", "demand", "r4", to=["a"]),
    ]
    data = quota(ladder(6), WAYS, *said, parties_as={key: {"role": "advocate"} for key in "xyz"})
    negotiation = data.negotiation
    assert [" ".join(governments(negotiation, one, "quota")) for one in "abcxyz"] == ["", "", "", "b c", "a", ""]
    by_id = {one.id: one for one in data.statements}
    asked = [ids(government_asked(by_id[f"s{number}"], negotiation)) for number in range(7)]
    assert asked == ["bc", "", "", "", "b", "", "a"]
    of = governments(negotiation, "x", "quota")
    assert ids(all_asked_of([by_id["s0"], by_id["s4"]], of)) == "bc"
    assert (all_asked_of([by_id["s0"], by_id["s1"]], of), all_asked_of([by_id["s0"]], {})) == ((), ())
    assert addressed_alone([by_id[f"s{number}"] for number in range(5)], of) == {"a", "b"}
