"""What the presentation says beside its slides: the keys and what each does, and what stands in the speaker's window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from parley.telling.issue_page import CANNOT_BE_DRAWN
from parley.telling.said import Said, Verbatim, said
from parley.telling.webpage import WHO_SAID

Does = Literal["next", "before", "ends", "number", "back", "black", "full", "notes", "reset", "evidence", "close"]
DOES: tuple[Does, ...] = get_args(Does)
WHOLE_PICTURE = said("the-whole-picture")
_WORDS = (
    *("start", "notes", "next", "last", "step", "none", "beside", "time", "spent", "ended", "blocked", "beginning", "close", "coming", "missing"),
    *("was_last", "last_of_issue"),
)
_BLANK = Verbatim("{0}")  # where the browser puts in the name or the number that it knows


def keys_that(does: Does) -> Said:
    """Return which keys do something."""
    return said("presenting-keys", does=does)


def what_is_done(does: Does) -> Said:
    """Return what they do."""
    return said("presenting-does", does=does)


def presenting() -> Mapping[str, Said]:
    """Return the words that the browser puts up, by the name under which it asks for them; it fills in "{0}" itself."""
    return {
        **{name: said("presenting", words=name) for name in _WORDS},
        "gone": said("presenting-gone", step=_BLANK),
        "nearest": said("presenting-nearest", step=_BLANK),
        "more": said("presenting-more", count=_BLANK),
        "evidence": WHO_SAID,
        "refused": CANNOT_BE_DRAWN,
    }
