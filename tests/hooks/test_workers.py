"""Languages built by several processes are as one process builds them, and say the same."""

import os

import pytest

pytestmark = pytest.mark.slow
METHODS = ("fork", "spawn", "forkserver")


@pytest.fixture(scope="module")
def site(rich):
    return rich()


@pytest.fixture(scope="module")
def plain(site):
    built = site.cold("--strict", SCN_PLAIN="1")
    assert (built.status, built.warnings) == (0, [])
    return built


@pytest.mark.parametrize("method", METHODS)
def test_however_the_processes_start_the_bytes_are_the_same(site, plain, differing, method):
    built = site.cold("--strict", SCN_WORKERS="2", SCN_START_METHOD=method)
    assert (built.status, built.warnings) == (0, [])
    assert differing(built.files, plain.files) == set()
    assert built.built[0] == "en, fr, el, de"


@pytest.mark.parametrize("workers", ["1", "100"])
def test_however_many_processes_there_are_the_bytes_are_the_same(site, plain, differing, workers):
    built = site.cold("--strict", SCN_WORKERS=workers)
    assert (built.status, built.warnings) == (0, [])
    assert differing(built.files, plain.files) == set()


def test_processes_remember_what_one_process_has_made(site, plain, differing):
    first = site.warm("--strict", SCN_WORKERS="1")
    site.edit("docs/en/glossary.md", "All.", "Everything.")
    again = site.warm("--strict", SCN_WORKERS="2")
    site.edit("docs/en/glossary.md", "Everything.", "All.")
    assert differing(first.files, plain.files) == set()
    assert again.built == ("en, fr, el, de", 4)


# What they say


@pytest.fixture(scope="module")
def small(rich, project):
    site = rich(
        {
            "en/index.md": project.page("Home", "Text."),
            "fr/index.md": project.page("Accueil", "Texte."),
            "el/index.md": project.page("Αρχική", "Κείμενο.", id="home"),
            "en/more.md": project.page("More", "Text."),
        }
    )
    site.good = site.warm("--strict").files
    return site


@pytest.fixture
def changed(small):
    """Change files of the small site; they are as before afterwards."""
    before = {}

    def change(name, old, new):
        before.setdefault(name, small.text(name))
        small.edit(name, old, new)

    yield change
    for name, text in before.items():
        small.write(name, text)


def told(site, *arguments):
    """What each way of starting processes leaves behind, and what building plainly does."""
    ways = {
        method: {
            "SCN_WORKERS": "2",
            "SCN_START_METHOD": method,
            # What another way has left is not taken up: then there could be one language to build.
            "SCN_CACHE": str(site.root / ".cache" / method),
        }
        for method in METHODS
    }
    ran = {way: site.warm(*arguments, **env) for way, env in ways.items()}
    assert {way for way, one in ran.items() if one.files != site.good} == set()
    left = {path.name for path in site.root.iterdir() if path.name.startswith("site")}
    assert left == {"site"}
    return ran, site.cold(*arguments, SCN_PLAIN="1")


def test_warnings_come_in_the_order_of_the_languages_each_once(small, changed):
    changed("docs/el/index.md", "Κείμενο.", "[a](nowhere-el.md)")
    changed("docs/fr/index.md", "Texte.", "[a](nowhere-fr.md) [b][scn.nowhere]")
    changed("docs/en/index.md", "Text.", "[a](more.md#nowhere)")
    changed("docs/en/more.md", "Text.", "[a](nowhere-en.md)")
    ran, plain = told(small, "--strict")
    found = {way: (one.status, one.warnings) for way, one in ran.items()}
    assert found == dict.fromkeys(METHODS, (1, plain.warnings))
    *lines, last = plain.warnings
    assert len(set(lines)) == len(lines) == 5
    names = ("nowhere-en", "#nowhere", "nowhere-fr", "scn.nowhere", "nowhere-el")
    assert [name for line in lines for name in names if name in line] == [*names]
    assert last == "Aborted with 5 warnings in strict mode!"


