"""What was read is remembered by the content that it was read from."""

import json

import pytest

from scn.building.checked_files import write_checked
from scn.building.memory import FORMAT, Memory, MemoryFileError, read_remembered

DIGESTS = {"docs/a.md": "1", "docs/b.md": "2", "docs/sources.yml": "3"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "read.json"


def saved(path, memory, version="v"):
    memory.save(path, version)
    return read_remembered(path, version)


def kept(path, **changes):
    memory = Memory(DIGESTS, {})
    memory.keep({"title": "A"}, "head", "docs/a.md", "docs/sources.yml")
    return Memory({**DIGESTS, **changes}, saved(path, memory))


def test_what_was_kept_is_recalled_for_the_same_content(path):
    assert kept(path).recall("head", "docs/a.md", "docs/sources.yml") == {"title": "A"}


@pytest.mark.parametrize("name", ["docs/a.md", "docs/sources.yml"])
def test_nothing_is_recalled_once_one_of_the_files_has_changed(path, name):
    memory = kept(path, **{name: "other"})
    assert memory.recall("head", "docs/a.md", "docs/sources.yml") is None


@pytest.mark.parametrize(
    "asked",
    [
        ("words", "docs/a.md", "docs/sources.yml"),
        ("head", "docs/b.md", "docs/sources.yml"),
        ("head", "docs/a.md"),
        ("head", "docs/a.md", "docs/sources.yml", "docs/b.md"),
    ],
)
def test_another_question_has_another_answer(path, asked):
    assert kept(path).recall(*asked) is None


def test_of_a_file_without_a_digest_nothing_is_kept(path):
    memory = Memory(DIGESTS, {})
    memory.keep("x", "head", "docs/a.md", "docs/none.yml")
    assert memory.recall("head", "docs/a.md", "docs/none.yml") is None
    assert saved(path, memory) == {}


def test_two_files_with_the_same_content_are_two(path):
    memory = Memory({"docs/a.md": "1", "docs/b.md": "1"}, {})
    memory.keep("a", "head", "docs/a.md")
    memory.keep("b", "head", "docs/b.md")
    again = Memory(memory.digests, saved(path, memory))
    assert [again.recall("head", name) for name in ("docs/a.md", "docs/b.md")] == ["a", "b"]


def test_the_file_has_only_what_the_last_build_used(path):
    """Else it would grow with every edit."""
    remembered = saved(path, kept(path))
    assert remembered == {}
    memory = kept(path)
    memory.recall("head", "docs/a.md", "docs/sources.yml")
    memory.keep("B", "head", "docs/b.md")
    assert sorted(saved(path, memory).values(), key=str) == ["B", {"title": "A"}]
    edited = Memory({**DIGESTS, "docs/b.md": "4"}, read_remembered(path, "v"))
    edited.recall("head", "docs/a.md", "docs/sources.yml")
    edited.keep("B2", "head", "docs/b.md")
    assert sorted(saved(path, edited).values(), key=str) == ["B2", {"title": "A"}]


def test_when_nothing_is_new_nothing_is_written(path):
    memory = kept(path)
    path.unlink()
    memory.recall("head", "docs/a.md", "docs/sources.yml")
    memory.save(path, "v")
    assert not path.exists()


def test_nothing_but_the_file_is_left_in_its_folder(path):
    kept(path)
    assert [one.name for one in path.parent.iterdir()] == ["read.json"]


def test_other_programs_remember_nothing_of_these(path):
    kept(path)
    assert read_remembered(path, "other") == {}


def test_without_a_file_nothing_is_remembered(path):
    assert read_remembered(path, "v") == {}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is damaged ("),
        ("{", "is damaged ("),
        ("[]", "is damaged ("),
        ("7", "is damaged ("),
        ("null", "is damaged ("),
        ('{"version": "v", "values": {}}', "is damaged ('format')"),
        ('{"format": "scn-memory-0", "version": "v", "values": {}}', "is of another version"),
        (json.dumps({"format": FORMAT, "version": "v", "values": []}), "is of another version"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(path, text, why):
    write_checked(path, text.encode())
    with pytest.raises(MemoryFileError) as error:
        read_remembered(path, "v")
    assert str(error.value).startswith(f"read.json {why}")


def test_bytes_that_are_no_text_are_one_sentence(path):
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(MemoryFileError, match=r"^read\.json is damaged$"):
        read_remembered(path, "v")
