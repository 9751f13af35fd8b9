"""What a reader sees while there is nothing to see: the first build under way, failed, or a build that cannot be read."""

import streamlit as st

from components import captions, first_build
from components.wording import _
from etl import store
from etl.errors import NuzuhError

SECONDS = 1


def until_built() -> None:
    """Return at once where there is a build; else say that it is being made, and show the page when it is there."""
    try:
        if store.live_build() is not None:
            return
    except NuzuhError as error:
        cannot_show(error)
        st.stop()
    _watch()
    st.stop()


@st.fragment(run_every=SECONDS)
def _watch() -> None:
    future = first_build.started()
    if not future.done():
        st.info(_("The dataset is being built from the files in data/raw. This takes some seconds; the page appears by itself."))
    elif (error := future.exception()) is not None:
        why = captions.plain(str(error)) if isinstance(error, NuzuhError) else _("The server's log says why.")
        st.error(_("The dataset could not be built. {why}").format(why=why))
    else:
        st.rerun()


def cannot_show(error: NuzuhError) -> None:
    """Say in a sentence why the build cannot be shown; no traceback reaches the reader."""
    st.error(_("This build cannot be shown: {why}.").format(why=captions.plain(str(error))))
