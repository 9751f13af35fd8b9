"""The Word file: styles, contents, captions and footnotes that Word knows as such; harmless words; the same bytes each time."""

import io
import re
import shutil
import subprocess
import uuid
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from components.briefing import fonts
from components.briefing.audiences import AUDIENCES
from components.briefing.compose import build_briefing
from components.briefing.docx import render
from components.briefing.docx_tables import ROWS_A_PART
from components.briefing.material import Asked
from components.briefing.model import Bullets, Cited, Drawing, Grid, MapDrawing, Section
from tests.components.briefing.export import numbers_in, read_export, untold
from tests.components.briefing.office_reader import footnotes, parts_of, read_word
from tests.components.briefing.test_numbers import ASKED, named, strangers

HOSTILE = "=cmd|' /C calc'!A0 <w:p/> ]]> & \x00\x0b\x1f \ud800 " + "x" * 3000


@pytest.fixture(scope="module", params=AUDIENCES)
def briefing(request, briefings):
    return briefings[request.param]


@pytest.fixture(scope="module")
def content(briefing):
    return render(briefing)


def opened(content):
    return Document(io.BytesIO(content))


def fields(content):
    return re.findall(r"<w:instrText[^>]*> (.*?) </w:instrText>", parts_of(content)["word/document.xml"].decode())


def bookmarks(content):
    return re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', parts_of(content)["word/document.xml"].decode())


@pytest.mark.parametrize("asked", ASKED, ids=named)
def test_every_number_is_in_the_row_that_its_footnote_names(built, tmp_path, asked):
    made = build_briefing(asked)
    page = read_word(render(made), made)
    assert numbers_in(page.words)
    assert strangers(read_export(asked, tmp_path), page) == []
    assert untold(" ".join([page.uncited, *(words for words, _notes in page.cited)]), made) == set()


def test_a_number_that_is_not_in_its_row_is_found(built, tmp_path):
    asked = Asked(audience="ministerial")
    made = build_briefing(asked)
    wrong = replace(made, opening=replace(made.opening, words=made.opening.words.replace("961,300", "962,300")))
    ((words, extra),) = strangers(read_export(asked, tmp_path), read_word(render(wrong), wrong))
    assert "962,300" in words
    assert extra == {962_300}


def test_the_same_briefing_gives_the_same_bytes(briefing, content):
    assert render(briefing) == content


def test_nothing_in_the_file_says_when_or_by_which_library_it_was_written(content):
    parts = parts_of(content)
    told = b"".join(content for name, content in parts.items() if name.endswith((".xml", ".rels"))).lower()
    assert b"python" not in told
    assert b"macintosh" not in told
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name]


def test_every_note_is_a_footnote_and_every_mark_leads_to_one(briefing, content):
    numbers = [int(note.get(qn("w:id"))) for note in footnotes(content)]
    body = parts_of(content)["word/document.xml"].decode()
    assert numbers == [note.number for note in briefing.citations]
    assert [int(number) for number in re.findall(r'<w:footnoteReference w:id="(\d+)"', body)] == numbers
    again = [instruction.split()[1] for instruction in fields(content) if instruction.startswith("NOTEREF")]
    assert set(again) <= set(bookmarks(content))


def test_a_footnote_holds_words_speaker_publisher_day_and_link(briefing, content):
    relations = etree.fromstring(parts_of(content)["word/_rels/footnotes.xml.rels"])
    links = {one.get("Id"): one.get("Target") for one in relations}
    for note, told in zip(briefing.citations, footnotes(content), strict=True):
        text = "".join(part.text for part in told.iter(qn("w:t")))
        site = re.sub(r"^https?://(www\.)?|/.*", "", note.url or "")
        address = site if briefing.most_pages and note.title else note.url or ""
        for words in (note.words, note.speaker, note.publisher, note.title or "", address):
            assert words in text
        assert note.published[1:] in text
        assert [links[link.get(qn("r:id"))] for link in told.iter(qn("w:hyperlink"))] == ([note.url] if note.url else [])


def test_titles_headings_and_lists_are_styles(briefing, content):
    told = [(paragraph.style.name, paragraph.text) for paragraph in opened(content).paragraphs]
    assert [text for style, text in told if style == "Title"] == [briefing.title]
    headings = [text for style, text in told if style == "Heading 1"]
    assert headings[: len(briefing.sections)] == [section.title for section in briefing.sections]
    items = [item for one in briefing.sections for block in one.blocks if isinstance(block, Bullets) for item in block.items]
    assert len([text for style, text in told if style == "List Bullet"]) == len(items)


@pytest.mark.parametrize(("audience", "is_run_in"), [("coordination", True), ("technical", False)])
def test_the_contents_name_every_heading_before_they_are_updated(built, audience, is_run_in):
    content = render(build_briefing(Asked(audience=audience)))
    contents = [paragraph for paragraph in opened(content).paragraphs if paragraph.style.name == "toc 1"]
    links = [link for paragraph in contents for link in paragraph._p.iter(qn("w:hyperlink"))]
    headings = [paragraph.text for paragraph in opened(content).paragraphs if paragraph.style.name == "Heading 1"]
    assert ["".join(text.text for text in link.iter(qn("w:t"))) for link in links] == headings
    assert len(contents) == (1 if is_run_in else len(headings))
    assert {link.get(qn("w:anchor")) for link in links} <= set(bookmarks(content))
    assert [instruction for instruction in fields(content) if instruction.startswith("TOC")]


