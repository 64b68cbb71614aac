"""What an import makes of a file that came back, and what it refuses."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scn.problems import ContentError
from scn.translations.blob import blob_id
from scn.translations.exchange.unit_checks import OTHER_FORM

ENGLISH = """\
---
title: Roles
description: Who does what.
---

# Roles { #roles }

Each member has one [contact](contact.md "Who") and `code`.
Write to <a@b.eu>.

## Deadline { #deadline }

Apply until 1 May 2027, see {name}.

- Send the form by [date].
- Wait.

| A | B |
|---|---|
| one | two |

!!! note "Mind"
    The time.
"""
FRENCH = f"""\
---
title: Rôles
description: Qui fait quoi.
translation:
  source: {blob_id(ENGLISH)}
  state: machine
---

# Rôles {{ #roles }}

Chaque membre a un [contact](contact.md "Qui") et du `code`.
Écrivez à <a@b.eu>.

## Délai {{ #deadline }}

Postulez jusqu’au 1er mai 2027, voir {{name}}.

- Envoyez le formulaire avant le [date].
- Attendez.

| A | B |
|---|---|
| un | deux |

!!! note "Attention"
    L’heure.
"""
FILE = "docs/fr/package/roles.md"
NEW = (
    ENGLISH.replace("1 May", "2 June").replace("- Wait.\n", "- Wait.\n- Ask again.\n")
    + "\n## More { #more }\n\nMore text.\n"
)
FORMATS = pytest.mark.parametrize("format_", ["po", "xliff"])


@pytest.fixture
def pages(project):
    project.write("docs/en/package/roles.md", ENGLISH)
    project.write(FILE, FRENCH)
    return project


def break_(format_):
    return "\\n" if format_ == "po" else "\n"


@FORMATS
def test_a_text_that_was_changed(pages, format_):
    text = pages.export(format_).replace("Attendez.", "Attendez bien.")
    assert pages.write_taken(text) == {
        FILE: f"it matches the English text {blob_id(ENGLISH)}; a machine translated it"
    }
    assert pages.read(FILE) == FRENCH.replace("Attendez.", "Attendez bien.")


@FORMATS
def test_further_lines_and_other_line_ends(pages, format_):
    text = pages.export(format_).replace("Attendez.", f"Attendez.{break_(format_)}Un peu.")
    pages.write_taken("\ufeff" + text.replace("\n", "\r\n"))
    assert pages.read(FILE) == FRENCH.replace("Attendez.", "Attendez.\n  Un peu.")


@FORMATS
def test_who_wrote_it(pages, format_):
    said = pages.write_taken(pages.export(format_), origin="machine-edited", by=("A: b",))
    assert said[FILE].endswith("; a machine translated it and a person has read it")
    assert pages.read(FILE) == FRENCH.replace(
        "state: machine\n", 'state: machine-edited\n  by: ["A: b"]\n'
    )


@FORMATS
def test_a_new_page_with_some_sections(pages, format_):
    (pages.root / FILE).unlink()
    text = pages.export(format_)
    if format_ == "po":
        text = text.replace('msgid "Roles"\nmsgstr ""', 'msgid "Roles"\nmsgstr "Rôles"')
    else:
        target = "<source>Roles</source>\n        <target>Rôles</target>"
        text = text.replace("<source>Roles</source>", target, 1)
    said = pages.write_taken(text)[FILE]
    assert said.endswith(' except "roles", "deadline"; people translated it')
    head = (
        f"translation:\n  source: {blob_id(ENGLISH)}\n  state: human\n  pending: [roles, deadline]"
    )
    assert pages.read(FILE) == ENGLISH.replace("title: Roles", "title: Rôles").replace(
        "what.\n", f"what.\n{head}\n", 1
    )


@FORMATS
def test_an_outdated_page_step_by_step(pages, format_):
    pages.keep(ENGLISH)
    pages.write("docs/en/package/roles.md", NEW)
    text = pages.export(format_)
    assert pages.write_taken(text) == {FILE: "nothing has changed"}
    assert pages.read(FILE) == FRENCH
    # The date is not done: readers get English. The box is new text of an old unit.
    pages.write_taken(text.replace("L’heure.", "Le temps."))
    expected = (
        FRENCH.replace(blob_id(ENGLISH), blob_id(NEW))
        .replace("state: machine\n", "state: machine\n  pending: [deadline, more]\n")
        .replace("Postulez jusqu’au 1er mai 2027, voir", "Apply until 2 June 2027, see")
        .replace("- Attendez.\n", "- Attendez.\n- Ask again.\n")
        .replace("L’heure.\n", "Le temps.\n\n## More { #more }\n\nMore text.\n")
    )
    assert pages.read(FILE) == expected
    # Section by section: all of it is confirmed.
    text = pages.export(format_)
    for english, french in (
        # In a section that waits, what is equal in both languages looks untranslated.
        ("A", "A"),
        ("B", "B"),
        ("Ask again.", "Redemandez."),
        ("More text.", "Suite."),
        ("More { #more }", "Plus { #more }"),
        ("Apply until 2 June 2027, see {name}.", "Postulez jusqu’au 2 juin 2027, voir {name}."),
    ):
        text = filled(text, format_, english, french)
    text = text.replace("#, fuzzy\n", "").replace('state="initial"', 'state="translated"')
    said = pages.write_taken(text)[FILE]
    assert said == f"it matches the English text {blob_id(NEW)}; a machine translated it"
    assert "pending" not in pages.read(FILE)
    assert "Postulez jusqu’au 2 juin 2027, voir {name}." in pages.read(FILE)
    assert pages.write_taken(pages.export(format_)) == {FILE: "nothing has changed"}


def filled(text, format_, english, french):
    if format_ == "po":
        before = f'msgid "{english}"\nmsgstr ""'
        assert before in text
        return text.replace(before, f'msgid "{english}"\nmsgstr "{french}"')
    for code in ("{ #more }", "{name}"):
        escaped = (
            f'<ph id="1" canCopy="no" canDelete="no" type="other" dataRef="d1" disp="{code}"/>'
        )
        english, french = english.replace(code, escaped), french.replace(code, escaped)
    source = f"<source>{english}</source>"
    assert source in text
    return text.replace(source, f"{source}\n<target>{french}</target>")


@FORMATS
def test_english_moved_on_since_the_export(pages, format_):
    text = pages.export(format_).replace("Attendez.", "Attendez bien.")
    pages.write("docs/en/package/roles.md", NEW)
    kept = {blob_id(ENGLISH): ENGLISH}
    result = pages.take(text, kept=kept.get)
    assert result.snapshots == (
        (f"docs/_data/translations/sources/{blob_id(ENGLISH)}.md", ENGLISH),
    )
    assert result.pages[0].text == FRENCH.replace("Attendez.", "Attendez bien.")
    message = (
        f'The English text "{blob_id(ENGLISH)}" of package/roles.md is neither today\'s nor kept,'
        " so nobody knows what was translated. Export again."
    )
    assert [each.partition(": ")[2] for each in pages.refused(text)] == [message]


@FORMATS
def test_a_page_that_was_changed_since_the_export_is_not_written_over(pages, format_):
    text = pages.export(format_).replace("Attendez.", "Attendez bien.")
    pages.write(FILE, FRENCH.replace("Qui fait quoi", "Qui fait ceci"))
    (message,) = pages.refused(text)
    assert f"{FILE} was changed since the export. Export again" in message
    assert pages.take(text, replace=True).pages[0].text == FRENCH.replace(
        "Attendez.", "Attendez bien."
    )


DAMAGE = [
    ("Attendez.", "# Attendez", OTHER_FORM),
    ("Attendez.", "- Attendez", OTHER_FORM),
    ("Attendez.", "2027. mai", OTHER_FORM),
    ("Attendez.", "```", OTHER_FORM),
    ("Attendez.", "!!! note", OTHER_FORM),
    ("L’heure.", "L’heureBREAK> q", OTHER_FORM),
    ("L’heure.", "L’heureBREAK---", OTHER_FORM),
    ("L’heure.", 'L’heureBREAK=== "T"'.replace('"', "'"), OTHER_FORM),
    ("deux", "de | ux", OTHER_FORM),
    (
        "L’heure.",
        "L’heure.BREAKBREAKB",
        "There is an empty line inside the text, which would end it there. Remove the line.",
    ),
    ("Délai", "DélaiBREAKB", "This text stands on one line. Remove the line break."),
    ("deux", "deBREAKux", "This text stands on one line. Remove the line break."),
    ("Attendez.", "[Attendez](b.md)", 'The English text has no "[…](b.md)". Remove it.'),
    ("Attendez.", "`a`", 'The English text has no "`a`". Remove it.'),
    (
        "avant le [date]",
        "avant",
        "Places in square brackets: 0, on the English page 1. Write as many: [date].",
    ),
    ("Qui fait quoi.", "x" * 201, "description: The text has 201 letters. Write 200 at most."),
    (
        "Apply until",
        "Apply to",
        (
            "The source text is another one than in the English page:"
            ' "Apply until 1 May 2027, see {name}.". Put it back, or export again.'
        ),
    ),
]


@FORMATS
@pytest.mark.parametrize(("before", "after", "message"), DAMAGE)
def test_damage(pages, format_, before, after, message):
    text = pages.export(format_)
    assert before in text
    damaged = text.replace(before, after.replace("BREAK", break_(format_)))
    (problem,) = pages.refused(damaged)
    assert problem.split(": ", 1)[1] == message
    line = int(problem.split(":")[0])
    near = damaged.split("\n")[line - 1 : line + 2]
    assert any(each in "\n".join(near) for each in (after.split("BREAK")[0], "Postulez"))


CODES = [
    (
        ' canDelete="no" type="other" dataRef="d1" disp="{ #deadline }"/></t',
        ' dataRef="d0"/></t',
        '65:9: "{ #deadline }" of the English text is missing. Put it in.',
    ),
    (
        "voir <ph",
        'voir <ph id="1" dataRef="d1"/> <ph',
        '77:9: "{name}" is here 2 times, in the English text 1. Remove what is too much.',
    ),
    (
        'voir <ph id="1" canCopy="no" canDelete="no" type="other" dataRef="d1"',
        'voir <ph id="1" dataRef="d7"',
        '77:54: The code "1" has no original data. Take it from the source text again.',
    ),
    (
        "](contact.md &quot;Qui&quot;)</data>",
        "](https://evil.example)</data>",
        (
            '52:9: Here is "[…](https://evil.example)", in the English text'
            ' "[…](contact.md "Who")". Write that.'
        ),
    ),
    (
        "voir <ph",
        "<script>x</script> voir <ph",
        '77:49: XLIFF has no element "script" here. Delete it.',
    ),
]


@pytest.mark.parametrize(("before", "after", "message"), CODES)
def test_codes_of_xliff(pages, before, after, message):
    text = pages.export("xliff").replace(
        '(contact.md "Qui")</data>', "(contact.md &quot;Qui&quot;)</data>"
    )
    assert before in text
    assert message in pages.refused(text.replace(before, after))


def test_codes_of_po(pages):
    text = pages.export("po")
    damaged = text.replace("Délai { #deadline }", "Délai { #dead }").replace(
        '(contact.md \\"Qui\\") et du `code`', "(other.md) et du"
    )
    assert pages.refused(damaged) == [
        '41:8: "`code`" of the English text is missing. Put it in.',
        ('41:8: Here is "[…](other.md)", in the English text "[…](contact.md "Who")". Write that.'),
        '51:8: Here is "{ #dead }", in the English text "{ #deadline }". Write that.',
    ]


@FORMATS
def test_units_that_are_lost_doubled_or_unknown(pages, format_):
    text = pages.export(format_)
    doubled = pages.refused(text.replace("deadline.item-2", "deadline.item-1"))
    lost = 'Texts of the page package/roles.md are missing: "deadline.item-2". Put them back,'
    assert [each.split(": ", 1)[1] for each in doubled] == [
        f"{lost} untranslated if need be, or export again.",
        'The text "deadline.item-1" is there twice. Delete one.',
    ]
    unknown = pages.refused(text.replace("deadline.item-2", "deadline.item-9"))
    assert [each.split(": ", 1)[1].split(".")[0] for each in unknown] == [
        "Texts of the page package/roles",
        "The page package/roles",
    ]


@FORMATS
@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("LANG fr", "LANG en", 'The language "en" is not known. Allowed: bg, de, fr.'),
        ("LANG fr", "LANG zz", 'The language "zz" is not known. Allowed: bg, de, fr.'),
        (blob_id(ENGLISH), "0" * 16, 'The English text "0000000000000000" of package/roles.md'),
        (blob_id(ENGLISH), "../../x", "The English text"),
        ("package/roles.md", "package/rules.md", 'There is no English page "package/rules.md".'),
        ("package/roles.md", "../../etc/passwd", 'There is no English page "../../etc/passwd".'),
    ],
)
def test_a_file_of_something_else(pages, format_, before, after, message):
    start = "Language: " if format_ == "po" else 'trgLang="'
    before, after = (each.replace("LANG ", start) for each in (before, after))
    text = pages.export(format_)
    assert before in text
    assert any(message in each for each in pages.refused(text.replace(before, after)))


def test_a_region_of_the_language_is_taken(pages):
    text = pages.export("xliff").replace('trgLang="fr"', 'trgLang="fr-FR"')
    assert pages.take(text).language == "fr"


def test_segments_and_codes_as_programs_write_them(pages):
    text = pages.export("xliff")
    start = text.index('<unit id="roles.paragraph-1">')
    end = text.index("</unit>", start)
    unit = text[start:end]
    segment = unit[unit.index("      <segment") :]
    divided = """\
      <segment state="final"><source>Each member has one <sc id="1" dataRef="d1"/>contact<ec
 startRef="1" dataRef="d2"/> and <ph id="2" dataRef="d3"/>.</source><target order="3">À <mrk
 id="m1">voir</mrk> : <ph id="3" dataRef="d4"/>.</target></segment>
      <ignorable><source>
