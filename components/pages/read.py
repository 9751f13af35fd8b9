"""Hand in a report and see which figures and events are read from it, each tied to its words."""

import streamlit as st

from components import cards, handing_in

st.title("Read a report")
cards.prose("Hand in a report to see the figures and events in it, each with the words it was read from.")
cards.note(handing_in.promise())
handing_in.form()
handing_in.result()
