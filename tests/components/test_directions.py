"""Names and signed numbers inside a sentence from right to left: held apart, so that they keep their own order."""

import pytest

from components.directions import FSI, PDI, RLM, Sentence, bare, held, isolated, led, wrapped


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("CCCM Cluster", "<CCCM Cluster>"),
        ("رويترز Reuters", "<رويترز Reuters>"),
        ("+12,000", "<+12,000>"),
        ("−12,000", "<−12,000>"),
        ("948,000", "948,000"),
        ("948,000 إلى 961,000", "948,000 إلى 961,000"),
        ("إدلب", "إدلب"),
        (f"{isolated('OCHA')}، {isolated('UN')}", "<OCHA>، <UN>"),
        ("[الرقم 1](figures?figure=abc)", "[الرقم 1](figures?figure=abc)"),
        ("[figure 1](figures?figure=abc)", "<[figure 1](figures?figure=abc)>"),
        (961300, "961300"),
    ],
)
def test_what_is_written_the_other_way_is_held_apart(part, shown):
    sentence = Sentence("وفقًا لـ {who}.").format(who=part)
    assert sentence == f"وفقًا لـ {shown}.".replace("<", FSI).replace(">", PDI)
    assert bare(sentence) == bare(f"وفقًا لـ {part}.")


def test_a_sentence_from_left_to_right_holds_nothing_apart():
    assert "According to {who}.".format(who="OCHA") == "According to OCHA."


def test_every_line_begins_from_the_right_and_an_empty_one_stays_empty():
    lines = f"{isolated('OCHA')}: نحو 900,000 شخص\n\n{isolated('UN')}"
    assert [line[:1] for line in led(lines).split("\n")] == [RLM, "", RLM]
    assert bare(led(lines)) == bare(lines)


@pytest.mark.parametrize(("text", "is_led"), [(f"{isolated('OCHA')}: نحو 900,000", True), ("OCHA: about 900,000", False)])
def test_a_label_with_a_letter_of_arabic_is_written_from_the_right_whatever_comes_first(text, is_led):
    assert held(text) == isolated(RLM + text if is_led else text)
    assert bare(held(text)) == bare(text)


@pytest.mark.parametrize("width", [14, 20, 60])
def test_a_name_broken_over_two_lines_is_held_apart_on_both(width):
    text = f"وفقًا لـ {isolated('Response Coordination Group of the north')}، شباط"
    lines = list(wrapped(text, width))
    assert all(line.count(FSI) == line.count(PDI) for line in lines)
    assert " ".join(bare(line) for line in lines) == bare(text)