</source><target order="2"> </target></ignorable>
      <segment state="final"><source>Write to <ph id="3" dataRef="d4"/>.</source><target
 order="1"><sc id="1" dataRef="d1"/>Contact<ec startRef="1" dataRef="d2"/> et <ph id="2"
 dataRef="d3"/>.</target></segment>
"""
    result = pages.take(text.replace(unit, unit.replace(segment, divided)))
    assert result.pages[0].text == FRENCH.replace(
        'Chaque membre a un [contact](contact.md "Qui") et du `code`.\nÉcrivez à <a@b.eu>.',
        '[Contact](contact.md "Who") et `code`. À voir : <a@b.eu>.',
    )


def test_an_untranslated_text_that_a_program_filled_with_the_source_waits(pages):
    (pages.root / FILE).unlink()
    text = pages.export("xliff")
    copied = text.replace("<source>Wait.</source>", "<source>Wait.</source><target>Wait.</target>")
    assert pages.take(copied).pages[0].said == "nothing is translated yet"


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "1:1: This is neither PO nor XLIFF. Give a file that `export` wrote."),
        (b"\xff\xfe\x00", "1:1: "),
        (b"/etc/passwd", "1:1: This is neither PO nor XLIFF."),
        ('é\nmsgid ""\n'.encode("latin-1"), "1:1: This is not UTF-8. Save the file in"),
        (b'msgid ""\nmsgstr "a"\nnonsense\n', "3:1: From here on this is no PO file."),
        (b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n', "1:1: The header has no X-Source-Texts"),
        (b'msgid ""\nmsgstr "\0"\n', "2:1: There is a zero byte here."),
        (b"<", "1:1: From here on this is no well-formed XML."),
        (b"<a>", "1:4: The file ends too early."),
        (b"<a>\n  <b></a>", "2:8: This end tag is not that of the element that is open."),
        (b"<a>&nbsp;</a>", "1:4: XML knows no entity of this name. Write the letter itself."),
        (b"<a/>", "1:1: This is no XLIFF 2.0 file."),
        (b'<xliff version="1.2"/>', "1:1: XLIFF 1.2 is another format."),
        (LAUGHS.encode(), "1:13: A document type (DOCTYPE) is not allowed here."),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "A document type (DOCTYPE)"),
        (b"<a>" * 300, "The elements are nested too deeply."),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "The encoding is none that can be read"),
        (b'<?xml version="1.0"?><a>\xff</a>', "From here on this is no well-formed XML."),
        (
            (
                b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"'
                b' trgLang="fr"/>'
            ),
            "1:1: There is no page in the file. Export again.",
        ),
    ],
)
def test_what_is_no_such_file(pages, data, message):
    problems = pages.refused(data)
    assert len(problems) == 1
    assert message in problems[0]


CUTS = st.integers(min_value=0, max_value=10**6)
PIECES = st.sampled_from(
    ["", "\n", '"', "\\", "<", "&", "</target>", "\n\n", "- ", "| ", "# ", "`", "](x)", "{ #a }",
     "<!--", "#, fuzzy\n", "msgid \"\"\n", "\x00", "\x0b", "é", "]]>", "```\n", "---\n", "#~ "]
)  # fmt: skip


@FORMATS
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(CUTS, st.integers(0, 6), PIECES), min_size=1, max_size=3))
def test_any_damage_is_refused_or_harmless(pages, format_, edits):
    """Never a traceback, and never a page with another skeleton than the English one."""
    text = pages.export(format_)
    for place, length, piece in edits:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + length :]
    try:
        result = pages.take(text.encode("utf-8", "replace"), replace=True)
    except ContentError:
        return
    for page in result.pages:
        if page.text is not None:
            lines = page.text.split("\n")
            assert [line for line in lines if line.startswith("#")] == [
                line for line in lines if line.endswith(("{ #roles }", "{ #deadline }"))
            ]
            assert sum(line.startswith("| ") for line in lines) == 2


@FORMATS
def test_all_problems_come_in_one_run(pages, format_):
    text = pages.export(format_)
    for before, after in (
        ("Apply until", "Apply to"),
        ("Attendez.", "[Attendez](b.md)"),
        ("L’heure.", "# L’heure."),
        ("deux", "de | ux"),
        ("avant le [date]", "avant"),
    ):
        assert before in text
        text = text.replace(before, after)
    messages = [each.split(": ", 1)[1].split(":")[0] for each in pages.refused(text)]
    assert messages == [
        "The source text is another one than in the English page",
        'The English text has no "[…](b.md)". Remove it.',
        OTHER_FORM.split(":")[0],
        OTHER_FORM.split(":")[0],
    ]
