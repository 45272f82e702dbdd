"""What a page receives, over its websocket and by single requests, and which of it travels ahead of the reader."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from benchmarks.painted import NeverPaintedError

PANELS = "/parley/issue/"
QUIET_FOR, QUIET_WITHIN = 0.6, 60.0  # seconds


def issue_asked_for(address: str) -> str | None:
    """Return the issue of which an address brings what is shown, or None where it brings something else."""
    parts = urlsplit(address)
    return parse_qs(parts.query)["issue"][0] if PANELS in parts.path else None


def frame_size(opcode: int, payload: str) -> int:
    """Return the bytes of a frame of a websocket, which the browser tells as text or, if it is none, in base 64."""
    return len(payload.encode()) if opcode == 1 else len(payload) * 3 // 4 - payload[-2:].count("=")


class Traffic:
    """All that a page has received since it was last asked, in bytes, headers of answers included."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.fetched: set[str] = set()  # issues that were ever fetched
        self._open: dict[str, str] = {}
        self._received: list[tuple[str | None, int]] = []
        self._last = time.monotonic()
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)
        session.on("Network.loadingFailed", self._came)
        session.on("Network.webSocketFrameReceived", self._framed)
        session.send("Network.enable")

    def _asked(self, event: Mapping[str, Any]) -> None:
        address = event["request"]["url"]
        self._open[event["requestId"]] = address
        self._last = time.monotonic()
        issue = issue_asked_for(address)
        if issue:
            self.fetched.add(issue)

    def _came(self, event: Mapping[str, Any]) -> None:
        address = self._open.pop(event["requestId"], "")
        self._received.append((issue_asked_for(address), int(event.get("encodedDataLength", 0))))
        self._last = time.monotonic()

    def _framed(self, event: Mapping[str, Any]) -> None:
        frame = event["response"]
        self._received.append((None, frame_size(int(frame["opcode"]), frame["payloadData"])))
        self._last = time.monotonic()

    def settle(self) -> None:
        """Wait until nothing has come or is awaited for a moment: what travels ahead has arrived."""
        end = time.monotonic() + QUIET_WITHIN
        while self._open or time.monotonic() - self._last < QUIET_FOR:
            if time.monotonic() > end:
                raise NeverPaintedError(f"The page at {self.page.url} did not come to rest within {QUIET_WITHIN:.0f} s.")
            self.page.wait_for_timeout(50)

    def taken(self, issue: str) -> tuple[int, int]:
        """Return the bytes received since this was last called: for a click on `issue`, and what travelled ahead."""
        ahead = sum(size for of, size in self._received if of not in (None, issue))
        every = sum(size for _, size in self._received)
        self._received.clear()
        return every - ahead, ahead
