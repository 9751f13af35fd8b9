"""Headline numbers: each with how it was meant, its speaker and its day. No arrow and no colour judges a number of people."""

from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from components import address, campaign_data, campaigns, captions, data, downloads, explorer, filters, findings, paper
from components.campaign_data import Campaign
from components.data import View
from components.explorer import Wanted
from components.kept import kept
from components.viewpoint import NOW, Viewpoint, sentences
from components.wording import DEFAULT, N_, _, language, pgettext

CHART = {"displaylogo": False, "modeBarButtonsToRemove": ["toImage", "select2d", "lasso2d", "autoScale2d", "pan2d", "zoom2d"]}
"""How every chart is set up: zoom and reset by buttons, so that a finger on the chart scrolls the page."""
LINE = 640
"""Pixels of a line of about 75 characters; `.prose` in readable.css is as wide."""
DAYS = 200
"""Pixels of a column of days: a period in English, a day in Arabic, and room for what happened beside it on a phone."""
TOOLS = {"Zoom": N_("Zoom"), "Zoom in": N_("Zoom in"), "Zoom out": N_("Zoom out"), "Reset axes": N_("Reset axes")}
"""What the buttons of a chart are called, by the names that Plotly knows them by."""


def chart() -> dict[str, Any]:
    """Return how every chart is set up in the reader's language: its buttons, and the months on its axes."""
    spoken = language()
    if spoken == DEFAULT:
        return CHART
    months = [captions.month_of_axis(month) for month in range(1, 13)]
    words = {name: _(called) for name, called in TOOLS.items()}
    return {**CHART, "locale": spoken, "locales": {spoken: {"dictionary": words, "format": {"shortMonths": months}}}}


@kept(64)
def headline(shown: View) -> Markup:
    """Return the last recommended number, its change, and what others claim: three cards in a row."""
    return paper.cards(captions.headlines(shown.key, shown.told, n_claims=len(shown.claims), n_speakers=shown.n_speakers))


@kept(64)
def also_reported(shown: View) -> Markup:
    """Return what else was last reported about the area: each number on its own basis, never added or drawn together."""
    found = findings.also_reported(shown.key, shown.viewpoint)
    if not found:
        return Markup()
    title = _("Also reported for {area}").format(area=shown.key.area_name)
    return paper.heading(title) + paper.cards(captions.also(key, point) for key, point in found)


def standpoint(viewpoint: Viewpoint) -> None:
    """Say by which day and which rule profile all is shown, where not today and the default, and what was asked in vain."""
    filters.told_in_vain()
    paper.show(*(paper.prose(Markup("<strong>{}</strong>").format(sentence)) for sentence in sentences(viewpoint)))


def built_line() -> None:
    """Show of which build the page speaks."""
    paper.show(paper.caption(captions.built(data.built())))


def page_number(n_pages: int, *, key: str) -> int:
    """Return the page of a table the reader turned to or the address asks for; the first where it asks for one there is not."""
    if (asked := address.asked(key)) is not None and asked not in map(str, range(1, n_pages + 1)):
        filters.in_vain(asked, _("the first page"))
    address.heard(key)
    return st.pagination(n_pages, key=key, bind="query-params") if n_pages > 1 else 1


def figures_table(wanted: Wanted, viewpoint: Viewpoint) -> str | None:
    """Show the figures that fit as a table, page by page; return the id of the selected row, or None."""
    n_pages = explorer.find(wanted, viewpoint).n_pages
    place = st.container()
    number = page_number(n_pages, key="page")
    found = explorer.page(wanted, number, viewpoint)
    event = place.dataframe(
        found.cells,
        hide_index=True,
        column_config=_columns(),
        on_select="rerun",
        selection_mode="single-row",
        key="figures",
        placeholder="–",
        alt=_("The figures that fit the filters, newest first"),
    )
    picked = event.selection.rows
    return found.ids[picked[0]] if picked else None


def events_table(shown: Campaign, viewpoint: Viewpoint) -> None:
    """Show the events of a campaign as a table, page by page; a selected row's id goes into the address."""
    place = st.container()
    number = page_number(shown.n_pages, key="events_page")
    events = campaign_data.event_page(shown.whole["offensive_id"], number, viewpoint)

    def remember() -> None:
        if picked := st.session_state["events"].selection.rows:
            st.query_params["figure"] = events.ids[picked[0]]

    titles = {name: _(title) for name, title in campaigns.EVENT_COLUMNS.items()}
    link = st.column_config.LinkColumn(titles["url"], display_text=pgettext("link", "open"))
    days = st.column_config.TextColumn(titles["days"], width=DAYS)
    place.dataframe(
        events.cells,
        hide_index=True,
        column_config={**titles, "days": days, "url": link},
        on_select=remember,
        selection_mode="single-row",
        key="events",
        placeholder="–",
        alt=_("The events of the campaign, the first one first"),
    )


def day_format() -> str:
    """Return how a widget writes a day: in letters in English, whose months it knows alone; else in numbers."""
    return "D MMM YYYY" if language() == DEFAULT else "YYYY-MM-DD"


def _columns() -> dict[str, Any]:
    day, text, number = st.column_config.DateColumn, st.column_config.TextColumn, st.column_config.NumberColumn
    config: dict[str, Any] = {name: text(_(title)) for name, title in explorer.COLUMNS.items()}
    config |= {name: day(_(explorer.COLUMNS[name]), format=day_format()) for name in ("as_of", "published_on", "period_start")}
    config["people_value"] = number(_("Number"), format="localized", help=_("The printed number; empty for vague words."))
    return config


def download(wanted: Wanted, viewpoint: Viewpoint = NOW) -> None:
    """Offer the figures that fit as CSV, each with speaker, publisher, url and licence; the bytes are made at the click."""
    st.download_button(
        _("Download these figures as CSV"),
        partial(explorer.csv, wanted, viewpoint, data.build()),
        mime="text/csv",
        on_click="ignore",
        file_name=downloads.file_name("figures", [*wanted.in_words(), *viewpoint.in_words()], data.build()),
        key="csv",
    )
