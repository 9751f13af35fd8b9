"""Whom a text credits with what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.extract import known_speakers
from etl.reading.lexicon import Lexicon
from etl.reading.sentences import split
from etl.reading.spans import Span
from etl.reading.speakers import find_speakers, speaker_at

ENGLISH = Lexicon.load("en")


def found(text):
    return find_speakers(text, split(text), ENGLISH, known_speakers())


def speaker_of(text, words):
    start = text.index(words)
    return speaker_at(found(text), Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("More than 350,000 people have fled, according to the UN's humanitarian office.", "OCHA"),
        ("According to UNOCHA, 350,000 people have fled.", "OCHA"),
        ("More than 350,000 people have fled, the United Nations' humanitarian office says.", "OCHA"),
        ("The Syrian Observatory for Human Rights, an opposition war monitor, said 350,000 had fled.", "SOHR"),
        ("The Britain-based Syrian Observatory for Human Rights said on Tuesday that 350,000 had fled.", "SOHR"),
        ("In a statement, UNICEF said 350,000 children had fled.", "UNICEF"),
        ("The offensive has displaced 350,000 people, the UN said on Friday.", "UN"),
        ("350,000 displaced since December: UN", "UN"),
        ("Figures from the CCCM Cluster show 350,000 fled.", "CCCM Cluster"),
        ("State media reported that 350,000 fled.", "SANA"),
        ("A spokesman for OCHA said 350,000 had fled.", "OCHA"),
        ("Local officials said 350,000 had left.", "Local officials"),
        ("Naji Xyz, a U.N. official, said 350,000 had left.", "Naji Xyz"),
        ("Naji Xyz, a regional U.N. spokesman, said 350,000 had left.", "UN"),
        ("350,000 have left, said Naji Xyz of the U.N. office.", "Naji Xyz of the U.N. office"),
        ("The SOHR, a war monitor, said army units took the hill and 350,000 left on Monday.", "SOHR"),
        ("A resident who asked not to be named told reporters 350,000 fled.", "resident"),
        ("A U.N. relief official, Naji Xyz, told the BBC that 350,000 had left.", "Naji Xyz"),
        ("Naji Xyz told Reuters that 350,000 had left.", "Naji Xyz"),
        ("350,000 have left, said Naji Xyz, a spokesman for the U.N. humanitarian office OCHA, on Monday.", "OCHA"),
        ("350,000 people have fled.", None),
        ("Media reports that 350,000 fled could not be confirmed.", None),
        ("It is said that 350,000 fled.", None),
        ("A truce announced by both sides let 350,000 return.", None),
        ("Who said it? 350,000 fled.", None),
    ],
)
def test_a_number_is_credited_to(text, speaker):
    assert speaker_of(text, "350,000") == speaker


def test_one_who_is_named_speaks_for_themselves_unless_the_table_says_otherwise():
    # An invented office, so that no one real is quoted.
    assert speaker_of("Mayor Xyz Abc, a doctor by training, said 20 had died.", "20") == "Mayor Xyz Abc"
    assert speaker_of("Mark Lowcock said 20 had died.", "20") == "UN Emergency Relief Coordinator"


def test_a_pronoun_is_whoever_spoke_last():
    assert speaker_of("Local officials said 300 had left. They added that 20 were hurt.", "20") == "Local officials"


def test_the_monitor_is_the_last_monitor_who_spoke_and_not_just_anyone():
    assert speaker_of("The SOHR said 9 had died. The UN said 300 had left. 20 were hurt, the monitor added.", "20") == "SOHR"
    assert speaker_of("The UN said 300 had left. 20 were hurt, the monitor added.", "20") is None


def test_a_quote_runs_on_over_sentences():
    text = "“We saw 300 leave,” said a nurse. “Then 20 came back.”"
    assert speaker_of(text, "300") == speaker_of(text, "20") == "nurse"


def test_in_a_sentence_with_two_speakers_each_keeps_their_clause():
    text = "The army said 300 had left, while the Observatory reported that 20 had."
    assert [speaker_of(text, "300"), speaker_of(text, "20")] == ["army", "SOHR"]


PIECES = st.sampled_from('said according to the UN , . : “ ” " officials OCHA while told who he state media 300 \n –'.split(" "))


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=300))
def test_no_text_is_too_strange_and_every_speaker_stands_in_it(text):
    for mention in found(text):
        assert 0 <= mention.start <= mention.end <= len(text)
        assert 0 <= mention.scope.start < mention.scope.end <= len(text)
        assert mention.speaker
