"""New figures as an Atom feed: the last published first, each with its speaker, its words and its link."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from components import captions, facts, selection
from components.api import answers, asked
from etl import crises, exports, store
from etl.exports import Export
from etl.vocabulary import MEASURES

ATOM = "http://www.w3.org/2005/Atom"
PARAMETERS = (*asked.FILTERS, "entries")
ENTRIES = 50


def feed(request: Request) -> Response:
    """Return the last figures to become known, with the filters of the tables."""
    found, build = asked.read(request, PARAMETERS), answers.live()
    export = Export("figures", asked.selection(found), build, for_people=True)
    pieces = [_newest(piece, found.get("entries", ENTRIES)) for piece in export.frames()]
    rows = selection.rows(_newest(pd.concat(pieces), found.get("entries", ENTRIES))) if pieces else []
    return answers.answer(request, build, "application/atom+xml", lambda: _atom(rows, build, str(request.url)))


def _newest(figures: pd.DataFrame, most: int) -> pd.DataFrame:
    known = figures[figures["known_from"].notna()]
    return known.sort_values(["known_from", "figure_id"], ascending=[False, True]).head(most)


def _atom(rows: list[dict[str, Any]], build: str, address: str) -> bytes:
    record = store.read("builds", build).iloc[0]
    root = ET.Element("feed", xmlns=ATOM)
    _add(root, "title", f"{crises.read_crisis(record['crisis']).title}: new figures")
    _add(root, "id", f"urn:nuzuh:{record['crisis']}:figures")
    _add(root, "updated", record["finished_at"].isoformat())
    _add(root, "rights", exports.cited_as(build))
    ET.SubElement(root, "link", rel="self", href=address)
    for row in rows:
        _entry(root, row)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _entry(root: ET.Element, row: Mapping[str, Any]) -> None:
    entry = ET.SubElement(root, "entry")
    place = row["area_name"] or row["area_as_reported"] or "place not given"
    _add(entry, "title", f"{facts.claim_title(row)}: {MEASURES[row['measure']].label}, {place}, {facts.as_of(row)}")
    _add(entry, "id", f"urn:nuzuh:figure:{row['figure_id']}")
    _add(entry, "updated", _moment(row["known_from"]))
    _add(ET.SubElement(entry, "author"), "name", row["speaker"])
    _add(entry, "category", None, term=row["measure"])
    _add(entry, "rights", row["licence"])
    _add(entry, "summary", f"“{row['phrase']}”. Published by {row['publisher']}, {facts.publication(row)}. {_role(row)}")
    if (row["url"] or "").startswith(("https://", "http://")):
        ET.SubElement(entry, "link", rel="alternate", href=row["url"])


def _role(row: Mapping[str, Any]) -> str:
    return f"{captions.ROLES[row['role']]}." if row["role"] else "It takes no part in the series."


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str | None, **attributes: str) -> None:
    # XML 1.0 has no form for most control characters, and other people's words may hold some.
    ET.SubElement(parent, name, attributes).text = None if text is None else "".join(one if one >= " " else " " for one in text)
