"""A YAML document into a typed record, with every problem placed where it stands in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from parley.errors import BadFilesError, Problem, quoted
from parley.fields import ID_PATTERN, is_free_text
from parley.files import Document, Loc, forget_documents, read_if_changed
from parley.suggestions import did_you_mean, with_disguise

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Record = TypeVar("Record", bound=BaseModel)

# What a value must be, by the validator's name for what is wrong; the braces take the limits it gives.
_MUST_BE = {
    "string_type": "one text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "decimal_type": "a number",
    "greater_than": "greater than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "tuple_type": "a list",
    "is_instance_of": "a group of keys",
    "model_type": "a group of keys",
}


@dataclass(frozen=True)
class Sound(Generic[Record]):
    """What is sound of a file: the record without the entries that are not, where the others stand, and what is wrong with those left out.

    `places` are the 0-based numbers in the file of the entries kept; `wrong` holds the problems of those left out by their numbers, and `given` what
    stands there.
    """

    record: Record
    document: Document
    places: Sequence[int]
    wrong: Mapping[int, tuple[Problem, ...]]
    given: Mapping[int, object]


def _validated(model: type[Record], value: Mapping[str, object]) -> Record:
    # In a file a key has one name: 'from' and not also the 'from_' that Python needs.
    return model.model_validate(value, by_alias=True, by_name=False)


@lru_cache(maxsize=4096)
def _typed(model: type[Record], document: Document) -> Record:
    try:
        record = _validated(model, document.value)
        document.let_go()
        return record
    except ValidationError as error:
        raise BadFilesError(_problem(model, document, detail) for detail in _first_causes(error)) from error


@lru_cache(maxsize=4096)
def _sound(model: type[Record], document: Document, entries: str) -> Sound[Record]:
    listed = document.value.get(entries)
    count = len(listed) if isinstance(listed, list) else 0
    try:
        sound = Sound(_validated(model, document.value), document, range(count), {}, {})
        document.let_go()
        return sound
    except ValidationError as error:
        found = [(detail["loc"], _problem(model, document, detail)) for detail in _first_causes(error)]
    wrong: dict[int, list[Problem]] = defaultdict(list)
    for loc, problem in found:
        match loc:
            case (key, int(place), *_) if key == entries:
                wrong[place].append(problem)
            case _:
                raise BadFilesError(problem for _, problem in found)
    places = [place for place in range(count) if place not in wrong]
    assert isinstance(listed, list)
    record = _validated(model, {**document.value, entries: [listed[place] for place in places]})
    return Sound(record, document, places, {place: tuple(problems) for place, problems in wrong.items()}, {place: listed[place] for place in wrong})


def read_entries(model: type[Record], path: Path, entries: str, instead: Document | None = None) -> Sound[Record]:
    """Read `path` as a `model`, without those of its `entries` that are wrong; raise `BadFilesError` if anything else is.

    What is read `instead` of the file, to see what would come of it, is not kept in memory.
    """
    return _sound.__wrapped__(model, instead, entries) if instead else _sound(model, read_if_changed(path), entries)


def read_record(model: type[Record], path: Path, instead: Document | None = None) -> tuple[Record, Document]:
    """Read `path` as a `model`, again only if the file has changed; raise `BadFilesError` with all its problems.

    What is read `instead` of the file, to see what would come of it, is not kept in memory.
    """
    document = instead or read_if_changed(path)
    return _typed.__wrapped__(model, document) if instead else _typed(model, document), document


def forget() -> None:
    """Keep nothing in memory of the files read so far: for whoever goes through many folders, and through each of them once."""
    for one in (_typed, _sound):
        one.cache_clear()
    forget_documents()


def _first_causes(error: ValidationError) -> list[ErrorDetails]:
    """Return the details, without the lists that are called too short only because an entry in them is wrong."""
    details = error.errors(include_url=False)
    is_any_short = any(detail["type"] == "too_short" for detail in details)
    above = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))} if is_any_short else set()
    return [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in above]


def _problem(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    loc: Loc = tuple(detail["loc"])
    if loc[-1:] == ("[key]",):
        return document.problem(loc[:-1], *_not_an_id(loc[-2]), on_key=True)
    last = max((place for place, step in enumerate(loc) if isinstance(step, str)), default=0)
    key = str(loc[last]) if loc else ""
    owner = _model_at(model, tuple(step for step in loc[:last] if isinstance(step, str)))
    match detail["type"]:
        case "extra_forbidden":
            return document.problem(loc, f"Unknown key {quoted(key)}.", did_you_mean(key, _keys(owner)), on_key=True)
        case "missing" if last == len(loc) - 1:
            return document.problem(loc[:-1], f"The key '{key}' is missing.", guideline(owner, key))
        case "missing" | "too_short":
            return document.problem(loc[: last + 1], f"'{key}' has too few entries.", guideline(owner, key))
        case "too_long":
            return document.problem(loc, f"'{key}' has too many entries.", guideline(owner, key))
        case "value_error":
            return document.problem(loc, str(detail["ctx"]["error"]))
    what = f"'{key}'" if last == len(loc) - 1 else f"An entry of '{key}'"
    return document.problem(loc, *_unfit(what, key, owner, detail))


def _unfit(what: str, key: str, owner: type[BaseModel] | None, detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong with one value, and how to mend it; `what` names its place."""
    context: dict[str, Any] = detail.get("ctx", {})
    given, kind = _given(detail["input"]), detail["type"]
    if kind == "literal_error":
        return f"{what} cannot be {given}.", with_disguise(str(detail["input"]), f"Allowed: {', '.join(_words(context['expected']))}.")
    if kind == "string_too_short":
        return f"{what} is empty.", "Write a text, or leave the whole line out."
    if kind == "string_pattern_mismatch" and context["pattern"] == ID_PATTERN:
        return _not_an_id(detail["input"])
    if kind in _MUST_BE:
        return f"{what} must be {_MUST_BE[kind].format(**context)}, not {given}.", _form(kind, key, owner)
    return f"{what} cannot be {given}.", guideline(owner, key)


