"""What is kept is made once, by the first who asks; only the last answers are kept."""

from threading import Barrier, Thread

import pytest

from components import kept


def test_the_same_question_is_answered_once():
    asked = []

    @kept.kept(4)
    def answer(question):
        asked.append(question)
        return question * 2

    assert [answer(1), answer(1), answer(2)] == [2, 2, 4]
    assert asked == [1, 2]


def test_only_the_last_answers_are_kept():
    asked = []

    @kept.kept(1)
    def answer(question):
        asked.append(question)

    for question in (1, 2, 1):
        answer(question)
    assert asked == [1, 2, 1]


def test_readers_who_ask_at_once_wait_for_one_answer():
    asked, together = [], Barrier(8)

    @kept.kept(4)
    def answer(question):
        asked.append(question)
        return question

    def read():
        together.wait()
        answer("the same")

    threads = [Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == ["the same"]


def test_an_error_is_not_kept():
    @kept.kept(4)
    def answer(question):
        raise ValueError(question)

    for _ in range(2):
        with pytest.raises(ValueError, match="asked"):
            answer("asked")


def test_one_answer_may_ask_for_another_of_the_same_kind():
    @kept.kept(4)
    def answer(number):
        return 0 if number == 0 else 1 + answer(number - 1)

    assert answer(3) == 3


def test_everything_can_be_forgotten():
    asked = []

    @kept.kept(4)
    def answer(question):
        asked.append(question)

    answer(1)
    kept.empty()
    answer(1)
    assert asked == [1, 1]
