"""A mention: a number with what it measures; and a number that lacks it."""

from etl.frozen import frozen
from etl.reading.quantities import Counted
from etl.reading.spans import Span
from etl.vocabulary import Modality, Subgroup, Unit


@frozen
class Mention:
    """A number with its measure, in one sentence. `cost` says how far its cue was; `twin` is the same fact in the other unit.

    `is_total`: words give it as the new total; `is_tally`: it is told by the way, as what others add up to;
    `is_out_of`: another number is out of it.
    """

    counted: Counted
    measure: str
    term: str
    unit: Unit
    subgroup: Subgroup
    modality: Modality
    cost: float
    sentence: Span
    cue: Span
    is_alone: bool = False
    is_part: bool = False
    part_of: "Mention | None" = None
    twin: Counted | None = None
    note: str = ""
    causes: frozenset[str] = frozenset()
    is_everyday: bool = False
    is_total: bool = False
    is_tally: bool = False
    is_out_of: bool = False

    @property
    def people(self) -> Counted | None:
        """The number of people, where households are counted and the words give both."""
        return self.twin if self.unit is Unit.HOUSEHOLDS else None


@frozen
class Unread:
    """A number of people that is no figure, and why. `is_unmeasured`: no cue at all says what it measures."""

    counted: Counted
    sentence: Span
    reason: str
    unit: Unit | None = None
    is_unmeasured: bool = False
    subgroup: Subgroup = Subgroup.ALL
