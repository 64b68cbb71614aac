"""A build that is broken off at any moment harms nothing: the next one is right."""

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from operator import le

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes in another way"),
]
SECONDS = [0.4, 0.8, 1.1, 1.4]
"""After the start; what happens then depends on the machine, and all of it must be harmless."""


@pytest.fixture(scope="module")
def site(rich, project):
    files = {f"en/page-{n}.md": project.page(f"Page {n}", "Text. " * 200) for n in range(8)}
    return rich({"en/index.md": project.page("Home", "Begin."), **files})


@pytest.fixture
def broken_off(site):
    """Begin a build, and end it or interrupt it; its exit status and what it said."""

    def begin(is_time, how, **env):
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=site.root,
            env={**os.environ, **site.env, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        started = time.monotonic()
        while process.poll() is None and not is_time(time.monotonic() - started):
            time.sleep(0.01)
        if process.poll() is None:
            os.killpg(process.pid, how)
        said, _ = process.communicate(timeout=30)
        return process.returncode, said

    return begin


def left(site):
    """What is beside the site and the other folders of the project."""
    return {path.name for path in site.root.iterdir() if path.name.startswith("site.")}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_after_builds_that_were_killed_the_next_one_is_right(site, broken_off, differing, workers):
    site.warm("--strict")
    ends = []
    for number, seconds in enumerate(SECONDS):
        site.write("docs/fr/page-1.md", site.text("docs/en/page-1.md") + f"\nNo. {number}.\n")
        status, _ = broken_off(partial(le, seconds), signal.SIGKILL, SCN_WORKERS=workers)
        ends.append(status)
        if number % 2:
            shutil.rmtree(site.root / "site", ignore_errors=True)  # then all packs are read
        warm, cold = site.both("--strict")
        assert (warm.status, warm.warnings) == (0, [])
        assert differing(warm.files, cold.files) == set()
    assert -signal.SIGKILL in ends
    assert left(site) == set()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_who_interrupts_a_build_keeps_the_site_and_is_shown_no_fault(
    site, broken_off, differing, workers
):
    before = site.warm("--strict").files
    site.edit("docs/en/index.md", "Begin.", "Begin again.")
    shutil.rmtree(site.root / ".cache")
    parts = site.root / "site.parts"
    status, said = broken_off(lambda _: parts.exists(), signal.SIGINT, SCN_WORKERS=workers)
    site.edit("docs/en/index.md", "Begin again.", "Begin.")
    assert status != 0
    assert "Traceback" not in said
    assert left(site) == set()
    assert differing(site.files("site"), before) == set()
    after = site.warm("--strict")
    assert differing(after.files, before) == set()
