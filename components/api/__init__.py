"""The open door: HTTP routes that give what the dashboard shows, in the same process. No streamlit.

`routes()` is what an ASGI app adds to its own; `asked` reads the address, `answers` the conditions of a request, `rows`, `image`,
`feed`, `health` and `openapi` answer, and `problems` says what went wrong.
"""

from components.api.door import routes

__all__ = ["routes"]
