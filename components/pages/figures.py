"""The table behind the charts: every figure with who said it, its words and its role."""

import streamlit as st

from components import captions, cards, evidence, explorer, filters, paper
from components.wording import _

st.title(_("Figures"))
opening = st.empty()
promise = paper.note(
    _("Every reported number with its speaker, its words and its day. Select a row to see what stands behind it.")
)

with st.container(horizontal=True):
    viewpoint = filters.viewpoint()
cards.standpoint(viewpoint)
wanted = filters.wanted(viewpoint)
found = explorer.find(wanted, viewpoint)

told = captions.fitting(found.n, found.n_all, found.n_speakers, found.first, found.last) if found.n else ""
with opening:
    paper.show(paper.prose(told), promise)
if not found.n:
    st.info(_("No figure fits these filters. That is a gap in what was reported to us, not a zero."))
    st.stop()

picked = cards.figures_table(wanted, viewpoint)
cards.download(wanted, viewpoint)
paper.show(paper.note(captions.publication_note(found.n_undated)))
evidence.show(evidence.addressed(picked), hint=captions.HINT_TABLE, viewpoint=viewpoint)
