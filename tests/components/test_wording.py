"""The words of the interface: English in the code, every other language whole in one file."""

import string
import threading
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from components import wording
from components.wording import _, direction, known, language, name, ngettext, said, speaking

OTHERS = wording.LANGUAGES[1:]


def placeholders(text: str) -> set[str]:
    return {field for _text, field, _spec, _conversion in string.Formatter().parse(text) if field is not None}


def sentences(of: str) -> Iterator[Message]:
    yield from (message for message in wording.catalog(of) if message.id)


def test_arabic_is_one_of_the_languages() -> None:
    assert wording.LANGUAGES[0] == "en"
    assert "ar" in OTHERS


@pytest.mark.parametrize("of", OTHERS)
def test_a_language_says_every_sentence_of_the_code_and_no_other(of: str) -> None:
    wanted = {(message.context, message.id) for message in wording.in_code() if message.id}
    assert {(message.context, message.id) for message in sentences(of)} == wanted


@pytest.mark.parametrize("of", OTHERS)
def test_no_sentence_and_no_plural_is_left_untranslated_or_unsure(of: str) -> None:
    assert [message.id for message in sentences(of) if message.fuzzy or not all(said(message))] == []


@pytest.mark.parametrize("of", OTHERS)
def test_a_translation_names_what_its_sentence_names(of: str) -> None:
    """A plural may leave its number out (one, two); anything else it leaves out or adds would be a false sentence."""
    for message in sentences(of):
        english = {message.id} if isinstance(message.id, str) else set(message.id)
        named = set().union(*(placeholders(text) for text in english))
        for form in said(message):
            optional = {"n"} if message.pluralizable else set()
            assert placeholders(form) <= named, message.id
            assert named - placeholders(form) <= optional, message.id


def test_without_a_reader_the_language_is_english() -> None:
    assert (language(), direction()) == ("en", "ltr")
    assert _("not a sentence of the code") == "not a sentence of the code"
    assert (ngettext("{n} claim", "{n} claims", 1), ngettext("{n} claim", "{n} claims", 2)) == ("{n} claim", "{n} claims")


def test_a_language_is_spoken_only_as_long_as_asked() -> None:
    with speaking("ar"):
        assert (language(), direction()) == ("ar", "rtl")
    assert language() == "en"


def test_a_language_settled_on_is_spoken_in_its_thread_only() -> None:
    heard = []

    def page(spoken: str) -> None:
        wording.settle(spoken)
        heard.append(language())

    for spoken in ("ar", "xx"):
        thread = threading.Thread(target=page, args=(spoken,))
        thread.start()
        thread.join()
    assert heard == ["ar", "en"]
    assert language() == "en"


@pytest.mark.parametrize("asked", [None, "", "xx", "../ar", "AR "])
def test_a_language_there_is_not_is_english(asked: str | None) -> None:
    assert known(asked) == "en"


@pytest.mark.parametrize(("of", "called"), [("en", "English"), ("ar", "العربية")])
def test_a_language_is_called_by_its_own_name(of: str, called: str) -> None:
    assert name(of) == called


def test_the_dashboard_says_which_language_its_reader_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "_asked", lambda: "en")
    wording.follow(lambda: "ar")
    assert language() == "ar"
    with speaking("en"):
        assert language() == "en"
