"""The kinds of value that a field of a file may hold: text, ids, numbers and dates, each read strictly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, PlainValidator, StringConstraints, WithJsonSchema, WrapValidator
from pydantic.fields import FieldInfo

from parley.dates import FORMS, UNDATED, PartialDate
from parley.directions import closed
from parley.errors import quoted
from parley.letters import is_blank, named
from parley.numbers import number_in
from parley.suggestions import with_disguise

_VALUE = "value"
WHOLE_NUMBER = "-?[0-9]{1,9}"
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_WHOLE = re.compile(WHOLE_NUMBER)
_NEVER_READ = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def described(description: str, *, good: Any, bad: Any, **options: Any) -> Any:
    """Return a field with its guideline, a good and a bad example; docs, editor hints and tests all read them here."""
    return Field(description=description, examples=[good], json_schema_extra={"badExample": bad}, **options)


def is_free_text(field: FieldInfo) -> bool:
    """Return whether a field holds words, and no id, number or date."""
    marks = [field.metadata, *(getattr(one, "__metadata__", ()) for one in get_args(field.annotation))]
    found = [mark for group in marks for mark in group]
    return any(isinstance(one, AfterValidator) and one.func is _readable for one in found) and _VALUE not in found


def _partial_date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise ValueError(f"A date must be one text. {FORMS}")
    return PartialDate.parse(value)


def _number(value: object) -> object:
    return number_in(value) if isinstance(value, str) else value


def _readable(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text  # as nearly all are
    found = _NEVER_READ.search(text)
    if found:
        raise ValueError(f"The text holds the character U+{ord(found[0]):04X}, which nobody can read and many files cannot hold. Take it out.")
    if not text.isascii() and is_blank(text):
        unseen = named(next(one for one in text if not one.isascii()))
        raise ValueError(f"The text holds nothing that can be seen, such as {unseen}. Write a text, or leave the whole line out.")
    return closed(text)


def _whole_number(value: object) -> object:
    if isinstance(value, str) and not _WHOLE.fullmatch(value):
        raise ValueError(f"{quoted(value)} is not a whole number. {with_disguise(value, 'Write digits only, at most nine.')}")
    return value


When = Annotated[
    PartialDate,
    PlainValidator(_partial_date),
    PlainSerializer(lambda value: value.text, return_type=str),
    WithJsonSchema({"type": "string", "minLength": 4}),
]
# Of what has been read; in a file the date is left out where it is not known.
Undatable = Annotated[When, WrapValidator(lambda value, dated: UNDATED if value == UNDATED.text else dated(value))]
# Python takes '1_000' and '1e3' for numbers; a position file means what it says.
Number = Annotated[Decimal, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole_number)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_readable)]
# A rung's id or a number, which only the scale can tell apart.
Value = Annotated[Text, _VALUE]
Address = Annotated[Text, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
