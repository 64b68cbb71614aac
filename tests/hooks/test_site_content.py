"""All data and all pages are read and checked once, before anything is built."""

BUILT = """\
def on_env(env, config, files):
    print(config.plugins["i18n"].current_language)
"""
SEEN = """\
from mkdocs.plugins import event_priority

SITES = []

@event_priority(-110)
def on_env(env, config, files):
    SITES.append(config.extra["scn"].content.sessions)

def on_shutdown():
    print(len(SITES), "languages,", len({id(sessions) for sessions in SITES}), "reading")
"""


def test_the_content_is_read_once_for_all_languages(project, capsys):
    """24 languages would read and check everything 24 times."""
    one = project({"en/index.md": project.page("Home"), "fr/index.md": project.page("Accueil")})
    one.write("seen.py", SEEN)
    config = (one.root / "mkdocs.yml").read_text("utf-8")
    one.write("mkdocs.yml", config.replace("hooks:\n", "hooks:\n  - seen.py\n", 1))
    built = one.build()
    assert (built.status, built.log) == (0, "")
    assert capsys.readouterr().out == "3 languages, 1 reading\n"


def test_the_languages_of_the_plugin_are_those_of_the_list(project):
    one = project({"en/index.md": project.page("Home")}, languages=("de", "en", "mt"))
    built = one.build()
    assert {page.get("lang") for page in built.pages.values()} == {"de", "en", "mt"}
    menu = next(one for one in built.page("").iter("ul") if one.get("class") == "scn-languages")
    assert [a.get("lang") for a in menu.iter("a")] == ["de", "en", "mt"]


def test_each_language_is_built_once_wherever_english_is_in_the_list(project, capsys):
    """The i18n plugin alone would begin with English, and build it again where it is listed."""
    one = project({"en/index.md": project.page("Home")}, languages=("de", "en", "mt"))
    one.write("built.py", BUILT)
    config = (one.root / "mkdocs.yml").read_text("utf-8")
    one.write("mkdocs.yml", config.replace("hooks:\n", "hooks:\n  - built.py\n", 1))
    assert one.build().status == 0
    assert capsys.readouterr().out.split() == ["de", "en", "mt"]


def test_a_command_may_be_given_from_any_folder(project, tmp_path):
    one = project({"en/index.md": project.page("Home")}, languages=("en",))
    ran = one.run("--strict", "--quiet", cwd=tmp_path)
    assert (ran.status, ran.log) == (0, "")
    assert (one.root / "site" / "index.html").is_file()
    assert list(tmp_path.iterdir()) == []


def test_a_command_may_name_the_file_of_the_configuration_by_a_relative_path(project):
    one = project({"en/index.md": project.page("Home")}, languages=("en",))
    ran = one.run(
        "--strict", "--quiet", "--config-file", f"{one.root.name}/mkdocs.yml", cwd=one.root.parent
    )
    assert (ran.status, ran.log) == (0, "")


def test_files_that_cannot_be_read_are_named_all_at_once(project):
    """Links that lead nowhere are what a moved folder leaves behind."""
    one = project({"en/index.md": project.page("Home")})
    good = one.build().files()
    for name in ("docs/en/gone.md", "docs/assets/gone.svg"):
        (one.root / name).parent.mkdir(exist_ok=True)
        (one.root / name).symlink_to(one.root / "nowhere")
    for built in (one.build(), one.run("--strict", "--quiet")):
        assert built.status == 1
        assert built.files() == good
        for name in ("docs/assets/gone.svg", "docs/en/gone.md"):
            assert (
                f"{name}:1:1: the file cannot be read (No such file or directory)."
                " Restore it, or delete it.\n"
            ) in built.log
        assert "2 problems in the content:" in built.log
        assert "Traceback" not in built.log
