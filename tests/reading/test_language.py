"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thousands of people have fled the town.", "en"),
        ("Thousands flee Idlib", "en"),
        ("Lisbon: two suburbs cleared, 9,000 leave homes as fire nears.", "en"),
        ("São Tomé blaze guts 45 homes, 200 lose everything.", "en"),
        ("Más de 300 familias desplazadas por lluvias", "es"),
        ("نزح آلاف المدنيين من ريف إدلب الجنوبي.", "ar"),
        ("نزح 1,200 شخص من Maaret al-Numan إلى إدلب.", "ar"),
        ("Des milliers de personnes ont fui la ville pour les villages du nord.", "fr"),
        ("Miles de personas han huido de la ciudad y se refugian en el norte.", "es"),
        ("Tausende Menschen sind aus der Stadt geflohen und suchen Schutz.", "de"),
        ("Binlerce kişi kaçtı ve bir çok ev için yardım bekleniyor.", "tr"),
        ("Тысячи людей бежали из города.", None),
        ("هزاران نفر از شهر گریخته‌اند و چند کشته شده‌اند.", None),
        ("", None),
        ("12 345", None),
    ],
)
def test_letters_and_common_words_tell_the_language(text, language):
    assert detect_language(text) == language


@given(st.text())
def test_no_text_is_too_strange(text):
    assert detect_language(text) in (None, "ar", "en", "fr", "es", "de", "pt", "it", "tr", "nl", "id")
