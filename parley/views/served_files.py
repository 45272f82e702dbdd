"""What the dashboard serves besides pages: plotly.js of the installed package, and the scripts of its components, each under a name of its version.

Browsers keep a file as long as its name stays, so that no message of a page carries what it has already.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from hashlib import sha256
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import config

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
# The styles of a component stand in its own root, once.
_STYLED = """
const STYLES = new CSSStyleSheet();
STYLES.replaceSync(%s);
export default function (component) {
  const root = component.parentElement.getRootNode();
  if (!root.adoptedStyleSheets.includes(STYLES)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, STYLES];
  return run(component);
}
"""
_scripts: dict[str, bytes] = {}  # by the name under which each is served


def plotly_address() -> str:
    """Return the path at which the browser finds plotly.js."""
    return address_of(f"plotly-{plotly.__version__}.js")


def address_of(name: str) -> str:
    """Return the path of a served file, below the path at which the dashboard is served."""
    below = str(config.get_option("server.baseUrlPath")).strip("/")
    return "/".join(["", *([below] if below else []), FOLDER, name])


def asset(name: str) -> str:
    """Return the text of an asset file, for what must be there at once or is shorter than the lines that would fetch it."""
    return (ASSETS / name).read_text(encoding="utf-8")


def loader(*names: str, styles: str = "") -> str:
    """Return the few lines by which a component fetches its script: some asset files, the last of them its own, and its styles."""
    script = "".join(asset(name) for name in names)
    if styles:
        script = script.replace("export default function (component)", "function run(component)")
        script += _STYLED % json.dumps(asset(styles))
    data = script.encode()
    name = f"{Path(names[-1]).stem}-{sha256(data).hexdigest()[:12]}.js"
    _scripts[name] = data
    return _LOADER % address_of(name)


def routes() -> list[Route]:
    """Return the route that answers for every such file."""
    return [Route(address_of("{name}"), answer)]


def answer(request: Request) -> Response:
    """Return the file, packed where the browser takes that; nothing is read but what is served."""
    name = request.path_params["name"]
    if name != plotly_address().rpartition("/")[2] and name not in _scripts:
        return PlainTextResponse("There is no such file.", status_code=404)
    headers = {"cache-control": KEPT, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(_packed(name), media_type="text/javascript", headers={**headers, "content-encoding": "gzip"})
    return Response(_data(name), media_type="text/javascript", headers=headers)


def _data(name: str) -> bytes:
    return _scripts.get(name) or PLOTLY.read_bytes()


@cache
def _packed(name: str) -> bytes:
    return gzip.compress(_data(name), compresslevel=6, mtime=0)
