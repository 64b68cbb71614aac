"""Templates are compiled once, in a process of its own, where several processes want them."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from engine import compile_ahead as ahead
from engine import whole_build
from engine.compiled_templates import CompiledTemplates
from engine.environment import environment_of
from engine.settings import Settings
from scn.building.inputs import Inputs

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
LANGUAGES = ("en", "fr", "el", "de", "bg", "mt")
needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="there is no fork")


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    monkeypatch.setattr(ahead, "available_cores", lambda: 2)
    monkeypatch.setenv("SCN_START_METHOD", "fork")  # also where other tests have left threads


@needs_fork
def test_a_build_has_no_template_left_to_compile(project, monkeypatch):
    compiled = []

    def compile_all(config, settings, inputs):
        wait = ahead.compile_ahead(config, settings, inputs)
        wait()
        compiled.extend((settings.cache / "templates").iterdir())
        monkeypatch.setattr(Environment, "_compile", None)

    monkeypatch.setattr(whole_build, "compile_ahead", compile_all)
    pages = {f"{code}/index.md": project.page("Home", id="home") for code in LANGUAGES}
    site = project(pages, languages=LANGUAGES)
    assert site.build(SCN_WORKERS="1", SCN_START_METHOD="fork").status == 0
    assert len(compiled) == len(TEMPLATES)
    assert all(path.suffix == ".jinja" for path in compiled)


@needs_fork
def test_what_is_compiled_is_not_compiled_again(project, monkeypatch):
    found = []

    def noting(*given):
        found.append(ahead.compile_ahead(*given))
        return found[-1]

    monkeypatch.setattr(whole_build, "compile_ahead", noting)
    pages = {f"{code}/index.md": project.page("Home", id="home") for code in LANGUAGES}
    site = project(pages, languages=LANGUAGES)
    for text in ("Text.", "Another."):
        site.write("docs/en/index.md", project.page("Home", text))
        assert site.build(SCN_WORKERS="1", SCN_START_METHOD="fork").status == 0
    first, second = found
    assert first is not None
    assert second is None


class Theme:
    def __init__(self, folder):
        self.dirs, self.static_templates = [str(folder)], set()

    def get_env(self):
        return Environment(loader=FileSystemLoader(self.dirs), autoescape=True)


@needs_fork
def test_a_template_with_a_mistake_is_left_to_who_shows_it(tmp_path, capfd):
    templates = tmp_path / "overrides"
    templates.mkdir()
    for name, text in {"a": b"{% if %}", "b": b"{{ text }}", "c": b"\xff"}.items():
        (templates / f"{name}.html").write_bytes(text)
    plugin = SimpleNamespace(on_env=lambda *_, **__: None)
    config = SimpleNamespace(theme=Theme(templates), plugins={"i18n": plugin}, hooks={})
    settings = Settings(is_plain=False, workers=0, cache=tmp_path / "cache")
    wait = ahead.compile_ahead(config, settings, inputs(6))
    wait()
    assert len(list((tmp_path / "cache" / "templates").iterdir())) == 1
    env = environment_of(config, settings, inputs(6).made_with())
    env._compile = None
    assert env.get_template("b.html").render(text="a") == "a"
    assert capfd.readouterr() == ("", "")


def inputs(languages):
    names = [f"docs/_data/strings/{number}.yml" for number in range(languages)]
    return Inputs(digests=dict.fromkeys(names, "0"), settings="s")


@pytest.mark.parametrize(
    ("is_plain", "cores", "method", "languages"),
    [
        (True, 2, "fork", 6),
        (False, 1, "fork", 6),
        (False, 2, "spawn", 6),
        (False, 2, "fork", 5),
    ],
)
def test_where_it_is_no_gain_nothing_is_compiled_ahead(
    tmp_path, monkeypatch, is_plain, cores, method, languages
):
    monkeypatch.setenv("SCN_START_METHOD", method)
    monkeypatch.setattr(ahead, "available_cores", lambda: cores)
    settings = Settings(is_plain=is_plain, workers=0, cache=tmp_path)
    assert ahead.compile_ahead(SimpleNamespace(), settings, inputs(languages)) is None
    assert not any(tmp_path.iterdir())


# What is kept of them


def environment(folder, made_with="1", *, autoescape=True, **settings):
    loader = DictLoader({"a.html": "{{ text }}\n{% if 1 %}\n!{% endif %}"})
    env = Environment(loader=loader, autoescape=autoescape, **settings)  # noqa: S701 - compared
    env.bytecode_cache = CompiledTemplates(folder, made_with)
    return env


SETTINGS = (
    {},
    {"autoescape": False},
    {"trim_blocks": True},
    {"trim_blocks": True, "lstrip_blocks": True},
)


def test_settings_of_the_templates_decide_about_them(tmp_path):
    for settings in (*SETTINGS, *SETTINGS):
        shown = environment(tmp_path, **settings).get_template("a.html").render(text="<a>")
        alone = environment(tmp_path, **settings)
        alone.bytecode_cache = None
        assert shown == alone.get_template("a.html").render(text="<a>")


def test_only_these_programs_know_what_they_have_compiled(tmp_path):
    assert not CompiledTemplates(tmp_path / "none", "1").are_known()
    environment(tmp_path).get_template("a.html")
    assert CompiledTemplates(tmp_path, "1").are_known()
    assert not CompiledTemplates(tmp_path, "2").are_known()
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert not CompiledTemplates(tmp_path, "1").are_known()
