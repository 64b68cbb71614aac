"""What is replaced in MkDocs gives what MkDocs gives."""

import json

import pytest

RECORDER = """\
import json
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(200)
def on_files(files, config):
    '''Before any other: what there is to read, in its order.'''
    config.theme.static_templates.clear()  # the theme's sitemap and 404 are not for this site
    found = [file.src_uri for file in files if file.inclusion.is_included()]
    Path(config.config_file_path).with_name("files.json").write_text(json.dumps(found))
"""


def files_of(project, *, by_mkdocs):
    page = project.page
    one = project(
        {
            "en/index.md": page("Home"),
            "en/Zebra.md": page("Zebra"),
            "en/a.md": page("A"),
            "en/a/b.md": page("B"),
            "en/a/index.md": page("Part"),
            "en/a/b/c.md": page("C"),
            "en/a-b/index.md": page("Other part"),
            "en/a-b/README.txt": "Of the folder.",
            "en/ab/é.md": page("É"),
            "en/ab/plan.svg": "<svg/>",
            "en/.hidden/d.md": page("D"),
            "en/.hidden.md": page("E"),
            "en/templates/f.txt": "F",
            "assets/css/frame.css": "a {}",
            "assets/index.html": "<p>",
            "root.txt": "",
        },
        languages=("en",),
        nav=["index.md", "Zebra.md", "a.md", "a/b.md", "a/b/c.md", "a/index.md", "a-b/index.md",
             "ab/é.md"],
    )  # fmt: skip
    lines = (one.root / "mkdocs.yml").read_text("utf-8").split("\n")
    if by_mkdocs:
        lines = [line for line in lines if "build_command.py" not in line]
    lines.insert(lines.index("hooks:") + 1, "  - recorder.py")
    one.write("mkdocs.yml", "\n".join(lines))
    one.write("recorder.py", RECORDER)
    built = one.build(strict=False)
    assert built.status == 0
    return json.loads((one.root / "files.json").read_text())


@pytest.fixture(scope="module")
def ours(project):
    return files_of(project, by_mkdocs=False)


def test_the_files_are_those_of_mkdocs_in_its_order(project, ours):
    theirs = files_of(project, by_mkdocs=True)
    is_of_the_theme = (
        "assets/javascripts",
        "assets/stylesheets",
        "assets/images",
        "sitemap",
        "404",
    )
    theirs = [name for name in theirs if not name.startswith(is_of_the_theme)]
    assert ours == theirs


def test_what_is_hidden_or_data_is_not_among_them(ours):
    assert [name for name in ours if "hidden" in name or name.startswith("_data")] == []
    assert "en/ab/é.md" in ours
