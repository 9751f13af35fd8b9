"""The words of one sentence, with where each stands in the text. Finding is done on words, spans are given in characters."""

import re
from dataclasses import dataclass

from etl.reading.lexicon import Lexicon
from etl.reading.spans import Span

MARKS = "\u064b-\u0652\u0670\u0640"
TOKEN = re.compile(
    r"\d+(?:[.,٬٫'’]\d+)*"  # 948,000 1.5 3,57,243
    rf"|[^\W\d_](?:[^\W\d_]|[{MARKS}])*(?:['’][^\W\d_]+)*"  # words, possessives, Arabic with vowel signs
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence as words: `normal` in the lexicon's spelling, `raw` as printed, `starts` and `ends` in the text."""

    normal: list[str]
    raw: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.normal)

    def word(self, index: int) -> str:
        """Return a word in the lexicon's spelling, or nothing beyond the ends of the sentence."""
        return self.normal[index] if 0 <= index < len(self.normal) else ""

    def is_glued(self, index: int) -> bool:
        """Say whether no space stands between a word and the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def span(self, first: int, end: int) -> Span:
        """Return where the words from `first` to before `end` stand in the text."""
        return Span(self.starts[first], self.ends[end - 1])


def words_of(text: str, sentence: Span, lexicon: Lexicon) -> Words:
    """Return the words of a sentence, white space left out."""
    matches = list(TOKEN.finditer(text, sentence.start, sentence.end))
    raw = [match[0] for match in matches]
    return Words(
        [lexicon.normal(word) for word in raw], raw, [match.start() for match in matches], [match.end() for match in matches]
    )
