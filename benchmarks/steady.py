"""Hours of clicking in minutes, without a browser: whether the server's memory stays as it is while issues are gone through."""

from __future__ import annotations

import argparse
import asyncio
import json
import random
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.browser import served_process
from benchmarks.pages import ROOT
from benchmarks.timing import print_table
from parley.dataset import load

ROWS = 12


class Visitor:
    """One person on the page of an issue, who turns to issue after issue and waits for each."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.navigator = self.title = ""

    async def turn_to(self, issue: str, stamp: int) -> None:
        """Choose an issue as the browser does, and wait until its page has been sent."""
        message = BackMsg()
        message.rerun_script.page_name = "issue"
        message.rerun_script.query_string = "" if self.navigator else f"issue={issue}"
        if self.navigator:
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.json_value = self.navigator, json.dumps({"chosen": f"{issue} {stamp}"})
        await self.socket.send(message.SerializeToString())
        while True:
            sent = ForwardMsg.FromString(await self.socket.recv())  # type: ignore[arg-type]
            element = sent.delta.new_element
            if element.HasField("bidi_component") and element.bidi_component.component_name.endswith("navigator"):
                self.navigator = element.bidi_component.id
            if element.HasField("heading"):
                self.title = element.heading.body
            if sent.HasField("script_finished"):
                return


def memory_of(process: int) -> float:
    """Return the memory that a process holds now, in megabytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1])
    return pages * 4096 / 1e6


async def click(address: str, process: int, people: int, clicks: int) -> list[list[str]]:
    """Return how much memory the server holds after each part of the clicks."""
    issues = [one.id for one in load(ROOT / "positions" / "us-china-trade").negotiation.issues]
    chance = random.Random(1)
    rows = []
    where = address.replace("http", "ws") + "/_stcore/stream"
    sockets = [await connect(where, subprotocols=["streamlit"], max_size=None) for _ in range(people)]  # type: ignore[list-item]
    visitors = [Visitor(one) for one in sockets]
    done = 0
    titles: set[str] = set()
    for part in range(ROWS):
        while done < clicks * (part + 1) / ROWS:
            await asyncio.gather(*(one.turn_to(chance.choice(issues), done) for one in visitors))
            titles |= {one.title for one in visitors}
            done += people
        rows.append([str(done), f"{memory_of(process):.0f} MB"])
    for socket in sockets:
        await socket.close()
    if len(titles) < len(issues):
        raise RuntimeError(f"Only {len(titles)} of {len(issues)} issues were ever shown.")
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=5)
    parser.add_argument("--clicks", type=int, default=18_000, help="as many as five people make in an hour, one a second")
    args = parser.parse_args()
    with served_process("dashboard.py", "--positions", str(ROOT / "positions")) as (address, process):
        rows = asyncio.run(click(address, process, args.people, args.clicks))
    print_table("Memory of the server", ["clicks", "memory"], rows)


if __name__ == "__main__":
    main()
