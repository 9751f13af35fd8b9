"""The description of the API is true: what it allows is answered as it says, and nothing makes the server fail."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from components.api.openapi import description

CHECKS = (schemathesis.checks.not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
TRIED = r"^/(api/v1/(series\.csv|(figures|events|areas|builds|documents|problems)\.json"
TRIED += r"|series\.about\.json|package\.zip|openapi\.json)|lite|feed\.xml|healthz)$"
SCHEMA = schemathesis.openapi.from_dict(description()).include(path_regex=TRIED)
"""One address of each kind: the code behind the others is the same, and `/lite` takes what a chart takes."""


@pytest.mark.filterwarnings("ignore::DeprecationWarning:schemathesis")
@SCHEMA.parametrize()
@settings(max_examples=3, suppress_health_check=list(HealthCheck), deadline=None, derandomize=True, database=None)
def test_every_answer_is_as_described(case, door, built_tables):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUZUH_DATA", str(built_tables))
        case.call_and_validate(base_url=door.url, checks=CHECKS)
