"""Why a change is not made, each fault at the field in which it lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.editing.edits import Edit
from parley.errors import ParleyError, Problem, named, quoted
from parley.suggestions import with_suggestion


@dataclass(frozen=True)
class Fault:
    """Something wrong: the way to the field from the record that was changed, and the change; both empty where it lies elsewhere."""

    field: tuple[str | int, ...]
    problem: Problem
    edit: Edit | None = None

    @property
    def told(self) -> str:
        """Return what is wrong and how to mend it, without the place in the file."""
        return " ".join(filter(None, (self.problem.what, self.problem.mend)))


class RefusedError(ParleyError):
    """Changes of which something would be wrong; nothing was written."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{'.'.join(map(str, one.field))}: {one.told}" if one.field else str(one.problem) for one in self.faults))


class EditError(ParleyError):
    """A change that cannot be made, whatever it says."""

    @classmethod
    def nothing_there(cls, kind: str, given: str, known: Sequence[str]) -> EditError:
        """Say that there is no such record."""
        return cls(with_suggestion(f"There is no {kind} {quoted(given)}.", given, known))

    @classmethod
    def there_already(cls, kind: str, given: str) -> EditError:
        """Say that a record has this id."""
        return cls(f"There is a {kind} {quoted(given)} already. Choose another id.")

    @classmethod
    def in_own_style(cls, path: str) -> EditError:
        """Say that a file is written so that the change cannot be made without touching other lines."""
        return cls(f"{named(path)} is written in a way that could not be kept line by line, so it is left as it is. Make this change in the file.")

    @classmethod
    def unreadable(cls, path: str) -> EditError:
        """Say that a file that is to be changed cannot be read as it is."""
        return cls(f"{named(path)} cannot be read as it is. Mend it first: 'check' says where.")

    @classmethod
    def no_file_name(cls, given: str) -> EditError:
        """Say that a file of statements cannot be called so."""
        return cls(f"{named(given)} cannot be the name of a file of statements. Write a plain name that ends in '.yaml'.")

    @classmethod
    def no_steps(cls, issue: str) -> EditError:
        """Say that an issue has no steps that could be changed."""
        return cls(f"The scale of {quoted(issue)} is a number in a unit, and has no steps.")

    @classmethod
    def no_version(cls, given: str) -> EditError:
        """Say that the history holds no such version."""
        return cls(f"The history holds no version {quoted(given)}.")
