"""The records of the sources in each form that reference managers read; whoever asks for one waits for no library of another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from parley.exports.sources import csl_json
from parley.model import Source


def _csl(sources: Iterable[Source]) -> str:
    return json.dumps(csl_json(sources), indent=2, ensure_ascii=False) + "\n"


def _bibtex(sources: Iterable[Source]) -> str:
    from parley.exports.bibliography import bibtex

    return bibtex(sources)


def _ris(sources: Iterable[Source]) -> str:
    from parley.exports.bibliography import ris

    return ris(sources)


WRITTEN: Mapping[str, Callable[[Iterable[Source]], str]] = {"json": _csl, "bib": _bibtex, "ris": _ris}  # by the ending of the file