def test_captions_count_themselves_and_the_heads_of_tables_are_repeated(briefing, content):
    grids = [block for one in briefing.sections for block in one.blocks if isinstance(block, Grid)]
    n_parts = sum(-(-len(grid.rows) // ROWS_A_PART) for grid in grids)
    counted = [instruction for instruction in fields(content) if instruction.startswith("SEQ Table")]
    assert len([instruction for instruction in counted if "ARABIC" in instruction]) == len(grids)
    assert len(counted) == n_parts == parts_of(content)["word/document.xml"].count(b"<w:tblHeader/>")


def test_every_picture_says_what_it_shows(briefing, content):
    shapes = opened(content).inline_shapes
    drawings = [block for one in briefing.sections for block in one.blocks if isinstance(block, Drawing | MapDrawing)]
    assert [shape._inline.docPr.get("descr") for shape in shapes] == [drawing.alt for drawing in drawings]


def test_its_letters_travel_with_the_file(content):
    parts = parts_of(content)
    table = etree.fromstring(parts["word/fontTable.xml"])
    targets = {one.get("Id"): one.get("Target") for one in etree.fromstring(parts["word/_rels/fontTable.xml.rels"])}
    faces = [face for face in table.iter() if face.get(qn("w:fontKey"))]
    for face, style in zip(faces, ("Regular", "Bold"), strict=True):
        hidden, key = parts[f"word/{targets[face.get(qn('r:id'))]}"], uuid.UUID(face.get(qn("w:fontKey"))).bytes
        shown = bytes(hidden[k] ^ key[15 - k % 16] for k in range(32)) + hidden[32:]
        assert shown == fonts.content(style)
    assert b'w:cs="FiraGO"' in parts["word/styles.xml"]
    assert b"<w:embedTrueTypeFonts" in parts["word/settings.xml"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize(("audience", "fewest", "most"), [("ministerial", 1, 1), ("coordination", 3, 5)])
def test_it_is_as_long_as_its_reader_has_time(built, tmp_path, audience, fewest, most):
    for language in ("en", "ar"):
        (tmp_path / f"{language}.docx").write_bytes(render(build_briefing(Asked(audience=audience, language=language))))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    files = tmp_path.glob("*.docx")
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True,
        capture_output=True,
        timeout=120,
    )
    for file in tmp_path.glob("*.pdf"):
        with pikepdf.open(file) as document:
            assert fewest <= len(document.pages) <= most
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_the_properties_are_those_of_the_briefing(briefing, content):
    core = opened(content).core_properties
    assert (core.title, core.subject, core.language, core.author) == (briefing.title, briefing.for_whom, "en-GB", "Nuzuh")
    assert core.created == core.modified == briefing.imprint.built_at.replace(microsecond=0)


def test_every_page_says_draft_until_a_person_signs(built):
    headers = []
    for name in (None, "The reviewer"):
        section = opened(render(build_briefing(Asked(reviewed_by=name)))).sections[0]
        assert not section.different_first_page_header_footer
        headers.append(section.header.paragraphs[0].text)
    assert "DRAFT" in headers[0]
    assert "DRAFT" not in headers[1]
    assert "Reviewed by The reviewer" in headers[1]


def test_arabic_runs_from_right_to_left_and_latin_words_in_it_do_not(built):
    made = replace(build_briefing(Asked(language="ar")), opening=Cited("قالت OCHA إن 961,300 شخص نزحوا", (1,)))
    parts = parts_of(render(made))
    assert b"<w:bidi/>" in parts["word/styles.xml"]
    assert parts["word/document.xml"].count(b"<w:bidiVisual/>") == parts["word/document.xml"].count(b"<w:tbl>")
    root = etree.fromstring(parts["word/document.xml"])
    rtl = {"".join(run.itertext()): run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None for run in root.iter(qn("w:r"))}
    assert rtl["قالت "]
    assert rtl[" إن 961,300 شخص نزحوا"]
    assert not rtl["OCHA"]
    assert b'w:bidi="ar-SY"' in parts["word/styles.xml"]


@pytest.mark.parametrize("audience", ["ministerial", "technical"])
def test_other_people_s_words_stay_words(briefings, audience):
    made = briefings[audience]
    notes = tuple(replace(note, words=HOSTILE, speaker=HOSTILE, url="javascript:alert(1)") for note in made.citations)
    grid = Grid(HOSTILE, (HOSTILE, "b"), ((Cited(HOSTILE, (1,)), Cited("b")),))
    hostile = Section("hostile", HOSTILE, (grid, Bullets((Cited(HOSTILE, (2,)),))))
    content = render(replace(made, title=HOSTILE, citations=notes, sections=(*made.sections, hostile)))
    text = opened(content).paragraphs[1 if not made.is_brief else 0].text
    assert "=cmd|' /C calc'!A0 <w:p/> ]]> & \ufffd\ufffd\ufffd \ufffd xxx" in text
    assert b"javascript" not in parts_of(content).get("word/_rels/footnotes.xml.rels", b"")


HEAD = "speaker | words | period_start | as_of"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "No report on people newly displaced"),
        (["OCHA | hundreds of thousands | 2020-01-01 | 2020-02-01"], "200,000 to 999,999"),
        ([f"OCHA | {5000 + k} | 2019-12-01 | {date.fromordinal(737400 + k % 90)}" for k in range(400)], "5,0"),
    ],
    ids=["none", "one vague", "400"],
)
def test_no_figures_one_and_many_make_a_document(small_build, rows, says):
    build = small_build("\n".join([HEAD, *(rows or ["OCHA | 5,000 | 2015-01-01 | 2015-02-01"])]))
    made = build_briefing(Asked(audience="technical"), build)
    page = read_word(render(made), made)
    assert says in page.words
    assert set(page.notes) == {note.number for note in made.citations}
