"""A briefing on a chosen area and period, every number with its source: to read here, and as a file to keep."""

import streamlit as st

from components import cards, data, filters, selection
from components.briefing import files
from components.briefing.audiences import AUDIENCES, DEFAULT_AUDIENCE
from components.briefing.material import Asked

HEIGHT = 900  # pixels; the preview scrolls inside its frame

st.title("Briefing")
cards.prose("One file that needs no network. Every number in it has a numbered note: the words, who said them, and the link.")

crisis = data.crisis()
areas = dict(selection.pairs(data.table("series"), "area_code", "area_name"))
with st.container(horizontal=True):
    area = filters.choose("Area", list(areas), key="area", names=lambda code: areas.get(code, code), default=crisis.area)
    audience = filters.choose(
        "Audience", list(AUDIENCES), key="audience", names=lambda name: AUDIENCES[name].title, default=DEFAULT_AUDIENCE
    )
with st.container(horizontal=True):
    first, last = filters.period()
    known_on = filters.day("Known on", key="known-on", crisis_first=crisis.first_day, crisis_last=crisis.last_day)

written = st.cache_data(max_entries=16, show_spinner="Composing the briefing")(files.file_of)
file = written(Asked(crisis.crisis_id, area, first, last, known_on, audience), "html", data.build())
st.download_button("Download this briefing", file.content, file_name=file.name, mime="text/html", on_click="ignore", key="html")
cards.note("A draft until a named person signs it: `python -m components.briefing --reviewed-by NAME`.")
st.iframe(files.framed(file), height=HEIGHT, alt="The briefing as it is in the file")
