"""The table behind the charts: every figure with who said it, its words and its role."""

import streamlit as st

from components import captions, cards, data, evidence, filters

st.title("Figures")
cards.prose("Every reported number with its speaker, its words and its day. Select a row to see what stands behind it.")

with st.container(horizontal=True):
    viewpoint = filters.viewpoint()
cards.standpoint(viewpoint)
figures = data.table("figures", viewpoint)
wanted = filters.wanted(figures)
found = wanted.narrow(figures)

if found.empty:
    st.info("No figure fits these filters. That is a gap in what was reported to us, not a zero.")
    st.stop()

st.caption(captions.shown(len(found), len(figures)))
picked = cards.figures_table(found)
cards.download(found, wanted.in_words(), viewpoint)
cards.note(captions.publication_note(found["published_on"].isna().sum()))
evidence.show(evidence.addressed(picked), hint=captions.HINT_TABLE, viewpoint=viewpoint)
