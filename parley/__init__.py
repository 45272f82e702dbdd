"""Parley: what the parties to a negotiation have said, side by side, and how far apart it is."""

from __future__ import annotations

__version__ = "0.1.0"
