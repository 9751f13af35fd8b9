"""One neutral briefing from one selection on one build, and one renderer a format. No streamlit.

`material` reads, `compose` writes the sections, `html` renders. A renderer knows only `model`: the blocks a section may hold.
"""
