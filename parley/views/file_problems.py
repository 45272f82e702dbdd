"""What is wrong with the files, told above the page: what cannot be read, which rules are broken, what was left out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from parley.dataset import from_its_folder
from parley.errors import Problem
from parley.grouping import foremost
from parley.views import store
from parley.views.markup import verbatim

SHOWN_PROBLEMS = 8


def show_problems_of(held: store.Held) -> None:
    """Tell what is wrong with the files of the negotiation shown, and with the folder it lies in."""
    if held.problems:
        kept = "Shown is the last good data." if held.dataset else "Nothing can be shown until they are mended."
        _show(held.problems, f"The files cannot be read as they are now. {kept}")
    elif held.broken_rules:
        _show(held.broken_rules, "The files can be read, but what is shown may be wrong.")
    if held.dataset and held.dataset.left_out:
        _show(held.dataset.left_out, "Left out of everything shown, because it could not be taken:")
    twins = store.repeated()
    if twins:
        _show(twins, "Two negotiations cannot be told apart by their ids.")


def _show(problems: Sequence[Problem], head: str) -> None:
    shown = verbatim(str(from_its_folder(problem)) for problem in foremost(problems, SHOWN_PROBLEMS))
    more = len(problems) - SHOWN_PROBLEMS
    tell = st.error if any(one.severity == "error" for one in problems) else st.warning
    tell(f"**{head}**\n\n{shown}" + (f"\n\nand {more} more; run `python -m parley check`." if more > 0 else ""))
