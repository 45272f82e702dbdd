"""What the tests of figures share: a figure's JSON read back."""

from __future__ import annotations

from collections.abc import Iterator


def numbers(value: object) -> Iterator[float]:
    """Yield every number in a figure's JSON, at any depth."""
    if isinstance(value, dict):
        for one in value.values():
            yield from numbers(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from numbers(one)
    elif isinstance(value, int | float):
        yield value
