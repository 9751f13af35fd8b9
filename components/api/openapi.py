"""The API described for programs (OpenAPI 3.1), made from the declarations of tables and parameters."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyarrow as pa
from starlette.requests import Request
from starlette.responses import Response

from components.api import asked, feed, image, problems, rows, view
from etl import tables
from etl.columns import Column, Table
from etl.exports import SHEET_ROWS

TYPES: dict[pa.DataType, dict[str, Any]] = {
    pa.string(): {"type": "string"},
    tables.DAY: {"type": "string", "format": "date"},
    tables.COUNT: {"type": "integer"},
    tables.REAL: {"type": "number"},
    tables.FLAG: {"type": "boolean"},
}
MOMENT = {"type": "string", "format": "date-time"}
LIMITS = (
    f"Limits: a page holds {asked.PAGE_ROWS:,} rows, a workbook {SHEET_ROWS:,}, a feed {asked.FEED_ENTRIES} figures, a chart "
    f"{image.MOST_DAYS:,} days; CSV, JSON and Parquet without `limit` have no limit and are streamed. Nobody has to register. "
    "A cursor is good as long as its build is kept: this one and the two before."
)
Schema = dict[str, Any]


def openapi(request: Request) -> Response:
    """Return the description."""
    asked.read(request, ())
    return Response(_document(), media_type="application/json", headers={"Cache-Control": "max-age=3600"})


@cache
def _document() -> bytes:
    return (json.dumps(description(), ensure_ascii=False, indent=1) + "\n").encode()


def description() -> Schema:
    """Return the description as a record."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Nuzuh: what was reported about displacement",
            "version": "1",
            "description": f"The tables behind the dashboard, with the filters of the command line. {LIMITS}",
        },
        "paths": _paths(),
        "components": {
            "schemas": {name: _row(table) for name, table in tables.TABLES.items()} | {"problem": _problem()},
            "parameters": {name: _parameter(one) for name, one in asked.PARAMETERS.items()},
            "responses": {
                "problem": {
                    "description": "What went wrong, in a sentence.",
                    "content": {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/problem"}}},
                }
            },
        },
    }


def _paths() -> Schema:
    paths: Schema = {}
    for name, table in tables.TABLES.items():
        for form in rows.formats_of(name):
            schema = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}} if form == "json" else {}
            media_type = rows.MEDIA_TYPES[form].partition(";")[0]
            paths[f"/api/v1/{name}.{form}"] = _path(f"{table.definition} ({form})", rows.PARAMETERS[form], media_type, schema)
        summary = f"What a reader must know of {name}: columns, publishers and terms, what was left out."
        paths[f"/api/v1/{name}.about.json"] = _path(summary, asked.FILTERS, "application/json", {"type": "object"})
    paths["/api/v1/package.zip"] = _path("Every table of a selection as one ZIP.", asked.FILTERS, "application/zip")
    for form, media_type in image.MEDIA_TYPES.items():
        summary = f"The chart of a series, with title and source in it ({form})."
        paths[f"/api/v1/chart.{form}"] = _path(summary, view.PARAMETERS, media_type)
    paths["/api/v1/openapi.json"] = _path("This description.", (), "application/json", {"type": "object"})
    paths["/lite"] = _path("The overview as one page without scripts.", view.PARAMETERS, "text/html")
    paths["/feed.xml"] = _path("New figures as an Atom feed.", feed.PARAMETERS, "application/atom+xml")
    paths["/healthz"] = _path("Age of the build, last days of each source.", (), "application/json", {"type": "object"})
    return paths


def _path(summary: str, parameters: Iterable[str], media_type: str, schema: Schema | None = None) -> Schema:
    problem = {"$ref": "#/components/responses/problem"}
    return {
        "get": {
            "summary": summary,
            "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in parameters],
            "responses": {
                "200": {"description": summary, "content": {media_type: {"schema": schema or {}}}},
                "304": {"description": "The client already holds this answer (If-None-Match)."},
                **{str(status): problem for status in (400, 404, 405, 409, 410, 503)},
            },
        }
    }


def _parameter(one: asked.Parameter) -> Schema:
    return {"name": one.name, "in": "query", "required": False, "description": one.definition, "schema": dict(one.schema)}


def _row(table: Table) -> Schema:
    return {
        "type": "object",
        "description": table.definition,
        "properties": {column.name: _cell(column) for column in table.columns},
        "required": table.names,
        "additionalProperties": False,
    }


def _cell(column: Column) -> Schema:
    schema: Schema = dict(TYPES.get(column.type, MOMENT))
    if column.allowed:
        schema["enum"] = sorted(column.allowed) + ([] if column.required else [None])
    if not column.required:
        schema["type"] = [schema["type"], "null"]
    return schema | {"description": column.definition}


def _problem() -> Schema:
    error = {
        "type": "object",
        "properties": {"parameter": {"type": "string"}, "detail": {"type": "string"}},
        "required": ["parameter", "detail"],
    }
    return {
        "type": "object",
        "description": "A problem document (RFC 9457).",
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "errors": {"type": "array", "items": error},
        },
        "required": ["type", "title", "status", "detail"],
    }
