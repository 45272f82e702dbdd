"""A YAML document into a typed record, with every problem placed where it stands in the file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from parley.errors import BadFilesError, Problem, did_you_mean
from parley.files import Document, Loc, read_if_changed

Record = TypeVar("Record", bound=BaseModel)


@lru_cache(maxsize=4096)
def _typed(model: type[Record], document: Document) -> Record:
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        raise BadFilesError(_problem(model, document, detail) for detail in error.errors()) from error


def read_record(model: type[Record], path: Path) -> tuple[Record, Document]:
    """Read `path` as a `model`, again only if the file has changed; raise `BadFilesError` with all its problems."""
    document = read_if_changed(path)
    return _typed(model, document), document


def _problem(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    loc: Loc = tuple(detail["loc"])
    key = str(loc[-1]) if loc else ""
    owner = _model_at(model, loc[:-1])
    match detail["type"]:
        case "extra_forbidden":
            known = [field.alias or name for name, field in owner.model_fields.items()] if owner else []
            return document.problem(loc, f"Unknown key '{key}'.", did_you_mean(key, known), on_key=True)
        case "missing":
            return document.problem(loc[:-1], f"The key '{key}' is missing.", _guideline(owner, key))
        case "literal_error":
            given, allowed = str(detail["input"]), _words(detail["ctx"]["expected"])
            return document.problem(loc, f"'{given}' is not a value of '{key}'.", f"{did_you_mean(given, allowed)} Allowed: {', '.join(allowed)}.")
        case "value_error":
            return document.problem(loc, str(detail["ctx"]["error"]))
        case "string_pattern_mismatch":
            mend = "Use lower-case letters, digits and single hyphens." if "a-z0-9]+" in str(detail["ctx"]["pattern"]) else _guideline(owner, key)
            return document.problem(loc, f"'{detail['input']}' is not an id of the right form.", mend)
    shown = str(detail["input"]) if isinstance(detail["input"], str) else "This"
    message = detail["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
    return document.problem(loc, f"'{shown}' does not fit '{key}': it should be {message}.", _guideline(owner, key))


def _guideline(owner: type[BaseModel] | None, key: str) -> str:
    if owner:
        for name, field in owner.model_fields.items():
            if key in (name, field.alias) and field.description:
                return f"It says: {field.description}"
    return ""


def _words(expected: str) -> list[str]:
    return [word.strip(" '") for word in expected.replace(" or ", ",").split(",") if word.strip()]


def _model_at(model: type[BaseModel], loc: Iterable[str | int]) -> type[BaseModel] | None:
    here: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        if not (isinstance(here, type) and issubclass(here, BaseModel)):
            return None
        field = next((f for name, f in here.model_fields.items() if step in (name, f.alias)), None)
        if field is None:
            return None
        here = _inner(field.annotation)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _inner(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no narrower type
    """Return the record type inside Optional, tuple and Annotated."""
    while get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        annotation = next((one for one in get_args(annotation) if one not in (type(None), Ellipsis)), None)
    return annotation
