"""What the server writes down while it runs, where it is asked to: a line for each request and each run of a page, as text or as JSON.

A line says who, which page and how long; never what was searched for, what stands in a file, or by which name a page is known to the server.
"""

from __future__ import annotations

import logging
from collections.abc import MutableMapping
from pathlib import Path
from traceback import extract_tb
from typing import Any, Literal

import streamlit.logger
import structlog
from structlog.stdlib import ProcessorFormatter

Format = Literal["text", "json"]
FORMATS: tuple[Format, ...] = ("text", "json")
_FIRST = ["timestamp", "level", "event"]
_LOG = "parley"
_FARTHEST = 8  # places of an error, the last of them


def begin(form: Format) -> None:
    """Write down from now on what Parley, Streamlit and the server below it have to say, to standard error and all in one form."""
    shared: list[Any] = [structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True), _places_alone]
    # One line each: what breaks a line within a value is written as an escape.
    render: Any = structlog.processors.JSONRenderer(ensure_ascii=True) if form == "json" else structlog.processors.LogfmtRenderer(key_order=_FIRST)
    formatter = ProcessorFormatter(foreign_pre_chain=shared, processors=[ProcessorFormatter.remove_processors_meta, _escaped, render])
    structlog.configure(
        processors=[*shared, ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    own = logging.getLogger(_LOG)
    own.handlers, own.propagate = [handler], False
    own.setLevel(logging.INFO)

    def take_over(logger: logging.Logger) -> None:
        # The list of requests of the server below would hold what was searched for.
        logger.handlers = [logging.NullHandler() if logger.name == "uvicorn.access" else handler]

    # Streamlit gives each of its loggers a handler of its own, also to those that come later.
    streamlit.logger.setup_formatter = take_over
    streamlit.logger.update_formatter()


def note(event: str, **what: object) -> None:
    """Write a line; nothing where nobody asked for any."""
    if logging.getLogger(_LOG).handlers:
        structlog.get_logger(_LOG).info(event, **what)


def note_error(event: str, error: BaseException, **what: object) -> None:
    """Write a line of what went wrong: of which kind it is and where it arose, without its words, which may quote a file."""
    if logging.getLogger(_LOG).handlers:
        structlog.get_logger(_LOG).error(event, exc_info=(type(error), error, error.__traceback__), **what)


def _places_alone(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    found = line.pop("exc_info", None)
    if isinstance(found, tuple) and found[0] is not None:
        line["error"] = found[0].__name__
        line["at"] = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(extract_tb(found[2])[-_FARTHEST:]))
    return line


def _escaped(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Return a line of which no value holds what a screen or another program would take for more than letters."""
    for key, value in line.items():
        if isinstance(value, str):
            line[key] = "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in value)
    return line
