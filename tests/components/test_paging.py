"""A page of a table is the rows that a reader would expect on it, and every row stands on one page."""

import pytest

from components import paging


@pytest.mark.parametrize(
    ("n_rows", "a_page", "pages"),
    [(0, 50, 1), (1, 50, 1), (50, 50, 1), (51, 50, 2), (100, 50, 2), (1_000_000, 300, 3_334)],
)
def test_rows_fill_so_many_pages_and_none_still_fill_one(n_rows, a_page, pages):
    assert paging.n_pages(n_rows, a_page) == pages


@pytest.mark.parametrize(("n_rows", "a_page"), [(7, 3), (9, 3), (1, 3)])
def test_every_row_stands_on_one_page_in_order(n_rows, a_page):
    everything = list(range(n_rows))
    told = [row for page in range(1, paging.n_pages(n_rows, a_page) + 1) for row in everything[paging.rows_of(page, a_page)]]
    assert told == everything
