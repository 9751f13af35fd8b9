"""The page says what the README says."""

import pytest

from components.method import readme
from etl.errors import CannotRead


def test_the_rules_are_numbered_and_have_words():
    rules = readme.rules()
    assert [rule.number for rule in rules] == list(range(1, len(rules) + 1))
    assert all(rule.words for rule in rules)


def test_every_word_has_a_meaning():
    assert all(len(row) == 2 and all(row) for row in readme.table("The words"))


@pytest.mark.parametrize("text", ["", "# Nuzuh\n\n## The words\n"])
def test_a_section_that_is_not_there_is_a_sentence(tmp_path, text):
    path = tmp_path / "README.md"
    path.write_text(text)
    with pytest.raises(CannotRead, match="no section The words"):
        readme.section("The words", path)


def test_without_the_file_the_page_says_so(tmp_path):
    with pytest.raises(CannotRead, match="is not here"):
        readme.section("The words", tmp_path / "README.md")
