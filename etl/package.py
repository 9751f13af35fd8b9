"""A selection as one ZIP that is usable without us: tables as CSV and Parquet, what they mean, whose they are, and checksums.

The same inputs give the same bytes: no build id, time of day or file date gets in.
"""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import IO, Any

import pandas as pd
import pyarrow as pa

from etl import crises, exports, formats, store, tables
from etl.columns import Column, Table
from etl.exports import Export
from etl.select import Selection
from etl.workbook import DICTIONARY, dictionary_rows

NAMES = ("figures", "claims", "series", "events", "offensives", "documents", "areas", "speakers", "problems")
"""What a package holds, in this order. Builds stay out: they name a run, and the package must be the same for every run."""
FILE_DAY = (1980, 1, 1, 0, 0, 0)
BLOCK = 65_536
TYPES = {
    pa.string(): "string",
    tables.DAY: "date",
    tables.COUNT: "integer",
    tables.REAL: "number",
    tables.FLAG: "boolean",
}
REFERENCES = {"figures": ("document_id", "documents"), "series": ("figure_id", "figures")}


@dataclass(slots=True)
class _Archive:
    """A ZIP being written, and the sha256 of each file in it."""

    zip: zipfile.ZipFile
    sums: dict[str, str] = field(default_factory=dict)

    def add(self, path: str, parts: Iterable[bytes]) -> None:
        """Write one file from its parts."""
        info = zipfile.ZipInfo(path, FILE_DAY)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        digest = hashlib.sha256()
        with self.zip.open(info, "w", force_zip64=True) as file:
            for part in parts:
                digest.update(part)
                file.write(part)
        self.sums[path] = digest.hexdigest()


def write_package(target: IO[bytes], selection: Selection, build: str | None = None) -> str:
    """Write the package of a selection to an open file; return the sha256 over the checksums of its tables.

    Raises NoBuild, UnknownPlace, UnknownMeasure, UnknownWord before anything is written.
    """
    build = build or store.live_build()
    # Documents have their own days: those go along that figures and events name, whenever they appeared.
    every_day = replace(selection, first_day=None, last_day=None)
    shared = {name: Export(name, every_day if name == "documents" else selection, build or "", for_people=True) for name in NAMES}
    pieces = {name: export.frames() for name, export in shared.items()}
    documents = _Seen()
    n_rows: dict[str, int] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
        archive = _Archive(file)
        for name in NAMES:
            frames = _counted(name, documents.of(name, pieces[name]), n_rows)
            archive.add(f"data/{name}.csv", formats.csv_chunks(frames, shared[name].table, for_people=True))
            again = documents.of(name, shared[name].frames())
            archive.add(f"data/{name}.parquet", formats.parquet_chunks(again, shared[name].table))
        content = hashlib.sha256("\n".join(f"{archive.sums[path]}  {path}" for path in sorted(archive.sums)).encode()).hexdigest()
        about = _about(selection, shared["figures"], content)
        left_out = [one.reason for export in shared.values() for one in export.left_out()]
        archive.add("selection.json", [_json(about | {"left_out": left_out, "n_rows": n_rows})])
        archive.add("dictionary.csv", [_dictionary([shared[name].table for name in NAMES])])
        licences = exports.sources(shared["figures"]) + exports.sources(shared["events"])
        archive.add("licences.csv", [_csv(("publisher", "licence", "n_rows"), (one.values() for one in licences))])
        archive.add("README.md", [_readme(about, left_out, n_rows).encode()])
        archive.add("datapackage.json", [_json(_datapackage(about, shared, licences, archive.sums))])
        lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(archive.sums.items()))
        archive.add("SHA256SUMS", [lines.encode()])
    return content


