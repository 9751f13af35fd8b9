"""Where sentences begin and end, in text as published.

A sentence ends at its full stop, at a blank line, at a bullet and, where the text is not hard-wrapped, at every line
break (so that a headline never runs into the lead). Abbreviations, initials, decimal points and quotes do not end one.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from etl.reading.spans import Span

STOPS = ".!?…؟۔。"
LINE_ENDS = "\n\r\u2028\u2029"
# The first stop of several, with the quotes behind it, or the end of a line: searched by its first letter, for speed.
BOUNDARY = re.compile(
    rf"[{STOPS}{LINE_ENDS}]"
    rf"(?:(?<=[{STOPS}])(?<![{STOPS}].)[{STOPS}]*+[\"'”’»)\]]*+-?+(?=\s)|(?<=\r)\n|(?<=[{LINE_ENDS}]))",
    re.DOTALL,
)
TEASERS = "READ MORE"
# "READ MORE: Floods reach the port The town lies ...": a headline up to a capital that opens a sentence.
TEASER = re.compile(
    rf"\b{TEASERS}\b(?:[^\n.!?]{{0,120}}?[a-z]( )(?=(?:The|A|An|In|On|At|It|He|She|They|But|More|Some|Last|Since) [a-z\d]))?"
)
WHITE_SPACE = re.compile(r"\s+")
LAST_WORD = re.compile(r"(?<![\w.&])[\w.&]++$")
BULLET = re.compile(r"[ \t]*(?:[•·▪●◦‣*–—►»-]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]")
ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$|^[^\W\d_]$")
WORD_AFTER = re.compile(r"\s*[\"'“‘«(\[]*([\w’']+)")

TITLES = frozenset(
    "mr mrs ms dr prof gen col lt sgt maj capt cmdr adm brig gov sen rep rev hon fr sr st pres sec supt insp amb messrs mt ft "
    "inc ltd co corp dept univ approx est ca cf eg ie e.g i.e viz al vs v bros jr".split()
)
BEFORE_NUMBERS = frozenset(
    "no nos rs art sec fig vol pp p para res tel ext jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
STARTERS = frozenset(
    "the a an in on at it he she they we this that these those there but and as after before since some many more most about "
    "according meanwhile however while when his her their its our if for from with over thousands hundreds".split()
)
WRAPPED_AT_MOST = 110
SHORT_LINE = 55
LONGEST_ABBREVIATION = 24
LONGEST_SENTENCE = 1500


def split(text: str) -> list[Span]:
    """Return the sentences of a text in order, trimmed of white space. Headlines, list items and captions are sentences."""
    return list(_split(text))


@lru_cache(maxsize=8)
def _split(text: str) -> tuple[Span, ...]:
    is_wrapped = _is_hard_wrapped(text)
    sentences: list[Span] = []
    start = 0
    ends: Iterable[int] = _ends(text, is_wrapped)
    if TEASERS in text:
        ends = sorted({*ends, *_teaser_ends(text)})
    for end in (*ends, len(text)):
        cuts = _cuts(text, start, end) if end - start > LONGEST_SENTENCE else ()
        for cut in (*cuts, end):
            if span := _trimmed(text, start, cut):
                sentences.append(span)
            start = cut
    return tuple(sentences)


def _ends(text: str, is_wrapped: bool) -> Iterator[int]:
    for match in BOUNDARY.finditer(text):
        start, end = match.span()
        if _line_ends(text, start, end, is_wrapped) if text[start] in LINE_ENDS else _stop_ends(text, match):
            yield end


def _teaser_ends(text: str) -> Iterator[int]:
    """Yield where a link to another article begins that a page left between its sentences, and where it ends."""
    for match in TEASER.finditer(text):
        yield match.start()
        if match[1] is not None:
            yield match.end()


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a table without stops is cut at white space: reading stays linear in its length."""
    while end - start > LONGEST_SENTENCE and (space := WHITE_SPACE.search(text, start + LONGEST_SENTENCE, end)):
        start = space.end()
        yield start


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return None
    left = start + words.index(bare)
    return Span(left, left + len(bare))


def _is_hard_wrapped(text: str) -> bool:
    """Say whether lines were broken by width: none is long, and some go on in the middle of a sentence."""
    lines = text.splitlines()
    if len(lines) < 2 or max(map(len, lines)) > WRAPPED_AT_MOST:
        return False
    return any(after[:1].islower() and before[-1:].isalnum() for before, after in pairwise(lines))


def _line_ends(text: str, start: int, end: int, is_wrapped: bool) -> bool:
    if not is_wrapped:
        return True
    after = text[end : end + 40]
    if not after.strip(" \t") or after.lstrip(" \t")[:1] in "\r\n" or BULLET.match(after):
        return True
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return start - line_start < SHORT_LINE and not after.lstrip()[:1].islower()


def _stop_ends(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = text[start - 5 : start]
    if before.islower() and before.isalpha() and text[end + 1 : end + 2].isupper():
        return True  # a long word, a stop, a capital: no abbreviation
    following = WORD_AFTER.match(text, match.end())
    next_word = following[1] if following else ""
    if next_word[:1].islower():
        return False
    if match[0] != ".":
        return True
    last = LAST_WORD.search(text, max(0, match.start() - LONGEST_ABBREVIATION), match.start())
    word = last[0] if last else ""
    if word.lower() in TITLES:
        return False
    if next_word[:1].isdecimal() and word.lower() in BEFORE_NUMBERS:
        return False
    return not ACRONYM.search(word) or next_word.lower() in STARTERS
