"""What is said of how far two coders agree: how much both coded, and on each property how much of it alike."""

from __future__ import annotations

from typing import Literal

from parley.agreement import Agreement, Measure
from parley.telling.said import Said, Verbatim, said


def agreement_told(found: Agreement) -> tuple[Said, Said, Said]:
    """Return the units, then what is alike of kinds, then of rungs."""
    counts = {"both": len(found.both), "first": len(found.first_only), "second": len(found.second_only)}
    return said("units-coded", **counts), _measured("kind", found.kind), _measured("rung", found.rung)


def _measured(what: Literal["kind", "rung"], measure: Measure) -> Said:
    return said("coded-alike", what=what, alike=_alike(measure))


def _alike(measure: Measure) -> Said:
    if measure.share is None:
        return said("nothing-coded-twice")
    alpha = said("no-alpha") if measure.alpha is None else Verbatim(f"{measure.alpha:.2f}")
    return said("units-alike", percent=round(measure.share * 100), units=measure.units, alpha=alpha)
