"""JSON Schemas of the tables that can be taken away, made from their columns: of each JSON file, and of a row of each CSV file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from parley.exports.column_list import BRIEFING, COLUMNS
from parley.exports.columns import Column, Columns, Type, position_key
from parley.exports.plain_tables import carried_columns
from parley.fields import ID_PATTERN
from parley.schemas import DRAFT, FOLDER, Schema

TABLES_FOLDER = FOLDER / "tables"
NUMBER = r"-?[0-9]+(\.[0-9]+)?(/[0-9]+)?"  # a fraction where no finite decimal is exact
_ID = ID_PATTERN.removeprefix("^").removesuffix("$")
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_BARE: Mapping[Type, Schema] = {
    "text": {"type": "string", "minLength": 1},
    "number": {"type": ["number", "string"], "pattern": f"^{NUMBER}$"},
    "whole": {"type": "integer", "minimum": 0},
    "date": {"type": "string", "pattern": f"^{_DAY}$"},
    "flag": {"type": "boolean"},
}
# What a cell of each type looks like in a CSV file; a fraction below nought is guarded like any text that begins with a sign.
_WRITTEN: Mapping[Type, str] = {"text": r"[\s\S]+", "number": f"'?{NUMBER}", "whole": "[0-9]+", "date": _DAY, "flag": "true|false"}


def json_schema(name: str) -> Schema:
    """Return the schema of a table's JSON file."""
    return {
        **headed(f"{name}.json"),
        "type": "object",
        "properties": {"about": _about(name), "columns": _columns_told(), "rows": {"type": "array", "items": object_of(COLUMNS[name], value_of)}},
        "required": ["about", "columns", "rows"],
        "additionalProperties": False,
    }


def csv_schema(name: str) -> Schema:
    """Return the schema of one row of a table's CSV file, as a reader of CSV gives it: an object of texts by the keys in the first line."""
    return {**headed(f"a row of {name}.csv"), **object_of((*COLUMNS[name], *carried_columns(name)), _text)}


def schema_files() -> Mapping[str, Schema]:
    """Return every schema by the name of its file, which is that of the file it describes with an ending of its own."""
    found = {}
    for name in COLUMNS:
        found[f"{name}.json.schema.json"] = json_schema(name)
        found[f"{name}.csv.schema.json"] = csv_schema(name)
    return found


def write_table_schemas(folder: Path = TABLES_FOLDER) -> tuple[Path, ...]:
    """Write the schemas of all tables into `folder`, and return the paths."""
    return write_schema_files(schema_files(), folder)


def write_schema_files(schemas: Mapping[str, Schema], folder: Path) -> tuple[Path, ...]:
    """Write schemas, given by the names of their files, into `folder`, and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in schemas.items():
        path = folder / name
        path.write_text(schema_text(schema), encoding="utf-8")
        paths.append(path)
    return tuple(paths)


def schema_text(schema: Schema) -> str:
    """Return the content of a schema's file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def headed(title: str) -> Schema:
    """Return the head of a schema: its draft, and of what it is the schema."""
    return {"$schema": DRAFT, "title": title}


def _about(name: str) -> Schema:
    own = object_of(BRIEFING, value_of)
    told = {"table": {"const": name}, "title": {"type": "string"}, "holds": {"type": "string"}}
    return {**own, "properties": {**own["properties"], **told}, "required": [*own["required"], *told]}


def _columns_told() -> Schema:
    fields = {"key": {"type": "string"}, "title": {"type": "string"}, "type": {"enum": list(get_args(Type))}}
    return {"type": "array", "items": {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}}


def object_of(columns: Columns, of: Any) -> Schema:
    """Return an object with a property for each column; those of parties by the pattern of their keys."""
    found: Schema = {
        "type": "object",
        "properties": {one.key: of(one) for one in columns if not one.per_party},
        "required": [one.key for one in columns if not (one.per_party or one.in_full_edition)],
        "additionalProperties": False,
    }
    per_party = {f"^{position_key(_ID)}$": of(one) for one in columns if one.per_party}
    return {**found, "patternProperties": per_party} if per_party else found


def value_of(column: Column) -> Schema:
    """Return what a cell holds in JSON."""
    if column.type == "list":
        return {"title": column.title, "type": "array", "items": _entry(column)}
    found = _entry(column)
    if column.may_lack:
        found |= {"enum": [*found["enum"], None]} if "enum" in found else {}
        found |= {"type": [*([found["type"]] if isinstance(found["type"], str) else found["type"]), "null"]}
    return {"title": column.title, **found}


def _entry(column: Column) -> Schema:
    """Return what a cell holds, or an entry of a list."""
    if column.allowed:
        return {"type": "string", "enum": list(column.allowed)}
    if column.thing is not None:
        return {"type": "string", "pattern": ID_PATTERN}
    return dict(_BARE["text" if column.type == "list" else column.type])


def _text(column: Column) -> Schema:
    """Return what a cell holds in CSV, where everything is a text and what is not known an empty one."""
    found: Schema = {"title": column.title, "type": "string"}
    if column.type == "list":
        return {**found, "pattern": _list_pattern(column), "contentMediaType": "application/json", "contentSchema": value_of(column)}
    if column.allowed:
        return {**found, "enum": [*column.allowed, *([""] if column.may_lack else [])]}
    written = _ID if column.thing is not None else _WRITTEN[column.type]
    return {**found, "pattern": f"^({written})?$" if column.may_lack else f"^({written})$"}


def _list_pattern(column: Column) -> str:
    if not column.allowed and column.thing is None:
        return r"^\[[\s\S]*\]$"
    entry = f'"({"|".join(map(re.escape, column.allowed)) or _ID})"'
    return rf"^\[({entry}(, {entry})*)?\]$"
