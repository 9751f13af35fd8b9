"""Parts of a page below its main chart: the change per day, coverage, what came later, surges, and the meanwhile."""

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components import (
    campaign_data,
    campaigns,
    captions,
    charts,
    data,
    evidence,
    findings,
    legends,
    palette,
    paper,
    remarks,
    toggles,
)
from components.campaign_data import Campaign
from components.cards import chart
from components.data import View
from components.kept import kept
from components.selection import SeriesKey
from components.viewpoint import Viewpoint
from components.wording import _, language

PER_DAY = "per_day"


@st.fragment
def timeline(shown: View) -> None:
    """Show the main chart with a toggle for each type of event, and what stands behind the mark a reader clicks.

    A toggle or a click reruns this part only.
    """
    data.settle(shown.build_id)
    slot = st.container()
    hidden = toggles.without(shown.n_events)
    n_events = sum(n for name, n in shown.n_events.items() if name not in hidden)
    with slot:
        clicked = st.plotly_chart(
            data.timeline(shown, st.context.theme.type, hidden),
            key="timeline",
            on_select="rerun",
            selection_mode="points",
            config=chart(),
            alt=legends.alt(shown.key, shown.told[0], shown.told[-1], len(shown.claims), n_events),
        )
    picked = evidence.addressed(evidence.chosen(clicked))
    evidence.show(picked, hint=captions.HINT_CHART, viewpoint=shown.viewpoint)


@st.fragment
def change_per_day(shown: View) -> None:
    """Offer the change per day under the main chart, on its own axis; the toggle reruns this part only."""
    data.settle(shown.build_id)
    daily = findings.daily_rates(shown)
    if daily.empty:
        return
    if (asked := st.query_params.get(PER_DAY, "true")).lower() not in ("true", "false"):
        st.caption(captions.ignored(asked, _("no change per day")))
    if not st.toggle(_("Show the change per day"), key=PER_DAY, bind="query-params"):
        return
    drawn = charts.rates(daily, first=shown.first, last=shown.last, palette=palette.palette_of(st.context.theme.type))
    st.plotly_chart(drawn, key="rates", config=chart(), alt=legends.rates_alt(shown.key, daily))
    paper.show(paper.note(legends.rates_note(shown.key, shown.told[-1])))


@kept(64)
def coverage(shown: View) -> Markup:
    """Return in words how well reports cover the days shown, and how old the last one is."""
    found, age, until = findings.coverage(shown)
    return paper.note(remarks.coverage(found, age, until, is_known_on=shown.viewpoint.known_on is not None))


def came_since(shown: View) -> None:
    """Show what came after the day chosen until today: how many figures, and the points of this count."""
    viewpoint = shown.viewpoint
    if viewpoint.known_on is None:
        return
    came = findings.came_since(shown.key, viewpoint.known_on, viewpoint.profile)
    paper.show(
        paper.heading(remarks.came_title(viewpoint)),
        paper.prose(remarks.came_words(came.n_figures, len(came.points), shown.key)),
    )
    if came.points:
        rows = pd.DataFrame(remarks.came_rows(came.points, viewpoint))
        st.table(rows, border="horizontal", hide_index=True, alt=remarks.came_title(viewpoint))


def windows(shown: View) -> None:
    """Show the largest areas beside each other where the count has windows."""
    if not shown.key.window:
        return
    title = legends.windows_title(shown.key)
    paper.show(paper.heading(title))
    st.plotly_chart(findings.windows(shown, st.context.theme.type), key="windows", config=chart(), alt=title)
    paper.show(paper.note(legends.windows_note(shown.key)))


def surges(viewpoint: Viewpoint) -> None:
    """List the running sums that rose above their own past, each with its figures; a sentence where there is none."""
    paper.show(_surges(data.build(), viewpoint, language()))


@kept(16)
def _surges(build_id: str, viewpoint: Viewpoint, spoken: str) -> Markup:
    found, thresholds = findings.surges(viewpoint), findings.thresholds()
    lines = remarks.signal_lines(found, findings.speakers_of(found, viewpoint), thresholds, viewpoint)
    return Markup().join(
        [
            paper.heading(_("Months above their own past")),
            paper.points(map(paper.marked, lines)) if lines else paper.prose(_("None is known within this crisis's days.")),
            paper.note(remarks.signals_note(thresholds)),
        ]
    )


def phases(shown: Campaign, viewpoint: Viewpoint) -> None:
    """List a campaign and its phases, each with its days, how exactly they are known, and who gives them."""
    rows = campaign_data.phases(shown.whole["offensive_id"], viewpoint)
    st.table(rows.cells, border="horizontal", hide_index=True, alt=_("The campaign and its phases, with who gives their days"))


def meanwhile(shown: Campaign, around_id: str, key: SeriesKey, viewpoint: Viewpoint) -> None:
    """Show what a running total says in the days before and after one offensive or event; a sentence where it says nothing."""
    if not findings.is_running(key):
        st.info(captions.plain(campaigns.not_running(key)))
        return
    rows = campaign_data.rows_around(around_id, key, viewpoint)
    if rows:
        drawn = campaign_data.meanwhile_chart(around_id, key, viewpoint, st.context.theme.type)
        st.plotly_chart(drawn, key="meanwhile", config=chart(), alt=campaigns.meanwhile_alt(rows, shown.names[around_id], key))
        table = campaign_data.changes(around_id, key, viewpoint)
        st.table(table.cells, border="horizontal", hide_index=True, alt=_("The same changes with their days and claims"))
    notes = campaigns.meanwhile_notes(rows, key, findings.speakers(key, viewpoint), viewpoint)
    paper.show(*(paper.note(words) for words in notes))


def associations(key: SeriesKey, viewpoint: Viewpoint) -> None:
    """Say for each type of event how the daily change after it differs from before, with what is missing and the caution."""
    if not findings.is_running(key):
        return
    found = campaign_data.meanwhile(key, viewpoint).associations
    title = _("Over all events of a type")
    paper.show(paper.heading(title))
    table = campaign_data.associations(key, viewpoint)
    if table.cells.num_rows:
        st.table(table.cells, border="horizontal", hide_index=True, alt=title)
    paper.show(
        paper.note(campaigns.comparison(key, findings.speakers(key, viewpoint), viewpoint) if table.cells.num_rows else ""),
        paper.prose(campaigns.not_compared(found)),
        paper.note(campaigns.caution(found)),
    )
