"""Stories tell of people killed and fled whom no report counts; reports told with feeling are none."""

import pytest

from etl.reading import figures
from etl.reading.document import document_of

PAGE = (
    "She looked at him and he took her hand. “You have to go,” he said. His eyes were on the door. She knew that her "
    "brother was dead. He had told her so himself. Two men were killed on the bridge before her eyes. She had seen his "
    "face. Three hundred villagers had fled to the hills. “I will find my mother,” she said. He gave her his coat. "
)
NOVEL = 5 * PAGE
GAME = (
    "The patch notes are out. Players respawn at the gate. You must kill 50 soldiers. The boss attacks at night. The side "
    "quest ends at the mill. Escort 20 refugees to the shelter. If one villager dies the quest fails. The NPC sells arrows. "
    "Save often."
)
SCRIPTURE = (
    "The pharaoh let the Israelites go. They crossed the sea. The Lord spoke to them at the mountain. They had made a "
    "golden calf. That day 3,000 men died. The plague killed 24,000 people. They walked on for forty years. The scripture "
    "ends there."
)
DIARY = (
    "I heard the shelling and I woke my sister. My mother took her papers and my brother his radio. The troops were at the "
    "bridge. I saw that the bakery was destroyed. We fled with our neighbours. More than 3,000 people fled that night. My "
    "uncle was killed. The camps were full. I asked him for a tent. He gave my sister his coat."
)
REPORT = (
    "She told her mother that he was safe. Her brother had called her on Tuesday. He had left his house on 3 March. “I took "
    "my bag,” he told her. His neighbour lost her shop. In 2019 she had lost her home. Two men were killed on the bridge on "
    "Monday. She had seen his face. He is with her now."
)


def phrases(text):
    return sorted(figure["phrase"] for figure in figures.read(document_of(text, language="en"))[0])


@pytest.mark.parametrize("text", [NOVEL, GAME, SCRIPTURE], ids=["novel", "game", "scripture"])
def test_a_story_reports_no_figure(text):
    assert phrases(text) == []


@pytest.mark.parametrize("text", [NOVEL, GAME], ids=["novel", "game"])
def test_what_a_story_counts_is_a_problem_that_says_so(text):
    problems = figures.read(document_of(text, language="en"))[1]
    assert any("told in a story" in problem["reason"] for problem in problems)


def test_a_short_text_about_one_person_may_be_news():
    assert phrases(PAGE) == ["Three hundred", "Two"]


def test_a_large_number_in_digits_is_no_storytellers():
    assert phrases(NOVEL + " Her father lost 2,300 men: 2,300 people were killed.") == ["2,300"]


@pytest.mark.parametrize(
    ("text", "expected"), [(DIARY, ["More than 3,000"]), (REPORT, ["Two"])], ids=["diary of a siege", "report told by a relative"]
)
def test_a_text_about_a_crisis_or_with_its_days_is_no_story(text, expected):
    assert phrases(text) == expected
