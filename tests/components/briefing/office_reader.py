"""A Word and a PowerPoint briefing as their reader has them: what is cited, the notes, the words outside of both."""

import io
import re
import zipfile
from collections.abc import Iterator

import pptx
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from components import wording
from components.briefing.model import Briefing
from tests.components.briefing.reader import Note, Page

ASIDE = ("Title", "Selection", "Imprint", "TOCHeading", "TOC1", "Toc1")
"""Styles of paragraphs that hold no reported numbers: the title, what was asked for, the imprint, the contents."""
MARK = re.compile(r"NOTEREF _Note(\d+) ")
NOTE = re.compile(r"^(\d+)\.\u00a0")


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of an Office file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def read_word(content: bytes, briefing: Briefing) -> Page:
    """Return what a reader finds in a Word briefing, each passage with the rows of its footnotes."""
    page, ids = Page(), {note.number: note.row_id for note in briefing.citations}
    body = Document(io.BytesIO(content)).element.body
    for cell in body.iter(qn("w:tc")):
        # The lines of a key figure stand under its number and share its notes.
        if any(_style(paragraph) == "CardNumber" for paragraph in cell.iter(qn("w:p"))):
            passages = [passage for paragraph in cell.iter(qn("w:p")) for passage in _passages(paragraph)]
            page.cited.append((" ".join(words for words, _notes in passages), [n for _words, notes in passages for n in notes]))
            cell.getparent().remove(cell)
    for paragraph in body.iter(qn("w:p")):
        for words, notes in _passages(paragraph):
            page.words += words
            if notes:
                page.cited.append((words, notes))
            elif _style(paragraph) not in ASIDE:
                page.uncited += f"{words} "
    for note in footnotes(content):
        number = int(note.get(qn("w:id")))
        page.notes[number] = Note(ids[number], _words_of(note))
    page.words += " ".join(words for words, _notes in page.cited)
    return page


def footnotes(content: bytes) -> Iterator[etree._Element]:
    """Yield the footnotes of a Word file; the rules above them are none."""
    root = etree.fromstring(parts_of(content)["word/footnotes.xml"])
    return (note for note in root if note.get(qn("w:type")) is None)


def _words_of(note: etree._Element) -> str:
    runs = [run for run in note.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}[@{qn('w:val')}='RowId']") is None]
    return "".join(text.text or "" for run in runs for text in run.iter(qn("w:t")))


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "Normal" if style is None else style.get(qn("w:val"))


def _passages(paragraph: etree._Element) -> Iterator[tuple[str, list[int]]]:
    """Yield the words of a paragraph up to each group of marks, with the notes of the marks; what a field shows is no words."""
    words, notes, is_shown = "", [], False
    for run in paragraph.iter(qn("w:r")):
        kind = run.find(qn("w:fldChar"))
        if kind is not None:
            is_shown = kind.get(qn("w:fldCharType")) != "end"
        for told in run.iter(qn("w:instrText"), qn("w:footnoteReference")):
            found = MARK.search(told.text or "")
            notes += [int(found[1])] if found else [int(told.get(qn("w:id")))] if told.get(qn("w:id")) else []
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        if is_shown or not text.strip():
            continue
        if notes:
            yield words, notes
            words, notes = "", []
        words += text
    yield words, notes


def read_slides(content: bytes, briefing: Briefing) -> Page:
    """Return what a reader finds on the slides of a briefing, each passage with the rows of its notes."""
    page, ids = Page(), {note.number: note.row_id for note in briefing.citations}
    deck = pptx.Presentation(io.BytesIO(content))
    imprint = wording.translations(briefing.language).gettext("Imprint")
    for place, slide in enumerate(deck.slides):
        for shape in slide.shapes:
            is_aside = place == 0 or slide.shapes.title.text_frame.text == imprint
            for cell in cells_of(shape):
                _read_cell(page, cell, ids, is_aside=is_aside)
    return page


def cells_of(shape) -> list[list]:
    """Return the paragraphs of a shape, cell by cell where it is a table."""
    if shape.has_text_frame:
        return [list(shape.text_frame.paragraphs)]
    if shape.has_table:
        return [list(cell.text_frame.paragraphs) for row in shape.table.rows for cell in row.cells]
    return []


def _read_cell(page: Page, paragraphs: list, ids: dict[int, str], *, is_aside: bool) -> None:
    passages = [(paragraph, *_told(paragraph)) for paragraph in paragraphs]
    shared = [number for _paragraph, _words, notes in passages for number in notes]
    for paragraph, words, notes in passages:
        page.words += f"{words} "
        text = "".join(run.text for run in paragraph.runs)
        if found := NOTE.match(text):
            number = int(found[1])
            page.notes[number] = Note(ids[number], text[found.end() :].replace(ids[number], ""))
        elif page.notes and not (notes or shared) and (text.startswith(" http") or text.strip() in ids.values()):
            continue  # the address and the row of a note, on a line of their own
        elif notes or shared:
            page.cited.append((words, notes or shared))
        elif not is_aside:
            page.uncited += f"{words} "


def _told(paragraph) -> tuple[str, list[int]]:
    told = [(run.text, run._r.rPr is not None and run._r.rPr.get("baseline") is not None) for run in paragraph.runs]
    return "".join(text for text, is_raised in told if not is_raised), [
        int(text) for text, is_raised in told if is_raised and text.strip()
    ]
