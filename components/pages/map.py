"""Where people fled from and to on a day, and what had happened on the ground by then."""

import streamlit as st

from components import cards, filters, mapping_controls, mapping_view, mapping_watch, paper
from components.wording import _

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title(_("Where people fled from and to"), width="content")
    with filters.chooser():
        viewpoint = filters.viewpoint()
        outlook = mapping_controls.outlook(viewpoint)
        has_marks = bool(mapping_view.counts(outlook))
        count = mapping_controls.count(outlook) if has_marks else None
        days = mapping_controls.days()
        tiles = mapping_controls.style()

cards.standpoint(viewpoint)
if count is None:
    st.info(_("Nothing was reported for a place exact enough to be drawn. That is a gap, not a zero."))
    st.stop()

mapping_watch.watch(count, days, tiles, outlook)
paper.show(
    paper.note(_("Displacement and events stand on one map because they fall on the same days; that is timing, not cause."))
)
