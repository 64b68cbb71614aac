"""The reference of the code is built once, in English."""

import pytest

from scn.reference import without_reference

SENTENCE = "The rest is on the English site only."


def words(key, /, **placeholders):
    return {"fallback.english_only": SENTENCE}[key]


CASES = {
    "a page without objects": ("# A\n\nText.\n", "# A\n\nText.\n"),
    "an object after text": (
        "# A\n\nText.\n\n::: scn.problems\n\nMore.\n",
        f"# A\n\nText.\n\n{SENTENCE}\n",
    ),
    "the heading of an object goes with it": (
        "# A\n\nText.\n\n## Problems { #p }\n\n::: scn.problems\n",
        f"# A\n\nText.\n\n{SENTENCE}\n",
    ),
    "a heading and a sentence before an object": (
        "# A\n\nText.\n\n## Problems { #p }\n\nWhat it is.\n\n::: scn.problems\n\n## Next\n",
        f"# A\n\nText.\n\n{SENTENCE}\n",
    ),
    "a heading of its own with more text stays": (
        "# A\n\n## Problems { #p }\n\nOne.\n\nTwo.\n\n::: scn.problems\n",
        f"# A\n\n## Problems {{ #p }}\n\nOne.\n\nTwo.\n\n{SENTENCE}\n",
    ),
    "all that follows the first one": (
        "# A\n\nText.\n\n## One\n\n::: scn.one\n\n## Two\n\n::: scn.two\n",
        f"# A\n\nText.\n\n{SENTENCE}\n",
    ),
    "colons inside a line are no object": (
        "# A\n\nWrite `::: scn.x`.\n",
        "# A\n\nWrite `::: scn.x`.\n",
    ),
}


@pytest.mark.parametrize(("page", "expected"), CASES.values(), ids=CASES)
def test_the_page_ends_before_the_first_object(page, expected):
    assert without_reference(page, words) == expected
