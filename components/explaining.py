"""The page of the method, part by part: words to an interval, the rules with examples, what is not claimed, the words."""

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components import address, captions, cards, data, paper, terms
from components.kept import kept
from components.method import examples, phrases, readme
from components.method.live import Live
from components.sheet import Sheet, sheet
from components.viewpoint import NOW, Viewpoint
from components.wording import _, language, speaking

WORDS_RULE = 4
KEPT = 4
PHRASES = 64
PHRASE = "phrase"
"""The name in the address; the session keeps the choice under it too."""


def _examples(build_id: str, viewpoint: Viewpoint, spoken: str) -> dict[int, list[str]]:
    live = Live(build_id, viewpoint)
    with speaking(spoken), st.spinner(_("Taking examples from the data")):
        return {rule.number: examples.example(rule.number, live) for rule in readme.rules()}


@kept(KEPT)
def _phrases(build_id: str, viewpoint: Viewpoint) -> list[str]:
    return phrases.examples(Live(build_id, viewpoint).figures)


def rules(viewpoint: Viewpoint = NOW) -> None:
    """Show what is not claimed, then each rule in its words with what it does in the live data from a viewpoint."""
    before, after = _rules(data.build(), viewpoint, language())
    paper.show(before)
    words(viewpoint)
    paper.show(after)


@kept(KEPT)
def _rules(build_id: str, viewpoint: Viewpoint, spoken: str) -> tuple[Markup, Markup]:
    """Return the parts of the page before and after the tool of the rule that has one."""
    found = _examples(build_id, viewpoint, spoken)
    told = {rule.number: _rule(rule, found[rule.number]) for rule in readme.rules()}
    before = [not_claimed(), *(told[number] for number in told if number <= WORDS_RULE)]
    return Markup().join(before), Markup().join(told[number] for number in told if number > WORDS_RULE)


def _rule(rule: readme.Rule, sentences: list[str]) -> Markup:
    none = [] if rule.number == WORDS_RULE else [_("This build holds no example of it.")]
    notes = [paper.note(sentence) for sentence in sentences or none]
    return Markup().join([paper.heading(_("Rule {n}").format(n=rule.number)), paper.prose(paper.marked(_(rule.words))), *notes])


def words(viewpoint: Viewpoint = NOW) -> None:
    """Show what each convention makes of a phrase, one of the data's, the reader's own, or that of the address."""
    phrase = _phrase(_phrases(data.build(), viewpoint))
    made = _intervals(phrase[: phrases.LONGEST], language()) if phrase else None
    if made is None:
        st.info(_("No number and no vague amount was read in these words."))
        return
    told, table = made
    paper.show(paper.note(told))
    st.table(table.cells, hide_index=True, border="horizontal", alt=_("The interval by profile"))


def _phrase(offered: list[str]) -> str | None:
    """Return the phrase that the reader or the address chose or typed; the address holds it unless it is the first one."""
    if asked := address.asked(PHRASE):
        st.session_state[PHRASE] = asked[: phrases.LONGEST]
    phrase = st.selectbox(
        _("Choose a phrase of the data, or type one"),
        offered,
        key=PHRASE,
        accept_new_options=True,
        index=0 if offered else None,
        placeholder=_("such as: {phrase}").format(phrase="nearly 900,000"),
        width=cards.LINE,
        persist_state="session",
    )
    address.write(PHRASE, None if phrase in offered[:1] else phrase)
    return phrase


@kept(PHRASES)
def _intervals(phrase: str, spoken: str) -> tuple[str, Sheet] | None:
    """Return how a phrase is read, and the interval that each convention makes of it; None where it holds no number."""
    quantity = phrases.quantity_in(phrase)
    if quantity is None:
        return None
    with speaking(spoken):
        quantifier = terms.word(quantity.quantifier.value)
        told = _("Read as the rule {rule}: {quantifier}.").format(rule=quantity.rule, quantifier=quantifier)
        return told, sheet(phrases.table(quantity).map(captions.plain))


def not_claimed() -> Markup:
    """Return what is not claimed."""
    points = paper.points(paper.marked(_(words)) for words in readme.points("What it does not claim"))
    return paper.heading(_("What it does not claim")) + points


def glossary() -> None:
    """Show the words and what they mean."""
    paper.show(paper.heading(_("The words")))
    st.table(_words(language()).cells, hide_index=True, border="horizontal", alt=_("The words"))


@kept(KEPT)
def _words(spoken: str) -> Sheet:
    with speaking(spoken):
        rows = [(word, _(meaning)) for word, meaning in readme.table("The words")]
        return sheet(pd.DataFrame(rows, columns=[_("Word"), _("Means")]))
