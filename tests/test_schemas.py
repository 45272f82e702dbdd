"""The JSON Schemas for editors: up to date, complete, and of one mind with the reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from pydantic import BaseModel, ValidationError

from parley import agendas, model
from parley.schemas import FOLDER, KINDS, schema_of, schema_text, write_schemas

DATA = Path(__file__).parent / "data"
ROOT = DATA.parent.parent
RECORDS = [one for one in vars(model).values() if isinstance(one, type) and issubclass(one, model.Closed) and one is not model.Closed]
RECORDS += [agendas.Agenda, agendas.AgendaItem]
FIELDS = [(record, name, field) for record in RECORDS for name, field in record.model_fields.items()]


def shipped() -> Iterator[tuple[str, Path]]:
    for folder in (ROOT / "positions", DATA):
        for path in sorted(folder.glob("*/*.yaml")):
            if path.parent.name not in ("seeds", "wrong"):
                yield ("negotiation" if path.name == "negotiation.yaml" else "party"), path
    yield from (("agenda", path) for folder in (ROOT / "positions", DATA) for path in sorted(folder.glob("*/agendas/*.yaml")))
    for folder in (ROOT / "seeds", DATA / "seeds"):
        yield from (("source", path) for path in sorted(folder.glob("*.yaml")))


FILES = list(shipped())


def mistakes(kind: str, value: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema_of(KINDS[kind]))
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(value)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schemas_are_up_to_date(kind: str) -> None:
    """What an editor reads is what the model says; `python -m parley schema` writes it anew."""
    assert (FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_a_schema(kind: str) -> None:
    """Each keeps to draft 2020-12 and refuses keys that the model does not know."""
    schema = schema_of(KINDS[kind])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert [one["additionalProperties"] for one in (schema, *schema["$defs"].values())] == [False] * (1 + len(schema["$defs"]))


def test_schemas_are_written_where_asked(tmp_path: Path) -> None:
    """One file for each kind, in a folder that need not exist."""
    paths = write_schemas(tmp_path / "schema")
    assert [path.name for path in paths] == [f"{one}.schema.json" for one in ("negotiation", "party", "source", "agenda", "proposal")]
    assert json.loads(paths[1].read_text(encoding="utf-8"))["title"] == "PartyFile"


def test_every_field_has_a_description_a_good_and_a_bad_example() -> None:
    """Docs, editor hints and messages all read them, so none may be missing."""
    for record, name, field in FIELDS:
        extra = field.json_schema_extra
        assert (field.description or "").endswith("."), (record, name)
        assert len(field.examples or ()) == 1, (record, name)
        assert isinstance(extra, dict) and "badExample" in extra, (record, name)


def test_the_good_example_of_each_leaf_is_good() -> None:
    """An example that the model would refuse teaches a mistake; those of whole records show only where to begin."""
    found = {}
    for record, name, field in FIELDS:
        key = field.alias or name
        try:
            record.model_validate({key: (field.examples or [])[0]})
        except ValidationError as error:
            told = [detail["msg"] for detail in error.errors() if detail["loc"][:1] == (key,)]
            if told and not _holds_record(field.annotation):
                found[record.__name__, name] = told
    assert found == {}


def _holds_record(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_record(one) for one in get_args(annotation))


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_carries_its_hints_into_the_schema(kind: str) -> None:
    """An editor shows for each key what it is for, how it is written and how not."""
    schema = schema_of(KINDS[kind])
    for record in (schema, *schema["$defs"].values()):
        for name, one in record["properties"].items():
            assert {"description", "examples", "badExample"} <= one.keys(), name
            assert "null" not in json.dumps(one), name


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[f"{path.parent.name}-{path.stem}" for _, path in FILES])
def test_the_shipped_files_fit_their_schema(kind: str, path: Path) -> None:
    """What loads without a problem shows none in an editor."""
    assert mistakes(kind, yaml.safe_load(path.read_text(encoding="utf-8"))) == []


ENTRY: dict[str, Any] = {
    "id": "north-quota", "issue": "quota", "kind": "demand", "says": "Half.", "speaker": "minister", "place": {"at": "25"}, "said": "2025-03-03",
    "date_basis": "printed", "source": "gazette", "locator": {"line": 4, "paragraph": 1, "anchor": "half"}, "attribution": "on_record",
    "conveyance": "stated", "firmness": 3, "confidence": "high",
}  # fmt: skip


@pytest.mark.parametrize(
    "changes",
    [
        {"place": {"at": 25}},
        {"place": {"from": 20.5, "to": 25, "reading": "imprecise"}},
        {"said": 2025},
        {"firmness": "3"},
        {"locator": {"line": "4", "paragraph": "1", "anchor": 1984}},
        {"amount": {"value": 2.5, "unit": "tonnes", "what": "herring"}},
        {"amount": {"value": "2.5", "unit": "tonnes", "what": "herring"}},
        {"to": [2025]},
    ],
)
def test_a_number_may_be_written_with_or_without_quotes(changes: dict[str, Any]) -> None:
    """The reader takes every scalar as text, so an editor must not complain of a number or of its quotes."""
    assert mistakes("party", {"party": "northland", "statements": [{**ENTRY, **changes}]}) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "claim"}, "kind: 'claim' is not one of ['demand', 'red_line', 'offer', 'measure', 'threat', 'rationale']"),
        ({"firmness": 9}, "firmness: 9 is greater than the maximum of 5"),
        ({"firmness": "0x3"}, "firmness: '0x3' does not match '^-?[0-9]{1,9}$'"),
        ({"note": None}, "note: None is not of type 'string', 'number'"),
        ({"notes": "x"}, ": Additional properties are not allowed ('notes' was unexpected)"),
        ({"amount": {"value": "1e9", "unit": "t", "what": "herring"}}, "amount/value: '1e9' does not match '^[+-]?[0-9]{1,15}(\\\\.[0-9]{1,12})?$'"),
    ],
)
def test_what_the_reader_refuses_an_editor_shows(changes: dict[str, Any], message: str) -> None:
    """Common mistakes are seen while they are made."""
    at = "statements/0" + ("" if message.startswith(":") else "/")
    assert mistakes("party", {"party": "northland", "statements": [{**ENTRY, **changes}]}) == [f"{at}{message}"]
