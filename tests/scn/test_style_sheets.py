"""Which style sheets are served; that they say the same, tests/browser/test_style_sheets.py asks
a browser."""

from __future__ import annotations

from scn.style_sheets import PARTS, SITE_SHEET, served_sheets


def test_the_sheets_of_every_page_are_one_and_licences_stay():
    sources = {
        PARTS[1]: "/* ours */\np :is(a) { margin: 0; }\n",
        "assets/css/home.css": "h1 > a { color : red }\n",
        PARTS[0]: "/*! theirs, MIT */\n@layer theme { p { margin: 1px } }\n",
    }
    assert dict(served_sheets(sources)) == {
        SITE_SHEET: "/*! theirs, MIT */@layer theme{p{margin:1px}}p :is(a){margin:0}\n",
        "assets/css/home.css": "h1>a{color:red}\n",
    }
    assert dict(served_sheets({})) == {}
