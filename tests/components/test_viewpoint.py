"""From whose knowledge a page speaks: said in words, in file names and in addresses; nothing where it is today's."""

from datetime import date

import pytest

from components.viewpoint import NOW, Viewpoint, sentences

THEN = Viewpoint(known_on=date(2020, 1, 20))
BOTH = Viewpoint(known_on=date(2020, 1, 20), profile="acled")


@pytest.mark.parametrize(
    ("viewpoint", "names", "address"),
    [
        (NOW, [], "figure=1"),
        (THEN, ["known-on-2020-01-20"], "figure=1&known_on=2020-01-20"),
        (Viewpoint(profile="acled"), ["profile-acled"], "figure=1&profile=acled"),
        (BOTH, ["known-on-2020-01-20", "profile-acled"], "figure=1&known_on=2020-01-20&profile=acled"),
    ],
)
def test_it_goes_along_into_file_names_and_links(viewpoint, names, address):
    assert viewpoint.in_words() == names
    assert viewpoint.address(figure="1") == address


def test_it_is_said_in_words_with_the_citation_of_the_profile():
    assert sentences(NOW) == []
    known, rules = sentences(BOTH)
    assert known.startswith("As known on 20 Jan 2020:")
    assert "profile acled" in rules
    assert "ACLED, FAQ on fatalities" in rules
