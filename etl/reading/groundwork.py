"""What a document holds besides numbers and events: sentences, dates, places, speakers. Each is found when first asked for."""

from dataclasses import dataclass
from functools import cached_property

from etl.reading import places, sentences, speakers
from etl.reading.dates import Dates, dates_of
from etl.reading.directory import Directory
from etl.reading.document import Document
from etl.reading.gazetteer import Gazetteer
from etl.reading.lexicon import Lexicon
from etl.reading.spans import PlaceMention, Span


@dataclass(frozen=True)
class Groundwork:
    """The spans of one document that figures and events refer to, each in order of the text.

    A language without a lexicon raises CannotRead.
    """

    document: Document
    gazetteer: Gazetteer
    directory: Directory

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the document's language."""
        return Lexicon.load(self.document.language or "")

    @cached_property
    def sentences(self) -> list[Span]:
        """Its sentences."""
        return sentences.split(self.document.text)

    @cached_property
    def dates(self) -> Dates:
        """Its days and periods."""
        return dates_of(self.document.text, self.lexicon, self.document.published_on)

    @cached_property
    def places(self) -> list[PlaceMention]:
        """Its places."""
        return places.find_places(self.document.text, self.gazetteer, self.lexicon, title=self.document.title)

    def speaker_of(self, span: Span) -> str:
        """Return whom a span is credited to, the publisher where the text credits no one."""
        text = self.document.text
        near = speakers.sentences_near(text, self.sentences, [span])
        return (
            speakers.speaker_at(speakers.find_speakers(text, near, self.lexicon, self.directory), span) or self.document.publisher
        )
