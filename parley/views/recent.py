"""What was last asked for, of all readers together: made once, and let go when others have been asked for since."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """So many values of those last asked for."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, V] = OrderedDict()  # the one last asked for at the end
        self._keeping = Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return a value, made only where nobody has asked for it lately; others need not wait while it is."""
        with self._keeping:
            found = self._values.get(key)
        if found is None:
            found = make()
        with self._keeping:
            self._values[key] = found
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return found
