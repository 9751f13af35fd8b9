"""Tables and packages over HTTP: the rows of `select`, streamed, paged, or as one file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from components.api import answers, asked
from components.api.problems import Problem
from etl import exports, formats, geojson, store, tables
from etl.counting.intervals import DEFAULT_PROFILE
from etl.exports import Export
from etl.package import write_package
from etl.redistribution import terms_of

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
}
PAGED = (*asked.FILTERS, "limit", "cursor")
PARAMETERS = {
    "csv": (*PAGED, "hxl", "for"),
    "json": PAGED,
    "parquet": asked.FILTERS,
    "xlsx": (*asked.FILTERS, "hxl"),
    "geojson": asked.FILTERS,
}
"""The parameters of each format."""


def table(request: Request) -> Response:
    """Return the selected rows of a table in the format the address names."""
    name, form = request.path_params["table"], request.path_params["format"]
    tables.table_named(name)
    if form not in MEDIA_TYPES or (form == "geojson" and name not in geojson.TABLES):
        raise Problem(404, f"{name} does not come as {form[:20]!r}; it comes as {', '.join(formats_of(name))}, about.json")
    found = asked.read(request, PARAMETERS[form])
    question = answers.question(request)
    build, start = asked.read_cursor(found["cursor"], question) if "cursor" in found else (answers.live(), 0)
    if not (store.tables_folder() / build).is_dir():
        raise Problem(410, "the build this cursor reads is no longer kept; start again without it")
    export = Export(
        name,
        asked.selection(found),
        build,
        for_people=form == "xlsx" or found.get("for") == "people",
        hxl=found.get("hxl", False),
    )
    tag = answers.tag_of(request, build)
    headers = answers.headers_of(tag, build) | _headers(request, export, form)
    if answers.unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    if "limit" in found or "cursor" in found:
        return _page(request, export, form, start, found.get("limit", asked.PAGE_ROWS), headers)
    return answers.streamed(request, _chunks(export, form, tag), headers, MEDIA_TYPES[form])


def formats_of(name: str) -> list[str]:
    """Return the formats a table comes in."""
    return [form for form in MEDIA_TYPES if form != "geojson" or name in geojson.TABLES]


def _chunks(export: Export, form: str, tag: str) -> Iterator[bytes]:
    if form == "xlsx":
        return answers.from_file(tag, lambda path: exports.workbook(export, path))
    if form == "geojson":
        return geojson.chunks(export)
    return exports.chunks(export, form)


def _page(request: Request, export: Export, form: str, start: int, limit: int, headers: dict[str, str]) -> Response:
    if export.hxl:
        exports.checked_hxl(export.table)
    frame, following = export.page(start, limit)
    if following is not None:
        cursor = asked.cursor_of(export.build, following, answers.question(request))
        kept = [item for item in request.query_params.multi_items() if item[0] not in ("cursor", "limit")]
        query = urlencode([*kept, ("limit", limit), ("cursor", cursor)])
        headers["Link"] += f', <{request.url.path}?{query}>; rel="next"'
    if form == "json":
        parts = formats.json_chunks([frame], export.table)
    else:
        parts = formats.csv_chunks([frame], export.table, for_people=export.for_people, hxl=export.hxl)
    return Response(b"".join(parts), headers=headers, media_type=MEDIA_TYPES[form])


def _headers(request: Request, export: Export, form: str) -> dict[str, str]:
    """Return where the rows are explained, under which name to keep them, and from whom rows were left out."""
    filters = [item for item in request.query_params.multi_items() if item[0] in asked.FILTERS]
    address = f"{request.url.path.removesuffix(f'.{form}')}.about.json" + (f"?{urlencode(filters)}" if filters else "")
    headers = {
        "Link": f'<{address}>; rel="describedby"',
        "Content-Disposition": f'attachment; filename="{file_name(export, form)}"',
    }
    if closed := terms_of(export.build, export.selection).documents:
        who = "; ".join(sorted({f"{publisher} ({licence})" for _, publisher, licence in closed.values()}))
        headers["Nuzuh-Left-Out"] = quote(f"rows of {who}: the licence does not allow passing on", safe=" ();:,.")[:2000]
    return headers


def file_name(export: Export, form: str) -> str:
    """Return a file name that says what was asked: nuzuh_series_sy-nw_new-displacement_from-2020-01-01.csv."""
    asked_for = exports.selection_record(export)
    days = [f"{name}-{asked_for[name]}" for name in ("from", "to", "known_on") if name in asked_for]
    words = [asked_for[name] for name in ("area", "measure") if name in asked_for]
    profile = [] if export.selection.profile == DEFAULT_PROFILE else [export.selection.profile]
    parts = ["nuzuh", export.name, *words, *days, *profile]
    safe = ["".join(one if one.isascii() and one.isalnum() else "-" for one in part.casefold()).strip("-") for part in parts]
    return "_".join(part for part in safe if part)[:150] + f".{form}"


def about(request: Request) -> Response:
    """Return what a reader must know of a table's rows: columns, publishers and terms, and what was left out."""
    name = request.path_params["table"]
    tables.table_named(name)
    found, build = asked.read(request, asked.FILTERS), answers.live()

    def body() -> bytes:
        return _json(exports.about(Export(name, asked.selection(found), build)))

    return answers.answer(request, build, "application/json", body)


def package(request: Request) -> Response:
    """Return the selection as one ZIP."""
    found, build = asked.read(request, asked.FILTERS), answers.live()
    selection = asked.selection(found)
    tag = answers.tag_of(request, build)
    export = Export("package", selection, build)
    headers = answers.headers_of(tag, build)
    headers["Content-Disposition"] = f'attachment; filename="{file_name(export, "zip")}"'
    if answers.unchanged(request, tag):
        return Response(status_code=304, headers=headers)

    def write(path: Path) -> None:
        with path.open("w+b") as file:
            write_package(file, selection, build)

    return answers.streamed(request, answers.from_file(tag, write), headers, "application/zip")


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n").encode()
