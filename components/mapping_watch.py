"""The day of the map: a slider that the keyboard moves and that plays, and what follows from it without a full rerun.

Playing reruns the map only, and only while it plays: the fragment's timer is there as long as the switch is on, and goes with
it at the last day or when a reader takes hold of anything.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import streamlit as st
from markupsafe import Markup

from components import (
    address,
    captions,
    cards,
    data,
    evidence,
    mapping_told,
    mapping_view,
    mapping_words,
    paper,
    reasons,
    toggles,
)
from components.mapping_day import Day, Outlook
from components.selection import SeriesKey
from components.wording import _

SECONDS = 1.2
"""How long each day stays while it plays."""
DAY, PLAY, MAP, TABLE, PICKED = "day", "play", "map", "map_table", "map_picked"
BUTTONS_GONE = ["toImage", "select2d", "lasso2d", "autoScale2d", "zoom2d"]
"""As on every chart, but a map may be moved."""


def watch(chosen: SeriesKey, span: int, tiles: str | None, by: Outlook) -> None:
    """Show the map of the chosen day with its slider; while it plays, day after day."""
    _take_from_address(mapping_view.default_day(chosen, by))
    is_playing = bool(st.session_state.get(PLAY))
    st.fragment(_watched, run_every=SECONDS if is_playing else None)(chosen, span, tiles, by, is_playing)


def _take_from_address(default: date) -> None:
    """Set the day to that of the address where it is one of the crisis; a note stands for one that is not."""
    crisis, asked = data.crisis(), address.asked(DAY)
    if asked is not None:
        if (found := _day_within(asked, crisis.first_day, crisis.last_day)) is not None:
            st.session_state[DAY] = found
        else:
            st.caption(captions.ignored(asked, captions.day(st.session_state.get(DAY) or default)))
            st.query_params.pop(DAY)
    address.heard(DAY)
    st.session_state.setdefault(DAY, default)


def _day_within(text: str, first: date, last: date) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if first <= found <= last else None


def _watched(chosen: SeriesKey, span: int, tiles: str | None, by: Outlook, is_ticking: bool) -> None:
    data.settle(by.build_id)
    is_playing = bool(st.session_state.get(PLAY))
    if is_playing:
        is_playing = _advance(chosen, by)
    if is_playing != is_ticking:
        st.rerun()  # once, so that the timer comes or goes
    day = _slider()
    if not is_playing:
        _write_to_address(day, mapping_view.default_day(chosen, by))
    shown = mapping_view.day_of(chosen, day, span, by)
    paper.show(paper.prose(mapping_words.opening(chosen, shown.people, shown.towns, day)))
    _map_and_list(shown, tiles)
    evidence.show(evidence.addressed(st.session_state.pop(PICKED, None)), hint=captions.HINT_CHART, viewpoint=by.viewpoint)
    _table(shown)
    paper.show(paper.note(mapping_words.sources(shown.points, shown.licences)))


def _advance(chosen: SeriesKey, by: Outlook) -> bool:
    """Go on to the next day on which something changes; return whether there was one, and stop playing where there was none."""
    following = mapping_view.next_day(chosen, st.session_state[DAY], by)
    if following is None:
        st.session_state[PLAY] = False
        return False
    st.session_state[DAY] = following
    return True


def _slider() -> date:
    crisis = data.crisis()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.slider(
            _("Day"),
            min_value=crisis.first_day,
            max_value=crisis.last_day,
            format=cards.day_format(),
            key=DAY,
            on_change=stop,
            persist_state="session",
            help=_("Arrow keys move it by a day."),
        )
        st.toggle(_("Play"), key=PLAY, help=_("Goes from day to day on which something changed. Anything you touch stops it."))
    return day


def stop() -> None:
    """Stop playing: the reader took hold of something."""
    st.session_state[PLAY] = False


def _write_to_address(day: date, default: date) -> None:
    address.write(DAY, None if day == default else day.isoformat())


def _map_and_list(shown: Day, tiles: str | None) -> None:
    drawn, beside = st.columns([3, 2], gap="medium")
    with drawn:
        top, theme = mapping_view.top(shown.count, shown.outlook), st.context.theme.type
        st.caption(_(mapping_words.KEY_TILES) if tiles else mapping_words.key_people(shown.count, top))
        slot = st.container()
        types = [row["event_type"] for row in (*shown.marked, *(town.last for town in shown.towns))]
        without = toggles.without(types, touched=stop)
        n_events = sum(event["event_type"] not in without for event in shown.marked)
        slot.plotly_chart(
            mapping_view.chart(shown, theme, tiles, without),
            key=MAP,
            on_select=_pick_mark,
            selection_mode="points",
            config={**cards.chart(), "modeBarButtonsToRemove": BUTTONS_GONE},
            alt=mapping_words.alt(shown.count, shown.people, shown.towns, n_events, shown.day),
        )
        for line in (mapping_words.key_disputed(shown.towns), mapping_words.key_sides(mapping_view.sides(), theme)):
            if line:
                st.caption(line)
        if tiles is None:
            paper.show(paper.note(mapping_words.ground_note(mapping_view.ground())))
    with beside:
        paper.show(*_along(shown), *_more_widely(shown))


def _along(shown: Day) -> Iterator[Markup]:
    along = mapping_told.along_roads(mapping_view.ground(), shown.towns)
    if along:
        yield paper.heading(_("Along the roads"))
    for head, lines in along:
        yield paper.caption(head)
        yield paper.lines("\n\n".join(lines))


def _more_widely(shown: Day) -> Iterator[Markup]:
    yield paper.heading(_("Known only more widely"))
    yield paper.caption(
        _("Reported too, but for no place exact enough for a mark. Never added to one another or to the circles.")
    )
    for head, lines in mapping_words.wider(shown.wider):
        yield paper.caption(head)
        yield paper.lines("\n".join(lines))
    if not shown.wider:
        yield paper.lines(_("Nothing else was reported of this count. That is a gap, not a zero."))
    if shown.nested:
        yield paper.note(_("The circles are not added up: {reason}.").format(reason=reasons.spoken(shown.nested)))
    if not shown.flows:
        yield paper.note(_(mapping_words.NO_FLOW))


def _table(shown: Day) -> None:
    latest, every = captions.number(len(shown.events)), captions.number(shown.n_events)
    some = _("The latest {n} of {all} events.").format(n=latest, all=every)
    paper.show(
        paper.heading(_("All of it as a table")),
        paper.note(mapping_words.table_note(shown.first, shown.day)),
        paper.caption(some if shown.n_events > len(shown.events) else ""),
    )
    found = mapping_view.table(shown)
    st.dataframe(
        found.cells,
        hide_index=True,
        key=TABLE,
        on_select=_pick_row,
        selection_mode="single-row",
        column_config={_("Day"): st.column_config.DateColumn(_("Day"), format=cards.day_format())},
        placeholder="–",
        alt=_("All that the map shows and all that has no mark, one row each"),
    )
    st.session_state["map_rows"] = found.ids


def _pick_mark() -> None:
    stop()
    _pick(evidence.chosen(st.session_state[MAP]))


def _pick_row() -> None:
    stop()
    rows: list[Any] = st.session_state[TABLE].selection.rows
    _pick(st.session_state["map_rows"][rows[0]] if rows else None)


def _pick(record_id: str | None) -> None:
    if record_id is not None:
        st.session_state[PICKED] = record_id
