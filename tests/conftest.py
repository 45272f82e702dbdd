"""What holds for every test: properties are tried on the same examples each time, and none is failed by a slow machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
