"""One recommended figure a day, and why (counting rules 7 and 9).

A line follows one count: that of the best-ranked group of speakers who report on it. Groups count differently, so a step from
one to another would show a change that nobody reported; other groups stand beside the line as triangulation.

Inside the group, a day's recommended claim is a number before a vague word, then the one printed with more significant
digits, then the most exact date, then the latest published. The line then moves in time order, with two exceptions:

- a rounder number never moves it off an exacter one that its interval contains ("almost a million" after 961,300);
- a running total falls only when a speaker lowers its own number; that is marked as a revision. A lower number by another
  speaker of the group is triangulation.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from etl.counting.claims import Numbers, codes_rank
from etl.counting.keys import codes_of, days_of, group_codes, runs
from etl.counting.line import Claims, Line, Verdicts
from etl.crises import Choice, SpeakerGroup
from etl.vocabulary import Kind, Role

ACCURACY_ORDER = {"day": 0, "week": 1, "month": 2, "year": 3}


def decide(
    figures: pd.DataFrame,
    heads: np.ndarray,
    line: np.ndarray,
    numbers: Numbers,
    groups: Sequence[SpeakerGroup],
    choices: Mapping[int, Choice],
) -> Verdicts:
    """Return the verdicts on the claims that stand on a line.

    `heads` are their rows, `line` numbers the series of each row, `choices` are a person's by the row of the claim chosen.
    """
    verdicts = Verdicts(
        role=np.full(len(figures), None, dtype=object),
        reason=np.full(len(figures), None, dtype=object),
        is_revision=np.zeros(len(figures), dtype=bool),
    )
    claims = _claims(figures, heads, line, numbers, groups)
    order = np.lexsort(
        (claims.names, -claims.known, claims.accuracy, claims.is_converted, -_digits(claims), claims.day, claims.line)
    )
    starts, ends = runs(claims.line[order])
    is_alone = ((ends - starts) == 1) & ~np.isin(claims.rows[order[starts]], list(choices))
    alone = claims.rows[order[starts[is_alone]]]
    verdicts.role[alone] = Role.RECOMMENDED.value
    verdicts.reason[alone] = "the only claim of this count"
    for start, end in zip(starts[~is_alone], ends[~is_alone], strict=True):
        Line(claims, order[start:end].tolist(), verdicts, groups, choices).walk()
    return verdicts


def _claims(
    figures: pd.DataFrame, heads: np.ndarray, line: np.ndarray, numbers: Numbers, groups: Sequence[SpeakerGroup]
) -> Claims:
    own = figures.iloc[heads]
    rank_of = {speaker: rank for rank, group in enumerate(groups) for speaker in group.speakers}
    speaker_codes, names = pd.factorize(own["speaker"].to_numpy(dtype=object))
    ranks = (
        np.array([rank_of.get(name, len(groups)) for name in names], dtype=np.int64)[speaker_codes]
        if len(names)
        else speaker_codes
    )
    accuracy = own["accuracy"].map(ACCURACY_ORDER).to_numpy(dtype=np.float64, na_value=9.0)
    return Claims(
        rows=heads,
        line=line[heads],
        day=days_of(own["as_of"]).astype("int64"),
        known=days_of(own["known_from"]).astype("int64"),
        is_dated=own["published_on"].notna().to_numpy(dtype=bool),
        rank=ranks,
        # Speakers outside every group share the last rank but no count: each is a group of its own.
        group=np.where(ranks < len(groups), ranks, len(groups) + speaker_codes),
        numbers=Numbers(numbers.low[heads], numbers.value[heads], numbers.high[heads], numbers.digits[heads]),
        speakers=names[speaker_codes] if len(names) else np.empty(0, dtype=object),
        accuracy=accuracy,
        is_converted=own["household_size"].notna().to_numpy(dtype=bool),
        is_running=((own["kind"] == Kind.FLOW) & own["window"].isna()).to_numpy(dtype=bool),
        is_window=own["window"].notna().to_numpy(dtype=bool),
        names=codes_rank(own["figure_id"]),
    )


def _digits(claims: Claims) -> np.ndarray:
    return claims.numbers.digits


def line_codes(figures: pd.DataFrame, key: Sequence[str]) -> np.ndarray:
    """Return the number of the series each row stands on."""
    return group_codes([codes_of(figures[name]) for name in key])
