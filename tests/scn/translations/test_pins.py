"""What translations say about their source, against what there is."""

import pytest

from scn.pages import load_page_head
from scn.translations.blob import blob_id
from scn.translations.model import Review, TranslationHead
from scn.translations.pins import check_pins
from scn.translations.snapshots import SNAPSHOT_FOLDER
from scn.translations.sources import SourceTexts
from scn.translations.states import pinned_ids, source_pages, translation_states

OLD = "# Fees { #fees }\n\nForty euros.\n\n## Refunds { #refunds }\n\nNone.\n"
TODAY = OLD.replace("None", "No refunds")
BODY = "\n# Tarifs { #fees }\n\nQuarante euros.\n\n## Remboursements { #refunds }\n\nAucun.\n"


def page(entry, body=BODY):
    return f"---\ntitle: Tarifs\ndescription: Prix.\n{entry}\n---\n{body}"


def pin(text, more=""):
    return f'translation:\n  source: "{blob_id(text)}"\n  state: human{more}'


def check(text, *, file="fr/fees.md", today=TODAY, path="fees.md"):
    sources = SourceTexts({path: today}, {blob_id(OLD): OLD})
    shown = f"docs/{file}"
    head = load_page_head(text, shown, sources=None)
    return [
        str(problem) for problem in check_pins(file, {file: text}, head, sources, lambda _: shown)
    ]


@pytest.mark.parametrize(
    "entry",
    [pin(OLD), pin(TODAY), pin(OLD, "\n  pending: [refunds]"), "summary: No pin."],
)
def test_a_pin_of_a_known_text_is_no_problem(entry):
    assert check(page(entry)) == []


def test_a_pin_of_an_unknown_text_is_a_problem_at_its_place():
    other = "# Other\n"
    assert check(page(pin(other))) == [
        (
            f'docs/fr/fees.md:5:11: translation.source: No text has the id "{blob_id(other)}":'
            f" neither an English page of today nor a snapshot in {SNAPSHOT_FOLDER}/. Run"
            " `python scripts/translations.py snapshot`, which takes it from Git; if nobody has"
            " that text, compare the page with the English one and run"
            " `python scripts/translations.py sync`."
        )
    ]  # fmt: skip


def test_pending_names_headings_of_the_page():
    assert check(page(pin(OLD, "\n  pending: [refunds, refund]"))) == [
        (
            'docs/fr/fees.md:7:22: translation.pending: The heading "refund" is not known. Did you'
            ' mean "refunds"? Allowed: fees, refunds.'
        )
    ]


def test_a_translation_without_its_source_says_where_it_went():
    assert check(page(pin(TODAY)), path="money/fees.md") == [
        (
            "docs/fr/fees.md:5:3: translation: There is no English page fees.md. It is"
            " money/fees.md now: move this file to the same place."
        )
    ]
    assert check(page(pin(OLD)), path="money/fees.md") == [
        (
            "docs/fr/fees.md:5:3: translation: There is no English page fees.md. Delete this one,"
            " or write `local_only: true` in place of the field."
        )
    ]


def test_a_source_page_is_no_translation_and_not_local():
    assert check(page(pin(OLD)), file="en/fees.md") == [
        (
            "docs/en/fees.md:5:3: translation: A page of the source language is no translation."
            " Delete the field."
        )
    ]
    assert check(page("local_only: true"), file="en/fees.md") == [
        (
            "docs/en/fees.md:4:13: local_only: All languages have the pages of the source language."
            " Delete the line."
        )
    ]


def test_a_local_page_is_not_beside_an_english_one():
    assert check(page("local_only: true"), path="other.md") == []
    assert check(page("local_only: true")) == [
        (
            "docs/fr/fees.md:4:13: local_only: There is an English page fees.md, so this is a"
            " translation of it. Delete the line and run `python scripts/translations.py sync`, or"
            " give the page another name."
        )
    ]


def states(texts, today=TODAY):
    texts = {"en/fees.md": today, **texts}
    heads = {
        name: load_page_head(text, name, sources=None)
        for name, text in texts.items()
        if name != "en/fees.md"
    }
    sources = SourceTexts(source_pages(texts), {blob_id(OLD): OLD})
    assert set(pinned_ids(heads)) <= set(sources.by_id)
    return translation_states(texts, heads, ["en", "fr", "de"], sources)


def test_all_pages_in_all_languages_by_language_and_path():
    found = states({"fr/fees.md": page(pin(OLD)), "fr/b.md": page("local_only: true")})
    assert [(state.language, state.path, state.standing) for state in found] == [
        ("de", "fees.md", "missing"),
        ("fr", "b.md", "local"),
        ("fr", "fees.md", "outdated"),
    ]
    assert found[2].changed_sections == ("refunds",)
    assert found[2].head == TranslationHead(source=blob_id(OLD), state="human")


def test_a_review_holds_for_the_text_that_was_read():
    from scn.translations.blob import body_digest

    entry = pin(TODAY, f'\n  review: {{by: x, of: "{body_digest(page(""))}", on: 2027-01-02}}')
    for body, is_reviewed in ((BODY, True), (BODY.replace("Aucun", "Rien"), False)):
        state = states({"fr/fees.md": page(entry, body)})[1]
        assert isinstance(state.head.review, Review)
        assert (state.standing, state.is_reviewed, state.is_changed_since_review) == (
            "current",
            is_reviewed,
            not is_reviewed,
        )


def test_a_page_that_nobody_reviewed_has_not_changed_since():
    state = states({"fr/fees.md": page(pin(TODAY))})[1]
    assert (state.is_reviewed, state.is_changed_since_review) == (False, False)


def test_each_pair_of_texts_is_compared_once():
    texts = {f"{code}/fees.md": page(pin(OLD)) for code in ("fr", "de")}
    german, french = states(texts)
    assert german.changes is french.changes
