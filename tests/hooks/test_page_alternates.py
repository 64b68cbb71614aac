"""Alternates come from the page tree, in place of a method of the i18n plugin."""

import importlib.metadata
import inspect
import json

import pytest
from mkdocs.structure.files import File
from mkdocs_static_i18n.reconfigure import ExtendedPlugin

RECORDER = """\
import json
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-105)
def on_files(files, config):
    '''Right after the i18n plugin: what each page has as alternates.'''
    config.theme.static_templates.clear()
    plugin = config.plugins["i18n"]
    found = {
        file.norm_src_uri: {
            language: getattr(other, "address", None) or getattr(other, "url", "")
            for language, other in file.alternates.items()
            # The plugin counts the source that stands in for a translation; it is none.
            if getattr(other, "locale", language) == language
        }
        for file in files.documentation_pages()
    }
    record = Path(config.config_file_path).with_name(f"{plugin.current_language}.json")
    record.write_text(json.dumps(found))
"""


def test_the_plugin_is_the_one_whose_method_is_replaced():
    """With another version, look at the method again before this number is changed."""
    assert importlib.metadata.version("mkdocs-static-i18n") == "1.3.1"
    assert list(inspect.signature(ExtendedPlugin.reconfigure_files_alternates).parameters) == [
        "self",
        "i18n_src_uris",
        "i18n_alternate_src_uris",
        "mkdocs_config",
        "create_i18n_file",
    ]
    source = inspect.getsource(ExtendedPlugin.reconfigure_files)
    assert source.count("self.reconfigure_files_alternates(") == 1


def alternates(project, *, by_plugin):
    """Without our own build, the plugin sees the files of all languages, and builds them itself."""
    hooks = ("page_alternates.py", "build_command.py")
    one = project(
        {
            "en/index.md": project.page("Home"),
            "fr/index.md": project.page("Accueil"),
            "el/index.md": project.page("Αρχική"),
            "en/package/roles.md": project.page("Roles"),
            "fr/package/roles.md": project.page("Rôles"),
            "en/glossary.md": project.page("Glossary"),
            "el/news.md": project.page("Νέα"),
            "en/news.md": project.page("News"),
        },
    )
    config = (one.root / "mkdocs.yml").read_text("utf-8")
    lines = config.split("\n")
    if by_plugin:
        lines = [line for line in lines if not any(hook in line for hook in hooks)]
    lines.insert(lines.index("hooks:") + 1, "  - recorder.py")
    one.write("mkdocs.yml", "\n".join(lines))
    one.write("recorder.py", RECORDER)
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return {
        code: {
            path: {language: address.removeprefix("./") for language, address in found.items()}
            for path, found in json.loads((one.root / f"{code}.json").read_text()).items()
        }
        for code in one.languages
    }


@pytest.fixture(scope="module")
def ours(project):
    return alternates(project, by_plugin=False)


def test_each_page_knows_its_translations_whatever_language_is_built(ours):
    expected = {
        "index.md": {"en": "", "fr": "fr/", "el": "el/"},
        "package/roles.md": {"en": "package/roles/", "fr": "fr/package/roles/"},
        "glossary.md": {"en": "glossary/"},
        "news.md": {"en": "news/", "el": "el/news/"},
    }
    assert ours == dict.fromkeys(("en", "fr", "el"), expected)


def test_the_plugin_finds_the_same_real_translations(project, ours):
    assert alternates(project, by_plugin=True) == ours


@pytest.fixture
def count_files(project, monkeypatch):
    made = 0
    init = File.__init__

    def counting(self, *args, **kwargs):
        nonlocal made
        made += 1
        init(self, *args, **kwargs)

    def count(pages, languages):
        nonlocal made
        files = {"en/index.md": project.page("Home")}
        files |= {f"en/page-{n}.md": project.page(f"Page {n}") for n in range(pages)}
        one = project(files, languages=languages)
        with monkeypatch.context() as patch:
            patch.setattr(File, "__init__", counting)
            made = 0
            assert one.build().status == 0
        return made

    return count


def test_the_work_grows_in_step_with_pages_and_with_languages(count_files):
    """24 languages of 61 pages made 439,200 files and took half of the build."""
    codes = ("en", "fr", "el", "de")
    in_two = [count_files(pages, codes[:2]) for pages in (2, 4, 6)]
    steps = [in_two[1] - in_two[0]]
    for number in (3, 4):
        few, more = (count_files(pages, codes[:number]) for pages in (2, 4))
        steps.append(more - few)
    assert in_two[2] - in_two[1] == steps[0] > 0
    # The copy in Markdown is of the language of the text alone.
    assert steps[2] - steps[1] == steps[1] - steps[0] > 0
