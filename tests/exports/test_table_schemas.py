"""The published schemas of tables: up to date, kept to by every file that is written, and of one mind with the data about which ids there are."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from parley.analysis.evidence import OFFICIALS, ON_RECORD
from parley.dataset import Dataset, load
from parley.exports.column_list import CARRIED, COLUMNS
from parley.exports.columns import Column
from parley.exports.plain_tables import table_csv, table_json
from parley.exports.table_list import TABLES
from parley.exports.table_schemas import TABLES_FOLDER, csv_schema, json_schema, schema_files, schema_text, write_table_schemas
from parley.telling.briefing import Briefing, brief
from tests.briefings import many_tongues, shipped
from tests.exports.test_tables import small
from tests.making import TODAY, dataset, issue, ladder, percent, statement

DATA = Path(__file__).resolve().parents[1] / "data"
NAMES = list(COLUMNS)


@cache
def straits(*, is_shareable: bool = False) -> Briefing:
    data = load(DATA / "sharing" / "inside" / "straits")
    return brief(data, None, data.negotiation.parties, data.days[-1], ON_RECORD, data.days[0], is_shareable=is_shareable)


def on(name: str, party: str, kind: str, at: Any, day: str = "2025-03-01", **more: Any) -> dict[str, Any]:
    return statement(party, kind, at, issue=name, said=day, reported=day, **more)


MORE_DOCUMENTS = ("speech", "post-weblog", "treaty", "bill", "regulation", "hearing", "dataset", "webpage", "interview", "document")
IF = {"type": "if", "says": "the ports open"}
# What becomes of a demand of A that is said anew, by issue.
TURNS = {"again": (20, 20), "away": (20, 30), "clearer": ((20, 30), 25), "vaguer": (25, (20, 30)), "unsure": ((20, 30), (25, 35))}

# What A does, one after the other.
ACTS = ((10, "2025-02-01", "announced"), (20, "2025-03-01", "in_force"), (15, "2025-03-15", "suspended"), (0, "2025-03-28", "withdrawn"))


@cache
def of_many_kinds() -> Briefing:
    """Return a briefing on issues on which whatever the others do not show is shown."""
    said = [
        *(on("meet", *one) for one in (("a", "demand", 30), ("a", "offer", 10), ("b", "demand", 0), ("b", "offer", 15))),
        on("meet", "b", "offer", 20, condition=IF),
        *(on("near", *one) for one in (("a", "demand", 30), ("a", "offer", (10, 20)), ("b", "demand", 0), ("b", "offer", 15))),
        on("near", "a", "red_line", 5), on("near", "b", "red_line", 25),
        *(on("agreed", *one) for one in (("a", "demand", 10), ("b", "demand", 20))),
        *(on("bridge", *one) for one in (("a", "demand", 30), ("a", "red_line", 10), ("b", "demand", 0), ("b", "red_line", 20))),
        *(on("blocked", *one) for one in (("a", "demand", 40), ("a", "red_line", 30), ("b", "demand", 0), ("b", "red_line", 10))),
        on("priced", "a", "demand", 30), on("priced", "b", "demand", 0), on("priced", "b", "demand", 40, condition={**IF, "type": "iff"}),
        on("hinted", "a", "demand", 30), on("hinted", "b", "demand", 0), on("hinted", "b", "demand", 40, speaker="leak"),
        on("crossed", "a", "red_line", 20), on("crossed", "a", "offer", 10, condition={**IF, "type": "only_if"}), on("crossed", "a", "offer", 15),
        on("crossed", "a", "red_line", 22, "2025-03-20", speaker="leak"), on("crossed", "b", "demand", {"from": "0", "to": "5", "reading": "acceptable"}),
        on("over", "a", "demand", 30, expires="2025-03-20"), on("over", "b", "demand", 0, source="speech"),
        *(on("over", "b", "offer", 5, source=one) for one in MORE_DOCUMENTS), on("over", "b", "offer", 4, attribution="expert_coding", coded={"by": "A. Berg"}),
        *(on(name, "a", "demand", at, day) for name, ends in TURNS.items() for at, day in zip(ends, ("2025-03-01", "2025-03-20"), strict=True)),
        *(on(name, "b", "demand", 0) for name in TURNS), *(on("acts", "a", "measure", at, day, stage=stage) for at, day, stage in ACTS), on("ports", "a", "demand", "r2"), on("ports", "b", "demand", "r0"),
        on("alike", "a", "demand", 30), on("alike", "b", "demand", 20), on("first", "a", "demand", 30), on("first", "c", "demand", 20),
    ]  # fmt: skip
    names = dict.fromkeys(one["issue"] for one in said)
    scales, ways = {"ports": ladder(3)}, {"alike": {"a": "up", "b": "up"}, "first": {"a": "up", "b": "down", "c": "down"}}
    judged = {one: [{"party": "a", "from": "0.5", "to": "0.75", "by": "A. Berg"}] for one in ("salience", "power")}
    data = dataset([{**issue(scales.get(name, percent()), ways.get(name, {"a": "up", "b": "down"})), "id": name, **judged} for name in names], said)
    types = dict(zip(MORE_DOCUMENTS, MORE_DOCUMENTS, strict=True))
    others = {key: data.sources["gazette"].model_copy(update={"id": key, "type": of}) for key, of in types.items()}
    data = replace(data, sources={**data.sources, **others})
    return brief(data, None, data.negotiation.parties, TODAY, OFFICIALS, date(2025, 3, 10))


@cache
def of_many_parties() -> Briefing:
    """Return a briefing of eight parties, of whom two are a bloc, two stand at one place, and two have named none."""
    ways = {name: "up" if number % 2 == 0 else "down" for number, name in enumerate("abcdefgh")}
    said = [statement(*one) for one in (("a", "demand", "r5"), ("b", "demand", "r0"), ("e", "demand", "r3"), ("f", "demand", "r3"),
                                        ("g", "offer", "r1"), ("h", "threat", "r1"), ("d", "demand", ("r1", "r2")))]  # fmt: skip
    blocs = [{"id": "isles", "name": "Isles", "members": ["e", "g"]}]
    data = dataset([{**issue(ladder(6), ways), "headline": ["a", "b"]}], said, blocs=blocs)
    return brief(data, None, data.negotiation.parties, TODAY, OFFICIALS, date(2025, 2, 1))


BRIEFINGS: Mapping[str, Callable[[], Briefing]] = {
    "shipped": shipped,
    "many tongues": many_tongues,
    "small": lambda: small(date(2025, 3, 5)),
    "without an earlier date": small,
    "with internal entries": straits,
    "of many kinds": of_many_kinds,
    "of many parties": of_many_parties,
    "shareable": lambda: straits(is_shareable=True),
}
BRIEFED = pytest.mark.parametrize("briefing", BRIEFINGS.values(), ids=list(BRIEFINGS))


def read_csv(name: str, briefing: Briefing) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table_csv(TABLES[name](briefing), briefing).removeprefix("\ufeff"), newline="")))


def read_json(name: str, briefing: Briefing) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(table_json(TABLES[name](briefing), briefing))
    return found


def checker(schema: Any) -> Callable[[Any], list[str]]:
    """Return what tells the mistakes of a value, made once for as many as there are."""
    validator = jsonschema.Draft202012Validator(schema)
    return lambda value: [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(value)]


def mistakes(schema: Any, value: Any) -> list[str]:
    return checker(schema)(value)


def test_there_is_a_schema_for_each_table() -> None:
    """The tables that can be asked for, those with columns and those with a name are the same."""
    assert set(TABLES) == set(COLUMNS)
    assert list(schema_files())[:2] == ["briefing.json.schema.json", "briefing.csv.schema.json"]
    assert len(schema_files()) == 2 * len(TABLES)


def test_the_committed_schemas_are_up_to_date() -> None:
    """What programs read is what the columns say, and nothing old lies beside; `python -m parley schema` writes them anew."""
    assert {path.name: path.read_text(encoding="utf-8") for path in TABLES_FOLDER.iterdir()} == {
        name: schema_text(schema) for name, schema in schema_files().items()
    }


def test_schemas_are_written_where_asked(tmp_path: Path) -> None:
    """In a folder that need not exist."""
    paths = write_table_schemas(tmp_path / "tables")
    assert [path.name for path in paths] == list(schema_files())
    assert json.loads(paths[0].read_text(encoding="utf-8")) == json_schema("briefing")


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_a_schema(name: str) -> None:
    """Of draft 2020-12; it refuses what it does not know, and says in words what every column holds."""
    for schema in (json_schema(name), csv_schema(name)):
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["additionalProperties"] is False
    columns = json_schema(name)["properties"]["rows"]["items"]["properties"]
    assert all(one["title"] for one in (*columns.values(), *csv_schema(name)["properties"].values()))


@pytest.mark.parametrize("name", NAMES)
def test_every_json_file_keeps_to_its_schema(name: str) -> None:
    """With rows and without, internal and shareable."""
    check = checker(json_schema(name))
    assert {key: check(read_json(name, briefing())) for key, briefing in BRIEFINGS.items()} == {key: [] for key in BRIEFINGS}


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_a_csv_file_keeps_to_its_schema(name: str) -> None:
    """And every list in a cell to the schema of what it holds."""
    schema = csv_schema(name)
    check = checker(schema)
    lists = {key: checker(one["contentSchema"]) for key, one in schema["properties"].items() if "contentSchema" in one}
    for briefing in BRIEFINGS:
        for row in read_csv(name, BRIEFINGS[briefing]()):
            assert check(row) == [], briefing
            assert [check_list(json.loads(row[key])) for key, check_list in lists.items()] == [[]] * len(lists), briefing


@pytest.mark.parametrize(
    ("key", "cell", "message"),
    [
        (
            "status",
            "Unknown",
            "'Unknown' is not one of ['agreed', 'offers_meet', 'bridgeable', 'blocked', 'unknown', 'same_way', 'no_ask', 'no_evidence']",
        ),
        ("possible", "bridgeable", "'bridgeable' is not of type 'array'"),
        ("possible", ["unknown"], "'unknown' is not one of ['agreed', 'offers_meet', 'bridgeable', 'blocked']"),
        ("issue_id", None, "None is not of type 'string'"),
        ("issue_id", "Quota", "'Quota' does not match '^[a-z0-9]+(-[a-z0-9]+)*$'"),
        ("zone_low", "wide", "'wide' does not match '^-?[0-9]+(\\\\.[0-9]+)?(/[0-9]+)?$'"),
        ("issue_number", -1, "-1 is less than the minimum of 0"),
        ("told", True, "Additional properties are not allowed ('told' was unexpected)"),
    ],
)
def test_a_json_file_that_is_otherwise_is_refused(key: str, cell: Any, message: str) -> None:
    """A word for an id, a text for a list, an id that cannot occur, nothing where something always is, a column that there is not."""
    found = read_json("gaps", small())
    found["rows"][0][key] = cell
    (told,) = mistakes(json_schema("gaps"), found)
    assert told.endswith(message)


@pytest.mark.parametrize(
    ("name", "key", "cell", "message"),
    [
        ("gaps", "status", "", "'' is not one of ['agreed', 'offers_meet', 'bridgeable', 'blocked', 'unknown', 'same_way', 'no_ask', 'no_evidence']"),
        ("gaps", "statements", "s1, s2", "'s1, s2' does not match"),
        ("gaps", "possible", '["unknown"]', "'[\"unknown\"]' does not match"),
        ("gaps", "zone_low", "1,5", "'1,5' does not match"),
        ("gaps", "as_of", "31 Mar 2025", "'31 Mar 2025' does not match '^([0-9]{4}-[0-9]{2}-[0-9]{2})$'"),
        ("statements", "is_counted", "yes", "'yes' does not match '^(true|false)$'"),
        ("statements", "said_words", "", "'' does not match"),
    ],
)
def test_a_row_of_csv_that_is_otherwise_is_refused(name: str, key: str, cell: str, message: str) -> None:
    """A list that is none, a number or a day as people write them, nothing where something always is."""
    (told,) = mistakes(csv_schema(name), {**read_csv(name, small())[0], key: cell})
    assert message in told


def test_a_fraction_has_room_in_both() -> None:
    """Where no finite decimal is exact; one below nought is guarded in CSV like every text that begins with a sign."""
    found = read_json("gaps", small())
    found["rows"][0]["zone_low"] = "-1/3"
    assert mistakes(json_schema("gaps"), found) == []
    for text in ("-1/3", "'-1/3", "1/3", "12345678901234567.5", ""):
        assert mistakes(csv_schema("gaps"), {**read_csv("gaps", small())[0], "zone_low": text}) == []


def cells(briefing: Briefing) -> Iterator[tuple[str, Column, dict[str, Any], str]]:
    """Yield every text that stands for something by its id: the table, the column, the row and the id, entry by entry where it is a list."""
    for name, make in TABLES.items():
        table = make(briefing)
        for row in table.by_key:
            for column in table.columns:
                cell = row[column.key]
                found = cell if isinstance(cell, tuple) else (cell,)
                yield from ((name, column, row, one) for one in found if isinstance(one, str) and (column.thing or column.allowed))


def held(data: Dataset) -> Mapping[str, Set[str]]:
    """Return the ids that there are of each thing; those of rungs stand under their issue."""
    negotiation = data.negotiation
    return {
        "negotiation": {negotiation.id},
        "agenda": {"all-issues", *(one.id for one in data.agendas), "tongues"},
        "issue": set(negotiation.issue_by_id),
        "party": set(negotiation.party_by_id),
        **({"bloc": {one.id for one in negotiation.blocs}} if negotiation.blocs else {}),
        "statement": set(data.statement_by_id),
        "source": set(data.sources),
    }


@BRIEFED
def test_every_id_is_that_of_something_in_the_data(briefing: Callable[[], Briefing]) -> None:
    """An issue, a party, one of its speakers, a rung of the issue's ladder, a statement or a document; in the shareable edition of what it holds."""
    made = briefing()
    known, negotiation, seen = held(made.dataset), made.dataset.negotiation, set()
    for name, column, row, one in cells(made):
        if column.thing is None:
            continue
        seen.add(column.thing)
        if column.thing == "rung":
            assert one in made.dataset.axes[row["issue_id"]].ids, (name, column.key)
        elif column.thing == "speaker":
            assert negotiation.party_by_id[row["party_id"]].speaker(one).id == one
        else:
            assert one in known[column.thing], (name, column.key)
    assert seen == {*known, "rung", "speaker"}


