"""A walk in Debian's Firefox: the pages, the menus, a filter and the search work there too."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

WALK = Path(__file__).with_name("firefox_walk.mjs")
ROOT = Path(__file__).parents[2]


def test_a_walk_in_firefox(address, node, budgets, require):
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    require(program, "there is no Firefox: install Debian's package firefox-esr")
    driver = ROOT / "node_modules" / "puppeteer-core"
    require(driver.exists(), "the npm packages are not installed")
    ran = subprocess.run(
        [*node, str(WALK), program, address], capture_output=True, encoding="utf-8", timeout=240
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    budgets.record("firefox", len(told["faults"]), of=told["done"])
    assert told["faults"] == []
    assert told["version"].startswith("firefox/")
    assert told["done"] > 30
