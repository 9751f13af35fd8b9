"""Tables of a Word briefing: grids with a head that repeats on every page, and key figures side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu
from docx.table import Table
from docx.table import _Cell as Cell

from components.briefing import docx_runs as xml
from components.briefing.docx_runs import Element
from components.briefing.model import Card, Cards, Cited, Grid
from components.briefing.office import clean, shares
from components.wording import _

if TYPE_CHECKING:
    from components.briefing.docx import Writer

CARDS_A_ROW = 4
TITLE_SHARE = 0.14
"""The share of the width that a title takes beside its cards."""
NO_RULES = "TableNormal"
ROWS_A_PART = 20
"""Rows after which a table is begun again: footnotes in one long table make LibreOffice leave pages half empty."""


def parsed(text: str) -> Element:
    """Return an element of WordprocessingML from its text."""
    tag, _, rest = text.partition(">")
    is_closed = tag.endswith("/")
    return parse_xml(f"{tag.removesuffix('/')} {nsdecls('w')}{'/' if is_closed else ''}>{rest}")


def grid(writer: "Writer", block: Grid) -> None:
    """Write a table under its caption, a long one in parts: heads repeat on every page, and no row is torn in two."""
    widths = shares(block.columns, block.rows)
    for start in range(0, max(len(block.rows), 1), ROWS_A_PART):
        writer.caption("Table", Cited(block.caption), "Table Caption", is_continued=start > 0)
        _part(writer, block, block.rows[start : start + ROWS_A_PART], widths)
        writer.line("Gap")


def _part(writer: "Writer", block: Grid, told: Sequence[tuple[Cited, ...]], widths: list[float]) -> None:
    head, *rows = list(_table(writer, len(told) + 1, widths, block.caption, is_ruled=True).rows)
    for cell, words in zip(head.cells, block.columns, strict=True):
        writer.say(words, "Table Head", cell.paragraphs[0])
    head._tr.get_or_add_trPr().append(xml.element("w:tblHeader"))
    for row, cells in zip(rows, told, strict=True):
        for cell, sentence in zip(row.cells, cells, strict=True):
            writer.tell((sentence,), "Table Cell", cell.paragraphs[0])


def cards(writer: "Writer", block: Cards) -> None:
    """Write key figures side by side, at most a few to a row: label, number with its notes, words, who and when.

    Their title stands above them; where a briefing must stay within a few pages, beside them.
    """
    is_beside = writer.briefing.most_pages is not None and bool(block.title)
    if block.title and not is_beside:
        writer.say(block.title, "Heading 2")
    most = CARDS_A_ROW - is_beside if writer.briefing.most_pages else CARDS_A_ROW - 1
    for start in range(0, len(block.cards), most):
        part = block.cards[start : start + most]
        # A row fills the width of the text: a narrower one would stand at the wrong side where reading begins at the right.
        title = [TITLE_SHARE] if is_beside else []
        widths = title + [(1 - sum(title)) / len(part)] * len(part)
        cells = list(_table(writer, 1, widths, block.title or _("Key figures"), is_ruled=False).rows[0].cells)
        if is_beside:
            writer.say(block.title if start == 0 else "", "Heading 2", cells.pop(0).paragraphs[0])
        for cell, card in zip(cells, part, strict=True):
            _card(writer, card, cell)
        writer.line("Gap")


def columns(writer: "Writer", widths: list[float], title: str) -> list[Cell]:
    """Return cells that stand side by side without rules, each a share of the width of the text."""
    cells = list(_table(writer, 1, widths, title, is_ruled=False).rows[0].cells)
    writer.line("Gap")
    return cells


def _card(writer: "Writer", card: Card, cell: Cell) -> None:
    quoted = ((Cited(_("“{words}”").format(words=card.quote)), "Card Quote"),) if card.quote else ()
    lines = [(Cited(card.label), "Card Label"), (card.number, "Card Number"), *quoted]
    lines += [(Cited(line), "Card Line") for line in card.lines]
    for place, (words, style) in enumerate(lines):
        writer.tell((words,), style, cell.paragraphs[0] if place == 0 else cell.add_paragraph())


def _table(writer: "Writer", n_rows: int, widths: list[float], title: str, *, is_ruled: bool) -> Table:
    table: Table = writer.document.add_table(n_rows, len(widths))
    looks = table._tbl.tblPr
    for child in list(looks):
        looks.remove(child)
    total = round(writer.width * sum(widths) / 635)
    style = "BriefingTable" if is_ruled else NO_RULES
    looks.append(xml.element("w:tblStyle", val=style))
    if writer.is_rtl:
        looks.append(xml.element("w:bidiVisual"))
    looks.append(xml.element("w:tblW", w=str(total), type="dxa"))
    looks.append(xml.element("w:tblLayout", type="fixed"))
    looks.append(xml.element("w:tblLook", val="0020" if is_ruled else "0000", firstRow="1" if is_ruled else "0"))
    looks.append(xml.element("w:tblCaption", val=clean(title)))
    sizes = [Emu(round(writer.width * share)) for share in widths]
    for column, size in zip(table._tbl.tblGrid.gridCol_lst, sizes, strict=True):
        column.w = size
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(xml.element("w:cantSplit"))
        for cell, size in zip(row.tc_lst, sizes, strict=True):
            cell.width = size
    return table
