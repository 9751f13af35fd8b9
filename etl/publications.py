"""A citation of a report that we also hold as prose is that report: one document, never two that seem to confirm each other."""

from typing import Any

Record = dict[str, Any]
Citation = tuple[str, str]


def join(documents: list[Record], figures: list[Record]) -> tuple[list[Record], list[Record]]:
    """Return documents and figures with the figures of a citation in the document with text, where we hold it.

    The two are one where address, or publisher and title, are the same; the citation's own document goes. Without this, a
    claim would count its report twice.
    """
    texts = [document for document in documents if document.get("n_chars")]
    by_citation = {citation: document["document_id"] for document in reversed(texts) for citation in _citations(document)}
    same = {
        document["document_id"]: by_citation[citation]
        for document in documents
        if not document.get("n_chars")
        for citation in _citations(document)
        if citation in by_citation
    }
    moved = [figure | {"document_id": same.get(figure["document_id"], figure["document_id"])} for figure in figures]
    return [document for document in documents if document["document_id"] not in same], moved


def _citations(document: Record) -> list[Citation]:
    """Return what may identify a publication, the surest first: its address; its publisher and title."""
    found = []
    if document.get("url"):
        found.append(("url", document["url"].partition("://")[2].rstrip("/")))
    if document.get("title"):
        found.append((document["publisher"], document["title"]))
    return found
