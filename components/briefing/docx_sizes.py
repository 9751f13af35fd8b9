"""How large a Word briefing is set: at leisure, close where it must stay within a few pages, closest on one page."""

from dataclasses import dataclass, replace

from docx.shared import Mm

from components.briefing.model import Briefing


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one setting: letters in points, `tight` the share of the usual space between paragraphs.

    `line` is the height of a line in 240ths of its letters, as Word counts; `margins` are left and right, above, below, of the
    header and of the footer; `tallest` is how high a picture may be.
    """

    body: float
    small: float
    title: float
    opening: float
    heading: float
    card: float
    note: float
    tight: float
    after: int
    line: int
    margins: tuple[Mm, Mm, Mm, Mm, Mm]
    tallest: Mm


LEISURE = Sizes(
    body=9.5, small=8.5, title=22, opening=13, heading=14, card=14.5, note=7.5, tight=0.8, after=90, line=259,
    margins=(Mm(18), Mm(22), Mm(18), Mm(12), Mm(10)), tallest=Mm(190),
)  # fmt: skip
CLOSE = Sizes(
    body=8.5, small=7.5, title=17, opening=11, heading=11.5, card=10.5, note=6.2, tight=0.45, after=45, line=240,
    margins=(Mm(15), Mm(17), Mm(13), Mm(9), Mm(7)), tallest=Mm(103),
)  # fmt: skip
CLOSER = replace(CLOSE, body=8, small=7, note=5.8, tight=0.32, after=30, tallest=Mm(80))
MANY = 100
"""From how many notes on a briefing of a few pages is set closer."""
CLOSEST = Sizes(
    body=8, small=7, title=14, opening=10.5, heading=9, card=9.5, note=6, tight=0.25, after=20, line=240,
    margins=(Mm(13), Mm(14), Mm(11), Mm(7), Mm(5)), tallest=Mm(44),
)  # fmt: skip


def sizes_of(briefing: Briefing) -> Sizes:
    """Return how large a briefing is set, by how long it may be."""
    if briefing.is_brief:
        return CLOSEST
    if briefing.most_pages is None:
        return LEISURE
    return CLOSER if len(briefing.citations) > MANY else CLOSE
