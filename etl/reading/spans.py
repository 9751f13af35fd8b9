"""What the finders find: spans of the text as published, with what they mean. The text is never changed."""

from datetime import date
from functools import lru_cache

from etl.counting.intervals import Interval, interval_of
from etl.frozen import frozen
from etl.vocabulary import AreaRole, DateAccuracy, Quantifier


@frozen
class Span:
    """`text[start:end]`, the words something was read from."""

    start: int
    end: int

    def words(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]


@frozen
class Quantity(Span):
    """A number or vague magnitude as written. `rule` names the interval rule of `counting.intervals`."""

    rule: str
    quantifier: Quantifier
    low: int | None = None
    value: int | None = None
    high: int | None = None
    is_share: bool = False

    @property
    def interval(self) -> Interval:
        """What the words claim by the default rules."""
        return _interval(self.rule, self.low, self.value, self.high)

    @property
    def fewest(self) -> int:
        """The fewest that the words allow; 0 where they leave that side open."""
        return self.interval.low or self.interval.value or 0


@lru_cache(maxsize=256)
def _interval(rule: str, low: int | None, value: int | None, high: int | None) -> Interval:
    """Return what words claim by the default rules; kept for a while, since many rules ask it of the same number."""
    return interval_of(rule, low=low, value=value, high=high)


@frozen
class DateMention(Span):
    """A day or period. `relation` says how the words use it: on, since, until, during (a whole period), past (a span up to now).

    `since` and `past` run up to the day of publication, which is then `last`; of `until` only `last` is known. Where the
    words need the day of publication and it is not known, both days are missing.
    """

    relation: str
    first: date | None
    last: date | None
    accuracy: DateAccuracy


@frozen
class PlaceMention(Span):
    """A place as written.

    `area_code` is missing where the words only describe a place ("areas close to the border with Turkey"), or where the name
    has two candidates; `candidates` then names them. `is_inferred`: "the town", settled by what precedes it, or "a key
    Idlib town", which is not named. `is_landmark`: it only says where something else lies, "west of" it or on a road between
    towns; `is_of_road`: the latter.
    """

    name: str
    area_code: str | None
    level: int | None
    role: AreaRole | None = None
    candidates: tuple[str, ...] = ()
    is_inferred: bool = False
    is_landmark: bool = False
    is_of_road: bool = False


@frozen
class SpeakerMention(Span):
    """Whom a stretch of text credits. `speaker` is the canonical name of `speakers.csv`, else the words as written."""

    speaker: str
    scope: Span
