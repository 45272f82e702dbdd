"""Work that makes a great many values and no circles of them, done without the search for circles."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from threading import Event
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

# Whether somebody has set values apart for good. They are counted one by one, for which a page of the dashboard would wait: so not after one yes.
_set_apart = Event()


def uncollected(work: Callable[Given, Made]) -> Callable[Given, Made]:
    """Return the function as one during which Python looks for no circles of values: a fifth of the time of reading goes into that.

    What it made counts as old when it returns; as new it would be gone through three times by whatever comes next, for three quarters of a
    second where 30,000 statements were read.

    Of two that run at once in threads the first to end turns the search on again, which costs the other time and nothing else.
    """

    @wraps(work)
    def quicker(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        if not gc.isenabled():
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            _count_as_old()
            gc.enable()

    return quicker


def _count_as_old() -> None:
    """Let everything there is be gone through only when the old is, which happens as seldom as the growth of all values asks for it."""
    # What somebody has set apart for good stays so.
    if _set_apart.is_set():
        return
    if gc.get_freeze_count():
        _set_apart.set()
    else:
        gc.freeze()
        gc.unfreeze()
