"""Where people fled from and to on a day, and what had happened on the ground by then."""

import streamlit as st

from components import cards, filters, mapping_controls, mapping_view

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title("Where people fled from and to", width="content")
    with st.popover("Choose what is shown"):
        viewpoint = filters.viewpoint()
        has_marks = bool(mapping_view.counts(viewpoint))
        count = mapping_controls.count(viewpoint) if has_marks else None
        days = mapping_controls.days()
        tiles = mapping_controls.style()

cards.standpoint(viewpoint)
if count is None:
    st.info("Nothing was reported for a place exact enough to be drawn. That is a gap, not a zero.")
    st.stop()

mapping_controls.watch(count, days, tiles, viewpoint)
cards.note("Displacement and events stand on one map because they fall on the same days; that is timing, not cause.")
