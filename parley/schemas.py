"""JSON Schemas of the kinds of file, made from the model, so that an editor can help while a file is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.agendas import Agenda
from parley.fields import WHOLE_NUMBER
from parley.model import Negotiation, PartyFile, Proposal, Source
from parley.numbers import NUMBER

if TYPE_CHECKING:
    from pydantic import BaseModel

FOLDER = Path(__file__).parent / "schema"
KINDS: Mapping[str, type[BaseModel]] = {"negotiation": Negotiation, "party": PartyFile, "source": Source, "agenda": Agenda, "proposal": Proposal}
DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_NAMED = ("properties", "patternProperties", "$defs")
_SEVERAL = ("anyOf", "prefixItems")


def schema_of(model: type[BaseModel]) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a file, each property with description, examples and badExample."""
    return {"$schema": DRAFT, "title": model.__name__, **_for_editors(model.model_json_schema(by_alias=True))}


def schema_text(kind: str) -> str:
    """Return the content of `<kind>.schema.json`; the kinds are those of `KINDS`."""
    return json.dumps(schema_of(KINDS[kind]), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path = FOLDER) -> tuple[Path, ...]:
    """Write `<kind>.schema.json` for each kind into `folder`, and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for kind in KINDS:
        path = folder / f"{kind}.schema.json"
        path.write_text(schema_text(kind), encoding="utf-8")
        paths.append(path)
    return tuple(paths)


def _for_editors(schema: Schema) -> Schema:
    """Return a schema that takes what the reader takes.

    To the reader every scalar is text; an editor sees `25` as a number and "25" as text, so both must pass. A key without
    a value is refused on load, so nothing may be null.
    """
    found: Schema = {}
    for key, value in schema.items():
        if key in _NAMED:
            found[key] = {name: _for_editors(one) for name, one in value.items()}
        elif key in _SEVERAL:
            found[key] = [_for_editors(one) for one in value if one.get("type") != "null"]
        elif key == "items":
            found[key] = _for_editors(value)
        elif key != "title" and (key, value) != ("default", None):
            # A limit on a value that may be left out comes under the name that Python gives it.
            found[{"gt": "exclusiveMinimum", "ge": "minimum", "le": "maximum"}.get(key, key)] = value
    if "patternProperties" in found:
        found["additionalProperties"] = False
    return _widened(_merged(found))


def _merged(schema: Schema) -> Schema:
    """Return the schema with its branches in one, where they are one branch or the number and text of a decimal."""
    branches = schema.get("anyOf")
    if branches is None:
        return schema
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if len(branches) == 1:
        return {**branches[0], **rest}
    limits = {key: value for key, value in branches[0].items() if key != "type"}
    return {"type": ["number", "string"], "pattern": f"^{NUMBER}$", **limits, **rest}


def _widened(schema: Schema) -> Schema:
    if schema.get("type") == "string" and "enum" not in schema:
        return {**schema, "type": ["string", "number"]}
    if schema.get("type") == "integer":
        return {**schema, "type": ["integer", "string"], "pattern": f"^{WHOLE_NUMBER}$"}
    return schema
