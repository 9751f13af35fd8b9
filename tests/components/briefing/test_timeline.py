"""What happened meanwhile: whose word a shorter briefing takes, and one row for what several say."""

from components.briefing import timeline
from components.briefing.audiences import AUDIENCES
from components.briefing.compose import build_briefing
from components.briefing.material import Asked, read_material
from components.briefing.model import Grid, Paragraph


def section(audience):
    return next(one for one in build_briefing(Asked(audience=audience)).sections if one.name == "timeline")


def events(audience):
    grids = [block for block in section(audience).blocks if isinstance(block, Grid)]
    return [[cell.words for cell in row] for row in grids[-1].rows]


def test_a_shorter_briefing_leaves_out_what_one_side_only_says_but_never_a_turning_point(built):
    material = read_material(Asked())
    told = timeline.told(material, AUDIENCES["coordination"])
    one_sided = {event["event_id"] for event in told if event["status"] in timeline.ONE_SIDED}
    assert one_sided <= timeline.turning_events(material)
    assert timeline.turning_events(material) <= {event["event_id"] for event in told}


def test_what_is_left_out_is_said(built):
    left = [block for block in section("coordination").blocks if isinstance(block, Paragraph)]
    assert left[0].sentences[0].words.startswith("Left out here and told in the technical briefing")
    assert not [block for block in section("technical").blocks if isinstance(block, Paragraph)]


def test_events_that_say_the_same_share_a_row_and_keep_their_notes(built):
    grids = [block for block in section("coordination").blocks if isinstance(block, Grid)]
    (row,) = (row for row in grids[-1].rows if row[1].words.startswith("Town captured: Kafr Ruma"))
    assert row[2].words == "reported, according to The New Arab; confirmed, according to Al-Masdar"
    assert row[1].words == "Town captured: Kafr Ruma; Syrian government forces"
    assert len(row[1].notes) == 2


def test_the_technical_briefing_has_a_row_for_every_event(built):
    assert len(events("technical")) == len(read_material(Asked()).events)


def test_no_event_of_a_shorter_briefing_stands_in_two_rows(built):
    rows = events("coordination")
    assert len({(row[0], row[1]) for row in rows}) == len(rows)