def _form(kind: str, key: str, owner: type[BaseModel] | None) -> str:
    """Return how a value of the right kind is written, or what it is for."""
    if kind == "tuple_type":
        return "Begin each entry with '- '."
    if kind == "model_type" and owner:
        return f"Its keys: {', '.join(_keys(_model_at(owner, (key,))))}."
    return guideline(owner, key)


def _not_an_id(given: object) -> tuple[str, str]:
    return f"{quoted(str(given))} is not an id of the right form.", with_disguise(str(given), "Use lower-case letters, digits and single hyphens.")


def _given(value: object) -> str:
    """Return a value as messages name it; never the whole of a list, which may be endless."""
    if isinstance(value, str):
        return quoted(value) if value else "empty"
    # A number has been read of digits already.
    if isinstance(value, Decimal):
        return str(value)
    return "a list" if isinstance(value, list) else "a group of keys"


def _keys(owner: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in owner.model_fields.items()] if owner else []


def guideline(owner: type[BaseModel] | None, key: str) -> str:
    """Return what a key of a file is for; empty where it is not known."""
    if owner:
        for name, field in owner.model_fields.items():
            if key in (name, field.alias) and field.description:
                return f"It says: {field.description}"
    return ""


def _words(expected: str) -> list[str]:
    return [word.strip(" '") for word in expected.replace(" or ", ",").split(",") if word.strip()]


def is_words(model: type[BaseModel], loc: Loc) -> bool:
    """Return whether what stands at this place of a file is free text, and no id, number or date."""
    keys = tuple(step for step in loc if isinstance(step, str))
    owner = _model_at(model, keys[:-1])
    return any(keys[-1] in (name, field.alias) and is_free_text(field) for name, field in owner.model_fields.items()) if owner else False


# One mistake may stand in a hundred thousand places of the same kind.
@lru_cache(maxsize=1024)
def _model_at(model: type[BaseModel], keys: tuple[str, ...]) -> type[BaseModel] | None:
    here: Any = model
    for step in keys:
        if not (isinstance(here, type) and issubclass(here, BaseModel)):
            return None
        field = next((f for name, f in here.model_fields.items() if step in (name, f.alias)), None)
        if field is None:
            return None
        here = _inner(field.annotation)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _inner(annotation: Any) -> Any:
    """Return the record type inside Optional, tuple and Annotated."""
    while get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        annotation = next((one for one in get_args(annotation) if one not in (type(None), Ellipsis)), None)
    return annotation
