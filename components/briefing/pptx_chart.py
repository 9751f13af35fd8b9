"""A plot as a chart that PowerPoint knows as its own, and that LibreOffice draws alike."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Length

from components.briefing.drawn import END, RIGHT_TO_LEFT
from components.briefing.office import clean
from components.briefing.pptx_plot import Lines, Mark, Marks, Plot, points_of, serial, starts
from components.briefing.pptx_sheet import SHEET, sheet
from components.palette import PRINT, mixed

NAMES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
MONTHS_OF = {"ar": f'[$-2801]"{RIGHT_TO_LEFT}"d mmm yyyy"{END}"'}
DAYS = "[$-809]d mmm yyyy"
POINT = 12700
PALE = 0.25
"""The ink in a hollow mark: little, so that it reads as open, and not none, since LibreOffice draws no rims."""


def add(slide: Slide, plot: Plot, box: tuple[Length, Length, Length, Length], built_at: datetime) -> None:
    """Put a chart on a slide, with its data in a sheet inside the file. The same plot gives the same bytes."""
    empty: Any = XyChartData()  # type: ignore[no-untyped-call]
    empty.add_series("-").add_data_point(0, 0)
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box, empty)
    part = frame.chart.part
    rel_id = part._element.xpath("c:externalData/@r:id")[0]
    part._element = parse_xml(_chart(plot, rel_id))
    part.related_part(rel_id).blob = sheet(plot, built_at)


def _chart(plot: Plot, rel_id: str) -> str:
    rows, n_marks, points = starts(plot), len(plot.marks), points_of(plot)
    order = [*range(n_marks, len(rows)), *range(n_marks)]
    series = [*map(_mark_looks, plot.marks), *map(_line_looks, plot.lines)]
    drawn = "".join(_series(series[which], place, rows[which], points[which]) for place, which in enumerate(order))
    hidden = [place for place, which in enumerate(order) if which >= n_marks or not plot.marks[which].in_legend]
    return (
        f'<c:chartSpace {NAMES}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea>{_layout(plot)}<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{drawn}'
        f'<c:axId val="111"/><c:axId val="222"/></c:scatterChart>{_days(plot)}{_counts(plot)}</c:plotArea>{_legend(plot, hidden)}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000">{_fill(PRINT.muted)}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="en-GB"/></a:p></c:txPr><c:externalData r:id="{rel_id}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _layout(plot: Plot) -> str:
    x, y, width, height = plot.inner
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    places = f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
    return f"<c:layout><c:manualLayout>{modes}{places}</c:manualLayout></c:layout>"


def _legend(plot: Plot, hidden: list[int]) -> str:
    if not plot.has_legend:
        return ""
    entries = "".join(f'<c:legendEntry><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>' for place in hidden)
    return f'<c:legend><c:legendPos val="b"/>{entries}<c:overlay val="0"/></c:legend>'


def _days(plot: Plot) -> str:
    quoted = escape(MONTHS_OF.get(plot.language, DAYS), {'"': "&quot;"})
    return (
        f'<c:valAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/><c:max val="{serial(plot.last) + 1}"/>'
        f'<c:min val="{serial(plot.first)}"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>{GRID}'
        f'<c:numFmt formatCode="{quoted}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr>{_line(PRINT.muted, 0.75)}</c:spPr><c:crossAx val="222"/>'
        f'<c:crosses val="min"/><c:crossBetween val="midCat"/><c:majorUnit val="{plot.day_step}"/></c:valAx>'
    )


def _counts(plot: Plot) -> str:
    return (
        f'<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:max val="{plot.top:g}"/><c:min val="0"/>'
        f'</c:scaling><c:delete val="{int(not plot.has_counts)}"/><c:axPos val="l"/>{GRID if plot.has_counts else ""}'
        '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="111"/>'
        f'<c:crosses val="min"/><c:crossBetween val="midCat"/><c:majorUnit val="{plot.step:g}"/></c:valAx>'
    )


def _mark_looks(marks: Marks) -> tuple[str, str]:
    usual = _usual(marks.marks)
    own = "".join(
        f'<c:dPt><c:idx val="{k}"/>{_marker(mark.symbol, marks, is_hollow=mark.is_hollow)}<c:bubble3D val="0"/></c:dPt>'
        for k, mark in enumerate(marks.marks)
        if (mark.symbol, mark.is_hollow) != usual
    )
    marker = _marker(usual[0], marks, is_hollow=usual[1])
    return marks.name, f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{marker}{own}{_labels(marks.marks)}"


def _line_looks(lines: Lines) -> tuple[str, str]:
    line = _line(lines.ink, lines.width, is_dotted=lines.is_dotted)
    return lines.name, f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'


def _series(told_as: tuple[str, str], place: int, row: int, points: list[tuple[float, float | None]]) -> str:
    name, looks = told_as
    days, counts = [day for day, _count in points], [count for _day, count in points]
    first, last = row + 1, row + len(points)
    told = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{_safe(name)}</c:v></c:pt></c:strCache>'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{SHEET}!$B${row}</c:f>'
        f"{told}</c:strRef></c:tx>{looks}<c:xVal>{_numbers('A', first, last, days, 'd mmm yyyy')}</c:xVal>"
        f"<c:yVal>{_numbers('B', first, last, counts, '#,##0')}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
    )


def _usual(marks: tuple[Mark, ...]) -> tuple[str, bool]:
    looks = [(mark.symbol, mark.is_hollow) for mark in marks]
    return max(dict.fromkeys(looks), key=looks.count)


def _marker(symbol: str, marks: Marks, *, is_hollow: bool) -> str:
    if symbol == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    fill = _fill(mixed(marks.ink, PRINT.background, PALE) if is_hollow else marks.ink)
    look = f"<c:spPr>{fill}{_line(marks.ink, 1.25)}</c:spPr>"
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{marks.size}"/>{look}</c:marker>'


def _labels(marks: tuple[Mark, ...]) -> str:
    own = "".join(
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr lang="en-GB" sz="900">{_fill(PRINT.ink)}</a:rPr><a:t>{_safe(_directed(mark.label))}</a:t></a:r></a:p></c:rich>'
        f'</c:tx><c:dLblPos val="{mark.label_at}"/>{_shows(value=1)}</c:dLbl>'
        for place, mark in enumerate(marks)
        if mark.label
    )
    return f"<c:dLbls>{own}{_shows(value=0)}</c:dLbls>" if own else ""


def _directed(words: str) -> str:
    # A label of a chart has no direction of its own; words from right to left bring theirs.
    return f"{RIGHT_TO_LEFT}{words}{END}" if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words) else words


def _shows(*, value: int) -> str:
    kinds = {"LegendKey": 0, "Val": value, "CatName": 0, "SerName": 0, "Percent": 0, "BubbleSize": 0}
    return "".join(f'<c:show{name} val="{is_shown}"/>' for name, is_shown in kinds.items())


def _numbers(column: str, first: int, last: int, numbers: Sequence[float | None], form: str) -> str:
    cells = "".join(
        f'<c:pt idx="{place}"><c:v>{number:.12g}</c:v></c:pt>' for place, number in enumerate(numbers) if number is not None
    )
    return (
        f"<c:numRef><c:f>{SHEET}!${column}${first}:${column}${last}</c:f>"
        f'<c:numCache><c:formatCode>{form}</c:formatCode><c:ptCount val="{len(numbers)}"/>{cells}</c:numCache></c:numRef>'
    )


def _line(ink: str, width: float, *, is_dotted: bool = False) -> str:
    dots = '<a:prstDash val="sysDot"/>' if is_dotted else ""
    return f'<a:ln w="{round(width * POINT)}" cap="flat">{_fill(ink)}{dots}<a:round/></a:ln>'


def _fill(ink: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{ink.removeprefix("#").upper()}"/></a:solidFill>'


def _safe(words: str) -> str:
    return escape(clean(words))


GRID = f"<c:majorGridlines><c:spPr>{_line(PRINT.faint, 0.75)}</c:spPr></c:majorGridlines>"
