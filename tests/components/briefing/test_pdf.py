"""The PDF as its reader has it: tagged, described, cited, the same bytes each time, and no word of others a command."""

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from components import wording
from components.briefing import pdf
from components.briefing.audiences import AUDIENCES
from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Bullets, Cards, Drawing, Grid, MapDrawing, Paragraph
from tests.components.briefing.builds import FINISHED
from tests.components.briefing.export import numbers_in, read_export, untold
from tests.components.briefing.pdf_reader import cited_of, read_pdf, squeezed
from tests.components.briefing.test_numbers import ASKED as ASKED_OF_ALL
from tests.components.briefing.test_numbers import named, strangers

HEAD = "speaker | words | period_start | as_of"
FOOT, TEXT = 27, 40
"""Points above the rim of the paper: the foot of a page ends, its text begins."""
HOSTILE = '#import "x" $x^2$ [a] @ref <b> *bold* _it_ // c \\ `d` = e #{panic()} ~ \x00 \u202e 漢 😀'


def made(asked=Asked(), build=None):  # noqa: B008  (frozen)
    if build is None:
        return made_of_default(asked)
    briefing = build_briefing(asked, build)
    return briefing, pdf.render(briefing)


@cache
def made_of_default(asked):
    briefing = build_briefing(asked)
    return briefing, pdf.render(briefing)


def read(asked=Asked()):  # noqa: B008  (frozen)
    return read_once(made(asked)[1])


read_once = cache(read_pdf)


def blocks(briefing, *kinds):
    return [block for section in briefing.sections for block in section.blocks if isinstance(block, kinds)]


def said(briefing):
    """Every passage that the briefing cites or tells, drawings aside."""
    yield briefing.opening.words
    for block in blocks(briefing, Cards, Paragraph, Bullets, Grid, Drawing, MapDrawing):
        if isinstance(block, Cards):
            yield from (words for card in block.cards for words in (card.label, card.number.words, *card.lines))
        elif isinstance(block, Paragraph):
            yield from (sentence.words for sentence in block.sentences)
        elif isinstance(block, Bullets):
            yield from (item.words for item in block.items)
        elif isinstance(block, Grid):
            yield from (cell.words for row in block.rows for cell in row)
        else:
            yield from (block.title.words, block.caption.words)
    yield from (note.words for note in briefing.citations)


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_it_can_be_read_aloud(built, audience, language):
    briefing, content = made(Asked(audience=audience, language=language))
    page = read_once(content)
    kinds = {tag.kind for tag in page.tags}
    drawings = blocks(briefing, Drawing, MapDrawing)
    assert page.is_tagged
    assert page.language == language
    assert page.metadata["Title"] == f"{briefing.title}: {briefing.for_whom}"
    assert [tag.alt for tag in page.tags if tag.kind == "Figure" and tag.alt] == [drawing.alt for drawing in drawings]
    assert {"H1", "Link", *(["Table", "TH", "TD"] if blocks(briefing, Grid) else [])} <= kinds
    titles = [section.title for section in briefing.sections]
    assert [title for title in page.bookmarks if title in titles] == titles
    with pikepdf.open(io.BytesIO(content)) as document:
        assert document.open_metadata()["pdfuaid:part"] == "1"
        assert document.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize("audience", AUDIENCES)
def test_all_that_the_briefing_says_is_text_that_can_be_selected(built, audience):
    briefing, content = made(Asked(audience=audience))
    words = read_once(content).words
    assert [told for told in said(briefing) if squeezed(told) not in without_references(words, briefing)] == []


def without_references(words, briefing):
    """The words, and the words once more without the numbers of notes, which may stand between two sentences."""
    return words + re.sub(r"(?<=\D)\d{1,3}(?:,\d{1,3})*(?=\D)", "", words)


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_letter_travels_with_the_file(built, language):
    with pikepdf.open(io.BytesIO(made(Asked(language=language))[1])) as document:
        fonts = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"]
        assert {str(font.FontName).partition("+")[2].partition("-")[0] for font in fonts} == {"FiraGO"}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_same_briefing_gives_the_same_bytes_and_is_light(built, audience):
    briefing, content = made(Asked(audience=audience))
    assert pdf.render(briefing) == content
    assert len(content) < 1_000_000


