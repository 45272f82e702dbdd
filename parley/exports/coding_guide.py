"""The coding guide: rules, kinds, fields, parties, scales, documents and the schema of proposals as one text for a colleague or a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from parley.evidence import Evidence
from parley.model import Amount, Coding, Condition, Entry, Issue, Kind, Locator, Party, Place, Proposal
from parley.schemas import schema_text
from parley.telling import coding as told
from parley.words import say

# A proposal says what it says of itself; these are for whoever accepts it to decide.
_NOT_ASKED = ("note_internal", "internal")
_INSIDE: tuple[tuple[str, type[BaseModel]], ...] = (
    ("place", Place), ("locator", Locator), ("condition", Condition), ("amount", Amount), ("coded", Coding),
)  # fmt: skip


def coding_guide(dataset: Evidence, command: str) -> str:
    """Return the guide to a negotiation, as Markdown; `command` puts proposals in. What is internal is left out by whoever gives the dataset."""
    parts = [
        _heading(1, say(told.title(dataset))), *([dataset.negotiation.about] if dataset.negotiation.about else []), say(told.WHAT_FOR),
        *_section("rules", [_list(say(told.rule(one)) for one in told.RULES)]),
        *_section("kinds", [_list(f"`{one}`: {say(told.kind_means(one))}" for one in get_args(Kind))]),
        *_section("fields", _fields(dataset)),
        *_section("parties", [_list(_parties(dataset)), say(told.PARTY_AS_SUCH)]),
        *_section("issues", (part for issue in dataset.negotiation.ordered_issues for part in _issue(issue, dataset))),
        *_section("sources", [_list(_documents(dataset)), say(told.COUNT_PARAGRAPHS)]),
        *_section("form", _form(dataset, command)),
    ]  # fmt: skip
    return "\n\n".join(filter(None, parts)) + "\n"


def _section(name: told.Section, parts: Iterator[str] | list[str]) -> Iterator[str]:
    yield _heading(2, say(told.section(name)))
    yield from parts


def _heading(level: int, words: str) -> str:
    return f"{'#' * level} {_flat(words)}"


def _list(lines: Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _fields(dataset: Evidence) -> Iterator[str]:
    yield _list(_keys(Entry, ""))
    for key, model in _INSIDE:
        yield _list(_keys(model, f"{key}."))
    if dataset.negotiation.requires:
        yield say(told.required(dataset.negotiation))


def _keys(model: type[BaseModel], before: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        if name in _NOT_ASKED or not isinstance(extra, dict):
            continue
        good, bad = (json.dumps(one, ensure_ascii=False, default=str) for one in ((field.examples or [""])[0], extra["badExample"]))
        yield f"`{before}{field.alias or name}`: {say(told.field_means(field.description or '', f'`{good}`', f'`{bad}`'))}"


def _parties(dataset: Evidence) -> Iterator[str]:
    for party in dataset.negotiation.parties:
        yield "\n".join([f"`{party.id}`: {_flat(party.name)}", *_speakers(party)])
    yield from (f"`{one.id}`: {_flat(one.name)}" for one in dataset.negotiation.blocs)


def _speakers(party: Party) -> Iterator[str]:
    yield from (f"  - `{one.id}`: {_flat(say(told.speaker(one)))}" for one in party.speakers)


def _documents(dataset: Evidence) -> Iterator[str]:
    yield from (f"`{one.id}`: {_flat(say(told.document(one)))}" for one in dataset.sources.values())


def _issue(issue: Issue, dataset: Evidence) -> Iterator[str]:
    yield f"### `{issue.id}`: {_flat(issue.name)}"
    yield _flat(issue.question)
    if issue.scale.quantity is not None:
        one = issue.scale.quantity
        yield say(told.quantity(one))
        yield _list(f"{anchor.at}: {_flat(anchor.name)}" for anchor in one.anchors)
    else:
        steps = (_flat(" ".join(filter(None, (f"`{one.id}`: {one.name}.", one.means, one.why)))) for one in issue.scale.ladder or ())
        yield f"{say(told.LADDER)}\n\n{_list(steps)}"
    yield _flat(say(told.directions(issue, dataset.negotiation)))


def _flat(words: str) -> str:
    return " ".join(words.split())


def _form(dataset: Evidence, command: str) -> Iterator[str]:
    yield say(told.FORM)
    yield f"{say(told.SUCH_AS)}\n\n```json\n{_example(dataset)}\n```"
    yield say(told.put_with(f"`{command}`"))
    yield f"```json\n{schema_text('proposal').strip()}\n```"


def _example(dataset: Evidence) -> str:
    """Return a line with the first party, issue, place and document; what it says is the model's own good example."""
    issue = dataset.negotiation.ordered_issues[0]
    place = issue.scale.ladder[-1].id if issue.scale.ladder else str(issue.scale.quantity.top if issue.scale.quantity else "")
    source = next(iter(dataset.sources.values()), None)
    good = {name: (Entry.model_fields[name].examples or [""])[0] for name in ("says", "said")}
    anchor = (Locator.model_fields["anchor"].examples or [""])[0]
    where = {"source": source.id, "locator": {"paragraph": 1, "anchor": anchor}} if source else {}
    party = next((key for key in issue.directions), dataset.negotiation.parties[0].id)
    statement = {"party": party, "issue": issue.id, "kind": "offer", **good, "place": {"at": place}, **where}
    proposer = (Proposal.model_fields["proposer"].examples or [""])[0]
    return json.dumps({"proposer": proposer, "statement": statement}, ensure_ascii=False)
