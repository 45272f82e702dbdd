"""The read-only interface for other programs: tables, drawings and a feed of every negotiation, in the shareable edition.

Its addresses are the same next year.

What is asked for is answered in the forms that can be taken away, whose schemas are published; an answer is named by the state of the data, so that
whoever has it need not fetch it again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from parley import __version__
from parley.addresses import DATE, EVIDENCE, FIGURE, PARTIES, SINCE
from parley.analysis.evidence import ALL_EVIDENCE
from parley.answering import in_short, maker_of
from parley.dataset import Dataset
from parley.errors import ParleyError, WrongArgumentError, no_such, quoted
from parley.exports.files import FEED_FILE, FEED_TYPE, FIGURE_TYPES, TABLE_TYPES, Drawn, Maker
from parley.telling.briefing import Briefing
from parley.views import store
from parley.views.recent import Recent
from parley.views.served_files import at

ROOT = "api/v1"
_ASKED_AGAIN = "no-cache"  # kept, and asked for again each time, which costs no more than its name
MOST_KEPT = 4  # negotiations as they were last asked for
_makers: Recent[object, Maker] = Recent(MOST_KEPT)
_ABOVE = ROOT.partition("/")[0]
_NOTHING = (_ABOVE, f"{_ABOVE}/{{rest:path}}")  # what other programs may ask for beside, for which a page would be shown
_NAMES = re.compile(r'"[^"]*"')  # of the answers that the asker has, each perhaps with W/ before it
_ASKED = (DATE, SINCE, EVIDENCE, PARTIES)


class _NothingThereError(WrongArgumentError):
    """An address under which there is nothing."""


@dataclass(frozen=True)
class _Answer:
    """What is answered: its media type, what names this state of it, and what makes it."""

    media_type: str
    name: str
    make: Callable[[], bytes]


def routes() -> list[Route]:
    """Return the routes that answer other programs."""
    return [
        Route(at(f"{ROOT}/openapi.json"), _answered(_description)),
        Route(at(f"{ROOT}/negotiations"), _answered(_negotiations)),
        Route(at(f"{ROOT}/{{negotiation}}/figures/{{file}}"), _answered(_figure)),
        Route(at(f"{ROOT}/{{negotiation}}/{FEED_FILE}"), _answered(_feed)),
        Route(at(f"{ROOT}/{{negotiation}}/{{file}}"), _answered(_table)),
        *(Route(at(one), _nothing) for one in _NOTHING),
    ]


def _answered(find: Callable[[Request], _Answer]) -> Callable[[Request], Response]:
    """Return what answers a request: 304 where the asker has it, 404 where there is no such thing, 400 where the question is wrong."""

    def answer(request: Request) -> Response:
        try:
            found = find(request)
            headers = {"etag": f'"{found.name}"', "cache-control": _ASKED_AGAIN}
            held = ",".join(request.headers.getlist("if-none-match"))
            if headers["etag"] in _NAMES.findall(held) or held.strip() == "*":
                return Response(status_code=304, headers=headers)
            return Response(found.make(), media_type=found.media_type, headers=headers)
        except _NothingThereError as error:
            return _refused(str(error), 404)
        except WrongArgumentError as error:
            return _refused(str(error), 400)
        except ParleyError as error:
            return _refused(str(error), 503)

    return answer


def _refused(told: str, status: int) -> Response:
    return JSONResponse({"error": told}, status, headers={"cache-control": "no-store"})


def _description(request: Request) -> _Answer:
    """Return what can be asked for, as an OpenAPI document."""
    from parley.exports.interface_schema import described  # tables and their schemas are loaded once somebody asks for them

    _only(request, ())
    return _Answer("application/json", _name("openapi", at(ROOT)), lambda: _json(described(at(ROOT))))


def _nothing(request: Request) -> Response:
    """Refuse what there is not, and say what there is; a stroke too many at the end is passed over."""
    whole = request.url.path.rstrip("/")
    if whole not in (request.url.path, at(ROOT), at(_ABOVE)):
        return RedirectResponse(request.url.replace(scheme="", netloc="", path=whole))
    return _refused(no_such("address", whole, [one.path for one in routes() if one.path not in map(at, _NOTHING)]), 404)


def _negotiations(request: Request) -> _Answer:
    """Return every negotiation that can be read, with its days, parties and issues."""
    _only(request, ())
    told = _told()
    return _Answer("application/json", _name(*(one["version"] for one in told), date.today()), lambda: _json({"negotiations": told}))


def _table(request: Request) -> _Answer:
    """Return one of the tables, as JSON or as CSV."""
    from parley.exports.table_list import TABLES

    name, dot, ending = request.path_params["file"].partition(".")
    if name not in TABLES:
        raise _NothingThereError(no_such("table", name, list(TABLES)))
    media_type = TABLE_TYPES.get(ending if dot else "json")
    if media_type is None:
        raise _NothingThereError(no_such("ending", ending, list(TABLE_TYPES)))
    _only(request, _ASKED)
    maker = _maker(request)
    return _Answer(media_type, _named(maker.briefing, name, ending), lambda: maker.table(name, ending or "json"))


def _figure(request: Request) -> _Answer:
    """Return the drawing of an issue, as SVG or as PNG."""
    key, _, ending = request.path_params["file"].partition(".")
    media_type = FIGURE_TYPES.get(ending)
    if media_type is None:
        raise _NothingThereError(no_such("ending", ending, list(FIGURE_TYPES)))
    _only(request, (*_ASKED, FIGURE))
    drawn: Mapping[str, Drawn] = {"gap": "gap", "time": "time"}
    asked = request.query_params.get(FIGURE, "gap")
    if asked not in drawn:
        raise WrongArgumentError(no_such("figure", asked, list(drawn)))
    maker = _maker(request)
    issue = next((one for one in maker.briefing.issues if one.issue.id == key), None)
    if issue is None:
        raise _NothingThereError(no_such("issue", key, [one.issue.id for one in maker.briefing.issues]))
    return _Answer(media_type, _named(maker.briefing, key, ending, asked), lambda: maker.figure(issue, drawn[asked], ending))


def _feed(request: Request) -> _Answer:
    """Return what moved since the last edition, as a feed."""
    _only(request, _ASKED)
    maker = _maker(request)
    own = "?".join(filter(None, (at(f"{ROOT}/{maker.whole.negotiation.id}/{FEED_FILE}"), request.url.query)))
    # Whoever reads a feed knows from where it has it; this server may not know by which name it is found behind a proxy.
    return _Answer(FEED_TYPE, _named(maker.briefing, FEED_FILE, own), lambda: maker.feed(own, at("")))


def _only(request: Request, known: tuple[str, ...]) -> None:
    """Refuse what would be passed over in silence."""
    given = request.query_params
    for name in given:
        if not known:
            raise WrongArgumentError(f"This address takes no parameters. Leave out {quoted(name)}.")
        if name not in known:
            raise WrongArgumentError(no_such("parameter", name, known))
        if name != PARTIES and len(given.getlist(name)) > 1:
            raise WrongArgumentError.asked_twice(name)


def _told() -> list[dict[str, Any]]:
    """Return what is told of every negotiation that can be read before more of it is asked for."""
    archive, today = store.archive(), date.today()
    if archive:
        return archive.in_short(today)
    return [in_short(one.dataset, today) for one in store.all_held().values() if one.dataset and one.dataset.count]


def _maker(request: Request) -> Maker:
    """Return what makes files of the negotiation as it is asked for; who asks for one table soon asks for another."""
    shelf, key = store.shelf(), request.path_params["negotiation"]
    held = shelf.of(key)
    if held is None or held.dataset is None:
        raise _NothingThereError(no_such("negotiation", key, [own for folder, (own, _) in shelf.names.items() if _is_read(shelf, folder)]))
    whole = held.dataset
    chosen = tuple((name, value) for name, value in sorted(request.query_params.multi_items()) if name != FIGURE)
    return _makers.get((whole.version, date.today(), chosen), lambda: _made(whole, request))


def _is_read(shelf: store.Shelf, folder: Path) -> bool:
    return folder not in shelf.read or shelf.read[folder].dataset is not None


def _made(whole: Dataset, request: Request) -> Maker:
    given = request.query_params
    ids = [one for each in given.getlist(PARTIES) for one in each.split(",") if one]
    return maker_of(whole, given.get(DATE), given.get(SINCE), given.get(EVIDENCE, ALL_EVIDENCE.id), ids, date.today())


def _named(briefing: Briefing, *what: str) -> str:
    """Return what names this state of something: the data, the program, and all that it was made with."""
    parties = [one.id for one in briefing.parties]
    return _name(briefing.dataset.version, briefing.as_of, briefing.since, briefing.cut.id, parties, *what)


def _name(*parts: object) -> str:
    return sha256(repr((__version__, *parts)).encode()).hexdigest()[:24]


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
