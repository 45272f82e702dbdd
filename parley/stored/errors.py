"""What may be wrong with a store, in sentences."""

from __future__ import annotations

from parley.errors import ParleyError, quoted


class StoreError(ParleyError):
    """A store that cannot be opened, or holds nothing."""

    @classmethod
    def not_opened(cls, url: str, why: Exception) -> StoreError:
        """Say which store it is, what the database says of it, and how a store is named."""
        return cls(
            f"The store {quoted(without_password(url))} cannot be opened: {_in_a_line(why, url)}. "
            "Name it as duckdb:///folder/talks.duckdb, or as postgres://user@host/database."
        )

    @classmethod
    def not_answered(cls, url: str, why: Exception) -> StoreError:
        """Say that a store that was open answers no more, and what the database says."""
        return cls(f"The store {quoted(without_password(url))} does not answer: {_in_a_line(why, url)}.")

    @classmethod
    def empty(cls, url: str) -> StoreError:
        """Say that nothing was ever loaded into it, and how to do so."""
        shown = without_password(url)
        return cls(f"The store {quoted(shown)} holds no negotiation. Fill it with: parley store load DIR --to {shown}")

    @classmethod
    def of_another_program(cls, then: str, now: str) -> StoreError:
        """Say that another version of the program has written what is to be read."""
        return cls(f"This negotiation was loaded by Parley {then}, and this is {now}. Load it again with: parley store load DIR --to URL")

    @classmethod
    def unlike(cls, name: str, first: str, second: str) -> StoreError:
        """Say that two folders hold a negotiation of one id."""
        return cls(f"{quoted(second)} holds a negotiation with the id {quoted(name)}, and so does {quoted(first)}. Give one of them another id.")


def _in_a_line(why: Exception, url: str) -> str:
    return " ".join(str(why).replace(url, without_password(url)).split()).rstrip(".")


def without_password(url: str) -> str:
    """Return the address of a store as it may be shown."""
    head, at, tail = url.rpartition("@")
    scheme, slashes, login = head.partition("://")
    return f"{scheme}{slashes}{login.partition(':')[0]}{at}{tail}" if at else url
