"""The copy of the invented negotiation that a test of changes may change is that of a test of proposals."""

from tests.editing.conftest import fjords

__all__ = ["fjords"]
