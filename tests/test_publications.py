"""A citation of a report that we also hold as prose is that report, so that a claim never counts it twice."""

from typing import Any

import pytest

from etl.publications import join

PROSE = {"document_id": "prose", "publisher": "OCHA", "title": "Update 7", "url": "https://example.org/7", "n_chars": 900}


def joined(**citation: Any) -> tuple[list[str], list[str]]:
    cited = {"document_id": "cited", "publisher": "OCHA", "title": "Update 7", "url": None} | citation
    both = join([cited, dict(PROSE)], [{"document_id": "cited"}, {"document_id": "prose"}])
    documents, figures = ([record["document_id"] for record in records] for records in both)
    return documents, figures


@pytest.mark.parametrize(
    "citation",
    [
        {"url": "http://example.org/7/", "title": "Another label", "publisher": "UN OCHA"},
        {"url": None},
        {"url": "https://mirror.org/x"},
    ],
)
def test_one_publication_is_one_document(citation: dict[str, Any]) -> None:
    assert joined(**citation) == (["prose"], ["prose", "prose"])


@pytest.mark.parametrize(
    "citation", [{"title": "Update 8"}, {"publisher": "A newspaper"}, {"title": None}, {"n_chars": 40, "title": "Update 7"}]
)
def test_another_publication_stays_a_document_of_its_own(citation: dict[str, Any]) -> None:
    assert joined(**citation) == (["cited", "prose"], ["cited", "prose"])
