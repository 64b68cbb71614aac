"""What a build warns about, it warns about again, whatever is remembered."""

import shutil

import pytest

MORE = "## Part { #part }\n\nText."
CODE = "## Problems { #problems }\n\nThe code.\n\n::: scn.problems.Problem"
TERM = """\
terms:
  - {id: api, term: API, meaning: A way to ask., source: general knowledge}
labels:
  - {id: other, term: Other}
"""


def cold(one, *, strict=True, **env):
    """The same tree, built by who remembers nothing."""
    cache = one.root / "cold-cache"
    shutil.rmtree(cache, ignore_errors=True)
    return one.build(strict=strict, site="cold", SCN_CACHE=str(cache), **env)


def said(built):
    return (built.status, built.log)


@pytest.fixture
def one(project):
    """Its first page stands in for a French one, too."""
    return project(
        {
            "en/index.md": project.page("Home", "See [what else there is](more.md#part)."),
            "en/more.md": project.page("More", MORE),
            "en/other.md": project.page("Other", "A [file](file.txt) and [home](index.md)."),
            "fr/more.md": project.page("Plus", MORE),
            "en/file.txt": "One.\n",
        },
        languages=("en", "fr"),
        nav=["index.md", "more.md", "other.md"],
    )


MISTAKES = {
    "a link to no page": ("[a](nowhere.md)", "'nowhere.md'"),
    "a link to no anchor of another page": ("[a](more.md#nowhere)", "'#nowhere'"),
    "a link to no anchor of the page": ("[a](#nowhere)", "'#nowhere'"),
    "a picture that is not there": ("![A](nowhere.png)", "'nowhere.png'"),
    "a link from the root": ("[a](/more/)", "'/more/'"),
    "a link to a folder": ("[a](more/)", "'more/'"),
    "a reference to nothing": ("[a][scn.nowhere]", "'scn.nowhere'"),
}


@pytest.mark.parametrize(("text", "name"), MISTAKES.values(), ids=MISTAKES)
def test_a_strict_build_fails_warm_as_it_fails_cold_until_all_is_mended(one, project, text, name):
    good = one.build()
    assert said(good) == (0, "")
    one.write("docs/en/index.md", project.page("Home", text))
    expected = said(cold(one))
    assert (expected[0], name in expected[1]) == (1, True)
    assert said(one.build()) == expected
    assert said(one.build()) == expected
    one.write("docs/en/other.md", project.page("Other", "Changed."))
    assert said(one.build()) == expected
    one.write("docs/fr/more.md", project.page("Autre", MORE))
    assert said(one.build()) == expected == said(cold(one))
    one.write("docs/en/index.md", project.page("Home", "See [what else there is](more.md#part)."))
    mended = one.build()
    assert said(mended) == (0, "")
    assert mended.files() == cold(one).files()


@pytest.mark.parametrize(("text", "name"), MISTAKES.values(), ids=MISTAKES)
def test_without_strict_a_warning_comes_again_although_nothing_has_changed(
    one, project, text, name
):
    one.write("docs/en/index.md", project.page("Home", text))
    first = one.build(strict=False)
    assert (first.status, name in first.log) == (0, True)
    files = first.files()
    again = one.build(strict=False)
    assert said(again) == said(first) == said(cold(one, strict=False))
    assert again.files() == files
    assert one.build().status == 1  # and strict, it is a failure


def test_a_mistake_that_several_languages_show_is_said_once(one, project):
    """But an anchor may be missing in the text of each language: then that is said of each."""
    one.write("docs/en/index.md", project.page("Home", "[a](nowhere.md) and [b](more.md#here)"))
    for _ in range(2):
        lines = one.build(strict=False).log.splitlines()
        names = ("'nowhere.md'", "'en/more.md'", "'fr/more.md'")
        assert [name for line in lines for name in names if name in line] == [*names]
        assert len(lines) == 3


def test_a_build_that_only_warned_does_not_let_a_strict_one_pass(one, project):
    one.write("docs/fr/more.md", project.page("Plus", "[a](nowhere.md)"))
    assert one.build(strict=False).status == 0
    strict = one.build()
    assert said(strict) == said(cold(one))
    assert strict.status == 1


