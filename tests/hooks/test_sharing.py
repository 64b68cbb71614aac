"""Pictures, meta elements, Markdown copies and llms.txt of a built site, as others read them."""

import html
import json
import re
from io import BytesIO

import pytest
import yaml
from lxml import etree
from PIL import Image

SITE = "https://kb.example.eu/base/"
PUBLISH = {
    "SCN_PUBLISH": "1",
    "SCN_SITE_URL": SITE,
    "SCN_REPO_URL": "https://git.example.eu/kb",
    "SCN_PUBLISHER": "The Network",
    "SCN_CONTACT": "kb@example.eu",
    "SCN_DATA_CONTROLLER": "The Network",
    "SCN_ENFORCEMENT_BODY": "The Body",
    "SCN_SECURITY_CONTACT": "security@example.eu",
}
HOSTILE = '"Quotes" <b>&amp;</b> שלום 🎉 </script> ' + "long " * 14
TITLE = " ".join(HOSTILE.split())
TEXT = """\
The [home page](../index.md#home), a [file](plan.txt), a [picture](../assets/plan.svg), [texts][1].

[1]: texts.md#invitation

![How it runs](diagram:network)
"""
TEXTS = """\
## Invitation { #invitation }

[Download the invitation](texts/invitation.docx)

Dear members, come.
"""
SESSION = """\
kind: online-training
status: confirmed
announced: 2025-12-01
title: {en: 'Twins: </script> & "more"', fr: Jumeaux}
start: 2026-03-10T10:00
end: 2026-03-10T12:00
time_zone: Europe/Lisbon
online: {platform: webex}
"""


def _with_heading_as_text(page):
    """A title is text, but what stands in Markdown may be HTML."""
    return page.replace(f"# {TITLE}", f"# {html.escape(TITLE, quote=False)}")


@pytest.fixture(scope="module")
def one(project):
    return project(
        {
            "en/index.md": project.page("Home", template="home.html"),
            "fr/index.md": project.page("Accueil", template="home.html", id="home"),
            "en/package/roles.md": _with_heading_as_text(
                project.page(TITLE, TEXT, as_of="2025-12-31")
            ),
            "fr/package/roles.md": project.page("Rôles", TEXT),
            "el/package/roles.md": project.page("Ρόλοι", "Κείμενο."),
            "en/package/texts.md": project.page("Texts", TEXTS),
            "en/glossary.md": project.page("Glossary", "All.", template="glossary.html"),
            "en/package/plan.txt": "One.\n",
            "assets/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
            "_data/sessions/pt/pt-2026-spring-1.yml": SESSION,
        },
        nav=[
            "index.md",
            {"package": ["package/roles.md", "package/texts.md"]},
            {"sessions": ["sessions/index.md", "sessions/countries.md"]},
            {"glossary": ["glossary.md"]},
        ],
    )


@pytest.fixture(scope="module")
def published(one):
    built = one.build(site="published", **PUBLISH)
    assert (built.status, built.log) == (0, "")
    return built


@pytest.fixture(scope="module")
def built(one):
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return built


def meta(page):
    found = [
        (one.get("property") or one.get("name"), one.get("content"))
        for one in page.iter("meta")
        if one.get("property") or (one.get("name") or "").startswith("twitter:")
    ]
    return {name: content for name, content in found if name != "og:locale:alternate"}


def canonical(page):
    return next((one.get("href") for one in page.iter("link") if one.get("rel") == "canonical"), "")


def is_fallback(page):
    return page.find(".//article").get("lang") is not None


# Pictures


def test_every_page_that_is_shared_names_a_picture_that_is_there(published):
    named = set()
    for address, page in published.pages.items():
        said = meta(page)
        is_shared = bool(canonical(page)) or is_fallback(page)
        assert bool(said) == is_shared, address
        if is_shared:
            assert said["og:image"].startswith(SITE)
            named.add(said["og:image"].removeprefix(SITE))
    files = published.files()
    assert named == {name for name in files if name.endswith(".png")}
    assert len(named) > 40
    for name in named:
        image = Image.open(BytesIO(files[name]))
        image.load()
        assert (image.format, image.size) == ("PNG", (1200, 630))


