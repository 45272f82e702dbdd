"""The records of the sources as CSL-JSON, which Zotero, pandoc and other reference managers read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from parley.dates import UNDATED, PartialDate
from parley.model import Name, Source
from parley.telling.evidence import how_dated_in_sentences
from parley.words import say


def csl_json(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Return one CSL-JSON item for each source, in the order given, under CSL's own field names.

    `issued` holds date-parts: as many as are known, and two lists for a span. A date bounded on one side has no parts in
    CSL and is given as a literal. `note` says whether the date was inferred.
    """
    return [_item(source) for source in sources]


def _item(source: Source) -> dict[str, Any]:
    fields = {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "author": [_name(author) for author in source.author],
        "container-title": source.container_title,
        "publisher": source.publisher,
        "issued": _date(source.issued),
        "URL": source.url,
        "archive_location": source.archived,
        "accessed": _date(source.accessed) if source.accessed else None,
        "genre": source.genre,
        "language": source.language,
        "abstract": source.abstract,
        "note": _note(source),
    }
    return {key: value for key, value in fields.items() if value}


def _name(name: Name) -> dict[str, str]:
    return name.model_dump(exclude_none=True)


def _date(when: PartialDate) -> dict[str, Any]:
    if when == UNDATED:
        return {}
    if when.earliest is None or when.latest is None:
        return {"literal": when.shown()}
    return {"date-parts": [[int(number) for number in part.split("-")] for part in when.text.split("/")]}


def _note(source: Source) -> str:
    # Zotero takes lines such as "issued: 2018" in a note for fields, so no line may begin with the name of one.
    return say(how_dated_in_sentences(source))