def test_a_language_that_only_another_build_made_warns_when_it_is_its_turn(one, project):
    one.write("docs/fr/more.md", project.page("Plus", "[a](nowhere.md)"))
    assert said(one.build(SCN_LANGUAGES="en")) == (0, "")
    assert said(one.build()) == said(cold(one)) != (0, "")
    assert said(one.build(SCN_LANGUAGES="en")) == (0, "")


# What is linked to changes, and not the page with the link

VANISHED = {
    "a page": (
        {"docs/en/more.md": None, "docs/fr/more.md": None},
        "en/index.md' contains a link 'more.md#part'",
    ),
    "an anchor": (
        {"docs/en/more.md": "Without it."},
        "en/index.md' contains a link 'more.md#part'",
    ),
    "an anchor of the translation": (
        {"docs/fr/more.md": "Sans cela."},
        "en/index.md' contains a link 'more.md#part'",
    ),
    "a translation, and the source has no such anchor": (
        {"docs/fr/more.md": None, "docs/en/more.md": "## Other { #other }\n\nText."},
        "en/index.md' contains a link 'more.md#part'",
    ),
    "a file": ({"docs/en/file.txt": None}, "en/other.md' contains a link 'file.txt'"),
    "the start page": (
        {"docs/en/index.md": None, "docs/fr/index.md": "Accueil."},
        "en/other.md' contains a link 'index.md'",
    ),
}


@pytest.mark.parametrize(("changes", "sentence"), VANISHED.values(), ids=VANISHED)
def test_a_link_to_what_vanished_is_said_although_its_page_is_as_it_was(
    one, project, changes, sentence
):
    assert said(one.build()) == (0, "")
    for name, text in changes.items():
        one.write(name, text and project.page("More", text))
    left = {"index.md", "more.md", "other.md"} - {
        name.removeprefix("docs/en/") for name, text in changes.items() if text is None
    }
    one.configure(sorted(left), {})
    warm = one.build()
    assert said(warm) == said(cold(one))
    assert warm.status == 1
    assert sentence in warm.log
    assert said(one.build()) == said(warm)


def test_a_term_that_vanished_is_said_although_its_page_is_as_it_was(project):
    one = project(
        {
            "en/index.md": project.page("Home", "An [API](glossary.md#api)."),
            "en/glossary.md": project.page("Glossary", "All.", template="glossary.html"),
            "_data/terms.yml": TERM,
        },
        languages=("en", "fr"),
    )
    assert said(one.build()) == (0, "")
    one.write("docs/_data/terms.yml", TERM.replace("id: api", "id: app"))
    warm = one.build()
    assert said(warm) == said(cold(one))
    assert (warm.status, warm.log.count("'#api'")) == (1, 1)


def test_a_reference_of_the_code_that_vanished_is_said_although_its_page_is_as_it_was(project):
    page = project.page("Reader", "The [problem][scn.problems.Problem].")
    one = project(
        {
            "en/index.md": project.page("Home"),
            "en/code.md": project.page("Code", CODE),
            "en/reader.md": page,
        },
        languages=("en",),
    )
    good = one.build()
    assert said(good) == (0, "")
    assert 'href="../code/#scn.problems.Problem"' in good.text("reader/index.html")
    one.write("docs/en/code.md", project.page("Code", CODE.replace("Problem", "ContentError")))
    warm = one.build()
    assert said(warm) == said(cold(one))
    assert (warm.status, warm.log.count("'scn.problems.Problem'")) == (1, 1)
    one.write("docs/en/code.md", project.page("Code", CODE))
    assert said(one.build()) == (0, "")


def test_a_readme_beside_a_start_page_is_left_out_with_the_words_of_mkdocs(one, project):
    one.write("docs/en/README.md", project.page("Read me", "Of the folder."))
    for built in (one.build(), one.build(), cold(one)):
        assert built.status == 1
        assert "Excluding 'en/README.md' from the site because it conflicts with" in built.log
