"""What is wrong with the files, told above the page: what cannot be read, which rules are broken, what was left out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from parley.errors import Problem
from parley.folders import from_its_folder
from parley.grouping import foremost
from parley.telling import problems as told
from parley.telling.access import FILES_NOT_WHOLE
from parley.telling.said import Said
from parley.views import people, store
from parley.views.markup import verbatim
from parley.words import say

SHOWN_PROBLEMS = 8


def show_problems_of(held: store.Held) -> None:
    """Tell what is wrong with the files of the negotiation shown, and with the folder it lies in; in full to whoever sees what stands in them."""
    if not people.sees_internal():
        if not held.is_whole:
            st.warning(say(FILES_NOT_WHOLE))
        return
    if held.problems:
        _show(held.problems, told.unreadable(are_kept=held.dataset is not None))
    elif held.broken_rules:
        _show(held.broken_rules, told.MAY_BE_WRONG)
    if held.dataset and held.dataset.left_out:
        _show(held.dataset.left_out, told.LEFT_OUT)
    twins = store.repeated()
    if twins:
        _show(twins, told.ALIKE)


def _show(problems: Sequence[Problem], head: Said) -> None:
    shown = verbatim(str(from_its_folder(problem)) for problem in foremost(problems, SHOWN_PROBLEMS))
    more = len(problems) - SHOWN_PROBLEMS
    tell = st.error if any(one.severity == "error" for one in problems) else st.warning
    tell("\n\n".join([say(told.under(head)), shown, *([say(told.more(more))] if more > 0 else [])]))
