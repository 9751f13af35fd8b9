"""Which rows stand on a page of a table, the first page being 1. Pure."""


def n_pages(n_rows: int, a_page: int) -> int:
    """Return how many pages so many rows fill, at least one."""
    return max(1, -(-n_rows // a_page))


def rows_of(page: int, a_page: int) -> slice:
    """Return the rows of a page."""
    return slice((page - 1) * a_page, page * a_page)
