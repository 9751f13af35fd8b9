"""The text inside .html, .pdf and .docx, with what the file says about itself. Damaged files raise CannotRead."""

import io
import re
from dataclasses import dataclass
from datetime import date
from zipfile import BadZipFile

import docx
import pypdfium2
import trafilatura
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import LxmlError

from etl.errors import CannotRead

BROKEN_WORD = re.compile(r"\ufffe\s*")


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file and what its metadata say. The days in .pdf and .docx tell when the file was made: not kept."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None


def read_html(data: bytes, name: str) -> Content:
    """Return the main text of a web page, without menus and comments."""
    page = trafilatura.bare_extraction(
        data, with_metadata=True, include_comments=False, date_extraction_params={"original_date": True}
    )
    fields = page.as_dict() if isinstance(page, trafilatura.settings.Document) else {}
    text = fields.get("text") or ""
    if not text.strip():
        raise CannotRead(f"{name}: there is no main text in this page")
    day = date.fromisoformat(fields["date"]) if fields["date"] else None
    return Content(text, fields["title"] or None, fields["sitename"] or None, fields["url"] or None, day)


def read_pdf(data: bytes, name: str) -> Content:
    """Return the text of every page. A word broken at the end of a line is put together."""
    try:
        pdf = pypdfium2.PdfDocument(data)
        title = pdf.get_metadata_value("Title")
        pages = [page.get_textpage().get_text_range() for page in pdf]
    except pypdfium2.PdfiumError as error:
        raise CannotRead(f"{name}: not a PDF that can be read ({error})") from error
    text = BROKEN_WORD.sub("", "\n\n".join(pages)).replace("\r\n", "\n")
    if not text.strip():
        raise CannotRead(f"{name}: the pages hold no text; they may be pictures")
    return Content(text, title or None)


def read_docx(data: bytes, name: str) -> Content:
    """Return paragraphs and tables in order, a row a line."""
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, LxmlError) as error:
        raise CannotRead(f"{name}: not a .docx file that can be read") from error
    blocks = (_rows(block) if isinstance(block, Table) else [block.text] for block in document.iter_inner_content())
    return Content("\n\n".join("\n".join(lines) for lines in blocks), document.core_properties.title or None)


def _rows(table: Table) -> list[str]:
    return [" | ".join(cell.text for cell in row.cells) for row in table.rows]
