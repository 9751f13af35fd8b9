"""The reader's language: what the address asks for, kept while the reader stays, changed by a button on every page.

It is part of every address, like the filters. Where it is written from right to left, the page is too.
"""

from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import address, captions, wording

KEY = "lang"
"""The name in the address; the session keeps the choice under it too."""
RIGHT_TO_LEFT = Path(__file__).with_name("right_to_left.css")

MARK_PAGE = """
export default function ({ data }) {
  const root = document.documentElement
  root.lang = data.lang
  root.dir = data.dir
  return () => {
    root.lang = "en"
    root.dir = "ltr"
  }
}
"""
"""Says in what only a script can set which language the page is in: readers' voices and browsers go by it."""

_mark = st.components.v2.component("page_language", js=MARK_PAGE)


def of_reader() -> str:
    """Return the language of the reader whose page is being made; English where no page is."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return wording.DEFAULT
    return wording.known(st.session_state.get(KEY))


def heed_the_address() -> str | None:
    """Take the language the address asks for, and write the one in use there; return what it asks for in vain."""
    asked = address.asked(KEY)
    if asked in wording.LANGUAGES:
        st.session_state[KEY] = asked
    spoken = of_reader()
    address.write(KEY, None if spoken == wording.DEFAULT else spoken)
    return asked if asked not in wording.LANGUAGES else None


def switch(asked_in_vain: str | None = None) -> None:
    """Offer the other languages, each by its own name, and turn the page round where this one runs from right to left."""
    spoken = wording.language()
    _turn(spoken)
    with st.container(horizontal=True, horizontal_alignment="right"):
        for other in wording.LANGUAGES:
            if other != spoken:
                st.button(wording.name(other), key=f"speak_{other}", type="tertiary", on_click=_speak, args=(other,))
    if asked_in_vain is not None:
        st.caption(captions.ignored(asked_in_vain, wording.name(spoken)))


def _speak(wanted: str) -> None:
    st.session_state[KEY] = wanted


def _turn(spoken: str) -> None:
    if wording.direction() == "rtl":
        st.html(RIGHT_TO_LEFT)
    if spoken != wording.DEFAULT:
        _mark(data={"lang": spoken, "dir": wording.direction()}, key="page_language", height=0)
