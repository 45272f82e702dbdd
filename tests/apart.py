"""What waits, run in a thread of its own: a browser of other tests may have left an event loop in this one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Found = TypeVar("Found")


def run_apart(answering: Coroutine[Any, Any, Found]) -> Found:
    """Return what comes of it."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, answering).result()
