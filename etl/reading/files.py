"""Files to documents: .txt, .md, .html, .pdf, .docx, a .jsonl of many, and standard input. One document at a time."""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from etl.cells import parse_day
from etl.errors import CannotRead, UnknownWord
from etl.reading.dates import find_dateline
from etl.reading.document import Document, document_of
from etl.reading.formats import Content, read_docx, read_html, read_pdf
from etl.reading.language import readable_languages
from etl.reading.lexicon import Lexicon

STANDARD_INPUT = "-"
MARKDOWN_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)
LINE_TEXTS = ("title", "publisher", "url", "language", "licence")


def read_documents(path: Path, **given: Any) -> Iterator[Document]:
    """Yield the documents of a file, or of standard input for the path `-`.

    `given` names fields of Document and overrules what the file says of itself; the lines of a .jsonl say what they are, and
    there it only fills in what they leave out. Raises CannotRead naming the file, and the line of a .jsonl.
    """
    if str(path) == STANDARD_INPUT:
        yield from _read_stream(sys.stdin.buffer, given)
        return
    if path.suffix.lower() not in (*READERS, ".jsonl"):
        raise CannotRead(
            f"{path.name}: cannot read {path.suffix or 'a file without a suffix'}; can read {', '.join(READERS)}, .jsonl"
        )
    try:
        if path.suffix.lower() == ".jsonl":
            with path.open("rb") as lines:
                yield from _read_lines(lines, path.name, given)
        else:
            yield _document(READERS[path.suffix.lower()](path.read_bytes(), path.name), given)
    except FileNotFoundError as error:
        raise CannotRead(f"{path}: there is no such file") from error
    except (IsADirectoryError, PermissionError) as error:
        raise CannotRead(f"{path}: cannot be opened as a file") from error


def _read_stream(stream: BinaryIO, given: Mapping[str, Any]) -> Iterator[Document]:
    first = stream.readline()
    if _is_json_line(first):
        yield from _read_lines(_chain(first, stream), "standard input", given)
    else:
        yield _document(_read_text(first + stream.read(), "standard input"), given)


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _is_json_line(line: bytes) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "text" in found


def _read_text(data: bytes, name: str) -> Content:
    try:
        return Content(data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRead(f"{name}, line {line}: not UTF-8 text") from error


def _read_markdown(data: bytes, name: str) -> Content:
    content = _read_text(data, name)
    title = MARKDOWN_TITLE.search(content.text)
    return Content(content.text, title[1].strip() if title else None)


READERS: Mapping[str, Callable[[bytes, str], Content]] = {
    ".txt": _read_text,
    ".md": _read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}


def _document(content: Content, given: Mapping[str, Any]) -> Document:
    known = {"title": content.title, "publisher": content.publisher, "url": content.url, "published_on": content.published_on}
    return _dated(document_of(content.text, **{**known, **{name: value for name, value in given.items() if value is not None}}))


def _dated(document: Document) -> Document:
    """Return the document with the day of its dateline, where nothing else says when it was published."""
    if document.published_on is not None or document.language not in readable_languages():
        return document
    return document.on(find_dateline(document.text, Lexicon.load(document.language)))


def _read_lines(lines: Iterable[bytes], name: str, given: Mapping[str, Any]) -> Iterator[Document]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _line_document(line, f"{name}, line {number}", given)


def _line_document(line: bytes, where: str, given: Mapping[str, Any]) -> Document:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CannotRead(f"{where}: not JSON ({error})") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise CannotRead(f"{where}: there is no text")
    known: dict[str, Any] = {name: _text(fields, name, where) for name in LINE_TEXTS}
    known |= {"published_on": _day(fields, where), "given_id": str(fields["id"]) if fields.get("id") is not None else None}
    return _dated(document_of(fields["text"], **_filled(known, given)))


def _filled(known: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    return {**given, **{name: value for name, value in known.items() if value is not None}}


def _text(fields: Mapping[str, Any], name: str, where: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise CannotRead(f"{where}: {name} is not text")
    return value or None


def _day(fields: Mapping[str, Any], where: str) -> date | None:
    try:
        return parse_day(_text(fields, "published_on", where) or "")
    except UnknownWord as error:
        raise CannotRead(f"{where}: published_on {error}") from error
