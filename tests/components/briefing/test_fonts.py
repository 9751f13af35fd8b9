"""The letters of print: files for those who need files, and no letter that none of them can show."""

import pytest

from components.briefing import fonts


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("961,300 people, é ş Ж", "961,300 people, é ş Ж"),
        ("نزح ٣ أشخاص", "نزح ٣ أشخاص"),
        ("漢", "\N{REPLACEMENT CHARACTER}"),
        ("a\x00b", "a\N{REPLACEMENT CHARACTER}b"),
        ("\ufeffa\u202eb", "\N{REPLACEMENT CHARACTER}a\N{REPLACEMENT CHARACTER}b"),
        ("\u2068OCHA\u2069", "\u2068OCHA\u2069"),
        (
            ["漢", {"words": "漢", "number": 3}],
            ["\N{REPLACEMENT CHARACTER}", {"words": "\N{REPLACEMENT CHARACTER}", "number": 3}],
        ),
    ],
)
def test_a_letter_without_a_shape_is_shown_as_a_mark(words, shown):
    assert fonts.printable(words) == shown


def test_one_family_holds_latin_and_arabic_in_three_styles():
    ours, _ = fonts.folders()
    assert sorted(path.name for path in ours.iterdir()) == ["FiraGO-Bold.ttf", "FiraGO-Italic.ttf", "FiraGO-Regular.ttf"]


def test_words_are_as_wide_as_they_are_written():
    assert fonts.width("نزح", 10) < fonts.width("نزح نزح", 10)
    assert fonts.width("961,300", 20) == pytest.approx(2 * fonts.width("961,300", 10))
