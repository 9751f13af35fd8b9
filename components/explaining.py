"""The page of the method, part by part: words to an interval, the rules with examples, what is not claimed, the words."""

import pandas as pd
import streamlit as st

from components import captions, cards, data
from components.method import examples, phrases, readme
from components.method.live import Live

WORDS_RULE = 4
KEPT = 4


@st.cache_data(max_entries=KEPT, show_spinner="Taking examples from the data")
def _examples(build_id: str) -> dict[int, list[str]]:
    live = Live(build_id)
    return {rule.number: examples.example(rule.number, live) for rule in readme.rules()}


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _phrases(build_id: str) -> list[str]:
    return phrases.examples(Live(build_id).figures)


def rules() -> None:
    """Show each rule in its words, with what it does in the live data."""
    found = _examples(data.build())
    for rule in readme.rules():
        st.subheader(f"Rule {rule.number}", anchor=False)
        cards.prose(rule.words)
        if rule.number == WORDS_RULE:
            words()
        for sentence in found[rule.number]:
            cards.note(captions.plain(sentence))
        if rule.number != WORDS_RULE and not found[rule.number]:
            cards.note("This build holds no example of it.")


def words() -> None:
    """Show what each convention makes of a phrase, one of the data's or the reader's own."""
    offered = _phrases(data.build())
    phrase = st.selectbox(
        "Choose a phrase of the data, or type one",
        offered,
        key="phrase",
        accept_new_options=True,
        index=0 if offered else None,
        placeholder="such as: nearly 900,000",
        width=cards.LINE,
    )
    quantity = phrases.quantity_in(phrase) if phrase else None
    if quantity is None:
        st.info("No number and no vague amount was read in these words.")
        return
    cards.note(captions.plain(f"Read as the rule {quantity.rule}: {quantity.quantifier.value.replace('_', ' ')}."))
    st.table(phrases.table(quantity).map(captions.plain), hide_index=True, border="horizontal", alt="The interval by profile")


def not_claimed() -> None:
    """Show what is not claimed."""
    st.subheader("What it does not claim", anchor=False)
    cards.prose(readme.section("What it does not claim"))


def glossary() -> None:
    """Show the words and what they mean."""
    st.subheader("The words", anchor=False)
    st.table(
        pd.DataFrame(readme.table("The words"), columns=["Word", "Means"]), hide_index=True, border="horizontal", alt="The words"
    )
