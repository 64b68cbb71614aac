"""Session files of somebody who means harm: refused quickly, or without effect."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import icalendar
import pytest

from scn.ical import calendar_from_sessions
from scn.problems import ContentError
from scn.schema_org import json_ld_from_session

ROOT = Path(__file__).resolve().parents[2]
GOOD = """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: A}
start: 2027-07-01T10:00
end: 2027-07-01T12:00
"""
LAUGHS = "\n".join(
    [
        "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)),
    ]
)
BOMBS = {
    "aliases": LAUGHS,
    "a cycle": "a: &a [*a]",
    "merge keys": "a: &a {b: c}\n" + "d: {<<: [*a, *a]}\n" * 2000,
    "depth of lists": "a: " + "[" * 200_000,
    "depth of maps": "a: " + "{a: " * 100_000,
    "depth of hyphens": "- " * 100_000,
    "many fields": "".join(f"f{n}: 1\n" for n in range(200_000)),
    "one field many times": "kind: a\n" * 200_000,
    "a long list": "audience: [" + "starters, " * 200_000 + "starters]",
    "many changes": GOOD + "changes:\n" + "- {at: 2027-01-20, what: [text]}\n" * 20_000,
    "many occurrences": "occurrences:\n" + '- {key: "1", all_day: {from: 2027-01-01}}\n' * 20_000,
    "a long text": f"title: {{en: '{'x' * 3_900_000}'}}",
    "a file that is too long": "#" * 5_000_000,
    "many documents": "---\n" * 200_000,
    "tags": "!!python/object/apply:os.system ['true']\n",
    "control characters": "\x01" * 100_000,
}
LOAD = """
import resource, sys, time
from pathlib import Path
from scn.sessions.catalogue import DATA, DATA_FILES, catalogue_from_texts
root = Path(sys.argv[1])
known = {name: (root / DATA / name).read_text("utf-8") for name in DATA_FILES}
text = sys.stdin.buffer.read().decode()
catalogue_from_texts(known, {})
begin = time.process_time()
found = catalogue_from_texts(known, {"bg/bg-2027-a.yml": text})
took = time.process_time() - begin
# Not ru_maxrss: on Linux a process inherits that of its parent, here all of pytest.
status = Path("/proc/self/status")
if status.exists():
    lines = status.read_text().splitlines()
    peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
print(len(found.problems), took, peak)
"""


@pytest.mark.skipif(os.name == "nt", reason="memory is not measured there")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_a_second_and_in_little_memory(name):
    ran = subprocess.run(
        [sys.executable, "-c", LOAD, str(ROOT)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        input=BOMBS[name].encode(),
        capture_output=True,
    )
    assert ran.stderr.decode() == ""
    problems, took, peak = map(float, ran.stdout.split())
    assert problems > 0
    assert took < 1, f"{took:.2f} s"
    assert peak < 200, f"{peak:.0f} MB"


@pytest.mark.parametrize(
    "name",
    ["../../x.yml", "bg/../../x.yml", "/bg/bg-2027-a.yml", "bg/bg-2027-a.b.yml", "bg/bg-2027-.yml",
     "bg/bg-2027-a/x.yml", "bg/BG-2027-a.yml", "bg/bg-2027-а.yml", "bg/bg-2027-a\n.yml",
     "bg/con.yml", "bg/figures.yml", "bg/bg.yml", "sk/bg-2027-a.yml", "bg/bg-2027-a.yml.yml"],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(sessions_from, name):
    with pytest.raises(ContentError):
        sessions_from({name: GOOD})


def test_links_are_not_followed(sessions_from, tmp_path):
    outside = tmp_path / "outside"
    (outside / "lv").mkdir(parents=True)
    (outside / "lv" / "lv-2027-a.yml").write_text(GOOD)
    (outside / "secret").write_text("secret: 1")
    folder = tmp_path / "sessions"
    (folder / "bg").mkdir(parents=True)
    (folder / "bg" / "bg-2027-a.yml").symlink_to(outside / "secret")
    (folder / "bg" / "bg-2027-gone.yml").symlink_to(outside / "nothing")
    (folder / "lv").symlink_to(outside / "lv", target_is_directory=True)
    with pytest.raises(ContentError) as caught:
        sessions_from(folder)
    message = "This is a link to another place. Put the file itself here."
    assert str(caught.value).splitlines() == [
        f"docs/_data/sessions/{name}:1:1: {message}"
        for name in ("bg/bg-2027-a.yml", "bg/bg-2027-gone.yml", "lv")
    ]


NASTY = [
    "END:VEVENT",
    "A\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:x",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{ config.extra }}{% include '/etc/passwd' %}",
    '--8<-- "pyproject.toml"',
    ":material-account:",
    '" onload="x',
    "a\\, b\\; c\\\\",
    "=HYPERLINK(1)",
]


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_is_text_everywhere(sessions_from, say, text):
    written = f"title: {{en: {json.dumps(text, ensure_ascii=False)}}}"
    description = f"description:\n  en: |\n    A\n    {text}\n    END:VEVENT\n"
    file = GOOD.replace("title: {en: A}", written) + description
    session = sessions_from({"bg/bg-2027-a.yml": file}).items[0]
    calendar = calendar_from_sessions(
        [session],
        language="en",
        words=say,
        as_of=date(2027, 1, 20),
        uid_domain="scn.example",
        address_of=lambda _: "https://example.org/",
    )
    (event,) = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert str(event["SUMMARY"]) == text
    assert str(event["UID"]) == "bg-2027-a@scn.example"
    html = json_ld_from_session(
        session,
        language="en",
        words=say,
        address="https://x.example/",
        id_address="https://x.example/",
    )
    inside = re.fullmatch(r'<script type="application/ld\+json">([^<>]*)</script>', html)
    assert json.loads(inside[1])["name"] == text


@pytest.mark.parametrize(
    "more",
    [
        'title: {en: "A\\nB"}',
        'title: {en: "A\\rB"}',
        'title: {en: "A\\0B"}',
        'title: {en: "A\\u202EB"}',
        'title: {en: "A\\u2028B"}',
        "online: {join: 'javascript:alert(1)'}",
        "online: {join: 'data:text/html,x'}",
        "online: {join: 'file:///etc/passwd'}",
        "online: {join: 'https://me:secret@example.eu/'}",
        "online: {join: 'https://example.eu/a b'}",
        "online: {join: 'https://zoom.us/j/1'}",
        "online: {join: 'https://ZOOM.us:443/j/1'}",
        "description: {en: 'Write to name.surname@example.eu'}",
        "registration: {url: 'JaVaScRiPt://x.eu/%0Aalert(1)'}",
        "source: ../../etc/passwd",
        "previous_ids: ['../../x']",
        "series: {id: '../../x', part: 1}",
        "occurrences: [{key: '../x', all_day: {from: 2027-01-01}}]",
        "repeat: {every: week, first: 2027-01-01T10:00, length: 2h, times: 999999999}",
        "start: 9999-12-31T10:00",
        "start: 0001-01-01T00:00",
    ],
)
def test_what_could_do_harm_is_refused(sessions_from, more):
    field = more.partition(":")[0]
    lines = [line for line in GOOD.splitlines() if not line.startswith(f"{field}:")]
    with pytest.raises(ContentError):
        sessions_from({"bg/bg-2027-a.yml": "\n".join([*lines, more, ""])})
