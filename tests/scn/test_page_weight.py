"""What a page weighs with all that it needs to be shown."""

import hashlib

import pytest

from scn.checks.page_weight import check_length, check_weight, compressed_size, weight_of_page

PAGE = (
    '<link rel="icon" href="../../assets/a.svg"><link rel="stylesheet" href="../../assets/a.css">'
    '<link rel="alternate" href="../feed.xml"><script type="module" src="../../assets/a.js">'
    '</script><img alt="" src="b.png"><img alt="" src="b.png">'
)
SIZES = {"assets/a.svg": 1, "assets/a.css": 10, "assets/a.js": 100, "fr/x/b.png": 1000}


def noise(size):
    """Text that cannot be made smaller."""
    digests = (hashlib.sha256(str(number).encode()).hexdigest() for number in range(size // 32))
    return "".join(digests)


def test_what_is_fetched_is_counted_once():
    weight = weight_of_page(PAGE, "fr/x/index.html", SIZES.__getitem__)
    assert weight == compressed_size(PAGE.encode()) + 1111


@pytest.mark.parametrize(
    ("more", "budget"), [("", 30), ('<p class="doc x">', 60), ('<li class="scn-entry">', 60)]
)
def test_a_page_may_weigh_its_budget_and_no_more(more, budget):
    left = budget * 1024 - compressed_size(more.encode())
    said = [
        check_weight(more, "docs/fr/x.md", "x/index.html", lambda _: 0),
        check_weight(f'{more}<img src="a">', "docs/fr/x.md", "x/index.html", lambda _: left),
    ]
    assert said == [
        "",
        (
            f"docs/fr/x.md:1:1: The page weighs {budget + 1} KB, and no more than {budget} KB is"
            " allowed. Split the page, or shorten it."
        ),
    ]


def test_a_text_that_is_too_heavy_alone_is_found_before_it_is_built():
    head = "---\ntitle: A\n---\n"
    assert list(check_length(f"{head}{noise(4_000)}", "docs/en/a.md")) == []
    assert list(check_length(head + "The same words again. " * 10_000, "docs/en/a.md")) == []
    (problem,) = check_length(f"{head}{noise(16_000)}", "docs/en/a.md")
    assert str(problem).startswith("docs/en/a.md:4:1: The text weighs 19 ")
    assert str(problem).endswith(
        "KB, and no more than 15 KB is left for it in a page of 30 KB. Split the page, or shorten"
        " it."
    )
