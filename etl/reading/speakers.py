"""Whom the text credits: "according to X", "X said", "X, an opposition war monitor, said", and what was said in quotes."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from etl.frozen import frozen
from etl.reading.directory import Directory
from etl.reading.gate import N_SENTENCES
from etl.reading.lexicon import Lexicon
from etl.reading.spans import Span, SpeakerMention
from etl.reading.speech_words import INVERTED, VERBS, SpeechWords, speech_words

N_SENTENCES_BEFORE = 4
N_CHARS_NAME = 110
N_CHARS_HEADLINE = 70
N_WORDS_NAME = 14
LONGEST_BE = 16  # the longest form of "be" in letters: looked for at the end of the words alone
QUOTED = re.compile(r"“[^”]{1,2000}”|\"(?:[^\"\n]|\n(?!\n)){1,2000}\"|«[^»]{1,2000}»")
OPENING_QUOTE = re.compile(r"[\"“«]")
CLOSING = re.compile(r"[\"”»']\s*,?\s*\Z")
NAME_END = re.compile(r"(?:[,;:()\"“”؛،]|(?<![A-Z])\.)(?=\s|$)|\s[-–—]\s")
NO_HEADLINE = ":.\n"  # what ends with one of these ends with no name behind a colon or a dash
# These two are searched by their first letter, for speed.
HEADLINE_END = re.compile(r"[:\s](?:(?<=:)|[-–—])\s+([^\W\d_][^:.\n]{1,60})\Z")
BEFORE_NAME = re.compile(r"[;:()\"“”؛.\s](?:(?<=[;:()\"“”؛])|(?<=\.)(?<![A-Z].)|(?<=\s)[-–—]\s)")
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
CAPITALISED = re.compile(r"[A-Z\u00C0-\u00DE][\w'’.-]+")
TRAILING_TIME = re.compile(r"\s+(?:also|later|earlier|has|have|had|on \w+|late \w+|is|was)\Z", re.IGNORECASE)


@frozen
class Credit(Span):
    """Words that credit someone. `speaker` is empty for a pronoun: whoever spoke last."""

    speaker: str


def find_speakers(text: str, sentences: Sequence[Span], lexicon: Lexicon, directory: Directory) -> list[SpeakerMention]:
    """Return whom each stretch of text credits, in order. Where no one is credited the publisher speaks."""
    language, words = lexicon.language, speech_words(lexicon.language)
    quotes = _quotes(text)
    mentions: list[SpeakerMention] = []
    last = ""
    was_credited = False
    for sentence in sentences:
        credited = _credits(text, sentence, words, language, directory)
        if not credited and was_credited and OPENING_QUOTE.match(text, sentence.start):
            credited = (Credit(sentence.start, sentence.start + 1, ""),)
        for credit in credited:
            if speaker := credit.speaker or _meant(credit.words(text).lower(), mentions, last, words, directory):
                last, scope = speaker, _scope(text, sentence, credit, credited, quotes, words)
                mentions.append(SpeakerMention(credit.start, credit.end, last, scope))
        was_credited = bool(credited and last)
    return mentions


@lru_cache(maxsize=2)
def _quotes(text: str) -> Sequence[Span]:
    """Return what stands in quotes; the last are kept, for figures and events both ask for them."""
    return [Span(*found.span()) for found in QUOTED.finditer(text)]


def sentences_near(text: str, sentences: Sequence[Span], spans: Iterable[Span]) -> list[Span]:
    """Return the sentences to ask for the speakers of spans, in order.

    Those that hold them, those before, where "she added" finds who she is, and up to the end of a quote, behind which stands
    who said it.
    """
    starts, quotes = [sentence.start for sentence in sentences], _quotes(text)
    kept: set[int] = set()
    for span in spans:
        until = next((quote.end for quote in quotes if quote.start <= span.start < quote.end), span.start)
        at, last = bisect_right(starts, span.start), bisect_right(starts, until)
        kept.update(range(max(0, at - 1 - N_SENTENCES_BEFORE), last))
    return [sentences[index] for index in sorted(kept)]


def _meant(said: str, mentions: Sequence[SpeakerMention], last: str, words: SpeechWords, directory: Directory) -> str:
    """Return whom a pronoun means: whoever spoke last, "the monitor" the last monitor; '' where none has spoken."""
    kind = words.kinds.get(said)
    if kind is None:
        return last
    return next((one.speaker for one in reversed(mentions) if kind in (directory.kind(one.speaker), *one.speaker.split())), "")


def speaker_at(mentions: Sequence[SpeakerMention], span: Span) -> str | None:
    """Return whom a span is credited to: of the scopes that hold it the shortest, then the nearest; None for the publisher."""
    holding = [mention for mention in mentions if mention.scope.start <= span.start and span.end <= mention.scope.end]
    if not holding:
        return None
    return min(holding, key=lambda found: (found.scope.end - found.scope.start, abs(found.start - span.start))).speaker


def _credits(text: str, sentence: Span, words: SpeechWords, language: str, directory: Directory) -> tuple[Credit, ...]:
    """Return the credits of one sentence, each name once."""
    may_credit = words.gate.opens(text, sentence) or text[sentence.end - 1] not in NO_HEADLINE
    return _found_credits(text, sentence.start, sentence.end, language, directory) if may_credit else ()


@lru_cache(maxsize=N_SENTENCES)
def _found_credits(text: str, start: int, end: int, language: str, directory: Directory) -> tuple[Credit, ...]:
    """Return the credits of one sentence; kept, for figures and events both ask for them."""
    sentence, words = Span(start, end), speech_words(language)
    by_cues = _credits_of_cues(text, sentence, words, directory) if words.gate.opens(text, sentence) else ()
    return (*_headline(text, sentence, directory), *by_cues)


def _credits_of_cues(text: str, sentence: Span, words: SpeechWords, directory: Directory) -> Iterator[Credit]:
    taken = -1
    for position, found in words.cues.finditer(text, sentence):
        if position == INVERTED:
            if credit := _after(text, sentence, found, words, directory):
                taken = credit.end
                yield credit
        elif found.start() < taken:
            continue
        elif position == VERBS:
            if credit := _before(text, sentence, found, words, directory):
                yield credit
        elif known := list(directory.find(text[sentence.start : found.start()])):
            start, end, speaker = known[0]
            yield Credit(sentence.start + start, sentence.start + end, speaker)


def _headline(text: str, sentence: Span, directory: Directory) -> Iterator[Credit]:
    """Yield the one named at the end of a headline: "900,000 displaced: UN"."""
    found = HEADLINE_END.search(text, max(sentence.start, sentence.end - N_CHARS_HEADLINE), sentence.end)
    if found is None:
        return
    for start, end, speaker in directory.find(found[1]):
        if start == 0 and end == len(found[1]):
            yield Credit(found.start(1), found.end(1), speaker)


def _after(text: str, sentence: Span, found: re.Match[str], words: SpeechWords, directory: Directory) -> Credit | None:
    """Return the one named after "according to" or, behind a quote, after "said"."""
    left = text[max(sentence.start, found.start() - N_CHARS_NAME) : found.start()]
    is_verb = words.sure_verbs.fullmatch(found.group()) is not None
    if is_verb and not (CLOSING.search(left) or left.rstrip().endswith(",")):
        return None
    right = text[found.end() : min(sentence.end, found.end() + N_CHARS_NAME)]
    offset = found.end() + len(right) - len(right.lstrip())
    name = _up_to(words.end, _up_to(NAME_END, right.strip()) + " ").strip()
    rest = right.strip()[len(name) :]
    if is_verb and not CLOSING.search(left) and not NAME_END.match(rest) and _ends_in_apposition(left, words, directory):
        return None
    is_known_only = words.known_only.fullmatch(found.group()) is not None
    name, offset = _bare(name, offset, words, directory)
    if words.pronouns.fullmatch(name):
        return Credit(offset, offset + len(name), "")
    speaker = _speaker(name, rest, words, directory, is_known_only=is_known_only)
    return Credit(offset, offset + len(name), speaker) if speaker else None


def _up_to(mark: re.Pattern[str], words: str) -> str:
    """Return words up to the first mark among them."""
    found = mark.search(words)
    return words[: found.start()] if found else words


def _ends_in_apposition(left: str, words: SpeechWords, directory: Directory) -> bool:
    """Say whether someone and who they are stand before the verb: "the Observatory, a war monitor, said"."""
    parts = left.split(",")
    if len(parts) < 3 or not words.appositive.match(parts[-2].strip()):
        return False
    name = ARTICLE.sub("", _trimmed(parts[-3], 0, words)[0])
    return bool(list(directory.find(name))) or CAPITALISED.match(name) is not None


def _bare(name: str, start: int, words: SpeechWords, directory: Directory) -> tuple[str, int]:
    """Return a name without a preposition written onto it, where only the bare name is known, and where it then starts."""
    for prefix, article in words.name_prefixes:
        bare = article + name.removeprefix(prefix)
        if name.startswith(prefix) and not list(directory.find(name)) and list(directory.find(bare)):
            return bare, start + len(prefix) - len(article)
    return name, start


def _before(text: str, sentence: Span, found: re.Match[str], words: SpeechWords, directory: Directory) -> Credit | None:
    """Return the one named before "said", an apposition between them left out."""
    left_start = max(sentence.start, found.start() - 2 * N_CHARS_NAME)
    left = text[left_start : found.start()]
    if cut := list(BEFORE_NAME.finditer(left)):
        left_start += cut[-1].end()
        left = text[left_start : found.start()]
    is_passive = words.passive.search(left, max(0, len(left.rstrip()) - LONGEST_BE)) is not None
    if is_passive or words.by.match(text, found.end(), sentence.end):
        return None
    parts = left.split(",")
    apposition = ""
    if not parts[-1].strip() and len(parts) > 2 and words.appositive.match(parts[-2].strip()):
        apposition, parts = parts[-2], parts[:-2]
    elif not parts[-1].strip() and len(parts) > 2 and words.heads.search(parts[-3]):
        apposition, parts = parts[-3], parts[:-1]  # an aid official, Naji Xyz, said
    name = parts[-1]
    start = left_start + len(",".join(parts)) - len(name)
    name, start = _trimmed(name, start, words)
    if words.pronouns.fullmatch(name):
        return Credit(start, start + len(name), "")
    is_known_only = words.sure_verbs.fullmatch(found.group()) is None
    speaker = _speaker(name, apposition, words, directory, is_known_only=is_known_only)
    return Credit(start, start + len(name), speaker) if speaker else None


def _trimmed(name: str, start: int, words: SpeechWords) -> tuple[str, int]:
    """Return a name without the conjunctions and adverbs around it, and where it then starts."""
    stripped = name.lstrip()
    start += len(name) - len(stripped)
    while opener := words.openers.match(stripped):
        start += opener.end()
        stripped = stripped[opener.end() :]
    name = _up_to(words.end, stripped.rstrip() + " ").rstrip()
    return TRAILING_TIME.sub("", name), start


def _speaker(name: str, apposition: str, words: SpeechWords, directory: Directory, *, is_known_only: bool) -> str:
    """Return the canonical name, the words as written for one we do not know, or '' where the words name no one.

    A spokesperson speaks for the organisation; anyone else named speaks for themselves.
    """
    if not name or len(name.split()) > N_WORDS_NAME:
        return ""
    known = list(directory.find(name))
    bare = ARTICLE.sub("", name)
    if known and _is_whole(name, known, words):
        return known[-1][2]
    if words.spokes.search(name + apposition) and (of_whom := known or list(directory.find(apposition))):
        return of_whom[-1][2]
    if is_known_only:
        return ""
    is_named = CAPITALISED.match(bare) is not None
    bare = " ".join(bare.split())
    return bare if is_named or words.someone.match(name) or words.heads.search(name) else ""


def _is_whole(name: str, known: Sequence[tuple[int, int, str]], words: SpeechWords) -> bool:
    """Say whether a known name is the speaker and not part of a person's description ("UN envoy" and then a name)."""
    after = name[known[-1][1] :].strip()
    return not CAPITALISED.search(after) and not words.heads.search(after)


def _scope(
    text: str, sentence: Span, credit: Credit, credited: Sequence[Credit], quotes: Sequence[Span], words: SpeechWords
) -> Span:
    """Return the stretch credited: the sentence, its clause where the sentence credits several, and quotes that run on."""
    start, end = sentence.start, sentence.end
    if len({other.speaker for other in credited}) > 1:
        start, end = _clause(text, sentence, credit, words)
    for quote in quotes:
        if quote.start < end and start < quote.end:
            start, end = min(start, quote.start), max(end, quote.end)
    return Span(start, end)


def _clause(text: str, sentence: Span, credit: Credit, words: SpeechWords) -> tuple[int, int]:
    start, end = sentence.start, sentence.end
    for found in words.clause.finditer(text, sentence.start, sentence.end):
        if found.end() <= credit.start:
            start = found.end()
        elif found.start() >= credit.end:
            end = min(end, found.start())
    return start, end
