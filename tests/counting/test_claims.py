"""The columns behind the claims agree with the rules on single numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etl.counting.claims import _digits
from etl.counting.intervals import significant_digits


@given(st.lists(st.integers(min_value=0, max_value=10**12)))
def test_digits_of_a_column_are_the_digits_of_each_number(numbers: list[int]) -> None:
    assert _digits(np.array(numbers, dtype=np.int64)).tolist() == [significant_digits(number) for number in numbers]


def test_nothing_printed_has_no_digits() -> None:
    assert _digits(np.array([-1, 0, 961_300], dtype=np.int64)).tolist() == [0, 1, 4]
