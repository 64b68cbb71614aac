"""Which change of which file makes which language be built again."""

import os

import pytest

from scn.building.inputs import Inputs, read_inputs
from scn.problems import ContentError

CODES = ("en", "fr", "el", "de")
ALL = set(CODES)
FILES = (
    "code/hooks/page_markup.py",
    "code/hooks/scn/dates.py",
    "code/mkdocs.yml",
    "code/overrides/main.html",
    "code/requirements/site.txt",
    "docs/_data/sessions/lv/lv-2026-riga-1.yml",
    "docs/_data/countries.yml",
    "docs/_data/strings/de.yml",
    "docs/_data/strings/el.yml",
    "docs/_data/strings/en.yml",
    "docs/_data/strings/fr.yml",
    "docs/assets/css/frame.css",
    "docs/de/only.md",
    "docs/el/package/roles.md",
    "docs/en/index.md",
    "docs/en/package/plan.txt",
    "docs/en/package/roles.md",
    "docs/fr/index.md",
    "docs/fr/package/plan.txt",
    "docs/fr/package/roles.md",
    "docs/french/picture.png",
    "docs/robots.txt",
)
DIGESTS = dict.fromkeys(FILES, "1")


def keys(digests=DIGESTS, *, settings="", needs_all_pages=False, languages=CODES):
    inputs = Inputs(digests=digests, settings=settings, needs_all_pages=needs_all_pages)
    return inputs.language_keys(languages)


def built_again(digests, **how):
    before, now = keys(**how), keys(digests, **how)
    return {code for code in CODES if before[code] != now[code]}


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("docs/en/index.md", {"en", "el", "de"}),
        ("docs/en/package/roles.md", {"en", "de"}),
        ("docs/en/package/plan.txt", {"en", "el", "de"}),
        ("docs/fr/index.md", {"fr"}),
        ("docs/fr/package/plan.txt", {"fr"}),
        ("docs/de/only.md", {"de"}),
        ("docs/assets/css/frame.css", {"en"}),
        ("docs/french/picture.png", {"en"}),
        ("docs/robots.txt", {"en"}),
        ("docs/_data/strings/fr.yml", {"en", "fr"}),
        ("docs/_data/strings/en.yml", ALL),
        ("docs/_data/countries.yml", ALL),
        ("docs/_data/sessions/lv/lv-2026-riga-1.yml", ALL),
        ("code/hooks/page_markup.py", ALL),
        ("code/hooks/scn/dates.py", ALL),
        ("code/overrides/main.html", ALL),
        ("code/mkdocs.yml", ALL),
        ("code/requirements/site.txt", ALL),
    ],
)
def test_a_change_of_a_file_is_one_for_the_languages_that_read_it(name, languages):
    assert built_again({**DIGESTS, name: "2"}) == languages
    assert built_again({**DIGESTS, name: "2"}, needs_all_pages=True) == ALL


@pytest.mark.parametrize(
    "name",
    ["docs/en/new.md", "docs/fr/new.md", "docs/de/index.md", "docs/assets/new.png"],
)
def test_a_new_file_may_be_linked_to_from_everywhere(name):
    assert built_again({**DIGESTS, name: "1"}) == ALL


@pytest.mark.parametrize("name", ["docs/fr/index.md", "docs/de/only.md", "docs/robots.txt"])
def test_a_file_that_is_gone_may_have_been_linked_to_from_everywhere(name):
    assert built_again({n: digest for n, digest in DIGESTS.items() if n != name}) == ALL


def test_what_two_files_say_may_not_be_exchanged():
    one = {**DIGESTS, "docs/fr/index.md": "2", "docs/fr/package/roles.md": "3"}
    other = {**DIGESTS, "docs/fr/index.md": "3", "docs/fr/package/roles.md": "2"}
    assert keys(one)["fr"] != keys(other)["fr"]


def test_settings_are_for_all_languages():
    before, now = keys(), keys(settings="x")
    assert {code for code in CODES if before[code] != now[code]} == ALL


def test_the_order_in_which_files_are_read_decides_nothing():
    assert keys(dict(reversed(DIGESTS.items()))) == keys()


def test_each_language_has_a_key_of_its_own():
    assert len(set(keys({}).values())) == len(CODES)


def test_the_key_of_the_site_changes_with_every_file_and_setting():
    def key(digests=DIGESTS, settings=""):
        return Inputs(digests=digests, settings=settings).key

    others = [key({**DIGESTS, name: "2"}) for name in FILES] + [key(settings="x"), key({})]
    assert len({key(), *others}) == len(others) + 1


def test_the_key_of_the_programs_has_nothing_of_the_content():
    def key(name=""):
        return Inputs(digests={**DIGESTS, name: "2"} if name else DIGESTS, settings="").code_key()

    changed = {name for name in FILES if key(name) != key()}
    assert changed == {name for name in FILES if name.startswith("code/")}


def test_pages_are_what_is_no_data():
    names = Inputs(digests=DIGESTS, settings="").page_names
    assert names == tuple(
        name.removeprefix("docs/")
        for name in FILES
        if name.startswith("docs/") and not name.startswith("docs/_data/")
    )


# Reading them


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"of {path.name}")


def test_every_file_is_read_but_what_is_hidden_or_compiled(tmp_path):
    write(
        tmp_path,
        "docs/en/index.md",
        "docs/en/.draft.md",
        "docs/.cache/index.md",
        "docs/_data/words.yml",
        "hooks/a.py",
        "hooks/__pycache__/a.pyc",
        "hooks/scn/__pycache__/b.pyc",
        "hooks/scn/b.py",
        "mkdocs.yml",
    )
    found = read_inputs(
        {"docs": tmp_path / "docs", "code/hooks": tmp_path / "hooks"},
        {"code/mkdocs.yml": tmp_path / "mkdocs.yml", "code/none": tmp_path / "none"},
    )
    assert sorted(found) == [
        "code/hooks/a.py",
        "code/hooks/scn/b.py",
        "code/mkdocs.yml",
        "docs/_data/words.yml",
        "docs/en/index.md",
    ]
    assert len(set(found.values())) == len(found)


def test_content_decides_and_no_time(tmp_path):
    write(tmp_path, "a/one.md", "b/one.md")
    os.utime(tmp_path / "b" / "one.md", (0, 0))
    digests = [read_inputs({"docs": tmp_path / folder}, {}) for folder in "ab"]
    assert digests[0] == digests[1] != {}
    path = tmp_path / "b" / "one.md"
    status = path.stat()
    path.write_text(path.read_text().upper())
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert read_inputs({"docs": tmp_path / "b"}, {}) != digests[0]


def test_what_is_not_there_is_no_input(tmp_path):
    assert read_inputs({"docs": tmp_path / "none"}, {}) == {}


def test_a_folder_elsewhere_is_read_where_it_is_linked_to(tmp_path):
    """As MkDocs does, too."""
    write(tmp_path, "elsewhere/a.md", "docs/b.md")
    (tmp_path / "docs" / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert sorted(read_inputs({"docs": tmp_path / "docs"}, {})) == ["docs/b.md", "docs/linked/a.md"]


def test_files_that_cannot_be_read_are_named_all_at_once(tmp_path):
    write(tmp_path, "docs/b.md")
    for name in ("a.md", "c.md"):
        (tmp_path / "docs" / name).symlink_to(tmp_path / "none")
    with pytest.raises(ContentError) as caught:
        read_inputs({"docs": tmp_path / "docs"}, {})
    assert [one.path for one in caught.value.problems] == [
        str(tmp_path / "docs" / name) for name in ("a.md", "c.md")
    ]
