"""Files that are kept by what decides about them."""

import os

from scn.building.kept_files import KeptFiles, forget_old_files
from scn.generated_file import GeneratedFile


class Maker:
    """Counts how often it is asked."""

    def __init__(self, content=b"made"):
        self.content, self.asked = content, 0

    def __call__(self):
        self.asked += 1
        return self.content


def file_from(maker, digest="ab12"):
    return GeneratedFile(source="x", output="x", content=maker, decided_by=digest)


def test_what_is_kept_is_not_made_again(tmp_path):
    kept, maker = KeptFiles(tmp_path), Maker()
    found = [kept.content_of(file_from(maker)) for _ in range(3)]
    assert (found, maker.asked) == ([b"made"] * 3, 1)
    other = Maker(b"other")
    assert KeptFiles(tmp_path).content_of(file_from(other)) == b"made"
    assert kept.content_of(file_from(other, "cd34")) == b"other"


def test_what_is_damaged_is_made_again(tmp_path):
    kept, maker = KeptFiles(tmp_path), Maker()
    kept.content_of(file_from(maker))
    (tmp_path / "ab" / "ab12").write_bytes(b"damaged")
    found = [kept.content_of(file_from(maker)) for _ in range(2)]
    assert (found, maker.asked) == ([b"made"] * 2, 2)


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(tmp_path):
    (tmp_path / "files").write_text("no folder")
    maker = Maker()
    assert KeptFiles(tmp_path / "files").content_of(file_from(maker)) == b"made"


def test_those_that_were_not_used_for_longest_go_first(tmp_path):
    kept = KeptFiles(tmp_path)
    for age, digest in enumerate(("ab12", "cd34", "ef56")):
        kept.content_of(file_from(Maker(b"x" * 100), digest))
        os.utime(tmp_path / digest[:2] / digest, ns=(0, 10**9 * (10 - age)))
    kept.content_of(file_from(Maker(), "cd34"))  # used just now
    forget_old_files(tmp_path, most_bytes=300)
    assert sorted(path.name for path in tmp_path.rglob("????")) == ["ab12", "cd34"]
    forget_old_files(tmp_path / "nowhere")
