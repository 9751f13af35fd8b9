"""The build a fresh checkout makes of itself: started once a process, watched by every page.

`store` lets one build run at a time in a folder and shows only whole ones, so two servers started at once wait for each
other and never mix.
"""

from concurrent.futures import Future, ThreadPoolExecutor

import streamlit as st

from etl import pipeline, store


@st.cache_resource(show_spinner=False)
def started() -> Future[str]:
    """Return the one build of the default crisis that this process makes, begun at the first call.

    The future holds the build id, or the error the build ended with.
    """
    workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="first-build")
    future = workers.submit(_build_unless_built)
    workers.shutdown(wait=False)
    return future


def _build_unless_built() -> str:
    return store.live_build() or pipeline.build()
