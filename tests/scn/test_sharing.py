"""What a page says to programs that show links: the whole of it, for each kind of page."""

import dataclasses
import json
import subprocess
from pathlib import Path

import pytest

from scn.content_load import load_content
from scn.frame import frame_of_page
from scn.languages import OFFICIAL_CODES
from scn.publication import Publication
from scn.sharing import NOT_SHARED, Property, open_graph_locale, sharing_view
from scn.site import site_from_content

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://kb.example.eu/base/"
HOSTILE = '</script><b>"&\u2028שלום'
SETTINGS = dict.fromkeys(
    (name for name in Publication.setting_names() if name != "publisher"), "x"
) | {
    "publisher": "The Network",
    "security_contact": "security@example.eu",
    "security_languages": "en",
}


@pytest.fixture(scope="module")
def site(project):
    one = project(
        {
            "en/index.md": project.page("Home"),
            "fr/index.md": project.page("Accueil"),
            "en/a/b.md": project.page("B"),
            "fr/a/b.md": project.page("Bé"),
            "en/new.md": project.page("New"),
        }
    )
    return site_from_content(
        load_content(one.root, docs=one.root / "docs"),
        site_url=SITE,
        repository="https://git.example.eu/kb",
        settings=SETTINGS,
        epoch=0,
        is_published=True,
        config_text="",
    )


@pytest.fixture
def view(site):
    def make(path, language, content_language=None, *, crumbs=(), title="T", **changed):
        one = dataclasses.replace(site, **changed)
        frame = frame_of_page(
            path,
            site.content.languages.by_code(language),
            content_language or language,
            languages=site.content.languages,
            tree=site.content.tree,
            site_url=SITE,
            is_noindex=one.is_example,
        )
        return sharing_view(
            one, frame, title=title, document_title=f"{title} – S", description="D", crumbs=crumbs
        )

    return make


def properties(view):
    return [(one.name, one.content) for one in view.properties]


def image(address, alt="T – S"):
    return [
        ("og:image", SITE + address),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", alt),
        ("twitter:card", "summary_large_image"),
    ]


def test_a_translation_names_itself_and_its_other_languages(view):
    one = view("a/b.md", "fr")
    assert properties(one) == [
        ("og:title", "T"),
        ("og:type", "article"),
        ("og:description", "D"),
        ("og:url", f"{SITE}fr/a/b/"),
        ("og:site_name", "fr: Smart Communities Network"),
        ("og:locale", "fr_FR"),
        ("og:locale:alternate", "en_GB"),
        *image("fr/a/b/share.png"),
    ]
    assert one.markdown == "fr/a/b/index.md"
    assert one.properties[-1] == Property(
        attribute="name", name="twitter:card", content="summary_large_image"
    )


def test_a_fallback_is_shared_as_the_english_page_with_its_picture(view):
    one = view("new.md", "fr", "en", crumbs=[("Home", "fr/")])
    assert properties(one) == [
        ("og:title", "T"),
        ("og:type", "article"),
        ("og:description", "D"),
        ("og:site_name", "Smart Communities Network"),
        ("og:locale", "en_GB"),
        *image("new/share.png"),
    ]
    assert (one.json_ld, one.markdown) == ("", "")


def test_without_publishing_no_picture_is_named(view):
    found = dict(properties(view("index.md", "en", is_published=False)))
    assert found["twitter:card"] == "summary"
    assert not [name for name in found if name.startswith("og:image")]
    assert found["og:type"] == "website"


def test_pages_of_data_are_in_all_languages_and_have_no_markdown(view):
    one = view("sessions/index.md", "el")
    found = properties(one)
    assert [value for name, value in found if name == "og:locale:alternate"] == ["en_GB", "fr_FR"]
    assert ("og:image", f"{SITE}el/sessions/share.png") in found
    assert one.markdown == ""


@pytest.mark.parametrize("path", ["404.md", "search.md"])
def test_pages_that_stand_for_no_text_are_not_shared(view, path):
    assert view(path, "fr") == NOT_SHARED


def test_the_example_is_not_shared(view):
    assert view("index.md", "en", is_example=True) == NOT_SHARED


def test_every_language_has_its_territory():
    found = {code: open_graph_locale(code) for code in OFFICIAL_CODES}
    assert {one[:3] for one in found.values()} == {f"{code}_" for code in OFFICIAL_CODES}
    some = {code: found[code] for code in ("en", "el", "sv", "da", "pt", "ga", "mt", "et", "cs")}
    assert some == {
        "en": "en_GB", "el": "el_GR", "sv": "sv_SE", "da": "da_DK", "pt": "pt_PT", "ga": "ga_IE",
        "mt": "mt_MT", "et": "et_EE", "cs": "cs_CZ",
    }  # fmt: skip
    assert open_graph_locale("xx") == "xx"


# JSON-LD


def data(view):
    head, tail = '<script type="application/ld+json">', "</script>"
    assert view.json_ld.startswith(head)
    assert view.json_ld.endswith(tail)
    return json.loads(view.json_ld[len(head) : -len(tail)])


def test_breadcrumbs_lead_to_the_page_itself(view):
    one = view("a/b.md", "fr", crumbs=[("Accueil", "fr/"), ("A", "fr/a/")])
    assert data(one) == {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Accueil", "item": f"{SITE}fr/"},
            {"@type": "ListItem", "position": 2, "name": "A", "item": f"{SITE}fr/a/"},
            {"@type": "ListItem", "position": 3, "name": "T", "item": f"{SITE}fr/a/b/"},
        ],
    }
    assert view("a/b.md", "fr").json_ld == ""


def test_the_home_page_describes_the_site(view):
    assert data(view("index.md", "fr")) == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "fr: Smart Communities Network",
        "alternateName": "fr: Smart Communities Network – fr: Knowledge base",
        "description": "D",
        "url": f"{SITE}fr/",
        "inLanguage": "fr",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "translationOfWork": {"@type": "WebSite", "url": SITE},
        "publisher": {"@type": "Organization", "name": "The Network"},
    }


def test_no_title_ends_the_element_that_it_is_in(view):
    one = view("a/b.md", "fr", title=HOSTILE, crumbs=[(HOSTILE, "fr/")])
    assert [each["name"] for each in data(one)["itemListElement"]] == [HOSTILE, HOSTILE]
    inside = one.json_ld.removeprefix('<script type="application/ld+json">')
    assert not set("<>&\u2028") & set(inside.removesuffix("</script>"))


def test_the_data_has_the_types_of_schema_org(view, node, require, tmp_path):
    compiler = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
    types = ROOT / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
    require(compiler.exists() and types.exists(), "typescript and schema-dts are not installed")
    website, crumbs = data(view("index.md", "fr")), data(view("a/b.md", "fr", crumbs=[("A", "a/")]))
    lines = [
        'import type { BreadcrumbList, WebSite, WithContext } from "schema-dts";',
        f"export const a: WithContext<WebSite> = {json.dumps(website)};",
        f"export const b: WithContext<BreadcrumbList> = {json.dumps(crumbs)};",
        "// @ts-expect-error: what is wrong is found",
        f"export const c: WithContext<BreadcrumbList> = {json.dumps(website)};",
    ]
    (tmp_path / "data.ts").write_text("\n".join(lines), "utf-8")
    options = {"noEmit": True, "strict": True, "skipLibCheck": True, "types": []}
    options["paths"] = {"schema-dts": [types.as_posix()]}
    settings = {"compilerOptions": options, "files": ["data.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings))
    run = subprocess.run(
        [*node, str(compiler), "--project", ".", "--pretty", "false"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert (run.stdout, run.returncode) == ("", 0)
