"""What an agenda file holds: the issues of one briefing in their order, with title, audience, speaker notes and handling mark."""

from __future__ import annotations

from parley.fields import Id, Text, described
from parley.model import Closed, Negotiation


class AgendaItem(Closed):
    """One issue on an agenda."""

    issue: Id = described("The issue, by its id in negotiation.yaml.", good="herring-quota", bad="Herring")
    notes: Text | None = described(
        "What the speaker wants to have at hand; never part of the shareable edition.", good="Begin with the date.", bad="tbd", default=None
    )


class Agenda(Closed):
    """The order of one briefing; the content of a file in `agendas/`."""

    id: Id = described("The word for the agenda, as it stands in the address.", good="minister-may", bad="Agenda 1")
    title: Text = described("The title of the briefing.", good="Fjord talks: where we stand", bad="Briefing")
    audience: Text | None = described("For whom it is.", good="Minister and state secretary", bad="all", default=None)
    handling: Text | None = described("How it may be passed on; shown everywhere.", good="For the delegation only", bad="!", default=None)
    shared_handling: Text | None = described(
        "The handling mark of the shareable edition, where it is another.", good="May be passed on", bad="!", default=None
    )
    items: tuple[AgendaItem, ...] = described("The issues, in their order.", good=[{"issue": "herring-quota"}], bad=[], min_length=1)

    def handling_of(self, *, is_shareable: bool) -> str:
        """Return the handling mark of the full or the shareable edition; empty where there is none."""
        return (self.shared_handling if is_shareable and self.shared_handling else self.handling) or ""


ALL_ISSUES = "all-issues"  # the id of the agenda of all issues


def order_of_negotiation(negotiation: Negotiation) -> Agenda:
    """Return the agenda of every issue, groups in their order and issues in theirs."""
    return Agenda(id=ALL_ISSUES, title=negotiation.title, items=tuple(AgendaItem(issue=one.id) for one in negotiation.ordered_issues))


def agenda_of_first_group(negotiation: Negotiation) -> Agenda:
    """Return the agenda that is presented where none is chosen: the issues of the first group that has any, all of them where there is no other."""
    first, *_ = issues = negotiation.ordered_issues
    items = tuple(AgendaItem(issue=one.id) for one in issues if one.group == first.group)
    return order_of_negotiation(negotiation) if len(items) == len(issues) else Agenda(id=first.group, title=negotiation.title, items=items)
