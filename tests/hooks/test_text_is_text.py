"""Text from YAML is text in every page: heads, words, terms, sources, sessions, countries."""

import html5lib
import pytest
import yaml

HARM = "<img src=x onerror=run()>\"'</title></script><script>run()</script>{{ 7 * 7 }}"


def harmed(value):
    """Every text of a file with something harmful behind it."""
    if isinstance(value, dict):
        return {key: harmed(one) for key, one in value.items()}
    return f"{value} {HARM}" if isinstance(value, str) else value


@pytest.fixture(scope="module")
def built(project):
    def page(title, body, **head):
        values = {"title": f"{title} {HARM}"[:119], "description": f"About {HARM}", **head}
        text = yaml.safe_dump(values, allow_unicode=True)
        return f"---\n{text}---\n\n# {title} {{ #a }}\n\n{body}\n"

    session = {
        "kind": "online-training",
        "status": "confirmed",
        "announced": "2025-12-01",
        "title": {"en": f"Training {HARM}", "fr": f"Formation {HARM}"},
        "description": {"en": f"Words {HARM}"},
        "start": "2026-03-10T10:00",
        "end": "2026-03-10T12:00",
        "online": {"platform": "webex"},
    }
    one = project(
        {
            "en/index.md": page(
                "Home", "See [data space](glossary.md#data-space).", sources=["LI-1"]
            ),
            "en/glossary.md": page("Glossary", "All.", template="glossary.html"),
            "en/sessions/announce.md": page("Announce", "How."),
            "_data/sessions/lv/lv-2026-riga-1.yml": yaml.safe_dump(session, allow_unicode=True),
        },
        languages=("en", "fr"),
    )
    for name in ("strings/en", "strings/fr"):
        path = one.root / f"docs/_data/{name}.yml"
        words = yaml.safe_load(path.read_text("utf-8"))
        one.write(f"docs/_data/{name}.yml", yaml.safe_dump(harmed(words), allow_unicode=True))
    for name, old in [("terms", "meaning: "), ("sources", 'text: "')]:
        text = (one.root / f"docs/_data/{name}.yml").read_text("utf-8")
        assert old in text
    sources = (one.root / "docs/_data/sources.yml").read_text("utf-8")
    sources = sources.replace('text: "', 'text: "<script>run()</script><img src=x onerror=run()> ')
    one.write("docs/_data/sources.yml", sources)
    terms = yaml.safe_load((one.root / "docs/_data/terms.yml").read_text("utf-8"))
    for term in terms["terms"]:
        term["meaning"] = f"{term['meaning'][:100]} {HARM}"
    one.write("docs/_data/terms.yml", yaml.safe_dump(terms, allow_unicode=True, sort_keys=False))
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return built


def test_no_text_becomes_an_element_or_an_attribute(built):
    pages = [name for name in built.files() if name.endswith(".html")]
    assert len(pages) > 20
    found, shown = [], 0
    for name in pages:
        tree = html5lib.parse(built.text(name), namespaceHTMLElements=False)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            shown += "run()" in (element.text or "") and element.tag != "script"
            is_inline = element.tag == "script" and "src" not in element.attrib
            if is_inline and element.get("type") != "application/ld+json":
                found.append((name, element.text))
            found += [(name, key) for key in element.attrib if key.startswith("on")]
            found += [(name, "src")] if element.get("src") == "x" else []
    assert found == []
    assert shown > 100  # as text


def test_no_template_is_made_of_a_text(built):
    assert "49" not in built.text("fr/404.html")
    assert "{{ 7 * 7 }}" in built.text("fr/404.html")
