"""Reports kept as prose: digests of key reports in our own words, and documents free to keep, read like any text.

A figure whose place is outside the areas table keeps the place as written and no code; a problem says so.
"""

from pathlib import Path

from etl import raw
from etl.reading import extract
from etl.reading.directory import Directory
from etl.reading.files import READERS, read_documents
from etl.reading.gazetteer import Gazetteer
from etl.reading.render import Reading
from etl.reference import Reference
from etl.sources import Received, Record, Source
from etl.vocabulary import Stage

SOURCE = Source(
    name="folder",
    title="Reports kept as prose, most of them digests in our own words",
    publisher="Nuzuh; each report is credited to its publisher",
    licence="CC BY 4.0 for the digests; facts are credited to those who reported them",
    coverage="Key reports of northwest Syria, May 2019 to April 2020",
    figures_at_least=50,
    folder="reports",
)
DIGEST_NOTE = "read from our digest of the report"


def sniff(path: Path) -> bool:
    """Return whether the file is prose with a sidecar that says where it comes from."""
    return path.suffix.lower() in READERS and path.with_name(path.name + ".toml").is_file()


def read(path: Path, reference: Reference) -> Received:
    """Return the document, figures, events and problems of one file. Raises CannotRead for a file or sidecar it cannot read."""
    sidecar = raw.read_sidecar(path)
    extra = sidecar.extra or {}
    gazetteer = Gazetteer.of({"area_code": code, **area} for code, area in reference.areas.items())
    directory = Directory.of(reference.speakers.values())
    received = Received()
    for document in read_documents(
        path,
        title=sidecar.title,
        publisher=sidecar.publisher,
        url=sidecar.url,
        published_on=sidecar.published_on,
        accessed_on=sidecar.accessed_on,
        licence=sidecar.licence,
        is_redistributable=sidecar.is_redistributable,
        language=extra.get("language"),
        source=SOURCE.name,
    ):
        reading = extract.read(document, gazetteer, directory)
        received.extend(_received(reading, reference, path.name, is_digest=bool(extra.get("is_digest"))))
    return received


def _received(reading: Reading, reference: Reference, file: str, *, is_digest: bool) -> Received:
    figures, events = list(reading.figures), list(reading.events)
    strange = [row for row in (*figures, *events) if row.get("area_code") is not None and row["area_code"] not in reference.areas]
    problems = [{**problem, "file": file} for problem in (*reading.problems, *map(_place_not_kept, strange))]
    note = DIGEST_NOTE if is_digest else ""
    return Received(
        documents=[reading.document.record()],
        figures=[_kept(row, strange, note) for row in figures],
        events=[_kept(row, strange, note) for row in events],
        problems=problems,
    )


def _kept(row: Record, strange: list[Record], note: str) -> Record:
    """Return a row with its note, and without a code that is no area of ours."""
    notes = "; ".join(text for text in (note, row.get("note")) if text) or None
    uncoded = {"area_code": None, "area_name": None} if any(row is other for other in strange) else {}
    return row | {"note": notes} | uncoded


def _place_not_kept(row: Record) -> Record:
    return {
        "stage": Stage.PLACES.value,
        "source": SOURCE.name,
        "document_id": row["document_id"],
        "column": "area_code",
        "reason": f"{row['area_as_reported']} is no area of the areas table; it keeps no code",
        "excerpt": row["phrase"],
        "span_start": row["span_start"],
        "span_end": row["span_end"],
    }
