"""The form in which a reader hands in a report, and what it reports beneath. The text lives in the reader's session only."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components import captions, cards, data, downloads, facts, palette, paper, selection
from components.intake import limits, marked, told
from components.intake.reading import HandedIn, Read, by_profile, read
from components.viewpoint import NOW, Viewpoint
from components.wording import _
from etl.errors import CannotRead

PASTE, UPLOAD = "paste", "upload"
EXAMPLE = Path(__file__).parent / "intake" / "example.txt"
RESULT, REASON, TURN = "handed in", "not read", "turn of the upload"


def promise() -> str:
    """Return what is taken and what becomes of it, from the limits that are kept."""
    kinds = ", ".join(limits.SUFFIXES)
    return _(
        "Text, or a file ({kinds}) of at most {megabytes} MB, with at most {characters} characters. Nothing is stored: it is "
        "read for you alone, and let go when you forget it or your session ends."
    ).format(kinds=kinds, megabytes=limits.MEGABYTES, characters=captions.number(limits.CHARACTERS))


def form() -> None:
    """Show the form; a report handed in is read, and the result or the reason stays until the next one."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.session_state.setdefault("way", PASTE)
        ways = {PASTE: _("Paste text"), UPLOAD: _("Upload a file")}
        way = st.pills(
            _("How"), list(ways), format_func=lambda one: ways[one], required=True, key="way", label_visibility="collapsed"
        )
        st.button(_("Use an example text"), on_click=_take_example)
        st.button(_("Forget it"), on_click=_forget)
    with st.form("report", border=False):
        content, suffix = _pasted() if way == PASTE else _uploaded()
        with st.container(horizontal=True):
            help_ = _("Empty: not known.")
            day = st.date_input(_("Publication day"), value=None, key="published", format="DD/MM/YYYY", help=help_)
            publisher = st.text_input(_("Publisher"), key="publisher", max_chars=200)
        if st.form_submit_button(_("Read it")):
            _read(HandedIn(content, suffix, day, publisher.strip() or None))


def _pasted() -> tuple[bytes, str]:
    text = st.text_area(_("Text of the report"), key="text", height=220)
    return (text or "").encode(errors="replace"), ".txt"


def _uploaded() -> tuple[bytes, str]:
    most = min(limits.MEGABYTES, int(st.get_option("server.maxUploadSize")))
    kinds = [suffix.removeprefix(".") for suffix in limits.SUFFIXES]
    key = f"file-{st.session_state.get(TURN, 0)}"
    file = st.file_uploader(_("File of the report"), type=kinds, key=key, max_upload_size=most)
    return (file.getvalue(), Path(file.name).suffix.lower()) if file else (b"", ".txt")


def _take_example() -> None:
    _forget()
    st.session_state["way"] = PASTE
    st.session_state["text"] = EXAMPLE.read_text(encoding="utf-8")


def _forget() -> None:
    for name in (RESULT, REASON, "text", "published", "publisher"):
        st.session_state.pop(name, None)
    # An upload is let go only with its widget: another key makes an empty one.
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _read(given: HandedIn) -> None:
    for name in (RESULT, REASON):
        st.session_state.pop(name, None)
    try:
        with st.spinner(_("Reading it")):
            st.session_state[RESULT] = read(given)
    except CannotRead as error:
        st.session_state[REASON] = str(error)


def result(viewpoint: Viewpoint = NOW) -> None:
    """Show what the last report handed in reports, in the intervals of the viewpoint's profile, or why it could not be read."""
    if reason := st.session_state.get(REASON):
        st.error(_("This was not read. {reason}.").format(reason=captions.plain(reason)))
    taken: Read | None = st.session_state.get(RESULT)
    if taken is None:
        return
    found = by_profile(taken, viewpoint.profile)
    paper.show(
        paper.heading(_("What it reports")),
        paper.prose(told.opening(found)),
        paper.note(told.about(found)),
        paper.note(told.known_then(found, viewpoint)),
    )
    _text(found)
    _figures(found.figures)
    _events(found.events)
    _problems(found.problems)


def _text(found: Read) -> None:
    spans = [
        [(row["span_start"], row["span_end"]) for row in selection.rows(frame[["span_start", "span_end"]])]
        for frame in (found.figures, found.events)
    ]
    html = marked.page(found.text, marked.marks_of(*spans), palette.palette_of(st.context.theme.type))
    name = _("The text with its figures and events marked")
    st.iframe(marked.framed(html), height=marked.height(found.text), tab_index=0, alt=name)
    paper.show(paper.caption(_("Shaded with a number: figures. Underlined with E and a number: events.")))


def _figures(figures: pd.DataFrame) -> None:
    title = paper.heading(_("Figures"))
    if figures.empty:
        paper.show(title, paper.caption(_("No figure was read. That is not a zero.")))
        return
    paper.show(title)
    event = st.dataframe(
        told.figure_rows(data.as_spoken(figures)),
        hide_index=True,
        column_config=_columns(told.figure_columns(), numbers=("people_low", "people_high"), days=("period_start", "as_of")),
        on_select="rerun",
        selection_mode="single-row",
        key="read-figures",
        placeholder="–",
        alt=_("The figures read from the text"),
    )
    _download(figures, "figures", _("Download the figures as CSV"))
    if picked := [row for row in event.selection.rows if row < len(figures)]:
        lines = facts.figure_facts(selection.rows(figures)[picked[0]], None)
        paper.show(paper.lines("\n".join(f"{name}: {words}" for name, words in lines)))
    else:
        hint = _("Select a row to see how its words became an interval. An empty side of the interval is open or not known.")
        paper.show(paper.caption(hint))


def _events(events: pd.DataFrame) -> None:
    if events.empty:
        return
    paper.show(paper.heading(_("Events")))
    st.dataframe(
        told.event_rows(data.as_spoken(events)),
        hide_index=True,
        column_config=_columns(told.event_columns(), days=("started_on",)),
        placeholder="–",
        alt=_("The events read from the text"),
    )
    _download(events, "events", _("Download the events as CSV"))


def _columns(titles: Mapping[str, str], *, numbers: Sequence[str] = (), days: Sequence[str] = ()) -> dict[str, Any]:
    shown: dict[str, Any] = {titles[name]: st.column_config.NumberColumn(titles[name], format="localized") for name in numbers}
    return shown | {titles[name]: st.column_config.DateColumn(titles[name], format=cards.day_format()) for name in days}


def _problems(problems: pd.DataFrame) -> None:
    if problems.empty:
        return
    paper.show(
        paper.heading(_("Problems")),
        paper.note(_("What was seen but could not be accepted. Nothing is guessed.")),
        paper.lines("\n".join(told.problem_lines(problems))),
    )
    _download(problems, "problems", _("Download the problems as CSV"))


def _download(frame: pd.DataFrame, name: str, label: str) -> None:
    st.download_button(
        label,
        partial(downloads.csv_bytes, frame),
        mime="text/csv",
        on_click="ignore",
        file_name=f"read_{name}.csv",
        key=f"read-{name}-csv",
    )
