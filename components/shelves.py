"""The page of the data, part by part: a table with dictionary and downloads, the sources, the problems, the build, the API."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components import captions, cards, catalogue, data, downloads, filters, paper
from components.kept import kept
from components.sheet import Sheet, sheet
from components.viewpoint import NOW, Viewpoint
from components.wording import DEFAULT, _, language, ngettext, speaking
from etl import tables

LABELS = {"csv": "CSV", "parquet": "Parquet"}


def opening(viewpoint: Viewpoint = NOW) -> str:
    """Return the sentence the page opens with."""
    n_figures, n_documents = (n_rows(name, viewpoint) for name in ("figures", "documents"))
    return _("Shown here: {figures} from {documents}, read by {sources} and kept in {tables}.").format(
        figures=catalogue.n_figures(n_figures),
        documents=catalogue.n_documents(n_documents),
        sources=_n_sources(catalogue.n_sources()),
        tables=_n_tables(len(tables.TABLES)),
    )


def _n_sources(count: int) -> str:
    return ngettext("{n} source", "{n} sources", count).format(n=captions.number(count))


def _n_tables(count: int) -> str:
    return ngettext("{n} table", "{n} tables", count).format(n=captions.number(count))


def n_rows(name: str, viewpoint: Viewpoint) -> int:
    """Return how many rows a table has from a viewpoint."""
    is_own = viewpoint == NOW or name not in catalogue.FOLLOWING
    return int(data.built()["rows"].get(name, 1)) if is_own else len(data.table(name, viewpoint))


def parts(viewpoint: Viewpoint) -> dict[str, tuple[str, Callable[[Viewpoint], None]]]:
    """Return the parts of the page by their name in the address, with their title; addresses only where there is an API."""
    found: dict[str, tuple[str, Callable[[Viewpoint], None]]] = {
        "tables": (_("Tables"), lambda seen: table(_chosen(), seen)),
        "sources": (_("Sources"), sources),
        "problems": (_("Problems"), problems),
        "build": (_("Build"), build),
    }
    return found | ({"addresses": (_("Addresses"), addresses)} if catalogue.addresses(viewpoint) else {})


def show(viewpoint: Viewpoint = NOW) -> None:
    """Show the part the reader or the address chose."""
    known = parts(viewpoint)
    chosen = filters.choose(_("Part"), list(known), key="part", names=lambda name: known[name][0], default=next(iter(known)))
    known[chosen][1](viewpoint)


def _chosen() -> str:
    return filters.choose(_("Table"), list(tables.TABLES), key="table", names=str.capitalize, default="figures")


def table(name: str, viewpoint: Viewpoint = NOW) -> None:
    """Show one table: what a row is, a page of rows, downloads, and its dictionary."""
    count = n_rows(name, viewpoint)
    how_many = ngettext("{n} row.", "{n} rows.", count).format(n=captions.number(count))
    words = _("{definition} {rows}").format(definition=_(tables.TABLES[name].definition), rows=how_many)
    is_fixed = viewpoint != NOW and name not in catalogue.FOLLOWING
    whole = _("This table belongs to the build and is the same from every day and by every rule.")
    paper.show(paper.prose(words), paper.note(whole if is_fixed else ""))
    _rows(name, count, viewpoint)
    _downloads(name, data.build(), viewpoint)
    paper.show(paper.heading(_("Dictionary of {table}").format(table=name)))
    # By this key the style sheet finds it, to set each row's cells one under another where they do not fit side by side.
    with st.container(key="dictionary"):
        alt = _("What each column of {table} means").format(table=name)
        st.table(_dictionary(name, language()).cells, hide_index=True, border="horizontal", alt=alt)


def _rows(name: str, count: int, viewpoint: Viewpoint) -> None:
    slot = st.container()
    pages = catalogue.n_pages(count)
    page = cards.page_number(pages, key=f"page-of-{name}")
    if count == 0:
        slot.info(_("The table {table} has no rows here.").format(table=name))
        return
    is_own = viewpoint == NOW or name not in catalogue.FOLLOWING
    rows = _stored_page(name, data.build(), page).cells if is_own else catalogue.page_of(_stored(name, viewpoint), page)
    slot.dataframe(rows, hide_index=True, placeholder="–", alt=_("Rows of the table {table}").format(table=name))


@kept(64)
def _stored_page(name: str, build_id: str, page: int) -> Sheet:
    return sheet(catalogue.rows_of(name, build_id, page))


def _stored(name: str, viewpoint: Viewpoint) -> pd.DataFrame:
    """Return a table with the names it holds: the page of the data shows what is in the files, whatever the language."""
    with speaking(DEFAULT):
        return data.table(name, viewpoint)


def _downloads(name: str, build: str, viewpoint: Viewpoint) -> None:
    asked = viewpoint.in_words() if name in catalogue.FOLLOWING else []
    with st.container(horizontal=True):
        for form, mime in catalogue.FORMS.items():
            st.download_button(
                _("Download {table} as {format}").format(table=name, format=LABELS[form]),
                partial(catalogue.file_bytes, name, build, form, viewpoint),
                mime=mime,
                on_click="ignore",
                file_name=downloads.file_name(name, asked, build).removesuffix("csv") + form,
                key=f"{name}-{form}",
            )
    left_out = catalogue.shared(name, build, viewpoint=viewpoint).left_out()
    paper.show(*(paper.note(one.reason) for one in left_out))


@kept(32)
def _dictionary(name: str, spoken: str) -> Sheet:
    with speaking(spoken):
        return sheet(catalogue.dictionary(name).map(captions.plain))


def sources(viewpoint: Viewpoint = NOW) -> None:
    """Show who the data is from, under which terms, how far it reaches and how fresh it is."""
    blocks: list[Markup] = []
    for title, lines in _sources(data.build(), viewpoint, language()):
        told = Markup("<br>").join(f"{name}: {words}" for name, words in lines)
        blocks += [paper.heading(title), paper.prose(told)]
    paper.show(*blocks)


@kept(16)
def _sources(build_id: str, viewpoint: Viewpoint, spoken: str) -> list[tuple[str, list[tuple[str, str]]]]:
    with speaking(spoken):
        return catalogue.sources(build_id, viewpoint)


def problems(viewpoint: Viewpoint = NOW) -> None:
    """Show what could not be accepted; nothing is left out silently, whatever the viewpoint."""
    found = data.table("problems", viewpoint)
    if found.empty:
        paper.show(paper.caption(_("This build met no problem.")))
        return
    words = ngettext("{n} thing could not be accepted, and why.", "{n} things could not be accepted, and why.", len(found))
    paper.show(paper.note(words.format(n=captions.number(len(found)))))
    shown = found[["stage", "source", "file", "row", "column", "reason", "excerpt"]]
    st.dataframe(shown, hide_index=True, placeholder="–", alt=_("What could not be accepted, and why"))


def build(viewpoint: Viewpoint = NOW) -> None:
    """Show what the live build was made from; it is the same from every viewpoint."""
    record = data.built()
    words = _("Build {build}, for the crisis {crisis}.").format(build=record["build_id"], crisis=record["crisis"])
    inputs = catalogue.inputs(data.build())
    made = ngettext(
        "Made from {n} file; the same file gives the same numbers.",
        "Made from {n} files; the same files give the same numbers.",
        len(inputs),
    )
    paper.show(
        paper.note(f"{words} {captions.built(record)}"),
        paper.note(made.format(n=captions.number(len(inputs)))),
    )
    st.dataframe(inputs, hide_index=True, height=240, alt=_("The files the build was made from"))


def addresses(viewpoint: Viewpoint = NOW) -> None:
    """Show the addresses of the API, with the viewpoint where they take one."""
    found = pd.DataFrame(catalogue.addresses(viewpoint), columns=[_("Address"), _("Gives")])
    paper.show(paper.prose(_("Programs read the same tables at these addresses, with the same filters.")))
    st.dataframe(found, hide_index=True, height=560, alt=_("The addresses of the API and what each gives"))
