"""What stands behind a mark or a row: the words, who said them, when, by which rule, and the link.

Words of documents are other people's text: shown with `st.text`, never as markdown, and a link only to http or https.
"""

from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from components import captions, data, facts


def chosen(event: Any) -> str | None:
    """Return the id behind the mark a reader clicked, or None; the id is all a mark carries."""
    points = event.selection.points
    if not points or "customdata" not in points[0]:
        return None
    found = points[0]["customdata"]
    return str(found[0] if isinstance(found, list) else found)


def addressed(picked: str | None) -> str | None:
    """Return the id to show: of the mark or row just picked, which the address then names, else the one the address asks for."""
    if picked is not None:
        st.query_params["figure"] = picked
    return picked or st.query_params.get("figure")


def show(record_id: str | None, *, hint: str) -> None:
    """Show what stands behind an id: a figure, an event or an offensive; a sentence where it is none of them."""
    if record_id is None:
        st.caption(hint)
        return
    found = data.found(record_id)
    if found is None:
        st.info("There is nothing with that id in this build.")
        return
    name, record = found
    {"figures": show_figure, "events": show_event, "offensives": show_offensive}[name](record)


def show_figure(figure: dict[str, Any]) -> None:
    """Show a figure: its words, its facts, the other documents of its claim, and the other claims of its day."""
    behind = data.evidence(figure)
    st.subheader(captions.plain(facts.claim_title(figure)), anchor=False)
    st.text(f"“{figure['phrase']}”")
    if figure["excerpt"]:
        st.text(figure["excerpt"])
    _facts(facts.figure_facts(figure, behind["document"]))
    _link(behind["document"]["url"] if behind["document"] else None)
    _others("The same claim in other documents", [facts.repeat_line(other) for other in behind["repeats"]])
    _others("Other claims about the same day", [facts.claim_line(other) for other in behind["same_day"]])


def show_event(event: dict[str, Any]) -> None:
    """Show an event: what, where, when, who, who says so, and the link."""
    st.subheader(captions.plain(facts.event_name(event)), anchor=False)
    _facts(facts.event_facts(event))
    _link(event["url"])


def show_offensive(offensive: dict[str, Any]) -> None:
    """Show an offensive: its days, its parties, what happened, and the link."""
    st.subheader(captions.plain(offensive["name"]), anchor=False)
    _facts(facts.offensive_facts(offensive))
    _link(offensive["url"])


def _facts(lines: list[tuple[str, str]]) -> None:
    st.text("\n".join(f"{name}: {words}" for name, words in lines))


def _others(title: str, lines: list[str]) -> None:
    if lines:
        st.caption(title)
        st.text("\n".join(lines))


def _link(url: str | None) -> None:
    if url and urlsplit(url).scheme in ("http", "https"):
        st.link_button("Open the document", url)
    elif url:
        st.text(f"Address as given: {url}")
    else:
        st.caption("No link is known.")
