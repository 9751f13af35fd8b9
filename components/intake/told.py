"""What was read, in rows and sentences for a reader. No streamlit."""

from datetime import date

import pandas as pd

from components import captions, facts, selection
from components.intake.reading import Read

FIGURE_COLUMNS = {
    "mark": "Mark",
    "phrase": "Words",
    "claimed": "Claim",
    "people_low": "Low",
    "people_high": "High",
    "measure": "Measure",
    "kind": "Kind",
    "speaker": "Speaker",
    "period_start": "Since",
    "as_of": "As of",
    "area": "Place",
    "modality": "Said as",
    "confidence": "Confidence",
    "rule_id": "Rule",
}
EVENT_COLUMNS = {
    "mark": "Mark",
    "phrase": "Words",
    "event": "Event",
    "started_on": "Day",
    "actor": "Who acted",
    "status": "Status",
    "speaker": "Speaker",
    "confidence": "Confidence",
}


def opening(read: Read) -> str:
    """Return the sentence the result opens with."""
    found = f"{captions.counted(len(read.figures), 'figure')} and {captions.counted(len(read.events), 'event')}"
    unclear = captions.counted(len(read.problems), "problem") if len(read.problems) else "no problem"
    return f"This text reports {found}; {unclear} {'were' if len(read.problems) > 1 else 'was'} met in reading it."


def about(read: Read) -> str:
    """Return what is known of the document: who, when, in which language, how long. A gap is stated."""
    language = f"language {read.document['language']}" if read.document["language"] else "language not recognised"
    published = read.document["published_on"]
    when = f"published {captions.day(date.fromisoformat(published))}" if published else "publication day not known"
    return f"Publisher {read.document['publisher']}, {when}, {language}, {captions.number(len(read.text))} characters."


def figure_rows(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures as a reader's table, in their order, an open side left empty."""
    place = figures["area_name"].fillna(figures["area_as_reported"])
    shown = facts.table(figures).assign(mark=[str(number) for number in range(1, len(figures) + 1)], area=place.to_numpy())
    return shown[list(FIGURE_COLUMNS)].rename(columns=FIGURE_COLUMNS)


def event_rows(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events as a reader's table, in their order."""
    named = [facts.event_name(event) for event in selection.rows(events)]
    shown = events.reset_index(drop=True).assign(mark=[f"E{number}" for number in range(1, len(events) + 1)], event=named)
    return shown[list(EVENT_COLUMNS)].rename(columns=EVENT_COLUMNS)


def problem_lines(problems: pd.DataFrame) -> list[str]:
    """Return each problem in a line: why, and the words concerned."""
    rows = selection.rows(problems)
    return [f"{row['reason']}: “{' '.join(row['excerpt'].split())}”" if row["excerpt"] else row["reason"] for row in rows]
