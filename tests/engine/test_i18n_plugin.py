"""What is done in place of the i18n plugin gives what the plugin gives."""

from types import SimpleNamespace

import mkdocs_static_i18n.folder
import pytest
from mkdocs.structure.files import File, InclusionLevel

from engine.i18n_plugin import events_without_titles, file_from_path, i18n_file

CONFIG = SimpleNamespace(docs_dir="/kb/docs", site_dir="/kb/site", use_directory_urls=True)
LANGUAGES = ("bg", "de", "en", "fr", "zh-Hans")
NAMES = (
    "en/index.md",
    "fr/index.md",
    "zh-Hans/index.md",
    "en/package/roles.md",
    "fr/package/a b/rôles.md",
    "en/package/README.md",
    "README.md",
    "xx/page.md",
    "xxx/page.md",
    "pt-BR/page.md",
    "en/fr/page.md",
    "fr/en/page.md",
    "index.md",
    "en",
    "en.md",
    "assets/css/frame.css",
    "as/picture.svg",
    "en/picture.svg",
    "fr/picture.svg",
    "en/index/page.md",
)


def seen(file):
    values = {**vars(file), "alternates": [*file.alternates], "itself": file.alternates}
    values["itself"] = [one is file for one in file.alternates.values()]
    names = ("dest_uri", "dest_path", "url", "abs_dest_path", "abs_src_path", "name", "src_path")
    return values | {name: getattr(file, name) for name in names}


@pytest.mark.parametrize("current", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_becomes_that_of_a_language_as_in_the_plugin(name, current):
    file = File(name, CONFIG.docs_dir, CONFIG.site_dir, True, inclusion=InclusionLevel.NOT_IN_NAV)
    given = (file, current, "en", LANGUAGES, CONFIG)
    assert seen(i18n_file(*given)) == seen(mkdocs_static_i18n.folder.create_i18n_file(*given))


@pytest.mark.parametrize(
    "path", ["", ".", "a.md", "en/a.md", "fr/a.md", "de/a.md", "fr", "c.md", "b.svg"]
)
@pytest.mark.parametrize("current", ["en", "fr"])
def test_a_link_leads_to_the_file_of_the_plugin(path, current):
    config = SimpleNamespace(fallback_to_default=True)
    plugin = SimpleNamespace(current_language=current, default_language="en", config=config)
    names = ("en/a.md", "fr/a.md", "en/index.md", "de/a.md", "fr/b.svg", "b.svg")
    files = mkdocs_static_i18n.folder.I18nFiles(plugin, [])
    for name in names:
        files.append(File(name, CONFIG.docs_dir, CONFIG.site_dir, True))
    assert file_from_path(files, path) is files.get_file_from_path(path)


class Plugin:
    def __init__(self, titles):
        language = SimpleNamespace(admonition_translations=titles)
        self.config = SimpleNamespace(
            languages=[SimpleNamespace(admonition_translations={}), language]
        )

    def on_page_markdown(self, markdown, **_):
        return markdown


def other(markdown, **_):
    return markdown


def test_titles_of_notes_are_left_out_where_there_are_none():
    for titles, is_left_out in (({}, True), (None, True), ({"note": "Note"}, False)):
        plugin = Plugin(titles)
        events = {"page_markdown": [other, plugin.on_page_markdown, other], "nav": [other]}
        config = SimpleNamespace(plugins=SimpleNamespace(events=events))
        found = events_without_titles(config, plugin)
        assert events["page_markdown"][1] == plugin.on_page_markdown
        assert found["nav"] == [other]
        assert (found["page_markdown"][1] != plugin.on_page_markdown) == is_left_out
        assert found["page_markdown"][::2] == [other, other]
        if is_left_out:
            assert found["page_markdown"][1]("a\r\nb\n", page=None) == "a\nb"
