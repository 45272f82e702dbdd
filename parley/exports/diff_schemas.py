"""JSON Schemas of what `diff --json` prints: what moved between two dates, and what differs between two versions of the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from parley.analysis.evidence import CUTS
from parley.analysis.gaps import DEFINITE, Status
from parley.analysis.moved import Course
from parley.analysis.positions import PARTS
from parley.analysis.versions import RecordKind
from parley.exports.column_list import MOVE
from parley.exports.columns import Column, Columns, bounds, choices_of, chosen, ids_of, named, placed, worded
from parley.exports.table_schemas import headed, object_of, value_of, write_schema_files
from parley.schemas import FOLDER, Schema

DIFF_FOLDER = FOLDER / "diff"
_STATEMENTS = ids_of("statements", "Statement ids", "statement")
_STATUS = worded("status", "Status", choices_of(Status))
_GAP: Columns = (
    *named("party", "Party A", "_a"),
    *named("party", "Party B", "_b"),
    *_STATUS,
    Column("possible", "Still possible, as ids", "list", allowed=tuple(one.value for one in DEFINITE)),
    *bounds("apart", "Distance that leads"),
    _STATEMENTS,
)
_LEAD: Columns = (
    Column("asker_id", "Whose demand the distance that leads begins at", thing="party"),
    Column("other_id", "Whose best it is measured against", thing="party"),
    *(replace(one, may_lack=False) for one in (*bounds("before", "Before"), *bounds("after", "After what the parties said"))),
    *bounds("after_what_ran_out", "After what ran out"),
    _STATEMENTS,
)
_SHARE: Columns = (
    Column("party_id", "Party", thing="party"),
    Column("of_low", "Its share of the change of the lower bound", "number"),
    Column("of_high", "Its share of the change of the upper bound", "number"),
)
_STATUS_COUNT: Columns = (
    *_STATUS,
    ids_of("since_issues", "Issues with this status on the first date", "issue"),
    ids_of("until_issues", "Issues with this status on the second date", "issue"),
)
_THREAT: Columns = (*named("party", "Party"), _STATEMENTS)
_ISSUE: Columns = (
    *named("issue", "Issue"),
    *worded("course", "What became of the distance", choices_of(Course)),
    Column("sentence_words", "In a sentence"),
    ids_of("also_said", "Statements that changed no position", "statement"),
    ids_of("conditional", "Statements under a condition", "statement"),
)
_MOVEMENT: Columns = (
    Column("negotiation_id", "Negotiation id", thing="negotiation"),
    Column("version", "Data version"),
    chosen("evidence", "Evidence", (one.id for one in CUTS)),
    Column("since", "First date", "date"),
    Column("until", "Second date", "date"),
    Column("sentence_words", "In a sentence"),
    ids_of("published_since", "Statements said by then and published since", "statement"),
    Column("standing_line_words", "What this is not"),
)
_ID = Column("id", "Its id, or the name of an edition")
_RECORD: Columns = (chosen("kind", "Kind of record", choices_of(RecordKind)), _ID)
# Statements that came or went are told by themselves, and both versions are of one negotiation.
_WHOLE_RECORD: Columns = (chosen("kind", "Kind of record", (one for one in choices_of(RecordKind) if one not in ("statement", "negotiation"))), _ID)
_FIELD: Columns = (Column("field", "Way to the field"), Column("is_order", "Only the order is another", "flag"))
_CODED: Columns = (ids_of("added", "Statements added", "statement"), ids_of("removed", "Statements removed", "statement"))
_RECAST: Columns = (
    *named("issue", "Issue"),
    *named("party", "Party"),
    *worded("part", "Part", PARTS),
    *placed("before", "By the old version"),
    Column("before_words", "By the old version"),
    *placed("after", "By the new version"),
    Column("after_words", "By the new version"),
    _STATEMENTS,
)
_VERSIONS: Columns = (
    Column("old_version", "Old data version"),
    Column("new_version", "New data version"),
    ids_of("found", "Older statements from new documents", "statement"),
    ids_of("said_since", "Statements made since", "statement"),
)
_HELD = {"title": "What the file holds there; null where it is left out"}  # any value that a file can hold


def movement_schema() -> Schema:
    """Return the schema of what moved between two dates."""
    return {**headed("what moved between two dates"), **_movement(), "$defs": _SHARED}


def versions_schema() -> Schema:
    """Return the schema of what differs between two versions."""
    changed = _holding(_RECORD, fields=_several(_holding(_FIELD, before=_HELD, after=_HELD)))
    record = _several(_holding(_WHOLE_RECORD))
    coders = _holding(_CODED, changed=_several(changed), added_records=record, removed_records=record)
    found = _holding(_VERSIONS, coders=coders, positions=_several(_holding(_RECAST)), movement=_movement())
    return {**headed("what differs between two versions"), **found, "$defs": _SHARED}


def diff_schema_files() -> Mapping[str, Schema]:
    """Return both schemas by the names of their files."""
    return {"movement.json.schema.json": movement_schema(), "versions.json.schema.json": versions_schema()}


def write_diff_schemas(folder: Path = DIFF_FOLDER) -> tuple[Path, ...]:
    """Write both schemas into `folder`, and return the paths."""
    return write_schema_files(diff_schema_files(), folder)


def _movement() -> Schema:
    gap, move = _one_of("gap"), {"$ref": "#/$defs/move"}
    issue = _holding(
        _ISSUE,
        since_as_published=gap,
        since=gap,
        until=gap,
        apart=_one_of("apart"),
        moves=_several(move),
        on_the_way=_several(move),
        threats=_several(_holding(_THREAT)),
    )
    return _holding(_MOVEMENT, statuses=_several(_holding(_STATUS_COUNT)), issues=_several(issue))


def _holding(columns: Columns, **more: Schema) -> Schema:
    """Return an object with what the columns say, and with `more` by its keys; nothing is left out, and nothing else is there."""
    found = object_of(columns, _exact)
    return {**found, "properties": {**found["properties"], **more}, "required": [*found["required"], *more]}


def _exact(column: Column) -> Schema:
    """Return what a value is: as in a table, but a number that is not whole is a text that loses nothing."""
    found = value_of(column)
    return {**found, "type": ["integer", *found["type"][1:]]} if column.type == "number" else found


def _several(one: Schema) -> Schema:
    return {"type": "array", "items": one}


def _one_of(name: str) -> Schema:
    """Return what is told under this name, or null where there is nothing to tell."""
    return {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}]}


_SHARED: Schema = {"gap": _holding(_GAP), "apart": _holding(_LEAD, shares=_several(_holding(_SHARE))), "move": _holding(MOVE)}
