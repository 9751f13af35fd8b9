"""New figures as an Atom feed: the last published first, each with its speaker, its words and its link."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from components import captions, facts, selection, terms
from components.api import answers, asked
from components.wording import DEFAULT, _, language, speaking
from etl import crises, exports, store
from etl.exports import Export

ATOM = "http://www.w3.org/2005/Atom"
PARAMETERS = (*asked.FILTERS, "entries", "lang")
ENTRIES = 50


def feed(request: Request) -> Response:
    """Return the last figures to become known, with the filters of the tables."""
    found, build = asked.read(request, PARAMETERS), answers.live()
    export = Export("figures", asked.selection(found), build, for_people=True)
    pieces = [_newest(piece, found.get("entries", ENTRIES)) for piece in export.frames()]
    rows = selection.rows(_newest(pd.concat(pieces), found.get("entries", ENTRIES))) if pieces else []
    spoken = str(found.get("lang", DEFAULT))
    return answers.answer(request, build, "application/atom+xml", lambda: _spoken_atom(rows, build, str(request.url), spoken))


def _spoken_atom(rows: list[dict[str, Any]], build: str, address: str, spoken: str) -> bytes:
    with speaking(spoken):
        return _atom(rows, build, address)


def _newest(figures: pd.DataFrame, most: int) -> pd.DataFrame:
    known = figures[figures["known_from"].notna()]
    return known.sort_values(["known_from", "figure_id"], ascending=[False, True]).head(most)


def _atom(rows: list[dict[str, Any]], build: str, address: str) -> bytes:
    record = store.read("builds", build).iloc[0]
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": language()})
    _add(root, "title", _("{crisis}: new figures").format(crisis=crises.read_crisis(record["crisis"]).title))
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
    place = row["area_name"] or row["area_as_reported"] or _("place not given")
    about = captions.joined(terms.measure(row["measure"]), place, facts.as_of(row))
    _add(entry, "title", _("{claim}: {about}").format(claim=facts.claim_title(row), about=about))
    _add(entry, "id", f"urn:nuzuh:figure:{row['figure_id']}")
    _add(entry, "updated", _moment(row["known_from"]))
    _add(ET.SubElement(entry, "author"), "name", row["speaker"])
    _add(entry, "category", None, term=row["measure"])
    _add(entry, "rights", row["licence"])
    published = _("Published by {publisher}, {when}.").format(publisher=row["publisher"], when=facts.publication(row))
    _add(entry, "summary", f"{facts.quoted(row['phrase'])}. {published} {_role(row)}")
    if (row["url"] or "").startswith(("https://", "http://")):
        ET.SubElement(entry, "link", rel="alternate", href=row["url"])


def _role(row: Mapping[str, Any]) -> str:
    return f"{terms.role(row['role'], '')}." if row["role"] else _("It takes no part in the series.")


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str | None, **attributes: str) -> None:
    # XML 1.0 has no form for most control characters, and other people's words may hold some.
    ET.SubElement(parent, name, attributes).text = None if text is None else "".join(one if one >= " " else " " for one in text)
