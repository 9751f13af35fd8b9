"""Whether there is something to read, how old it is, and how fresh each source."""

import json
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from components.api import answers
from etl import store


def healthz(request: Request) -> Response:
    """Return the age of the live build and the last days of each source. Raises NoBuild, a problem with status 503."""
    build = answers.live()
    record = store.read("builds", build).iloc[0]
    age = datetime.now(UTC) - record["finished_at"].to_pydatetime()
    body = {
        "status": "ok",
        "build_id": build,
        "crisis": record["crisis"],
        "built_at": record["finished_at"].isoformat(),
        "age_seconds": max(int(age.total_seconds()), 0),
        "n_rows": json.loads(record["n_rows"]),
        "sources": _freshness(store.read("documents", build)),
    }
    return Response(json.dumps(body).encode(), headers={"Cache-Control": "no-store"}, media_type="application/json")


def _freshness(documents: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the last day of publication and of access of each source; null where it is not known."""
    return [
        {
            "source": str(source),
            "n_documents": len(own),
            "last_published_on": _last(own["published_on"]),
            "last_accessed_on": _last(own["accessed_on"]),
        }
        for source, own in documents.groupby("source")
    ]


def _last(days: pd.Series) -> str | None:
    known = days.dropna()
    return None if known.empty else str(known.max())
