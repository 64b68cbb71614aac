"""Whatever is in the cache or has happened to the site, the next build is right."""

import json
import logging
import shutil
import zipfile
from collections import Counter

import pytest

from scn.building.digests import digest_of_bytes

# A site that is restored before each test, with the times of its files


@pytest.fixture(scope="module")
def one(project, tmp_path_factory):
    one = project(
        {
            "en/index.md": project.page("Home", "See [what else there is](more.md)."),
            "en/more.md": project.page("More", "Text."),
            "fr/more.md": project.page("Plus", "Texte."),
            "assets/x.css": "a { color: red }\n",
        },
        languages=("en", "fr"),
    )
    built = one.build()
    assert (built.status, built.log) == (0, "")
    one.good = built.files()
    one.kept = tmp_path_factory.mktemp("kept") / "project"
    shutil.copytree(one.root, one.kept)
    return one


@pytest.fixture(autouse=True)
def as_it_was(one):
    shutil.rmtree(one.root)
    shutil.copytree(one.kept, one.root)


def cache(one):
    return one.root / ".cache" / "scn"


def packs(one):
    return sorted(cache(one).glob("*.zip"))


def cold(one):
    folder = one.root / "cold-cache"
    shutil.rmtree(folder, ignore_errors=True)
    return one.build(site="cold", SCN_CACHE=str(folder))


@pytest.fixture
def said(caplog):
    """What the last build has said, but for what it has built."""
    caplog.set_level(logging.INFO, logger="mkdocs")

    def lines():
        found = [record.getMessage() for record in caplog.records]
        caplog.clear()
        return [line for line in found if not line.startswith("Built ")]

    return lines


def test_the_restored_site_is_taken_for_what_it_was(one, said):
    built = one.build()
    assert said() == ["Nothing has changed: site/ is up to date."]
    assert built.files() == one.good


# What happens to files of the cache


