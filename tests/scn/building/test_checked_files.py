"""Files that say of themselves whether they are as they were written."""

import pytest

from scn.building.checked_files import DamagedFileError, read_checked, write_checked


@pytest.mark.parametrize("content", [b"", b"{}", b"\0\xff\n" * 100])
def test_what_was_written_is_read(tmp_path, content):
    path = tmp_path / "cache" / "read.json"
    write_checked(path, b"before")
    write_checked(path, content)
    assert read_checked(path) == content
    assert [one.name for one in path.parent.iterdir()] == ["read.json"]


def test_whichever_bit_is_another_one_and_wherever_the_file_ends_it_is_refused(tmp_path):
    path = tmp_path / "read.json"
    write_checked(path, b'{"a": 1}')
    data = path.read_bytes()
    damaged = [data[:end] for end in range(len(data))] + [data + b" "]
    for place in range(len(data)):
        for bit in range(8):
            other = bytearray(data)
            other[place] ^= 1 << bit
            damaged.append(bytes(other))
    for one in damaged:
        path.write_bytes(one)
        with pytest.raises(DamagedFileError, match=r"^read\.json is damaged$"):
            read_checked(path)


def test_a_file_that_is_not_there_is_not_damaged(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_checked(tmp_path / "none")
