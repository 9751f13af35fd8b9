"""The command: files in a folder, one sentence for what is wrong, exit codes that scripts can trust."""

import pytest

from components.briefing.__main__ import main
from components.briefing.files import file_of
from components.briefing.material import Asked

CRISIS = ("--crisis", "nw-syria-2019-20")


def test_it_writes_the_file_and_names_it(built, tmp_path, capsys):
    assert main([*CRISIS, "--audience", "ministerial", "-o", str(tmp_path / "new")]) == 0
    (path,) = (tmp_path / "new").iterdir()
    out, err = capsys.readouterr()
    assert out.split() == [str(path)]
    assert "Done" in err
    assert path.read_bytes() == file_of(Asked(audience="ministerial"), "html").content


def test_a_name_signs_it(built, tmp_path):
    assert main([*CRISIS, "--reviewed-by", " The reviewer ", "-o", str(tmp_path)]) == 0
    assert "Reviewed by The reviewer" in next(tmp_path.iterdir()).read_text(encoding="utf-8")


def test_a_signed_file_is_made_again_byte_by_byte_with_the_moment_of_its_signature(built, tmp_path):
    signed, kinds = ("--reviewed-by", "The reviewer", "--reviewed-at", "2020-03-05T09:30"), ("html", "pdf", "docx", "pptx")
    options = (*CRISIS, "--audience", "ministerial", *signed, "--format", ",".join(kinds))
    files = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        assert main([*options, "-o", str(folder)]) == 0
        files.append({path.suffix: path.read_bytes() for path in folder.iterdir()})
    assert files[0] == files[1]
    assert len(files[0]) == len(kinds)
    assert b"Reviewed by The reviewer, 5 Mar 2020, 09:30 UTC" in files[0][".html"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--crisis", "nowhere"), "there is no crisis 'nowhere'"),
        ((*CRISIS, "--area", "Atlantis"), "'Atlantis' is no area we know"),
        ((*CRISIS, "--from", "2020-03-02", "--to", "2020-03-01"), "is after the last"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_exit_2(built, tmp_path, capsys, arguments, says):
    assert main([*arguments, "-o", str(tmp_path)]) == 2
    assert says in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--format", "html,odt"), "there is no format 'odt'"),
        (("--format", ","), "there is no format"),
        (("--from", "28 January"), "is not a day written as 2020-01-28"),
        (("--audience", "everyone"), "invalid choice: 'everyone'"),
        (("--reviewed-by", " "), "an empty name signs nothing"),
        (("--reviewed-by", "The reviewer", "--reviewed-at", "yesterday"), "is not a moment written as 2020-03-05T09:30"),
        (("--reviewed-at", "2020-03-05T09:30"), "--reviewed-at without --reviewed-by signs nothing"),
    ],
)
def test_a_call_that_makes_no_sense_is_exit_2(tmp_path, capsys, arguments, says):
    with pytest.raises(SystemExit) as stopped:
        main([*CRISIS, *arguments, "-o", str(tmp_path)])
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


def test_without_a_build_it_says_how_to_make_one(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path / "none"))
    assert main([*CRISIS, "-o", str(tmp_path)]) == 2
    assert "run `python -m etl build`" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_exit_2(built, tmp_path, capsys):
    blocked = tmp_path / "a file"
    blocked.write_text("in the way", encoding="utf-8")
    assert main([*CRISIS, "-o", str(blocked)]) == 2
    assert "cannot be written" in capsys.readouterr().err