@pytest.mark.parametrize(
    "asked", [Asked(area="Ariha"), Asked(), Asked(language="ar")], ids=lambda one: f"{one.area}-{one.language}"
)
def test_nothing_stands_between_the_text_of_a_page_and_its_foot(built, asked):
    # The note of an area with one report comes at the very end of a full page.
    document = pypdfium2.PdfDocument(made(asked)[1])
    for page in document:
        bottoms = [piece.get_bounds()[1] for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8)]
        assert min(bottoms) < FOOT
        assert not [bottom for bottom in bottoms if FOOT <= bottom < TEXT]
    document.close()


def test_it_is_dated_like_its_build(small_build):
    _, content = made(build=small_build(f"{HEAD}\nOCHA | 5,000 | 2020-01-01 | 2020-02-01"))
    assert read_pdf(content).metadata["CreationDate"] == f"D:{FINISHED:%Y%m%d%H%M%S}Z"


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize(("audience", "fewest", "most"), [("ministerial", 1, 1), ("coordination", 3, 5)])
def test_it_is_as_long_as_its_reader_has_time(built, audience, language, fewest, most):
    assert fewest <= read(Asked(audience=audience, language=language)).n_pages <= most


def test_every_page_says_that_nobody_has_signed_and_by_which_build_it_was_made(built):
    briefing, content = made()
    rims = read_once(content).rims
    assert len(rims) > 1
    assert [k for k, rim in enumerate(rims) if squeezed("DRAFT, not reviewed") not in squeezed(rim)] == []
    assert all(briefing.imprint.build_id in rim for rim in rims)


def test_a_signature_takes_the_place_of_draft(built):
    content = made(Asked(reviewed_by="The reviewer"))[1]
    assert all("Reviewed by The reviewer" in rim for rim in read_pdf(content).rims)
    assert "DRAFT" not in "".join(read_pdf(content).pages)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_number_leads_to_its_note_and_a_note_to_its_document(built, audience):
    briefing, content = made(Asked(audience=audience))
    page = read_once(content)
    found = {label for label, where in page.leads if any(line.startswith(label) for line in where.splitlines())}
    assert {label for label, _ in page.leads if label.isdigit()} == {str(note.number) for note in briefing.citations}
    assert {str(note.number) for note in briefing.citations} - found == set()
    assert page.addresses == {note.url for note in briefing.citations if note.url}


def test_words_of_others_are_never_a_command(small_build):
    build = small_build(f"{HEAD}\nx | 5,000 | 2020-01-01 | 2020-02-01")
    briefing = build_briefing(Asked(), build)
    (note,) = [replace(note, words=HOSTILE, speaker=HOSTILE, title=HOSTILE) for note in briefing.citations[:1]]
    hostile = replace(briefing, title=HOSTILE, citations=(note, *briefing.citations[1:]))
    words = read_pdf(pdf.render(hostile)).words
    for part in ('#import"x"', "$x^2$", "[a]", "@ref", "<b>*bold*_it_//c", "#{panic()}"):
        assert words.count(part) >= 4


def test_a_letter_that_no_font_has_is_a_mark_and_not_a_failure(small_build):
    build = small_build(f"{HEAD}\nOCHA 漢 | 5,000 | 2020-01-01 | 2020-02-01")
    assert "OCHA\N{REPLACEMENT CHARACTER}" in read_pdf(made(build=build)[1]).words


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=40), name=st.text(min_size=1, max_size=30))
def test_any_words_can_be_printed(built, title, name):
    briefing = build_briefing(Asked(audience="ministerial"))
    drawing = next(iter(blocks(briefing, Drawing)))
    point = {**drawing.points[-1], "speaker": name}
    section = replace(briefing.sections[0], blocks=(replace(drawing, points=(*drawing.points[:-1], point)),))
    assert pdf.render(replace(briefing, title=title or "-", sections=(section,))).startswith(b"%PDF")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd"])
