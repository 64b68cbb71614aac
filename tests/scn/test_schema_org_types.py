"""The events for search engines have the types of schema.org, as TypeScript checks them."""

import json
import subprocess
from pathlib import Path

import pytest

from scn.session_page import session_view

ROOT = Path(__file__).resolve().parents[2]
TSC = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
TYPES = ROOT / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
HEAD = 'import type { Event, WithContext } from "schema-dts";\n'
COMPILER = {
    "noEmit": True,
    "strict": True,
    "skipLibCheck": True,
    "types": [],
    "paths": {"schema-dts": [TYPES.as_posix()]},
}


@pytest.fixture(scope="module")
def events(example_site):
    """What the pages of the example programme say in the languages that its texts are in."""
    found = []
    for language in ("en", "bg"):
        for session in example_site.content.sessions.dated:
            script = session_view(example_site, session, language).json_ld
            found.append(json.loads(script[script.index(">") + 1 : script.rindex("</script>")]))
    return found


@pytest.fixture(scope="module")
def complaints(node, require, tmp_path_factory):
    """Gives what TypeScript says about events."""
    require(TSC.exists() and TYPES.exists(), "typescript and schema-dts are not installed")

    def check(events):
        folder = tmp_path_factory.mktemp("types")
        lines = [
            f"export const e{number}: WithContext<Event> = {json.dumps(event)};\n"
            for number, event in enumerate(events)
        ]
        (folder / "events.ts").write_text(HEAD + "".join(lines), "utf-8")
        (folder / "tsconfig.json").write_text(
            json.dumps({"compilerOptions": COMPILER, "files": ["events.ts"]})
        )
        run = subprocess.run(
            [*node, str(TSC), "--project", ".", "--pretty", "false"],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
        )
        assert run.stderr == ""
        said = [line for line in run.stdout.splitlines() if not line.startswith(" ")]
        assert bool(said) == bool(run.returncode)
        return said

    return check


def shape(value):
    """What of an event has a type: everything but the words in it."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value]
    if isinstance(value, str) and not value.startswith("https://schema.org"):
        return "text"
    return value


def test_every_event_has_the_types_of_schema_org(events, complaints):
    assert len(events) > 120
    distinct = {json.dumps(shape(event)): event for event in events}
    assert len(distinct) > 10
    assert complaints(distinct.values()) == []


def test_wrong_events_are_found(events, complaints):
    wrong = [
        {"@type": "Evnt"},
        {"eventStatus": "https://schema.org/EventMoved"},
        {"startsAt": "2027-03-30"},
        {"location": {"@type": "Place", "address": {"@type": "PostalAdress"}}},
        {"organizer": 5},
    ]
    said = complaints([events[0], *({**events[0], **each} for each in wrong)])
    lines = [int(one.removeprefix("events.ts(").partition(",")[0]) for one in said]
    assert lines == [3, 4, 5, 6, 7]
