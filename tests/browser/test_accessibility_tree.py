"""What a screen reader is told: three accessibility trees that somebody has read (aria/).

After a wanted change the tree as it is now is in the message of the failure (-vv).
"""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
FOLDER = Path(__file__).with_name("aria")
HELD = "bg/sessions/network-2024-onboarding-meeting/"
TREES = {
    "head": ("el/", 1280, "header"),
    "session": (HELD, 1280, "main"),
    "cards": ("contribute/components/", 320, ".scn-table--cards"),
}


@pytest.mark.parametrize("name", TREES)
def test_the_tree_is_the_one_that_was_read(watched, name):
    path, width, part = TREES[name]
    page = watched(viewport={"width": width, "height": 900}).open(path)
    expected = (FOLDER / f"{name}.yml").read_text("utf-8")
    assert page.locator(part).aria_snapshot() + "\n" == expected


@pytest.mark.parametrize("language", ["en", "el", "bg"])
def test_whatever_can_be_used_has_a_name(watched, language):
    one = watched()
    nameless = []
    for path in ["", "package/dissemination-session/", "sessions/", "contribute/translations/"]:
        page = one.open(path if language == "en" else f"{language}/{path}")
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        named = [node for node in tree if not node["ignored"] and node["role"]["value"] in NAMED]
        assert len(named) > 40
        nameless += [(path, node["role"]["value"]) for node in named if not node["name"]["value"]]
    assert nameless == []


NAMED = {"button", "checkbox", "combobox", "image", "link", "navigation", "region", "searchbox"}


@pytest.mark.parametrize("language", ["el", "bg"])
def test_the_name_of_the_network_says_that_it_is_english(watched, language):
    page = watched().open(f"{language}/")
    names = page.locator("header, footer").get_by_text("Smart Communities Network", exact=True)
    assert names.count() == 2
    assert (
        names.evaluate_all("(all) => all.map((one) => one.closest('[lang]').lang)")
        == ["en"] * names.count()
    )
