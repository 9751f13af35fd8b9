"""The script of the app: what every page shares. The pages read through `components.data`; this only arranges them."""

from pathlib import Path

import streamlit as st

from components import cards, languages, waiting, wording
from components.wording import _
from etl.errors import NuzuhError

PAGES = Path(__file__).parent / "pages"
READABLE = Path(__file__).with_name("readable.css")

st.set_page_config(page_title="Nuzuh", layout="wide")
wording.follow(languages.of_reader)
asked_in_vain = languages.heed_the_address()
wording.settle(languages.of_reader())

pages = [
    st.Page(PAGES / "overview.py", title=_("Overview"), default=True),
    st.Page(PAGES / "map.py", title=_("Map"), url_path="map"),
    st.Page(PAGES / "offensives.py", title=_("Offensives"), url_path="offensives"),
    st.Page(PAGES / "figures.py", title=_("Figures"), url_path="figures"),
]
if (PAGES / "briefing.py").exists():
    pages.append(st.Page(PAGES / "briefing.py", title=_("Briefing"), url_path="briefing"))
pages += [
    st.Page(PAGES / "read.py", title=_("Read a report"), url_path="read"),
    st.Page(PAGES / "tables.py", title=_("Data"), url_path="data"),
    st.Page(PAGES / "method.py", title=_("Method"), url_path="method"),
]
page = st.navigation(pages, position="top")

st.html(READABLE)
languages.switch(asked_in_vain)
waiting.until_built()
try:
    page.run()
    cards.built_line()
except NuzuhError as error:
    waiting.cannot_show(error)
