"""The address of a page: what it asks for anew, and what the app wrote there itself. A view is a link.

One entry of the session remembers all of it: Streamlit copies every entry at every choice it shows.
"""

import streamlit as st

HEARD = "heard of the address"


def asked(key: str) -> str | None:
    """Return what the address asks for, where that is not what was last heard or written there; else None."""
    wish = st.query_params.get(key)
    return wish if wish is not None and wish != _heard().get(key) else None


def heard(key: str) -> None:
    """Take what the address asks for as heard, whatever became of it."""
    _heard()[key] = st.query_params.get(key)


def write(key: str, wish: str | None) -> None:
    """Put a choice into the address, or take it out where there is none."""
    if wish is None:
        if key in st.query_params:
            del st.query_params[key]
    elif st.query_params.get(key) != wish:
        st.query_params[key] = wish
    _heard()[key] = wish


def _heard() -> dict[str, str | None]:
    known: dict[str, str | None] = st.session_state.setdefault(HEARD, {})
    return known
