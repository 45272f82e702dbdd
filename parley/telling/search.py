"""What is said of a search: how much was found, of which words instead of others, what was left out, and what each other find is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from parley.analysis.evidence import EvidenceCut
from parley.analysis.search import Search, event_of, sought
from parley.evidence import Evidence
from parley.model import Statement
from parley.searching import Find, Term, pieces
from parley.telling.counting import counted
from parley.telling.cuts import cut_name
from parley.telling.evidence import citation, published_told, words_of
from parley.telling.said import Argument, Said, Verbatim, said, together
from parley.telling.statement import kind_of

HOW_TO_SEARCH = said("how-to-search")
_LONGEST_TOLD = 80  # letters of what was searched for


@dataclass(frozen=True)
class OtherLine:
    """Another find: what kind of thing it is, its name as the files have it, and what tells it from others."""

    kind: Said
    name: str
    aside: Argument


def found_told(found: Search) -> Said:
    """Return how many statements hold the words, and how much else."""
    statements, others, words = found.statements, len(found.others), _told(sought(found.words, found.mended))
    if not statements and not others:
        return said("nothing-holds", words=words)
    told = said("found-for", statements, statements=counted(len(statements), "statements"), words=words)
    return said("found-with-others", statements, found=told, others=counted(others, "finds")) if others else told


def instead_told(found: Search) -> tuple[Said, ...]:
    """Return which words were searched for in the place of those that stand nowhere; or that none is near."""
    told = [said("mended", word=_told(word), near=Verbatim(near)) for word, near in found.mended]
    if found.unknown:
        told.append(said("none-near", word=_told(found.unknown)))
    return tuple(told)


def besides_told(found: Search) -> Said | None:
    """Return which related words were searched for besides; None where there are none."""
    return said("also-searched", words=together(*map(Verbatim, found.related), how="comma")) if found.related else None


def alone_told(found: Search) -> tuple[Said, ...]:
    """Return, of words that nothing holds together, how many statements hold each by itself."""
    return tuple(said("found-for", behind, statements=counted(len(behind), "statements"), words=_told(word)) for word, behind in found.alone)


def left_out_told(found: Search, as_of: date, cut: EvidenceCut) -> tuple[Said, ...]:
    """Return how many statements that hold the words were said later than the day shown, or are left out by the evidence cut."""
    told = [said("found-later", statements=counted(found.later, "statements"), day=as_of)] if found.later else []
    return (*told, *([said("found-cut", statements=counted(found.cut, "statements"), cut=cut_name(cut))] if found.cut else []))


def whose_kind(one: Statement, dataset: Evidence) -> Said:
    """Return whose statement it is, and what it is."""
    return said("whose-kind", party=Verbatim(dataset.negotiation.party_by_id[one.party].short), kind=kind_of(one))


def found_line(one: Statement, dataset: Evidence) -> Said:
    """Return a statement with whose it is, what it depends on, who said it, when and where, and its id, in a line."""
    whose, says = whose_kind(one, dataset), words_of(one, dataset)
    return said("found-line", (one.id,), whose=whose, says=says, cited=citation(one, dataset), key=Verbatim(one.id))


def held_beside(one: Statement, terms: Sequence[Term]) -> tuple[Said, ...]:
    """Return the note and the anchor words of a statement that hold what was searched for, as far as what it says does not."""
    missing, anchor = [term for term in terms if not _holds(one.says or "", [term])], one.locator.anchor
    note = [said("held-in-note", note=Verbatim(one.note))] if one.note and _holds(one.note, missing) else []
    return (*note, *([said("held-in-anchor", anchor=Verbatim(anchor))] if anchor and _holds(anchor, missing) else []))


def other_line(find: Find, dataset: Evidence) -> OtherLine:
    """Return what another find is, as a line of a list."""
    negotiation, key = dataset.negotiation, find.ids[-1]
    kind = said("find-kind", kind=find.kind)
    match find.kind:
        case "party":
            return OtherLine(kind, negotiation.party_by_id[key].name, counted(len(find.behind), "statements"))
        case "speaker":
            party = negotiation.party_by_id[find.ids[0]]
            count = counted(len(find.behind), "statements")
            return OtherLine(kind, party.speaker(key).name, said("speaker-of", party=Verbatim(party.short), statements=count))
        case "issue":
            return OtherLine(kind, negotiation.issue_by_id[key].name, Verbatim(negotiation.issue_by_id[key].question))
        case "step":
            issue = negotiation.issue_by_id[find.ids[0]]
            rung = next(one for one in issue.scale.ladder or () if one.id == key)
            issue_of = Verbatim(issue.label)
            return OtherLine(kind, rung.name, said("step-of", issue=issue_of, means=Verbatim(rung.means)) if rung.means else issue_of)
        case "event":
            event = event_of(dataset, key)
            return OtherLine(kind, event.what, event.date)
        case "document":
            return OtherLine(kind, dataset.sources[key].title, published_told(dataset.sources[key]))


def other_told(line: OtherLine) -> Said:
    """Return another find in a line of text."""
    return said("other-line", kind=line.kind, name=Verbatim(line.name), aside=line.aside)


def _holds(text: str, terms: Sequence[Term]) -> bool:
    return any(is_found for _, is_found in pieces(text, terms))


def _told(words: str) -> Verbatim:
    return Verbatim(words if len(words) <= _LONGEST_TOLD else f"{words[:_LONGEST_TOLD]}…")
