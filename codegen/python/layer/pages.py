"""A list in pages."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from ..types import Unset
from .errors import ConnectionError, SdkError

Page = TypeVar("Page")
Item = TypeVar("Item")


class List(Generic[Page, Item]):
    """A list that the service gives in pages. It sends nothing before it is iterated, and a page only when it is needed."""

    def __init__(
        self,
        operation: str,
        load: Callable[[str | Unset], Page],
        items: Callable[[Page], builtins.list[Item]],
        next_cursor: Callable[[Page], str | None | Unset],
        cursor: str | Unset,
    ) -> None:
        self._operation = operation
        self._load = load
        self._items = items
        self._next_cursor = next_cursor
        self._cursor = cursor

    def first_page(self) -> Page:
        """The first page."""
        return self._load(self._cursor)

    def pages(self) -> Iterator[Page]:
        """Every page."""
        cursor = self._cursor
        seen: set[str | Unset] = {cursor}
        while True:
            page = self._load(cursor)
            yield page
            following = self._next_cursor(page)
            if following is None or isinstance(following, Unset):
                return
            # The iteration would have no end. The generated parsers take anything for a text.
            if not isinstance(following, str) or following in seen:
                error = ConnectionError(f"{self._operation} got no usable answer: no new cursor")
                error.operation = self._operation
                raise error
            seen.add(following)
            cursor = following

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from self._items(page)

    def to_list(self, max: int | None = None) -> builtins.list[Item]:
        """The items in one list: all of them, or the first ``max``."""
        # Not every caller has its types checked.
        if max is not None and not (isinstance(max, int) and max >= 0):
            error = SdkError(f"max must be a number from 0 on, not {max!r}")
            error.operation = self._operation
            raise error
        return builtins.list(self if max is None else islice(self, max))
