"""The script of the app: what every page shares. The pages read through `components.data`; this only arranges them."""

from pathlib import Path

import streamlit as st

from components import cards, waiting
from etl.errors import NuzuhError

PAGES = Path(__file__).parent / "pages"

st.set_page_config(page_title="Nuzuh", layout="wide")

pages = [
    st.Page(PAGES / "overview.py", title="Overview", default=True),
    st.Page(PAGES / "map.py", title="Map", url_path="map"),
    st.Page(PAGES / "offensives.py", title="Offensives", url_path="offensives"),
    st.Page(PAGES / "figures.py", title="Figures", url_path="figures"),
]
if (PAGES / "briefing.py").exists():
    pages.append(st.Page(PAGES / "briefing.py", title="Briefing", url_path="briefing"))
pages += [
    st.Page(PAGES / "read.py", title="Read a report", url_path="read"),
    st.Page(PAGES / "tables.py", title="Data", url_path="data"),
    st.Page(PAGES / "method.py", title="Method", url_path="method"),
]
page = st.navigation(pages, position="top")

waiting.until_built()
try:
    page.run()
    cards.built_line()
except NuzuhError as error:
    waiting.cannot_show(error)
