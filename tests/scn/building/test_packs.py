"""Packs give back what was put into them, or nothing; and there are never too many."""

import os
import time
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from scn.building.digests import digest_of_bytes
from scn.building.packs import (
    FORMAT,
    Pack,
    PackError,
    PackWriter,
    forget_old_packs,
    pack_path,
    previous_pack,
    read_pack,
    write_pack,
)

PACK = Pack(
    key="abc",
    pages={"fr/index.md": {"markdown": {"title": "Accueil", "anchors": ["é"]}, "template": "1"}},
    search={"key": "2", "entry": {"languages": {"fr": {"hash": "fr_1"}}}},
    files={"fr/index.html": b"<p>\0\xff</p>", "fr/a b/\xe9.txt": b"", "fr/x.ics": b"BEGIN"},
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "fr-12345678-abc.zip"


def test_a_pack_gives_back_what_was_put_into_it(path):
    write_pack(path, PACK)
    assert read_pack(path) == PACK


def test_a_pack_depends_on_nothing_but_what_is_in_it(path):
    write_pack(path, PACK)
    first = path.read_bytes()
    os.utime(path, (0, 0))
    time.sleep(0.01)
    write_pack(path, replace(PACK))
    assert path.read_bytes() == first


def test_nothing_but_the_pack_is_left_in_its_folder(path):
    write_pack(path, PACK)
    write_pack(path, replace(PACK, key="other"))
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert read_pack(path).key == "other"


def test_a_pack_can_be_put_together_bit_by_bit(path):
    writer = PackWriter()
    writer.add_files([("fr/index.html", PACK.files["fr/index.html"])])
    writer.add_pages(PACK.pages)
    assert not path.exists()
    writer.add_files([(n, PACK.files[n]) for n in PACK.files if n != "fr/index.html"])
    writer.write(path, PACK.key, PACK.search)
    assert read_pack(path) == PACK


def test_anybody_can_look_into_a_pack(path):
    write_pack(path, PACK)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.read("site/fr/x.ics") == b"BEGIN"


# What is no pack


def text(path):
    path.write_text("This is no pack.")


def empty(path):
    path.write_bytes(b"")


def half(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def longer(path):
    path.write_bytes(path.read_bytes() + b"\0")


def of_another_program(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("state.json", '{"format": "letters"}')


def folder(path):
    path.unlink()
    path.mkdir()


def gone(path):
    path.unlink()


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (text, "is damaged or no pack"),
        (empty, "is damaged or no pack"),
        (half, "is damaged or no pack"),
        (longer, "is damaged or no pack"),
        (of_another_program, "is damaged or no pack"),
        (folder, "cannot be read (Is a directory)"),
        (gone, "cannot be read (No such file or directory)"),
    ],
)
def test_what_is_no_pack_is_one_sentence(path, damage, sentence):
    write_pack(path, PACK)
    damage(path)
    with pytest.raises(PackError) as error:
        read_pack(path)
    assert str(error.value) == f"{path.name} {sentence}"


def undamaged(**files):
    """An archive with the digest that a pack has at its end."""
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.json", content)
        archive.comment = bytes(32)
    data = memory.getvalue()[:-32]
    return data + digest_of_bytes(data[archive.start_dir :]).encode()


@pytest.mark.parametrize(
    "data",
    [
        undamaged(other="{}"),
        undamaged(state="{"),
        undamaged(state="[]"),
        undamaged(state="null"),
        undamaged(state="{}"),
        undamaged(state='{"format": "scn-pack-0", "key": "", "pages": {}, "search": {}}'),
        undamaged(state=f'{{"format": "{FORMAT}"}}'),
    ],
)
def test_a_pack_of_another_version_is_refused(path, data):
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(PackError) as error:
        read_pack(path)
    assert str(error.value) == f"{path.name} is of another version"


def test_whichever_byte_is_damaged_the_pack_is_whole_or_refused(tmp_path):
    """A file less, or another one, would be a wrong site that nobody notices."""
    small = replace(PACK, pages={}, search={}, files={"a/b": b"<p>", "c": b""})
    path = tmp_path / "one.zip"
    write_pack(path, small)
    data = path.read_bytes()
    wrong = {}
    for place in range(len(data)):
        for bit in range(8):
            damaged = bytearray(data)
            damaged[place] ^= 1 << bit
            path.write_bytes(damaged)
            try:
                found = read_pack(path)
            except PackError:
                continue
            except Exception as error:  # noqa: BLE001 - any other would end the build
                wrong[place, bit] = repr(error)
            else:
                if found != small:
                    wrong[place, bit] = repr(found)
    assert wrong == {}


def test_wherever_a_pack_ends_it_is_refused(tmp_path):
    path = tmp_path / "one.zip"
    write_pack(path, replace(PACK, pages={}, search={}, files={"a": b"<p>"}))
    data = path.read_bytes()
    read = []
    for end in range(len(data)):
        path.write_bytes(data[:end])
        try:
            read.append((end, read_pack(path)))
        except PackError:
            continue
    assert read == []


# Which of them


def test_the_name_says_the_language_the_settings_and_the_inputs(tmp_path):
    whole = pack_path(tmp_path, "fr", "12345678abc", "key")
    part = pack_path(tmp_path, "fr", "12345678abc", "key", is_whole=False)
    assert [one.name for one in (whole, part)] == [
        "fr-12345678-key.zip",
        "fr-12345678-key.part.zip",
    ]


def packs(folder, *names, size=10):
    """Empty packs, each one second younger than the one before."""
    for second, name in enumerate(names):
        path = folder / name
        path.write_bytes(b"x" * size)
        os.utime(path, (second, second))


def left(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((), None),
        (("en-11111111-a.zip", "site-11111111.json"), None),
        (("fr-11111111-a.zip", "fr-11111111-b.zip"), "fr-11111111-b.zip"),
        (("fr-11111111-a.zip", "fr-22222222-b.zip"), "fr-11111111-a.zip"),
        (("fr-33333333-b.zip", "fr-22222222-a.zip"), "fr-22222222-a.zip"),
        (("fr-11111111-b.zip", "fr-11111111-a.part.zip"), "fr-11111111-a.part.zip"),
        (("fr-11111111-a.zip", "frr-11111111-b.zip"), "fr-11111111-a.zip"),
        (("fr-11111111-a.zip", ".fr-11111111-b.zip.4711"), "fr-11111111-a.zip"),
    ],
)
def test_the_previous_pack_is_the_youngest_of_the_language_and_rather_of_the_settings(
    tmp_path, names, found
):
    packs(tmp_path, *names)
    path = previous_pack(tmp_path, "fr", "11111111aaaa")
    assert (path and path.name) == found


