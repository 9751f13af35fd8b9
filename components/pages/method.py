"""The counting rules in plain words, each with what it does in the live data; what is not claimed; and the words."""

import streamlit as st

from components import cards, explaining

st.title("Method")
cards.prose("Every number here was reported by somebody. These rules say how reports become a line, and nothing else does.")
explaining.not_claimed()
explaining.rules()
explaining.glossary()
