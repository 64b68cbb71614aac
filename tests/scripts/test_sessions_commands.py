"""scripts/sessions.py on a small project of its own, with the real data that sessions refer to."""

import contextlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "sessions.py"
DATA = ROOT / "docs" / "_data"
LINE = "# yaml-language-server: $schema=../session.schema.json\n"
ONE = f"""{LINE}\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {{en: One}}
start: 2027-05-11T10:00
end: 2027-05-11T12:00
"""


def load(path):
    spec = importlib.util.spec_from_file_location("sessions_under_test", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Project:
    def __init__(self, root):
        self.root = root
        self.sessions = root / "docs" / "_data" / "sessions"
        self.sessions.mkdir(parents=True)
        for name in ("languages", "countries", "vocabulary", "sources"):
            shutil.copyfile(DATA / f"{name}.yml", self.sessions.parent / f"{name}.yml")
        self.write("bg/bg-2027-one.yml", ONE)

    def write(self, name, text):
        path = self.sessions / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name):
        return (self.sessions / name).read_text("utf-8")

    @property
    def command(self):
        return [sys.executable, str(SCRIPT), "--root", str(self.root)]

    @property
    def environment(self):
        cleared = {key: value for key, value in os.environ.items() if not key.startswith("GIT")}
        return {**cleared, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"}

    def run(self, *arguments):
        """Status, what was printed, and what went wrong."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                status = load(SCRIPT).main(["--root", str(self.root), *arguments])
            except SystemExit as stopped:
                return 1, out.getvalue(), f"{err.getvalue()}{stopped.code}\n"
        return status, out.getvalue(), err.getvalue()

    def commit(self):
        git = ["git", "-C", str(self.root), "-c", "user.name=A", "-c", "user.email=a@example.eu"]
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A"]):
            subprocess.run([*git, *command], env=self.environment, check=True)


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return Project(tmp_path)


def test_check(project):
    assert project.run("check") == (0, "No problems: 1 sessions.\n", "")
    project.write("bg/bg-2027-two.yml", ONE.replace("confirmed", "canceled"))
    project.write("lv/lv-2027-two.yml", ONE.removeprefix(LINE))
    status, out, err = project.run("check")
    assert (status, err) == (1, "2 problems.\n")
    assert 'bg/bg-2027-two.yml:3:9: status: "canceled" is not known.' in out
    assert "lv/lv-2027-two.yml:1:1: The first line does not tell editors how to help." in out
    status, out, err = project.run("check", str(project.sessions / "lv"))
    assert (status, err) == (1, "1 problem.\n")
    assert "canceled" not in out


def test_a_warning_is_shown_and_is_no_problem(project):
    project.write("bg/bg-2027-two.yml", ONE.replace("2027-05-11", "2027-05-06"))
    status, out, err = project.run("check")
    assert (status, err) == (0, "")
    assert "bg-2027-two.yml:6:8: warning: start: 2027-05-06 is a public holiday in Bulgaria" in out
    assert out.endswith("No problems: 2 sessions.\n")
    status, out, _ = project.run("check", "--as-of", "2028-01-01")
    assert (status, out) == (0, "No problems: 2 sessions.\n")


def test_check_against_a_commit(project):
    project.write("bg/bg-2027-gone.yml", ONE)
    project.commit()
    assert project.run("check", "--against", "HEAD")[0] == 0
    (project.sessions / "bg" / "bg-2027-gone.yml").unlink()
    project.write("bg/bg-2027-one.yml", ONE.replace("T10:00", "T11:00"))
    status, out, err = project.run("check", "--against", "HEAD")
    assert (status, err) == (1, "2 problems.\n")
    assert "bg-2027-gone.yml:1:1: bg-2027-gone is to come in HEAD, and now it is gone" in out
    assert "bg-2027-one.yml:6:8: start: This is not as in HEAD. Add an entry" in out


@pytest.mark.parametrize("revision", ["nothing", "--output=x", "HEAD:docs"])
def test_a_commit_that_is_none(project, revision):
    project.commit()
    status, out, err = project.run("check", f"--against={revision}")
    assert (status, out) == (1, "")
    assert err == f"There is no commit {revision!r}. Write a branch or a commit that git knows.\n"


NEW = ["new", "--country", "bg", "--kind", "hybrid-dissemination", "--title", 'A: "b", c # d']
TIMES = ["--start", "2027-05-11T10:00", "--end", "2027-05-11T12:00"]


def test_new_writes_a_good_file_and_never_over_another(project):
    options = [*NEW, *TIMES, "--city", "Велико Търново, stara gara", "--as-of", "2027-01-20"]
    name = "docs/_data/sessions/bg/bg-2027-stara-gara-1.yml"
    assert project.run(*options) == (0, f"{name}\n", "")
    assert (
        project.read("bg/bg-2027-stara-gara-1.yml")
        == f"""{LINE}\
kind: hybrid-dissemination
status: tentative
announced: 2027-01-20
title: {{en: "A: \\"b\\", c # d"}}
start: 2027-05-11T10:00
end: 2027-05-11T12:00
venue: {{city: {{en: "Велико Търново, stara gara"}}}}
"""
    )
    assert project.run(*options)[1] == name.replace("-1.yml", "-2.yml\n")
    before = project.read("bg/bg-2027-one.yml")
    status, out, err = project.run(*options, "--id", "bg-2027-one")
    assert (status, out) == (1, "")
    assert err == (
        "docs/_data/sessions/bg/bg-2027-one.yml is there already. Give another name with --id.\n"
    )
    assert project.read("bg/bg-2027-one.yml") == before
    assert project.run("check")[0] == 0


def test_new_refuses_in_words(project):
    wrong = ["--start", "11.5.2027", "--end", "2027-05-11T09:00", "--platform", "phone"]
    status, out, err = project.run("new", "--country", "el", "--kind", "training", *wrong)
    assert (status, out) == (1, "")
    assert err.splitlines()[0].startswith('--country: "el" is not known. Allowed: ')
    assert (
        "".join(err.splitlines(keepends=True)[1:])
        == """\
--kind: "training" is not known. Did you mean "online-training"? Allowed: hybrid-dissemination, \
online-training, network-meeting, partner-event.
--title: This is missing. Write the English text.
--start: "11.5.2027" is no day with a local time. Write it as 2027-03-30T10:00.
--platform: "phone" is not known. Allowed: webex, teams, zoom, google-meet, jitsi, gotomeeting, \
bigbluebutton, other.
"""
    )
    status, out, err = project.run(*NEW, "--start", "2027-05-11T10:00", "--end", "2027-05-11T09:00")
    assert (status, err) == (1, "1 problem.\n")
    assert "end: 09:00 is before the start 10:00 on the same day." in out
    assert len(list(project.sessions.rglob("*.yml"))) == 1


@pytest.mark.parametrize("id_", ["../../x", "/x", "bg-2027-ä", "x", "bg-2027-a/b", "bg-2027-a.b"])
def test_new_writes_nowhere_else(project, id_):
    before = sorted(project.root.rglob("*"))
    status, out, err = project.run(*NEW, *TIMES, "--id", id_)
    assert (status, err) == (1, "1 problem.\n")
    assert out.startswith("docs/_data/sessions/")
    assert sorted(project.root.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_new_asks_on_a_terminal(project):
    """And asks again after an answer that will not do."""
    import pty

    answers = ["pt", "training", "online-training", "Data", "2027-05-11T10:00", "2027-05-11T12:00",
               "Atlantic/Azores", "", "webex"]  # fmt: skip
    ours, theirs = pty.openpty()
    with os.fdopen(theirs) as terminal:
        asked = subprocess.Popen(
            [*project.command, "new"],
            env=project.environment,
            stdin=terminal,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    out, _ = asked.communicate(timeout=30)
    os.close(ours)
    assert 'Did you mean "online-training"?' in out
    assert out.endswith("docs/_data/sessions/pt/pt-2027-online-training-1.yml\n")
    text = project.read("pt/pt-2027-online-training-1.yml")
    assert "time_zone: Atlantic/Azores" in text
    assert "online: {platform: webex, join: on-registration}" in text


CALENDAR = Path(__file__).parent / "calendar.ics"


def test_import(project):
    status, out, err = project.run(
        "import", str(CALENDAR), "--country", "bg", "--kind", "online-training"
    )
    assert (status, err) == (1, "")
    assert out == (CALENDAR.parent / "calendar-said.txt").read_text("utf-8")
    written = {
        path.name: path.read_text("utf-8")
        for path in sorted((project.sessions / "bg").glob("*.yml"))
        if path.name != "bg-2027-one.yml"
    }
    expected = (CALENDAR.parent / "calendar-files.txt").read_text("utf-8")
    assert "".join(f"--- {name}\n{text}" for name, text in written.items()) == expected
    assert project.run("check")[0] == 0


def test_import_of_what_is_no_calendar(project, tmp_path):
    other = tmp_path / "x.ics"
    other.write_bytes(b"\x00BEGIN:VCARD\nnothing")
    arguments = ["--country", "bg", "--kind", "online-training"]
    for path, words in ((other, "is no calendar"), (tmp_path / "none.ics", "cannot be read")):
        status, out, err = project.run("import", str(path), *arguments)
        assert (status, out) == (1, "")
        assert words in err
        assert "Traceback" not in err


def test_list(project):
    project.write("lv/lv-2027-two.yml", ONE.replace("2027-05-11", "2027-02-01"))
    assert project.run("list", "--as-of", "2027-03-01") == (
        0,
        """\
To come, as of 2027-03-01:
  2027-05-11 10:00–12:00 Europe/Sofia    confirmed bg-2027-one                      One

Past, as of 2027-03-01:
  2027-02-01 10:00–12:00 Europe/Riga     confirmed lv-2027-two                      One

2 sessions.
""",
        "",
    )
    assert "lv-2027-two" not in project.run("list", "--country", "bg")[1]
    assert project.run("list", "--country", "xx")[2].startswith('--country: "xx" is not known.')


def test_schema(project):
    status, out, err = project.run("schema", "--check")
    assert (status, err) == (1, "")
    assert out.splitlines()[0] == (
        "docs/_data/sessions/session.schema.json: This is not up to date. Run python"
        " scripts/sessions.py schema."
    )
    assert project.run("schema")[0] == 0
    assert project.run("schema", "--check") == (0, "", "")
    assert project.run("check")[0] == 0
