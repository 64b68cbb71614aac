"""What Markdown becomes, with the extensions that mkdocs.yml turns on."""

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pytest
from mkdocs.utils.yaml import yaml_load

from scn.markdown_html import KnowledgeBaseExtension

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def extensions():
    listed = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    names, configs = [], {}
    for one in listed:
        name, config = (one, {}) if isinstance(one, str) else next(iter(one.items()))
        names.append(name)
        configs[name] = config or {}
    return names, configs


@pytest.fixture
def convert(extensions):
    """Markdown to HTML, as MkDocs converts a page."""
    names, configs = extensions
    md = markdown.Markdown(extensions=[*names, KnowledgeBaseExtension()], extension_configs=configs)

    def run(text):
        html = md.reset().convert(text)
        assert "style=" not in html
        return html

    return run


@pytest.fixture
def tree(convert):
    def run(text) -> Element:
        return html5lib.parse(convert(text), namespaceHTMLElements=False)

    return run


TASKS = {
    "to do": (
        "- [ ] Ask for a room",
        '<label class="scn-task"><input type="checkbox"><span>Ask for a room</span></label>',
    ),
    "done": (
        "- [x] Ask for a room",
        (
            '<label class="scn-task"><input checked="checked" type="checkbox">'
            "<span>Ask for a room</span></label>"
        ),
    ),
    "done in capitals": (
        "- [X] a",
        '<label class="scn-task"><input checked="checked" type="checkbox"><span>a</span></label>',
    ),
    "with emphasis and a link": (
        "- [ ] Ask *now*, [where](a.md) and `how`",
        (
            '<label class="scn-task"><input type="checkbox"><span>Ask <em>now</em>, '
            '<a href="a.md">where</a> and <code>how</code></span></label>'
        ),
    ),
    "begins with a link": (
        "- [ ] [where](a.md) it is",
        (
            '<label class="scn-task"><input type="checkbox"><span>'
            '<a href="a.md">where</a> it is</span></label>'
        ),
    ),
}


@pytest.mark.parametrize(("text", "label"), TASKS.values(), ids=TASKS)
def test_a_task_is_a_box_with_its_text_as_label(convert, text, label):
    html = convert(text).replace(" />", ">").replace("\n", "")
    assert html == f'<ul><li class="scn-task-item">{label}</li></ul>'


@pytest.mark.parametrize(
    "text",
    ["- [a] b", "- [ ]b", "- text [ ] b", "- [x](a.md)", "- []  b", "- [xx] b", "[ ] no list"],
)
def test_what_only_looks_like_a_task_is_left_alone(convert, text):
    assert "checkbox" not in convert(text)


def test_ordered_lists_have_tasks_too(convert):
    assert convert("1. [ ] One\n2. [x] Two").count('<li class="scn-task-item">') == 2


def test_a_list_with_room_between_its_items_has_the_label_inside_the_paragraph(tree):
    root = tree("- [ ] One\n\n- [x] Two\n\n- Three\n")
    items = list(root.iter("li"))
    assert [item.get("class") for item in items] == ["scn-task-item", "scn-task-item", None]
    found = [item.find("p/label/span").text for item in items[:2]]
    assert found == ["One", "Two"]


def test_a_list_inside_a_task_is_no_part_of_its_label(tree):
    root = tree("- [ ] Outer\n    - [x] Inner\n    - Plain\n- [ ] Next\n")
    labels = ["".join(label.itertext()) for label in root.iter("label")]
    assert labels == ["Outer", "Inner", "Next"]
    outer = root.find("body/ul/li")
    assert [child.tag for child in outer] == ["label", "ul"]
    assert [child.tag for child in outer.find("label")] == ["input", "span"]


def test_code_inside_a_task_stays_outside_of_its_label(tree):
    root = tree("- [ ] Run this:\n\n    ```bash\n    a command\n    ```\n\n- [ ] Next\n")
    assert ["".join(label.itertext()) for label in root.iter("label")] == ["Run this:", "Next"]
    assert "a command" in "".join(root.find("body/ul/li").itertext())


def test_tasks_stand_in_admonitions_and_tabs_too(tree):
    root = tree('!!! note "Before"\n\n    - [ ] One\n\n=== "Tab"\n\n    - [ ] Two\n')
    assert ["".join(label.itertext()) for label in root.iter("label") if label.get("class")] == [
        "One",
        "Two",
    ]


TABLE = """\
| Role | Hours | Note |
|:-----|------:|:----:|
| Host | 2     | *a*  |
"""


