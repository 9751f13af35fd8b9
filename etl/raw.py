"""What was received, byte for byte, with a sidecar of the same name + .toml beside it."""

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from etl.errors import CannotRead, SourceChanged


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Where a raw file comes from and under which terms. `extra` keeps whatever else the sidecar says."""

    title: str
    publisher: str
    licence: str
    is_redistributable: bool
    sha256: str
    url: str | None = None
    published_on: date | None = None
    accessed_on: date | None = None
    extra: dict[str, Any] | None = None


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_sidecar(path: Path) -> Sidecar:
    """Return the sidecar of a raw file.

    Raises CannotRead where it is missing or incomplete, SourceChanged where the bytes are not the ones it describes.
    """
    sidecar = path.with_name(path.name + ".toml")
    fields = read_toml(sidecar)
    try:
        known = Sidecar(
            title=fields.pop("title"),
            publisher=fields.pop("publisher"),
            licence=fields.pop("licence"),
            is_redistributable=fields.pop("redistribution"),
            sha256=fields.pop("sha256"),
            url=fields.pop("url", None) or None,
            published_on=fields.pop("published_on", None) or None,
            accessed_on=fields.pop("accessed_on", None) or None,
            extra=fields,
        )
    except KeyError as error:
        raise CannotRead(f"{sidecar.name} does not say {error.args[0]}") from error
    if known.sha256 != sha256_of(path):
        raise SourceChanged(f"{path.name} is not the file its sidecar describes: the sha256 differs")
    return known


def read_toml(path: Path) -> dict[str, Any]:
    """Return a TOML file as a dictionary. Raises CannotRead naming the file, and the line where it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CannotRead(f"there is no {path.name}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CannotRead(f"{path.name} cannot be read: {error}") from error


def read_rows(path: Path, columns: list[str] | None = None) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (row number, cells) of a CSV file, the header being row 1; cells are stripped text.

    Raises CannotRead for a file that is not UTF-8 CSV, SourceChanged where the columns are not the ones expected.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CannotRead(f"there is no {path.name}") from error
    except UnicodeDecodeError as error:
        raise CannotRead(f"{path.name} is not UTF-8 text") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    if columns is not None and reader.fieldnames != columns:
        raise SourceChanged(f"{path.name} has the columns {reader.fieldnames}, not {columns}")
    try:
        for cells in reader:
            if "" in cells or None in cells.values():
                raise CannotRead(f"{path.name}, row {reader.line_num}: not as many cells as columns")
            yield reader.line_num, {name: cell.strip() for name, cell in cells.items()}
    except csv.Error as error:
        raise CannotRead(f"{path.name}, row {reader.line_num}: {error}") from error
