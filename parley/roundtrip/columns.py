"""The sheets of the workbook in which a negotiation is edited, and their columns: one for each field of a record, made of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from parley.editing.edits import KNOWN_BY, MODELS, Kind
from parley.model import Closed

Form = Literal["text", "whole", "flag", "date", "list", "names", "points", "pairs", "members"]
SHEETS: Mapping[Kind, str] = {
    "statement": "statements", "source": "sources", "party": "parties", "speaker": "speakers", "bloc": "blocs", "issue": "issues", "step": "steps",
    "salience": "salience", "power": "power", "group": "groups", "event": "events", "edition": "editions",
}  # fmt: skip
# What a record stands in, named in its sheet's first column.
OWNERS: Mapping[Kind, Kind] = {"speaker": "party", "step": "issue", "salience": "issue", "power": "issue"}
ID, NUMBER = "id", "number"  # by which a record is known; of a step, lowest first
RATED: tuple[Kind, ...] = ("salience", "power")
# What is no text that somebody would edit in a cell, or stands in a sheet of its own.
LEFT_OUT: Mapping[Kind, frozenset[str]] = {
    "source": frozenset(["headings", "body"]), "party": frozenset(["speakers"]), "issue": frozenset(["salience", "power"]),
}  # fmt: skip
# Cells of a step of a scale, by the column that names the issue.
STEPS: Mapping[str, str] = {"place at": "issue", "place from": "issue", "place to": "issue", "condition at": "condition issue"}
# Cells that name other records, and of which kind these are.
NAMES: Mapping[Kind, Mapping[str, Kind]] = {
    "statement": {
        "party": "party", "parties": "party", "bloc": "bloc", "issue": "issue", "source": "source", "speaker": "speaker", "to": "party",
        "condition issue": "issue", "condition by": "party", "supersedes": "statement", "repeats": "statement",
    },
    "speaker": {"party": "party"}, "step": {"issue": "issue"}, "event": {"source": "source", "issues": "issue"}, "issue": {"group": "group"},
    "bloc": {"members": "party"}, "salience": {"issue": "issue", "party": "party"}, "power": {"issue": "issue", "party": "party"},
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column: its head, the way to the value in the record, how it is written, and what a reader is told of it."""

    head: str
    way: tuple[str, ...]
    form: Form
    about: str = ""
    good: str = ""
    bad: str = ""
    allowed: tuple[str, ...] = ()


