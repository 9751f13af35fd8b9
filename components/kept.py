"""What all readers share, kept by key: made once, by the first who asks, while others who ask for the same wait."""

from collections.abc import Callable
from threading import Condition
from typing import ParamSpec, TypeVar

from cachetools import LRUCache, cached

P = ParamSpec("P")
T = TypeVar("T")
_emptied: list[Callable[[], None]] = []


def kept(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator that keeps the answers of the last `most` calls, by their arguments, which must be hashable.

    Streamlit's own caches hash every argument by its content at each call; a rerun asks some sixty times. Nobody changes what
    is kept. Arguments name the build, the viewpoint and the language, so nothing that is kept is ever out of date.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        keeping: Callable[P, T] = cached(LRUCache(most), condition=Condition())(function)
        _emptied.append(keeping.cache_clear)  # type: ignore[attr-defined]
        return keeping

    return decorate


def empty() -> None:
    """Forget everything that is kept."""
    for clear in _emptied:
        clear()
