"""The search for cyclic garbage is put off during a build only."""

import gc
import importlib.util
from pathlib import Path

import pytest

HOOK = Path(__file__).resolve().parents[2] / "hooks" / "garbage_collection.py"


@pytest.fixture
def hook():
    spec = importlib.util.spec_from_file_location("garbage_collection_under_test", HOOK)
    module = importlib.util.module_from_spec(spec)
    assert gc.isenabled()
    spec.loader.exec_module(module)
    yield module
    gc.enable()


def test_it_is_off_from_the_first_hook_on_until_the_end(hook):
    assert not gc.isenabled()
    hook.on_shutdown()
    assert gc.isenabled()


def test_it_is_on_while_a_preview_is_served(hook):
    server = object()
    assert hook.on_serve(server) is server
    assert gc.isenabled()


def test_after_a_build_it_is_on(project):
    one = project({"en/index.md": project.page("Home")}, languages=("en",))
    assert one.build().status == 0
    assert gc.isenabled()
