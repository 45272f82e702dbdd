"""What the dashboard serves besides pages: plotly.js of the installed package, and the scripts of its components, each under a name of its version.

Browsers keep a file as long as its name stays, so that no message of a page carries what it has already.
"""

from __future__ import annotations

import gzip
import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

import plotly
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import config

from parley.telling.controls import answer as because
from parley.views import people
from parley.views.recent import Recent
from parley.words import say

ASSETS = Path(__file__).parent / "assets"
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
FOLDER = "parley"
KEPT = "public, max-age=31536000, immutable"
# What a component is told first: to fetch its script, which is there already but for the first time, and to hand everything on to it.
_LOADER = """
const own = import(new URL("%s", location.origin));
export default function (component) {
  let leave = null, hasLeft = false;
  own.then((script) => hasLeft || (leave = script.default(component)));
  return () => {
    hasLeft = true;
    if (leave) leave();
  };
}
"""
_ENTRY = "export default function (component)"
_BEFORE, _AFTER = ("styles.js", "fetching.js"), "mounted.js"
OUTSIDE = "outside-"
MOST_DATA = 256  # values of which the newest are kept until a browser asks for them
_scripts: dict[str, bytes] = {}  # by the name under which each is served
_data: OrderedDict[str, bytes] = OrderedDict()  # by name as well, packed, the one last needed at the end
_keeping = Lock()


def plotly_address() -> str:
    """Return the path at which the browser finds plotly.js."""
    return address_of(f"plotly-{plotly.__version__}.js")


def address_of(name: str) -> str:
    """Return the path of a served file, below the path at which the dashboard is served."""
    return at(f"{FOLDER}/{name}")


def at(path: str) -> str:
    """Return a path of the server as seen from outside, below the folder at which the dashboard is served."""
    return "/".join(["", *filter(None, [base()]), path])


def base() -> str:
    """Return the folder under which the dashboard is served, "" where that is the whole server."""
    return str(config.get_option("server.baseUrlPath")).strip("/")


def scripts() -> list[str]:
    """Return the addresses of the scripts of all components."""
    return [address_of(name) for name in _scripts]


def asset(name: str) -> str:
    """Return the text of an asset file, for what must be there at once or is shorter than the lines that would fetch it."""
    return (ASSETS / name).read_text(encoding="utf-8")


def loader(*names: str, styles: Sequence[str] = (), inside: Sequence[str] = ()) -> str:
    """Return the few lines by which a component fetches its script: some asset files, the last of them its own, and its styles.

    `styles` hold for the component itself, those `inside` for what it draws in roots of their own.
    """
    own = {name: asset(name) for name in (*styles, *inside)}
    head = f"const STYLES = {json.dumps(own)}, ADOPTED = {json.dumps(list(styles))};\n"
    run = "".join(map(asset, (*_BEFORE, *names))).replace(_ENTRY, "function run(component)")
    data = (head + run + asset(_AFTER)).encode()
    name = f"{Path(names[-1]).stem}-{_digest(data)}.js"
    _scripts[name] = data
    return _LOADER % address_of(name)


def held(value: object) -> str:
    """Return the address at which a browser finds `value` as JSON, for what stays the same from click to click.

    The address names the content, so that it is fetched once and kept. A component gets the value as if it were sent. What was made for somebody who
    sees nothing internal has a name of its own, and such readers get nothing else.
    """
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    name = f"{'' if people.sees_internal() else OUTSIDE}{_digest(data)}.json"
    with _keeping:
        if name not in _data:
            _data[name] = pack(data)
        _data.move_to_end(name)
        while len(_data) > MOST_DATA:
            _data.popitem(last=False)
    return address_of(name)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]


def routes() -> list[Route]:
    """Return the route that answers for every such file."""
    return [Route(address_of("{name}"), answer)]


def answer(request: Request) -> Response:
    """Return the file; nothing is read but what is served."""
    name = request.path_params["name"]
    asking = people.of_request(request)
    if name in _data and (name.startswith(OUTSIDE) or (asking and asking.sees_internal)):
        return packed(request, _data[name], "application/json", KEPT)
    if name == plotly_address().rpartition("/")[2] or name in _scripts:
        return packed(request, _packed_script(name), "text/javascript", KEPT)
    return PlainTextResponse(say(because("no_file")), status_code=404)


def pack(data: bytes) -> bytes:
    """Return data as they are kept and sent."""
    return gzip.compress(data, compresslevel=6, mtime=0)


def packed(request: Request, data: bytes, media_type: str, kept: str) -> Response:
    """Return an answer with packed data, unpacked where the browser does not take them; `kept` says how long it may keep them."""
    headers = {"cache-control": kept, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(data, media_type=media_type, headers={**headers, "content-encoding": "gzip"})
    return Response(gzip.decompress(data), media_type=media_type, headers=headers)


class Kept:
    """Answers as they are sent, of all readers together: so many of those last asked for."""

    def __init__(self, most: int) -> None:
        self._answers: Recent[tuple[str, str], bytes] = Recent(most)  # by version and query

    def answer(self, version: str, asked: str, make: Callable[[], object]) -> bytes:
        """Return an answer, made only where nobody has asked for it lately."""
        return self._answers.get((version, asked), lambda: pack(json.dumps(make(), ensure_ascii=False, separators=(",", ":")).encode()))


@cache
def _packed_script(name: str) -> bytes:
    return pack(_scripts.get(name) or PLOTLY.read_bytes())
