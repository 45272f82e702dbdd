"""The published schemas of what `diff --json` prints: up to date, kept to, and with nothing in them that does not occur."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from parley.__main__ import main
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.movement import movement
from parley.analysis.versions import versions
from parley.dataset import Dataset
from parley.exports.diff_schemas import DIFF_FOLDER, diff_schema_files, movement_schema, versions_schema, write_diff_schemas
from parley.exports.movement import Values, movement_values, versions_values
from parley.exports.table_schemas import schema_text
from tests.exports.test_movement import MOVED, NOW, THEN
from tests.exports.test_table_schemas import BRIEFINGS, mistakes
from tests.making import Words, dataset, issue, ladder, percent, told

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {"movement": movement_schema(), "versions": versions_schema()}
each = pytest.mark.parametrize("name", SCHEMAS)
UP_DOWN = {"a": "up", "b": "down"}
MIDST = date(2025, 3, 10)

A30, B5 = ("a", "demand", 30, "2025-03-01"), ("b", "demand", 5, "2025-03-01")
# What becomes of the distance on an issue between 10 and 31 March, and what is said there.
COURSES: dict[str, list[tuple[str, str, Any, str]]] = {
    "towards": [A30, B5, ("a", "demand", 25, "2025-03-20")],
    "away": [A30, B5, ("a", "demand", 35, "2025-03-20")],
    "same": [A30, B5, ("a", "demand", 25, "2025-03-20"), ("b", "demand", 0, "2025-03-20")],
    "unsure": [A30, ("a", "demand", 25, "2025-03-20")],
    "new": [A30, ("b", "demand", 5, "2025-03-20")],
    "looks": [A30, B5, ("a", "demand", 30, "2025-03-20")],
    "still": [A30, B5],
    "there-and-back": [A30, B5, ("a", "demand", 25, "2025-03-15"), ("a", "demand", 30, "2025-03-20")],
    "undated": [A30, B5, ("a", "demand", 25, "before 2025-03-20")],
}


def on(name: str, *said: Any, **more: Any) -> Words:
    return told(*said, issue=name, **more)


@cache
def courses() -> Dataset:
    """Return issues on which everything happens that can happen between two dates."""
    said = [on(name, *one) for name, of in COURSES.items() for one in of]
    said += [
        on("looks", "a", "offer", 20, "2025-03-05", reported="2025-03-20"),
        on("looks", "b", "offer", 10, "2025-03-05", expires="2025-03-20"),
        on("ran-out", "a", "demand", 30, "2025-03-01", expires="2025-03-20"),
        on("ran-out", "b", "demand", 5, "2025-03-01"),
        on("ports", "a", "demand", "r2", "2025-03-01"),
        on("ports", "a", "demand", "r1", "2025-03-20"),
        on("ports", "b", "demand", "r0", "2025-03-01"),
    ]
    names = dict.fromkeys(one["issue"] for one in said)
    return dataset([{**issue(ladder(3) if name == "ports" else percent(), UP_DOWN), "id": name} for name in names], said)


@cache
def moved() -> tuple[Values, ...]:
    """Return what moved, as `diff` prints it: in briefings, between parties of whom everything is told, and of one party alone."""
    briefings = [make() for make in BRIEFINGS.values()]
    values = [movement_values(one.movement, one.dataset, one.cut) for one in briefings if one.movement]
    for data, since, parties in ((MOVED, THEN, "ab"), (courses(), MIDST, "ab"), (courses(), MIDST, "a")):
        shown = [data.negotiation.party_by_id[one] for one in parties]
        values.append(movement_values(movement(data, shown, since, NOW, ALL_EVIDENCE), data, ALL_EVIDENCE))
    return tuple(map(printed, values))


def printed(values: Values) -> Values:
    """Return values as a program reads them back."""
    back: Values = json.loads(json.dumps(values, ensure_ascii=False, allow_nan=False))
    return back


def version(name: str, statements: list[Words], **more: Any) -> Dataset:
    issues = [
        {**issue(ladder(4), UP_DOWN), **more.pop("quota", {})},
        {**issue(percent(), {**UP_DOWN, name: "up"}), "id": f"fish-{name}", "name": "Fish"},
        {**issue(percent(), UP_DOWN), "id": "coast", "name": "Coast"},
    ]
    data = dataset(issues, statements, {"a": {"name": more.pop("called", "A")}}, **more)
    gazette = data.sources["gazette"]
    sources = {key: gazette.model_copy(update={"id": key, "title": f"{key} {name}"}) for key in {one.source for one in data.statements}}
    return replace(data, version=name, sources=sources)


ROUND = {"id": "round", "date": "2025-03-02", "what": "They meet.", "source": "gazette", "issues": ["coast"]}


@cache
def compared() -> Values:
    """Return what differs between two versions of which everything differs that can."""
    old = version(
        "first",
        [
            told("a", "demand", "r3", "2025-03-01", id="asked"),
            told("b", "red_line", "r1", "2025-03-01", id="limit", source="paper"),
            told("b", "demand", 5, "2025-03-01", issue="coast", id="same"),
            told("a", "demand", 30, "2025-03-01", issue="coast", id="share", note="Rounded."),
        ],
        title="Talks",
        groups=[{"id": "core", "name": "Core"}, {"id": "gone", "name": "Gone"}],
        events=[ROUND, ROUND | {"id": "first-round"}],
        editions=[{"day": "2025-03-01", "name": "First"}, {"day": "2025-03-02", "name": "Kept"}],
    )
    new = version(
        "second",
        [
            told("a", "demand", "r2", "2025-03-01", id="asked"),
            told("b", "offer", "r1", "2025-03-01", id="missed"),
            told("a", "measure", "r1", "2025-03-01", id="holds"),
            told("b", "demand", 5, "2025-03-01", issue="coast", id="same", note="As read."),
            told("a", "demand", "27.5", "2025-03-01", issue="coast", id="share"),
            told("a", "offer", 20, "2025-03-01", issue="coast", id="found", source="letter"),
            told("b", "demand", 10, "2025-03-20", issue="coast", id="newer"),
        ],
        title="Fjord talks, again",
        called="Northland",
        groups=[{"id": "core", "name": "The core"}, {"id": "come", "name": "Come"}],
        quota={"question": "How many?", "scale": {"ladder": [ladder(4)["ladder"][at] for at in (0, 2, 1, 3)]}},
        events=[ROUND | {"date": "2025-03-03"}, ROUND | {"id": "second-round"}],
        editions=[{"day": "2025-03-03", "name": "Kept"}, {"day": "2025-03-04", "name": "Second"}],
    )
    return printed(versions_values(versions(old, new, new.negotiation.parties, ALL_EVIDENCE), old, new, ALL_EVIDENCE))


def printed_values(name: str) -> tuple[Values, ...]:
    return moved() if name == "movement" else (compared(),)


@each
def test_every_value_that_is_printed_keeps_to_its_schema(name: str) -> None:
    """Of every negotiation and every two versions."""
    assert [mistakes(SCHEMAS[name], one) for one in printed_values(name)] == [[]] * len(printed_values(name))


def test_what_the_command_prints_keeps_to_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """Between two dates, and between a folder and itself."""
    folder = str(ROOT / "positions" / "us-china-trade")
    for name, given in (("movement", [folder]), ("versions", [folder, folder])):
        assert main(["diff", *given, "--json"]) == 0
        assert mistakes(SCHEMAS[name], json.loads(capsys.readouterr().out)) == []


def test_the_committed_schemas_are_up_to_date() -> None:
    """What programs read is what the code says, and nothing old lies beside; `python -m parley schema` writes them anew."""
    assert {path.name: path.read_text(encoding="utf-8") for path in DIFF_FOLDER.iterdir()} == {
        name: schema_text(schema) for name, schema in diff_schema_files().items()
    }


def test_schemas_are_written_where_asked(tmp_path: Path) -> None:
    """In a folder that need not exist."""
    paths = write_diff_schemas(tmp_path / "diff")
    assert [path.name for path in paths] == ["movement.json.schema.json", "versions.json.schema.json"]
    assert json.loads(paths[0].read_text(encoding="utf-8")) == movement_schema()


@each
def test_each_schema_is_a_schema(name: str) -> None:
    """Of draft 2020-12; every object refuses what it does not know, and nothing that it knows may be left out."""
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    objects = list(objects_in(SCHEMAS[name]))
    assert len(objects) > 5
    assert all((one["additionalProperties"], set(one["required"])) == (False, set(one["properties"])) for one in objects)


def objects_in(schema: Any) -> Iterator[Any]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for one in schema.values():
            yield from objects_in(one)


Choice = tuple[str, object]


def resolved(schema: Any, root: Any, way: str) -> tuple[Any, str]:
    """Return what a schema refers to, which is the same wherever it is referred to; else the schema itself."""
    if "$ref" not in schema:
        return schema, way
    name = schema["$ref"].rpartition("/")[2]
    return root["$defs"][name], name


def possible(schema: Any, root: Any, way: str = "") -> Iterator[Choice]:
    """Yield all that a schema leaves open, by the way there: each id of a fixed list, both of a flag, something or nothing, entries of a list."""
    schema, way = resolved(schema, root, way)
    either = schema.get("anyOf", [{}])[0]
    if either or "null" in schema.get("type", ["null"]):
        yield from ((way, None), (way, "something"))
    yield from ((way, one) for one in schema.get("enum", [True, False] if schema.get("type") == "boolean" else []))
    if "items" in schema:
        yield way, "something"
    parts = {f"{way}/{key}": one for key, one in schema.get("properties", {}).items()} | {
        f"{way}/*": schema[key] for key in ("items",) if key in schema
    }
    yield from (found for to, one in parts.items() for found in possible(one, root, to))
    if either:
        yield from possible(either, root, way)


def occurring(schema: Any, root: Any, value: Any, way: str = "") -> Iterator[Choice]:
    """Yield which of what the schema leaves open a value is, in all its parts."""
    schema, way = resolved(schema, root, way)
    yield way, None if value is None else "something" if value != [] else "no entries"
    if isinstance(value, str | bool):
        yield way, value
    if isinstance(value, dict) and "properties" in schema:
        yield from (found for key, one in schema["properties"].items() for found in occurring(one, root, value[key], f"{way}/{key}"))
    if isinstance(value, list) and "items" in schema:
        yield from (found for one in value for found in occurring(schema["items"], root, one, f"{way}/*"))
    if value is not None and "anyOf" in schema:
        yield from occurring(schema["anyOf"][0], root, value, way)


@each
def test_all_that_a_schema_leaves_open_does_occur(name: str) -> None:
    """Each course, turn, cause and status, each kind of record; each list holds something, and what may be nothing is nothing, somewhere."""
    schema = SCHEMAS[name]
    found = {one for value in printed_values(name) for one in occurring(schema, schema, value)}
    asked = {one for one in possible(schema, schema) if name == "movement" or one[0].startswith(("/coders", "/positions", "/found", "/said_since"))}
    assert len(asked) > 20
    assert asked - found == set()
