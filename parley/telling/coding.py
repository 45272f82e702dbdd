"""What is said to somebody outside who codes documents: the rules, what each kind means, and how proposals come back."""

from __future__ import annotations

from typing import Literal, get_args

from parley.evidence import Evidence
from parley.model import ANCHOR_WORDS, Issue, Kind, Negotiation, Quantity, Source, Speaker
from parley.telling.editing import direction_named
from parley.telling.said import Said, Verbatim, said, together

Section = Literal["rules", "kinds", "fields", "parties", "issues", "sources", "form"]
Rule = Literal["anchor", "own_words", "asked", "hint", "condition", "stretch", "unknown", "nothing", "apart"]
RULES: tuple[Rule, ...] = get_args(Rule)

WHAT_FOR = said("coding-what-for")
PARTY_AS_SUCH = said("coding-party-as-such")
LADDER = said("coding-ladder")
COUNT_PARAGRAPHS = said("coding-count-paragraphs")
FORM = said("coding-form")
SUCH_AS = said("coding-such-as")


def title(dataset: Evidence) -> Said:
    """Return the title of the guide."""
    return said("coding-title", title=Verbatim(dataset.negotiation.title))


def section(name: Section) -> Said:
    """Return the heading over a part of the guide."""
    return said("coding-section", section=name)


def rule(name: Rule) -> Said:
    """Return one rule of coding."""
    return said("coding-rule", rule=name, words=ANCHOR_WORDS)


def kind_means(kind: Kind) -> Said:
    """Return what a kind of statement means."""
    return said("coding-kind", kind=kind)


def field_means(means: str, good: str, bad: str) -> Said:
    """Return what a field is for, with a good and a bad example."""
    return said("coding-field", means=Verbatim(means), good=Verbatim(good), bad=Verbatim(bad))


def speaker(one: Speaker) -> Said:
    """Return a speaker by name, and whether it commits the party."""
    return said("coding-speaker", name=Verbatim(one.name), commits="yes" if one.commits else "no")


def directions(issue: Issue, negotiation: Negotiation) -> Said:
    """Return what each party wants on an issue."""
    parties = negotiation.party_by_id
    found = [
        said("coding-wants", party=Verbatim(parties[key].name), direction=direction_named(way))
        for key, way in issue.directions.items()
        if key in parties
    ]
    return said("coding-directions", directions=together(*found, how="comma"))


def quantity(one: Quantity) -> Said:
    """Return a scale in units."""
    bottom, top, step = (Verbatim(str(value)) for value in (one.bottom, one.top, one.resolution))
    return said("coding-quantity", unit=Verbatim(one.unit), bottom=bottom, top=top, step=step)


def document(one: Source) -> Said:
    """Return a document with its day and how many paragraphs of it are numbered."""
    return said("coding-document", title=Verbatim(one.title), day=one.issued, paragraphs=said("coding-paragraphs", count=len(one.body)))


def put_with(command: str) -> Said:
    """Return by which command a file of proposals goes in."""
    return said("coding-put", command=Verbatim(command))


def required(negotiation: Negotiation) -> Said:
    """Return what the negotiation asks of every statement."""
    return said("coding-required", fields=together(*(Verbatim(one) for one in negotiation.requires if one != "id"), how="comma"))
