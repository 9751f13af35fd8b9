"""The script of the app: what every page shares. The pages read through `components.data`; this only arranges them."""

from pathlib import Path

import streamlit as st

from components import cards, contents, data, languages, waiting, wording
from etl.errors import NuzuhError

READABLE = Path(__file__).with_name("readable.css")

st.set_page_config(page_title="Nuzuh", layout="wide")
wording.follow(languages.of_reader)
asked_in_vain = languages.heed_the_address()
wording.settle(languages.of_reader())

page = st.navigation(contents.pages(), position="top")

st.html(READABLE)
languages.switch(asked_in_vain)
waiting.until_built()
try:
    data.settle()
    page.run()
    cards.built_line()
except NuzuhError as error:
    waiting.cannot_show(error)
