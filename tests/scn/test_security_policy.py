"""What a browser may do with the site, and the files in which hosts read it."""

from scn.host_files import headers_file, redirects_file
from scn.security_policy import policy_of_page, security_headers

PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'self';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)


def test_only_pages_that_search_may_compile_webassembly():
    assert policy_of_page("") == policy_of_page("agenda.html") == PAGE
    search = PAGE.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    assert policy_of_page("search.html") == search
    assert dict(security_headers())["Content-Security-Policy"] == (
        f"{search}; frame-ancestors 'none'"
    )


def test_nothing_is_allowed_that_other_hosts_or_inline_code_need():
    for policy in (policy_of_page("search.html"), dict(security_headers()).__str__()):
        for word in (
            "unsafe-inline",
            "'unsafe-eval'",
            "data:",
            "blob:",
            "http:",
            "https:",
            "src *",
        ):
            assert word not in policy


def test_headers_of_hosts_that_read_a_file_stand_in_one_rule_each():
    """Rules that both fit add up, and two content security policies would be a third one."""
    lines = headers_file("https://kb.example.eu/").split("\n")
    assert [line for line in lines if line.startswith("/")] == [
        "/*",
        "/assets/*",
        "/pagefind/filter/*",
        "/pagefind/fragment/*",
        "/pagefind/index/*",
    ]
    names = [line.split(":")[0].strip() for line in lines if line.startswith("  ")]
    assert sorted(set(names)) == [
        "Cache-Control",
        "Content-Security-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
        "Permissions-Policy",
        "Referrer-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
    ]
    assert {name: names.count(name) for name in names if names.count(name) > 1} == {
        "Cache-Control": 4
    }
    assert max(map(len, lines)) <= 2000  # Cloudflare Pages reads no longer line


def test_each_language_has_its_own_page_for_what_does_not_exist():
    assert redirects_file("https://city.eu/kb", ["en", "bg", "fr"]).split("\n")[1:] == [
        "/kb/bg/*  /kb/bg/404.html  404",
        "/kb/fr/*  /kb/fr/404.html  404",
        "/kb/*  /kb/404.html  404",
        "",
    ]