@BRIEFED
def test_every_count_is_that_of_the_ids_beside_it(briefing: Callable[[], Briefing]) -> None:
    """Of statements in coverage, of documents and of what carries a finding; of parties; and of what the line that sums up counts."""
    made = briefing()
    for name, key, ids in (("coverage", "statement_count", "statements"), ("sources", "statement_count", "statements")):
        assert [(one[key], len(set(one[ids]))) for one in TABLES[name](made).by_key if one[key] != len(set(one[ids]))] == []  # type: ignore[arg-type]
    assert all(one["carrier_count"] == len(one["carriers"]) for one in TABLES["robustness"](made).by_key)  # type: ignore[arg-type]
    assert all(one["spoken_count"] == len(one["spoken"]) for one in TABLES["whole"](made).by_key)  # type: ignore[arg-type]
    assert all(one["party_count"] == len(one["parties"]) for one in TABLES["clusters"](made).by_key)  # type: ignore[arg-type]
    of = {
        "statements": "statements",
        "placed": "statements",
        "counting": "statements",
        "documents": "sources",
        "issues": "issues",
        "status": "issues",
    }
    assert all(one["count"] == len(one[of[str(one["counted"])]]) for one in TABLES["summary"](made).by_key)  # type: ignore[arg-type]


@BRIEFED
def test_every_number_stands_with_its_statements(briefing: Callable[[], Briefing]) -> None:
    """Each bound, value and distance of a row, in its statements or in those of its own; what a single statement says is its own, and a judgement its author's."""
    numbers = 0
    for name, make in TABLES.items():
        table = make(briefing())
        for row in table.by_key:
            for column in (one for one in table.columns if one.type == "number" and row[one.key] is not None):
                own = f"{column.key.removesuffix('_low').removesuffix('_high')}_statements"
                assert row.get("statement_id") or row.get("by") or row.get(own, row["statements"]), (name, column.key, row)
                numbers += 1
    assert numbers > 50


