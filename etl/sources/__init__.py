"""One file a source. Each exports the same names, and nothing is registered anywhere.

- `SOURCE`: who it is, under which terms, since when it can be trusted.
- `sniff(path)`: whether a file has this source's layout.
- `read(path, reference)`: one raw file to `Received`. It interprets; it never fetches.
- `fetch(folder, since)`, only where there is something to fetch: bytes and a sidecar; it interprets nothing.

To add one: this file's sibling `<name>.py`, a sample in `tests/sources/<name>/`, and the table expected from it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from etl.errors import UnknownWord
from etl.raw import Sidecar
from etl.vocabulary import Stage

Record = dict[str, Any]
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Source:
    """What a source is.

    `coverage` says where and since when it can be trusted; fewer figures than `figures_at_least` means that the source
    changed, not that fewer people fled.
    """

    name: str
    title: str
    publisher: str
    licence: str
    coverage: str
    figures_at_least: int = 0
    folder: str = ""

    @property
    def raw_folder(self) -> str:
        """The folder of its files in data/raw/: its name, unless it says otherwise."""
        return self.folder or self.name


@dataclass(slots=True)
class Received:
    """What reading one file gives: records with the column names of the tables, and what was not understood."""

    documents: list[Record] = field(default_factory=list)
    figures: list[Record] = field(default_factory=list)
    events: list[Record] = field(default_factory=list)
    problems: list[Record] = field(default_factory=list)

    def extend(self, other: "Received") -> None:
        """Append everything of another file."""
        self.documents += other.documents
        self.figures += other.figures
        self.events += other.events
        self.problems += other.problems


def document_of(sidecar: Sidecar, *, source: str, document_id: str, **fields: Any) -> Record:
    """Return a documents record of a file from its sidecar; `fields` overrule it."""
    record: Record = {
        "document_id": document_id,
        "source": source,
        "publisher": sidecar.publisher,
        "title": sidecar.title,
        "url": sidecar.url,
        "language": "en",
        "published_on": sidecar.published_on,
        "accessed_on": sidecar.accessed_on,
        "licence": sidecar.licence,
        "is_redistributable": sidecar.is_redistributable,
    }
    return record | fields


def problem(
    path: Path,
    row: int,
    reason: str,
    *,
    source: str,
    column: str | None = None,
    excerpt: str | None = None,
    stage: Stage = Stage.READ,
) -> Record:
    """Return a problems record that names file, row and column."""
    return {
        "stage": stage.value,
        "source": source,
        "file": path.name,
        "row": row,
        "column": column,
        "reason": reason,
        "excerpt": excerpt,
    }


class CellNotUnderstood(Exception):
    """A cell of a received table that says nothing we know; its row becomes a problem."""

    def __init__(self, column: str, reason: str) -> None:
        self.column = column
        super().__init__(reason)


def understood(column: str, parse: Callable[[str], V], cell: str) -> V:
    """Return the parsed cell. Raises CellNotUnderstood, which knows the column, where the words are unknown."""
    try:
        return parse(cell)
    except UnknownWord as error:
        raise CellNotUnderstood(column, str(error)) from error
