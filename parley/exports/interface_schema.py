"""What other programs can ask for, as an OpenAPI document: the addresses, what may be asked with them, and the schemas of the answers."""

from __future__ import annotations

from typing import Any

from parley import __version__
from parley.addresses import DATE, EVIDENCE, FIGURE, PARTIES, SINCE
from parley.analysis.evidence import ALL_EVIDENCE, CUTS
from parley.exports.files import DRAWN, FEED_FILE, FEED_TYPE, FIGURE_TYPES
from parley.exports.table_list import TABLES
from parley.exports.table_schemas import json_schema
from parley.fields import ID_PATTERN

_DAY = {"type": "string", "format": "date"}
_ID = {"type": "string", "pattern": ID_PATTERN}
_ASKED = [
    {"name": DATE, "in": "query", "description": "The date shown; the last on which anything was said if left out.", "schema": _DAY},
    {"name": SINCE, "in": "query", "description": "From when movement is told; the last edition before the date if left out.", "schema": _DAY},
    {
        "name": EVIDENCE,
        "in": "query",
        "description": "Which evidence is admitted.",
        "schema": {"type": "string", "enum": [one.id for one in CUTS], "default": ALL_EVIDENCE.id},
    },
    {
        "name": PARTIES,
        "in": "query",
        "description": "The parties, by id; those shown on screen if left out.",
        "style": "form",
        "explode": False,
        "schema": {"type": "array", "items": _ID},
    },
]
_NEGOTIATION = {"name": "negotiation", "in": "path", "required": True, "description": "The negotiation, by id.", "schema": _ID}
_ABOUT = "What the parties to a negotiation have said, and the gaps computed from it, without what stays inside. Nothing can be changed."
_REFUSED = {"wrong": "What was asked is wrong; the answer says how.", "missing": "There is no such thing; the answer names the nearest."}
_ERROR = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"], "additionalProperties": False}


def described(root: str) -> dict[str, Any]:
    """Return the document for an interface at `root`."""
    tables = {f"/{{negotiation}}/{name}{ending}": _table(name, ending) for name in TABLES for ending in ("", ".csv")}
    figures = {f"/{{negotiation}}/figures/{{issue}}.{ending}": _figure(ending, form) for ending, form in FIGURE_TYPES.items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Parley",
            "version": __version__,
            "description": _ABOUT,
        },
        "servers": [{"url": root}],
        "paths": {"/negotiations": _list(), **tables, **figures, f"/{{negotiation}}/{FEED_FILE}": _feed()},
        "components": {
            "schemas": {"error": _ERROR, "negotiations": _negotiations(), **{name: json_schema(name) for name in TABLES}},
            "responses": {name: {"description": told, "content": _content(_ref("error"))} for name, told in _REFUSED.items()},
        },
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _content(schema: dict[str, Any], media_type: str = "application/json") -> dict[str, Any]:
    return {media_type: {"schema": schema}}


def _answers(schema: dict[str, Any], media_type: str = "application/json") -> dict[str, Any]:
    return {
        "200": {"description": "The answer, named by its ETag.", "content": _content(schema, media_type)},
        "304": {"description": "What the asker has already."},
        "400": {"$ref": "#/components/responses/wrong"},
        "404": {"$ref": "#/components/responses/missing"},
    }


def _list() -> dict[str, Any]:
    told = "Every negotiation, with its parties and issues."
    return {"get": {"operationId": "negotiations", "summary": told, "responses": _answers(_ref("negotiations"))}}


def _table(name: str, ending: str) -> dict[str, Any]:
    answers = _answers({"type": "string"}, "text/csv") if ending else _answers(_ref(name))
    operation = f"{name}_csv" if ending else name
    told = f"The table '{name}'{' as CSV' if ending else ''}."
    return {"get": {"operationId": operation, "summary": told, "parameters": [_NEGOTIATION, *_ASKED], "responses": answers}}


def _figure(ending: str, media_type: str) -> dict[str, Any]:
    issue = {"name": "issue", "in": "path", "required": True, "description": "The issue, by id.", "schema": _ID}
    drawn = {"name": FIGURE, "in": "query", "description": "The gap, or the issue over time.", "schema": {"enum": list(DRAWN), "default": DRAWN[0]}}
    answers = _answers({"type": "string"}, media_type)
    told = f"The drawing of an issue as {ending.upper()}."
    return {"get": {"operationId": f"figure_{ending}", "summary": told, "parameters": [_NEGOTIATION, issue, drawn, *_ASKED], "responses": answers}}


def _feed() -> dict[str, Any]:
    told = "What moved since the last edition, as an Atom feed."
    return {
        "get": {"operationId": "feed", "summary": told, "parameters": [_NEGOTIATION, *_ASKED], "responses": _answers({"type": "string"}, FEED_TYPE)}
    }


def _negotiations() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "type": "object",
        "properties": {"negotiations": {"type": "array", "items": _object(
            id=_ID, title=text, version=text, last_day=_DAY,
            parties={"type": "array", "items": _object(id=_ID, name=text, role=text)},
            issues={"type": "array", "items": _object(id=_ID, name=text, question=text)},
        )}},
        "required": ["negotiations"],
        "additionalProperties": False,
    }  # fmt: skip


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
