"""The headings that stand over columns and sections of several media: one word for each, wherever it is read."""

from __future__ import annotations

from parley.telling.said import said

ISSUE = said("heading-issue")
GAP = said("heading-gap-cell")
APART = said("heading-apart")
