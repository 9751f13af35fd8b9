"""The file: whole without a network, safe with anyone's words, linked both ways, the same bytes each time."""

import re
from dataclasses import replace
from datetime import date

import pytest

from components.briefing.audiences import AUDIENCES
from components.briefing.compose import build_briefing
from components.briefing.files import file_of, framed
from components.briefing.html import render
from components.briefing.material import Asked
from components.wording import LANGUAGES
from tests.components.briefing.reader import read_page

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)> 5,000'


@pytest.fixture(params=AUDIENCES)
def page_of_each(request, built):
    return file_of(Asked(audience=request.param), "html").content


def test_the_same_selection_and_build_give_the_same_bytes(built):
    one, other = (file_of(Asked(), "html") for _ in range(2))
    assert one == other


def test_another_selection_has_another_hash_and_another_name(built):
    one, other = (build_briefing(Asked(known_on=day)) for day in (None, date(2020, 2, 1)))
    assert one.imprint.selection_hash != other.imprint.selection_hash
    assert one.name_parts != other.name_parts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_it_is_light_enough_to_mail(built, audience, language):
    assert len(file_of(Asked(audience=audience, language=language), "html").content) < 500_000


def test_looks_that_marks_share_are_said_once(page_of_each):
    looks = re.findall(r' style="([^"]+)"', page_of_each.decode())
    assert len(looks) == len(set(looks))
    styled = set(re.findall(r"^\.(d\d+) {", page_of_each.decode(), re.MULTILINE))
    assert styled == set(re.findall(r' class="(d\d+)"', page_of_each.decode()))


def test_it_needs_no_network_and_runs_no_script(page_of_each):
    page = read_page(page_of_each)
    assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
    assert "default-src 'none'" in page_of_each.decode()
    assert "url(http" not in page_of_each.decode()
    assert "@import" not in page_of_each.decode()


def test_every_reference_leads_to_a_note_and_back(page_of_each):
    page = read_page(page_of_each)
    inside = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    referred = {int(place.partition("-")[0].removeprefix("r")) for place in page.ids if re.fullmatch(r"r\d+-\d+", place)}
    assert referred == set(page.notes) == set(range(1, len(page.notes) + 1))
    back = {link for link in page.links if re.fullmatch(r"#r\d+-\d+", link)}
    assert back == {f"#{place}" for place in page.ids if re.fullmatch(r"r\d+-\d+", place)}


def test_every_link_to_the_outside_is_a_note_s_document(page_of_each):
    outside = [link for link in read_page(page_of_each).links if not link.startswith("#")]
    assert outside
    assert all(link.startswith(("https://", "http://")) for link in outside)


def test_it_is_a_draft_on_every_page_until_a_person_signs(built):
    draft, signed = (file_of(Asked(reviewed_by=name), "html") for name in (None, "The reviewer"))
    assert "DRAFT" in read_page(draft.content).words
    assert '@top-right { content: "DRAFT, not reviewed"' in draft.content.decode()
    assert "DRAFT" not in signed.content.decode()
    assert "Reviewed by The reviewer" in read_page(signed.content).words
    assert draft.name.endswith("_draft.html")
    assert signed.name.endswith("_reviewed.html")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_other_people_s_words_never_become_markup(small_build, audience):
    row = "OCHA | about 5,000 | 2020-01-01 | 2020-02-01"
    build = small_build(f"speaker | words | period_start | as_of\n{row}", phrase=HOSTILE, publisher=HOSTILE, note=HOSTILE)
    content = file_of(Asked(audience=audience, reviewed_by="<i>N.</i>"), "html", build).content
    page = read_page(content)
    assert not {"script", "img", "b", "i"} & set(page.tags)
    assert HOSTILE in page.words
    assert "<b>A title</b> & more" in page.words


def test_a_link_that_is_no_web_address_stays_text(small_build):
    build = small_build("speaker | words | period_start | as_of\nOCHA | 5,000 | 2020-01-01 | 2020-02-01")
    briefing = build_briefing(Asked(), build)
    assert "javascript:alert(1)" not in read_page(with_url(briefing, "javascript:alert(1)")).links
    assert "https://example.org/" in read_page(with_url(briefing, "https://example.org/")).links


def with_url(briefing, url):
    return render(replace(briefing, citations=tuple(replace(note, url=url) for note in briefing.citations)))


def test_the_preview_is_a_page_of_no_origin(built):
    assert framed(file_of(Asked(), "html").content).startswith("data:text/html;charset=utf-8;base64,")
