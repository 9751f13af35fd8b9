"""What the tests of the door share: the server, and a client that reads the build of the default crisis."""

from collections.abc import Iterator

import pytest

from tests.components.api.server import Client, serve


@pytest.fixture(scope="session")
def door() -> Iterator[Client]:
    """The door; what it reads is what NUZUH_DATA names at the moment of a request."""
    with serve() as client:
        yield client


@pytest.fixture
def client(door: Client, built) -> Client:
    """The door on the build of the default crisis."""
    return door
