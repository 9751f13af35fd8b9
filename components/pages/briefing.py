"""A briefing on a chosen area and period, every number with its source: to read here, to sign, and as a file to keep."""

import streamlit as st

from components import cards, desk, filters, paper
from components.wording import _

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title(_("Briefing"), width="content")
    with filters.chooser():
        viewpoint = filters.viewpoint()
cards.standpoint(viewpoint)
paper.show(
    paper.prose(_("Every number in it has a numbered note: the words, who said them, and the link. No file needs a network."))
)

wish = desk.asked(viewpoint)
briefing = desk.briefing_of(wish)
if briefing is None:
    st.stop()
wish = desk.signed(wish)
desk.downloads(desk.briefing_of(wish) or briefing, wish)
desk.preview(wish)
