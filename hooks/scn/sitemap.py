"""`sitemap.xml` with the translations of each page (sitemaps.org 0.9 and `xhtml:link`)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from scn.addresses import absolute_address
from scn.frame import hreflang_of
from scn.page_tree import PageTree

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(paths: Iterable[str], tree: PageTree, site_url: str) -> str:
    """Every real translation of every path; no dates, since nothing here knows true ones."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">',
    ]
    for path in sorted(paths):
        links = [
            f'    <xhtml:link rel="alternate" hreflang="{h.tag}" href={quoteattr(h.href)}/>'
            for h in hreflang_of(path, tree, site_url)
        ]
        for alternate in tree.alternates(path):
            location = quoteattr(absolute_address(site_url, alternate.address))[1:-1]
            lines += ["  <url>", f"    <loc>{location}</loc>", *links, "  </url>"]
    return "\n".join([*lines, "</urlset>", ""])
