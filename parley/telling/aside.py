"""Why statements carry no part of a position: each by itself, and several counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from parley.analysis.aside import LEFT_OUT, Aside, AsideKind
from parley.evidence import Evidence
from parley.model import Statement
from parley.telling.cuts import cut_name
from parley.telling.said import Argument, Listed, Said, Verbatim, said, together


def why_aside(reason: Aside, statement: Statement, dataset: Evidence) -> Said:
    """Return why a statement carries no part of its party's position, in a sentence."""
    match reason.kind:
        case AsideKind.NOT_POSITIONAL if not statement.place.is_placed:
            return said("not-placed", reason=Verbatim(statement.place.not_placeable or ""))
        case AsideKind.TO_OTHERS:
            return said("addressed-to", whom=together(*_addressees(statement, dataset), how="comma"))
        case AsideKind.WITHDRAWN if statement.withdrawn:
            return said("was-withdrawn", day=statement.withdrawn)
        case AsideKind.EXPIRED if statement.expires:
            return said("ran-out", day=statement.expires)
        case AsideKind.CUT if reason.cut:
            return said("cut-out", cut=cut_name(reason.cut))
        case AsideKind.REPLACED:
            return said("replaced", reason.by, by=together(*map(Verbatim, reason.by), how="comma"))
    return said("set-aside", why=reason.kind.name.lower())


def left_out(reasons: Iterable[Aside]) -> Listed | None:
    """Return how many statements were left out and why, in a row; None where none was."""
    counts = Counter(one.kind for one in reasons)
    told = [said("left-out", count=counts[kind], why=kind.name.lower()) for kind in LEFT_OUT if counts[kind]]
    return together(*told, how="comma") if told else None


def _addressees(statement: Statement, dataset: Evidence) -> list[Argument]:
    parties = [dataset.negotiation.party_by_id[one] for one in statement.to]
    return [*parties, *([Verbatim(statement.to_others)] if statement.to_others else [])]
