"""`python -m etl extract`: files to figures and events, one document at a time."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path

from etl import reference
from etl.errors import NuzuhError
from etl.reading import figures, render
from etl.reading.directory import Directory
from etl.reading.document import Document
from etl.reading.events import find_events
from etl.reading.files import read_documents
from etl.reading.gazetteer import Gazetteer
from etl.reading.language import readable_languages
from etl.reading.render import Reading
from etl.vocabulary import Stage

FORMATS = ("json", "jsonl", "csv", "text")


@lru_cache(maxsize=1)
def known_places() -> Gazetteer:
    """Return the gazetteer of data/reference/, read once. Raises CannotRead."""
    return Gazetteer.load(reference.FOLDER / "areas.csv")


@lru_cache(maxsize=1)
def known_speakers() -> Directory:
    """Return the speakers of data/reference/, read once. Raises CannotRead."""
    return Directory.load(reference.FOLDER / "speakers.csv")


def read(document: Document, gazetteer: Gazetteer, directory: Directory) -> Reading:
    """Return everything a document reports. One in a language without a lexicon reports a problem and nothing else."""
    if document.language not in readable_languages():
        reason = f"no lexicon for the language {document.language or 'of this text'}; nothing was read"
        return Reading(document, [], [], [_problem(document, reason)])
    found, problems = figures.read(document, gazetteer, directory)
    events, event_problems = find_events(document, gazetteer, directory)
    return Reading(document, found, events, [*problems, *event_problems])


def _problem(document: Document, reason: str) -> dict[str, object]:
    return {"stage": Stage.READ.value, "source": document.source, "document_id": document.document_id, "reason": reason}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help=".txt, .md, .html, .pdf, .docx, .jsonl of many, or -")
    parser.add_argument("--published", type=_day, metavar="DAY", help="day of publication, as 2020-01-28")
    parser.add_argument("--publisher", metavar="NAME", help="who published it")
    parser.add_argument("--title", metavar="T", help="its headline")
    parser.add_argument("--language", metavar="CODE", help="ISO 639-1 code (default: detected)")
    parser.add_argument("--format", choices=FORMATS, default="json")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written as 2020-01-28") from error


def run(args: argparse.Namespace) -> int:
    """Print what the documents report, in order; return 0, or 2 where a file could not be read after reading the others."""
    # Half a surrogate pair, which JSON can carry, is printed as the escape it came as.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    gazetteer, directory = known_places(), known_speakers()
    unread: list[NuzuhError] = []
    readings = (read(document, gazetteer, directory) for document in _documents(args, unread))
    for text in FORMATTERS[args.format](readings):
        sys.stdout.write(text + "\n")
    return max((error.exit_code for error in unread), default=0)


def _documents(args: argparse.Namespace, unread: list[NuzuhError]) -> Iterator[Document]:
    """Yield the documents of every path; a file that cannot be read is told at once and kept in `unread`."""
    given = {"published_on": args.published, "publisher": args.publisher, "title": args.title, "language": args.language}
    for path in args.paths:
        try:
            yield from read_documents(path, **given)
        except NuzuhError as error:
            print(f"error: {error}", file=sys.stderr)
            unread.append(error)


def _json(readings: Iterator[Reading]) -> Iterator[str]:
    """Yield one object for one document, an array for several, none for none."""
    first = list(islice(readings, 2))
    if len(first) == 1:
        yield render.as_json(first[0])
    elif first:
        lead = "["
        for reading in chain(first, readings):
            yield lead + render.as_json(reading)
            lead = ","
        yield "]"


def _csv(readings: Iterable[Reading]) -> Iterator[str]:
    for number, reading in enumerate(readings):
        if text := render.as_csv(reading, has_header=number == 0):
            yield text


def _text(readings: Iterable[Reading]) -> Iterator[str]:
    for number, reading in enumerate(readings):
        yield ("\n" if number else "") + render.as_text(reading)


FORMATTERS = {
    "json": _json,
    "jsonl": lambda readings: map(render.as_json_line, readings),
    "csv": _csv,
    "text": _text,
}
