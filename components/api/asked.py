"""What the address asks for, parameter by parameter. A parameter nobody defined is refused, not passed over."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request

from components.api.problems import Problem
from components.wording import DEFAULT, LANGUAGES
from etl.counting.intervals import DEFAULT_PROFILE, PROFILES
from etl.exports import SHEET_ROWS
from etl.select import Selection
from etl.vocabulary import MEASURES

PAGE_ROWS = 10_000
FEED_ENTRIES = 200
TEXT = 200
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an address: what it means, its JSON schema, and how its text becomes a value."""

    name: str
    definition: str
    schema: Mapping[str, Any]
    read: Callable[[str], Any]


def _text(text: str) -> str:
    if not text.strip() or len(text) > TEXT or not text.isprintable():
        raise ValueError(f"give 1 to {TEXT} printable characters, or leave it out")
    return text


def _word(words: Collection[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"{text[:40]!r} is not one of {', '.join(words)}")
        return text

    return read


def _day(text: str) -> date:
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"{text[:40]!r} is not a day written as 2020-01-28")


def _number(most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= most:
            raise ValueError(f"give a whole number from 1 to {most}")
        return int(text)

    return read


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError("give true or false")
    return text == "true"


_DAY_SCHEMA = {"type": "string", "format": "date", "example": "2020-01-28"}
_LINE = {"type": "string", "minLength": 1, "maxLength": TEXT}


def _parameter(name: str, definition: str, schema: Mapping[str, Any], read: Callable[[str], Any]) -> Parameter:
    return Parameter(name, definition, schema, read)


PARAMETERS = {
    one.name: one
    for one in (
        _parameter("area", "An area's code, name or alias.", _LINE | {"example": "SY-NW"}, _text),
        _parameter("measure", "What is counted.", {"type": "string", "enum": list(MEASURES)}, _word(MEASURES)),
        _parameter("from", "First day.", _DAY_SCHEMA, _day),
        _parameter("to", "Last day.", _DAY_SCHEMA, _day),
        _parameter("known_on", "Only what was published by that day; roles are counted anew.", _DAY_SCHEMA, _day),
        _parameter(
            "profile",
            "The published convention that turns vague words into intervals.",
            {"type": "string", "enum": list(PROFILES), "default": DEFAULT_PROFILE},
            _word(PROFILES),
        ),
        _parameter(
            "limit",
            f"Rows of a page, at most {PAGE_ROWS:,}; the Link header names the next page. Without it, all rows come at once.",
            {"type": "integer", "minimum": 1, "maximum": PAGE_ROWS},
            _number(PAGE_ROWS),
        ),
        _parameter("cursor", "Where a page starts, as a Link header gave it; needs the same question.", _LINE, _text),
        _parameter(
            "hxl",
            "Whether HXL hashtags stand under the header (csv, xlsx).",
            {"type": "boolean", "default": False},
            _flag,
        ),
        _parameter(
            "for",
            "people: CSV with a byte order mark, harmless in spreadsheets, with title, publisher, url and licence in every row. "
            f"Workbooks (xlsx, at most {SHEET_ROWS:,} rows) always are.",
            {"type": "string", "enum": ["machines", "people"], "default": "machines"},
            _word(("machines", "people")),
        ),
        _parameter("series", "Which series of the area and measure, as /lite offers them.", _LINE, _text),
        _parameter(
            "lang",
            "The language of the words around the data; the data stays as it is.",
            {"type": "string", "enum": list(LANGUAGES), "default": DEFAULT},
            _word(LANGUAGES),
        ),
        _parameter(
            "entries",
            "How many figures the feed holds.",
            {"type": "integer", "minimum": 1, "maximum": FEED_ENTRIES, "default": 50},
            _number(FEED_ENTRIES),
        ),
    )
}
FILTERS = ("area", "measure", "from", "to", "known_on", "profile")


def read(request: Request, names: Collection[str], *, empty_is_absent: bool = False) -> dict[str, Any]:
    """Return the values of the parameters the address gives. Raises Problem with a sentence for each that is wrong."""
    found: dict[str, Any] = {}
    wrong: list[tuple[str, str]] = []
    given = request.query_params.multi_items()
    if empty_is_absent:
        given = [(name, text) for name, text in given if text]
    for name, text in given:
        try:
            found[name] = _value(name, text, names, found)
        except ValueError as error:
            wrong.append((name[:40], str(error)))
    if not wrong and "from" in found and "to" in found and found["from"] > found["to"]:
        wrong.append(("from", f"the first day, {found['from']}, is after the last, {found['to']}"))
    if wrong:
        raise Problem(400, "; ".join(f"{name}: {sentence}" for name, sentence in wrong), wrong)
    return found


def _value(name: str, text: str, names: Collection[str], found: Mapping[str, Any]) -> Any:
    if name not in names:
        raise ValueError(f"there is no such parameter here; there are {', '.join(names) or 'none'}")
    if name in found:
        raise ValueError("give it once")
    return PARAMETERS[name].read(text)


def selection(found: Mapping[str, Any]) -> Selection:
    """Return the filters of an address as the selection of commands and pages."""
    return Selection(
        area=found.get("area"),
        measure=found.get("measure"),
        first_day=found.get("from"),
        last_day=found.get("to"),
        known_on=found.get("known_on"),
        profile=found.get("profile", DEFAULT_PROFILE),
    )


def cursor_of(build: str, start: int, question: str) -> str:
    """Return the cursor of a row of a build, good for one question."""
    return base64.urlsafe_b64encode(json.dumps([build, start, question]).encode()).decode().rstrip("=")


def read_cursor(text: str, question: str) -> tuple[str, int]:
    """Return the build and the row a cursor names. Raises Problem for one that no Link header of this question gave."""
    try:
        build, start, asked = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, TypeError, binascii.Error):
        build = start = asked = None
    is_ours = isinstance(build, str) and re.fullmatch(r"[\w-]+", build) and type(start) is int and 0 <= start < 2**62
    if not is_ours or asked != question:
        sentence = "no Link header of this question gave this cursor; start without it"
        raise Problem(400, f"cursor: {sentence}", [("cursor", sentence)])
    return str(build), int(str(start))
