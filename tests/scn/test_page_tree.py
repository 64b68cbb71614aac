"""Which page exists in which language."""

from scn.page_tree import Alternate, PageTree, page_tree_from_files

ORDER = ("el", "en", "fr")
FILES = (
    "en/index.md",
    "fr/index.md",
    "en/package/roles.md",
    "el/package/roles.md",
    "fr/only-here.md",
    "de/index.md",
    "README.md",
    "en/data.json",
    "assets/index.md",
)


def test_pages_are_the_markdown_files_in_the_folders_of_the_languages():
    assert page_tree_from_files(FILES, ORDER) == PageTree(
        {
            "index.md": frozenset({"en", "fr"}),
            "package/roles.md": frozenset({"en", "el"}),
            "only-here.md": frozenset({"fr"}),
        },
        ORDER,
    )


def test_the_order_of_the_files_does_not_show():
    tree = page_tree_from_files(FILES, ORDER)
    assert page_tree_from_files(reversed(FILES), ORDER) == tree
    assert tree.alternates("index.md") == (
        Alternate(language="en", address=""),
        Alternate(language="fr", address="fr/"),
    )


def test_alternates_are_real_translations_in_the_order_of_the_languages():
    tree = page_tree_from_files(FILES, ORDER)
    found = {path: tree.alternates(path) for path in (*tree.languages_of, "nowhere.md")}
    assert found == {
        "index.md": (
            Alternate(language="en", address=""),
            Alternate(language="fr", address="fr/"),
        ),
        "package/roles.md": (
            Alternate(language="el", address="el/package/roles/"),
            Alternate(language="en", address="package/roles/"),
        ),
        "only-here.md": (Alternate(language="fr", address="fr/only-here/"),),
        "nowhere.md": (),
    }


def test_a_page_exists_where_it_has_a_text_and_is_shown_where_english_can_stand_in():
    tree = page_tree_from_files(FILES, ORDER)
    table = {
        (path, code): (tree.exists_in(path, code), tree.is_shown_in(path, code))
        for path in ("package/roles.md", "only-here.md", "nowhere.md")
        for code in ORDER
    }
    assert table == {
        ("package/roles.md", "el"): (True, True),
        ("package/roles.md", "en"): (True, True),
        ("package/roles.md", "fr"): (False, True),
        ("only-here.md", "el"): (False, False),
        ("only-here.md", "en"): (False, False),
        ("only-here.md", "fr"): (True, True),
        ("nowhere.md", "el"): (False, False),
        ("nowhere.md", "en"): (False, False),
        ("nowhere.md", "fr"): (False, False),
    }


def test_a_page_made_from_data_is_in_every_language_and_the_tree_it_came_from_stays():
    tree = page_tree_from_files(FILES, ORDER)
    before = dict(tree.languages_of)
    more = tree.with_pages(["search.md"])
    assert more == PageTree({**before, "search.md": frozenset(ORDER)}, ORDER)
    assert tree == PageTree(before, ORDER)
