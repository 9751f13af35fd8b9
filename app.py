"""The app as an ASGI application: `streamlit run app.py`, or any ASGI server on `app:app`.

On first start it builds the default dataset in the background; the pages say so and appear when it is there.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from components import api


@asynccontextmanager
async def first_start(app: st.App) -> AsyncIterator[None]:
    """Begin the first build where there is none; the server answers meanwhile, and the pages say how it went."""
    # Imported here: caches are bound to the runtime, which has started only now.
    from streamlit.runtime.pages_manager import PagesManager

    from components import first_build

    # components/pages/ stands beside the script: without this, an address of a page opened before any other would run that
    # file alone, as Streamlit's first kind of multipage app did, without navigation and theme.
    PagesManager.uses_pages_directory = False
    first_build.started()
    yield


app = st.App(Path(__file__).parent / "components" / "shell.py", routes=api.routes(), lifespan=first_start)

if __name__ == "__main__":
    app.run()
