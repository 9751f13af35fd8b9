"""Text of two directions on one line: where a name or a signed number stands inside a sentence written from right to left.

A sentence of a right-to-left language holds each such part apart with the marks of Unicode (FSI, PDI), so that its letters,
numbers and punctuation keep their order. They are invisible, and no sentence written from left to right has any.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator

RLM = "\u200f"
"""Right-to-left mark: what begins with it is written from the right, whatever name comes first."""
FSI, PDI = "\u2068", "\u2069"
"""First strong isolate: what follows has the direction of its own first letter; ended by pop directional isolate."""

OTHER_WAY = re.compile(r"[A-Za-z\u00c0-\u024f]|^[-+\u2212]")
"""Latin letters, or a number's sign, which would jump to the other side of its number."""
RTL = re.compile("[\u0590-\u08ff]")
APART = re.compile(f"{FSI}[^{FSI}{PDI}]*{PDI}")
UNSEEN = re.compile(r"\]\([^)]*\)")


def isolated(text: str) -> str:
    """Return text held apart from what stands around it."""
    return f"{FSI}{text}{PDI}"


def bare(text: str) -> str:
    """Return text without the marks, for what reads letters and not lines: a file's name, a search."""
    return text.replace(FSI, "").replace(PDI, "").replace(RLM, "")


def held(text: str) -> str:
    """Return text held apart; what has a letter of a right-to-left script is written from the right, whatever comes first."""
    return isolated(RLM + text if RTL.search(text) else text)


def led(lines: str) -> str:
    """Return lines of a right-to-left language, each of which begins at the right even where a Latin name comes first."""
    return "\n".join(f"{RLM}{line}" if line else line for line in lines.split("\n"))


class Sentence(str):
    """A sentence of a right-to-left language: what `format` puts into it keeps its own order. Not for addresses."""

    __slots__ = ()

    def format(self, *args: object, **named: object) -> str:
        """Return the sentence with its parts, each held apart where it has letters or a sign of the other direction."""
        return super().format(*map(_apart, args), **{name: _apart(part) for name, part in named.items()})

    def join(self, parts: Iterable[str], /) -> str:
        """Return the parts with this between them, each held apart as `format` does."""
        return super().join(str(_apart(part)) for part in parts)


def _apart(part: object) -> object:
    return isolated(part) if isinstance(part, str) and OTHER_WAY.search(_loose(part)) else part


def _loose(text: str) -> str:
    """Return what of a text is not held apart already, without the addresses of markdown links, which no one sees."""
    loose, n_left = UNSEEN.sub("]", text), 1
    while n_left:
        loose, n_left = APART.subn("", loose)
    return loose


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text; a part held apart that goes over two lines is held apart on both."""
    n_open = 0
    for line in textwrap.wrap(text, width):
        whole = FSI * n_open + line
        n_open = whole.count(FSI) - whole.count(PDI)
        yield closed(whole)


def closed(text: str) -> str:
    """Return a text that was cut, with an end to every part that is held apart in it."""
    return text + PDI * (text.count(FSI) - text.count(PDI))