def test_a_table_can_be_focused_and_scrolled_and_is_named_after_its_first_row(tree):
    root = tree(TABLE)
    (region,) = root.find("body")
    assert region.attrib == {
        "class": "scn-table scn-table--cards",
        "role": "region",
        "tabindex": "0",
        "aria-label": "1. Role, Hours, Note",
    }
    assert [child.tag for child in region] == ["table"]


def test_the_alignment_of_a_cell_is_a_class(tree):
    table = tree(TABLE).find("body/div/table")
    assert [cell.attrib for cell in table.iter("th")] == [
        {"scope": "col"},
        {"class": "scn-right", "scope": "col"},
        {"class": "scn-center", "scope": "col"},
    ]
    assert [cell.attrib for cell in table.iter("td")] == [
        {},
        {"class": "scn-right", "data-label": "Hours"},
        {"class": "scn-center", "data-label": "Note"},
    ]


@pytest.mark.parametrize(
    ("rule", "is_one"),
    [
        ("|---|---|---|", True),
        ("|--:|---|--:|", True),
        ("|---|--:|--:|", False),
        ("|---|---|", False),
    ],
    ids=["words", "one column of numbers", "numbers", "two columns"],
)
def test_which_tables_become_cards(tree, rule, is_one):
    row = "|" + " a |" * (rule.count("|") - 1)
    region = tree(f"{row}\n{rule}\n{row}\n").find("body/div")
    assert ("scn-table--cards" in region.get("class")) == is_one
    assert any(cell.get("data-label") for cell in region.iter("td")) == is_one


def test_labels_have_the_words_of_code_and_html_in_the_header(tree):
    text = '| A | `b` & <span lang="fr">"c"</span> | <kbd>D</kbd> |\n|---|---|---|\n| 1 | 2 | |\n'
    region = tree(text).find("body/div")
    assert region.get("aria-label") == '1. A, b & "c", D'
    assert [cell.get("data-label") for cell in region.iter("td")] == [None, 'b & "c"', "D"]


def test_pictures_wait_until_the_reader_comes_near_and_keep_their_size(tree):
    root = tree('![A plan](a.svg){ width="64" height="32" }\n\n/// caption\nThe *plan*.\n///\n')
    figure = root.find("body/figure")
    assert figure.find("p/img").attrib == {
        "alt": "A plan",
        "src": "a.svg",
        "width": "64",
        "height": "32",
        "loading": "lazy",
    }
    assert "".join(figure.find("figcaption").itertext()).strip() == "The plan."


def test_several_tables_keep_their_order_their_text_around_and_names_of_their_own(tree):
    root = tree(f"Before.\n\n{TABLE}\nBetween.\n\n{TABLE}\nAfter.\n")
    body = [(child.tag, "".join(child.itertext()).split()[0]) for child in root.find("body")]
    assert body == [
        ("p", "Before."),
        ("div", "Role"),
        ("p", "Between."),
        ("div", "Role"),
        ("p", "After."),
    ]
    labels = [region.get("aria-label") for region in root.find("body").iter("div")]
    assert labels == ["1. Role, Hours, Note", "2. Role, Hours, Note"]


@pytest.mark.parametrize(
    "text",
    [
        '!!! note "A"\n\n' + "\n".join(f"    {line}" for line in TABLE.split("\n")),
        '=== "Tab"\n\n' + "\n".join(f"    {line}" for line in TABLE.split("\n")),
        "- Item\n\n" + "\n".join(f"    {line}" for line in TABLE.split("\n")),
        f'<div class="x" markdown>\n\n{TABLE}\n</div>',
    ],
    ids=["admonition", "tab", "list", "div"],
)
def test_a_table_inside_something_else_is_a_region_too(tree, text):
    root = tree(text)
    (table,) = root.iter("table")
    (parent,) = [element for element in root.iter() if table in list(element)]
    assert parent.get("role") == "region"


def test_a_table_without_words_in_its_first_row_still_has_a_name(tree):
    region = tree("| | |\n|-|-|\n| a | b |\n").find("body/div")
    assert region.get("aria-label") == "1."


def test_code_keeps_its_brackets_and_pipes(convert):
    html = convert("```\n- [ ] a\n| a | b |\n|---|---|\n```\n")
    assert "checkbox" not in html
    assert "scn-table" not in html
    assert "- [ ] a" in html


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("- [A](a.md) says\n- [B](b.md)\n", True),
        ("- [A](a.md)\n", False),
        ("- [A](a.md)\n- read [B](b.md)\n", False),
        ("- **A** [A](a.md)\n- [B](b.md)\n", False),
        ("1. [A](a.md)\n2. [B](b.md)\n", False),
    ],
)
def test_a_list_that_leads_on_is_known(tree, text, is_one):
    (found,) = (one for one in tree(text).iter() if one.tag in ("ul", "ol"))
    assert (found.get("class") == "scn-links") is is_one
