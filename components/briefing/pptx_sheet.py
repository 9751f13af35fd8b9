"""The workbook inside the slides, behind a chart: one block a series, which its reader can open and edit."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from components.briefing.office import clean, packed
from components.briefing.pptx_plot import Lines, Marks, Plot, points_of, serial, starts

SHEET = "Sheet1"
FIRST_WORDS = 4
"""The column of a sheet (from 0) in which the words that go with a mark begin, after day, count, low and high."""


def sheet(plot: Plot, built_at: datetime) -> bytes:
    """Return the workbook behind a chart: one block a series, days as days, the ends of lines taken from the marks above them.

    Other people's words are written as text, so that none of them becomes a formula.
    """
    written, rows = io.BytesIO(), starts(plot)
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": built_at.replace(tzinfo=None), "author": "Nuzuh"})
        page = book.add_worksheet(SHEET)
        page.set_column(0, FIRST_WORDS - 1, 14)
        page.set_column(FIRST_WORDS, FIRST_WORDS + len(plot.columns), 32)
        looks = {name: book.add_format({"num_format": form}) for name, form in (("day", "d mmm yyyy"), ("count", "#,##0"))}
        for marks, row in zip(plot.marks, rows, strict=False):
            _mark_rows(page, marks, plot, row, looks)
        _pad(page, plot, looks["day"])
        for lines, row in zip(plot.lines, rows[len(plot.marks) :], strict=True):
            _line_rows(page, lines, plot, (row, rows), looks)
    return packed(written.getvalue())


def _pad(page: Any, plot: Plot, look: Any) -> None:
    """Write the rows that make the series drawn first as long as the longest: its last day again, and no count."""
    which = len(plot.marks) if plot.lines else 0
    days = points_of(plot)[which]
    for row in range(len(plot.lines[0].ends if plot.lines else plot.marks[0].marks), len(days)):
        page.write_number(starts(plot)[which] + row, 0, days[row][0], look)


def _mark_rows(page: Any, marks: Marks, plot: Plot, row: int, looks: dict[str, Any]) -> None:
    day, low, high = plot.heads
    for column, head in enumerate((day, marks.name, low, high, *plot.columns)):
        page.write_string(row - 1, column, clean(head))
    for at, mark in enumerate(marks.marks, start=row):
        page.write_number(at, 0, serial(mark.day), looks["day"])
        for column, count in enumerate((mark.count, mark.low, mark.high), start=1):
            if count is not None:
                page.write_number(at, column, count, looks["count"])
        for column, words in enumerate(mark.words, start=FIRST_WORDS):
            page.write_string(at, column, clean(words))


def _line_rows(page: Any, lines: Lines, plot: Plot, at: tuple[int, list[int]], looks: dict[str, Any]) -> None:
    row, rows = at
    page.write_string(row - 1, 0, clean(plot.heads[0]))
    page.write_string(row - 1, 1, clean(lines.name))
    for place, end in enumerate(lines.ends, start=row):
        for column, number, cell, look in ((0, end.day, end.day_from, "day"), (1, end.count, end.count_from, "count")):
            if cell is not None:
                page.write_formula(place, column, f"={cell.column}{rows[cell.marks] + 1 + cell.place}", looks[look], number)
            elif number is not None:
                page.write_number(place, column, number, looks[look])
