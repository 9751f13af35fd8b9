"""What went wrong, as a problem document (RFC 9457): one sentence a person can act on, never a traceback."""

import json
from collections.abc import Mapping, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from etl.errors import NoBuild, NuzuhError, RuleBroken, UnknownTable

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "The question cannot be understood",
    404: "There is no such address",
    405: "This address is only for reading",
    409: "The data broke a rule",
    410: "The build is gone",
    503: "Nothing to read yet",
}
SECONDS_TO_RETRY = 10


class Problem(Exception):
    """A request that gets a problem document: its status, the sentence, and the parameters concerned with a sentence each."""

    def __init__(self, status: int, detail: str, errors: Sequence[tuple[str, str]] = ()) -> None:
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        super().__init__(detail)


def document(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return the response of a problem."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": TITLES.get(problem.status, "The request failed"),
        "status": problem.status,
        "detail": problem.detail,
    }
    if problem.errors:
        body["errors"] = [{"parameter": name, "detail": sentence} for name, sentence in problem.errors]
    content = json.dumps(body, ensure_ascii=False).encode()
    return Response(content, problem.status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA_TYPE)


def of_problem(request: Request, error: Exception) -> Response:
    """Return the document of a problem raised while answering."""
    assert isinstance(error, Problem)  # noqa: S101  # registered for this class alone
    return document(error)


def of_ours(request: Request, error: Exception) -> Response:
    """Return the document of an error of ours: its message is a sentence for the reader."""
    if isinstance(error, NoBuild):
        return document(Problem(503, str(error)), {"Retry-After": str(SECONDS_TO_RETRY)})
    if isinstance(error, UnknownTable):
        return document(Problem(404, str(error)))
    return document(Problem(409 if isinstance(error, RuleBroken) else 400, str(error)))


def of_http(request: Request, error: Exception) -> Response:
    """Return the document of what the router refuses: an address that is not there, a method that is not for reading."""
    assert isinstance(error, HTTPException)  # noqa: S101  # registered for this class alone
    sentence = {
        404: f"there is nothing at {request.url.path}; /api/v1/openapi.json lists what there is",
        405: f"{request.method} is not for reading; use GET or HEAD",
    }
    return document(Problem(error.status_code, sentence.get(error.status_code, error.detail)), error.headers)


HANDLERS = {Problem: of_problem, NuzuhError: of_ours, HTTPException: of_http}
