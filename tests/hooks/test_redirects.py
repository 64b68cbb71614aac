"""The old address of a session that was renamed, in three languages."""

import pytest

CODES = ("en", "fr", "el")
SITE = "https://knowledge-base.example.org/"
SESSION = """\
kind: online-training
status: confirmed
announced: 2025-12-01
title: {en: Twins, fr: Jumeaux}
start: 2026-03-10T10:00
end: 2026-03-10T12:00
time_zone: Europe/Lisbon
online: {platform: webex}
previous_ids: [pt-2025-former]
"""


@pytest.fixture(scope="module")
def one(project):
    return project(
        {"en/index.md": project.page("Home"), "_data/sessions/pt/pt-2026-now.yml": SESSION},
        nav=["index.md", {"sessions": ["sessions/index.md"]}],
    )


@pytest.fixture(scope="module")
def built(one):
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return built


@pytest.mark.parametrize("language", CODES)
def test_the_old_address_leads_to_the_new_one(built, language):
    folder = "sessions/" if language == "en" else f"{language}/sessions/"
    page = built.page(f"{folder}pt-2025-former/")
    assert page.get("lang") == language
    (target,) = (m.get("content") for m in page.iter("meta") if m.get("http-equiv"))
    assert target == "0; url=../pt-2026-now/"
    (link,) = page.iter("link")
    assert link.get("href") == f"{SITE}{folder}pt-2026-now/"
    new = built.page(f"{folder}pt-2026-now/")
    (canonical,) = (each for each in new.iter("link") if each.get("rel") == "canonical")
    assert canonical.get("href") == link.get("href")
    assert page.find("head/title").text == new.find("head/title").text
    files = built.files()
    former, now = (files[f"{folder}{id_}/session.ics"] for id_ in ("pt-2025-former", "pt-2026-now"))
    assert former == now
    assert b"UID:pt-2025-former@" in now


def test_nobody_is_offered_the_old_address(built):
    """No list, sitemap, feed, calendar or search; what is known of it is data."""
    own = "pt-2025-former/"
    names = [name for name in built.files() if name.endswith((".html", ".xml", ".json", ".ics"))]
    naming = [name for name in names if f"sessions/{own}" in built.text(name)]
    assert naming == []
    assert [name for name in names if f'href="../{own}' in built.text(name)] == []
    for name in (name for name in names if f"/{own}index" in f"/{name}"):
        assert "data-pagefind-body" not in built.text(name)


def test_a_page_of_an_author_does_not_stand_at_an_old_address(project):
    files = {
        "en/index.md": project.page("Home"),
        "en/sessions/pt-2025-former.md": project.page("Mine"),
        "_data/sessions/pt/pt-2026-now.yml": SESSION,
    }
    built = project(files).build()
    assert built.status == 1
    assert built.log == (
        "ERROR: 1 problem in the content:\ndocs/en/sessions/pt-2025-former.md:1:1: A page is made"
        " from data at this place. Give the file another name, or delete it.\n"
    )
