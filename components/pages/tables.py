"""Every table with dictionary and downloads, where the data is from, what was not accepted, and what the build was made of."""

import streamlit as st

from components import cards, filters, paper, shelves
from components.wording import _

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title(_("Data"), width="content")
    with filters.chooser():
        viewpoint = filters.viewpoint()

cards.standpoint(viewpoint)
paper.show(paper.prose(shelves.opening(viewpoint)))
shelves.show(viewpoint)