def test_without_a_cache_there_is_no_previous_pack(tmp_path):
    assert previous_pack(tmp_path / "none", "fr", "11111111aaaa") is None


# How many of them


def test_of_each_language_and_settings_the_last_ones_stay(tmp_path):
    old = [f"{code}-{kind}-{n}.zip" for n in range(5) for code in ("fr", "el") for kind in "ab"]
    packs(tmp_path, *old)
    forget_old_packs(tmp_path, used=(), most=2)
    assert left(tmp_path) == sorted(name for name in old if name[-5] in "34")


def test_those_that_are_used_now_are_the_last_ones(tmp_path):
    packs(tmp_path, *(f"fr-a-{n}.zip" for n in range(5)))
    forget_old_packs(tmp_path, used=["fr-a-0.zip", "fr-a-none.zip"], most=2)
    assert left(tmp_path) == ["fr-a-0.zip", "fr-a-4.zip"]


def test_a_pack_with_warnings_counts_like_one_without(tmp_path):
    packs(tmp_path, "fr-a-1.zip", "fr-a-2.part.zip", "fr-a-3.zip")
    forget_old_packs(tmp_path, used=(), most=2)
    assert left(tmp_path) == ["fr-a-2.part.zip", "fr-a-3.zip"]


def test_beyond_so_many_bytes_the_oldest_go(tmp_path):
    names = [f"{code}-a-1.zip" for code in ("bg", "cs", "da", "de", "el")]
    packs(tmp_path, *names, size=100)
    forget_old_packs(tmp_path, used=(), most_bytes=350)
    assert left(tmp_path) == ["da-a-1.zip", "de-a-1.zip", "el-a-1.zip"]


def test_with_every_day_another_settings_the_packs_are_bounded(tmp_path):
    for day in range(50):
        packs(tmp_path, f"fr-{day:08}-1.zip", size=100)
        os.utime(tmp_path / f"fr-{day:08}-1.zip", (day, day))
        forget_old_packs(tmp_path, used=[f"fr-{day:08}-1.zip"], most_bytes=1_000)
    assert left(tmp_path) == [f"fr-{day:08}-1.zip" for day in range(40, 50)]


def test_what_is_no_pack_stays(tmp_path):
    packs(tmp_path, "read.json", "site-12345678.json", "fr-a-1.zip")
    forget_old_packs(tmp_path, used=(), most=1, most_bytes=0)
    assert left(tmp_path) == ["read.json", "site-12345678.json"]


def test_what_killed_builds_have_left_unfinished_goes_too(tmp_path):
    """Each is as large as a pack, and no other build ever finishes it."""
    packs(tmp_path, *(f".fr-a-{n}.zip.{n}" for n in range(20)), "fr-a-1.zip")
    forget_old_packs(tmp_path, used=["fr-a-1.zip"])
    assert left(tmp_path) == ["fr-a-1.zip"]


def test_without_a_cache_there_is_nothing_to_forget(tmp_path):
    forget_old_packs(tmp_path / "none", used=["fr-a-1.zip"])
