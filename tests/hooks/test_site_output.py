"""The built site is replaced only after a build without errors."""

import mkdocs.commands.build
import pytest
from mkdocs.config import load_config

BROKEN = "See [nothing](nowhere.md)."


def tree(built):
    """The files of a site, whatever their bytes."""
    return {path.relative_to(built.site).as_posix() for path in built.site.rglob("*")}


@pytest.fixture
def one(project):
    return project({"en/index.md": project.page("Home", "First.")}, languages=("en",))


def in_folder(one):
    """What a build leaves in the project, beside its cache."""
    names = {path.name for path in one.root.iterdir()}
    return sorted(name for name in names if name != ".cache")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(BROKEN, "nowhere.md", id="a warning in a strict build"),
        pytest.param("::: scn.nowhere", "scn.nowhere", id="an error in a page"),
        pytest.param("# Again { #again }", "second heading", id="a problem before the build"),
    ],
)
def test_a_build_that_fails_leaves_the_last_good_site_byte_for_byte(one, project, text, said):
    before = one.build()
    assert before.status == 0
    files = before.files()
    one.write("docs/en/index.md", project.page("Home", text))
    failed = one.build()
    assert failed.status == 1
    assert said in failed.log
    assert failed.files() == files
    assert len(files) > 10
    assert in_folder(one) == ["docs", "mkdocs.yml", "site"]


def test_a_build_that_fails_makes_no_site_where_there_was_none(one, project):
    one.write("docs/en/index.md", project.page("Home", BROKEN))
    assert one.build().status == 1
    assert in_folder(one) == ["docs", "mkdocs.yml"]


def test_a_build_that_fails_in_a_further_language_leaves_the_site_too(project):
    files = {"en/index.md": project.page("Home"), "fr/index.md": project.page("Accueil")}
    one = project(files)
    good = one.build().files()
    one.write("docs/fr/index.md", project.page("Accueil", BROKEN))
    failed = one.build()
    assert (failed.status, failed.files() == good) == (1, True)
    assert in_folder(one) == ["docs", "mkdocs.yml", "site"]
    one.write("docs/fr/index.md", project.page("Accueil", "Mieux."))
    mended = one.build()
    assert (mended.status, mended.log) == (0, "")
    assert "Mieux." in mended.text("fr/index.html")


def test_a_build_without_errors_replaces_the_site_whole(one, project):
    first = one.build()
    (first.site / "left-over.html").write_text("old")
    one.write("docs/en/more.md", project.page("More"))
    one.write("docs/en/index.md", project.page("Home", "Second."))
    one.configure(["index.md", "more.md"], {})
    second = one.build()
    assert (second.status, second.log) == (0, "")
    assert "Second." in second.text("index.html")
    assert "more/index.html" in tree(second)
    assert "left-over.html" not in tree(second)
    assert in_folder(one) == ["docs", "mkdocs.yml", "site"]


def test_without_strict_a_warning_is_no_failure(one, project):
    one.write("docs/en/index.md", project.page("Home", BROKEN))
    built = one.build(strict=False)
    assert built.status == 0
    assert "nowhere.md" in built.log
    assert "index.html" in tree(built)


def test_what_a_build_that_was_killed_left_behind_goes_with_the_next_one(one):
    (one.root / "site.next").mkdir()
    (one.root / "site.next" / "torn.html").write_text("half")
    (one.root / "site.old").mkdir()
    built = one.build()
    assert built.status == 0
    assert "torn.html" not in tree(built)
    assert in_folder(one) == ["docs", "mkdocs.yml", "site"]


def test_the_site_may_be_anywhere(one):
    built = one.build(site="public/kb")
    assert built.status == 0
    assert "index.html" in tree(built)
    assert in_folder(one) == ["docs", "mkdocs.yml", "public"]
    assert [path.name for path in (one.root / "public").iterdir()] == ["kb"]


def test_while_serving_mkdocs_builds_where_it_serves_from(one, tmp_path, monkeypatch):
    """`mkdocs serve` gives its own temporary folder and reads from it: nothing is swapped."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    config = load_config(str(one.root / "mkdocs.yml"), site_dir=str(tmp_path / "served"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs.commands.build.build(config, serve_url="http://127.0.0.1:8000/")
    assert (tmp_path / "served" / "index.html").is_file()
    config.plugins.on_shutdown()
    assert [path.name for path in tmp_path.iterdir()] == ["served"]


def test_the_files_of_the_theme_are_not_in_the_site(one):
    """Its scripts and styles are not used: 5 MB that nobody asks for."""
    names = {name for name in tree(one.build()) if not name.startswith("pagefind")}
    assert {name for name in names if name.endswith((".js", ".css"))} == set()


def test_data_and_sources_are_not_in_the_site(one):
    names = tree(one.build())
    assert not {name for name in names if name.endswith(".yml") or "_data" in name}
    copies = {name for name in names if name.endswith(".md")}
    assert "index.md" in copies
    assert {name for name in copies if not name.endswith("index.md")} == set()
