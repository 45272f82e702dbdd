"""Parley: what the parties to a negotiation have said, side by side, and how far apart it is.

`load` reads a negotiation; `positions`, `gaps`, `movement` and `robustness` say of it what the pages say, as plain values with the
ids of the statements behind them; `frames` has functions of the same names that return pandas frames.

>>> import parley
>>> talks = parley.load("positions/us-china-trade")
>>> gap = parley.gaps(talks, as_of="2018-06-02", parties=["us", "china"])[0]
>>> gap.a.issue.id, gap.status.value, gap.table_a.low
('trade-deficit', 'unknown', Fraction(3, 1))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley import frames as frames
    from parley.library import gaps as gaps
    from parley.library import load as load
    from parley.library import movement as movement
    from parley.library import positions as positions
    from parley.library import robustness as robustness

__all__ = ["frames", "gaps", "load", "movement", "positions", "robustness"]
__version__ = "0.2.0"


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return what is asked for by its first use, so that a command that needs none of it waits for none of it."""
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module("parley.frames") if name == "frames" else getattr(import_module("parley.library"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
