"""Files of every kind to documents, and clear words about those that cannot be read."""

import io
import json
from datetime import date
from pathlib import Path

import docx
import pytest

from etl.errors import CannotRead
from etl.reading.files import read_documents

PAGE = """<html><head><title>Thousands flee</title><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2020-01-28T10:00:00Z"></head><body><nav>Home | News</nav><article>
<h1>Thousands flee</h1>{}</article></body></html>""".format(
    "<p>Government forces entered the town on Tuesday, and thousands of people fled towards the border.</p>" * 4
)


def one(path, **given):
    (document,) = read_documents(path, **given)
    return document


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def pdf_of(words):
    """Return a PDF of one page with some words, written by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return body + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)


def docx_of(*paragraphs):
    buffer = io.BytesIO()
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Dana", "300"
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("text", ["People fled.\r\nOthers stayed.\n", "نزح الناس.", "  \tlead and trail  \n\n"])
def test_plain_text_is_kept_as_published(tmp_path, text):
    assert one(written(tmp_path, "a.txt", text)).text == text


def test_markdown_gives_its_first_heading_as_title(tmp_path):
    assert one(written(tmp_path, "a.md", "# Thousands flee\n\nPeople fled.")).title == "Thousands flee"


def test_a_web_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path):
    document = one(written(tmp_path, "a.html", PAGE))
    assert "thousands of people fled" in document.text
    assert "Home | News" not in document.text
    assert (document.title, document.publisher, document.published_on) == ("Thousands flee", "The Paper", date(2020, 1, 28))


def test_a_pdf_gives_the_text_of_its_pages(tmp_path):
    assert one(written(tmp_path, "a.pdf", pdf_of("Some 300 families fled."))).text.strip() == "Some 300 families fled."


def test_a_docx_gives_paragraphs_and_tables(tmp_path):
    assert one(written(tmp_path, "a.docx", docx_of("Some 300 families fled."))).text == "Some 300 families fled.\n\nDana | 300"


def test_what_the_caller_says_overrules_what_the_file_says(tmp_path):
    document = one(written(tmp_path, "a.html", PAGE), publisher="Another", published_on=date(2020, 2, 1), title=None)
    assert (document.publisher, document.published_on, document.title) == ("Another", date(2020, 2, 1), "Thousands flee")


def test_every_line_of_a_jsonl_is_a_document_that_says_what_it_is(tmp_path):
    lines = [{"id": 7, "text": "a", "published_on": "2020-01-28", "publisher": "P"}, {"text": "b"}]
    path = written(tmp_path, "a.jsonl", "\n\n".join(map(json.dumps, lines)))
    first, second = read_documents(path, publisher="Q")
    assert (first.given_id, first.published_on, first.publisher) == ("7", date(2020, 1, 28), "P")
    assert (second.given_id, second.published_on, second.publisher) == (None, None, "Q")


def test_a_jsonl_is_read_one_line_at_a_time(tmp_path):
    documents = read_documents(written(tmp_path, "a.jsonl", '{"text": "a"}\nnot json'))
    assert next(documents).text == "a"
    with pytest.raises(CannotRead, match=r"a\.jsonl, line 2"):
        next(documents)


@pytest.mark.parametrize(
    ("content", "texts"), [("People fled.", ["People fled."]), ('{"text": "a"}\n{"text": "b"}', ["a", "b"]), ("", [""])]
)
def test_standard_input_is_one_text_or_a_jsonl(monkeypatch, content, texts):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert [document.text for document in read_documents(Path("-"))] == texts


def test_a_dateline_says_when_a_text_was_published(tmp_path):
    assert one(written(tmp_path, "a.txt", "BEIRUT, Jan 28, 2020 (Wire) - People fled.")).published_on == date(2020, 1, 28)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"fine\nnot \xff\xfa", "a.txt, line 2: not UTF-8"),
        ("a.html", b"", "a.html: there is no main text"),
        ("a.pdf", b"%PDF-1.4 broken", "a.pdf: not a PDF"),
        ("a.pdf", pdf_of(""), "a.pdf: the pages hold no text"),
        ("a.docx", b"PK broken", "a.docx: not a .docx"),
        ("a.xls", b"", "a.xls: cannot read .xls"),
        ("a.jsonl", b'{"id": 1}', "a.jsonl, line 1: there is no text"),
        ("a.jsonl", b'{"text": "a", "title": 3}', "a.jsonl, line 1: title is not text"),
        ("a.jsonl", b'{"text": "a", "published_on": "yesterday"}', "a.jsonl, line 1: published_on"),
        ("a.jsonl", b"[" * 100_000, "a.jsonl, line 1: not JSON"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path, name, content, words):
    with pytest.raises(CannotRead, match=words):
        list(read_documents(written(tmp_path, name, content)))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CannotRead, match=r"none\.txt: there is no such file"):
        list(read_documents(tmp_path / "none.txt"))
