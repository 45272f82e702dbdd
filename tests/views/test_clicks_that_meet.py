"""Two clicks that meet on the server: neither is lost, as long as every run draws the whole page and none is thrown away unheard."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import ScriptRunner

from tests.apart import run_apart

VIEWS = Path(__file__).parents[2] / "parley" / "views"

# Two buttons and what each was pressed for; `{part}` makes the second a part of the page that runs alone.
PAGE = """
import streamlit as st

def press(name):
    st.session_state[name] = st.session_state.get(name, 0) + 1

def shown(name):
    st.button(name, on_click=press, args=(name,))
    st.markdown(f"{{name}} pressed {{st.session_state.get(name, 0)}}")

shown("first")

{part}
def second():
    shown("second")

second()
"""


class Client:
    """A browser's half: keeps the controls and texts that it was sent last."""

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime
        self.controls: dict[str, tuple[str, str]] = {}
        self.texts: dict[str, str] = {}
        self.session_id = runtime.connect_session(client=self, user_info={})

    @property
    def session(self) -> AppSession:
        found = self.runtime.get_app_session(self.session_id)
        assert found is not None
        return found

    def write_forward_msg(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.HasField("button"):
            self.controls[element.button.label] = (element.button.id, message.delta.fragment_id)
        if element.HasField("markdown"):
            name, _, count = element.markdown.body.partition(" pressed ")
            self.texts[name] = count

    def open(self) -> None:
        self._send(BackMsg())

    def press(self, label: str) -> None:
        """Press a button; a browser says of which part of the page it is, if that runs alone."""
        message = BackMsg()
        pressed, message.rerun_script.fragment_id = self.controls[label]
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.trigger_value = pressed, True
        self._send(message)

    def _send(self, message: BackMsg) -> None:
        message.rerun_script.query_string = ""
        self.runtime.handle_backmsg(self.session_id, message)

    def let_the_run_end_unheard(self) -> None:
        """Wait until the run has done all it does, while the server does nothing else, as one does that has much to do."""
        thread: threading.Thread = self.session._scriptrunner._script_thread  # type: ignore[union-attr, assignment]
        thread.join()

    async def rest(self) -> None:
        """Let the server go on until nothing runs and everything has been sent."""
        await self.session.wait_until_settled()


Play = Callable[[str, Callable[[Client], Coroutine[Any, Any, None]]], dict[str, str]]


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Return a function that serves a page, lets a client act on it, and returns what the client then shows."""

    def played(part: str, act: Callable[[Client], Coroutine[Any, Any, None]]) -> dict[str, str]:
        page = tmp_path / "page.py"
        page.write_text(PAGE.format(part=part), encoding="utf-8")
        runtime = Runtime(RuntimeConfig(str(page), MemoryMediaFileStorage("/media"), MemoryUploadedFileManager("/upload")))

        async def run() -> dict[str, str]:
            await runtime.start()
            client = Client(runtime)
            client.session.track_settling()
            client.open()
            await client.rest()
            await act(client)
            await client.rest()
            runtime.stop()
            await runtime.stopped
            return client.texts

        return run_apart(run())

    yield played
    Runtime._instance = None


async def one_after_the_other(client: Client) -> None:
    client.press("first")
    client.let_the_run_end_unheard()
    client.press("second")


async def before_the_first_was_begun(client: Client) -> None:
    begun: list[ScriptRunner] = []
    begin = ScriptRunner.start
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ScriptRunner, "start", lambda runner: begun.append(runner))
        client.press("first")
        client.press("second")
    for runner in begun:
        begin(runner)


@pytest.mark.parametrize("act", [one_after_the_other, before_the_first_was_begun])
def test_two_clicks_that_meet_are_both_shown(play: Play, act: Callable[[Client], Coroutine[Any, Any, None]]) -> None:
    """Whether the second comes before the first was begun, or when it has ended and nobody has heard of it yet."""
    assert play("", act) == {"first": "1", "second": "1"}


def test_a_part_that_runs_alone_would_lose_what_the_run_before_it_drew(play: Play) -> None:
    """Streamlit hears no more of a run once the next has begun: the first click has been counted, and its page is not shown.

    Once this fails, Streamlit has mended it, and parts of a page may run alone again.
    """
    assert play("@st.fragment", one_after_the_other) == {"first": "0", "second": "1"}


def test_a_run_thrown_away_before_it_began_would_lose_its_click(play: Play) -> None:
    """Which is what Streamlit does unless it is told not to; the project's settings tell it."""
    assert config.get_option("runner.fastReruns") is False
    config.set_option("runner.fastReruns", True)
    try:
        assert play("", before_the_first_was_begun) == {"first": "0", "second": "1"}
    finally:
        config.set_option("runner.fastReruns", False)


def test_no_control_stands_in_a_part_that_runs_alone_or_by_the_clock() -> None:
    """Of the pages only the words on what is being made are such a part; the watcher has it run, and only at rest."""
    parts = {path.name: path.read_text(encoding="utf-8") for path in sorted(VIEWS.rglob("*.py"))}
    assert [name for name, text in parts.items() if re.search(r"@st\.fragment", text)] == ["take_away_parts.py"]
    assert [name for name, text in parts.items() if re.search(r"run_every|st\.rerun", text)] == []