def known_in(kind: Kind) -> str:
    """Return the head of the column by which a record is known: that of its id, or of the one thing that stands for it."""
    keys = KNOWN_BY.get(kind, (ID,))
    return keys[0] if len(keys) == 1 else ID


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a sheet; what a record stands in comes first."""
    return _COLUMNS[kind]


def _made(kind: Kind) -> Iterator[Column]:
    if kind in OWNERS:
        yield Column(OWNERS[kind], (), "text")
    if kind == "step":
        yield Column(NUMBER, (), "text")
    elif kind in RATED:
        yield Column(ID, (), "text")
    fields = MODELS[kind].model_fields
    for name, field in fields.items():
        if name not in LEFT_OUT.get(kind, ()):
            yield from _of_field((field.alias or name,), field)


def _of_field(way: tuple[str, ...], field: FieldInfo) -> Iterator[Column]:
    inner = _model(field.annotation)
    if inner is None or _is_several(field.annotation):
        yield _column(way, field)
    elif way == ("scale",):
        # A ladder's steps stand in a sheet of their own.
        yield from _of_model((*way, "quantity"), inner.model_fields["quantity"])
    else:
        yield from _of_model(way, field)


def _of_model(way: tuple[str, ...], field: FieldInfo) -> Iterator[Column]:
    inner = _model(field.annotation)
    assert inner is not None
    for name, one in inner.model_fields.items():
        yield _column((*way, one.alias or name), one)


def _column(way: tuple[str, ...], field: FieldInfo) -> Column:
    about, extra = field.description or "", field.json_schema_extra
    bad = extra.get("badExample", "") if isinstance(extra, dict) else ""
    form = _form(field)
    good = _example((field.examples or [""])[0], form)
    head = " ".join(part for part in way if part not in ("scale", "quantity")).replace("_", " ")
    bad = bad if isinstance(bad, str) else ""
    return Column(head, way, form, about, good, bad, _choices(field.annotation))


def _example(value: object, form: Form) -> str:
    """Return an example of a value as its cell would hold it; empty where that is no plain text."""
    inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else [value]
    return written(value, form) if all(isinstance(one, str) for one in inside) else ""


def _form(field: FieldInfo) -> Form:
    inner, text = _model(field.annotation), str(field.annotation)
    if get_origin(field.annotation) in (dict, Mapping) or "Mapping[" in text:
        return "pairs"
    if inner is not None:
        return {"Name": "names", "Member": "members"}.get(inner.__name__, "points")  # type: ignore[return-value]
    if _is_several(field.annotation):
        return "list"
    if "PartialDate" in text:
        return "date"
    if field.annotation is bool:
        return "flag"
    return "whole" if any(int in (one, *get_args(one)[:1]) for one in (field.annotation, *_branches(field.annotation))) else "text"


def _is_several(annotation: Any) -> bool:
    return any(get_origin(one) is tuple for one in (annotation, *_branches(annotation)))


def _branches(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) is Union or "|" in str(annotation) else ()


def _model(annotation: Any) -> type[Closed] | None:
    """Return the model of which a field holds one or several; None where it holds plain values."""
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, Closed) else None
    return next((found for one in get_args(annotation) if (found := _model(one)) is not None), None)


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    return next((found for one in _branches(annotation) if (found := _choices(one))), ())


def written(value: object, form: Form) -> str:
    """Return a value of a record as its cell holds it."""
    match value:
        case None:
            return ""
        case str():
            return value
        case Mapping():
            return "; ".join(f"{key}: {one}" for key, one in value.items())
    assert isinstance(value, Sequence)
    if form == "names":
        return "; ".join(map(_name, value))
    if form == "points":
        return "; ".join(f"{one['at']} = {one['name']}" for one in value)
    if form == "members":
        return "; ".join(map(_member, value))
    return "; ".join(map(str, value))


def _name(one: Mapping[str, str]) -> str:
    if "literal" in one:
        return f'"{one["literal"]}"' if re.search('[,;"]', one["literal"]) else one["literal"]
    return f"{one.get('family', '')}, {one.get('given', '')}"


def _member(one: str | Mapping[str, str]) -> str:
    if isinstance(one, str):
        return one
    days = ", ".join(f"{key} {one[key]}" for key in ("joined", "left") if key in one)
    return f"{one.get('party', '')} ({days})" if days else str(one.get("party", ""))


def read(cell: str, form: Form) -> object:
    """Return the value that a cell holds; a text where it is none of the form, so that whoever reads the file says what is wrong."""
    if not cell:
        return None
    match form:
        case "whole":
            return int(cell) if re.fullmatch("-?[0-9]{1,9}", cell) else cell
        case "flag":
            return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(cell.casefold(), cell)
        case "list":
            return [one.strip() for one in cell.split(";") if one.strip()]
        case "names":
            return [_name_in(one) for one in re.findall(r'\s*("[^"]*"|[^;]+)(?:;|$)', cell) if one.strip()]
        case "points":
            return [dict(zip(("at", "name"), map(str.strip, one.partition("=")[::2]), strict=True)) for one in cell.split(";") if one.strip()]
        case "members":
            return [_member_in(one.strip()) for one in cell.split(";") if one.strip()]
        case "pairs":
            return {key.strip(): one.strip() for key, _, one in (each.partition(":") for each in cell.split(";")) if key.strip()}
    return cell


def _member_in(text: str) -> str | dict[str, str]:
    found = re.fullmatch(r"([^()]*?)\s*\((?:joined ([^(),]+))?,?\s*(?:left ([^(),]+))?\)", text)
    if found is None:
        return text
    return {key: one.strip() for key, one in zip(("party", "joined", "left"), found.groups(), strict=True) if one}


def _name_in(text: str) -> dict[str, str]:
    plain = text.strip()
    if plain.startswith('"') or "," not in plain:
        return {"literal": plain.strip('"')}
    family, _, given = plain.partition(",")
    return {key: one.strip() for key, one in (("family", family), ("given", given)) if one.strip()}


_COLUMNS: Mapping[Kind, tuple[Column, ...]] = {kind: tuple(_made(kind)) for kind in SHEETS}
