"""Which style sheets and scripts are served; whether they say the same, a browser is asked."""

from __future__ import annotations

from scn.served_assets import JOINED, SESSIONS_SHEET, SITE_SHEET, served_assets


def test_the_sheets_of_every_page_are_one_and_licences_stay():
    typeset, frame = JOINED[SITE_SHEET]
    components, sessions = JOINED[SESSIONS_SHEET]
    sources = {
        frame: "/* ours */\np :is(a) { margin: 0; }\n",
        "assets/css/home.css": "h1 > a { color : red }\n",
        typeset: "/*! theirs, MIT */\n@layer theme { p { margin: 1px } }\n",
        sessions: "b { margin: 2px }\n",
        components: "a { margin: 3px }\n",
        "assets/js/a.js": "// ours\nconst a = `b  c`; // and so on\n",
    }
    assert dict(served_assets(sources)) == {
        SITE_SHEET: "/*! theirs, MIT */@layer theme{p{margin:1px}}p :is(a){margin:0}\n",
        SESSIONS_SHEET: "a{margin:3px}b{margin:2px}\n",
        components: "a{margin:3px}\n",
        "assets/css/home.css": "h1>a{color:red}\n",
        "assets/js/a.js": "const a=`b  c`;\n",
    }
    assert dict(served_assets({})) == {}
