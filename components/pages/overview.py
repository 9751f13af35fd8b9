"""What was reported about displacement, above the offensives of the same days."""

import streamlit as st

from components import captions, cards, data, filters, legends, panels, paper

crisis = data.crisis()
with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title(crisis.title, width="content")
    with filters.chooser():
        viewpoint = filters.viewpoint()
        key = filters.series_key(viewpoint)
        first, last = filters.period()

cards.standpoint(viewpoint)
shown = data.view(key, first, last, viewpoint)
told = shown.told
if not told:
    st.info(captions.nothing_shown(key))
    panels.came_since(shown)
    st.stop()

paper.show(
    paper.prose(captions.opening(key, told[-1])),
    cards.headline(shown),
    paper.heading(legends.chart_title(key, told[0], told[-1])),
    paper.note(legends.chart_subtitle(key, told[-1])),
    paper.key(paper.marked(legends.key(shown.quantifiers, has_band=legends.differs(told)))),
)
panels.timeline(shown)
panels.change_per_day(shown)
paper.show(
    paper.note(legends.sources(told, shown.cited)),
    panels.coverage(shown),
    paper.note(legends.reading_note()),
)
panels.came_since(shown)
paper.show(cards.also_reported(shown))
panels.windows(shown)
panels.surges(viewpoint)
