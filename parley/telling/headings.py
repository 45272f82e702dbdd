"""The headings that stand over columns and sections of several media: one word for each, wherever it is read."""

from __future__ import annotations

from parley.telling.said import said

NONE = said("none")
NUMBER = said("heading-number")
ISSUE = said("heading-issue")
GAP = said("heading-gap")
APART = said("heading-apart")
LIMITS = said("heading-limits")
LIES_BETWEEN = said("heading-lies-between")
MEANING = said("heading-meaning")
LANDING = said("heading-landing")
CHANGE = said("heading-change")
OTHERS = said("heading-others")
STATUS = said("heading-status")
POSITION = said("heading-position")
EVIDENCE_BY_ID = said("heading-evidence-by-id")
ALSO_SAID = said("heading-also-said")
