"""What the environment says about how to build."""

from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from engine.settings import Settings, settings_of


@pytest.fixture
def found(tmp_path, monkeypatch):
    for name in ("SCN_PLAIN", "SCN_WORKERS", "SCN_CACHE"):
        monkeypatch.delenv(name, raising=False)

    def read(**env):
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        return settings_of(SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml")))

    return read


def test_without_settings_there_is_a_cache_beside_the_configuration(found, tmp_path):
    assert found() == Settings(is_plain=False, workers=0, cache=tmp_path / ".cache" / "scn")


def test_the_cache_may_be_elsewhere(found, tmp_path):
    assert found(SCN_CACHE=str(tmp_path / "other")).cache == tmp_path / "other"


@pytest.mark.parametrize(("value", "is_plain"), [("1", True), ("0", False), ("", False)])
def test_plain_is_one(found, value, is_plain):
    assert found(SCN_PLAIN=value).is_plain is is_plain


@pytest.mark.parametrize(("value", "workers"), [("", 0), ("0", 0), ("1", 1), ("16", 16)])
def test_workers_are_a_number(found, value, workers):
    assert found(SCN_WORKERS=value).workers == workers


@pytest.mark.parametrize("value", ["two", "-1", "1.5", " 2"])
def test_what_is_no_number_is_one_sentence(found, value):
    with pytest.raises(PluginError) as error:
        found(SCN_WORKERS=value)
    assert str(error.value) == f"SCN_WORKERS is {value!r}. Write a whole number of processes."


def test_where_no_cache_can_be_written_the_build_is_plain(found, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert found(SCN_CACHE=str(tmp_path / "file" / "cache")).is_plain
