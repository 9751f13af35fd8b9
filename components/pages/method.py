"""The counting rules in plain words, each with what it does in the live data; what is not claimed; and the words."""

import streamlit as st

from components import cards, explaining, filters, paper
from components.wording import _

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title(_("Method"), width="content")
    with filters.chooser():
        viewpoint = filters.viewpoint()

cards.standpoint(viewpoint)
paper.show(
    paper.prose(
        _("Every number here was reported by somebody. These rules say how reports become a line, and nothing else does.")
    )
)
explaining.rules(viewpoint)
explaining.glossary()
