"""How many figures of the register are found again in digests of the same reports."""

from etl import tables
from etl.reading.recall import found_again

REPORT = {"publisher": "OCHA", "title": "Report 3"}


def document(document_id, source, **fields):
    return {"document_id": document_id, "source": source, "licence": "x", "is_redistributable": True, **REPORT, **fields}


def figure(figure_id, document_id, source, *, value=284_000, **fields):
    counted = {"measure": "new_displacement", "unit": "persons", "reported_value": value, "area_code": "SY-NW"}
    return {"figure_id": figure_id, "document_id": document_id, "source": source, "publisher": "OCHA", **counted, **fields}


def recall(figures, documents):
    return found_again(tables.FIGURES.frame(figures), tables.DOCUMENTS.frame(documents))


def test_a_figure_with_the_same_number_in_the_digest_of_its_report_is_found():
    figures = [figure("a", "1", "register"), figure("b", "2", "folder"), figure("c", "1", "register", value=5)]
    found = recall(figures, [document("1", "register"), document("2", "folder")])
    assert (found.n_documents, found.n_figures, found.n_numbers, found.n_complete, found.missed) == (1, 2, 1, 1, ("c",))


def test_a_number_with_another_area_is_found_but_not_complete():
    figures = [figure("a", "1", "register"), figure("b", "2", "folder", area_code="SY07")]
    found = recall(figures, [document("1", "register"), document("2", "folder")])
    assert (found.n_numbers, found.n_complete) == (1, 0)


def test_a_report_without_a_digest_does_not_count():
    found = recall([figure("a", "1", "register")], [document("1", "register"), document("2", "folder", title="Another")])
    assert (found.n_documents, found.n_figures) == (0, 0)