def without_the_end(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def with_another_byte_in_the_middle(path):
    data = bytearray(path.read_bytes())
    in_a_page = data.rfind(b"</main>")  # of a pack
    data[in_a_page if in_a_page >= 0 else len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def with_text(path):
    path.write_text("This is no cache.\n")


def empty(path):
    path.write_bytes(b"")


def from_another_program(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "Dear members")


def of_another_format(path):
    """With the right digest at its end, as another version would write it."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    content["state.json"] = content["state.json"].replace(b'"scn-pack-', b'"scn-pack-0', 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
        archive.comment = bytes(32)
    data = path.read_bytes()[:-32]
    path.write_bytes(data + digest_of_bytes(data[archive.start_dir :]).encode())


DAMAGES = [
    without_the_end,
    with_another_byte_in_the_middle,
    with_text,
    empty,
    from_another_program,
    of_another_format,
]


def changed_page(one):
    path = one.root / "docs" / "fr" / "more.md"
    path.write_text(path.read_text("utf-8").replace("Texte.", "Un texte."), "utf-8")


def no_site(one):
    shutil.rmtree(one.root / "site")


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
@pytest.mark.parametrize(
    ("event", "read"), [(no_site, ("en", "fr")), (changed_page, ("fr",))], ids=["no site", "a page"]
)
def test_a_damaged_pack_is_ignored_with_one_line(one, said, damage, event, read):
    for path in packs(one):
        damage(path)
    event(one)
    names = [path.name for path in packs(one)]
    built = one.build()
    assert (built.status, built.log) == (0, "")
    lines = said()
    about = [name for name in names for line in lines if name in line]
    assert about == [name for name in names if name.startswith(read)]
    assert [line for line in lines if not line.startswith("Not used and made again: ")] == []
    assert built.files() == cold(one).files()
    for _ in range(2):  # now every pack is read
        said()
        no_site(one)
        assert one.build().files() == built.files()
    assert said() == []


@pytest.mark.parametrize("damage", DAMAGES[:4], ids=lambda one: one.__name__)
def test_a_damaged_memory_of_what_was_read_is_ignored_with_one_line(one, said, damage):
    damage(cache(one) / "read.json")
    changed_page(one)
    built = one.build()
    assert (built.status, built.log) == (0, "")
    (line,) = said()
    assert line.startswith("Not used and made again: read.json ")
    assert built.files() == cold(one).files()


@pytest.mark.parametrize("damage", DAMAGES[:4], ids=lambda one: one.__name__)
def test_a_damaged_record_of_the_site_is_ignored(one, said, damage):
    (record,) = cache(one).glob("site-*.json")
    damage(record)
    changed_page(one)
    built = one.build()
    assert (built.status, built.log) == (0, "")
    assert Counter(said()).most_common(1) in ([], [(record.name, 1)])
    assert built.files() == cold(one).files()


def other_letter(path):
    """Still JSON, and of the right format: only a checksum sees it."""
    text = path.read_text("utf-8")
    assert '"Home"' in text
    path.write_text(text.replace('"Home"', '"Hmoe"'), "utf-8")


def other_value(path):
    digest, record = of_checked(path)
    values = record["values"]
    key = next(key for key in values if key.startswith("words "))
    path.write_text(digest + json.dumps({**record, "values": {**values, key: 7}}), "utf-8")


def of_checked(path):
    """The digest that stands before the content, and the content."""
    text = path.read_text("utf-8")
    return text[:32], json.loads(text[32:])


@pytest.mark.parametrize("damage", [other_letter, other_value], ids=lambda one: one.__name__)
def test_what_was_read_is_not_trusted_when_a_letter_of_it_has_changed(one, said, damage):
    damage(cache(one) / "read.json")
    changed_page(one)
    built = one.build()
    assert (built.status, built.log) == (0, "")
    assert built.files() == cold(one).files()


def other_hash(record):
    record["search"]["en"]["languages"]["en"]["hash"] = "en_0000000000"


def list_of_packs(record):
    record["packs"] = [*record["packs"]]


def other_pack(record):
    """The site is not from there: nothing may be taken to be in it already."""
    record["packs"] = {"en": record["packs"]["fr"], "fr": record["packs"]["en"]}


def no_search(record):
    record["search"] = {}


@pytest.mark.parametrize(
    "change", [other_hash, list_of_packs, other_pack, no_search], ids=lambda one: one.__name__
)
def test_a_record_of_the_site_is_not_trusted_when_something_in_it_has_changed(one, change):
    (path,) = cache(one).glob("site-*.json")
    digest, record = of_checked(path)
    change(record)
    path.write_text(digest + json.dumps(record), "utf-8")
    changed_page(one)
    built = one.build()
    assert (built.status, built.log) == (0, "")
    assert built.files() == cold(one).files()


def begin_only(path):
    path.write_bytes(path.read_bytes()[:20])


def other_code(path):
    """A template that says something else; damaged code can also end the process."""
    path.write_bytes(path.read_bytes().replace(b"scn-skip", b"scn-skop"))


def compiled(one):
    return sorted((cache(one) / "templates").rglob("*.cache"))


@pytest.mark.parametrize(
    "damage",
    [begin_only, without_the_end, with_text, empty, other_code],
    ids=lambda one: one.__name__,
)
def test_a_damaged_compiled_template_is_compiled_again(one, damage):
    for path in compiled(one):
        damage(path)
    words = one.root / "docs" / "_data" / "strings" / "fr.yml"
    words.write_text(words.read_text("utf-8").replace("fr: Skip", "fr: Passer"), "utf-8")
    built = one.build()
    assert (built.status, built.log) == (0, "")
    assert "fr: Passer" in built.text("fr/index.html")
    assert built.files() == cold(one).files()


# What happens to the site


def changed_file(site):
    (site / "fr" / "index.html").write_text("By hand.")


def deleted_file(site):
    (site / "more" / "index.html").unlink()


def deleted_folder(site):
    shutil.rmtree(site / "fr")


def new_file(site):
    (site / "by-hand.html").write_text("By hand.")


def new_file_in_a_new_folder(site):
    (site / "fr" / "new").mkdir()
    (site / "fr" / "new" / "index.html").write_text("By hand.")


def file_of_the_search(site):
    next((site / "pagefind" / "fragment").iterdir()).unlink()


CHANGES = [
    changed_file,
    deleted_file,
    deleted_folder,
    new_file,
    new_file_in_a_new_folder,
    file_of_the_search,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_a_site_that_was_changed_by_hand_is_as_it_was_after_the_next_build(one, said, change):
    change(one.root / "site")
    assert one.build().files() == one.good
    assert said() == []


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_a_site_that_was_changed_by_hand_is_right_when_a_page_changes_too(one, change):
    change(one.root / "site")
    changed_page(one)
    built = one.build()
    assert built.files() == cold(one).files() != one.good


def test_without_its_cache_the_site_is_built_again(one):
    shutil.rmtree(one.root / ".cache")
    assert one.build().files() == one.good
    assert len(packs(one)) == 2


def test_the_cache_serves_several_sites(one, said):
    assert one.build(site="other").files() == one.good
    assert one.build(site="other").files() == one.good
    assert one.build().files() == one.good
    assert said() == [
        "Nothing has changed: other/ is up to date.",
        "Nothing has changed: site/ is up to date.",
    ]


def test_records_of_sites_that_are_gone_do_not_stay_for_ever(one):
    """Who builds into a new folder each time, as the tests do, would fill the disk with them."""
    for number in range(5):
        folder = f"other-{number}"
        assert one.build(site=folder).status == 0
        shutil.rmtree(one.root / folder)
    one.build()
    assert len([*cache(one).glob("site-*.json")]) <= 4


def test_a_cache_that_cannot_be_written_is_one_line(one, said):
    (one.root / "file").write_text("no folder")
    built = one.build(site="other", SCN_CACHE=str(one.root / "file" / "cache"))
    assert (built.status, built.log) == (0, "")
    assert {*said()} == {f"There is no cache: {one.root}/file/cache cannot be written."}
    assert built.files() == one.good