def test_a_fallback_has_the_picture_of_the_english_page(published):
    page = published.page("fr/package/texts/")
    assert is_fallback(page)
    said = meta(page)
    assert (said["og:image"], said["og:title"], said["og:locale"], "og:url" in said) == (
        f"{SITE}package/texts/share.png", "Texts", "en_GB", False,
    )  # fmt: skip
    assert not (published.site / "fr" / "package" / "texts" / "share.png").exists()


def test_titles_differ_and_so_do_pictures(published):
    addresses = ("package/roles/", "fr/package/roles/", "el/package/roles/", "", "sessions/")
    assert len({(published.site / a / "share.png").read_bytes() for a in addresses}) == 5


def test_without_publishing_there_is_no_picture_and_no_page_names_one(built):
    assert not list(built.site.rglob("*.png"))
    assert "og:title" in meta(built.page(""))
    assert not [p for p in built.pages.values() if "og:image" in meta(p)]


@pytest.mark.slow
def test_a_second_build_draws_nothing_and_gives_the_same_bytes(one, published):
    kept = {
        p: p.stat().st_mtime_ns for p in (one.root / ".cache/scn/files").rglob("*") if p.is_file()
    }
    assert len(kept) > 40
    one.write(
        "docs/fr/package/roles.md", one.root.joinpath("docs/fr/package/roles.md").read_text("utf-8")
    )
    inodes = {path: path.stat().st_ino for path in kept}
    again = one.build(site="again", **PUBLISH)
    assert again.files() == published.files()
    assert {path: path.stat().st_ino for path in kept} == inodes
    plain = one.build(site="plain", SCN_PLAIN="1", **PUBLISH)
    assert plain.files() == published.files()


def test_a_damaged_picture_of_the_cache_is_drawn_again(one, published):
    folder = one.root / ".cache" / "scn"
    for path in folder.glob("*.zip"):
        path.unlink()
    for path in (folder / "files").rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    assert one.build(site="mended", **PUBLISH).files() == published.files()


# Meta elements and JSON-LD


def test_a_hostile_title_is_text_everywhere(published):
    page = published.page("package/roles/")
    said = meta(page)
    assert said["og:title"] == TITLE
    assert said["og:image:alt"] == f"{TITLE} – Smart Communities Network"
    (script,) = [one for one in page.iter("script") if one.get("type") == "application/ld+json"]
    items = json.loads(script.text)["itemListElement"]
    assert [(one["position"], one["name"], one["item"]) for one in items] == [
        (1, "Home", SITE),
        (2, TITLE, f"{SITE}package/roles/"),
    ]


def test_breadcrumbs_in_data_are_those_that_one_sees(published):
    for address, page in published.pages.items():
        scripts = [one.text for one in page.iter("script") if one.get("type")]
        data = [json.loads(text) for text in scripts if text and "BreadcrumbList" in text]
        seen = [one for one in page.iter("nav") if one.get("class") == "scn-breadcrumbs"]
        assert len(data) == (1 if seen and canonical(page) else 0), address
        if data:
            *above, own = data[0]["itemListElement"]
            shown = ["".join(a.itertext()) for a in seen[0].iter("a")]
            assert [one["name"] for one in above] == shown
            assert own["item"] == canonical(page)


# Markdown


def links_of(page, type_):
    return [one.get("href") for one in page.iter("link") if one.get("type") == type_]


def test_each_text_of_a_language_has_a_copy_and_its_page_names_it(built):
    copies = {name for name in built.files() if name.endswith(".md")}
    assert copies == {
        "index.md", "fr/index.md", "package/roles/index.md", "fr/package/roles/index.md",
        "el/package/roles/index.md", "package/texts/index.md", "glossary/index.md",
    }  # fmt: skip
    named = {f"{a}{h}" for a, page in built.pages.items() for h in links_of(page, "text/markdown")}
    assert named == copies


