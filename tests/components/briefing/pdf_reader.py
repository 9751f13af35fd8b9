"""A PDF briefing as its reader has it: the text in the order of its tags, the rims of its pages, links, descriptions."""

import ctypes
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw


@dataclass
class Tagged:
    """One tag: its kind, those around it, what it says itself, and the description of a drawing."""

    kind: str
    around: tuple[str, ...]
    text: str
    alt: str


@dataclass
class Pdf:
    """What a reader finds in the file, page after page."""

    n_pages: int = 0
    is_tagged: bool = False
    language: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    bookmarks: list[str] = field(default_factory=list)
    tags: list[Tagged] = field(default_factory=list)
    rims: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)
    leads: list[tuple[str, str]] = field(default_factory=list)
    """What stands where a link inside the file is, and what stands where it leads."""

    @property
    def words(self) -> str:
        """What is read aloud, drawings left aside, without the spaces that lines and columns make."""
        return squeezed("".join(tag.text for tag in self.tags if tag.kind != "Figure"))


def squeezed(text: str) -> str:
    """Return text without spaces, hyphens (one at the end of a line is not told from a soft one) and marks of direction."""
    return re.sub(r"[-\s\x02\u200b\u2060\u2066-\u2069\u202a-\u202e\u00ad]", "", text)


def read_pdf(content: bytes) -> Pdf:
    """Return what a reader finds in a PDF."""
    found = Pdf()
    document = pypdfium2.PdfDocument(content)
    found.n_pages = len(document)
    found.is_tagged = bool(raw.FPDFCatalog_IsTagged(document))
    found.language = _said(raw.FPDFCatalog_GetLanguage, document)
    found.metadata = document.get_metadata_dict()
    found.bookmarks = [bookmark.get_title() for bookmark in document.get_toc()]
    for page in document:
        text = page.get_textpage()
        found.pages.append(text.get_text_bounded())
        pieces = _pieces(page, text)
        found.rims.append(pieces.pop(-1, ""))
        tree = raw.FPDF_StructTree_GetForPage(page)
        for k in range(raw.FPDF_StructTree_CountChildren(tree)):
            found.tags += _tags(raw.FPDF_StructTree_GetChildAtIndex(tree, k), (), pieces)
        raw.FPDF_StructTree_Close(tree)
        text.close()
        page.close()
    document.close()
    _links(content, found)
    return found


def _pieces(page: Any, text: Any) -> dict[int, str]:
    """Return the text of a page by the number of the tagged content it belongs to; -1 is artwork: header and footer."""
    found: dict[int, str] = {}
    for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
        number = raw.FPDFPageObj_GetMarkedContentID(piece)
        found[number] = found.get(number, "") + _said(raw.FPDFTextObj_GetText, piece, text)
    return found


def _said(function: Any, *of: Any) -> str:
    n = function(*of, None, 0)
    buffer = ctypes.create_string_buffer(max(n, 2))
    function(*of, ctypes.cast(buffer, function.argtypes[-2]), n)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _tags(element: Any, around: tuple[str, ...], pieces: dict[int, str]) -> Iterator[Tagged]:
    kind = _said(raw.FPDF_StructElement_GetType, element)
    yield Tagged(kind, around, "", _said(raw.FPDF_StructElement_GetAltText, element))
    for k in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, k)
        if child:
            yield from _tags(child, (*around, kind), pieces)
        else:
            yield Tagged(kind, around, pieces.get(raw.FPDF_StructElement_GetChildMarkedContentID(element, k), ""), "")


def _links(content: bytes, found: Pdf) -> None:
    shown = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage() for page in shown]
    with pikepdf.open(io.BytesIO(content)) as document:
        order = {page.objgen: k for k, page in enumerate(document.pages)}
        for k, page in enumerate(document.pages):
            for link in page.get("/Annots", []):
                if "/A" in link:
                    found.addresses.add(str(link["/A"]["/URI"]))
                else:
                    left, bottom, right, top = map(float, link["/Rect"])
                    target, _, x, y, _ = link["/Dest"]
                    beside = (float(x) - 2, float(y) - 22, float(x) + 40, float(y) + 2)
                    where = texts[order[target.objgen]].get_text_bounded(*beside)
                    found.leads.append((texts[k].get_text_bounded(left, bottom, right, top).strip(), where))
