"""What stands behind a mark or a row: the words, who said them, when, by which rule, and the link.

Words of documents are other people's text: shown as lines, never as markdown, and a link only to http or https.
"""

from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup

from components import captions, charts, facts, palette, paper, records, remarks, selection
from components.cards import chart
from components.intake import marked
from components.viewpoint import NOW, Viewpoint
from components.wording import _

LETTERS_A_LINE = 60
"""Letters on a line of the frame of a sentence: fewer than a wide page has, so that a phone need not scroll in it."""
MOST_CLAIMS = 40
"""Claims of one day that are set side by side, the recommended one and those of its own first day before the others."""


def chosen(event: Any) -> str | None:
    """Return the id behind the mark a reader clicked, or None; the id is all a mark carries."""
    points = event.selection.points
    if not points or "customdata" not in points[0]:
        return None
    found = points[0]["customdata"]
    return str(found[0] if isinstance(found, list) else found)


def remember(name: str) -> None:
    """Put the id behind the mark just clicked on a chart into the address; for a page with more than one thing to click."""
    if record_id := chosen(st.session_state[name]):
        st.query_params["figure"] = record_id


def addressed(picked: str | None) -> str | None:
    """Return the id to show: of the mark or row just picked, which the address then names, else the one the address asks for."""
    if picked is not None:
        st.query_params["figure"] = picked
    return picked or st.query_params.get("figure")


def show(record_id: str | None, *, hint: str, viewpoint: Viewpoint = NOW) -> None:
    """Show what stands behind an id: a figure, an event or an offensive; a sentence where it is none of them."""
    if record_id is None:
        paper.show(paper.caption(_(hint)))
        return
    found = records.found(record_id, viewpoint)
    if found is None:
        st.info(_why_not(record_id, viewpoint))
        return
    name, record = found
    if name == "figures":
        show_figure(record, viewpoint)
    else:
        {"events": show_event, "offensives": show_offensive}[name](record)


def _why_not(record_id: str, viewpoint: Viewpoint) -> str:
    if viewpoint.known_on and records.found(record_id):
        return _("What the address asks for was published after {day}.").format(day=captions.day(viewpoint.known_on))
    return _("There is nothing with that id in this build.")


def show_figure(figure: dict[str, Any], viewpoint: Viewpoint = NOW) -> None:
    """Show a figure: its words, its facts, the other documents of its claim, and the other claims of its day."""
    behind = records.evidence(figure, viewpoint)
    paper.show(paper.heading(facts.claim_title(figure)), paper.quotation(facts.quoted(figure["phrase"])))
    if figure["excerpt"]:
        _marked(figure["excerpt"], figure["phrase"])
    paper.show(_facts(facts.figure_facts(figure, behind["document"])))
    _link(behind["document"]["url"] if behind["document"] else None)
    _others(_("The same claim in other documents"), facts.repeat_lines(behind["repeats"], behind["n_repeats"]))
    show_conflict(figure, viewpoint)


def _marked(excerpt: str, phrase: str) -> None:
    """Show the sentence of the document with the words of the figure marked in it, as a report that is read is shown."""
    html = marked.page(excerpt, marked.marks_in(excerpt, phrase), palette.palette_of(st.context.theme.type))
    height = marked.height(excerpt, least=0, letters_a_line=LETTERS_A_LINE)
    st.iframe(marked.framed(html), height=height, alt=_("The sentence with the words marked"))


def show_conflict(figure: dict[str, Any], viewpoint: Viewpoint = NOW) -> None:
    """Show every claim about the figure's count and day side by side, with which one is recommended and why."""
    found = records.conflict(figure, viewpoint)
    if len(found) < 2:
        return
    n_claims, found = len(found), found.head(MOST_CLAIMS)
    claims = selection.rows(found)
    paper.show(paper.heading(remarks.strip_title(figure)), *map(paper.lines, remarks.strip_why(claims)))
    drawn = charts.strip(found, palette=palette.palette_of(st.context.theme.type))
    st.plotly_chart(drawn, key="strip", config=chart(), alt=remarks.strip_alt(figure, claims))
    paper.show(
        paper.caption(remarks.strip_note(claims)),
        paper.lines("\n\n".join(remarks.claim_words(claim) for claim in claims)),
        paper.caption(remarks.first_of(MOST_CLAIMS, n_claims) if n_claims > MOST_CLAIMS else ""),
    )


def show_event(event: dict[str, Any]) -> None:
    """Show an event: what, where, when, who, who says so, and the link."""
    paper.show(paper.heading(facts.event_name(event)), _facts(facts.event_facts(event)))
    _link(event["url"])


def show_offensive(offensive: dict[str, Any]) -> None:
    """Show an offensive: its days, its parties, what happened, and the link."""
    paper.show(paper.heading(offensive["name"]), _facts(facts.offensive_facts(offensive)))
    _link(offensive["url"])


def _facts(told: list[tuple[str, str]]) -> Markup:
    return paper.lines("\n".join(_("{name}: {words}").format(name=name, words=words) for name, words in told))


def _others(title: str, told: list[str]) -> None:
    if told:
        paper.show(paper.caption(title), paper.lines("\n".join(told)))


def _link(url: str | None) -> None:
    if url and urlsplit(url).scheme in ("http", "https"):
        st.link_button(_("Open the document"), url)
    elif url:
        paper.show(paper.lines(_("Address as given: {url}").format(url=url)))
    else:
        paper.show(paper.caption(_("No link is known.")))
