"""Kept source texts: the right name, and nothing too much."""

from scn.translations.blob import blob_id
from scn.translations.snapshots import check_snapshots, snapshot_path, texts_of_snapshots

OLD, OLDER, TODAY = b"# Old\n", b"# Older\n", b"# Today\n"
IDS = {text: blob_id(text) for text in (OLD, OLDER, TODAY)}


def check(files, pinned=(OLD,)):
    found = check_snapshots(files, [IDS[text] for text in pinned], [IDS[TODAY]])
    return [str(problem) for problem in found]


def kept(*texts):
    return {snapshot_path(IDS[text]): text for text in texts}


def test_a_complete_folder_has_no_problem():
    assert check(kept(OLD, OLDER), pinned=(OLD, OLDER, TODAY)) == []


def test_line_ends_of_windows_do_not_alter_a_snapshot():
    assert check({snapshot_path(IDS[OLD]): b"# Old\r\n"}) == []


def test_a_snapshot_that_was_edited_is_a_problem():
    assert check({snapshot_path(IDS[OLD]): OLDER}) == [
        (
            f"{snapshot_path(IDS[OLD])}:1:1: The content is not the text that the name stands for:"
            f" its id is {IDS[OLDER]}. Get the file back from Git; a snapshot is never edited."
        )
    ]


def test_another_file_in_the_folder_is_a_problem():
    assert check({**kept(OLD), "docs/_data/translations/sources/notes.md": OLDER}) == [
        (
            "docs/_data/translations/sources/notes.md:1:1: This is no name of a snapshot. Delete"
            f" the file, or name it after its content: {IDS[OLDER]}.md."
        )
    ]


def test_a_snapshot_that_nobody_needs_is_a_warning():
    assert check(kept(OLD, OLDER, TODAY)) == [
        (
            f"{snapshot_path(id_)}:1:1: warning: This snapshot {why}. Run"
            " `python scripts/translations.py snapshot`, which deletes it."
        )
        for id_, why in sorted(
            [(IDS[OLDER], "is pinned by no translation"), (IDS[TODAY], "is the page of today")]
        )
    ]


def test_texts_are_known_by_what_they_are():
    files = {snapshot_path(IDS[OLD]): b"\xef\xbb\xbf# Older\n"}
    assert texts_of_snapshots(files) == {IDS[OLDER]: "# Older\n"}
