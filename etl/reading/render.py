"""What was read from a document, for a person or for a program."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from etl.counting.intervals import quantifier_of
from etl.reading.document import Document
from etl.tables import DOCUMENTS, EVENTS, FIGURES, PROBLEMS, Table
from etl.vocabulary import Unit

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with what was read from it: records with the column names of the tables, figures most salient first."""

    document: Document
    figures: Sequence[Record]
    events: Sequence[Record]
    problems: Sequence[Record]


def as_record(reading: Reading) -> Record:
    """Return document, figures, events and problems, every column of each table named; days are dates."""
    return {
        "document": _rows([reading.document.record()], DOCUMENTS)[0],
        "figures": _rows(reading.figures, FIGURES),
        "events": _rows(reading.events, EVENTS),
        "problems": _rows(reading.problems, PROBLEMS),
    }


def as_json(reading: Reading) -> str:
    """Return the record of one document as JSON over several lines; days are text as 2020-01-28."""
    return _as_json(as_record(reading), orjson.OPT_INDENT_2)


def as_json_line(reading: Reading) -> str:
    """Return the record of one document on one line, with the `id` it came with or else its document_id."""
    name = reading.document.given_id or reading.document.document_id
    return _as_json({"id": name, **as_record(reading)})


def _as_json(record: Record, option: int = 0) -> str:
    """Return a record as JSON. Half a surrogate pair and numbers beyond 64 bits take the slower writer, which knows them."""
    try:
        return orjson.dumps(record, option=option).decode()
    except orjson.JSONEncodeError:
        indent = 2 if option & orjson.OPT_INDENT_2 else None
        return json.dumps(record, ensure_ascii=False, indent=indent, default=date.isoformat)


def as_csv(reading: Reading, *, has_header: bool) -> str:
    """Return the figures as CSV rows; a missing value is an empty cell."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    if has_header:
        writer.writerow(FIGURES.names)
    writer.writerows(row.values() for row in _rows(reading.figures, FIGURES))
    return buffer.getvalue().removesuffix("\n")


def as_text(reading: Reading) -> str:
    """Return the document with its figures marked as [[words]]n and, under it, a line for each figure, event and problem."""
    lines = [_marked(reading.document.text, reading.figures).rstrip(), ""]
    lines += [f"[{number}] {_figure_line(figure)}" for number, figure in enumerate(reading.figures, start=1)]
    lines += [f"event: {_event_line(event)}" for event in reading.events]
    lines += [f"problem: {problem['reason']}: {_one_line(problem.get('excerpt'))}" for problem in reading.problems]
    if not reading.figures and not reading.events:
        lines.append("It reports no figure and no event.")
    return "\n".join(lines)


def _rows(records: Sequence[Record], table: Table) -> list[Record]:
    """Return the records with every column of the table and no other, in its order."""
    names = table.names
    return [dict(zip(names, map(record.get, names), strict=True)) for record in records]


def _marked(text: str, figures: Sequence[Record]) -> str:
    """Return the text with each figure in brackets and its number behind them; figures that share words share brackets."""
    numbers: dict[tuple[int, int], list[str]] = {}
    for number, figure in enumerate(figures, start=1):
        numbers.setdefault((figure["span_start"], figure["span_end"]), []).append(str(number))
    parts, end = [], 0
    for (start, stop), marks in sorted(numbers.items()):
        if start >= end:
            parts += [text[end:start], "[[", text[start:stop], "]]", ",".join(marks)]
            end = stop
    return "".join([*parts, text[end:]])


def _figure_line(figure: Record) -> str:
    """Return one figure in a line: what, how many, where, when, who says so, how surely."""
    what = [figure["measure"], f"({figure['kind']})", count_words(figure)]
    if figure.get("subgroup") not in (None, "all"):
        what.append(f"({figure['subgroup']})")
    place = figure.get("area_name") or figure.get("area_as_reported") or "place not given"
    role = f" ({figure['area_role']})" if figure.get("area_role") else ""
    parts = [" ".join(what), place + role, _days(figure.get("period_start"), figure.get("as_of")), figure["speaker"]]
    if figure["modality"] != "asserted":
        parts.append(figure["modality"])
    parts.append(f"confidence {figure['confidence']}")
    if figure.get("is_part_of"):
        parts.append("part of a total")
    return "; ".join(parts)


def count_words(figure: Record) -> str:
    """Return what the words claim, as reported; with the people of households, or how many people the text gives each."""
    reported = f"{_claimed(figure['quantifier'], *_sides(figure, 'reported'))} {figure['unit']}"
    low, value, high = _sides(figure, "people")
    if figure["unit"] == Unit.PERSONS and (size := figure.get("household_size")):
        return f"{reported}, {size:g} a household"
    if figure["unit"] != Unit.HOUSEHOLDS or (low, value, high) == (None, None, None):
        return reported
    return f"{reported}, {_claimed(quantifier_of(low, value, high), low, value, high)} people"


def _sides(figure: Record, name: str) -> tuple[int | None, int | None, int | None]:
    return figure.get(f"{name}_low"), figure.get(f"{name}_value"), figure.get(f"{name}_high")


def _claimed(quantifier: str, low: int | None, value: int | None, high: int | None) -> str:
    """Return a number as its words claim it: the printed number, or its two ends, an open side as such."""
    quantifier = quantifier.replace("_", " ")
    if value is not None:
        return f"{value:,}" if quantifier == "exact" else f"{quantifier} {value:,}"
    ends = [f"{end:,}" if end is not None else "open" for end in (low, high)]
    return f"{quantifier} {ends[0]} to {ends[1]}"


def _event_line(event: Record) -> str:
    place = event.get("area_name") or event.get("area_as_reported") or "place not given"
    parts = [event["event_type"], place, _days(event.get("started_on"), event.get("ended_on"))]
    if event.get("actor"):
        parts.append(f"by {_one_line(event['actor'])}")
    parts += [f"{event['status']} by {event['speaker']}", f"confidence {event['confidence']}"]
    if event.get("note"):
        parts.append(_one_line(event["note"]))
    return "; ".join([*parts, f"“{_one_line(event['phrase'])}”"])


def _days(first: Any, last: Any) -> str:
    if last is None:
        return "day not given" if first is None else f"since {first}"
    return str(last) if first in (None, last) else f"{first} to {last}"


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
