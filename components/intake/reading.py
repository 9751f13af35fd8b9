"""A report handed in, to what it reports: checked, read by the worker, and given back as typed frames. Nothing is written."""

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import pandas as pd
import pyarrow as pa

from components.intake import limits
from components.wording import N_, _, language
from etl import reference, tables
from etl.columns import Table
from etl.counting.intervals import DEFAULT_PROFILE
from etl.counting.profiles import with_profile
from etl.errors import CannotRead

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 25
"""Seconds a reader waits at most; the worker's own limit counts only the time it works."""
AT_ONCE = 2
SAID_SO = 2
DAMAGED = N_("It could not be opened or read to its end: it may be damaged, or ask for more time or memory than a report needs")


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What a reader hands in: bytes of a file, its suffix, and what the reader knows of it."""

    content: bytes
    suffix: str
    published_on: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What it reports: the text as it was, the record of the document, and three tables."""

    text: str
    document: dict[str, Any]
    figures: pd.DataFrame
    events: pd.DataFrame
    problems: pd.DataFrame


def read(given: HandedIn) -> Read:
    """Return what a report reports. Raises CannotRead with a sentence for the reader."""
    limits.checked(given.content, given.suffix)
    record = json.loads(_worked(given))
    return Read(
        text=record["text"],
        document=record["document"],
        figures=_frame(tables.FIGURES, record["figures"]),
        events=_frame(tables.EVENTS, record["events"]),
        problems=_frame(tables.PROBLEMS, record["problems"]),
    )


def by_profile(found: Read, profile: str) -> Read:
    """Return the same report with its words made intervals by a rule profile. Raises UnknownWord for one there is not."""
    if profile == DEFAULT_PROFILE:
        return found
    return replace(found, figures=with_profile(found.figures, profile, reference.read_reference().household_size))


@cache
def _turns() -> BoundedSemaphore:
    return BoundedSemaphore(AT_ONCE)


def _worked(given: HandedIn) -> bytes:
    day = given.published_on.isoformat() if given.published_on else None
    head = {"suffix": given.suffix, "published_on": day, "publisher": given.publisher, "language": language()}
    command = [sys.executable, "-m", "components.intake.worker"]
    try:
        with _turns():
            done = subprocess.run(  # noqa: S603  our own module; what was handed in is its input, never an argument
                command,
                cwd=ROOT,
                input=json.dumps(head).encode() + b"\n" + given.content,
                capture_output=True,
                check=False,
                timeout=PATIENCE,
            )
    except subprocess.TimeoutExpired as error:
        words = _("Reading it took longer than {n} seconds and was stopped; hand in a shorter part")
        raise CannotRead(words.format(n=PATIENCE)) from error
    if done.returncode == SAID_SO:
        raise CannotRead(done.stderr.decode(errors="replace"))
    if done.returncode != 0:
        raise CannotRead(_(DAMAGED))
    return done.stdout


def _frame(table: Table, records: list[dict[str, Any]]) -> pd.DataFrame:
    days = [column.name for column in table.columns if pa.types.is_date32(column.type)]
    return table.frame({**record, **{name: _day(record[name]) for name in days}} for record in records)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
