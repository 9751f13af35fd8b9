"""The words of the interface in the reader's language: English in the code, any other language in one file of `strings/`.

`_` and `ngettext` give a sentence in the language of the moment; numbers and names enter it afterwards, by name, with `.format`.
A sentence without a translation stays English. Adding a language is adding a `strings/<language>.po`, which
`python -m components.wording <language>` begins, and brings up to date with the code.
"""

import gettext
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from components.directions import Sentence
from components.method import readme
from etl import tables

DEFAULT = "en"
HERE = Path(__file__).parent
STRINGS = HERE / "strings"
LANGUAGES = (DEFAULT, *sorted(path.stem for path in STRINGS.glob("*.po")))
HEADER = """\
# What a reader sees, in the language of this file. Sentences come from the code: python -m components.wording
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
KEYWORDS = {"_": None, "N_": None, "NN_": (1, 2), "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
METHODS = [("**.py", "python"), ("**.jinja", "jinja2.ext.babel_extract")]

_spoken: ContextVar[str | None] = ContextVar("_spoken", default=None)


def _nobody() -> str:
    return DEFAULT


_asked: Callable[[], str] = _nobody


def language() -> str:
    """Return the language of the moment: that of `speaking`, else the reader's, else English."""
    return _spoken.get() or _asked()


def follow(asked: Callable[[], str]) -> None:
    """Let the dashboard tell which language the reader of the running page has chosen."""
    global _asked  # noqa: PLW0603  the one switch of the process, set as it starts
    _asked = asked


def settle(spoken: str) -> None:
    """Speak a language from here on in this thread: a page asks some hundred times, and its reader has chosen once."""
    _spoken.set(known(spoken))


@contextmanager
def speaking(spoken: str) -> Iterator[None]:
    """Give sentences in a language for a while: a briefing, a download, a test."""
    token = _spoken.set(known(spoken))
    try:
        yield
    finally:
        _spoken.reset(token)


def known(asked: str | None) -> str:
    """Return a language that there is: the one asked for, else English."""
    return asked if asked in LANGUAGES else DEFAULT


def direction() -> str:
    """Return `rtl` where the language of the moment is written from right to left, else `ltr`."""
    return _direction(language())


@cache
def _direction(of: str) -> str:
    return Locale(of).text_direction


def name(of: str) -> str:
    """Return what a language is called by those who read it."""
    return (Locale(of).get_language_name(of) or of).capitalize()


def _(message: str) -> str:
    """Return a sentence in the language of the moment. `format` holds names inside an Arabic one apart (`directions`)."""
    return _directed(translations(language()).gettext(message))


def ngettext(one: str, many: str, count: int) -> str:
    """Return the sentence that fits a number, by the plurals of the language (Arabic has six)."""
    return _directed(translations(language()).ngettext(one, many, int(count)))


def pgettext(context: str, message: str) -> str:
    """Return a sentence whose English alone does not say which one is meant."""
    return _directed(translations(language()).pgettext(context, message))


def _directed(sentence: str) -> str:
    return Sentence(sentence) if direction() == "rtl" else sentence


def N_(message: str) -> str:  # noqa: N802  the name by which gettext's tools know a sentence that `_` gives later
    """Return a sentence unchanged: it stands in a table of the code, and `_` gives it where it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802  as N_, for a sentence with a number
    """Return both sentences unchanged: they stand in a table of the code, and `ngettext` gives the one that fits."""
    return one, many


@cache
def translations(of: str) -> gettext.NullTranslations:
    """Return the sentences of a language; English has none but those of the code."""
    if of == DEFAULT:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, catalog(of))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def catalog(of: str) -> Catalog:
    """Return the file of a language as it is; raises OSError where it cannot be read."""
    with (STRINGS / f"{of}.po").open("rb") as file:
        return read_po(file, locale=of)


def in_code() -> Catalog:
    """Return every sentence of the code that asks to be translated, with the modules it stands in."""
    found = Catalog(charset="utf-8")
    folder = str(HERE)
    for path, line, message, comments, context in extract_from_dir(folder, METHODS, keywords=KEYWORDS):
        found.add(message, locations=[(path, line)], auto_comments=comments, context=context)
    for message in readme.shown():
        found.add(message, locations=[("README.md", 1)])
    for message in of_the_tables():
        found.add(message, locations=[("../etl/tables.py", 1)])
    return found


def of_the_tables() -> Iterator[str]:
    """Yield what the dictionary of the tables says in words: what a row is, what each column means, in which unit."""
    for table in tables.TABLES.values():
        yield table.definition
        for column in table.columns:
            yield from filter(None, (column.definition, column.unit))


def update(of: str) -> int:
    """Bring the file of a language up to date with the code and return how many sentences it has yet to say."""
    path = STRINGS / f"{of}.po"
    known_so_far = catalog(of) if path.exists() else Catalog(locale=of, charset="utf-8")
    known_so_far.update(in_code(), no_fuzzy_matching=True)
    known_so_far.obsolete.clear()
    with path.open("wb") as file:
        file.write(HEADER.format(language=of, plurals=known_so_far.plural_forms).encode())
        write_po(file, known_so_far, width=120, sort_by_file=True, omit_header=True, include_lineno=False)
    return sum(not all(said(message)) for message in known_so_far if message.id)


def said(message: Message) -> tuple[str, ...]:
    """Return the translation of a message: one sentence, or one for each plural of the language; empty where there is none."""
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string or "",)


if __name__ == "__main__":
    for wanted in sys.argv[1:] or LANGUAGES[1:]:
        print(f"{STRINGS.name}/{wanted}.po: {update(wanted)} sentences without a translation")
