"""`dev.py build --publish` refuses what nobody has decided yet."""

import pytest

DECIDED = {
    "SCN_SITE_URL": "https://kb.example.eu/",
    "SCN_REPO_URL": "https://git.example.eu/network/kb",
    "SCN_PUBLISHER": "The Network",
    "SCN_CONTACT": "office@example.eu",
    "SCN_DATA_CONTROLLER": "The Controller",
    "SCN_ENFORCEMENT_BODY": "The Body",
    "SCN_SECURITY_CONTACT": "security@example.eu",
}


@pytest.fixture(scope="module")
def one(project):
    page = project.page("Licence", "Text.", template="publication.html")
    return project({"en/index.md": project.page("Home"), "en/licence.md": page}, languages=("en",))


def place(one, key):
    """Where a setting stands in mkdocs.yml."""
    lines = (one.root / "mkdocs.yml").read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, start=1) if line.strip().startswith(f"{key}:"))
    return f"mkdocs.yml:{number}:{lines[number - 1].index(key) + 1}"


def test_all_placeholders_are_refused_at_once(one):
    failed = one.build(SCN_PUBLISH="1")
    assert failed.status == 1
    names = (
        "site_url",
        "repo_url",
        "publisher",
        "contact",
        "data_controller",
        "enforcement_body",
        "security_contact",
    )
    assert failed.log.split("\n") == [
        "ERROR: 7 problems in the content:",
        *(
            f"{place(one, name)}: {name} is still a placeholder."
            " Write the real one before publishing."
            for name in names
        ),
        "",
    ]
    assert not failed.site.exists()


def test_one_that_is_left_is_refused_too(one):
    failed = one.build(SCN_PUBLISH="1", **{**DECIDED, "SCN_CONTACT": "kb@example.org"})
    assert (failed.status, failed.log) == (
        1,
        (
            "ERROR: 1 problem in the content:\n"
            f"{place(one, 'contact')}: contact is still a placeholder."
            " Write the real one before publishing.\n"
        ),
    )


def test_a_site_with_everything_decided_is_built_and_says_it(one):
    built = one.build(SCN_PUBLISH="1", **DECIDED)
    assert (built.status, built.log) == (0, "")
    page = built.text("licence/index.html")
    for name in ("SCN_PUBLISHER", "SCN_CONTACT", "SCN_DATA_CONTROLLER", "SCN_ENFORCEMENT_BODY"):
        assert DECIDED[name] in page
    every = "".join(built.text(name) for name in built.files() if name.endswith((".html", ".xml")))
    assert "example.org" not in every


def test_without_publishing_placeholders_are_shown_as_not_decided(one):
    built = one.build()
    assert built.status == 0
    page = built.page("licence/")
    (box,) = [one for one in page.iter() if one.get("aria-labelledby") == "publication"]
    values = ["".join(value.itertext()).strip() for value in box.iter("dd")]
    assert values == ["not decided yet"] * 4
    assert "example.org" not in "".join(box.itertext())


def test_a_setting_that_is_missing_is_named(project):
    one = project(
        {"en/index.md": project.page("Home")},
        languages=("en",),
        replace={"    uid_domain:": "    uid_domian:"},
    )
    failed = one.build()
    assert (failed.status, failed.log) == (
        1,
        (
            "ERROR: 1 problem in the content:\n"
            f"{place(one, 'extra')}: extra.publication.uid_domain is missing. Write it.\n"
        ),
    )


def test_a_published_site_says_whom_to_tell_of_a_weakness(one):
    settings = {**DECIDED, "SCN_SITE_URL": "https://city.example.eu/kb/"}
    built = one.build(SCN_PUBLISH="1", SOURCE_DATE_EPOCH="1767225600", **settings)
    assert (built.status, built.log) == (0, "")
    assert built.text(".well-known/security.txt") == (
        "Contact: mailto:security@example.eu\n"
        "Expires: 2026-12-31T00:00:00Z\n"
        "Preferred-Languages: en\n"
        "Canonical: https://city.example.eu/.well-known/security.txt\n"
    )
    assert built.text("_headers").split("\n")[2] == "/kb/*"
    assert built.text("_redirects").split("\n")[1:] == ["/kb/*  /kb/404.html  404", ""]


def test_while_nobody_is_named_no_file_says_whom_to_tell(one):
    assert ".well-known/security.txt" not in one.build().files()


def test_a_contact_that_would_make_two_lines_is_refused(one):
    failed = one.build(SCN_SECURITY_CONTACT="a@b.eu\nExpires: never", SCN_SECURITY_LANGUAGES="e")
    assert (failed.status, failed.log) == (
        1,
        (
            "ERROR: 2 problems in the content:\n"
            f"{place(one, 'security_contact')}: security_contact:"
            ' "a@b.eu\\nExpires: never" cannot be used. Write a mailbox such as'
            " security@city.eu, or an address that begins with https://.\n"
            f'{place(one, "security_languages")}: security_languages: "e" cannot be used.'
            " Write codes of languages with commas between, such as en, fr.\n"
        ),
    )
