"""The pages of the app, in their order."""

from copy import copy
from pathlib import Path

import streamlit as st

from components.kept import kept
from components.wording import _, language, speaking

PAGES = Path(__file__).parent / "pages"


def pages() -> list[st.Page]:
    """Return the pages with their titles in the reader's language, for one run: to run a page marks it as run."""
    return [copy(page) for page in _pages(language())]


@kept(8)
def _pages(spoken: str) -> list[st.Page]:
    """Return the pages, looked up on disk once for each language."""
    with speaking(spoken):
        return [
            st.Page(PAGES / "overview.py", title=_("Overview"), default=True),
            st.Page(PAGES / "map.py", title=_("Map"), url_path="map"),
            st.Page(PAGES / "offensives.py", title=_("Offensives"), url_path="offensives"),
            st.Page(PAGES / "figures.py", title=_("Figures"), url_path="figures"),
            st.Page(PAGES / "briefing.py", title=_("Briefing"), url_path="briefing"),
            st.Page(PAGES / "read.py", title=_("Read a report"), url_path="read"),
            st.Page(PAGES / "tables.py", title=_("Data"), url_path="data"),
            st.Page(PAGES / "method.py", title=_("Method"), url_path="method"),
        ]
