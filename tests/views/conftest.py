"""What the tests of the pages share: small negotiations written as files, and a visitor who opens pages without a browser."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode

import pytest
import streamlit as st
import yaml
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test

from parley.addresses import EVERYWHERE
from parley.dataset import Dataset, load
from parley.views import address_bar, app, glances, panels, served_files, store
from parley.views.server import health, interface
from tests.apart import run_apart

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "positions"
PAGES = ("overview", "issue", "movement", "compare", "robustness", "sources", "search", "present", "take_away", "reading")
Said = tuple[str, str, str]  # party, kind, rung
FIRST_DAY = date(2025, 3, 1)
LOOK = "&theme=light&width=1120"  # what a browser adds to the address of a panel


def write_negotiation(
    folder: Path, said: Sequence[Said] = (), parties: Sequence[str] = ("northland", "southmark"), issues: Sequence[str] = ("quota",), **more: object
) -> Path:
    """Write a negotiation about herring into `folder`, its sources beside it, and return the folder above.

    All is said on the first issue, on one day after another.
    """
    (folder.parent / "seeds").mkdir(parents=True, exist_ok=True)
    folder.mkdir()
    record = {
        "id": "gazette", "type": "article-newspaper", "title": "Talks", "issued": "2025-03-31", "date_basis": "printed", "genre": "news report",
        "language": "en", "abstract": "Talks.", "file": "gazette.txt", "body": [{"line": 1, "fingerprint": "0" * 16}],
    }  # fmt: skip
    write_yaml(folder.parent / "seeds" / "gazette.yaml", record)
    rungs = [{"id": f"r{n}", "name": f"Rung {n}", "means": f"Outcome {n}.", "why": "More."} for n in range(6)]
    speakers = [{"id": "minister", "name": "minister", "commits": "true"}]
    header = {
        "id": folder.name, "title": f"Talks of {folder.name}", "about": "Herring.", "reviewed": "2025-04-01",
        "parties": [{"id": one, "name": one.title(), "short": one.title(), "role": "principal", "speakers": speakers} for one in parties],
        "groups": [{"id": "core", "name": "Core"}],
        "issues": [
            {"id": one, "name": one.title(), "group": "core", "question": f"How much {one}?", "scale": {"ladder": rungs},
             "directions": {party: "down" if number % 2 else "up" for number, party in enumerate(parties)}}
            for one in issues
        ],
    }  # fmt: skip
    write_yaml(folder / "negotiation.yaml", {**header, **more})
    for party in {party for party, _, _ in said}:
        own = [_entry(folder.name, number, one, issues[0]) for number, one in enumerate(said) if one[0] == party]
        write_yaml(folder / f"{party}.yaml", {"party": party, "statements": own})
    return folder.parent


def _entry(negotiation: str, number: int, said: Said, issue: str) -> dict[str, Any]:
    party, kind, rung = said
    return {
        "id": f"{negotiation}-{number}", "issue": issue, "kind": kind, "says": f"{party} {kind}", "speaker": "minister", "place": {"at": rung},
        "said": str(FIRST_DAY + timedelta(number)), "date_basis": "printed", "source": "gazette", "locator": {"line": "1", "paragraph": "1", "anchor": "herring"},
        "attribution": "on_record", "conveyance": "stated", "firmness": "3", "confidence": "high",
    }  # fmt: skip


def write_yaml(path: Path, value: object) -> None:
    path.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, sort_keys=False), encoding="utf-8")


class Visit:
    """One visitor's app: what the last run drew, read back as plain values."""

    def __init__(self, tested: AppTest) -> None:
        self.tested = tested

    @property
    def title(self) -> str:
        return str(self.components["heading"]["name"])

    @property
    def components(self) -> dict[str, dict[str, Any]]:
        """Return what each component was given, by its key; what its data leave to be fetched is fetched."""
        drawn: list[Any] = list(self.tested.get("bidi_component"))  # the tester knows no type for it
        return {one.key: _whole(json.loads(one.proto.json or "{}")) for one in drawn}

    @property
    def panel(self) -> dict[str, dict[str, Any]]:
        """Return the parts of what is shown of an issue, or of the example, by key, as a browser fetches them; none on other pages."""
        asked = self.components.get("issue") or self.components.get("example")
        if asked is None:
            return {}
        answer = fetched(f"{asked['base']}{LOOK}&issue={asked['issue']}")
        assert answer.status_code == 200, answer.body
        return {part["key"]: part for part in json.loads(bytes(answer.body))["parts"]}

    @property
    def glances(self) -> dict[str, dict[str, Any]]:
        """Return what is drawn of each issue of the overview, by its id, as a browser fetches it; none on other pages, or where the table is shown."""
        asked = self.components.get("glances")
        if asked is None:
            return {}
        issues = "".join(f"&issue={one['issue']}" for one in asked["rows"] if "issue" in one)
        answer = fetched(f"{asked['base']}&width=720{issues}")
        assert answer.status_code == 200, answer.body
        return {one["issue"]: one for one in json.loads(bytes(answer.body))["rows"]}

    @property
    def sheets(self) -> dict[str, dict[str, Any]]:
        """Return the data of every table drawn, by its key."""
        own = {key: data for key, data in self.components.items() if "columns" in data}
        return own | {key: part["sheet"] for key, part in self.panel.items() if "sheet" in part}

    @property
    def dateline(self) -> dict[str, Any]:
        """Return what the line of the day and the evidence shown was given."""
        return self.components["dateline"]

    @property
    def as_of(self) -> date:
        """Return the date shown."""
        return date.fromisoformat(self.dateline["current"][0])

    def choose_shown(self, **chosen: str) -> None:
        """Choose a day or the evidence shown, as their controls do; the next run shows it."""
        state = self.tested.session_state
        state["address_said"] = {**state["address_said"], **{name: (value,) for name, value in chosen.items()}}

    @property
    def texts(self) -> list[str]:
        """Return every text drawn outside the tables: the title, the sentences that open what they count, then the others."""
        kinds = ("header", "subheader", "markdown", "caption", "info", "error", "text")
        found: list[Any] = [one for kind in kinds for one in self.tested.get(kind)]
        heading = [self.title] if "heading" in self.components else []
        sentences = [item["text"] for sheet in self.sheets.values() if sheet["layout"] == "sentence" for item in items(sheet)]
        return [*heading, *sentences, *(_read(one.value) for one in found), *(part["note"] for part in self.panel.values() if "note" in part)]

    @property
    def errors(self) -> list[str]:
        return [_read(str(one.value)) for one in self.tested.error]

    @property
    def address(self) -> str:
        """Return what the browser's address is made to say."""
        return str(self.components["address"]["query"])

    @property
    def warnings(self) -> list[str]:
        return [_read(one.value) for one in self.tested.warning]

    @property
    def alt(self) -> str:
        """Return the text alternative of the one chart."""
        return str(self.chart["alt"])

    @property
    def figure(self) -> dict[str, Any]:
        """Return the one chart as plotly's JSON has it."""
        found: dict[str, Any] = json.loads(self.chart["figure"])
        return found

    @property
    def drawn_words(self) -> list[str]:
        """Return the texts of the one chart, line by line, without how they look."""
        return [re.sub("<[^>]+>", "", text) for trace in self.figure["data"] if trace["mode"] == "text" for text in trace["text"]]

    @property
    def chart(self) -> dict[str, Any]:
        """Return what the browser side is given of the one chart: the figure, its text alternative, and its spots."""
        found: dict[str, Any] = self.panel["chart"]["chart"]
        return found

    @property
    def columns(self) -> list[str]:
        """Return the heads of the overview's columns."""
        return [column["label"] for column in self.sheets["matrix"]["columns"]]

    @property
    def parties_at(self) -> list[tuple[str, str]]:
        """Return party and date of each column of the comparison."""
        return [(column["label"], column["sub"]) for column in self.sheets["compared"]["columns"][1:-1]]

    def _pills(self) -> Any:
        """Return the choice of parties; the tester knows no type for it."""
        return next(one for one in self.tested.get("button_group") if one.key == "parties")

    @property
    def parties(self) -> list[str]:
        """Return the parties that are chosen to be shown."""
        pills: Any = self._pills()
        return list(pills.value)

    def choose_parties(self, parties: list[str]) -> None:
        pills: Any = self._pills()
        pills.set_value(parties)

    def follow(self, way: str) -> Visit:
        """Follow a link, as the browser does, which keeps what stays of the address."""
        page, _, asked = way.partition("?")
        is_here = page == self.tested.session_state["address_page"]
        kept = {name: value for name, value in parse_qs(self.address).items() if name in EVERYWHERE or (is_here and name != "view")}
        whole = urlencode({**kept, **parse_qs(asked)}, doseq=True)
        if not is_here:
            return self.open(f"page:{page}?{whole}")
        self.tested.session_state["noted_in_controls"] = [("", whole, partial(address_bar.turn_to, page))]
        return self.run()

    def open(self, target: str) -> Visit:
        """Open what a component tells of."""
        self.tested.session_state["opened"] = f"{target} "
        return self.run()

    def run(self) -> Visit:
        self.tested.run()
        self.be_sound()
        return self

    def be_sound(self) -> None:
        assert [(one.message, one.stack_trace) for one in self.tested.exception] == []


