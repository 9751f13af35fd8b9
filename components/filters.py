"""Widgets bound to the address line: a view is a link. A value the address asks for in vain is ignored with a note.

Only what can stand together is offered: the measures an area has, and for each the series that exist. A series is one
measure, unit, area role and first day, so a stock never meets a flow and persons never meet movements.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import streamlit as st

from components import address, captions, data, explorer, selection, terms
from components.explorer import ANY, Wanted
from components.selection import SeriesKey
from components.viewpoint import NOW, Viewpoint, profile_name
from components.wording import _
from etl.counting.intervals import DEFAULT_PROFILE, PROFILES
from etl.vocabulary import MEASURES, Role

HELD = "notes held back"


@contextmanager
def chooser() -> Iterator[None]:
    """Put choices behind a button. What the address asks for in vain is said on the page, by `told_in_vain`, not behind it."""
    st.session_state[HELD] = []
    with st.popover(_("Choose what is shown")):
        yield


def told_in_vain() -> None:
    """Say what the address asked for in vain among the choices behind the button."""
    for words in st.session_state.pop(HELD, ()):
        st.caption(words)


def in_vain(asked: str, shown: str) -> None:
    """Say that the address asks for what is not here, and what is shown instead."""
    _say(captions.ignored(asked, shown))


def _say(words: str) -> None:
    held = st.session_state.get(HELD)
    if held is None:
        st.caption(words)
    else:
        held.append(words)


def choose(
    label: str, options: Sequence[str], *, key: str, names: Callable[[str], str], default: str, why: str | None = None
) -> str:
    """Return the option the reader or the address chose; a note stands beside a value that is not among the options.

    The address holds the option itself, not its label as `bind` would: a link stays good when a label or the language changes.
    """
    asked = address.asked(key)
    wish = asked if asked in options else st.session_state.get(key)
    # Set at every run: the same filter on another page has other options, and a new widget would forget the choice.
    st.session_state[key] = wish if wish in options else default
    called = {option: names(option) for option in options}
    chosen = st.selectbox(label, options, format_func=called.__getitem__, key=key, persist_state="session", help=why)
    if asked is not None and asked not in (ANY, *options):
        in_vain(asked, names(chosen))
    address.write(key, None if chosen == default else chosen)
    return chosen


def viewpoint() -> Viewpoint:
    """Return from whose knowledge and by which rule profile the reader looks; each is in the address of every page."""
    known_on = _known_on()
    profile = choose(
        _("Words read by"),
        list(PROFILES),
        key="profile",
        names=profile_name,
        default=DEFAULT_PROFILE,
        why=_("Published conventions for what words such as “thousands” or “more than” say. The words themselves never change."),
    )
    return Viewpoint(known_on, profile)


def _known_on() -> date | None:
    first, last = data.publication_days()
    asked = address.asked("known_on")
    wish = _day_between(asked, first, last) if asked is not None else st.session_state.get("known_on")
    st.session_state["known_on"] = wish if wish and first <= wish <= last else None
    chosen: Any = st.date_input(
        _("Known on"),
        min_value=first,
        max_value=last,
        key="known_on",
        persist_state="session",
        format="DD/MM/YYYY",
        help=_("Shows everything as it could be known on that day: only what had been published by then."),
    )
    known_on: date | None = chosen
    if asked is not None and known_on is None:
        in_vain(asked, _("what is known today"))
    address.write("known_on", known_on.isoformat() if known_on else None)
    return known_on


def _day_between(text: str | None, first: date, last: date) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if first <= day <= last else None


def series_key(viewpoint: Viewpoint = NOW) -> SeriesKey:
    """Return the series the reader chose: area, then a measure it has, then one of its series.

    Where nothing had been published yet on the area of the crisis, it is the series the crisis opens with, without a point.
    """
    crisis, keys = data.crisis(), [*data.series_keys(viewpoint)]
    if all(key.area_code != crisis.area for key in keys):
        keys.append(selection.unreported(crisis, data.table("areas")))
    areas = {key.area_code: key.area_name for key in sorted(keys, key=lambda key: (key.area_code != crisis.area, key.area_name))}
    area = choose(_("Area"), list(areas), key="area", names=lambda code: areas.get(code, code), default=next(iter(areas)))
    here = [key for key in keys if key.area_code == area]
    measures = list(dict.fromkeys(key.measure for key in sorted(here, key=lambda key: key.measure != crisis.default_measure)))
    measure = choose(_("Measure"), measures, key="measure", names=_measure, default=measures[0])
    those = {key.slug: key for key in here if key.measure == measure}
    default = selection.default_key(those.values(), since=crisis.default_since).slug
    slug = choose(
        _("Series"),
        list(those),
        key="series",
        names=lambda slug: captions.choice(those[slug]),
        default=default,
        why=_("Totals with different first days, stocks and flows, people and movements never share an axis."),
    )
    return those[slug]


def _measure(name: str) -> str:
    return terms.measure(name).capitalize() if name in MEASURES else _("All measures")


def period() -> tuple[date | None, date | None]:
    """Return the first and last day the reader chose; None leaves an end to the data."""
    crisis = data.crisis()
    first = day(_("From"), key="from", crisis_first=crisis.first_day, crisis_last=crisis.last_day)
    last = day(_("To"), key="to", crisis_first=crisis.first_day, crisis_last=crisis.last_day)
    if first and last and first > last:
        _say(_("The first day is after the last one, so the whole period is shown."))
        return None, None
    return first, last


def day(label: str, *, key: str, crisis_first: date, crisis_last: date, without: str | None = None) -> date | None:
    """Return the day the reader chose within the crisis, or None; a note says what is shown without the one asked for in vain."""
    asked = st.query_params.get(key)
    if asked is not None and _day_between(asked, crisis_first, crisis_last) is None:
        in_vain(asked, without or _("every day"))
    return st.date_input(
        label, value=None, min_value=crisis_first, max_value=crisis_last, key=key, bind="query-params", format="DD/MM/YYYY"
    )


def wanted(viewpoint: Viewpoint = NOW) -> Wanted:
    """Return what the reader wants of the figures; each choice is in the address."""
    crisis, offered = data.crisis(), explorer.offered(viewpoint)
    areas, measures, speakers = offered.areas, offered.measures, offered.speakers
    with st.container(horizontal=True):
        area = choose(
            _("Area"),
            [ANY, *areas],
            key="area",
            names=lambda code: areas.get(code, _("All areas")),
            default=crisis.area if crisis.area in areas else ANY,
        )
        measure = choose(
            _("Measure"),
            [ANY, *measures],
            key="measure",
            names=_measure,
            default=crisis.default_measure if crisis.default_measure in measures else ANY,
        )
        speaker = choose(
            _("Speaker"),
            [ANY, *speakers],
            key="speaker",
            default=ANY,
            names=lambda name: _("All speakers") if name == ANY else name,
        )
        role = choose(_("Role"), [ANY, *Role], key="role", names=lambda name: terms.role(name, none=_("All roles")), default=ANY)
    with st.container(horizontal=True):
        words = st.text_input(
            _("Words"), key="words", bind="query-params", placeholder=_("in the phrase, the note, the place ...")
        )
        first, last = period()
    return Wanted(area, measure, speaker, role, words or "", first, last)