def test_an_address_that_is_no_web_address_stays_text(small_build, url):
    briefing = build_briefing(Asked(), small_build(f"{HEAD}\nOCHA | 5,000 | 2020-01-01 | 2020-02-01"))
    page = read_pdf(pdf.render(replace(briefing, citations=tuple(replace(note, url=url) for note in briefing.citations))))
    assert page.addresses == set()
    assert squeezed(url) in page.words


def test_a_period_without_a_report_says_so(small_build):
    build = small_build(f"{HEAD}\nOCHA | 5,000 | 2020-01-01 | 2020-02-01")
    briefing, content = made(Asked(first_day=date(2020, 5, 1), last_day=date(2020, 5, 9)), build)
    assert not briefing.citations
    assert squeezed("That is a gap, not a zero.") in read_pdf(content).words


def without_imprint(tags, asked):
    """The tags but those of the imprint, which names the build and the hash: it begins with DRAFT, and a heading may follow."""
    with wording.speaking(asked.language):
        draft = wording._("DRAFT")
    is_imprint = False
    for tag in tags:
        is_imprint = tag.kind != "H1" and (is_imprint or draft in tag.text)
        if not is_imprint:
            yield tag


ASKED = [
    *(Asked(audience=audience, language=language) for audience in AUDIENCES for language in wording.LANGUAGES),
    Asked(audience="technical", known_on=date(2020, 1, 28)),
    Asked(audience="media", area="Idleb"),
]


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: f"{one.audience}-{one.language}-{one.known_on}-{one.area}")
def test_every_number_is_in_the_export_and_none_is_lost(built, tmp_path, asked):
    briefing, _ = made(asked)
    page = read(asked)
    read_aloud = [tag for tag in without_imprint(page.tags, asked) if not {"Link", "Lbl", "Figure"} & {tag.kind, *tag.around}]
    spoken = " ".join(tag.text for tag in read_aloud)
    aside = numbers_in(f"{briefing.title} {briefing.imprint.rules}")
    assert read_export(asked, tmp_path).strangers(spoken, aside) == set()
    assert untold(spoken, briefing) == set()


@pytest.mark.parametrize("asked", [asked for asked in ASKED_OF_ALL if asked.language == "en"], ids=named)
def test_every_number_is_in_the_row_that_its_note_names(built, tmp_path, asked):
    briefing, _ = made(asked)
    page = cited_of(without_imprint(read(asked).tags, asked), briefing)
    assert set(page.notes) == {note.number for note in briefing.citations}
    assert strangers(read_export(asked, tmp_path), page) == []
    assert untold(" ".join([page.uncited, *(words for words, _notes in page.cited)]), briefing) == set()


def test_a_number_that_is_not_in_its_row_is_found(built, tmp_path):
    asked = Asked(audience="ministerial")
    briefing = build_briefing(asked)
    wrong = replace(briefing, opening=replace(briefing.opening, words=briefing.opening.words.replace("961,300", "948,000")))
    page = cited_of(without_imprint(read_pdf(pdf.render(wrong)).tags, asked), wrong)
    # It is the number of another row: only the note gives the wrong one away.
    ((words, extra),) = strangers(read_export(asked, tmp_path), page)
    assert "948,000" in words
    assert extra == {948_000}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_four_hundred_figures_still_make_a_document(small_build, audience):
    rows = "\n".join(f"Speaker {k} | {k + 1},000 | 2020-01-01 | 2020-{1 + k // 100:02}-{2 + k % 25:02}" for k in range(400))
    _, content = made(Asked(audience=audience), small_build(f"{HEAD}\n{rows}"))
    assert len(content) < 1_000_000
    assert read_pdf(content).n_pages >= 1