def fetched(address: str, takes: str = "identity", has: str = "") -> Response:
    """Return what the dashboard answers to a browser that takes what it sends packed in this way, and that `has` some state of it."""
    path, _, query = address.partition("?")
    headers = [(b"accept-encoding", takes.encode()), *([(b"if-none-match", has.encode())] if has else [])]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": headers}
    for route in (*served_files.routes(), *panels.routes(), *glances.routes(), *interface.routes(), *health.routes()):
        match, child = route.matches(scope)
        if match is Match.FULL:
            answer: Response = route.endpoint(Request({**scope, **child}))
            return answer
    raise AssertionError(f"Nothing answers at {address}.")


def exchanged(answering: ASGIApp, address: str, kind: Literal["http", "websocket"], headers: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return what an application of the server sends to one request at an address."""
    path, _, query = address.partition("?")
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "method": "GET", "path": path, "query_string": query.encode(), "headers": raw}
    sent: list[dict[str, Any]] = []

    coming = iter([{"type": "websocket.connect" if kind == "websocket" else "http.request"}])

    async def receive() -> dict[str, Any]:
        return next(coming, None) or await asyncio.Future()  # nothing more is said

    async def send(message: Message) -> None:
        sent.append(dict(message))

    run_apart(answering(scope, receive, send))
    return sent


def _whole(told: Any) -> dict[str, Any]:
    data: dict[str, Any] = told[0] if isinstance(told, list) else told
    held = data.pop("held", {})
    return data | {name: json.loads(bytes(fetched(address).body)) for name, address in held.items()}


def items(sheet: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the items of every cell of a table."""
    for row in sheet["rows"]:
        for cell in row.get("cells", ()):
            yield from cell["items"]


def lines(sheet: dict[str, Any]) -> dict[str, list[list[str]]]:
    """Return the texts of a table's rows: by the text of the first cell, the texts of each further cell."""
    rows = [[[item["text"] for item in cell["items"]] for cell in row["cells"]] for row in sheet["rows"] if "cells" in row]
    return {first[0]: rest for first, *rest in rows}


def statements_behind(item: dict[str, Any]) -> list[str]:
    """Return the ids of the statements that an item opens."""
    what, _, ids = item.get("open", "").partition(":")
    return ids.split(",") if what == "statement" else []


def _read(markdown: str) -> str:
    """Return Markdown as it is read: of links the words, and no backslashes that make signs literal."""
    return re.sub(r"\\(?=[^\w\s])", "", re.sub(r"(?<!\\)\[(.*?)\]\([^)]*\)", r"\1", markdown))


Open = Callable[..., Visit]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return a function that says which folder the pages read."""
    # The pages read the command line, which is pytest's own here.
    monkeypatch.setattr(sys, "argv", ["dashboard"])
    monkeypatch.delenv(store.TEXTS_VARIABLE, raising=False)
    # The app hides what went wrong from its readers; whoever reads a failed test must see it.
    config.set_option("client.showErrorDetails", "full")
    return lambda folder: monkeypatch.setenv(store.POSITIONS_VARIABLE, str(folder))


@pytest.fixture
def visit(start: Callable[[Path], None], _registered: dict[str, Any]) -> Open:
    """Return a function that opens a page at an address, as a link does, on the shipped data or on those of a folder."""

    def opened(page: str = "overview", /, positions: Path = SHIPPED, **address: str | list[str]) -> Visit:
        start(positions)
        tested = AppTest.from_file(str(ROOT / "every_page.py"), default_timeout=120)
        for name, value in address.items():
            tested.query_params[name] = value
        if page != "overview":
            tested._registered_pages = _registered
            tested.switch_page(app.page_file(page))
        return Visit(tested).run()

    return opened


@pytest.fixture(scope="session")
def _registered() -> dict[str, Any]:
    """Return the pages as the tester knows them after a first run: without, it would have to run the overview to find any other page."""

    def the_list_alone() -> None:
        import streamlit as st

        from parley.views import app

        st.navigation(app.pages(), position="hidden")

    return dict(AppTest.from_function(the_list_alone).run()._registered_pages)


@pytest.fixture(scope="session")
def shipped() -> Dataset:
    return load(SHIPPED / "us-china-trade")


@pytest.fixture(autouse=True, scope="session")
def _done_once() -> Iterator[None]:
    """At each run the tester looks through every installed package for components, which takes longer than the run, and compiles the pages anew."""
    compiled = ScriptCache()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        patched.setattr(app_test, "ScriptCache", lambda: compiled)
        yield


@pytest.fixture(autouse=True, scope="session")
def spare() -> Iterator[Callable[[bool], None]]:
    """Return what looks for garbage after a reading: here in all that the tests have loaded, so only the test of it does so."""
    done = store._spare
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(store, "_spare", lambda again: None)
        yield done


@pytest.fixture(autouse=True, scope="module")
def _forget() -> None:
    """Let no module see what another had loaded."""
    st.cache_resource.clear()
    store.forget()


HOSTILE = {
    "northland": {"name": "Northland $x^2$ :smile: <i data-evil>i</i>", "short": "C$, A$"},
    "southmark": {"name": "South *mark* https://evil.example/a www.evil.example b@evil.example", "short": "I_S_ :eu:"},
    "isles": {"name": "The \u202eIsles -> &lt; ![x](https://evil.example/i.png)", "short": "G *7* :red[x]"},
}
HOSTILE_TEXT = (
    "$a$ and $b$ :smile: <b data-evil>b</b> https://evil.example/c www.evil.example [x](https://evil.example) :material/home: \u202eright *em* `code`"
)


def write_hostile(folder: Path) -> Path:
    """Write a negotiation in which every name and text would be something else where it is read as markup; return the folder above."""
    said = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("southmark", "offer", "r2"), ("isles", "red_line", "r3")]
    above = write_negotiation(folder, said, tuple(HOSTILE), ("quota", "ports"))
    header = yaml.safe_load((folder / "negotiation.yaml").read_text(encoding="utf-8"))
    header["title"] = header["about"] = HOSTILE_TEXT
    header["groups"][0]["name"] = HOSTILE_TEXT
    header["editions"] = [{"name": HOSTILE_TEXT, "day": "2025-03-02"}]
    header["events"] = [{"id": "round", "date": "2025-03-02", "what": HOSTILE_TEXT, "source": "gazette"}]
    for party in header["parties"]:
        party.update(HOSTILE[party["id"]])
        party["speakers"][0]["name"] = HOSTILE_TEXT
    for issue in header["issues"]:
        issue.update({"name": f"{issue['id']} {HOSTILE_TEXT}", "short": f"{issue['id']} $1$ *x* :eu: https://evil.example", "question": HOSTILE_TEXT})
        for number, rung in enumerate(issue["scale"]["ladder"]):
            rung["name"] = f"{number} <b data-evil>$x$</b> &lt;"
    write_yaml(folder / "negotiation.yaml", header)
    for party in HOSTILE:
        told = yaml.safe_load((folder / f"{party}.yaml").read_text(encoding="utf-8"))
        for one in told["statements"]:
            one.update({"says": HOSTILE_TEXT, "note": HOSTILE_TEXT, "date_note": HOSTILE_TEXT})
        write_yaml(folder / f"{party}.yaml", told)
    record = yaml.safe_load((above / "seeds" / "gazette.yaml").read_text(encoding="utf-8"))
    write_yaml(above / "seeds" / "gazette.yaml", {**record, "title": HOSTILE_TEXT, "abstract": HOSTILE_TEXT, "date_note": HOSTILE_TEXT})
    return above
