"""Hand in a report and see which figures and events are read from it, each tied to its words."""

import streamlit as st

from components import cards, filters, handing_in, paper
from components.wording import _

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title(_("Read a report"), width="content")
    with filters.chooser():
        viewpoint = filters.viewpoint()

cards.standpoint(viewpoint)
paper.show(
    paper.prose(_("Hand in a report to see the figures and events in it, each with the words it was read from.")),
    paper.note(handing_in.promise()),
)
handing_in.form()
handing_in.result(viewpoint)