def test_a_mistake_of_one_language_is_told_as_building_plainly_tells_it(small, changed):
    changed("docs/fr/index.md", "Texte.", "::: scn.nowhere")
    changed("docs/el/index.md", "Κείμενο.", "[a](nowhere.md)")
    ran, plain = told(small)
    found = {way: (one.status, one.warnings) for way, one in ran.items()}
    assert found == dict.fromkeys(METHODS, (1, plain.warnings))
    names = ("scn.nowhere", "nowhere.md")
    found = [name for line in plain.warnings for name in names if name in line]
    assert [*dict.fromkeys(found)] == [*names]


FAULT = """\
    if config.plugins["i18n"].current_language == "el":
        {}
    return with_meanings("""


def test_a_fault_of_the_program_is_told_where_it_is(small, changed):
    fault = FAULT.format("raise ValueError('Greek is hard')")
    changed("hooks/page_markup.py", "    return with_meanings(", fault)
    ran, plain = told(small)
    for one in (*ran.values(), plain):
        lines = [line for line in one.warnings if line.strip()]
        assert one.status == 1
        assert lines.count("ERROR   -  Building el has failed by a fault of the program:") == 1
        assert [line for line in lines if "page_markup.py" in line] != []
        assert lines[-2:] == ["ValueError: Greek is hard", "Aborted: the fault is above."]


def test_a_process_that_ends_is_one_sentence(small, changed):
    """As one that the system ends for want of memory."""
    changed("hooks/page_markup.py", "    return with_meanings(", FAULT.format("os._exit(9)"))
    changed("hooks/page_markup.py", "from __future__ import annotations\n", FUTURE)
    ran, _ = told(small)
    sentence = (
        "ERROR   -  A process that builds languages was ended, perhaps for want of memory. Set"
        " SCN_WORKERS=1 to build in one process."
    )
    said = [sentence, "Aborted with a BuildError!"]
    found = {way: (one.status, [line for line in one.warnings if line]) for way, one in ran.items()}
    assert found == dict.fromkeys(METHODS, (1, said))


FUTURE = "from __future__ import annotations\n\nimport os\n"

PROGRAM = "_run([str(program), *pagefind_arguments(folder)], meanwhile)"
LONG_PROGRAM = """_run(
        [__import__("sys").executable, "-c", "import os, sys, time; from pathlib import Path;"
        " path = Path(sys.argv[1]); path.with_suffix('.new').write_text(str(os.getpid()));"
        " path.with_suffix('.new').replace(path); time.sleep(60)", {!r}], meanwhile
    )"""
WAIT_FOR = """\
waited = 0
        while not os.path.exists({0!r}) and waited < 6000:
            waited += 1
            __import__("time").sleep(0.01)
        os._exit(9)"""


@pytest.mark.parametrize("method", METHODS)
def test_what_runs_for_a_process_ends_with_it(small, changed, tmp_path, method):
    """As Pagefind, which wrote its index after the folder was cleared away."""
    runs = tmp_path / "runs.txt"
    changed("hooks/engine/search.py", PROGRAM, LONG_PROGRAM.format(str(runs)))
    fault = FAULT.replace('"el"', '"fr"').format(WAIT_FOR.format(str(runs)))
    changed("hooks/page_markup.py", "    return with_meanings(", fault)
    changed("hooks/page_markup.py", "from __future__ import annotations\n", FUTURE)
    ran = small.cold(SCN_WORKERS="2", SCN_START_METHOD=method)
    assert ran.status == 1
    with pytest.raises(ProcessLookupError):
        os.kill(int(runs.read_text()), 0)
    assert [path.name for path in small.root.iterdir() if path.name.startswith("site.")] == []


def test_a_number_of_processes_that_is_none_is_one_sentence(small):
    ran = small.cold(SCN_WORKERS="two")
    assert (ran.status, ran.warnings) == (
        1,
        [
            "ERROR   -  SCN_WORKERS is 'two'. Write a whole number of processes.",
            "Aborted with a BuildError!",
        ],
    )
