"""Every table with dictionary and downloads, where the data is from, what was not accepted, and what the build was made of."""

import streamlit as st

from components import captions, cards, shelves

st.title("Data")
cards.prose(captions.plain(shelves.opening()))
shelves.show()
