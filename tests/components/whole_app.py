"""The shell, run as the app runs it: not from its own folder, where Streamlit's test would take `pages/` for pages of a script.

There it would run the file of a page alone at every run after the first, without the shell around it.
"""

import runpy

from tests.components.app import SHELL

runpy.run_path(str(SHELL))