@dataclass(slots=True)
class _Seen:
    """The documents that figures and events of the package name: only these go with it."""

    ids: set[str] = field(default_factory=set)

    def of(self, name: str, frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        """Yield the frames, of documents only the rows that were named before."""
        for frame in frames:
            if name in ("figures", "events"):
                self.ids |= set(frame["document_id"].dropna())
            yield frame[frame["document_id"].isin(self.ids)] if name == "documents" else frame


def _counted(name: str, frames: Iterable[pd.DataFrame], n_rows: dict[str, int]) -> Iterator[pd.DataFrame]:
    n_rows[name] = 0
    for frame in frames:
        n_rows[name] += len(frame)
        yield frame


def _about(selection: Selection, figures: Export, content: str) -> dict[str, Any]:
    record = exports.selection_record(figures)
    del record["table"], record["build_id"]
    crisis = crises.read_crisis(record["crisis"])
    inputs = json.loads(store.read("builds", figures.build)["inputs"].iloc[0])
    return {
        "title": crisis.title,
        "selection": record,
        "citation": f"{exports.cited_as(figures.build)} Package {content[:16]}.",
        "content_sha256": content,
        "inputs": inputs,
    }


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _csv(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _dictionary(held: Iterable[Table]) -> bytes:
    rows = [(table.name, *row.values()) for table in held for row in dictionary_rows(table)]
    return _csv(("table", *DICTIONARY), rows)


def _readme(about: dict[str, Any], left_out: list[str], n_rows: dict[str, int]) -> str:
    asked = "\n".join(f"- {name}: {value}" for name, value in about["selection"].items())
    held = "\n".join(f"- `{name}`: {count:,} rows. {tables.TABLES[name].definition}" for name, count in n_rows.items())
    kept_back = "\n".join(f"- {reason}" for reason in left_out) or "Nothing: every row of the selection may be passed on."
    return f"""# {about["title"]}: what was reported about displacement

{about["citation"]}

## What was asked for

{asked}

## What is here

{held}

`data/*.csv` are for people and spreadsheets: UTF-8 with a byte order mark, and an apostrophe before text that a spreadsheet would
run as a formula. `data/*.parquet` hold the same rows exactly, with the definition of each column in the field metadata.
`dictionary.csv` defines every column, `licences.csv` names the terms by publisher, `selection.json` repeats what was asked with
the sha256 of every input, `datapackage.json` describes the CSV files for programs; `sha256sum -c SHA256SUMS` checks all.

## What it does not say

An empty cell is not zero: the number was not reported, or that side of the interval is open. A stock (people on a day) is never
added to a flow (movements in a period), a part never to its total. That a number stands here means that it was reported.

## What was left out

{kept_back}
"""


def _datapackage(
    about: dict[str, Any], shared: dict[str, Export], licences: list[dict[str, Any]], sums: dict[str, str]
) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": f"nuzuh-{about['selection']['crisis']}",
        "id": about["content_sha256"],
        "title": about["title"],
        "description": about["citation"],
        "licenses": [{"name": "other-by-row", "title": "by publisher, see licences.csv", "path": "licences.csv"}],
        "sources": [{"title": title} for title in dict.fromkeys(str(one["publisher"]) for one in licences)],
        "selection": about["selection"],
        "inputs": about["inputs"],
        "resources": [_resource(name, export.table, sums) for name, export in shared.items()],
    }


def _resource(name: str, table: Table, sums: dict[str, str]) -> dict[str, Any]:
    path = f"data/{name}.csv"
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    # Rows of a series share gaps in their key, which a primary key may not have.
    if len(table.key) == 1:
        schema["primaryKey"] = list(table.key)
    if name in REFERENCES:
        column, other = REFERENCES[name]
        schema["foreignKeys"] = [{"fields": [column], "reference": {"resource": other, "fields": [column]}}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "description": table.definition,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "hash": f"sha256:{sums[path]}",
        "parquet": f"data/{name}.parquet",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.allowed:
        constraints["enum"] = sorted(column.allowed)
    record = {"name": column.name, "type": TYPES[column.type], "description": column.definition, "constraints": constraints}
    return record | {key: text for key, text in (("unit", column.unit), ("hxl", column.hxl)) if text}
