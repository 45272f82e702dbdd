"""Half an hour of clicking in some minutes, without a browser: whether the server's memory stays as it is while issues are gone through."""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import urllib.request

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.pages import ROOT
from benchmarks.serving import memory_of, served
from parley.dataset import load

ROWS = 12
WIDTH = 1120  # pixels that a panel has on a laptop
LIMIT = 60  # seconds after which an answer that does not come ends the measuring


class Visitor:
    """One person on the page of an issue, who turns to issue after issue and waits for each."""

    def __init__(self, socket: ClientConnection, address: str) -> None:
        self.socket, self.address = socket, address
        self.navigator = self.title = self.panels = ""

    async def turn_to(self, issue: str, stamp: int) -> None:
        """Choose an issue as the browser does, wait until its page has been sent, and fetch what is shown of it."""
        message = BackMsg()
        message.rerun_script.page_name = "issue"
        message.rerun_script.query_string = "" if self.navigator else f"issue={issue}"
        if self.navigator:
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.json_value = self.navigator, json.dumps({"chosen": f"{issue} {stamp}"})
        await self.socket.send(message.SerializeToString())
        while True:
            sent = ForwardMsg.FromString(await asyncio.wait_for(self.socket.recv(), LIMIT))
            element = sent.delta.new_element
            if element.HasField("bidi_component"):
                self._take(element.bidi_component)
            if sent.HasField("script_finished"):
                await asyncio.to_thread(fetch, f"{self.address}{self.panels}&theme=light&width={WIDTH}&issue={issue}")
                return

    def _take(self, component: BidiComponent) -> None:
        match component.component_name.rpartition("_")[2]:
            case "navigator":
                self.navigator = component.id
            case "heading":
                self.title = json.loads(component.json)[0]["name"]
            case "panel":
                self.panels = json.loads(component.json)[0]["base"]


def fetch(address: str) -> None:
    """Fetch what is shown of an issue; raise where there is none."""
    urllib.request.urlopen(address, timeout=LIMIT).close()


async def click(address: str, process: int, people: int, clicks: int) -> None:
    """Print how much memory the server holds after each part of the clicks, as soon as it is known: whoever breaks off keeps what was measured."""
    issues = [one.id for one in load(ROOT / "positions" / "us-china-trade").negotiation.issues]
    chance = random.Random(1)
    where = address.replace("http", "ws") + "/_stcore/stream"
    sockets = [await connect(where, subprotocols=["streamlit"], max_size=None) for _ in range(people)]  # type: ignore[list-item]
    visitors = [Visitor(one, address) for one in sockets]
    done = 0
    titles: set[str] = set()
    for part in range(ROWS):
        while done < clicks * (part + 1) / ROWS:
            await asyncio.gather(*(one.turn_to(chance.choice(issues), done) for one in visitors))
            titles |= {one.title for one in visitors}
            done += people
        print(f"{done:>6}  {memory_of(process):.0f} MB", flush=True)
    for socket in sockets:
        await socket.close()
    if len(titles) < len(issues):
        raise RuntimeError(f"Only {len(titles)} of {len(issues)} issues were ever shown.")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=5)
    parser.add_argument("--clicks", type=int, default=9_000, help="as many as five people make in half an hour, one a second")
    args = parser.parse_args()
    with served("dashboard.py", "--positions", str(ROOT / "positions")) as (address, process):
        print("clicks  memory of the server", flush=True)
        asyncio.run(click(address, process, args.people, args.clicks))


if __name__ == "__main__":
    main()
