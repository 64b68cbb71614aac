"""What a browser may do with the site: the one place from which every host's headers are made.

Two content security policies apply to a page, and what either of them refuses is refused. The
header is the same for the whole site, because not every host can tell pages apart; the page itself
narrows it: WebAssembly, which the search needs, is for pages that search.
"""

from __future__ import annotations

SEARCH_TEMPLATES = frozenset({"search.html"})
"""Of pages on which the search runs."""

REFERRER_POLICY = "strict-origin-when-cross-origin"
"""Another site learns the name of this one, and not the page: docs/en/about/privacy.md says so."""

_ONE_YEAR = 365 * 24 * 60 * 60

# No fonts: the site has none. Workers are scripts (CSP Level 3 §6.8.3).
_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}

# Names that Chromium knows: others are reported on every page.
_NOBODY = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
_OWN_PAGES = ("clipboard-write",)
"""Buttons of ours copy addresses."""


def policy_of_page(template: str) -> str:
    """The content security policy in a page itself.

    `frame-ancestors` is left out: in a page it has no meaning (CSP Level 3 §3.3).
    """
    return _policy(has_search=template in SEARCH_TEMPLATES)


def security_headers() -> tuple[tuple[str, str], ...]:
    """Name and value of each header that every answer has, errors too."""
    policy = f"{_policy(has_search=True)}; frame-ancestors 'none'"
    permissions = [*(f"{name}=()" for name in _NOBODY), *(f"{name}=(self)" for name in _OWN_PAGES)]
    return (
        ("Content-Security-Policy", policy),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", ", ".join(sorted(permissions))),
        ("Referrer-Policy", REFERRER_POLICY),
        # For this host alone: whoever publishes the site may have others below the same name.
        ("Strict-Transport-Security", f"max-age={_ONE_YEAR}"),
        ("X-Content-Type-Options", "nosniff"),
    )


def caching() -> tuple[tuple[str, str], ...]:
    """The beginning of an address, relative to the site, and its `Cache-Control`; none overlap.

    Pages have none: they are asked for again each time, and sent again only if they have changed.
    """
    hashed, named = f"public, max-age={_ONE_YEAR}, immutable", "public, max-age=600"
    return (
        ("assets/", named),
        ("pagefind/filter/", hashed),  # the name of the file holds a digest of its content
        ("pagefind/fragment/", hashed),
        ("pagefind/index/", hashed),
    )


def _policy(*, has_search: bool) -> str:
    sources = dict(_SOURCES)
    if has_search:
        sources["script-src"] += " 'wasm-unsafe-eval'"
    return "; ".join(f"{name} {value}" for name, value in sources.items())
