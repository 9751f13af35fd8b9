"""Tables on slides: under their caption, with the head repeated on every slide they go on to, never higher than a slide."""

from itertools import zip_longest
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches

from components.briefing.model import Cited, Grid
from components.briefing.office import shares
from components.briefing.pptx_slides import Slides
from components.briefing.pptx_text import POINTS, SPACING, Line, line, n_lines, pieces_of
from components.briefing.pptx_theme import BOTTOM, FULL, NAMES, SIDE, TOP, Place
from components.palette import PRINT

CELL = 11.0
"""Size of the words in a table, in points."""
CELL_SIDE, CELL_ROOM = 0.06, 0.09
"""Inches left and right of the words of a cell, and above and below them together."""
MOST_LINES = 24
"""Lines of a cell that fit on a slide; a longer one goes on in a row of its own."""
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style of Office without lines; ours are drawn below each row."""


def grid(slides: Slides, block: Grid) -> None:
    """Write a table under its caption; its head is repeated on every slide it goes on to."""
    widths = [share * FULL for share in shares(block.columns, block.rows)]
    rows = [part for row in block.rows for part in _parts(row, widths)]
    head = tuple(Cited(words) for words in block.columns)
    top = _height(head, widths, is_bold=True)
    caption = line(block.caption, 13, is_bold=True)
    title = caption.height(FULL) + 0.05
    while rows:
        if slides.y > TOP and slides.y + title + top + _height(rows[0], widths) > BOTTOM:
            slides.on()
        room, n_fit = BOTTOM - slides.y - title - top, 0
        heights: list[float] = []
        while n_fit < len(rows) and (not n_fit or sum(heights) + _height(rows[n_fit], widths) <= room):
            heights.append(_height(rows[n_fit], widths))
            n_fit += 1
        place = slides.place(title + top + sum(heights))
        slides.box(Place(SIDE, place.y, FULL, title), [caption])
        _table(slides, Place(SIDE, place.y + title, FULL, top + sum(heights)), (head, *rows[:n_fit]), widths, [top, *heights])
        slides.name(block.caption, block.caption)
        rows = rows[n_fit:]


def _parts(row: tuple[Cited, ...], widths: list[float]) -> list[tuple[Cited, ...]]:
    """Return a row, or several where one of its cells is longer than a slide is high."""
    if all(_n_lines(cell, width) <= MOST_LINES for cell, width in zip(row, widths, strict=True)):
        return [row]
    pieces = [pieces_of(cell, CELL, width - 0.2, MOST_LINES) for cell, width in zip(row, widths, strict=True)]
    return [tuple(part) for part in zip_longest(*pieces, fillvalue=Cited(""))]


def _n_lines(cell: Cited, width: float, *, is_bold: bool = False) -> int:
    words = " ".join((cell.words, *map(str, cell.notes)))
    return n_lines(words, CELL, width - 2 * CELL_SIDE, is_bold=is_bold)


def _height(row: tuple[Cited, ...], widths: list[float], *, is_bold: bool = False) -> float:
    most = max(_n_lines(cell, width, is_bold=is_bold) for cell, width in zip(row, widths, strict=True))
    return most * CELL * SPACING / POINTS + CELL_ROOM


def _table(slides: Slides, place: Place, rows: tuple[tuple[Cited, ...], ...], widths: list[float], heights: list[float]) -> None:
    frame: Any = slides.slide.shapes.add_table(len(rows), len(widths), *place.box(is_rtl=slides.is_rtl))
    table = frame._element.graphic.graphicData.tbl
    looks = table.tblPr
    looks.set("firstRow", "1")
    looks.attrib.pop("bandRow", None)
    if slides.is_rtl:
        looks.set("rtl", "1")
    looks.find(qn("a:tableStyleId")).text = PLAIN_TABLE
    for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Inches(width)
    for place_of, (row, cells, height) in enumerate(zip(table.tr_lst, rows, heights, strict=True)):
        row.h = Inches(height)
        for cell, words in zip(row.tc_lst, cells, strict=True):
            _cell(slides, cell, words, is_head=place_of == 0)


def _cell(slides: Slides, cell: Any, words: Cited, *, is_head: bool) -> None:
    ink = PRINT.muted if is_head else PRINT.ink
    slides.hand.fill(cell.txBody, [Line((words,), CELL, ink=ink, is_bold=is_head)])
    for old in cell.findall(qn("a:tcPr")):
        cell.remove(old)
    rule, width = (PRINT.muted, 12700) if is_head else (PRINT.faint, 9525)
    side, room = Inches(CELL_SIDE), Inches(CELL_ROOM / 2)
    cell.append(
        parse_xml(
            f'<a:tcPr {NAMES} marL="{side}" marR="{side}" marT="{room}" marB="{room}" anchor="t">'
            f'<a:lnB w="{width}"><a:solidFill><a:srgbClr val="{rule.removeprefix("#").upper()}"/></a:solidFill></a:lnB>'
            "<a:noFill/></a:tcPr>"
        )
    )
