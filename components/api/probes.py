"""What a browser asks of an address of a page, such as /map, before it knows that the app lives under /.

Opened at /map, Streamlit's page first asks /map/_stcore/health and /map/_stcore/host-config, and goes on to the real ones only
when told no. It is told no with 300, which says where to ask and is no error, so that none stands in the console of a reader.
"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PAGES = ("map", "offensives", "figures", "briefing", "read", "data", "method")
"""The addresses of the pages in `components/contents.py`; the first page is / itself."""
ASKED = ("health", "host-config")


def routes() -> list[Route]:
    """Return a route for each question at each page."""
    return [Route(f"/{page}/_stcore/{name}", elsewhere) for page in PAGES for name in ASKED]


def elsewhere(request: Request) -> Response:
    """Return that the answer is to be had under the root of the app."""
    where = f"/_stcore/{request.url.path.rpartition('/')[2]}"
    headers = {"Link": f'<{where}>; rel="alternate"', "Cache-Control": "no-store"}
    return PlainTextResponse(f"Ask {where}", status_code=300, headers=headers)
