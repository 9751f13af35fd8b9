"""A PDF briefing as its reader has it: the text in the order of its tags, the rims of its pages, links, descriptions."""

import ctypes
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

from components.briefing.model import Briefing
from tests.components.briefing.reader import Note, Page

BLOCKS = ("P", "TD", "TH", "LBody", "Caption", "H1", "H2", "Title")
"""Tags with which other words begin."""
NOTES = ("Notes", "Annex")


@dataclass
class Tagged:
    """One tag: its kind, those around it, what it says itself, the description of a drawing, and whether it begins here."""

    kind: str
    around: tuple[str, ...]
    text: str
    alt: str
    is_begun: bool = False


@dataclass
class Passage:
    """Words up to the numbers of the notes that back them, and the tags around them."""

    around: tuple[str, ...]
    words: str = ""
    notes: list[int] = field(default_factory=list)


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
    yield Tagged(kind, around, "", _said(raw.FPDF_StructElement_GetAltText, element), is_begun=True)
    for k in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, k)
        if child:
            yield from _tags(child, (*around, kind), pieces)
        else:
            yield Tagged(kind, around, pieces.get(raw.FPDF_StructElement_GetChildMarkedContentID(element, k), ""), "")


def cited_of(tags: Iterable[Tagged], briefing: Briefing) -> Page:
    """Return what is cited by which notes, the notes, and the words outside of both, of a briefing in English.

    Words from right to left are not given back in the order of reading, so that their numbers cannot be told apart.
    """
    page, ids = Page(), {str(note.number): note.row_id for note in briefing.citations}
    passages: list[Passage] = []
    is_note = False
    for tag in tags:
        words = tag.text.strip()
        is_note |= tag.kind == "H1" and words.startswith(NOTES)
        if is_note and tag.kind == "Span" and tag.around[-1:] == ("Link",) and words in ids:
            page.notes[int(words)] = Note(ids[words])
        elif page.notes:
            note = list(page.notes.values())[-1]
            note.words += "" if "Link" in (tag.kind, *tag.around) else tag.text.replace(note.row_id, "")
        elif tag.is_begun and tag.kind in BLOCKS:
            passages.append(Passage(tag.around))
        elif "Link" in (tag.kind, *tag.around[-1:]) and words in ids:
            passages[-1].notes.append(int(words))
        elif passages and not {"Figure", "Link"} & {tag.kind, *tag.around}:
            if passages[-1].notes and words.strip(" ,"):
                passages.append(Passage(passages[-1].around))
            passages[-1].words += tag.text
    _sort(page, passages)
    return page


def _sort(page: Page, passages: list[Passage]) -> None:
    """Write the passages into what is cited and what is not: the lines of a key figure share the notes of its number."""
    for before, passage in pairwise([Passage(()), *passages]):
        if not passage.notes and passage.around == before.around and passage.around[-1:] == ("Div",):
            passage.notes = before.notes
        if passage.notes:
            page.cited.append((passage.words, passage.notes))
        else:
            page.uncited += f"{passage.words} "


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
