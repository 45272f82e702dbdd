"""What is said to whoever logs in, may not do something, or has signed out."""

from __future__ import annotations

from typing import Literal

from parley.telling.said import Said, Verbatim, said

Halt = Literal["signed_out", "not_accepted", "no_group", "unreachable"]
Refused = Literal["log_in_first", "no_group", "not_yours", "not_an_editor"]
LOG_IN = said("log-in")
SIGN_OUT = said("sign-out")
LOGIN_ENDED = said("login-ended")
ONLY_EDITORS = said("only-editors")
SEES_NO_HISTORY = said("sees-no-history")
FILES_NOT_WHOLE = said("files-not-whole")


def halted_title(why: Halt) -> Said:
    """Return the title of a page that is shown in the place of all others."""
    return said("halted-title", why=why)


def halted(why: Halt, name: str = "") -> Said:
    """Return what such a page says; `name` is that of whoever is logged in."""
    return said("halted", why=why, name=Verbatim(name))


def refused(why: Refused) -> Said:
    """Return why a program, or a part of a page, is not given something."""
    return said("not-given", why=why)


def logged_in(name: str, role: str) -> Said:
    """Return who is logged in, and as what."""
    return said("logged-in", name=Verbatim(name), role=role)
