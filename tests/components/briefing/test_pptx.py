"""The slides: charts that can be edited, real titles and tables, every number with its note, nothing off the slide."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import openpyxl
import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE

from components.briefing.audiences import AUDIENCES
from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Bullets, Cited, Drawing, Grid, MapDrawing, Section
from components.briefing.pptx import render
from components.briefing.pptx_plot import EPOCH
from tests.components.briefing.export import numbers_in, read_export, untold
from tests.components.briefing.office_reader import cells_of, parts_of, read_slides
from tests.components.briefing.test_docx import HEAD, HOSTILE
from tests.components.briefing.test_numbers import ASKED, named, strangers

PICTURE = MSO_SHAPE_TYPE.PICTURE
CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


@pytest.fixture(scope="module", params=AUDIENCES)
def briefing(request, briefings):
    return briefings[request.param]


@pytest.fixture(scope="module")
def content(briefing):
    return render(briefing)


def opened(content):
    return pptx.Presentation(io.BytesIO(content))


def charts(content):
    return [shape for slide in opened(content).slides for shape in slide.shapes if shape.has_chart]


def drawing_of(briefing):
    return next(block for one in briefing.sections for block in one.blocks if isinstance(block, Drawing))


def sheet_of(shape):
    """The sheet behind a chart, as Excel would show it: the head of each series, its rows."""
    page = openpyxl.load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
    return [[cell.value for cell in row] for row in page.iter_rows()]


def rows_of(shape, name):
    rows = sheet_of(shape)
    start = next(k for k, row in enumerate(rows) if row[1] == name) + 1
    end = next((k for k in range(start, len(rows)) if rows[k][0] is None), len(rows))
    return rows[start:end]


@pytest.mark.parametrize("asked", ASKED, ids=named)
def test_every_number_is_in_the_row_that_its_note_names(built, tmp_path, asked):
    made = build_briefing(asked)
    page = read_slides(render(made), made)
    assert numbers_in(page.words)
    assert strangers(read_export(asked, tmp_path), page) == []
    assert untold(" ".join([page.uncited, *(words for words, _notes in page.cited)]), made) == set()


def test_a_number_that_is_not_in_its_row_is_found(built, tmp_path):
    asked = Asked(audience="ministerial")
    made = build_briefing(asked)
    wrong = replace(made, opening=replace(made.opening, words=made.opening.words.replace("961,300", "962,300")))
    ((words, extra),) = strangers(read_export(asked, tmp_path), read_slides(render(wrong), wrong))
    assert "962,300" in words
    assert extra == {962_300}


def test_the_same_briefing_gives_the_same_bytes_sheets_included(briefing, content):
    assert render(briefing) == content


def test_nothing_in_the_file_says_when_or_by_which_library_it_was_written(briefing, content):
    told = b"".join(part for name, part in parts_of(content).items() if name.endswith((".xml", ".rels"))).lower()
    assert b"python" not in told
    assert b"macintosh" not in told
    for shape in charts(content):
        with zipfile.ZipFile(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)) as sheet:
            assert {part.date_time for part in sheet.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert briefing.imprint.built_at.strftime("%Y-%m-%dT%H:%M:%S") in sheet.read("docProps/core.xml").decode()


def test_every_slide_has_a_title_a_number_and_the_standing(content):
    for slide in opened(content).slides:
        assert slide.shapes.title.text_frame.text.strip()
        words = {shape.placeholder_format.type: shape.text_frame.text for shape in slide.placeholders}
        named_ = {str(kind).partition(" ")[0]: text for kind, text in words.items()}
        assert "SLIDE_NUMBER" in named_
        assert named_["FOOTER"] == "DRAFT, not reviewed"


def test_a_name_signs_every_slide(built):
    text = " ".join(
        shape.text_frame.text
        for slide in opened(render(build_briefing(Asked(reviewed_by="The reviewer")))).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert "DRAFT" not in text
    assert "Reviewed by The reviewer" in text


def test_every_section_has_a_slide_of_its_own(briefing, content):
    titles = [slide.shapes.title.text_frame.text for slide in opened(content).slides]
    assert titles[0] == briefing.title
    for section in briefing.sections:
        assert section.title in titles


def test_every_mark_leads_to_the_slide_that_holds_its_note(content):
    deck = opened(content)
    for slide in deck.slides:
        for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
            raised = run.rPr is not None and run.rPr.get("baseline") and run.text.strip()
            if not raised:
                continue
            target = slide.part.related_part(run.rPr.find(f"{{{run.nsmap['a']}}}hlinkClick").rId).slide
            told = [p.text for shape in target.shapes for cell in cells_of(shape) for p in cell]
            assert [text for text in told if text.startswith(f"{run.text}.\u00a0")]


def test_a_note_holds_words_speaker_publisher_day_and_link(briefing, content):
    slides = opened(content).slides
    told = [p.text for slide in slides for shape in slide.shapes for cell in cells_of(shape) for p in cell]
    for note in briefing.citations:
        (text,) = (text for text in told if text.startswith(f"{note.number}.\u00a0"))
        for words in (note.words, note.speaker, note.publisher, note.published[1:], note.url or "No link is known"):
            assert words in text


def test_the_speaker_notes_of_a_slide_hold_the_notes_of_its_numbers(briefing, content):
    first = next(iter(opened(content).slides))
    spoken = first.notes_slide.notes_text_frame.text
    note = briefing.citations[0]
    assert all(words in spoken for words in (note.words, note.speaker, note.publisher, note.url))


def test_the_chart_is_native_and_its_sheet_holds_the_reported_points(briefing, content):
    drawing, (counts, *_) = drawing_of(briefing), charts(content)
    rows = rows_of(counts, "Recommended")
    told = [(row[0].date(), row[1], row[2], row[3], row[5]) for row in rows]
    reported = [point for point in drawing.points if point["value"] is not None]
    assert told == [(p["as_of"], p["value"], p["own_low"], p["own_high"], p["speaker"]) for p in reported]
    others = [row[1] for row in rows_of(counts, "Other claims")]
    claims = [c for c in drawing.claims if c["role"] != "recommended" and c["people_value"] is not None]
    assert others == [claim["people_value"] for claim in claims]


def test_what_is_drawn_is_what_stands_in_the_sheet(content):
    for shape in charts(content):
        rows = sheet_of(shape)
        for series in etree.fromstring(shape.chart.part.blob).iter(f"{{{CHART['c']}}}ser"):
            for axis, column in (("xVal", 0), ("yVal", 1)):
                first, last = map(int, re.findall(r"\$(\d+)", series.find(f"c:{axis}//c:f", CHART).text))
                drawn = {
                    int(p.get("idx")): float(p.findtext("c:v", None, CHART)) for p in series.findall(f"c:{axis}//c:pt", CHART)
                }
                kept = {k: _number(rows, rows[first - 1 + k][column]) for k in range(last - first + 1)}
                assert drawn == {k: number for k, number in kept.items() if number is not None}


def _number(rows, value):
    """A cell as a number: a day counted, a formula followed to the cell it takes its number from."""
    if isinstance(value, str):
        column, row = re.fullmatch(r"=([A-D])(\d+)", value).groups()
        value = rows[int(row) - 1]["ABCD".index(column)]
    return float((value.date() - EPOCH).days) if hasattr(value, "date") else value


def test_a_line_follows_the_number_it_is_drawn_from(content):
    counts = charts(content)[0]
    formulas = [row[1] for row in rows_of(counts, "Recommended, until the next report")]
    assert formulas
    assert all(str(cell).startswith("=B") for cell in formulas if cell is not None)


def test_the_words_of_turning_points_stand_above_every_count(built):
    briefing = build_briefing(Asked())
    drawing, shape = drawing_of(briefing), charts(render(briefing))[0]
    known = [claim[side] for claim in drawing.claims for side in ("people_low", "people_value", "people_high") if claim[side]]
    heights = [row[1] for row in rows_of(shape, "Turning points")[: len(drawing.turning_points)]]
    # A row of small letters apart, in inches: the plot takes no more of its frame than this.
    axis = etree.fromstring(shape.chart.part.blob).findall(".//c:valAx", CHART)[1]
    row = 0.12 / (shape.height / 914_400) * float(axis.find("c:scaling/c:max", CHART).get("val"))
    assert len(heights) == 4
    assert max(known) < heights[0]
    assert all(after - before > row for before, after in pairwise(heights))


def test_three_key_figures_take_the_whole_width_of_a_slide(built):
    briefing = build_briefing(Asked())
    labels = [card.label for card in next(one for one in briefing.sections if one.name == "also_reported").blocks[-1].cards]
    deck = opened(render(briefing))
    boxes = [
        shape
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.paragraphs[0].text in labels and len(shape.text_frame.paragraphs) > 1
    ]
    assert len(boxes) == len(labels) == 3
    assert all(box.width > deck.slide_width / 4 for box in boxes)


def test_an_arabic_chart_reads_from_right_to_left(built):
    slides = opened(render(build_briefing(Asked(language="ar")))).slides
    blob = next(shape for slide in slides for shape in slide.shapes if shape.has_chart).chart.part.blob.decode()
    assert "<a:t>\u202bوقف إطلاق النار، 6 آذار/مارس\u202c</a:t>" in blob
    assert 'formatCode="[$-2801]&quot;\u202b&quot;d mmm yyyy&quot;\u202c&quot;"' in blob
    words = {shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame}
    assert "هدنة ودبلوماسية وغير ذلك" in words


def test_both_charts_have_the_same_days_on_their_axes(built):
    found = []
    for shape in charts(render(build_briefing(Asked(audience="coordination")))):
        axis = etree.fromstring(shape.chart.part.blob).find(".//c:valAx", CHART)
        layout = etree.fromstring(shape.chart.part.blob).find(".//c:manualLayout", CHART)
        ends = [axis.find(f"c:scaling/c:{side}", CHART).get("val") for side in ("min", "max")]
        found.append((*ends, layout.find("c:x", CHART).get("val"), layout.find("c:w", CHART).get("val"), shape.left, shape.width))
    assert len(found) == 2
    assert found[0] == found[1]


def test_charts_and_tables_have_words_for_who_cannot_see_them(content):
    for slide in opened(content).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == PICTURE:
                assert shape._element.xpath("*/p:cNvPr")[0].get("descr")


def test_the_map_is_a_picture_that_says_what_it_shows(briefing, content):
    maps = [block.alt for one in briefing.sections for block in one.blocks if isinstance(block, MapDrawing)]
    pictures = [shape for slide in opened(content).slides for shape in slide.shapes if shape.shape_type == PICTURE]
    assert [shape._element.xpath("*/p:cNvPr")[0].get("descr") for shape in pictures] == maps


def test_nothing_is_placed_off_a_slide(content):
    deck = opened(content)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width + 1
            assert shape.top + shape.height <= deck.slide_height + 1


def test_arabic_is_mirrored_and_its_words_are_tagged(built):
    made = replace(build_briefing(Asked(language="ar")), opening=Cited("قالت OCHA إن 961,300 شخص نزحوا", (1,)))
    content = render(made)
    slide = parts_of(content)["ppt/slides/slide1.xml"].decode()
    assert re.search(r'<a:rPr lang="ar-SY"[^>]*>(?:(?!</a:r>).)*قالت ', slide)
    assert re.search(r'<a:rPr lang="en-GB"[^>]*>(?:(?!</a:r>).)*<a:t>OCHA', slide)
    assert 'rtl="1"' in slide
    tables = [shape for one in opened(content).slides for shape in one.shapes if shape.has_table]
    assert all(shape._element.graphic.graphicData.tbl.tblPr.get("rtl") == "1" for shape in tables)
    assert b'<a:cs typeface="Arial"' in parts_of(content)["ppt/theme/theme1.xml"]
    left = opened(render(build_briefing(Asked()))).slides[1].shapes
    right = opened(render(build_briefing(Asked(language="ar")))).slides[1].shapes
    texts = [next(shape for shape in shapes if shape.has_text_frame and not shape.is_placeholder) for shapes in (left, right)]
    assert texts[1].left + texts[1].width == pytest.approx(opened(content).slide_width - texts[0].left, abs=2)


@pytest.mark.parametrize("audience", ["ministerial", "technical"])
def test_other_people_s_words_stay_words(briefings, audience):
    made = briefings[audience]
    notes = tuple(replace(note, words=HOSTILE, speaker=HOSTILE, url="javascript:alert(1)") for note in made.citations)
    drawing = drawing_of(made)
    points = tuple(point | {"phrase": HOSTILE, "speaker": HOSTILE} for point in drawing.points)
    grid = Grid(HOSTILE, (HOSTILE, "b"), ((Cited(HOSTILE * 3, (1,)), Cited("b")),))
    hostile = Section("hostile", HOSTILE, (grid, Bullets((Cited(HOSTILE, (2,)),)), replace(drawing, points=points)))
    content = render(replace(made, title=HOSTILE, citations=notes, sections=(*made.sections, hostile)))
    deck = opened(content)
    assert "=cmd|' /C calc'!A0 <w:p/> ]]> & \ufffd\ufffd\ufffd \ufffd xxx" in deck.slides[0].shapes.title.text_frame.text
    assert not [part for name, part in parts_of(content).items() if name.endswith(".rels") and b"javascript" in part]
    words = [row[FIRST] for row in rows_of(charts(content)[-2], "Recommended")]
    assert {text[:5] for text in words} == {"=cmd|"}
    page = openpyxl.load_workbook(io.BytesIO(charts(content)[-2].chart.part.chart_workbook.xlsx_part.blob)).active
    assert {cell.data_type for row in page.iter_rows(min_col=FIRST + 1) for cell in row if cell.value} == {"s"}


FIRST = 4
MANY = [f"OCHA | {5000 + k} | 2019-12-01 | {date(2020, 1, 1) + timedelta(days=k % 90)}" for k in range(400)]


@pytest.mark.parametrize(
    ("rows", "says", "n_counts"),
    [
        (["OCHA | 5,000 | 2015-01-01 | 2015-02-01"], "No report on people newly displaced", 0),
        (["OCHA | hundreds of thousands | 2020-01-01 | 2020-02-01"], "200,000 to 999,999", 1),
        (MANY, "5,0", 1),
    ],
    ids=["none", "one vague", "400"],
)
def test_no_figures_one_and_many_make_slides(small_build, rows, says, n_counts):
    made = build_briefing(Asked(audience="technical"), small_build("\n".join([HEAD, *rows])))
    content = render(made)
    page = read_slides(content, made)
    assert says in page.words
    assert set(page.notes) == {note.number for note in made.citations}
    assert len([shape for shape in charts(content) if shape.name == drawing_of(made).title.words]) == n_counts