STATUSES = ["agreed", "offers_meet", "bridgeable", "blocked", "unknown", "same_way", "no_ask", "no_evidence"]
RECOMPUTED = [one for one in STATUSES if one != "same_way"]  # what two want is no matter of evidence
PARTS = ["demand", "limit", "offer", "measure"]
ALLOWED = {
    ("briefing", "evidence"): ["all", "officials", "on-record"],
    ("briefing", "edition"): ["full", "internal", "shareable"],
    ("summary", "counted"): ["statements", "placed", "counting", "documents", "issues", "status"],
    ("summary", "status"): STATUSES,
    ("matrix", "status"): STATUSES,
    ("matrix", "possible"): STATUSES[:4],
    ("matrix", "with_hints_possible"): STATUSES[:4],
    ("matrix", "at_a_price_possible"): STATUSES[:4],
    ("matrix", "first_status"): ["no_ask", "no_evidence"],
    ("positions", "part"): PARTS,
    ("positions", "flags"): ["conflict", "incoherent", "stale"],
    ("statements", "kind"): ["demand", "red_line", "offer", "measure", "threat", "rationale"],
    ("statements", "stage"): ["announced", "in_force", "suspended", "withdrawn"],
    ("statements", "place"): ["exact", "beyond", "imprecise", "acceptable", "unknown", "not_placeable"],
    ("statements", "condition_type"): ["if", "only_if", "iff"],
    ("statements", "date_basis"): ["printed", "inferred"],
    ("statements", "attribution"): ["on_record", "anonymous_official", "anonymous_source", "reporter", "third_party_analysis", "document", "expert_coding"],
    ("statements", "conveyance"): ["stated", "reported", "enacted", "intention", "hint", "forecast", "implied"],
    ("statements", "confidence"): ["high", "medium", "low"],
    ("statements", "why_not"): [
        "not_positional", "to_others", "withdrawn", "expired", "never_own", "cut", "replaced", "conditional", "no_place", "older",
        "may_not_commit", "not_furthest",
    ],
    ("gaps", "status"): STATUSES,
    ("gaps", "possible"): STATUSES[:4],
    ("pivots", "distance"): ["headline", "bid", "limit"],
    ("pivots", "better"): STATUSES[:3],
    ("pivots", "worse"): STATUSES[1:4],
    ("pivots", "part"): PARTS[:3],
    ("prices", "kind"): ["demand", "red_line", "offer"],
    ("prices", "without_possible"): STATUSES[:4],
    ("prices", "with_it_possible"): STATUSES[:4],
    ("pairs", "status"): STATUSES,
    ("clusters", "part"): PARTS,
    ("weights", "judged"): ["salience", "power"],
    ("movement", "told_of"): ["between", "on_the_way", "threat", "also_said", "under_condition"],
    ("movement", "part"): PARTS,
    ("movement", "cause"): ["said", "found", "lapsed"],
    ("movement", "turn"): ["towards", "away", "clearer", "vaguer", "unsure", "first", "gone", "again"],
    ("sources", "type"): ["article-newspaper", "article-magazine", "article", "report", "post-weblog", "speech", "legislation", *MORE_DOCUMENTS[2:]],
    ("sources", "date_basis"): ["printed", "inferred"],
    ("robustness", "status"): STATUSES[:5],
    ("robustness", "on_record"): RECOMPUTED,
    ("robustness", "fresh"): RECOMPUTED,
    ("coverage", "kind"): ["demand", "red_line", "offer"],
}  # fmt: skip


def test_each_list_of_ids_is_written_down_as_it_is() -> None:
    """No id is in a schema that is not here, and none is here that is not in a schema."""
    found = {(name, column.key): list(column.allowed) for name, columns in COLUMNS.items() for column in columns if column.allowed}
    assert found == ALLOWED
    assert {one.key: list(one.allowed) for one in CARRIED if one.allowed} == {"evidence": ["all", "officials", "on-record"]}


def test_each_id_of_each_list_does_occur() -> None:
    """In one of these briefings; a list holds no id that could as well be left out."""
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for make in BRIEFINGS.values():
        for name, column, _, one in cells(make()):
            if column.allowed:
                seen[name, column.key].add(one)
    assert {key: sorted(found) for key, found in seen.items()} == {key: sorted(ids) for key, ids in ALLOWED.items()}
