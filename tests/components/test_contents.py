"""The pages of the app: kept for all readers, run by each alone."""

import pytest
from streamlit.testing.v1 import AppTest


def titles():
    import streamlit as st

    from components import contents
    from components.wording import speaking

    with speaking(st.session_state["spoken"]):
        pages = contents.pages()
        again = contents.pages()
    st.text(" · ".join(page.title for page in pages))
    st.text(any(one is other for one, other in zip(pages, again, strict=True)))


@pytest.mark.parametrize(("spoken", "title"), [("en", "Offensives"), ("ar", "الهجمات العسكرية"), ("en", "Overview")])
def test_pages_are_titled_in_the_readers_language_and_each_run_has_its_own(spoken, title):
    app = AppTest.from_function(titles)
    app.session_state["spoken"] = spoken
    said = [element.value for element in app.run().text]
    assert title in said[0].split(" · ")
    assert said[1] == "False"
