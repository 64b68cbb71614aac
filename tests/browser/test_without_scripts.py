"""Without JavaScript one can read, navigate, change the language, filter, subscribe and search."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

import pytest
from browser.accessibility_matrix import KINDS, prefix

pytestmark = pytest.mark.browser


class Steps:
    """What a reader wants to do, and what did not work."""

    def __init__(self) -> None:
        self.done = 0
        self.faults: list[str] = []

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        self.done += 1
        try:
            yield
        except Exception as error:  # noqa: BLE001 - each step is told, whatever went wrong
            self.faults.append(f"{what}: {error}")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", ["en", "bg"])
def test_a_walk_without_scripts(watched, budgets, language, width):
    one = watched(viewport={"width": width, "height": 800}, java_script_enabled=False)
    one.page.set_default_timeout(3000)
    home, steps = one.address + prefix(language), Steps()
    for kind, path in KINDS.items():
        with steps.step(f"read: {kind}"):
            page = one.open(prefix(language) + path)
            assert page.locator("h1").is_visible()
            assert len(page.locator("main").inner_text()) > 100
            assert page.locator(".scn-script:visible").count() == 0
    with steps.step("navigate"):
        page = one.open(prefix(language))
        if width == 320:
            page.locator("[popovertarget='scn-menu']").first.click()
            part = page.locator("#scn-menu summary").first
            part.click()
            page.locator("#scn-menu details[open] a").first.click()
        else:
            page.locator(".scn-sections a").first.click()
        assert page.url == f"{home}package/"
        page.locator("main [rel='next']").click()
        assert page.url == f"{home}package/what-the-network-is/"
        page.locator(".scn-breadcrumbs a").first.click()
        assert page.url == home
    with steps.step("change the language"):
        page = one.open(prefix(language) + "sessions/pt/")
        page.locator("[popovertarget='scn-languages']").first.click()
        page.locator("#scn-languages a[lang='el']").click()
        assert page.url == f"{one.address}el/sessions/pt/"
    with steps.step("filter"):
        page = one.open(prefix(language) + "sessions/")
        page.locator("main a[href*='countries/']").first.click()
        page.locator("main table a[href$='pt/']").first.click()
        assert page.url == f"{home}sessions/pt/"
        assert page.locator(".scn-session").count() > 0
    with steps.step("subscribe"):
        for path, ending, start in (
            ("sessions/subscribe/", ".ics", b"BEGIN:VCALENDAR"),
            ("sessions/pt/", "feed.xml", b"<?xml"),
        ):
            page = one.open(prefix(language) + path)
            href = page.locator(f"main a[href$='{ending}']").first.get_attribute("href")
            # A calendar is named by the address where it will be published: webcal://…
            place = urljoin(page.url, urlsplit(href).path if "://" in href else href)
            assert page.request.get(place).body().startswith(start)
    with steps.step("look something up"):
        page = one.open(prefix(language) + "search/?q=roles")
        page.locator("main a[href*='a-z']").first.click()
        assert page.url == f"{home}a-z/"
        assert page.locator("main li a").count() > 50
    budgets.record("no scripts", len(steps.faults), of=steps.done)
    assert steps.faults == []
