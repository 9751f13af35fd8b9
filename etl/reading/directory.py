"""Those whom texts credit with numbers, by every name a text may use: data/reference/speakers.csv."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from etl import tables
from etl.reading.gate import every_lower_word, gate_of
from etl.reading.names import Names, names_of
from etl.reference import listed, read_table


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone credited with numbers, as data/reference/speakers.csv lists them."""

    speaker: str
    speaker_type: str
    leaning: str


@dataclass(frozen=True, eq=False)
class Directory:
    """Those whom texts credit, by every name a text may use."""

    speakers: dict[str, Speaker]
    names: tuple[tuple[str, str], ...]

    @classmethod
    def load(cls, speakers_csv: Path) -> "Directory":
        """Return the directory of a speakers table. Raises CannotRead naming the row."""
        return cls.of(read_table(speakers_csv, tables.SPEAKERS))

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> "Directory":
        """Return the directory of records of the speakers table."""
        rows = list(records)
        speakers = {row["speaker"]: Speaker(row["speaker"], row["speaker_type"], row["leaning"]) for row in rows}
        return cls(speakers, tuple((name, row["speaker"]) for row in rows for name in (row["speaker"], *listed(row["aliases"]))))

    @cached_property
    def _phrases(self) -> Names[tuple[str, str]]:
        return names_of((name, (speaker, name)) for name, speaker in self.names)

    @cached_property
    def _needed(self) -> frozenset[str]:
        """A word of each name: what holds none of them names no one."""
        return gate_of(name for name, _ in self.names).words

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, speaker) of every known name; one written with capitals is only found with them (WHO is not who)."""
        if self._needed.isdisjoint(every_lower_word(text)):
            return
        for start, end, meanings in self._phrases.find(text):
            if speakers := [speaker for speaker, name in meanings if _has_capitals_of(name, text[start:end])]:
                yield start, end, speakers[0]

    def kind(self, speaker: str) -> str:
        """Return what a speaker is, such as monitor; '' for one the table does not list."""
        return self.speakers[speaker].speaker_type if speaker in self.speakers else ""

    def leaning(self, speaker: str) -> str:
        """Return where a speaker stands; unknown for one the table does not list."""
        return self.speakers[speaker].leaning if speaker in self.speakers else "unknown"


def _has_capitals_of(name: str, written: str) -> bool:
    return written.isupper() if name.isupper() else written[0].isupper() or not name[0].isupper()
