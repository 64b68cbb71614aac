"""What a build writes is on the disk, and known without reading it again."""

import os

from engine.written_files import WrittenFiles
from scn.building.site_folder import files_in


def test_a_file_is_written_and_known(tmp_path):
    files = WrittenFiles(tmp_path / "de")
    files.create("de/a.txt", b"a")
    files.write_file("ä".encode(), os.fspath(tmp_path / "de" / "de" / "b" / "c.html"))
    status = files_in(tmp_path / "de")
    assert sorted(status) == ["de/a.txt", "de/b/c.html"]
    (tmp_path / "de" / "de" / "a.txt").unlink()  # nobody reads it
    assert files.content_of("de/a.txt", status["de/a.txt"]) == b"a"
    assert files.content_of("de/b/c.html", status["de/b/c.html"]) == "ä".encode()


def test_what_a_plugin_has_written_is_read(tmp_path):
    files = WrittenFiles(tmp_path)
    files.create("a.txt", b"a")
    (tmp_path / "a.txt").write_bytes(b"more")
    (tmp_path / "b.txt").write_bytes(b"other")
    status = files_in(tmp_path)
    assert files.content_of("a.txt", status["a.txt"]) == b"more"
    assert files.content_of("b.txt", status["b.txt"]) == b"other"


def test_a_file_of_elsewhere_is_written_there(tmp_path):
    files = WrittenFiles(tmp_path / "de")
    files.write_file(b"a", os.fspath(tmp_path / "deep" / "a.txt"))
    assert (tmp_path / "deep" / "a.txt").read_bytes() == b"a"
    assert files_in(tmp_path / "de") == {}
