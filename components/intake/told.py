"""What was read, in rows and sentences for a reader. No streamlit."""

from datetime import date

import pandas as pd

from components import captions, facts, selection, terms
from components.intake.reading import Read
from components.viewpoint import Viewpoint
from components.wording import _, ngettext
from etl.reading.document import UNKNOWN_PUBLISHER


def figure_columns() -> dict[str, str]:
    """Return the columns of the table of figures with their titles."""
    return {
        "mark": _("Mark"),
        "phrase": _("Words"),
        "claimed": _("Claim"),
        "people_low": _("Low"),
        "people_high": _("High"),
        "measure": _("Measure"),
        "kind": _("Kind"),
        "speaker": _("Speaker"),
        "period_start": _("Since"),
        "as_of": _("As of"),
        "area": _("Place"),
        "modality": _("Said as"),
        "confidence": _("Confidence"),
        "rule_id": _("Rule"),
    }


def event_columns() -> dict[str, str]:
    """Return the columns of the table of events with their titles."""
    return {
        "mark": _("Mark"),
        "phrase": _("Words"),
        "event": _("Event"),
        "started_on": _("Day"),
        "actor": _("Who acted"),
        "status": _("Status"),
        "speaker": _("Speaker"),
        "confidence": _("Confidence"),
    }


def opening(read: Read) -> str:
    """Return the sentence the result opens with."""
    n_figures, n_events, n_problems = (len(frame) for frame in (read.figures, read.events, read.problems))
    figures = ngettext("{n} figure", "{n} figures", n_figures).format(n=captions.number(n_figures))
    events = ngettext("{n} event", "{n} events", n_events).format(n=captions.number(n_events))
    words = _("This text reports {figures} and {events}.").format(figures=figures, events=events)
    return f"{words} {_met(n_problems)}"


def _met(n_problems: int) -> str:
    if n_problems == 0:
        return _("No problem was met in reading it.")
    words = ngettext("{n} problem was met in reading it.", "{n} problems were met in reading it.", n_problems)
    return words.format(n=captions.number(n_problems))


def about(read: Read) -> str:
    """Return what is known of the document: who, when, in which language, how long. A gap is stated."""
    language, published = read.document["language"], read.document["published_on"]
    day = captions.day(date.fromisoformat(published)) if published else None
    lines = (
        _("Publisher: {publisher}.").format(publisher=_named(read.document["publisher"])),
        _("Published {day}.").format(day=day) if day else _("Publication day not known."),
        _("Language: {language}.").format(language=language) if language else _("Language not recognised."),
        ngettext("{n} character.", "{n} characters.", len(read.text)).format(n=captions.number(len(read.text))),
    )
    return " ".join(lines)


def _named(name: str) -> str:
    """Return a publisher or speaker, and in the reader's language that none is given."""
    return _("not given") if name == UNKNOWN_PUBLISHER else name


def _in_words(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return rows with words for the codes of columns, and for a speaker who is not given."""
    worded: dict[str, pd.Series] = {name: frame[name].map(terms.word, na_action="ignore") for name in columns}
    return frame.assign(**worded, speaker=frame["speaker"].map(_named, na_action="ignore"))


def known_then(read: Read, viewpoint: Viewpoint) -> str:
    """Return whether the report was known on the day from which the reader looks; nothing where that is today."""
    if viewpoint.known_on is None:
        return ""
    published, then = read.document["published_on"], captions.day(viewpoint.known_on)
    if published is None:
        return _("Its publication day is not known, so it cannot be said whether it was known on {day}.").format(day=then)
    if date.fromisoformat(published) > viewpoint.known_on:
        return _("It was published after {day}: nothing of it was known then.").format(day=then)
    return _("It had been published by {day}.").format(day=then)


def figure_rows(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures as a reader's table, in their order, an open side left empty."""
    place = figures["area_name"].fillna(figures["area_as_reported"])
    shown = _in_words(facts.table(figures), "kind", "modality", "confidence").assign(
        mark=[str(number) for number in range(1, len(figures) + 1)], area=place.to_numpy()
    )
    return shown[list(figure_columns())].rename(columns=figure_columns())


def event_rows(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events as a reader's table, in their order."""
    named = [facts.event_name(event) for event in selection.rows(events)]
    shown = (
        _in_words(events, "status", "confidence")
        .reset_index(drop=True)
        .assign(mark=[f"E{number}" for number in range(1, len(events) + 1)], event=named)
    )
    return shown[list(event_columns())].rename(columns=event_columns())


def problem_lines(problems: pd.DataFrame) -> list[str]:
    """Return each problem in a line: why, and the words concerned."""
    rows = selection.rows(problems)
    return [f"{row['reason']}: “{' '.join(row['excerpt'].split())}”" if row["excerpt"] else row["reason"] for row in rows]