def test_a_copy_says_what_it_is_and_links_lead_to_where_the_page_leads(built):
    _, head, body = built.text("fr/package/roles/index.md").split("---\n", 2)
    site = "https://knowledge-base.example.org/"
    assert yaml.safe_load(head) == {
        "title": "Rôles",
        "description": "About Rôles.",
        "language": "fr",
        "url": f"{site}fr/package/roles/",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "state": "unpinned",
    }
    diagram = next(line for line in body.split("\n") if line.startswith("**How"))
    assert diagram.startswith("**How it runs** fr: Three levels")
    assert body.replace(diagram, "…") == (
        "\n# Rôles\n\n"
        f"The [home page]({site}fr/#home), a [file]({site}package/plan.txt),"
        f" a [picture]({site}assets/plan.svg), [texts][1].\n\n"
        f"[1]: {site}fr/package/texts/#invitation\n\n…\n"
    )
    english = built.text("package/roles/index.md")
    head = yaml.safe_load(english.split("---\n", 2)[1])
    assert (head["title"], head["as_of"], head["state"]) == (TITLE, "2025-12-31", "source")
    texts = built.text("package/texts/index.md")
    assert f"]({site}package/texts/invitation.docx)" in texts
    assert len(re.findall("^## ", built.text("glossary/index.md"), re.MULTILINE)) > 50


LINK = re.compile(r"- \[(?P<title>(?:\\.|[^\\\]])+)\]\((?P<url>\S+)\)(?:: .+)?")


def test_llms_txt_has_the_form_of_its_proposal_and_leads_to_what_is_there(built):
    site = "https://knowledge-base.example.org/"
    names = [name for name in built.files() if name.endswith("llms.txt")]
    assert sorted(names) == ["el/llms.txt", "fr/llms.txt", "llms.txt"]
    for name in names:
        title, empty, summary, *rest = built.text(name).split("\n")
        assert title.startswith("# ")
        assert empty == ""
        if name != "el/llms.txt":
            assert summary.startswith("> About ")
        sections = "\n".join(rest).split("\n## ")[1:]
        assert len(sections) >= 3
        for section in sections:
            _, blank, *lines = section.rstrip("\n").split("\n")
            assert blank == ""
            found = [LINK.fullmatch(line) for line in lines]
            assert all(found), section
            for one in found:
                assert one["url"].startswith(site)
                assert (built.site / one["url"].removeprefix(site)).is_file()
    french = built.text("fr/llms.txt")
    assert "## fr: Informative package\n\n- [Rôles](" in french
    assert "Texts" not in french


def test_the_sitemap_is_read_by_an_xml_parser_and_its_alternates_are_complete(published):
    root = etree.fromstring((published.site / "sitemap.xml").read_bytes())
    space = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    found = {}
    for url in root.findall("s:url", space):
        links = {one.get("hreflang"): one.get("href") for one in url.findall("x:link", space)}
        found[url.findtext("s:loc", namespaces=space)] = links
    assert found.keys() == {canonical(p) for p in published.pages.values() if canonical(p)}
    assert found[f"{SITE}el/package/roles/"] == {
        "en": f"{SITE}package/roles/",
        "fr": f"{SITE}fr/package/roles/",
        "el": f"{SITE}el/package/roles/",
        "x-default": f"{SITE}package/roles/",
    }


# Files of authors in the place of these


@pytest.mark.parametrize(
    "name", ["robots.txt", "sitemap.xml", "en/llms.txt", "llms.txt", "en/sessions/calendar.ics"]
)
def test_a_file_of_an_author_in_the_place_of_one_made_from_data_is_a_problem(project, name):
    files = {"en/index.md": project.page("Home"), name: "Mine.\n"}
    failed = project(files, languages=("en", "fr"), nav=["index.md"]).build()
    said = (
        f"ERROR: 1 problem in the content:\ndocs/{name}:1:1: A file is made from data at this"
        " place. Give the file another name, or delete it.\n"
    )
    assert (failed.status, failed.log) == (1, said)
