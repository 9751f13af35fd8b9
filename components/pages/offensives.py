"""The campaigns: phases and events with their source and status, and what was reported about displacement meanwhile."""

import streamlit as st

from components import campaign_data, campaigns, cards, evidence, filters, legends, panels, paper
from components.wording import _

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title(_("Offensives"), width="content")
    with filters.chooser():
        viewpoint = filters.viewpoint()
        key = filters.series_key(viewpoint)

cards.standpoint(viewpoint)
known = campaign_data.campaign_names(viewpoint)
if not known:
    st.info(_("No offensive is known from this day. That is a gap in what was reported to us, not a zero."))
    st.stop()

chosen = filters.choose(
    _("Campaign"), list(known), key="campaign", names=lambda one: known.get(one, one), default=next(iter(known))
)
shown = campaign_data.campaign(chosen, viewpoint)
paper.show(paper.prose(campaigns.opening(shown.whole, len(shown.offensives) - 1, shown.n_known)))

st.plotly_chart(
    campaign_data.campaign_chart(chosen, viewpoint, st.context.theme.type),
    key="campaign_chart",
    on_select=lambda: evidence.remember("campaign_chart"),
    selection_mode="points",
    config=cards.chart(),
    alt=campaigns.opening(shown.whole, len(shown.offensives) - 1, shown.n_known),
)
paper.show(paper.caption(legends.events_key(shown.n_events)))
panels.phases(shown, viewpoint)
cards.events_table(shown, viewpoint)
evidence.show(st.query_params.get("figure"), hint=campaigns.HINT, viewpoint=viewpoint)

paper.show(paper.heading(_("Meanwhile")), paper.prose(_(campaigns.MEANWHILE)))
around = filters.choose(
    _("Around"),
    list(shown.names),
    key="around",
    names=lambda one: shown.names.get(one, one),
    default=campaign_data.first_around(chosen, key, viewpoint),
)
panels.meanwhile(shown, around, key, viewpoint)
panels.associations(key, viewpoint)
