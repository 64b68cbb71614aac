"""A walk through the site under the policy that is shipped: nothing is refused, nobody else asked.

Every test of a browser runs so (`watched`), those of filters, copying and searching too; here are
the kinds of page that others do not open, and the proof that what is forbidden is refused and seen.
"""

from __future__ import annotations

import pytest
from browser.accessibility_matrix import KINDS, LANGUAGES, prefix
from playwright.sync_api import expect

from scn.security_policy import policy_of_page, security_headers

pytestmark = pytest.mark.browser

MORE_KINDS = ("contribute/translations/", "network/members/", "network/news/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_refused_while_a_reader_walks_through_the_site(watched, language):
    one = watched()
    for path in (*KINDS.values(), *MORE_KINDS):
        page = one.open(prefix(language) + path)
        for button in page.locator("[popovertarget]:visible").all():
            button.click()
            page.keyboard.press("Escape")
        for summary in page.locator("summary:visible").all()[:3]:
            summary.click()
    page = one.open(f"{prefix(language)}sessions/subscribe/")
    page.locator(".scn-calendars button").first.click()
    page = one.open(f"{prefix(language)}search/?q=2024")
    page.wait_for_selector("#scn-search-results a")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_every_answer_has_the_headers_and_every_page_the_policy(new_context, address):
    page = new_context().new_page()
    wanted = [[name.lower(), value] for name, value in security_headers()]
    for path, template in [("", "home.html"), ("bg/search/", "search.html"), ("bg/404.html", "")]:
        answer = page.goto(address + path)
        found = answer.all_headers()
        assert [[name, found.get(name)] for name, _ in wanted] == wanted
        meta = page.locator("meta[http-equiv='Content-Security-Policy']")
        assert meta.get_attribute("content") == policy_of_page(template)
    assert page.request.get(address + "assets/js/search.js").headers["cache-control"] == (
        "public, max-age=600"
    )


FORBIDDEN = {
    "HTML from a text": ("document.body.innerHTML = '<b>x</b>'", "require-trusted-types-for"),
    "an inline style": (
        "const a = document.createElement('style'); a.append('p {}'); document.head.append(a)",
        "style-src-elem",
    ),
    "another host": ("fetch('https://example.eu/').catch(() => 0)", "connect-src"),
    "a picture of another host": ("new Image().src = 'https://example.eu/a.png'", "img-src"),
    "a picture in an address": ("new Image().src = 'data:image/gif;base64,R0lGOD'", "img-src"),
    "a frame": (
        "document.body.append(Object.assign(document.createElement('iframe'), {src: '/'}))",
        "frame-src",
    ),
    "WebAssembly": (
        "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).catch(() => 0)",
        "script-src",
    ),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_is_forbidden_is_refused_and_seen(new_context, address, what):
    """Else the tests that see nothing would be worth nothing."""
    code, directive = FORBIDDEN[what]
    page = new_context().new_page()
    page.goto(address)
    page.evaluate(
        "document.addEventListener('securitypolicyviolation',"
        " (event) => { document.documentElement.dataset.refused = event.effectiveDirective; })"
    )
    page.evaluate(f"() => {{ try {{ {code} }} catch {{ }} }}")
    expect(page.locator("html")).to_have_attribute("data-refused", directive)


def test_only_pages_that_search_may_compile_webassembly(new_context, address):
    page = new_context().new_page()
    page.goto(f"{address}search/")
    module = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))"
    assert page.evaluate(f"{module}.then(() => 'compiled')") == "compiled"


def test_no_other_site_can_put_a_page_into_a_frame(new_context, address, served, tmp_path):
    (tmp_path / "index.html").write_text(f'<iframe src="{address}"></iframe>')
    (tmp_path / "_headers").write_text("")
    with served(tmp_path) as other:
        page = new_context().new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(other)
        page.wait_for_timeout(300)
    assert any("frame-ancestors" in text for text in said)
