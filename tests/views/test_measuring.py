"""What the server writes down and counts: who, which page, how long; and nothing of what stands in files or was searched for."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit.logger
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from parley import __version__
from parley.access import Person
from parley.views import people, store
from parley.views.server import logs, measuring
from tests.views.conftest import Open, exchanged, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]
SECRET = "what stays inside"


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., list[str]]]:
    """Begin to write in a form, or return what has been written since; afterwards all is as it was."""
    before = streamlit.logger.setup_formatter

    def lines(form: Any = None) -> list[str]:
        if form:
            logs.begin(form)
        return capsys.readouterr().err.splitlines()

    yield lines
    logging.getLogger("parley").handlers = []
    streamlit.logger.setup_formatter = before
    streamlit.logger.update_formatter()


def answering(scope: Scope, receive: Receive, send: Send) -> Any:
    async def answered() -> None:
        if scope["path"] == "/broken":
            raise KeyError(SECRET)
        scope[people.IN_SCOPE] = Person("v", "Vic Dahl", "viewer", False) if scope["path"] == "/search" else None
        await send(
            {"type": "websocket.close", "code": 1008}
            if scope["type"] == "websocket"
            else {"type": "http.response.start", "status": 200, "headers": []}
        )

    return answered()


def ask(address: str, kind: Any = "http") -> None:
    exchanged(measuring.Measured(answering), address, kind, {})


def test_a_request_is_a_line_with_who_what_and_how_long(written: Callable[..., list[str]]) -> None:
    """Nothing of what was searched for, nor by which name the server knows a page; no path can make a line of its own."""
    written("json")
    ask(f"/search?q={SECRET}")
    ask("/_stcore/upload_file/session-of-vic/file")
    ask("/a\nlevel=error\x1b[31m")
    ask("/_stcore/stream", "websocket")
    logging.getLogger("uvicorn.access").info("GET /search?q=%s", SECRET)
    with pytest.raises(KeyError):
        ask("/broken")
    lines = written()
    found = [json.loads(one) for one in lines]
    assert [(one["event"], one.get("kind"), one["path"], one.get("status"), one.get("user")) for one in found] == [
        ("request", "page", "/search", 200, "Vic Dahl"),
        ("request", "streamlit", "/_stcore/upload_file", 200, None),
        ("request", "other", "/a\\nlevel=error\\x1b[31m", 200, None),
        ("request", "stream", "/_stcore/stream", 403, None),
        ("broken", None, "/broken", None, None),
        ("request", "other", "/broken", 500, None),
    ]
    assert (found[4]["level"], found[4]["error"], found[4]["at"].split(" < ")[0].split(":")[0]) == ("error", "KeyError", "test_measuring.py")
    assert all(one["seconds"] >= 0 for one in found if one["event"] == "request")
    assert SECRET not in "".join(lines) and "session-of-vic" not in "".join(lines)


def test_a_run_of_a_page_is_a_line_and_what_breaks_it_is_told_without_its_words(written: Callable[..., list[str]]) -> None:
    """As text; what Streamlit has to say comes in the same form, also from a part of it that is loaded later."""
    written("text")
    with measuring.run_of("issue"):
        pass
    with pytest.raises(ValueError, match=SECRET), measuring.run_of("issue"):
        raise ValueError(SECRET)
    later = streamlit.logger.get_logger("streamlit.some.part")
    try:
        raise ValueError(SECRET)
    except ValueError:
        later.exception("Uncaught app execution")
    told = [one.split(" ", 1)[1] for one in written()]
    assert [re.split(" seconds=| at=", one)[0] for one in told] == [
        "level=info event=run page=issue",
        "level=error event=broken page=issue error=ValueError",
        "level=info event=run page=issue",
        'level=error event="Uncaught app execution" error=ValueError',
    ]
    assert SECRET not in "".join(told)


def asked(client: str, **headers: str) -> tuple[int, str]:
    scope = {"type": "http", "method": "GET", "headers": [(one.encode(), two.encode()) for one, two in headers.items()], "client": (client, 1)}
    answer = measuring.routes()[0].endpoint(Request(scope))
    return answer.status_code, bytes(answer.body).decode()


def test_the_figures_are_for_this_machine_alone_unless_they_are_opened(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy on the machine passes nobody through; what is told is counts, seconds, memory and the version of the data."""
    before = measuring._runs.labels("issue")._sum.get()
    visit("issue", write_negotiation(tmp_path / "fjords", TALKS))
    status, told = asked("127.0.0.1")
    assert status == 200 and measuring._runs.labels("issue")._sum.get() > before
    dataset = store.held(tmp_path / "fjords").dataset
    assert dataset is not None
    lines = told.splitlines()
    assert f'parley_data_info{{negotiation="fjords",program="{__version__}",version="{dataset.version}"}} 1.0' in lines
    assert 'parley_files_whole{negotiation="fjords"} 1.0' in lines
    assert "parley_sessions 0.0" in lines
    names = ("parley_run_seconds_count", "parley_requests_total", "parley_errors_total", "process_resident_memory_bytes", "process_open_fds")
    assert [one for one in names if not any(line.startswith(one) for line in lines)] == []
    assert [asked(one)[0] for one in ("::1", "10.0.0.7", "", "localhost")] == [200, 404, 404, 404]
    assert [asked("127.0.0.1", **{one: "127.0.0.1"})[0] for one in ("x-forwarded-for", "x-forwarded-proto", "x-real-ip", "forwarded", "via")] == [
        404
    ] * 5
    monkeypatch.setattr(sys, "argv", ["dashboard", "--open-metrics"])
    assert asked("10.0.0.7", **{"x-forwarded-for": "10.0.0.7"})[0] == 200
    assert not measuring.is_from_here("127.0.0.1", Headers({"X-Forwarded-Host": "talks.example"}))
