from dataclasses import replace

from etl.frozen import frozen


@frozen
class Stretch:
    start: int
    end: int = 0


@frozen
class Named(Stretch):
    name: str = ""


def test_values_are_compared_and_hashed_by_what_they_hold():
    assert Stretch(1, 2) == Stretch(1, end=2)
    assert {Stretch(1, 2): "kept"}[Stretch(1, 2)] == "kept"
    assert Stretch(1, 2) != Named(1, 2)


def test_a_value_with_another_field_leaves_the_first_as_it_was():
    first = Named(1, 2, "first")
    assert replace(first, name="other") == Named(1, 2, "other")
    assert first == Named(1, 2, "first")


def test_a_value_holds_nothing_but_its_fields():
    assert not hasattr(Named(1), "__dict__")
