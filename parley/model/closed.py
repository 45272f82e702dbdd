"""A record of the files: frozen, and closed to keys that it does not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

_FIELDS_GIVEN: dict[frozenset[str], set[str]] = {}


class Closed(BaseModel):
    """A frozen record that refuses every key it does not know."""

    # What checks a record is made when the first of its kind is read: those that stand only within others need none of their own.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    def model_post_init(self, _context: object) -> None:
        """Share with its like the set of fields that were given, which takes as much room as the record itself."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _FIELDS_GIVEN.setdefault(frozenset(given), given))
