"""A record of the files in the words of the form: what its fields are called, and what they say, with names for ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import cast

from parley.analysis.outcomes import Span
from parley.dates import UNDATED, PartialDate
from parley.editing.edits import Kind
from parley.evidence import Evidence
from parley.model import Attribution, ConditionType, Conveyance, DirectionWord, Role, Stage
from parley.model import Kind as StatementKind
from parley.scales import Axis
from parley.telling import editing as told
from parley.telling.evidence import attributed, conveyed
from parley.telling.said import Argument, Place, Said, Stretch, Verbatim, begun, said, together
from parley.telling.terms import kind_name

# What a key of the files is called in the form, where that is another word.
_IN_FORM: Mapping[str, str] = {"container-title": "publication", "URL": "url", "to": "addressed", "what": "event"}
_DAYS = frozenset(("said", "issued", "date", "expires", "withdrawn", "day", "joined", "left", "on", "accessed", "reviewed", "review_by"))
_TRUTHS = frozenset(("strict", "commits", "plural", "internal", "note_internal"))
_PARTIES = frozenset(("party", "parties", "to", "shown", "headline", "merged_into", "members", "by"))
_STATEMENTS = frozenset(("supersedes", "repeats"))
_GONE = frozenset(("ladder", "quantity"))  # steps of a way that a reader needs not
_CHOICES: Mapping[str, Callable[[str], Said]] = {
    "kind": lambda one: begun(kind_name(cast("StatementKind", one))),
    "stage": lambda one: told.stage_named(cast("Stage", one)),
    "attribution": lambda one: attributed(cast("Attribution", one)),
    "conveyance": lambda one: conveyed(cast("Conveyance", one)),
    "confidence": told.confidence_named,
    "date_basis": told.date_basis,
    "role": lambda one: told.role_named(cast("Role", one)),
    "type": told.document_type,
    "on_one_day": lambda one: said("on-one-day", rule=one),
    "requires": lambda one: field_of_key(one),
    "requires_of_sources": lambda one: field_of_key(one),
}


def field_of_key(key: str) -> Said:
    """Return what a key of a record is called on the page."""
    named = _IN_FORM.get(key, key)
    return said("record-field", field=named) if named in OWN_WORDS else told.field(named)


# The keys that have no field, or stand over theirs with more than their name.
OWN_WORDS = frozenset((
    "id", "parties", "bloc", "amount", "condition", "locator", "coded", "to_others", "note_internal", "internal", "author", "publisher", "genre",
    "language", "abstract", "archived", "accessed", "file", "headings", "body", "fingerprint", "called", "plural", "formerly", "merged_into",
    "speakers", "commits", "directions", "salience", "power", "headline", "freshness_days", "conflict_days", "on_one_day", "means", "why", "issues",
    "about", "reviewed", "review_by", "requires", "requires_of_sources", "expect_statements", "blocs", "shown", "defaults", "groups",
    "related_words", "events", "editions", "gap_unit", "anchors", "type", "value", "timing", "family", "given", "literal", "out_of", "by",
    "joined", "left", "prepared_by",
))  # fmt: skip


@dataclass(frozen=True)
class Naming:
    """What is called how in several versions of one negotiation: the first that knows an id names it."""

    versions: tuple[Evidence, ...]

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """Return the names of the parties."""
        return self._names(lambda one: {party.id: party.name for party in one.negotiation.parties})

    @cached_property
    def issues(self) -> Mapping[str, str]:
        """Return the names of the issues."""
        return self._names(lambda one: {issue.id: issue.name for issue in one.negotiation.issues})

    @cached_property
    def others(self) -> Mapping[str, str]:
        """Return the names of what an id inside a record may mean: groups, blocs, documents, speakers, steps, events."""
        return self._names(lambda one: dict(_others(one)))

    def statement(self, key: str) -> Argument:
        """Return a statement by what it is and when it was said."""
        one = next((version.statement(key) for version in self.versions if version.holds(key)), None)
        if one is None:
            return Verbatim(key)
        party, issue = (Verbatim(names.get(each, each)) for names, each in ((self.parties, one.party), (self.issues, one.issue)))
        known = "undated" if one.said == UNDATED else "dated"
        return said("statement-named", (key,), party=party, issue=issue, kind=kind_name(one.kind), known=known, day=one.said)

    def axis(self, issue: str) -> Axis | None:
        """Return the scale of an issue."""
        return next((one.axes[issue] for one in self.versions if issue in one.axes), None)

    def _names(self, of: Callable[[Evidence], Mapping[str, str]]) -> Mapping[str, str]:
        return {key: name for one in reversed(self.versions) for key, name in of(one).items()}


def _others(one: Evidence) -> Iterator[tuple[str, str]]:
    negotiation = one.negotiation
    for issue in negotiation.issues:
        yield from ((rung.id, rung.name) for rung in issue.scale.ladder or ())
    for party in negotiation.parties:
        yield from ((speaker.id, speaker.name) for speaker in party.speakers)
    yield from ((event.id, event.label) for event in negotiation.events)
    yield from ((group.id, group.name) for group in negotiation.groups)
    yield from ((bloc.id, bloc.name) for bloc in negotiation.blocs)
    yield from ((source.id, source.title) for source in one.sources.values())


def record_named(kind: Kind, key: str, naming: Naming) -> Argument:
    """Return which record is meant: a statement by what it is, anything else by its name."""
    if kind == "statement":
        return naming.statement(key)
    if kind == "negotiation":
        return told.kind_of_record(kind)
    name = next(filter(None, (told.called(kind, key, one) for one in naming.versions)), key)
    return told.named_of_kind(kind, name)


def field_at(way: str, naming: Naming) -> Argument:
    """Return what a field is called that lies at the end of a way with dots; a record within the record by its name."""
    steps = [one for one in way.split(".") if one not in _GONE]
    named = (Verbatim(naming.others.get(one, one)) if one in naming.others or one.isdigit() else field_of_key(one) for one in steps[1:])
    return together(field_of_key(steps[0]), *named, how="comma")


def value_told(key: str, value: object, naming: Naming, issue: str = "") -> Argument:
    """Return what a field says, `key` the last of the way to it; `issue` is that of a statement, on whose scale it stands."""
    if value is None or value in ("", [], {}, ()):
        return said("says-nothing")
    if isinstance(value, Mapping):
        return _record_told(key, value, naming, issue)
    if isinstance(value, Sequence) and not isinstance(value, str):
        several = (value_told(key, one, naming, issue) for one in value)
        return together(*several, how="semicolon" if any(isinstance(one, Mapping | list) for one in value) else "comma")
    text = str(value)
    if key in _TRUTHS or isinstance(value, bool):
        return said("yes-or-no", is_so="yes" if text.casefold() == "true" else "no")
    if key in _DAYS:
        return _day(text)
    if key in _CHOICES:
        return _CHOICES[key](text)
    if key in _PARTIES:
        return Verbatim(naming.parties.get(text, text))
    if key in ("issue", "issues"):
        return Verbatim(naming.issues.get(text, text))
    if key in _STATEMENTS:
        return naming.statement(text)
    return Verbatim(naming.others.get(text, text) if key in ("group", "bloc", "source", "speaker", "ladder") else text)


def _day(text: str) -> Argument:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return Verbatim(text)


def _record_told(key: str, value: Mapping[str, object], naming: Naming, issue: str) -> Argument:
    """Return a record inside a record in a line."""
    given = {name: str(one) for name, one in value.items() if isinstance(one, str | int | float)}
    match key:
        case "place":
            return _place_told(given, naming.axis(issue))
        case "condition" if "says" in given:
            return said("condition-in-form", type=told.condition_type(cast("ConditionType", given.get("type"))), says=Verbatim(given["says"]))
        case "directions":
            pairs = ((naming.parties.get(one, one), way) for one, way in given.items())
            return together(*(_pair(Verbatim(name), told.direction_named(cast("DirectionWord", way))) for name, way in pairs), how="comma")
        case "amount":
            return together(*map(Verbatim, given.values()), how="comma")
        case "members":
            days = [_pair(field_of_key(one), _day(given[one])) for one in ("joined", "left") if one in given]
            return together(Verbatim(naming.parties.get(given.get("party", ""), given.get("party", ""))), *days, how="comma")
        case "scale" if isinstance(value.get("ladder"), list):
            return value_told("steps", value["ladder"], naming)
    named: list[Argument] = [Verbatim(given["name"])] if "name" in given else []
    others = [_pair(field_of_key(name), value_told(name, one, naming, issue)) for name, one in value.items() if name not in ("id", "name")]
    return together(*named, *others, how="comma")


def _pair(name: Argument, told: Argument) -> Said:
    return said("labelled", label=name, told=told)


def _place_told(given: Mapping[str, str], axis: Axis | None) -> Argument:
    """Return where on the scale a statement stands, as the form asks for it."""
    if why := given.get("unknown") or given.get("not_placeable"):
        return _pair(told.place_form("unknown" if "unknown" in given else "not_placeable"), Verbatim(why))
    if "at" in given:
        at = _value(given["at"], axis)
        return together(at, told.field("strict"), how="comma") if "strict" in given else at
    low, high = (_number(given.get(end, ""), axis) for end in ("from", "to"))
    if axis is None or low is None or high is None or low > high:
        return together(*(_value(given.get(end, ""), axis) for end in ("from", "to")), how="comma")
    stretch = Stretch(Span(low, high), axis)
    return together(stretch, begun(told.reading_of(given.get("reading", "imprecise"))), how="comma")


def _value(text: str, axis: Axis | None) -> Argument:
    value = _number(text, axis)
    return Verbatim(text) if value is None or axis is None else Place(value, axis)


def _number(text: str, axis: Axis | None) -> Fraction | None:
    try:
        return axis.value(text) if axis else None
    except (KeyError, ValueError, ArithmeticError):
        return None
