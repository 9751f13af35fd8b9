"""Our register of reported figures: one citation a row, typed by hand from public pages and looked over row by row."""

import hashlib
from functools import partial
from pathlib import Path

from etl import cells, raw
from etl.errors import UnknownWord
from etl.figures import figure_id_of
from etl.reference import Reference
from etl.sources import CellNotUnderstood, Received, Record, Source, document_of, problem, understood
from etl.vocabulary import (
    AreaRole,
    Cause,
    Confidence,
    DateAccuracy,
    Modality,
    Quantifier,
    Subgroup,
    Term,
    Unit,
)

SOURCE = Source(
    name="register",
    title="Register of reported figures",
    publisher="Nuzuh",
    licence="CC BY 4.0; each figure is a fact credited to its speaker and publisher",
    coverage="Northwest Syria, April 2019 to June 2020; only what could be read on public pages",
    figures_at_least=300,
)
COLUMNS = [
    "register_id",
    "publisher",
    "title",
    "url",
    "published_on",
    "source_access",
    "speaker",
    "measure",
    "term",
    "cause",
    "unit",
    "quantifier",
    "rule",
    "reported_low",
    "reported_value",
    "reported_high",
    "people_low",
    "people_value",
    "people_high",
    "period_start",
    "as_of",
    "accuracy",
    "area_code",
    "area_as_reported",
    "area_role",
    "subgroup",
    "is_part_of",
    "modality",
    "phrase",
    "confidence",
    "note",
]
TEXTS = ("publisher", "speaker", "area_code", "area_as_reported", "phrase", "note")
COUNTS = ("reported_low", "reported_value", "reported_high", "people_low", "people_value", "people_high")
DAYS = ("published_on", "period_start", "as_of")
WORDS = {
    "term": Term,
    "cause": Cause,
    "unit": Unit,
    "quantifier": Quantifier,
    "accuracy": DateAccuracy,
    "area_role": AreaRole,
    "subgroup": Subgroup,
    "modality": Modality,
    "confidence": Confidence,
}
NEEDED = ("publisher", "speaker", "unit", "quantifier", "rule", "subgroup", "modality", "phrase", "confidence")


def sniff(path: Path) -> bool:
    """Return whether the file is a register: its first line names our columns."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        return lines.readline().strip().split(",") == COLUMNS


def read(path: Path, reference: Reference) -> Received:
    """Return the figures of the register and the documents they cite. A row that cannot be understood is a problem."""
    sidecar = raw.read_sidecar(path)
    received = Received()
    documents: dict[str, Record] = {}
    for row, texts in raw.read_rows(path, COLUMNS):
        document = _document(texts, sidecar)
        try:
            figure = _figure(texts, document)
        except CellNotUnderstood as error:
            received.problems.append(
                problem(path, row, str(error), source=SOURCE.name, column=error.column, excerpt=texts["phrase"])
            )
            continue
        if figure["area_code"] is not None and figure["area_code"] not in reference.areas:
            reason = f"{figure['area_code']!r} is no area we know"
            received.problems.append(problem(path, row, reason, source=SOURCE.name, column="area_code", excerpt=texts["phrase"]))
            continue
        received.figures.append(figure)
        received.problems += [
            problem(path, row, reason, source=SOURCE.name, column=column, excerpt=texts["phrase"])
            for column, reason in _gaps(figure).items()
        ]
        documents[document["document_id"]] = document
    received.documents = list(documents.values())
    return received


def _document(texts: dict[str, str], sidecar: raw.Sidecar) -> Record:
    """Return the document a row cites. Its text is not ours to keep, so the citation is what is hashed."""
    citation = "\n".join(texts[name] for name in ("publisher", "title", "url", "published_on"))
    try:
        published_on = cells.parse_day(texts["published_on"])
    except UnknownWord:
        published_on = None  # the row itself becomes a problem
    return document_of(
        sidecar,
        source=SOURCE.name,
        document_id=hashlib.sha256(citation.encode()).hexdigest(),
        publisher=texts["publisher"],
        title=cells.parse_text(texts["title"]),
        url=cells.parse_text(texts["url"]),
        language=None,
        published_on=published_on,
    )


def _figure(texts: dict[str, str], document: Record) -> Record:
    figure: Record = {name: cells.parse_text(texts[name]) for name in TEXTS}
    for names, parse in ((COUNTS, cells.parse_count), (DAYS, cells.parse_day), (("measure",), cells.parse_measure)):
        for name in names:
            figure[name] = understood(name, parse, texts[name])
    for name, words in WORDS.items():
        figure[name] = understood(name, partial(cells.parse_word, words=words), texts[name])
    for name in NEEDED:
        if not texts[name]:
            raise CellNotUnderstood(name, f"{name} is missing")
    return figure | {
        "figure_id": figure_id_of(SOURCE.name, texts["register_id"]),
        "document_id": document["document_id"],
        "source": SOURCE.name,
        "rule_id": texts["rule"],
        "is_part_of": figure_id_of(SOURCE.name, texts["is_part_of"]) if texts["is_part_of"] else None,
        "household_size_source": "text" if figure["people_low"] is not None or figure["people_high"] is not None else None,
    }


def _gaps(figure: Record) -> dict[str, str]:
    """Return what the text did not give, by column: such a figure is kept, and stays out of series."""
    gaps = {}
    if figure["as_of"] is None:
        gaps["as_of"] = "the day is not given; the figure stays out of series"
    if figure["area_code"] is None:
        gaps["area_code"] = "the place could not be coded; the figure stays out of series"
    return gaps
