"""Every error Nuzuh raises, as a tree.

    NuzuhError                  the root; its message is one sentence for the person at the keyboard
    ├── CannotRead              a file or a call could not be read (exit 2)
    │   ├── UnknownMeasure · UnknownUnit · UnknownWord      a word outside the vocabulary
    │   ├── UnknownPlace        a name or code with no area, or with two
    │   ├── UnknownTable · UnknownSource · UnknownCrisis
    │   └── NoBuild             nothing has been built yet
    └── RuleBroken              the data broke a rule (exit 1)
        ├── SourceChanged       a field, heading or count is not what it was
        ├── TableRejected       carries every problem of the table
        ├── CorrectionExpired   the figure it corrects no longer says what it expected
        └── CannotCombine       two numbers that must not be added or drawn together
            └── CannotSumStock · CannotAddPart · CannotMixUnits · CannotMixKinds · CannotMixSince · CannotMixAreas
                CannotMixCounts · CannotMixMeasures

Raise for what is wrong with the *structure*; one record that cannot be understood is a row in `problems`.
"""

from collections.abc import Sequence


class NuzuhError(Exception):
    """The root of the tree."""

    exit_code = 2


class CannotRead(NuzuhError):
    """A file or a call could not be read."""


class UnknownWord(CannotRead):
    """A word that is not in the vocabulary."""


class UnknownMeasure(UnknownWord):
    """A measure that is not in `vocabulary.MEASURES`."""


class UnknownUnit(UnknownWord):
    """A unit that is not in `vocabulary.Unit`."""


class UnknownPlace(CannotRead):
    """A place name or code with no area, or with more than one."""


class UnknownTable(CannotRead):
    """A table that is not declared in `tables.TABLES`."""


class UnknownSource(CannotRead):
    """A source that has no file in `etl/sources/`."""


class UnknownCrisis(CannotRead):
    """A crisis that has no file in `data/crises/`."""


class NoBuild(CannotRead):
    """There is no finished build to read."""


class RuleBroken(NuzuhError):
    """The data broke a rule."""

    exit_code = 1


class SourceChanged(RuleBroken):
    """A field, heading or count of a source is not what it was."""


class TableRejected(RuleBroken):
    """A frame that breaks its declaration; `problems` lists every breach in a sentence."""

    def __init__(self, table: str, problems: Sequence[str]) -> None:
        self.table = table
        self.problems = list(problems)
        super().__init__(f"{table}: " + "; ".join(self.problems))


class CorrectionExpired(RuleBroken):
    """The figure a correction is for no longer says what the correction expects."""


class CannotCombine(RuleBroken):
    """Two numbers that must not be added or drawn together."""


class CannotSumStock(CannotCombine):
    """Stocks of different days describe the same people."""


class CannotAddPart(CannotCombine):
    """A part is already inside its total."""


class CannotMixUnits(CannotCombine):
    """Persons, households and movements are different things."""


class CannotMixKinds(CannotCombine):
    """A stock and a flow never share a column, an axis or a sum."""


class CannotMixSince(CannotCombine):
    """Running totals with different first days overlap."""


class CannotMixAreas(CannotCombine):
    """An area is already inside the area that contains it."""


class CannotMixCounts(CannotCombine):
    """Two speakers, sources, operations or rounds count the same people twice, or differently."""


class CannotMixMeasures(CannotCombine):
    """Different measures count different things."""
