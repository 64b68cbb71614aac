"""The policy of the site in the words of web hosts: `_headers`, `_redirects`, nginx, Apache.

Each also says which page answers for an address that does not exist, in the language of the
address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scn.addresses import base_path
from scn.languages import SOURCE_LANGUAGE
from scn.security_policy import caching, security_headers

HEADERS_FILE = "_headers"
REDIRECTS_FILE = "_redirects"


def headers_file(site_url: str) -> str:
    """For Cloudflare Pages, Netlify and those that read the same file.

    Where two rules fit, their headers add up, so no header stands in two of them.
    """
    base = base_path(site_url)
    rules = [("*", security_headers())]
    rules += [(f"{prefix}*", (("Cache-Control", value),)) for prefix, value in caching()]
    lines = ["# Made by the build, from hooks/scn/security_policy.py."]
    for pattern, headers in rules:
        lines += ["", f"{base}{pattern}", *(f"  {name}: {value}" for name, value in headers)]
    return "\n".join(lines) + "\n"


def redirects_file(site_url: str, languages: Iterable[str]) -> str:
    """For Netlify; Cloudflare Pages finds the nearest `404.html` itself and skips these lines."""
    base = base_path(site_url)
    lines = ["# Made by the build: the page for an address that does not exist, by language."]
    lines += [f"{base}{code}/*  {base}{code}/404.html  404" for code in _translated(languages)]
    lines.append(f"{base}*  {base}404.html  404")
    return "\n".join(lines) + "\n"


def nginx_snippet(site_url: str, languages: Iterable[str]) -> str:
    """To be included in the `server` block of the site.

    `add_header` in a location would switch off those of the server: there, only `expires` and
    `error_page` are used, and Cache-Control says `max-age` without more.
    """
    base = base_path(site_url)
    codes = _translated(languages)
    lines = ["# Include this in the server block of the site (Debian: /etc/nginx/snippets/)."]
    lines += [f'add_header {name} "{value}" always;' for name, value in security_headers()]
    lines += [
        "",
        "server_tokens off;",
        "index index.html;",
        "charset utf-8;",
        "charset_types text/css text/javascript text/plain text/xml application/javascript",
        "    application/json image/svg+xml text/calendar text/markdown;",
        "gzip on;",
        "gzip_vary on;",
        "gzip_types text/css text/javascript text/plain text/xml application/javascript",
        "    application/json image/svg+xml text/calendar text/markdown;",
        "",
        f"error_page 404 {base}404.html;",
        *(f"location {base}{code}/ {{ error_page 404 {base}{code}/404.html; }}" for code in codes),
        "",
        *(
            f"location {base}{prefix} {{ expires {_max_age(value)}s; }}"
            for prefix, value in caching()
        ),
        "location ~ \\.ics$ { types { } default_type text/calendar; }",
        "location ~ \\.md$ { types { } default_type text/markdown; }",
    ]
    return "\n".join(lines) + "\n"


def apache_snippet(site_url: str, languages: Iterable[str]) -> str:
    """For Apache 2.4 with `mod_headers`: a `.htaccess`, or the `<Directory>` of the site."""
    base = base_path(site_url)
    lines = ["# A .htaccess in the folder of the site, or the content of its <Directory>."]
    lines += [f'Header always set {name} "{value}"' for name, value in security_headers()]
    lines += [
        "",
        "DirectoryIndex index.html",
        "AddDefaultCharset UTF-8",
        "AddCharset UTF-8 .css .js .json .txt .xml .svg .ics .md",
        "AddType text/calendar .ics",
        "AddType text/markdown .md",
        "",
        f"ErrorDocument 404 {base}404.html",
    ]
    for code in _translated(languages):
        lines += _if(f"{base}{code}/", f"ErrorDocument 404 {base}{code}/404.html")
    lines.append("")
    for prefix, value in caching():
        lines += _if(f"{base}{prefix}", f'Header set Cache-Control "{value}"')
    return "\n".join(lines) + "\n"


def _if(prefix: str, directive: str) -> Iterator[str]:
    yield f'<If "%{{REQUEST_URI}} =~ m#^{re.escape(prefix)}#">'
    yield f"    {directive}"
    yield "</If>"


def _max_age(value: str) -> str:
    return value.partition("max-age=")[2].partition(",")[0]


def _translated(languages: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for code in languages if code != SOURCE_LANGUAGE)
