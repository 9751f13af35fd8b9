"""The page of the data, part by part: a table with dictionary and downloads, the sources, the problems, the build, the API."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from components import captions, cards, catalogue, data, downloads, filters
from etl import tables

LABELS = {"csv": "CSV", "parquet": "Parquet"}


def opening() -> str:
    """Return the sentence the page opens with."""
    n_rows, n_sources = data.built()["rows"], len(catalogue.sources(data.build()))
    return (
        f"This build holds {captions.counted(n_rows['figures'], 'figure')} from "
        f"{captions.counted(n_rows['documents'], 'document')} by {captions.counted(n_sources, 'source')}, "
        f"in {captions.counted(len(tables.TABLES), 'table')}."
    )


def parts() -> dict[str, Callable[[], None]]:
    """Return the parts of the page by name; addresses only where there is an API."""
    found = {"tables": lambda: table(_chosen()), "sources": sources, "problems": problems, "build": build}
    return found | ({"addresses": addresses} if catalogue.addresses() else {})


def show() -> None:
    """Show the part the reader or the address chose."""
    shown = parts()
    shown[filters.choose("Part", list(shown), key="part", names=str.capitalize, default=next(iter(shown)))]()


def _chosen() -> str:
    return filters.choose("Table", list(tables.TABLES), key="table", names=str.capitalize, default="figures")


def table(name: str) -> None:
    """Show one table: what a row is, a page of rows, downloads, and its dictionary."""
    build = data.build()
    n_rows = catalogue.n_rows(name, build)
    cards.prose(captions.plain(f"{tables.TABLES[name].definition} {captions.counted(n_rows, 'row')}."))
    slot = st.container()
    page = (
        st.pagination(catalogue.n_pages(n_rows), key=f"page-of-{name}", bind="query-params")
        if n_rows > catalogue.ROWS_A_PAGE
        else 1
    )
    rows = catalogue.rows_of(name, build, page)
    if rows.empty:
        slot.info(f"The table {name} has no rows in this build.")
    else:
        slot.dataframe(rows, hide_index=True, placeholder="–", alt=f"Rows of the table {name}")
    _downloads(name, build)
    st.subheader(f"Dictionary of {name}", anchor=False)
    _words_table(catalogue.dictionary(name), f"What each column of {name} means")


def _downloads(name: str, build: str) -> None:
    with st.container(horizontal=True):
        for form, mime in catalogue.FORMS.items():
            st.download_button(
                f"Download {name} as {LABELS[form]}",
                partial(catalogue.file_bytes, name, build, form),
                mime=mime,
                on_click="ignore",
                file_name=downloads.file_name(name, [], build).removesuffix("csv") + form,
                key=f"{name}-{form}",
            )
    for one in catalogue.shared(name, build).left_out():
        cards.note(captions.plain(one.reason))


def _words_table(frame: pd.DataFrame, alt: str) -> None:
    st.table(frame.map(captions.plain), hide_index=True, border="horizontal", alt=alt)


def sources() -> None:
    """Show who the data is from, under which terms, how far it reaches and how fresh it is."""
    for title, lines in catalogue.sources(data.build()):
        st.subheader(captions.plain(title), anchor=False)
        cards.prose("  \n".join(f"{name}: {captions.plain(words)}" for name, words in lines))


def problems() -> None:
    """Show what could not be accepted; nothing is left out silently."""
    found = data.table("problems")
    if found.empty:
        st.caption("This build met no problem.")
        return
    cards.note(f"{captions.counted(len(found), 'thing')} could not be accepted, and why.")
    shown = found[["stage", "source", "file", "row", "column", "reason", "excerpt"]]
    st.dataframe(shown, hide_index=True, placeholder="–", alt="What could not be accepted, and why")


def build() -> None:
    """Show what the live build was made from."""
    record = data.built()
    cards.note(captions.plain(f"Build {record['build_id']}, for the crisis {record['crisis']}. {captions.built(record)}"))
    inputs = catalogue.inputs(data.build())
    cards.note(f"Made from {captions.counted(len(inputs), 'file')}; the same files give the same numbers.")
    st.dataframe(inputs, hide_index=True, height=240, alt="The files the build was made from")


def addresses() -> None:
    """Show the addresses of the API."""
    found = pd.DataFrame(catalogue.addresses(), columns=["Address", "Gives"])
    cards.prose("Programs read the same tables at these addresses, with the same filters.")
    st.dataframe(found, hide_index=True, height=560, alt="The addresses of the API and what each gives")
